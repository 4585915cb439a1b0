// What a person has entered for one product set: a sheet, and the evidence ticked.

import { edition } from "../index.js";

/** Nothing entered yet. */
export const blank = (set) => ({ edition, set, answers: {}, gates: [], ticks: [] });

/** The draft that a sheet makes, with the ticks that there were. */
export const draftOf = (sheet, ticks = []) => ({ edition: sheet.edition, set: sheet.set, answers: { ...sheet.answers }, gates: [...(sheet.gates ?? [])], ticks: [...ticks] });

/** The sheet of a draft, as every other program takes it. */
export function sheetOf({ edition, set, answers, gates }) {
  const codes = Object.keys(answers).sort(); // always the same, so that sheets can be compared
  const sheet = { edition, set, answers: Object.fromEntries(codes.map((code) => [code, answers[code]])) };
  if (gates.length > 0) sheet.gates = [...gates].sort();
  return sheet;
}

export const isEmpty = (draft) => Object.keys(draft.answers).length === 0 && draft.gates.length === 0 && draft.ticks.length === 0;

/** Whether two drafts make the same sheet. */
export function sameSheet(a, b) {
  const text = ({ answers, ...rest }) => JSON.stringify([rest, Object.entries(answers)]);
  return text(sheetOf(a)) === text(sheetOf(b));
}

/** How much is answered. */
export const answered = (draft) => Object.keys(draft.answers).length;

/** The name under which the evidence of a criterion is ticked. */
export const tickKey = (criterion, kind) => `${criterion}/${kind}`;
