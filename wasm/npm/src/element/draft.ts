// What a person has entered for one product set: a sheet, and the evidence ticked.

import { isSetNumber } from "../plain.js";
import type { Sheet } from "../types.js";
import { edition } from "../words.js";

/** The number of a product set. */
export type SetNo = Sheet["set"];

export interface Draft extends Sheet {
  gates: string[];
  ticks: string[];
}

export const isSetNo = (n: unknown): n is SetNo => isSetNumber(n);

/** Nothing entered yet. */
export const blank = (set: SetNo): Draft => ({ edition, set, answers: {}, gates: [], ticks: [] });

/** The draft that a sheet makes, with the ticks that there were. */
export const draftOf = (sheet: Sheet, ticks: readonly string[] = []): Draft =>
  ({ edition: sheet.edition, set: sheet.set, answers: { ...sheet.answers }, gates: [...(sheet.gates ?? [])], ticks: [...ticks] });

/** The sheet of a draft, as every other program takes it. */
export function sheetOf({ edition, set, answers, gates }: Draft): Sheet {
  const codes = Object.keys(answers).sort(); // always the same, so that sheets can be compared
  const sheet: Sheet = { edition, set, answers: Object.fromEntries(codes.map((code) => [code, answers[code]])) };
  if (gates.length > 0) sheet.gates = [...gates].sort();
  return sheet;
}

export const isEmpty = (draft: Draft): boolean => Object.keys(draft.answers).length === 0 && draft.gates.length === 0 && draft.ticks.length === 0;

/** Whether two drafts make the same sheet. */
export function sameSheet(a: Draft, b: Draft): boolean {
  const text = ({ answers, ...rest }: Sheet) => JSON.stringify([rest, Object.entries(answers)]);
  return text(sheetOf(a)) === text(sheetOf(b));
}

/** How much is answered. */
export const answered = (draft: Draft): number => Object.keys(draft.answers).length;

/** The name under which the evidence of a criterion is ticked. */
export const tickKey = (criterion: string, kind: string): string => `${criterion}/${kind}`;
