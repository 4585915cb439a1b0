// Where the module and the words come from. Words are read here and not through
// the module, so that a slow line brings both at once, and so that people can
// choose a product set while the module is still on its way.

import { load } from "../index.js";
import { integrity } from "../made/integrity.js";
import { joinRubric } from "../rubric.js";
import { checkRubric, checkSet, readWords } from "../words.js";

const sources = new Map();

/** The source of a folder, "" for the package's own; forms on one page share it. */
export function sourceAt(base) {
  if (!sources.has(base)) sources.set(base, new Source(base));
  return sources.get(base);
}

class Source {
  #folder; // undefined: the package's own
  #ocop;
  #words = new Map();

  constructor(base) {
    if (base) this.#folder = new URL(base.endsWith("/") ? base : `${base}/`, document.baseURI);
  }

  get #wordsURL() {
    return this.#folder && new URL("words/", this.#folder);
  }

  /** The module that scores. */
  ocop() {
    const where = this.#folder && { url: new URL("ocop.wasm", this.#folder), integrity: integrity["ocop.wasm"] };
    this.#ocop ??= load({ ...where, wordsURL: this.#wordsURL, checks: false, words: [] }).catch((error) => {
      this.#ocop = undefined; // the next one to ask tries again
      throw error;
    });
    return this.#ocop;
  }

  /** Brings what ocop needs for papers of a product set: the second module, and words. */
  async forPapers(ocop, lang, set) {
    const checks = this.#folder && { url: new URL("ocop-checks.wasm", this.#folder), integrity: integrity["ocop-checks.wasm"] };
    await Promise.all([ocop.loadChecks(checks), ocop.loadWords(lang, set)]);
  }

  /** The words of a product set, or with "index" the catalogue. */
  words(lang, set) {
    const key = `${lang}/${set}`;
    if (!this.#words.has(key)) {
      const words = readWords(lang, set, this.#wordsURL);
      words.catch(() => this.#words.delete(key));
      this.#words.set(key, words);
    }
    return this.#words.get(key);
  }
}

/** A product set's rubric in one language; words and catalogue that do not belong to the rules are refused. */
export function rubricOf(rules, words, catalogue) {
  checkRubric(catalogue, rules.rubric);
  checkSet(words, rules);
  return joinRubric(rules, (at) => at(words));
}
