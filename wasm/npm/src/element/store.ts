// The products that a device keeps: one entry a product, with what was done to it.
// The device's storage is the truth, which other windows write too: a change is made
// in what stands there at that moment, so that nobody's answers are lost.

import { edition } from "../words.js";
import { changeBetween, changed, reverse, type Change } from "./changes.js";
import { aboutMembers, blank, draftOf, isEmpty, isSetNo, wholeSheet, type Draft, type SetNo } from "./draft.js";
import { Shelf } from "./shelf.js";
import { wishesIn } from "./wishes.js";

/** Where a product stands: its product set, and which of that set's products: "13", "13~k3f9". */
export type Place = string;

/** A product as it is kept. */
export interface Kept {
  place: Place;
  draft: Draft;
  /** When it was last changed, or removed, in milliseconds; 0 where that is not known. */
  at: number;
}

interface Entry {
  draft: Draft;
  at: number;
  /** What was done, the last at the end, and what of it was taken back. */
  done: readonly Change[];
  undone: readonly Change[];
  /** When the person removed it, in milliseconds: it can still be had back. */
  gone?: number | undefined;
}

/** An entry that cannot be opened here; edition where it is another's. */
interface Strange {
  key: string;
  edition: string | undefined;
  text: string;
}

const roomBytes = 4096; // most products take less
const mostChanges = 100;
const mostGone = 20;
const oneTyping = 5000; // ms within which typing in one field is one change

const shelves = new Map<string, Shelf<Entry>>();

/** The shelf that the forms of a name share. */
function shelfOf(name: string): Shelf<Entry> {
  const shelf = shelves.get(name) ?? new Shelf(false);
  shelves.set(name, shelf);
  return shelf;
}

const placeForm = /^([1-9]\d?)(~[a-z0-9]+)?$/;

/** The product set of a place; undefined where it is none. */
export function setAt(place: unknown): SetNo | undefined {
  const set = Number(placeForm.exec(String(place))?.[1]);
  return isSetNo(set) ? set : undefined;
}

export class Store {
  readonly #name: string;
  readonly #shelf: Shelf<Entry>;
  readonly #onOther: () => void;
  #last: Place = "";

  /**
   * @param off whether nothing is to be kept on the device
   * @param onOther called when another form of the name on this page wrote something
   */
  constructor(name: string, off = false, onOther: () => void = () => {}) {
    this.#name = name;
    this.#shelf = off ? new Shelf(true) : shelfOf(name);
    this.#onOther = onOther;
    this.#shelf.tryRoom(`${name}:room`, roomBytes); // no product's key
  }

  /** Begins or ends to hear of other forms on the page. */
  listen(on: boolean): void {
    if (on) this.#shelf.listen(this.#onOther);
    else this.#shelf.unlisten(this.#onOther);
  }

  /** Whether the device keeps what is entered. */
  get keeps(): boolean {
    return this.#shelf.keeps;
  }

  /** Whether it should and does not. */
  get refused(): boolean {
    return this.#shelf.refused;
  }

  /** Whether a key of the device's storage is one of these. */
  isIts(key: string | null): boolean {
    return key === null || key.startsWith(this.#prefix);
  }

  // ---- one product

  /** What stands in a place: what is kept, or a blank draft. Who it is about is typed once for all products. */
  read(place: Place): Draft {
    const kept = this.find(place);
    if (kept) return kept;
    const { product: _, day: __, ...about } = this.products()[0]?.draft.about ?? {};
    return { ...blank(setAt(place) ?? 1), about };
  }

  /** The draft that is kept in a place; null where there is none. */
  find(place: Place): Draft | null {
    const entry = this.#entry(place);
    return entry && !entry.gone ? entry.draft : null;
  }

  /** The place itself, or one that is free where its product was removed: that one can still be had back. */
  usable(place: Place): Place {
    const set = setAt(place);
    return set && this.#entry(place)?.gone ? this.free(set) : place;
  }

  /** Makes what changed from one draft to another in what stands in a place, and gives what stands there then. */
  write(place: Place, before: Draft, after: Draft): Draft {
    const change = changeBetween(before, after);
    // What another window has removed is kept as it was seen here.
    const kept = this.#entry(place);
    const entry = kept && !kept.gone ? kept : fresh(before);
    if (change.length === 0) return entry.draft;
    return this.#keep(place, { draft: changed(entry.draft, change), at: Date.now(), done: withOne(entry, change), undone: [] });
  }

  /** Takes the last change back; gives what stands there then, null where nothing was done. */
  undo(place: Place): Draft | null {
    const entry = this.#entry(place);
    const change = entry?.done.at(-1);
    if (!entry || !change) return null;
    return this.#keep(place, { draft: changed(entry.draft, reverse(change)), at: Date.now(), done: entry.done.slice(0, -1), undone: [...entry.undone, change] });
  }

  /** Makes the change again that was taken back last; gives what stands there then, null where nothing was. */
  redo(place: Place): Draft | null {
    const entry = this.#entry(place);
    const change = entry?.undone.at(-1);
    if (!entry || !change) return null;
    return this.#keep(place, { draft: changed(entry.draft, change), at: Date.now(), done: [...entry.done, change], undone: entry.undone.slice(0, -1) });
  }

  /** The change that undo would take back, and the one that redo would make. */
  changes(place: Place): { done: Change | undefined; undone: Change | undefined } {
    const entry = this.#entry(place);
    return { done: entry?.done.at(-1), undone: entry?.undone.at(-1) };
  }

  /** Whether somebody chose to go step by step; undefined where nobody chose. */
  get stepwise(): boolean | undefined {
    const chosen = this.#shelf.get(`${this.#name}:steps`); // no product's
    return chosen === null ? undefined : chosen === "yes";
  }

  set stepwise(stepwise: boolean) {
    this.#shelf.set(`${this.#name}:steps`, stepwise ? "yes" : "no");
  }

  /** Puts a product beside the others; gives its place. */
  add(draft: Draft, at: number = Date.now()): Place {
    const place = this.free(draft.set);
    this.#keep(place, fresh(draft, at));
    return place;
  }

  /** A place in a product set where nothing is kept. */
  free(set: SetNo): Place {
    const isFree = (place: Place) => {
      const entry = this.#entry(place);
      return !entry || (!entry.gone && isBlank(entry.draft));
    };
    let place = String(set);
    while (!isFree(place)) place = `${set}~${Math.random().toString(36).slice(2, 8)}`;
    return place;
  }

  /** Removes a product from the list. */
  remove(place: Place): void {
    const entry = this.#entry(place);
    if (!entry) return;
    this.#keep(place, { ...entry, gone: Date.now() });
    for (const { place: old } of this.removed().slice(mostGone)) this.#shelf.remove(this.#key(old));
  }

  /** Gives a product back that was removed. */
  bringBack(place: Place): void {
    const entry = this.#entry(place);
    if (entry) this.#keep(place, { ...entry, gone: undefined });
  }

  // ---- all of them

  /** All products in which anything is entered, the latest first. */
  products(): Kept[] {
    return this.#all(({ draft, gone }) => !gone && !isBlank(draft));
  }

  /** Those that were removed, the latest first. */
  removed(): Kept[] {
    return this.#all(({ gone }) => gone !== undefined);
  }

  #all(isWanted: (entry: Entry) => boolean): Kept[] {
    const begin = this.#key("");
    return this.#shelf.keys(begin)
      .flatMap((key): Kept[] => {
        const place = key.slice(begin.length);
        const entry = setAt(place) === undefined ? null : this.#entryIn(place);
        return entry && isWanted(entry) ? [{ place, draft: entry.draft, at: entry.gone ?? entry.at }] : [];
      })
      .sort((a, b) => b.at - a.at || (a.place < b.place ? -1 : 1));
  }

  /** The products of a set. */
  productsOf(set: SetNo): Kept[] {
    return this.products().filter(({ draft }) => draft.set === set);
  }

  /** The place in a set that was changed last; a free one where nothing is entered. */
  latest(set: SetNo): Place {
    return this.productsOf(set)[0]?.place ?? this.free(set);
  }

  /** The place that was open last, or null. */
  get last(): Place | null {
    const place = this.#shelf.get(this.#lastKey) ?? this.#last;
    return setAt(place) === undefined ? null : place;
  }

  set last(place: Place | null) {
    this.#last = place ?? "";
    this.#shelf.set(this.#lastKey, this.#last);
  }

  // ---- what cannot be opened

  /** What is kept but cannot be opened here: another edition's, or damaged. */
  strange(): Strange[] {
    return this.#shelf.keys(this.#prefix).filter((key) => key !== this.#lastKey)
      .map((key) => ({ key, text: this.#shelf.get(key) ?? "" }))
      .map(({ key, text }) => ({ key, text, entry: parse(text) }))
      .filter(({ key, text, entry }) => text !== "" && !(entry && this.#isAt(key, entry.draft)))
      .map(({ key, text, entry }) => ({ key, edition: entry?.draft.edition, text: entry ? JSON.stringify(wholeSheet(entry.draft), null, 2) : text }));
  }

  /** Puts a draft aside that the rules refuse. */
  setAside(place: Place): void {
    const key = this.#key(place);
    const text = this.#shelf.get(key);
    this.#shelf.held.delete(key);
    if (text !== null) this.#setAside(key, text);
  }

  /** Removes what cannot be opened. */
  forget(key: string): void {
    this.#shelf.remove(key);
  }

  // ---- entries

  get #prefix(): string {
    return `${this.#name}/`;
  }

  get #lastKey(): string {
    return `${this.#prefix}last`;
  }

  #key(place: Place): string {
    return `${this.#prefix}${edition}/${place}`;
  }

  /** Whether a draft stands where one of its product set may. */
  #isAt(key: string, draft: Draft): boolean {
    const place = key.slice(this.#key("").length);
    return draft.edition === edition && setAt(place) === draft.set && key === this.#key(place);
  }

  /** The entry of a place; one that cannot be opened is put aside. */
  #entry(place: Place): Entry | null {
    const entry = this.#entryIn(place);
    if (entry) return entry;
    const key = this.#key(place);
    const text = this.#shelf.get(key);
    if (text !== null) this.#setAside(key, text);
    return null;
  }

  #entryIn(place: Place): Entry | null {
    const key = this.#key(place);
    const text = this.#shelf.get(key);
    const read = text === null ? null : parse(text);
    const stored = read && this.#isAt(key, read.draft) ? read : null;
    const held = this.#shelf.held.get(key);
    if (!held) return stored;
    if (!stored || text === held.base) return held.value;
    return joined(stored, held.base, held.value);
  }

  #keep(place: Place, entry: Entry): Draft {
    const key = this.#key(place);
    // Where there is no room for what was done, there may be for the product.
    const isKept = this.#shelf.set(key, textOf(entry)) || this.#shelf.set(key, textOf({ ...entry, done: [], undone: [] }));
    if (isKept) this.#shelf.held.delete(key);
    else this.#shelf.held.set(key, { base: this.#shelf.get(key), value: entry });
    this.#shelf.refused = !isKept && !this.#shelf.off;
    if (isKept) this.#settle();
    this.#shelf.tell(this.#onOther);
    return entry.draft;
  }

  /** Writes what the device has refused, once it takes something again. */
  #settle(): void {
    for (const key of [...this.#shelf.held.keys()]) {
      const entry = this.#entryIn(key.slice(this.#key("").length));
      if (entry && this.#shelf.set(key, textOf(entry))) this.#shelf.held.delete(key);
    }
  }

  #setAside(key: string, text: string): void {
    let free = `${key}/kept`;
    while (this.#shelf.get(free) !== null) free += "+";
    if (this.#shelf.set(free, text)) this.#shelf.remove(key);
  }
}

const fresh = (draft: Draft, at = 0): Entry => ({ draft, at, done: [], undone: [] });

/** Whether a product may be left out of the list: nothing is entered and it has no name. */
const isBlank = (draft: Draft): boolean => isEmpty(draft) && !draft.about.product;

/** What was done, with one change more; typing on in a text is one change. */
function withOne({ done, at }: Entry, change: Change): Change[] {
  const last = done.at(-1);
  const [[path, , is]] = change;
  const goesOn = last?.length === 1 && change.length === 1 && last[0][0] === path && /^(about|notes)\//.test(path) && Date.now() - at < oneTyping;
  return goesOn ? [...done.slice(0, -1), [[path, last[0][1], is]]] : [...done, change].slice(-mostChanges);
}

/** What another window wrote, with what was entered here and the device refused. */
function joined(stored: Entry, base: string | null, held: Entry): Entry {
  const before = (base === null ? null : parse(base)?.draft) ?? blank(held.draft.set);
  const change = changeBetween(before, held.draft);
  return change.length === 0 ? stored : { ...stored, draft: changed(stored.draft, change), done: [...stored.done, change] };
}

function textOf({ draft, at, done, undone, gone }: Entry): string {
  return JSON.stringify({ sheet: wholeSheet(draft), wishes: draft.wishes, at, done, undone, ...(gone && { gone }) });
}

/** The entry in a text; null where it holds none. */
function parse(text: string): Entry | null {
  try {
    return entryIn(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The entry in plain data; null where it is none. */
export function entryIn(data: unknown): Entry | null {
  try {
    const { sheet, wishes, ticks, at, done, undone, gone } = data as { [name: string]: any };
    const draft = draftIn(sheet, wishes, ticks);
    return draft && { draft, at: timeIn(at) ?? 0, done: changesIn(done), undone: changesIn(undone), gone: timeIn(gone) };
  } catch {
    return null;
  }
}

/** The draft that is written in an entry; null where it is none. Storage may hold anything. */
function draftIn({ edition, set, answers, gates = [], about = {}, evidence, notes = {} }: Draft, wishes?: Draft["wishes"], ticks: string[] = []): Draft | null {
  const isGood = typeof edition === "string" && Number.isInteger(set) &&
    [answers, about, notes].every((of) => Object.values(of).every(isText)) &&
    [gates, ticks, ...Object.values(evidence ?? {})].every((list) => list.every(isText));
  if (!isGood) return null;
  const named = Object.fromEntries(aboutMembers.flatMap((name) => (about[name] ? [[name, about[name]]] : [])));
  const draft = draftOf({ edition, set, answers, gates }, { ...blank(set), about: named, evidence: evidence ?? byCriterion(ticks), notes });
  return { ...draft, wishes: wishesIn(wishes) };
}

/** A time that a calendar knows. */
const timeIn = (value: unknown): number | undefined => (typeof value === "number" && !Number.isNaN(new Date(value).getTime()) ? value : undefined);

const isText = (value: unknown): value is string => typeof value === "string";

/** The evidence of an entry of before, where each tick was a text of its own: "1.1/contract". */
function byCriterion(ticks: readonly string[]): Draft["evidence"] {
  const evidence: Draft["evidence"] = {};
  for (const [code = "", kind = ""] of ticks.map((tick) => tick.split("/"))) (evidence[code] ??= []).push(kind);
  return evidence;
}

const changesIn = (list: unknown): Change[] => (Array.isArray(list) ? list.filter(isChange) : []);

const isChange = (change: unknown): change is Change => Array.isArray(change) && change.length > 0 &&
  change.every((one) => Array.isArray(one) && isText(one[0]) && one.slice(1, 3).every((value) => value === null || isText(value)));
