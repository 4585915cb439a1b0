// The words of the rubric: one JSON file a language and product set, beside the
// module, which has none. Each file says what it belongs to; words of another
// release or rubric, or that do not fit the rules code by code, are refused, so
// that no option is ever shown with another's label.

import { absolute, readJSON } from "./fetch.js";
import { failure } from "./problems.js";
import { release } from "./made/release.js";

/** The edition of the rules that this package holds. */
export const { edition } = release;

/** The languages that there are words in. */
export const languages = ["vi", "en"];

/**
 * Reads the words of a product set, of "all", or with "index" the catalogue.
 * @param folder the folder words, if it is not beside this file
 */
export async function readWords(lang, set, folder) {
  checkName(lang, set);
  const name = `words/${edition}/${lang}/${set}.json`;
  const words = await readJSON(() => folder
    ? new URL(`${edition}/${lang}/${set}.json`, slashed(absolute(folder)))
    : new URL(`./words/${edition}/${lang}/${set}.json`, import.meta.url), name); // whole, for bundlers to see
  const lists = set === "all" ? [words, words?.index, ...(Array.isArray(words?.sets) ? words.sets : [])] : [words];
  for (const part of lists) checkRelease(part, lang, name);
  if (typeof set === "number" && words.no !== set) throw unfit(name, "no");
  return words;
}

/** Refuses words that there cannot be. */
export function checkName(lang, set) {
  if (!languages.includes(lang) || !isSet(set)) throw failure("MODULE-15", { name: shown(lang, set) });
}

const isSet = (set) => set === "all" || set === "index" || (Number.isInteger(set) && set >= 1 && set <= 26);

const shown = (...parts) => parts.map((part) => (typeof part === "string" || typeof part === "number" ? part : typeof part)).join("/");

function slashed(url) {
  const text = String(url);
  return text.endsWith("/") ? text : `${text}/`;
}

/** Refuses words that are not of this release. */
function checkRelease(words, lang, name) {
  for (const [member, value] of Object.entries({ ...release, lang })) {
    if (own(words, member) !== value) throw unfit(name, member);
  }
}

/** Refuses words of another rubric than the one whose hash a module gives. */
export function checkRubric(words, rubric) {
  if (words.rubric !== rubric) throw unfit(`${words.lang}/${words.no ?? "index"}`, "rubric");
}

/** Refuses words that do not stand under exactly the codes of a product set's rules. */
export function checkSet(words, rules) {
  const name = `${words.lang}/${rules.no}`;
  checkRubric(words, rules.rubric);
  if (words.edition !== rules.edition || words.no !== rules.no) throw unfit(name, "no");
  const sections = rules.parts.flatMap((part) => part.sections);
  const criteria = sections.flatMap((section) => section.criteria);
  const codes = (list) => list.map(({ code }) => code);
  const fits = isText(words.name) &&
    isTable(words.gates, rules.gates.map(({ id }) => id), isText) &&
    isTable(words.parts, codes(rules.parts), isText) &&
    isTable(words.sections, codes(sections), isText) &&
    isTable(words.criteria, codes(criteria), () => true) &&
    criteria.every((criterion) => fitsCriterion(words.criteria[criterion.code], criterion));
  if (!fits) throw unfit(name, "codes");
}

function fitsCriterion(words, { options }) {
  const cases = [...new Set(options.flatMap((option) => option.case ?? []))].map(String);
  return isText(own(words, "name")) && isText(own(words, "group") ?? "") && Array.isArray(own(words, "notes")) && words.notes.every(isText) &&
    isTable(own(words, "cases") ?? {}, cases, isText) && isTable(own(words, "options"), options.map(({ code }) => code), isText);
}

/** Whether something is a table with exactly these names, each with what is asked for. */
function isTable(table, names, item) {
  return typeof table === "object" && table !== null && Object.keys(table).length === names.length &&
    names.every((name) => Object.hasOwn(table, name) && item(table[name]));
}

const isText = (text) => typeof text === "string";

const own = (object, name) => (typeof object === "object" && object !== null && Object.hasOwn(object, name) ? object[name] : undefined);

const unfit = (name, member) => failure("MODULE-11", { name, edition, member });
