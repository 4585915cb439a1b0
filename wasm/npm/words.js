// The words of the rubric: one JSON file a language and product set, beside the
// module, which has none.

import { absolute, readJSON } from "./fetch.js";
import { failure } from "./problems.js";

/** The edition of the rules that this package holds. */
export const edition = "qd26-2026";

/** The languages that there are words in. */
export const languages = ["vi", "en"];

/**
 * Reads the words of a product set, of "all", or with "index" the catalogue.
 * @param folder the folder words, if it is not beside this file
 */
export async function readWords(lang, set, folder) {
  const name = `words/${edition}/${lang}/${set}.json`;
  const url = folder
    ? new URL(`${edition}/${lang}/${set}.json`, slashed(absolute(folder)))
    : new URL(`./words/${edition}/${lang}/${set}.json`, import.meta.url); // whole, for bundlers to see
  const words = await readJSON(url, name);
  if (words?.edition !== edition || words.lang !== lang) throw failure("MODULE-11", { name, edition });
  return words;
}

function slashed(url) {
  const text = String(url);
  return text.endsWith("/") ? text : `${text}/`;
}
