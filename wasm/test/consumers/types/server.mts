// A server: no DOM library, and no types of Node.

import { edition, load, OcopError, type Dossier, type Ocop, type Options, type Problem, type Result, type RubricSet, type Sheet } from "@ocop-vn/ocop";

const options: Options = { words: ["vi"] };
const ocop: Ocop = await load(options);
const sheet: Sheet = { edition, set: 13, answers: { "1.1": "c" } };
const result: Result = ocop.score(sheet);
export const total: number = result.total;
export const worded = ocop.rubric(13, { lang: "vi" }).name.length;
export const check = (dossier: Dossier): Problem[] => ocop.validate(dossier).problems;
export const rubric = (): RubricSet => ocop.rubric(13);
export const isOurs = (error: unknown): error is OcopError => error instanceof OcopError;
