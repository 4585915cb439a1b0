// Where the module, the words and the rules come from. Words and rules are read here
// and not through the module, so that a slow line brings all at once, and so that
// people can choose a product set and answer while the module is still on its way.

import { load, type Ocop } from "../ocop.js";
import { integrity } from "../made/integrity.js";
import { joinRubric } from "../rubric.js";
import type { Lang, Rules } from "../types.js";
import { checkSet, readRules, readWords, type Words } from "../words.js";
import type { Rubric } from "./law.js";

/** Makes one source a folder, "" for the package's own, which forms on one page share. */
export function sharing<S>(make: (base: string) => S): (base: string) => S {
  const sources = new Map<string, S>();
  return (base) => {
    const known = sources.get(base) ?? make(base);
    sources.set(base, known);
    return known;
  };
}

/** The source of a folder. */
export const sourceAt = sharing((base) => new Source(base));

/** What is on its way or there; what did not come is asked for anew by the next one who wants it. */
export class Asked<T> {
  readonly #ask: () => Promise<T>;
  #answer: Promise<T> | undefined;

  constructor(ask: () => Promise<T>) {
    this.#ask = ask;
  }

  get(): Promise<T> {
    this.#answer ??= this.#ask().catch((error: unknown) => {
      this.#answer = undefined;
      throw error;
    });
    return this.#answer;
  }
}

export class Source {
  readonly #folder: string | undefined; // undefined: the package's own
  readonly #ocop = new Asked(() => load({ ...this.#file("ocop.wasm"), ...(this.wordsFolder && { wordsURL: this.wordsFolder }), checks: false, words: [] }));
  readonly #rules = new Asked(() => readRules(this.wordsFolder));
  readonly #wordsIn: Record<Lang, Asked<Words>> = { vi: new Asked(() => readWords("vi", this.wordsFolder)), en: new Asked(() => readWords("en", this.wordsFolder)) };

  constructor(base: string) {
    if (base) this.#folder = base.endsWith("/") ? base : `${base}/`;
  }

  /** The folder that stands in for words; undefined for the package's own. */
  get wordsFolder(): string | undefined {
    return this.#folder && `${this.#folder}words/`;
  }

  #file(name: "ocop.wasm" | "ocop-checks.wasm") {
    return this.#folder === undefined ? {} : { url: this.#folder + name, integrity: integrity[name] };
  }

  /** The module that scores. */
  ocop(): Promise<Ocop> {
    return this.#ocop.get();
  }

  /** The rules of all product sets, as the module has them. */
  rules(): Promise<Rules[]> {
    return this.#rules.get();
  }

  words(lang: Lang): Promise<Words> {
    return this.#wordsIn[lang].get();
  }

  /** Brings what ocop needs for papers: the second module, and words. */
  async forPapers(ocop: Ocop, lang: Lang): Promise<void> {
    await Promise.all([ocop.loadChecks(this.#file("ocop-checks.wasm")), ocop.loadWords(lang)]);
  }
}

/** A product set's rubric in one language; words that do not belong to the rules are refused. */
export function rubricOf(rules: Rules, words: Words): Rubric {
  const ofSet = words.sets[rules.no - 1];
  checkSet(ofSet, rules);
  return joinRubric(rules, (at) => at(ofSet)) as Rubric;
}

/** Whether something has what a loaded Ocop is asked for. */
export function isOcop(given: unknown): given is Ocop {
  try {
    const { score, rules } = given as Ocop;
    return typeof score === "function" && typeof rules === "function";
  } catch {
    return false;
  }
}
