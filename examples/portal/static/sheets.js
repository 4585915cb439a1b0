// Sheets beside each other: which are the same, what differs.

import { t } from "./lang.js";
import { criteriaOf, rubricOf } from "./library.js";

/** Whether two sheets say the same. */
export const sameSheet = (a, b) => a.edition === b.edition && a.set === b.set && differing(a, b).length === 0 && sameGates(a.gates ?? [], b.gates ?? []);

const sameGates = (a, b) => a.length === b.length && a.every((gate) => b.includes(gate));

const differing = (a, b) => [...new Set([...Object.keys(a.answers), ...Object.keys(b.answers)])].filter((code) => a.answers[code] !== b.answers[code]);

/** Whether two names are one person's, however they are typed. */
export const sameName = (a, b) => plain(a) === plain(b);

const plain = (name) => name.normalize("NFC").trim().replace(/\s+/g, " ").toLocaleLowerCase("vi");

/** The codes that most gave, several where as many gave each, and how many did. */
export function commonest(codes) {
  const counts = new Map();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const n = Math.max(0, ...counts.values());
  return { n, codes: [...counts.keys()].filter((code) => counts.get(code) === n) };
}

/** An option's letter as people say it. */
export const printed = (code) => ({ yes: t("optionYes"), no: t("optionNo"), none: t("optionNone") })[code] ?? code;

/** What differs between two sheets, in words; the first few of many. */
export async function changesBetween(before, after) {
  if (before.set !== after.set) return t("otherSet", { before: before.set, after: after.set });
  const criteria = criteriaOf(await rubricOf(after.set));
  const codes = [...criteria.keys()].filter((code) => differing(before, after).includes(code));
  if (codes.length === 0) return t(sameSheet(before, after) ? "noChange" : "gatesChanged");
  const level = (code, option) => {
    if (option === undefined) return t("unanswered");
    const points = criteria.get(code).options.find((one) => one.code === option)?.points ?? 0;
    return `${printed(option)} (${t("levelPoints", { points })})`;
  };
  const few = 6;
  const items = codes.slice(0, few).map((code) => t("levelChange", { code, before: level(code, before.answers[code]), after: level(code, after.answers[code]) }));
  if (codes.length > few) items.push(t("moreChanges", { n: codes.length - few }));
  return items.join("; ");
}
