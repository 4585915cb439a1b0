// What is kept on the device: one entry a product set, in localStorage, which
// may be full, forbidden, or hold what an older version left there. Whatever
// happens, what was entered stays at least in memory.

import { edition } from "../index.js";
import { answered, blank, draftOf, sheetOf } from "./draft.js";

export class Store {
  #name;
  #memory = new Map(); // set → draft
  #last = null;
  #off;

  /** @param off whether nothing is to be kept on the device */
  constructor(name, off = false) {
    this.#name = name;
    this.#off = off;
  }

  /** The key of a product set. */
  key(set) {
    return `${this.#name}/${edition}/${set}`;
  }

  /** The draft of a product set: what is kept, or a blank one. */
  read(set) {
    if (this.#memory.has(set)) return structuredClone(this.#memory.get(set));
    const key = this.key(set);
    const text = this.#get(key);
    if (text === null) return blank(set);
    const draft = parse(text);
    if (draft?.edition === edition && draft.set === set) return draft;
    this.#setAside(key, text);
    return blank(set);
  }

  /** The draft that another window wrote; null where it cannot be read. */
  fromElsewhere(set, text) {
    const draft = parse(text);
    if (draft?.edition !== edition || draft.set !== set) return null;
    this.#memory.set(set, draft);
    return structuredClone(draft);
  }

  /** Keeps a draft; false where the device refuses. */
  write(draft) {
    this.#memory.set(draft.set, structuredClone(draft));
    const { ticks } = draft;
    return this.#set(this.key(draft.set), JSON.stringify({ sheet: sheetOf(draft), ticks }));
  }

  /** Puts a draft aside that the rules refuse. */
  setAside(set) {
    this.#memory.delete(set);
    const text = this.#get(this.key(set));
    if (text !== null) this.#setAside(this.key(set), text);
  }

  /** The product set that was open last, or null. */
  get last() {
    const n = Number(this.#get(`${this.#name}/last`) ?? this.#last);
    return Number.isInteger(n) && n >= 1 && n <= 26 ? n : null;
  }

  set last(set) {
    this.#last = set;
    this.#set(`${this.#name}/last`, String(set ?? ""));
  }

  /** How many criteria are answered in each product set: set → number. */
  counts() {
    const counts = new Map();
    const kept = this.#entries().map(({ text }) => parse(text));
    for (const draft of [...kept, ...this.#memory.values()]) {
      if (draft?.edition === edition) counts.set(draft.set, answered(draft));
    }
    return counts;
  }

  /** What is kept but cannot be opened here: another edition's, or damaged. */
  strange() {
    return this.#entries()
      .map(({ key, text }) => ({ key, text, draft: parse(text) }))
      .filter(({ key, draft }) => key !== this.key(draft?.set) || draft.edition !== edition)
      .map(({ key, text, draft }) => ({ key, edition: draft?.edition, text: draft ? JSON.stringify(sheetOf(draft), null, 2) : text }));
  }

  /** Removes an entry. */
  forget(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // Where it cannot be removed it cannot be read either.
    }
  }

  #entries() {
    if (this.#off) return [];
    const prefix = `${this.#name}/`;
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(prefix) && key !== `${prefix}last`)
        .map((key) => ({ key, text: localStorage.getItem(key) }));
    } catch {
      return [];
    }
  }

  #setAside(key, text) {
    let free = `${key}/kept`;
    while (this.#get(free) !== null) free += "+";
    if (this.#set(free, text)) this.forget(key);
  }

  #get(key) {
    if (this.#off) return null;
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  #set(key, text) {
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
function parse(text) {
  try {
    const { sheet, ticks = [] } = JSON.parse(text);
    const good = typeof sheet.edition === "string" && Number.isInteger(sheet.set) && Object.values(sheet.answers).every((o) => typeof o === "string");
    return good ? draftOf(sheet, ticks) : null;
  } catch {
    return null;
  }
}
