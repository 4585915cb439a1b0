// What people can do in the form.

import type { About, SetNo, Wishes } from "./draft.js";
import type { Place } from "./store.js";

export interface Act {
  answer(criterion: string, option: string | undefined): void;
  gate(id: string, found: boolean): void;
  evidence(criterion: string, kind: string, had: boolean): void;
  about(field: keyof About, text: string): void;
  note(criterion: string, text: string): void;
  undo(): void;
  redo(): void;
  /** Changes what is wanted of the way to a star. */
  wish(change: (wishes: Wishes) => void): void;
  choose(set: SetNo): void;
  /** Opens a product that is kept. */
  openAt(place: Place): void;
  /** Begins another product of the set at hand. */
  another(): void;
  /** Begins a new version of a product, with all that stands in it. */
  duplicate(place?: Place): void;
  /** Takes a product out of the list; it can be had back. */
  remove(place: Place): void;
  bringBack(place: Place): void;
  /** Shows how two products of a set differ. */
  compare(place?: Place): void;
  /** Hands out all products as one file. */
  backup(): void;
  /** Keeps what is only looked at. */
  keep(): void;
  change(): void;
  /** Step by step from now on, or the whole page. */
  pace(stepwise: boolean): void;
  review(): void;
  finish(): void;
  share(): void;
  print(): void;
  save(): void;
  open(): void;
  clear(): void;
}
