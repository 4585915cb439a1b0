// What people can do in the form.

import type { SetNo, Wishes } from "./draft.js";

export interface Act {
  answer(criterion: string, option: string | undefined): void;
  gate(id: string, found: boolean): void;
  evidence(criterion: string, kind: string, had: boolean): void;
  /** Changes what is wanted of the way to a star. */
  wish(change: (wishes: Wishes) => void): void;
  choose(set: SetNo): void;
  change(): void;
  share(): void;
  print(): void;
  save(): void;
  open(): void;
  clear(): void;
}
