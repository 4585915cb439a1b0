// What is missing in a draft, what is wrong, and what is worth a look, as the module says.

import type { Ocop } from "../ocop.js";
import { problemOf } from "../problems.js";
import type { Problem } from "../types.js";
import type { Form } from "./form.js";
import { shapeAt, type Shape } from "./shape.js";
import { sayIn } from "./texts.js";
import { isTable, isWithin, valueAt, withValue, type Json, type Table } from "./tree.js";
import { unreadIn } from "./unread.js";

/** What a check found. */
export interface Check {
  problems: readonly Problem[];
  /** What is not there yet. */
  missing: readonly Problem[];
  /** What is there and cannot stay so. */
  wrong: readonly Problem[];
  /** What may stay so. */
  advice: readonly Problem[];
}

export const noCheck: Check = { problems: [], missing: [], wrong: [], advice: [] };

const mostRounds = 4; // of asking anew; the dossier is not nested deeper

/**
 * Checks a draft as of a day. The module tells of a whole part that is missing only once:
 * it is asked for its members too. And where something is wrong, it says first that, and
 * nothing of the rules: they are asked for the rest without it.
 */
export function check(ocop: Ocop, shape: Shape, draft: Table, on: string): Check {
  const { opened, found } = withParts(ocop, shape, draft, on);
  const wrong = found.filter(isWrong);
  const rest = wrong.length > 0 && wrong.every(({ layer }) => layer === "schema") ? review(ocop, wrong.reduce(withoutWrong, opened), on).filter((problem) => !isMissing(problem)) : [];
  return sorted([...found, ...rest.filter((problem) => !found.some((one) => isTheSame(one, problem)))]);
}

/** The same with what was typed somewhere and not understood: it is in a field, and not in the dossier. */
export function withUnread(form: Form, found: Check): Check {
  const message = [sayIn("vi")("unread"), sayIn("en")("unread")] as const;
  return sorted([...found.problems, ...unreadIn(form, "").map((path) => ({ ...problemOf(message, unread), path }))]);
}

/** The code of what was typed and not understood. */
export const unread = "FORM-11";

const review = (ocop: Ocop, draft: Table, on: string): Problem[] => ocop.review(draft as never, { on }).problems;

/** The draft with the parts that are missing as a whole, empty, and what is found in it. */
function withParts(ocop: Ocop, shape: Shape, draft: Table, on: string, rounds = mostRounds): { opened: Table; found: Problem[] } {
  const found = review(ocop, draft, on);
  const parts = found.filter((problem) => isMissing(problem) && shapeAt(shape, problem.path)?.members && valueAt(draft, problem.path) === undefined);
  if (parts.length === 0 || rounds === 0) return { opened: draft, found };
  return withParts(ocop, shape, parts.reduce((document, { path }) => withValue(document, path, {}), draft), on, rounds - 1);
}

/** Takes out what is wrong, or what it stands in where that would be a row of a list. */
function withoutWrong(draft: Table, { path }: Problem): Table {
  const value: Json | undefined = valueAt(draft, path);
  return value === undefined || path === "" ? draft : withValue(draft, path, undefined);
}

const missingCodes = new Set(["DOSSIER-01", "DOSSIER-30"]);

export const isMissing = ({ code }: Problem): boolean => missingCodes.has(code);

const isWrong = (problem: Problem): boolean => problem.severity === "error" && !isMissing(problem);

const isTheSame = (a: Problem, b: Problem): boolean => a.code === b.code && a.path === b.path;

const sorted = (problems: readonly Problem[]): Check => ({
  problems,
  missing: problems.filter(isMissing),
  wrong: problems.filter(isWrong),
  advice: problems.filter(({ severity }) => severity === "warning"),
});

/** Of some problems those that are in one of some places. */
export const within = (problems: readonly Problem[], places: readonly string[]): Problem[] => problems.filter(({ path }) => places.some((place) => isWithin(path, place)));

/** Whether anything is entered in one of some places. */
export const isBegun = (draft: Table, places: readonly string[]): boolean => places.some((place) => isFilled(valueAt(draft, place)));

const isFilled = (value: Json | undefined): boolean => (Array.isArray(value) ? value.length > 0 : isTable(value) ? Object.values(value).some(isFilled) : value !== undefined);
