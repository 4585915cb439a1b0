// <ocop-score>: the ready-made form. element/README.md says how to use it; what
// it is made of stands in the folder element. Here is what it holds and how
// things go on: start, choose, answer, replace.

import { blank, draftOf, isEmpty, sameSheet, sheetOf } from "./element/draft.js";
import { pickFile } from "./element/files.js";
import { both, parseDocument, problem, problemsOf, readSheetFile, showProblems } from "./element/intake.js";
import { OnPaper } from "./element/print.js";
import { mayClear, mayReplace, saveDraft, tellFailure, tellReplaced, tellStrange } from "./element/questions.js";
import { cleanAddress, linkTo, showShare, vectorInAddress } from "./element/share.js";
import { rubricOf, sourceAt } from "./element/source.js";
import { Store } from "./element/store.js";
import { documentOf } from "./plain.js";
import { languageOf } from "./element/texts.js";
import { View } from "./element/view.js";

// Where there is no page, as on a server that only renders, the class can still be named.
const Base = globalThis.HTMLElement ?? class {};

export class OcopScore extends Base {
  static observedAttributes = ["lang", "set", "name", "base", "no-save", "no-share"];

  #view;
  #store;
  #given; // a loaded Ocop that the page shares
  #ocop; // the rules, once they are there
  #catalogue;
  #rubric; // of the product set at hand, in the language that is shown
  #draft = null; // what is entered; null while no product set is chosen
  #result = null;
  #wanted; // a sheet given before the rules were there
  #turn = 0; // only the latest loading counts
  #ready = false;
  #paper = new OnPaper(this);

  connectedCallback() {
    addEventListener("hashchange", this.#onAddress);
    addEventListener("storage", this.#onStorage);
    addEventListener("beforeprint", this.#onPrint);
    if (this.#view) return;
    this.#view = new View(this.attachShadow({ mode: "open" }));
    for (const name of ["sheet", "ocop"]) this.#takeUp(name);
    this.#start();
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this.#onAddress);
    removeEventListener("storage", this.#onStorage);
    removeEventListener("beforeprint", this.#onPrint);
  }

  attributeChangedCallback(name, before, after) {
    if (!this.#view || before === after) return;
    if (name === "lang") this.#bring();
    else if (name === "no-share") this.#draw();
    else if (name !== "set") this.#start();
    else if (this.#setAttribute && this.#setAttribute !== this.#draft?.set) this.#open(this.#setAttribute);
  }

  /** The sheet that is entered, or null. Setting one replaces what is there without asking. */
  get sheet() {
    return this.#draft && sheetOf(this.#draft);
  }

  set sheet(sheet) {
    if (!this.#ocop) this.#wanted = sheet;
    else if (sheet) this.#receive(sheet);
    else if (this.#draft) this.#choose();
  }

  /** What follows from the sheet, or null. */
  get result() {
    return this.#result;
  }

  /** The rules, if the page has loaded them already. */
  get ocop() {
    return this.#ocop ?? null;
  }

  set ocop(ocop) {
    if (!ocop || ocop === this.#ocop) return;
    this.#given = ocop;
    if (this.#view) this.#bring();
  }

  /** Empties the sheet of the product set at hand, without asking. */
  clear() {
    if (!this.#draft) return;
    this.#replace(blank(this.#draft.set), this.#draft, "cleared");
  }

  // ---- start and loading

  #start() {
    this.#store = new Store(this.getAttribute("name") || "ocop-score", this.hasAttribute("no-save"));
    const set = this.#setAttribute ?? this.#store.last;
    this.#draft = set ? this.#store.read(set) : null;
    this.#rubric = undefined;
    this.#view.speak(this.#language);
    this.#draw();
    tellStrange(this.#view, this.#store);
    this.#bring();
  }

  get #language() {
    return languageOf(this.closest("[lang]")?.getAttribute("lang"));
  }

  get #setAttribute() {
    const n = Number(this.getAttribute("set"));
    return Number.isInteger(n) && n >= 1 && n <= 26 ? n : undefined;
  }

  get #source() {
    return sourceAt(this.getAttribute("base") ?? "");
  }

  /** A property that was set before the browser knew the element. */
  #takeUp(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  /** Brings what is needed for the language and the product set, and shows it. What stands stays until then. */
  async #bring() {
    const turn = ++this.#turn;
    const lang = this.#language;
    const set = this.#draft?.set;
    const source = this.#source;
    const rules = this.#given ?? source.ocop();
    const words = ["index", ...(set ? [set] : [])].map((one) => source.words(lang, one));
    Promise.allSettled([rules, ...words]); // what fails is met below, each in its turn
    try {
      const [catalogue, setWords] = await Promise.all(words);
      if (turn !== this.#turn) return;
      this.#catalogue = catalogue;
      this.#view.speak(lang);
      if (!this.#ocop) this.#draw();
      const ocop = await rules;
      if (turn !== this.#turn) return;
      this.#ocop = ocop;
      this.#rubric = set && rubricOf(ocop.rules(set), setWords, catalogue);
      this.#view.notices.drop("load");
      this.#draw();
      if (!this.#ready) this.#begin();
    } catch (error) {
      if (turn !== this.#turn) return;
      const problems = problemsOf(error);
      tellFailure(this.#view, this.#draft, problems, () => this.#bring());
      this.#tell("ocop-error", { problems });
    }
  }

  /** Once the rules are there for the first time. */
  #begin() {
    this.#ready = true;
    if (this.#wanted) this.#receive(this.#wanted);
    this.#wanted = undefined;
    this.#tell("ocop-ready", { sheet: this.sheet, result: this.#result });
    this.#onAddress();
  }

  // ---- what is shown

  #draw() {
    const act = this.#act;
    if (!this.#draft) return this.#view.choose({ catalogue: this.#catalogue, counts: this.#store.counts(), act });
    if (!this.#rubric) return this.#view.wait({ set: this.#draft.set, catalogue: this.#catalogue, act });
    const kinds = new Map(this.#catalogue.evidence.map((kind) => [kind.id, kind]));
    this.#view.form({ rubric: this.#rubric, kinds, ocop: this.#ocop, act, saved: !this.hasAttribute("no-save"), shares: !this.hasAttribute("no-share") });
    this.#show();
  }

  /** Works the result out and shows it. */
  #show() {
    try {
      this.#result = this.#ocop.score(sheetOf(this.#draft));
      this.#view.notices.drop("score");
      this.#view.update(this.#draft, this.#result);
    } catch (error) {
      this.#notScored(problemsOf(error));
    }
  }

  #notScored(problems) {
    this.#result = null;
    if (problems.some((p) => p.code.startsWith("MODULE") && p.code !== "MODULE-10")) {
      showProblems(this.#view, "score", (t) => t("scoreFails"), problems, { actions: [{ label: "retry", act: () => this.#show() }] });
      this.#view.update(this.#draft);
    } else {
      // Only what an older version left on the device can be refused here.
      this.#store.setAside(this.#draft.set);
      this.#draft = blank(this.#draft.set);
      showProblems(this.#view, "saved", (t) => t("savedFails"), problems);
      tellStrange(this.#view, this.#store);
      this.#show();
    }
    this.#tell("ocop-error", { problems });
  }

  // ---- what people do

  #act = {
    answer: (code, option) => {
      if (option === undefined) delete this.#draft.answers[code];
      else this.#draft.answers[code] = option;
      this.#changed();
    },
    gate: (id, found) => this.#toggle("gates", id, found),
    tick: (key, had) => this.#toggle("ticks", key, had),
    choose: (set) => this.#open(set).then(() => this.#view.toTop()),
    change: () => {
      this.#choose();
      this.#view.toTop();
    },
    share: () => showShare(this.#view.body, { t: this.#view.t, link: this.#link, title: this.#rubric.name }),
    print: () => this.#print(),
    save: () => saveDraft(this.#draft),
    open: () => pickFile((file) => this.#openFile(file)),
    clear: async () => (await mayClear(this.#view)) && this.clear(),
  };

  #toggle(list, item, there) {
    const others = this.#draft[list].filter((one) => one !== item);
    this.#draft[list] = there ? [...others, item] : others;
    this.#changed();
  }

  /** After something was entered: keep it, work it out, tell. */
  #changed() {
    this.#keep(this.#draft);
    this.#show();
    if (!this.#result) return;
    this.#view.announce(this.#result);
    this.#tell("ocop-change", { sheet: this.sheet, result: this.#result });
  }

  #keep(draft) {
    if (this.#store.write(draft)) {
      this.#view.notices.drop("storage");
      return;
    }
    const text = (t) => t("storageFails");
    this.#view.notices.show("storage", { tone: "bad", text, actions: [{ label: "export", act: () => saveDraft(this.#draft), stays: true }] });
    this.#tell("ocop-error", { problems: [problem("FORM-01", both(text), "warning")] });
  }

  #choose() {
    this.#draft = this.#result = null;
    this.#rubric = undefined;
    this.#store.last = null;
    this.#draw();
    this.#bring();
  }

  /** Opens a product set with what is kept of it, or with a draft that takes its place. */
  async #open(set, draft) {
    const here = this.#rubric && this.#draft?.set === set;
    this.#draft = draft ?? this.#store.read(set);
    this.#store.last = set;
    if (draft) this.#keep(draft);
    if (here) return this.#changed();
    this.#rubric = undefined;
    this.#result = null;
    this.#draw();
    await this.#bring();
    if (this.#result) this.#tell("ocop-change", { sheet: this.sheet, result: this.#result });
  }

  // ---- sheets from outside

  /** A sheet from a program: read once, so that what is scored is what is shown. */
  #receive(given) {
    let sheet;
    try {
      const document = documentOf(given);
      this.#ocop.score(document);
      sheet = parseDocument(document);
    } catch (error) {
      const problems = problemsOf(error);
      showProblems(this.#view, "sheet", (t) => t("sheetFails"), problems);
      return this.#tell("ocop-error", { problems });
    }
    const at = this.#draft?.set === sheet.set ? this.#draft : this.#store.read(sheet.set);
    const draft = draftOf(sheet, at.ticks);
    if (!this.#draft || !sameSheet(this.#draft, draft)) this.#open(draft.set, draft);
  }

  #onAddress = () => {
    if (!this.#ready || this.hasAttribute("no-share")) return;
    const vector = vectorInAddress();
    if (vector === null) return;
    cleanAddress();
    try {
      this.#offer(draftOf(this.#ocop.parseVector(vector)));
    } catch (error) {
      const problems = problemsOf(error);
      showProblems(this.#view, "link", (t) => t("linkFails"), problems);
      this.#tell("ocop-error", { problems });
    }
  };

  async #openFile(file) {
    const { sheet, problems } = await readSheetFile(this.#view, this.#ocop, file);
    if (sheet) await this.#offer(draftOf(sheet));
    else this.#tell("ocop-error", { problems });
  }

  /** Opens a sheet from a link or a file; asks before it replaces another. */
  async #offer(draft) {
    const { set } = draft;
    const before = this.#draft?.set === set ? this.#draft : this.#store.read(set);
    if (sameSheet(before, draft)) return this.#open(set);
    if (isEmpty(before)) return this.#open(set, draft);
    if (await mayReplace(this.#view, before, draft)) await this.#replace(draft, before, "replaced");
  }

  async #replace(draft, before, text) {
    await this.#open(draft.set, draft);
    if (!isEmpty(before)) tellReplaced(this.#view, text, () => this.#open(before.set, before));
  }

  /** Another window of the same page entered something. */
  #onStorage = ({ key, newValue }) => {
    if (!this.#draft || !newValue || key !== this.#store.key(this.#draft.set)) return;
    const draft = this.#store.fromElsewhere(this.#draft.set, newValue);
    if (!draft) return;
    this.#draft = draft;
    if (this.#rubric) this.#draw();
  };

  // ---- link and paper

  get #link() {
    return linkTo(this.#ocop.vector(sheetOf(this.#draft)));
  }

  /** What there is to print, undefined where there is nothing. */
  get #onPaper() {
    if (!this.#rubric || !this.#result) return undefined;
    const link = this.hasAttribute("no-share") ? undefined : this.#link;
    return { source: this.#source, ocop: this.#ocop, sheet: sheetOf(this.#draft), lang: this.#view.lang, council: this.hasAttribute("council"), link };
  }

  async #print() {
    try {
      await this.#paper.print(this.#view, this.#onPaper);
    } catch (error) {
      const problems = problemsOf(error);
      showProblems(this.#view, "print", (t) => t("printFails"), problems, { actions: [{ label: "retry", act: () => this.#print() }] });
      this.#tell("ocop-error", { problems });
    }
  }

  #onPrint = () => this.#paper.show(this.#view, this.#onPaper);

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

if (globalThis.customElements && !customElements.get("ocop-score")) customElements.define("ocop-score", OcopScore);
