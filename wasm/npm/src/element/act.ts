// What people can do in the form.

import type { SetNo } from "./draft.js";

export interface Act {
  answer(criterion: string, option: string | undefined): void;
  gate(id: string, found: boolean): void;
  evidence(criterion: string, kind: string, had: boolean): void;
  choose(set: SetNo): void;
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
