// @ocop-vn/ocop: the OCOP scoring rules of Decision 26/2026/QĐ-TTg for browsers,
// Node and anything else that runs WebAssembly. README.md says how to use it.

import { compile } from "./fetch.js";
import { Instance, Op } from "./instance.js";
import { integrity } from "./integrity.js";
import { failure, OcopError } from "./problems.js";
import { Fast } from "./fast.js";
import { joinRubric } from "./rubric.js";
import { edition, languages, readWords } from "./words.js";

export { edition, languages, OcopError };

const files = {
  score: { name: "ocop.wasm", url: () => new URL("./ocop.wasm", import.meta.url) },
  checks: { name: "ocop-checks.wasm", url: () => new URL("./ocop-checks.wasm", import.meta.url) },
};

/**
 * Loads the module. Without options everything comes along: scoring, the checks
 * of dossiers and the words in both languages.
 *
 * - url | module | bytes, integrity: where the first module is, if not beside this file
 * - checks: false, or {url | module | bytes, integrity} of the second module
 * - words: the languages to load now, [] for none
 * - wordsURL: where the folder words stands
 */
export async function load(options = {}) {
  if (typeof WebAssembly !== "object") throw failure("MODULE-03");
  const { checks = true, words = languages, wordsURL } = options;
  const ocop = new Ocop(await start("score", options), wordsURL);
  await Promise.all([
    checks ? ocop.loadChecks(checks === true ? {} : checks) : undefined,
    ...words.map((lang) => ocop.loadWords(lang)),
  ]);
  return ocop;
}

async function start(which, source) {
  const { name, url } = files[which];
  const own = source.url === undefined && source.module === undefined && source.bytes === undefined;
  const from = own ? { url: url(), integrity: integrity[name] } : source;
  return new Instance(await compile(from, name), name);
}

export class Ocop {
  #score;
  #checks;
  #fast;
  #wordsURL;
  #words = new Map(); // language → set → words
  #rules = new Map(); // set → rules

  /** Made by load. */
  constructor(score, wordsURL) {
    this.#score = score;
    this.#fast = new Fast(score, (set) => this.rules(set));
    this.#wordsURL = wordsURL;
  }

  /** What follows from a sheet: an object, or its JSON text or bytes. */
  score(sheet) {
    return this.#fast.score(sheet) ?? this.#json(Op.score, sheet);
  }

  /** The cheapest way from a full sheet to a star: {…sheet, star, locked?, cost?}. */
  plan(request) {
    return this.#json(Op.plan, request);
  }

  /** What a council's sheets come to. */
  council(request) {
    return this.#json(Op.council, request);
  }

  /** How safe the star of a sheet is; null where there is none. */
  safety(sheet) {
    return this.#json(Op.safety, sheet);
  }

  /** A sheet as one line of text. */
  vector(sheet) {
    return this.#json(Op.vector, sheet);
  }

  /** The sheet that a vector stands for. */
  parseVector(text) {
    return JSON.parse(this.#score.call(Op.parseVector, String(text)));
  }

  /** All that is wrong with a document: as is "dossier" (the default), "sheet", "plan" or "council". */
  validate(document, { as = "dossier" } = {}) {
    const ops = { sheet: Op.checkSheet, plan: Op.checkPlan, council: Op.checkCouncil };
    if (ops[as]) return this.#json(ops[as], document);
    if (as !== "dossier") throw new TypeError(`validate: there is no kind of document ${as}`);
    return JSON.parse(this.#dossiers().call(Op.checkDossier, text(document)));
  }

  /** The sheet that a dossier's claims make. */
  claims(dossier) {
    return JSON.parse(this.#dossiers().call(Op.claims, text(dossier)));
  }

  /** A product set's rules, without words. The object is shared: do not change it. */
  rules(set) {
    let rules = this.#rules.get(set);
    if (!rules) {
      rules = JSON.parse(this.#score.call(Op.rules, String(set)));
      this.#rules.set(set, rules);
    }
    return rules;
  }

  /**
   * A product set's rubric: with lang every name, label and note is a text in
   * that language, without it an object with vi and en. The words must be loaded.
   */
  rubric(set, { lang } = {}) {
    const rules = this.rules(set);
    if (lang !== undefined) return joinRubric(rules, (at) => at(this.#wordsOf(set, lang)));
    const all = languages.map((l) => [l, this.#wordsOf(set, l)]);
    return joinRubric(rules, (at) => both(all, at));
  }

  /** The catalogue in a language: sectors with their product sets, kinds of evidence, errata. */
  catalogue({ lang = "vi" } = {}) {
    return this.#wordsOf("index", lang);
  }

  /** Loads the words of one language: of all product sets, or of the one named. */
  async loadWords(lang, set = "all") {
    if (this.#words.get(lang)?.has(set) || this.#words.get(lang)?.has("all")) return;
    const words = await readWords(lang, set, this.#wordsURL);
    const known = this.#words.get(lang) ?? new Map();
    this.#words.set(lang, known);
    known.set(set, words);
    for (const one of words.sets ?? []) known.set(one.no, one);
    if (words.index) known.set("index", words.index);
  }

  /** Loads the module that checks dossiers, if load was told not to. */
  async loadChecks(source = {}) {
    this.#checks ??= await start("checks", source);
  }

  #wordsOf(set, lang) {
    const words = this.#words.get(lang)?.get(set);
    if (!words) throw failure("MODULE-07", { name: `${lang}/${set}` });
    return words;
  }

  #dossiers() {
    if (!this.#checks) throw failure("MODULE-08");
    return this.#checks;
  }

  #json(op, document) {
    return JSON.parse(this.#score.call(op, text(document)));
  }
}

/** The JSON of a document that is an object, or already text or bytes. */
function text(document) {
  if (typeof document === "string" || document instanceof Uint8Array) return document;
  try {
    return JSON.stringify(document) ?? "null";
  } catch (error) {
    throw failure("MODULE-10", { reason: error.message });
  }
}

function both(all, at) {
  const [vi, en] = all.map(([, words]) => at(words));
  if (vi === undefined) return undefined;
  if (Array.isArray(vi)) return vi.map((text, i) => ({ vi: text, en: en[i] }));
  return { vi, en };
}
