// Ocop: the rules, ready to be asked, and how they are loaded.

import type { Council, Deadlines, Difference, Dossier, Life, Milestones, Outcome, Paper, Plan, PlanRequest, Result, Sheet, Standing, Verdict } from "./types.js";
import type { AsOf, Bytes, Catalogue, Dated, Lang, Options, PaperName, PaperOptions, PaperSource, Part, RubricSet, Rules, Safety, Source, Step, Worded, Written } from "./types.js";
import { Fast } from "./fast.js";
import { compile, sourceOf, type Found } from "./fetch.js";
import { explainBytes, Instance, Op, optionBytes, paperBytes } from "./instance.js";
import { datedOptions, documentOf, isWhole, jsonOf, optionsOf, plain, setOf, textOf, within, type ReadOptions } from "./plain.js";
import { failure } from "./problems.js";
import { joinRubric } from "./rubric.js";
import { checkName, checkRubric, checkSet, languages, readWords, shown, type SetWords, type Words } from "./words.js";

const sourceOptions = ["url", "module", "bytes", "integrity"] as const;

/** What validate checks, beside dossiers, which the second module knows. */
const checksOf = new Map<unknown, number>([["sheet", Op.checkSheet], ["plan", Op.checkPlan], ["council", Op.checkCouncil]]);

/**
 * Loads the rules. Without options everything comes along: scoring, the checks of
 * dossiers and the words in both languages.
 */
export async function load(options?: Options): Promise<Ocop> {
  if (typeof WebAssembly !== "object") throw failure("MODULE-03");
  const { checks = true, words = languages, wordsURL, ...source } = optionsOf(options, [...sourceOptions, "checks", "words", "wordsURL"]);
  // All of it is looked at before anything is loaded.
  const asked: unknown = plain(words);
  if (!Array.isArray(asked)) throw failure("MODULE-15", { name: typeof words });
  for (const lang of asked) checkName(lang, "all");
  const first = sourceOf(source, "ocop.wasm");
  const second = checks === false ? undefined : checksAt(checks === true ? undefined : checks);
  const texts = asked.map((lang: Lang) => readWords(lang, wordsURL));
  const [score, dossiers, ...read] = await Promise.all([start(first), second && start(second), ...texts]);
  return new Loaded(score, dossiers, read, wordsURL);
}

const checksAt = (options: Source | undefined) => sourceOf(optionsOf(options, sourceOptions), "ocop-checks.wasm");

const start = async (source: Found) => new Instance(await compile(source), source.name);

/** The rules, ready to be asked. Every method that is not async answers at once, and throws OcopError. */
export interface Ocop extends Pick<Loaded, keyof Loaded> {} // without private members, which a proxy's type loses

class Loaded {
  readonly #score: Instance;
  readonly #fast: Fast;
  readonly #wordsURL: Options["wordsURL"];
  readonly #words = new Map<Lang, Words>();
  readonly #rules = new Map<number, Rules>();
  #checks: Instance | undefined;
  #coming: Promise<Instance> | undefined;

  /** @internal Made by load. */
  constructor(score: Instance, checks: Instance | undefined, words: readonly Words[], wordsURL: Options["wordsURL"]) {
    this.#score = score;
    this.#checks = checks;
    this.#fast = new Fast(score, (set) => this.rules(set));
    this.#wordsURL = wordsURL;
    for (const one of words) this.#take(one);
    // A framework may wrap what it is given in a proxy, and programs take methods
    // out of it; neither has our private members.
    for (const name of methods()) Object.defineProperty(this, name, { value: this[name].bind(this), enumerable: true });
    Object.freeze(this);
  }

  /** What follows from a sheet. */
  score(sheet: Written<Sheet>): Result {
    const read = plain(sheet);
    return this.#fast.score(read) ?? (JSON.parse(this.#score.call(Op.score, jsonOf(read))) as Result);
  }

  /** The cheapest way from a full sheet to a star: {…sheet, star, locked?, cost?}. */
  plan(request: Written<PlanRequest>): Plan {
    return this.#json(Op.plan, request);
  }

  /** What a council's sheets come to. */
  council(request: Written<Council>): Outcome {
    return this.#json(Op.council, request);
  }

  /** How safe the star of a sheet is; null where there is none. */
  safety(sheet: Written<Sheet>): Safety | null {
    return this.#json(Op.safety, sheet);
  }

  /** What changes from one sheet to another of the same product set. */
  compare(from: Written<Sheet>, to: Written<Sheet>): Difference {
    const [before, after] = [this.#oneSheet("from", from), this.#oneSheet("to", to)];
    return JSON.parse(this.#score.call(Op.compare, `{"from":${before},"to":${after}}`)) as Difference;
  }

  /** A sheet as one line of text. */
  vector(sheet: Written<Sheet>): string {
    return this.#json(Op.vector, sheet);
  }

  /** The sheet that a vector stands for. */
  parseVector(text: string | Bytes): Sheet {
    return JSON.parse(this.#score.call(Op.parseVector, textOf(text))) as Sheet;
  }

  /**
   * All that is wrong with a document: as is "dossier" (the default), "sheet", "plan"
   * or "council". A dossier that is not filed yet is judged as if filed on the day on,
   * working days by holidays.
   */
  validate(document: Written<Dossier>, options?: { as?: "dossier" | undefined } & Dated): Verdict;
  validate(document: Written<unknown>, options: { as: "dossier" } & Dated): Verdict;
  validate(document: Written<unknown>, options: { as: "dossier" | "sheet" | "plan" | "council" }): Verdict;
  validate(document: unknown, options?: object): Verdict {
    const { as = "dossier", ...dated } = datedOptions("validate", options);
    if (as === "dossier") return this.#ofDossier(Op.checkDossier, document, dated);
    const op = checksOf.get(as);
    if (!op) throw failure("DOCUMENT-01", { kind: typeof as === "string" ? as : typeof as });
    const [name] = Object.keys(dated);
    if (name) throw failure("MODULE-14", { name, names: "as" });
    return this.#json(op, document);
  }

  /**
   * What is missing in a dossier that somebody is still writing, and beside it all that
   * the rules find in what is there. Where something that is there has a wrong shape, that
   * comes first and the rules wait. It is judged as if filed on the day on.
   */
  review(dossier: Written<Partial<Dossier>>, options?: Dated): Verdict {
    return this.#ofDossier(Op.review, dossier, datedOptions("review", options));
  }

  /** The sheet that a dossier's claims make; one that is not filed yet is judged as if filed on the day on. */
  claims(dossier: Written<Dossier>, options?: AsOf): Sheet {
    return this.#ofDossier(Op.claims, dossier, datedOptions("claims", options));
  }

  /** What is due when, of a dossier or of milestones, on the day on, working days by holidays. */
  deadlines(document: Written<Dossier | Milestones>, options?: Dated): Deadlines {
    return this.#ofDossier(Op.deadlines, document, datedOptions("deadlines", options));
  }

  /** Where a dossier or a certificate stands on the day on, after its steps, and the steps possible. */
  life(document: Written<Dossier | Life>, options?: AsOf): Standing {
    return this.#ofDossier(Op.life, document, datedOptions("life", options));
  }

  /**
   * The steps from a sheet, or a dossier's claims, to its result, each with its place in
   * the decision: with lang their texts in that language, without it as objects with vi
   * and en. The words must be loaded.
   */
  explain(document: Written<Sheet | Dossier>): Step[];
  explain(document: Written<Sheet | Dossier>, options: { lang: Lang }): Worded<Step>[];
  explain(document: unknown, options?: { lang?: Lang }): Step[] | Worded<Step>[] {
    const { lang } = optionsOf(options, ["lang"]);
    if (lang !== undefined) checkName(lang, "all");
    const read = plain(document);
    const set = setOf(read);
    const [vi, en] = languages.map((one) => (set === undefined || (lang ?? one) !== one ? undefined : this.#wordsOf(set, one)));
    const steps = JSON.parse(this.#dossiers().call(Op.explain, jsonOf(read), explainBytes(vi, en))) as Step[];
    return lang === undefined ? steps : steps.map((step) => inLanguage(step, lang));
  }

  /**
   * An official paper as a tree: "form-01", "form-02", "form-03" of a dossier, also
   * of one that is not finished; "score-sheet", "self-assessment" of a sheet or a
   * dossier; "minutes" of a council or, for the council "province" or "ministry", a
   * dossier; "report" of a sheet or a dossier, as the command prints it. The words of
   * the language must be loaded.
   */
  paper(name: PaperName, document: Written<PaperSource>, options?: PaperOptions): Paper {
    return JSON.parse(this.#paper("json", name, document, options)) as Paper;
  }

  /** The same as one file of HTML without script, fit to be printed on A4. */
  paperHTML(name: PaperName, document: Written<PaperSource>, options?: PaperOptions): string {
    return this.#paper("html", name, document, options);
  }

  /** The files of the same as a DOCX, which ./papers puts together. */
  paperParts(name: PaperName, document: Written<PaperSource>, options?: PaperOptions): Part[] {
    return JSON.parse(this.#paper("docx", name, document, options)) as Part[];
  }

  /** A product set's rules, without words. The object is shared, and frozen. */
  rules(set: number): Rules {
    let rules = this.#rules.get(set);
    if (!rules) {
      rules = frozen(JSON.parse(this.#score.call(Op.rules, textOf(typeof set === "number" ? String(set) : set))) as Rules);
      this.#rules.set(set, rules);
    }
    return rules;
  }

  /**
   * A product set's rubric: with lang every name, label and note is a text in
   * that language, without it an object with vi and en. The words must be loaded.
   */
  rubric(set: number): RubricSet;
  rubric(set: number, options: { lang: Lang }): Worded<RubricSet>;
  rubric(set: number, options?: { lang?: Lang | undefined }): RubricSet | Worded<RubricSet> {
    const { lang } = optionsOf(options, ["lang"]);
    const rules = this.rules(set);
    const wordsIn = (l: unknown) => {
      const words = this.#wordsOf(rules.no, l);
      checkSet(words, rules);
      return words;
    };
    if (lang !== undefined) {
      const words = wordsIn(lang);
      return joinRubric(rules, (at) => at(words)) as Worded<RubricSet>;
    }
    const all = languages.map(wordsIn);
    return joinRubric(rules, (at) => both(all.map(at))) as RubricSet;
  }

  /** The catalogue in a language: sectors with their product sets, what people call products, kinds of evidence, errata. It is shared, and frozen. */
  catalogue(options?: { lang?: Lang | undefined }): Catalogue {
    const { lang = "vi" } = optionsOf(options, ["lang"]);
    return this.#wordsIn(lang, "index").index;
  }

  /** Loads the words of a language, of all product sets. */
  async loadWords(lang: Lang, set: number | "all" | "index" = "all"): Promise<void> {
    checkName(lang, set);
    if (!this.#words.has(lang)) this.#take(await readWords(lang, this.#wordsURL));
  }

  /** Loads the module that checks dossiers, if load was told not to. */
  async loadChecks(options?: Source): Promise<void> {
    const source = checksAt(options);
    if (this.#checks) return;
    this.#coming ??= start(source).finally(() => (this.#coming = undefined)); // two forms of a page may ask at once
    this.#checks = await this.#coming;
  }

  #take(words: Words): void {
    checkRubric(words, this.rules(1).rubric);
    this.#words.set(words.lang, frozen(words));
  }

  #wordsIn(lang: unknown, what: number | "index"): Words {
    const words = this.#words.get(lang as Lang);
    if (!words) throw failure("MODULE-07", { name: `${shown(lang)}/${what}` });
    return words;
  }

  #wordsOf(set: number, lang: unknown): SetWords {
    return this.#wordsIn(lang, set).sets[set - 1]!;
  }

  #dossiers(): Instance {
    if (!this.#checks) throw failure("MODULE-08");
    return this.#checks;
  }

  #ofDossier<T>(op: number, document: unknown, dated: ReadOptions): T {
    return JSON.parse(this.#dossiers().call(op, documentOf(document), optionBytes(dated))) as T;
  }

  #paper(format: "json" | "html" | "docx", name: PaperName, document: unknown, options?: PaperOptions): string {
    const { lang = "vi", council = "province" } = optionsOf(options, ["lang", "council"]);
    checkName(lang, "all");
    const read = plain(document);
    const set = setOf(read);
    const words = set === undefined ? undefined : this.#wordsOf(set, lang);
    return this.#dossiers().call(Op.paper, jsonOf(read), paperBytes({ name, lang, format, council, words }));
  }

  /** A sheet as text that can stand within another document: what is no JSON, or more than one, the module refuses by itself. */
  #oneSheet(name: string, sheet: unknown): string {
    return within(name, () => {
      const document = documentOf(sheet);
      try {
        const text = typeof document === "string" ? document : new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(document);
        JSON.parse(text);
        if (isWhole(text)) return text;
      } catch {
        // The module says what it is.
      }
      return this.#score.call(Op.score, document);
    });
  }

  #json<T>(op: number, document: unknown): T {
    return JSON.parse(this.#score.call(op, documentOf(document))) as T;
  }
}

/** The names of what can be asked. */
export const methods = () => Object.getOwnPropertyNames(Loaded.prototype).filter((name) => name !== "constructor") as (keyof Ocop)[];

/** A text in both languages, or a list of such. */
function both([vi, en]: (string | readonly string[] | undefined)[]) {
  if (typeof vi !== "object") return vi === undefined ? undefined : { vi, en };
  return vi.map((text, i) => ({ vi: text, en: en?.[i] }));
}

function inLanguage({ text, notes, ...step }: Step, lang: Lang): Worded<Step> {
  return { ...step, ...(notes && { notes: notes.map((note) => note[lang]) }), text: text[lang] };
}

/** Plain data that nobody changes: what is shared stays what the module said. */
function frozen<T>(data: T): T {
  if (typeof data === "object" && data !== null) Object.values(Object.freeze(data)).forEach(frozen);
  return data;
}
