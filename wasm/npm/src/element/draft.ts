// What a person has entered for one product: a sheet, with what stands beside the levels.

import { isSetNumber } from "../plain.js";
import type { Sheet } from "../types.js";
import { edition } from "../words.js";

/** The number of a product set. */
export type SetNo = Sheet["set"];

/** Whose sheet it is: typed once, printed on every paper. */
export const aboutFields = ["product", "producer", "address", "assessor"] as const;

/** All that a sheet says of that; the day has no field here, and is kept. */
export const aboutMembers = [...aboutFields, "day"] as const;
export type About = { [N in (typeof aboutMembers)[number]]?: string };

/** What a person wants of the way to a star; it is no part of the sheet. */
export interface Wishes {
  /** The star to plan for; without it the next. */
  star?: number;
  /** The criteria that are to stay as they are. */
  locked: string[];
  /** How dear it is to change a criterion, where it is not 1. */
  cost: Record<string, number>;
}

export interface Draft extends Sheet {
  gates: string[];
  about: About;
  /** The kinds of evidence that are there, by criterion. */
  evidence: Record<string, string[]>;
  /** Notes by criterion. */
  notes: Record<string, string>;
  wishes: Wishes;
}

export const isSetNo = (n: unknown): n is SetNo => isSetNumber(n);

/** Nothing entered yet. */
export const blank = (set: SetNo): Draft => ({ edition, set, answers: {}, gates: [], about: {}, evidence: {}, notes: {}, wishes: { locked: [], cost: {} } });

/** The levels and knock-outs of a draft: all that the rules ask for. */
export function sheetOf({ edition, set, answers, gates }: Sheet): Sheet {
  const codes = Object.keys(answers).sort(); // always the same, so that sheets can be compared
  const sheet: Sheet = { edition, set, answers: Object.fromEntries(codes.map((code) => [code, answers[code]])) };
  if (gates && gates.length > 0) sheet.gates = [...gates].sort();
  return sheet;
}

const isFilled = (of: object): boolean => Object.keys(of).length > 0;

/** The sheet of a draft with all that stands beside the levels, as every other program takes it. */
export const wholeSheet = (draft: Draft): Sheet => {
  const { about, evidence, notes } = draft;
  return { ...sheetOf(draft), ...(isFilled(about) && { about: { ...about } }), ...(isFilled(evidence) && { evidence: structuredClone(evidence) }), ...(isFilled(notes) && { notes: { ...notes } }) };
};

/** The draft that a sheet makes. What the sheet says nothing of stays as it was in another. */
export function draftOf(sheet: Sheet, before: Draft = blank(sheet.set)): Draft {
  const { edition, set, answers, gates = [], about = before.about, evidence = before.evidence, notes = before.notes } = sheet as Sheet & Partial<Draft>;
  return structuredClone({ edition, set, answers, gates, about, evidence, notes, wishes: before.wishes });
}

export const isScored = (draft: Draft): boolean => isFilled(draft.answers) || draft.gates.length > 0;

/** Whether nothing would be lost with it; a product's name alone is no loss. */
export const isEmpty = (draft: Draft): boolean => !isScored(draft) && !isFilled(draft.evidence) && !isFilled(draft.notes);

/** Whether two drafts make the same sheet. */
export function sameSheet(a: Draft, b: Draft): boolean {
  const text = ({ answers, ...rest }: Sheet) => JSON.stringify([rest, Object.entries(answers)]);
  return text(sheetOf(a)) === text(sheetOf(b));
}

/** How much is answered. */
export const answered = (draft: Draft): number => Object.keys(draft.answers).length;

/** Whether a kind of evidence is there for a criterion. */
export const hasEvidence = ({ evidence }: Draft, criterion: string, kind: string): boolean => evidence[criterion]?.includes(kind) ?? false;
