// What is kept on the device: one entry a product set, in localStorage, which
// may be full, forbidden, or hold what an older version left there. Whatever
// happens, what was entered stays at least in memory.

import { edition } from "../words.js";
import { answered, blank, draftOf, isSetNo, sheetOf, wholeSheet, type Draft, type SetNo } from "./draft.js";

const roomBytes = 2048; // a sheet with all its evidence has less

/** An entry that cannot be opened here; edition where it is another's. */
interface Strange {
  key: string;
  edition: string | undefined;
  text: string;
}

export class Store {
  readonly #name: string;
  readonly #memory = new Map<SetNo, Draft>();
  readonly #off: boolean;
  #refused = false;
  #last: SetNo | null = null;

  /** @param off whether nothing is to be kept on the device */
  constructor(name: string, off = false) {
    this.#name = name;
    this.#off = off;
    this.#try();
  }

  /** Whether the device keeps what is entered. */
  get keeps(): boolean {
    return !this.#off && !this.#refused;
  }

  /** Whether it should and does not. */
  get refused(): boolean {
    return this.#refused;
  }

  /** The key of a product set. */
  key(set: SetNo): string {
    return `${this.#name}/${edition}/${set}`;
  }

  /** The draft of a product set: what is kept, or a blank one. */
  read(set: SetNo): Draft {
    const held = this.#memory.get(set);
    if (held) return structuredClone(held);
    const key = this.key(set);
    const text = this.#get(key);
    if (text === null) return blank(set);
    const draft = parse(text);
    if (draft?.edition === edition && draft.set === set) return draft;
    this.#setAside(key, text);
    return blank(set);
  }

  /** The draft that another window wrote; null where it cannot be read. */
  fromElsewhere(set: SetNo, text: string): Draft | null {
    const draft = parse(text);
    if (draft?.edition !== edition || draft.set !== set) return null;
    this.#memory.set(set, draft);
    return structuredClone(draft);
  }

  /** Keeps a draft, at least in memory. */
  write(draft: Draft): void {
    this.#memory.set(draft.set, structuredClone(draft));
    this.#refused = !this.#set(this.key(draft.set), JSON.stringify({ sheet: wholeSheet(draft), wishes: draft.wishes }));
  }

  /** Puts a draft aside that the rules refuse. */
  setAside(set: SetNo): void {
    this.#memory.delete(set);
    const text = this.#get(this.key(set));
    if (text !== null) this.#setAside(this.key(set), text);
  }

  /** The product set that was open last, or null. */
  get last(): SetNo | null {
    const n = Number(this.#get(`${this.#name}/last`) ?? this.#last);
    return isSetNo(n) ? n : null;
  }

  set last(set: SetNo | null) {
    this.#last = set;
    this.#set(`${this.#name}/last`, String(set ?? ""));
  }

  /** Whether somebody chose to go step by step; undefined where nobody chose. */
  get stepwise(): boolean | undefined {
    const chosen = this.#get(`${this.#name}:steps`); // no sheet's
    return chosen === null ? undefined : chosen === "yes";
  }

  set stepwise(stepwise: boolean) {
    this.#set(`${this.#name}:steps`, stepwise ? "yes" : "no");
  }

  /** How many criteria are answered in each product set. */
  counts(): Map<number, number> {
    const counts = new Map<number, number>();
    const kept = this.#entries().map(({ text }) => parse(text));
    for (const draft of [...kept, ...this.#memory.values()]) {
      if (draft?.edition === edition) counts.set(draft.set, answered(draft));
    }
    return counts;
  }

  /** What is kept but cannot be opened here: another edition's, or damaged. */
  strange(): Strange[] {
    return this.#entries()
      .map(({ key, text }) => ({ key, text, draft: parse(text) }))
      .filter(({ key, draft }) => !draft || key !== this.key(draft.set) || draft.edition !== edition)
      .map(({ key, text, draft }) => ({ key, edition: draft?.edition, text: draft ? JSON.stringify(sheetOf(draft), null, 2) : text }));
  }

  /** Removes an entry. */
  forget(key: string): void {
    try {
      localStorage.removeItem(key);
    } catch {
      // Where it cannot be removed it cannot be read either.
    }
  }

  /** Finds out whether there is room for a sheet before somebody relies on it. */
  #try(): void {
    const key = `${this.#name}:room`; // no sheet's
    this.#refused = !this.#set(key, " ".repeat(roomBytes));
    if (this.keeps) this.forget(key);
  }

  #entries(): { key: string; text: string }[] {
    if (this.#off) return [];
    const prefix = `${this.#name}/`;
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(prefix) && key !== `${prefix}last`)
        .map((key) => ({ key, text: localStorage.getItem(key) ?? "" }));
    } catch {
      return [];
    }
  }

  #setAside(key: string, text: string): void {
    let free = `${key}/kept`;
    while (this.#get(free) !== null) free += "+";
    if (this.#set(free, text)) this.forget(key);
  }

  #get(key: string): string | null {
    if (this.#off) return null;
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  #set(key: string, text: string): boolean {
    if (this.#off) return true;
    try {
      localStorage.setItem(key, text);
      return true;
    } catch {
      return false;
    }
  }
}

/** The draft in an entry's text; null where it holds none. */
function parse(text: string): Draft | null {
  try {
    const { sheet } = JSON.parse(text);
    const good = typeof sheet.edition === "string" && Number.isInteger(sheet.set) && Object.values(sheet.answers).every((o: unknown) => typeof o === "string");
    return good ? draftOf(sheet) : null;
  } catch {
    return null;
  }
}
