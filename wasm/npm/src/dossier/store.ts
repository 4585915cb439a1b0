// The dossiers that the device keeps, one entry each. A change is made in what stands
// there at that moment, so that two windows lose nothing of each other's.

import { Shelf } from "../element/shelf.js";
import type { Database } from "./database.js";
import { isTable, merged, type Table } from "./tree.js";

/** A dossier as it is kept. */
export interface Kept {
  id: string;
  dossier: Table;
  /** When it was last changed, or removed, in milliseconds. */
  at: number;
  /** Whether the person removed it: it can still be had back. */
  gone?: boolean;
  /** What a page gave, if it began with that: given again, it means this dossier, whatever was entered since. */
  given?: Table;
  /** The kinds of evidence that were ticked in the self-assessment it began with, by criterion. */
  ticked?: Record<string, string[]>;
}

/** What a device keeps. */
export interface Lists {
  kept: readonly Kept[];
  gone: readonly Kept[];
}

const mostGone = 20;

export class Store {
  readonly #database: Database;
  readonly #name: string | undefined;
  readonly #shelf: Shelf<never>; // localStorage is written at once, where a page that goes cannot wait for the database
  readonly #window = newId();
  #channel: BroadcastChannel | undefined;
  readonly #listeners = new Set<(id: string) => void>();

  /** @param name that of the forms that share what they keep; undefined where nothing is kept */
  constructor(database: Database, name: string | undefined) {
    this.#database = database;
    this.#name = name;
    this.#shelf = new Shelf(name === undefined);
  }

  /** Begins to hear of other windows, and to tell them; close ends it. */
  open(): void {
    if (this.#channel || this.#name === undefined || !globalThis.BroadcastChannel) return;
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.addEventListener("message", ({ data }) => typeof data === "string" && this.#listeners.forEach((listener) => listener(data)));
  }

  /** Has somebody told what was changed in another window, or by another form. */
  listen(listener: (id: string) => void): void {
    this.#listeners.add(listener);
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }

  get refused(): boolean {
    return this.#database.refused;
  }

  /** All dossiers, the latest first; with gone those that were removed. */
  async list(gone = false): Promise<Kept[]> {
    const entries = await Promise.all((await this.#database.keys("dossiers")).map((id) => this.#database.get<unknown>("dossiers", id)));
    return entries.filter(isKept).filter((one) => Boolean(one.gone) === gone).sort((a, b) => b.at - a.at);
  }

  /** What the list of dossiers shows: those that are kept, and those that were removed. */
  async lists(): Promise<Lists> {
    return { kept: await this.list(), gone: await this.list(true) };
  }

  async find(id: string): Promise<Kept | undefined> {
    const entry = await this.#database.get<unknown>("dossiers", id);
    return isKept(entry) && !entry.gone ? entry : undefined;
  }

  /** Puts a dossier beside the others; gives its id. */
  async add(dossier: Table, more: Pick<Kept, "ticked" | "given"> & Partial<Pick<Kept, "at">> = {}): Promise<string> {
    const id = newId();
    await this.#put(id, () => ({ at: Date.now(), ...more, id, dossier }));
    return id;
  }

  /** Makes what was changed from one dossier to another in what stands there; gives what stands there then. */
  async change(id: string, base: Table, mine: Table): Promise<Table> {
    // What another window has removed is kept as it was seen here.
    const kept = await this.#put(id, (entry) => ({ ...entry, id, at: Date.now(), gone: false, dossier: (merged(base, mine, entry?.dossier ?? base) ?? {}) as Table }));
    return kept?.dossier ?? mine;
  }

  /** Leaves a change behind that the database may not have taken when the page goes. */
  leave(id: string, base: Table, mine: Table): void {
    this.#shelf.set(this.#leftBy(id), JSON.stringify({ base, mine } satisfies Left));
  }

  /** The database has taken what was left behind. */
  forget(id: string): void {
    this.#shelf.remove(this.#leftBy(id));
  }

  /** Makes the changes that pages have left behind; what was written since stands. */
  async takeIn(): Promise<void> {
    const begin = `${this.#name}/left/`;
    for (const key of this.#shelf.keys(begin)) {
      const left = leftOf(this.#shelf.get(key));
      const id = key.slice(begin.length).split("/")[0]!;
      if (left) await this.#put(id, (entry) => entry && { ...entry, dossier: (merged(left.base, entry.dossier, left.mine) ?? {}) as Table });
      this.#shelf.remove(key);
    }
  }

  /** Each window leaves its own: two may go at once. */
  #leftBy(id: string): string {
    return `${this.#name}/left/${id}/${this.#window}`;
  }

  /** Takes a dossier out of the list; the last that were can be had back. */
  async remove(id: string): Promise<void> {
    await this.#put(id, (entry) => entry && { ...entry, gone: true, at: Date.now() });
    for (const { id: old } of (await this.list(true)).slice(mostGone)) await this.#put(old, () => undefined);
  }

  /** Puts a dossier among those that were removed. */
  async putAway(dossier: Table): Promise<void> {
    await this.remove(await this.add(dossier));
  }

  async bringBack(id: string): Promise<void> {
    await this.#put(id, (entry) => entry && { ...entry, gone: false, at: Date.now() });
  }

  async #put(id: string, to: (entry: Kept | undefined) => Kept | undefined): Promise<Kept | undefined> {
    const kept = await this.#database.change<unknown>("dossiers", id, (entry) => to(isKept(entry) ? entry : undefined));
    this.#channel?.postMessage(id);
    return isKept(kept) ? kept : undefined;
  }

  /** The hashes of all files that any dossier names, and the ids of the dossiers, of those that were removed too; undefined where one cannot be read here, as a later version has written it. */
  async named(): Promise<{ files: Set<string>; dossiers: Set<string> } | undefined> {
    const all = await Promise.all((await this.#database.keys("dossiers")).map((id) => this.#database.get<unknown>("dossiers", id)));
    return all.every(isKept) ? { files: new Set(all.flatMap(({ dossier }) => hashesIn(dossier))), dossiers: new Set(all.map(({ id }) => id)) } : undefined;
  }
}

const newId = (): string => crypto.getRandomValues(new Uint32Array(2)).reduce((text, number) => text + number.toString(36), "");

/** The hashes of the files that a dossier names. */
export const hashesIn = ({ evidence }: Table): string[] =>
  (Array.isArray(evidence) ? evidence : []).flatMap((piece) => (isTable(piece) && isTable(piece.file) && typeof piece.file.sha256 === "string" ? [piece.file.sha256] : []));

/** A change of a dossier that a page has left behind. */
interface Left {
  base: Table;
  mine: Table;
}

function leftOf(text: string | null): Left | undefined {
  try {
    const left = JSON.parse(text ?? "null") as Partial<Left> | null;
    return left && isTable(left.base) && isTable(left.mine) ? (left as Left) : undefined;
  } catch {
    return undefined;
  }
}

/** Storage may hold anything. */
const isKept = (entry: unknown): entry is Kept => {
  const kept = entry as Partial<Kept> | undefined;
  return isTable(kept) && typeof kept.id === "string" && isTable(kept.dossier) && typeof kept.at === "number";
};
