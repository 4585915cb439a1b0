// The words of the rubric: one JSON file a language, beside the module, which has
// none. They say what they belong to; words of another release or rubric, or that
// do not fit the rules code by code, are refused, so that no option is ever shown
// with another's label.

import { addressOf, readJSON } from "./fetch.js";
import { own } from "./files.js";
import { release } from "./made/release.js";
import { isSetNumber } from "./plain.js";
import { failure, isOf } from "./problems.js";
import type { Address, Catalogue, Lang, Rules } from "./types.js";

/** The edition of the rules that this package holds. */
export const { edition } = release;

/** The languages that there are words in. */
export const languages: readonly Lang[] = ["vi", "en"];

/** What words are of. */
interface Belonging {
  edition: string;
  lang: Lang;
  version: string;
  rubric: string;
}

/** The words of a language. */
export interface Words extends Belonging {
  index: Catalogue;
  sets: SetWords[];
}

/** The words of a product set, under the codes of its rules. */
export interface SetWords extends Belonging {
  no: number;
  name: string;
  gates: Record<string, string>;
  parts: Record<string, string>;
  sections: Record<string, string>;
  criteria: Record<string, CriterionWords>;
}

export interface CriterionWords {
  name: string;
  group?: string;
  notes: string[];
  cases?: Record<string, string>;
  options: Record<string, string>;
}

/**
 * Reads the words of a language. Where a cache has kept those of another release,
 * they are asked for once more.
 * @param folder the folder words, if it is not the package's own
 * @param fresh past the browser's cache
 */
export async function readWords(lang: Lang, folder?: Address, fresh = false): Promise<Words> {
  checkName(lang, "all");
  const file = `${edition}/${lang}/all.json`;
  return asked(fresh, async (past) => {
    const words = await readJSON(`words/${lang}`, inFolder(folder, file) ?? own(`words/${lang}`), past);
    const sets = member(words, "sets");
    for (const part of [words, member(words, "index"), ...(Array.isArray(sets) ? sets : [undefined])]) checkRelease(part, lang, file);
    return words as Words;
  });
}

/** Reads the rules of all product sets, without words, as the module gives them: a form needs no module to stand there. */
export async function readRules(folder?: Address, fresh = false): Promise<Rules[]> {
  const file = `${edition}/rules.json`;
  return asked(fresh, async (past) => {
    const rules = await readJSON("rules", inFolder(folder, file) ?? own("rules"), past);
    if (!Array.isArray(rules) || rules.some((one) => member(one, "rubric") !== release.rubric)) throw unfit(file, "rubric");
    return rules as Rules[];
  });
}

/** Does it, and once more past the cache where what came is of another release, or cut short. */
export async function asked<T>(fresh: boolean, read: (past: boolean) => Promise<T>): Promise<T> {
  try {
    return await read(fresh);
  } catch (error) {
    if (fresh || !isOf(error, "MODULE-11", "MODULE-21")) throw error;
    return read(true);
  }
}

/** @internal A file in the folder that stands in for words; undefined where none does. */
export function inFolder(folder: Address | undefined, file: string): URL | undefined {
  if (folder === undefined) return undefined;
  const at = addressOf(folder, `words/${file}`).href;
  return new URL(file, at.endsWith("/") ? at : `${at}/`);
}

/** Refuses words that there cannot be. */
export function checkName(lang: unknown, set: unknown): asserts lang is Lang {
  if (!(languages as readonly unknown[]).includes(lang) || !(set === "all" || set === "index" || isSetNumber(set))) {
    throw failure("MODULE-15", { name: [lang, set].map(shown).join("/") });
  }
}

/** A value in a message: what is no text or number by its type alone. */
export const shown = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : typeof value);

/** Refuses words that are not of this release, or not in a language, where they are in one. */
export function checkRelease(words: unknown, lang: Lang | undefined, name: string): void {
  for (const [of, value] of Object.entries({ ...release, lang })) {
    if (member(words, of) !== value) throw unfit(name, of);
  }
}

/** Refuses words of another rubric than the one whose hash a module gives. */
export function checkRubric(words: Words, rubric: string): void {
  if (words.rubric !== rubric) throw unfit(words.lang, "rubric");
}

/** Refuses words that do not stand under exactly the codes of a product set's rules. */
export function checkSet(words: SetWords, rules: Rules): void {
  const name = `${words.lang}/${rules.no}`;
  if (words.rubric !== rules.rubric) throw unfit(name, "rubric");
  if (words.edition !== rules.edition || words.no !== rules.no) throw unfit(name, "no");
  const sections = rules.parts.flatMap((part) => part.sections);
  const criteria = sections.flatMap((section) => section.criteria);
  const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);
  const fits = isText(words.name) &&
    isTable(words.gates, rules.gates.map(({ id }) => id), isText) &&
    isTable(words.parts, codes(rules.parts), isText) &&
    isTable(words.sections, codes(sections), isText) &&
    isTable(words.criteria, codes(criteria), () => true) &&
    criteria.every((criterion) => fitsCriterion(words.criteria[criterion.code], criterion.options));
  if (!fits) throw unfit(name, "codes");
}

function fitsCriterion(words: unknown, options: readonly { code: string; case?: number }[]): boolean {
  const cases = [...new Set(options.flatMap((option) => option.case ?? []))].map(String);
  const notes = member(words, "notes");
  return isText(member(words, "name")) && isText(member(words, "group") ?? "") && Array.isArray(notes) && notes.every(isText) &&
    isTable(member(words, "cases") ?? {}, cases, isText) && isTable(member(words, "options"), options.map(({ code }) => code), isText);
}

/** Whether something is a table with exactly these names, each with what is asked for. */
function isTable(table: unknown, names: readonly string[], item: (value: unknown) => boolean): boolean {
  return typeof table === "object" && table !== null && Object.keys(table).length === names.length &&
    names.every((name) => Object.hasOwn(table, name) && item(member(table, name)));
}

const isText = (text: unknown): text is string => typeof text === "string";

/** An own member of something that may be anything. */
const member = (of: unknown, name: string): unknown =>
  (typeof of === "object" && of !== null && Object.hasOwn(of, name) ? (of as Record<string, unknown>)[name] : undefined);

const unfit = (name: string, of: string) => failure("MODULE-11", { name, edition, member: of });
