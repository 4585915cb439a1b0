// What is drawn of the law. Nothing is decided by it: points, bands, stars and
// minima come from the module.

/** Where the bands above 1 star begin, from below: what the module's rules say of them. */
export const marksOf = (bands) => bands.filter(({ least }) => least > 0).reverse();

/** The band after the one that a total stands in, with the points to it; undefined at the top. */
export function bandAfter(marks, total) {
  const next = marks.find(({ least }) => total < least);
  return next && { star: next.star, points: next.least - total };
}

/** All criteria of a rubric or of rules, in printed order. */
export const criteriaOf = (rubric) => rubric.parts.flatMap((part) => part.sections).flatMap((section) => section.criteria);

/** The star to strive for after what a result has or can still have; undefined where there is none. */
export function starAfter(result) {
  const reached = result.status === "classified" ? result.star : result.bounds?.star[1];
  return reached < 5 ? reached + 1 : undefined;
}

/** The minima of that star that what is answered misses. */
export function held(result) {
  const star = starAfter(result);
  return result.shortfalls.filter((s) => s.star === star && s.have !== null);
}

/** Whether "không đạt mức nào" is an answer: where no option with 0 points is printed. */
export const allowsNone = (criterion) => criterion.options.every((option) => option.points !== 0);
