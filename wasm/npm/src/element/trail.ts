// Back leads from a product set to the choice, forward to the set again: both are
// entries in the page's history, at the page's own address. A page with a router keeps
// what it needs in the state of its entries: there the form leaves the history alone.

import { setAt, type Place } from "./store.js";

const key = "ocop-score";

export class Trail {
  readonly #name: string;
  readonly #isOn: () => boolean;

  /** @param name that of the form: there may be several in a page */
  constructor(name: string, isOn: () => boolean) {
    this.#name = name;
    this.#isOn = isOn;
  }

  /** The place that an entry of the history stands for, null for the choice; undefined where it says nothing of it. */
  at(state: unknown): Place | null | undefined {
    const place = this.#isOn() ? placesIn(state)[this.#name] : undefined;
    if (place === null) return null;
    return setAt(place) === undefined ? undefined : String(place);
  }

  /** A person went from one place to another. */
  go(from: Place | null, to: Place | null): void {
    if (!this.#isOn() || from === to || !isFree(history.state)) return;
    try {
      history.replaceState(this.#with(from), "");
      history.pushState(this.#with(to), "");
    } catch {
      // A browser may refuse so many entries, or any in a frame: then there is no way back.
    }
  }

  #with(place: Place | null): unknown {
    return { [key]: { ...placesIn(history.state), [this.#name]: place } };
  }
}

const placesIn = (state: unknown): Readonly<Record<string, unknown>> => (state as { [key]?: Record<string, unknown> } | null)?.[key] ?? {};

/** Whether an entry is nobody's, or ours alone. */
const isFree = (state: unknown): boolean => state === null || (typeof state === "object" && Object.keys(state).join() === key);
