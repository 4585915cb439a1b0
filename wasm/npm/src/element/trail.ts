// Back leads from a product set to the choice, forward to the set again: both are
// entries in the page's history, at the page's own address. A page with a router keeps
// what it needs in the state of its entries: there the form leaves the history alone.

import { isSetNo, type SetNo } from "./draft.js";

/** The product set that is open; null for the choice. */
export type Place = SetNo | null;

const key = "ocop-score";

export class Trail {
  readonly #name: string;
  readonly #isOn: () => boolean;

  /** @param name that of the form: there may be several in a page */
  constructor(name: string, isOn: () => boolean) {
    this.#name = name;
    this.#isOn = isOn;
  }

  /** The place that an entry of the history stands for; undefined where it says nothing of it. */
  at(state: unknown): Place | undefined {
    const place = this.#isOn() ? placesIn(state)[this.#name] : undefined;
    return place === null || isSetNo(place) ? place : undefined;
  }

  /** A person went from one place to another. */
  go(from: Place, to: Place): void {
    if (!this.#isOn() || from === to || !isFree(history.state)) return;
    try {
      history.replaceState(this.#with(from), "");
      history.pushState(this.#with(to), "");
    } catch {
      // A browser may refuse so many entries, or any in a frame: then there is no way back.
    }
  }

  #with(place: Place): unknown {
    return { [key]: { ...placesIn(history.state), [this.#name]: place } };
  }
}

const placesIn = (state: unknown): Readonly<Record<string, unknown>> => (state as { [key]?: Record<string, unknown> } | null)?.[key] ?? {};

/** Whether an entry is nobody's, or ours alone. */
const isFree = (state: unknown): boolean => state === null || (typeof state === "object" && Object.keys(state).join() === key);
