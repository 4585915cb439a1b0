// @ocop-vn/ocop: the OCOP scoring rules of Decision 26/2026/QĐ-TTg for browsers,
// Node and anything else that runs WebAssembly. README.md says how to use it.

import { compile, sourceOf } from "./fetch.js";
import { Instance, Op, optionBytes, paperBytes } from "./instance.js";
import { integrity } from "./made/integrity.js";
import { datedOptions, documentOf, jsonOf, optionsOf, plain, setOf, textOf } from "./plain.js";
import { failure, OcopError } from "./problems.js";
import { Fast } from "./fast.js";
import { joinRubric } from "./rubric.js";
import { checkName, checkRubric, checkSet, edition, languages, readWords } from "./words.js";

export { edition, languages, OcopError };

// The package's own modules; the addresses stand whole, for bundlers to see.
const files = {
  score: [{ url: () => new URL("./ocop.wasm", import.meta.url), integrity: integrity["ocop.wasm"] }, "ocop.wasm"],
  checks: [{ url: () => new URL("./ocop-checks.wasm", import.meta.url), integrity: integrity["ocop-checks.wasm"] }, "ocop-checks.wasm"],
};

/** What validate checks, beside dossiers, which the second module knows. */
const checksOf = new Map([["sheet", Op.checkSheet], ["plan", Op.checkPlan], ["council", Op.checkCouncil]]);

const sourceOptions = ["url", "module", "bytes", "integrity"];

/**
 * Loads the module. Without options everything comes along: scoring, the checks
 * of dossiers and the words in both languages.
 *
 * - url | module | bytes, integrity: where the first module is, if not beside this file
 * - checks: false, or {url | module | bytes, integrity} of the second module
 * - words: the languages to load now, [] for none
 * - wordsURL: where the folder words stands
 */
export async function load(options) {
  if (typeof WebAssembly !== "object") throw failure("MODULE-03");
  const { checks = true, words = languages, wordsURL, ...source } = optionsOf(options, [...sourceOptions, "checks", "words", "wordsURL"]);
  // All of it is looked at before anything is loaded.
  const asked = plain(words);
  if (!Array.isArray(asked)) throw failure("MODULE-15", { name: typeof words });
  const first = sourceOf(source, ...files.score);
  const second = checks ? checksAt(checks === true ? undefined : checks) : undefined;
  const [score, dossiers] = await Promise.all([start(first), second && start(second)]);
  const ocop = new Ocop(score, wordsURL, dossiers);
  await Promise.all(asked.map((lang) => ocop.loadWords(lang)));
  return ocop;
}

const checksAt = (options) => sourceOf(optionsOf(options, sourceOptions), ...files.checks);

const start = async (source) => new Instance(await compile(source), source.name);

export class Ocop {
  #score;
  #checks;
  #fast;
  #wordsURL;
  #words = new Map(); // language → set → words
  #rules = new Map(); // set → rules

  /** Made by load. */
  constructor(score, wordsURL, checks) {
    this.#score = score;
    this.#checks = checks;
    this.#fast = new Fast(score, (set) => this.rules(set));
    this.#wordsURL = wordsURL;
  }

  /** What follows from a sheet: an object, or its JSON text or bytes. */
  score(sheet) {
    const read = plain(sheet);
    return this.#fast.score(read) ?? JSON.parse(this.#score.call(Op.score, jsonOf(read)));
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
    return JSON.parse(this.#score.call(Op.parseVector, textOf(text)));
  }

  /**
   * All that is wrong with a document: as is "dossier" (the default), "sheet",
   * "plan" or "council". A dossier that is not filed yet is judged as if filed on
   * the day on, working days by holidays.
   */
  validate(document, options) {
    const { as = "dossier", ...dated } = datedOptions("validate", options);
    if (as === "dossier") return this.#ofDossier(Op.checkDossier, document, dated);
    const op = checksOf.get(as);
    if (!op) throw failure("DOCUMENT-01", { kind: typeof as === "string" ? as : typeof as });
    const [name] = Object.keys(dated);
    if (name) throw failure("MODULE-14", { name, names: "as" });
    return this.#json(op, document);
  }

  /** The sheet that a dossier's claims make; one that is not filed yet is judged as if filed on the day on. */
  claims(dossier, options) {
    return this.#ofDossier(Op.claims, dossier, datedOptions("claims", options));
  }

  /** What is due when, of a dossier or of milestones, on the day on, working days by holidays. */
  deadlines(document, options) {
    return this.#ofDossier(Op.deadlines, document, datedOptions("deadlines", options));
  }

  /** Where a dossier or a certificate stands on the day on, after its steps, and the steps possible. */
  life(document, options) {
    return this.#ofDossier(Op.life, document, datedOptions("life", options));
  }

  /**
   * An official paper as a tree: "form-01", "form-02", "form-03" of a dossier, also
   * of one that is not finished; "score-sheet", "self-assessment" of a sheet or a
   * dossier; "minutes" of a council or, for the council "province" or "ministry", a
   * dossier; "report" of a sheet or a dossier, as the command prints it. The words of
   * the language must be loaded.
   */
  paper(name, document, options) {
    return JSON.parse(this.#paper("json", name, document, options));
  }

  /** The same as one file of HTML without script, fit to be printed on A4. */
  paperHTML(name, document, options) {
    return this.#paper("html", name, document, options);
  }

  /** The files of the same as a DOCX, [{name, content}]; ./papers makes the file of them. */
  paperParts(name, document, options) {
    return JSON.parse(this.#paper("docx", name, document, options));
  }

  /** A product set's rules, without words. The object is shared, and frozen. */
  rules(set) {
    let rules = this.#rules.get(set);
    if (!rules) {
      rules = freeze(JSON.parse(this.#score.call(Op.rules, textOf(typeof set === "number" ? String(set) : set))));
      this.#rules.set(set, rules);
    }
    return rules;
  }

  /**
   * A product set's rubric: with lang every name, label and note is a text in
   * that language, without it an object with vi and en. The words must be loaded.
   */
  rubric(set, options) {
    const { lang } = optionsOf(options, ["lang"]);
    const rules = this.rules(set);
    const wordsIn = (l) => {
      const words = this.#wordsOf(rules.no, l);
      checkSet(words, rules);
      return words;
    };
    if (lang !== undefined) {
      const words = wordsIn(lang);
      return joinRubric(rules, (at) => at(words));
    }
    const all = languages.map(wordsIn);
    return joinRubric(rules, (at) => both(all, at));
  }

  /** The catalogue in a language: sectors with their product sets, kinds of evidence, errata. It is shared, and frozen. */
  catalogue(options) {
    const { lang = "vi" } = optionsOf(options, ["lang"]);
    return this.#wordsOf("index", lang);
  }

  /** Loads the words of one language: of all product sets, or of the one named. */
  async loadWords(lang, set = "all") {
    checkName(lang, set);
    if (this.#words.get(lang)?.has(set) || this.#words.get(lang)?.has("all")) return;
    const words = freeze(await readWords(lang, set, this.#wordsURL));
    checkRubric(words, this.rules(1).rubric);
    const known = this.#words.get(lang) ?? new Map();
    this.#words.set(lang, known);
    known.set(set, words);
    for (const one of words.sets ?? []) known.set(one.no, one);
    if (words.index) known.set("index", words.index);
  }

  /** Loads the module that checks dossiers, if load was told not to. */
  async loadChecks(options) {
    const source = checksAt(options);
    this.#checks ??= await start(source);
  }

  #wordsOf(set, lang) {
    const words = this.#words.get(lang)?.get(set);
    if (!words) throw failure("MODULE-07", { name: `${typeof lang === "string" ? lang : typeof lang}/${set}` });
    return words;
  }

  #dossiers() {
    if (!this.#checks) throw failure("MODULE-08");
    return this.#checks;
  }

  #ofDossier(op, document, dated) {
    return JSON.parse(this.#dossiers().call(op, documentOf(document), optionBytes(dated)));
  }

  #paper(format, name, document, options) {
    const { lang = "vi", council = "province" } = optionsOf(options, ["lang", "council"]);
    if (!languages.includes(lang)) throw failure("MODULE-15", { name: typeof lang === "string" ? lang : typeof lang });
    const read = plain(document);
    const set = setOf(read);
    const words = set === undefined ? undefined : this.#wordsOf(set, lang);
    return this.#dossiers().call(Op.paper, jsonOf(read), paperBytes({ name, lang, format, council, words }));
  }

  #json(op, document) {
    return JSON.parse(this.#score.call(op, documentOf(document)));
  }
}

function both(all, at) {
  const [vi, en] = all.map(at);
  if (vi === undefined) return undefined;
  if (Array.isArray(vi)) return vi.map((text, i) => ({ vi: text, en: en[i] }));
  return { vi, en };
}

/** Makes plain data unchangeable: what is shared stays what the module said. */
function freeze(data) {
  if (typeof data === "object" && data !== null) Object.values(Object.freeze(data)).forEach(freeze);
  return data;
}
