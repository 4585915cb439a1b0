// Where texts are kept on the device: localStorage, which may be full, forbidden, or
// written by another window at any time. What it refuses is held in memory. The forms
// of one name on a page share one shelf: a document hears nothing of its own writing.

/** What the device refused, and what stood there when it did. */
interface Held<T> {
  base: string | null;
  value: T;
}

export class Shelf<T> {
  readonly held = new Map<string, Held<T>>();
  /** Whether nothing is to be kept on the device. */
  readonly off: boolean;
  readonly #listeners = new Set<() => void>();
  /** Whether the device should keep what is entered and does not. */
  refused = false;

  constructor(off: boolean) {
    this.off = off;
  }

  /** Whether the device keeps what is entered. */
  get keeps(): boolean {
    return !this.off && !this.refused;
  }

  get(key: string): string | null {
    if (this.off) return null;
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  /** Writes a text; false where the device does not take it. */
  set(key: string, text: string): boolean {
    if (this.off) return false;
    try {
      localStorage.setItem(key, text);
      return true;
    } catch {
      return false;
    }
  }

  remove(key: string): void {
    this.held.delete(key);
    try {
      if (!this.off) localStorage.removeItem(key);
    } catch {
      // Where it cannot be removed it cannot be read either.
    }
  }

  /** All keys that begin so, whether the device has them or not. */
  keys(prefix: string): string[] {
    return [...new Set([...this.#stored(), ...this.held.keys()])].filter((key) => key.startsWith(prefix));
  }

  #stored(): string[] {
    try {
      return this.off ? [] : Object.keys(localStorage);
    } catch {
      return [];
    }
  }

  /** Finds out whether there is room before somebody relies on it. */
  tryRoom(key: string, bytes: number): void {
    if (this.off) return;
    this.refused = !this.set(key, " ".repeat(bytes));
    if (!this.refused) this.remove(key);
  }

  /** Has a form told when another one on the page wrote something. */
  listen(listener: () => void): void {
    this.#listeners.add(listener);
  }

  unlisten(listener: () => void): void {
    this.#listeners.delete(listener);
  }

  /** Tells the other forms on the page. */
  tell(from: () => void): void {
    for (const listener of this.#listeners) if (listener !== from) listener();
  }
}
