// What is drawn of the law. Nothing is decided by it: points, bands, stars and
// minima come from the module.

import type { Catalogue, Result, Rules, RubricSet, Sheet, Worded } from "../types.js";

/** A product set's rubric with its words in one language, and what it consists of. */
export type Rubric = Worded<RubricSet>;
export type Part = Rubric["parts"][number];
export type Section = Part["sections"][number];
export type Criterion = Section["criteria"][number];
export type Option = Criterion["options"][number];
export type Gate = Rubric["gates"][number];

/** A kind of evidence, and all of them by their ids. */
type Kind = Catalogue["evidence"][number];
export type Kinds = ReadonlyMap<string, Kind>;

/** Where a band begins. */
export type Mark = Rules["bands"][number];

export type Shortfall = Result["shortfalls"][number];

/** The name of a product set; "" while the catalogue is on its way. */
export const setName = (catalogue: Catalogue | undefined, set: number): string =>
  catalogue?.sectors.flatMap(({ sets }) => sets).find(({ no }) => no === set)?.name ?? "";

/** Where the bands above 1 star begin, from below: what the rules say of them. */
export const marksOf = (bands: readonly Mark[]): Mark[] => bands.filter(({ least }) => least > 0).reverse();

/** The band after the one that a total stands in, with the points to it; undefined at the top. */
export function bandAfter(marks: readonly Mark[], total: number): { star: number; points: number } | undefined {
  const next = marks.find(({ least }) => total < least);
  return next && { star: next.star, points: next.least - total };
}

/** All criteria of a rubric or of rules, in printed order. */
export const criteriaOf = <C>(rubric: { parts: { sections: { criteria: C[] }[] }[] }): C[] =>
  rubric.parts.flatMap((part) => part.sections).flatMap((section) => section.criteria);

/** The star to strive for after what a result has or can still have; undefined where there is none. */
export function starAfter(result: Result): number | undefined {
  const reached = result.status === "classified" ? result.star : result.bounds?.star[1];
  return typeof reached === "number" && reached < 5 ? reached + 1 : undefined;
}

/** The minima of that star that what is answered misses. */
export function held(result: Result): Shortfall[] {
  const star = starAfter(result);
  return result.shortfalls.filter((s) => s.star === star && s.have !== null);
}

/** Whether a higher level than the answer is printed, in the case that it stands in; what leads to a star, the module says. */
export function canRise(options: readonly Option[], answer: string | undefined): boolean {
  const had = options.find(({ code }) => code === answer);
  return options.some((option) => option.points > (had?.points ?? 0) && (!had || option.case === had.case));
}

/** The criteria that fall away, as the rules say it, while there is no result yet. */
export const fallsAway = (criteria: Iterable<Pick<Criterion, "code" | "appliesUnless">>, { answers }: Sheet): string[] =>
  [...criteria].filter(({ appliesUnless: unless }) => unless && answers[unless.criterion] === unless.option).map(({ code }) => code);

/** Whether "không đạt mức nào" is an answer: where no option with 0 points is printed. */
export const allowsNone = ({ options }: { options: readonly { points: number }[] }): boolean => options.every(({ points }) => points !== 0);

/** Whether minima keep the star below the band of the points. */
export const heldBack = ({ band, star }: Result): boolean => band !== null && star !== null && band > star;
