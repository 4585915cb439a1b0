// Where a sheet is filled in: what the form holds, and how things go on: start,
// choose, answer, replace. The words and rules draw it; the score comes with the
// module, which may be a second later.

import type { Ocop } from "../ocop.js";
import { documentOf } from "../plain.js";
import type { Lang, Problem, Result, Rules, Sheet } from "../types.js";
import { checkRubric, type Words } from "../words.js";
import type { Act } from "./act.js";
import { restore, saveBackup, type Backup } from "./backup.js";
import { changeBetween } from "./changes.js";
import { showCompare } from "./compare.js";
import { blank, draftOf, isEmpty, isSetNo, sheetOf, wholeSheet, type Draft, type SetNo } from "./draft.js";
import { handIn } from "./field.js";
import { jsonFiles, pickFiles } from "./files.js";
import { both, isSheet, parseDocument, plainData, problem, problemsOf, readFile, showProblems } from "./intake.js";
import { tagOf, watchTags } from "./language.js";
import type { Rubric } from "./law.js";
import { OnPaper, type Printed } from "./print.js";
import { linksOf, sheetInLink } from "./link.js";
import { mayClear, pickProduct, saveDraft, tellFailure, tellNoModule, tellRemoved, tellReplaced, tellRestored, tellStrange, whatToDo } from "./questions.js";
import { cleanAddress, showShare, vectorInAddress, type Links } from "./share.js";
import { isOcop, rubricOf, sourceAt, type Source } from "./source.js";
import { nextVersion } from "./products.js";
import { setAt, Store, type Place } from "./store.js";
import { languageOf, type Speak, type TextKey } from "./texts.js";
import { Trail } from "./trail.js";
import { View } from "./view.js";

/** What the form tells its page. */
export interface Told {
  "ocop-ready": { sheet: Sheet | null; result: Result | null };
  "ocop-change": { sheet: Sheet; result: Result };
  "ocop-finish": { sheet: Sheet; result: Result };
  "ocop-error": { problems: Problem[] };
}

/** What is drawn of a product set. */
interface Drawn {
  rules: Rules;
  rubric: Rubric;
}

export class Desk {
  readonly #host: HTMLElement;
  readonly #internals: ElementInternals;
  readonly #tags = new MutationObserver(() => this.#followLanguage());
  readonly #view: View;
  readonly #paper: OnPaper;
  #store = new Store("", true); // until the attributes are there
  #trail = trailOf("", () => false);
  #started = false;
  #given: Ocop | undefined; // that the page shares
  #ocop: Ocop | undefined; // the module, once it is there
  #lang: Lang | undefined; // that was asked for
  #words: Words | undefined; // of the language that is shown
  #rules: readonly Rules[] | undefined;
  #drawn: Drawn | undefined; // of the product set at hand
  #draft: Draft | null = null; // what is entered; null while no product set is chosen
  #place: Place | null = null; // where it is kept; null for what is only looked at
  #result: Result | null = null;
  #wanted: unknown; // a sheet given before it could be checked
  #turn = 0; // only the latest loading counts
  #failed = false; // whether that has failed
  #lineIsBack = false; // whether it came back meanwhile
  #ready = false;
  #unheard = false; // whether the page has still to hear of a change

  constructor(host: HTMLElement, internals: ElementInternals) {
    this.#host = host;
    this.#internals = internals;
    this.#view = new View(host.attachShadow({ mode: "open" }));
    this.#view.body.addEventListener("keydown", this.#onKey);
    this.#paper = new OnPaper(host);
  }

  connect(): void {
    addEventListener("hashchange", this.#onAddress);
    addEventListener("popstate", this.#onPop);
    addEventListener("storage", this.#onStorage);
    addEventListener("pageshow", this.#onElsewhere); // a page that was put aside has heard nothing meanwhile
    this.#store.listen(true);
    addEventListener("beforeprint", this.#onPrint);
    addEventListener("online", this.#onLine);
    watchTags(this.#host, this.#tags);
    if (!this.#started) return this.#start();
    this.#followLanguage();
    this.#onElsewhere();
  }

  disconnect(): void {
    removeEventListener("hashchange", this.#onAddress);
    removeEventListener("popstate", this.#onPop);
    removeEventListener("storage", this.#onStorage);
    removeEventListener("pageshow", this.#onElsewhere);
    this.#store.listen(false);
    removeEventListener("beforeprint", this.#onPrint);
    removeEventListener("online", this.#onLine);
    this.#tags.disconnect();
  }

  /** An attribute of the element has another value. */
  attributeChanged(name: string): void {
    if (!this.#started) return;
    const set = this.#setAttribute;
    if (name === "lang") this.#followLanguage();
    else if (name === "no-share") this.#draw();
    else if (name === "required") this.#handIn();
    else if (name === "disabled") return; // which comes by disable, as that of a fieldset does
    else if (name !== "set") this.#start();
    else if (set && set !== this.#draft?.set) this.#open(this.#store.latest(set));
  }

  get sheet(): Sheet | null {
    return this.#draft && wholeSheet(this.#draft);
  }

  get result(): Result | null {
    return this.#result;
  }

  get ocop(): Ocop | null {
    return this.#ocop ?? null;
  }

  /** Shares the rules that a page has loaded. */
  share(given: unknown): void {
    if (given === this.#ocop) return;
    if (!isOcop(given)) return this.#refuseOcop();
    this.#given = given;
    if (this.#started) void this.#bring();
  }

  #refuseOcop(): void {
    const problems = [problem("FORM-03", both((t) => t("noOcop")))];
    showProblems(this.#view, "ocop", (t) => t("ocopFails"), problems);
    this.#tell("ocop-error", { problems });
  }

  /** Takes a sheet from a program in place of what is there. */
  put(given: unknown): void {
    if (this.#ocop) return this.#receive(this.#ocop, given);
    this.#wanted = given;
    if (!this.#receiveEarly() && this.#started) this.#draw();
  }

  /** Goes back to the choice of a product set. */
  leave(): void {
    this.#wanted = undefined;
    if (this.#draft) this.#choose();
  }

  /** What stands there can be read, but not changed. */
  disable(disabled: boolean): void {
    this.#view.disable(disabled);
  }

  /** Takes a sheet that the browser has kept of the page, where the device has none. */
  restore(sheet: unknown): void {
    if (!this.#draft) this.put(sheet);
  }

  clear(): void {
    if (this.#draft && this.#place) this.#replace(this.#place, { ...blank(this.#draft.set), about: this.#draft.about }, "cleared");
  }

  // ---- start and loading

  #start(): void {
    this.#started = true;
    const name = this.#host.getAttribute("name") || "ocop-score";
    this.#store.listen(false);
    this.#store = new Store(name, this.#host.hasAttribute("no-save"), this.#onElsewhere);
    if (this.#host.isConnected) this.#store.listen(true);
    this.#view.stepwise = this.#store.stepwise ?? this.#host.hasAttribute("steps");
    this.#trail = trailOf(name, () => !this.#host.hasAttribute("no-history"));
    const place = this.#trail.at(history.state);
    const set = this.#setAttribute;
    const at = set ? this.#store.latest(set) : place === undefined ? this.#store.last : place;
    this.#place = at && this.#store.usable(at);
    this.#draft = this.#place === null ? null : this.#store.read(this.#place);
    this.#drawn = undefined;
    void this.#bring(); // asks at once, before anything is drawn
    this.#view.speak(this.#language);
    this.#draw();
    tellStrange(this.#view, this.#store);
    this.#tellStorage();
  }

  get #language(): Lang {
    return languageOf(tagOf(this.#host));
  }

  #followLanguage(): void {
    if (this.#language !== this.#lang) void this.#bring();
  }

  get #setAttribute(): SetNo | undefined {
    const n = Number(this.#host.getAttribute("set"));
    return isSetNo(n) ? n : undefined;
  }

  get #source(): Source {
    return sourceAt(this.#host.getAttribute("base") ?? "");
  }

  /** Brings all that is needed, and shows it as it comes. What stands stays until then. */
  async #bring(): Promise<void> {
    const turn = ++this.#turn;
    const source = this.#source;
    this.#lang = this.#language;
    const form = Promise.all([source.words(this.#lang), source.rules()]);
    const module = Promise.resolve(this.#given ?? source.ocop());
    void Promise.allSettled([form, module]); // what fails is met below, each in its turn
    this.#failed = false;
    let tell = tellFailure;
    try {
      const [words, rules] = await form;
      if (turn !== this.#turn) return;
      tell = tellNoModule;
      this.#lay(words, rules);
      const ocop = await module;
      if (turn !== this.#turn) return;
      checkRubric(words, ocop.rules(1).rubric);
      this.#take(ocop);
    } catch (error) {
      const problems = problemsOf(error);
      if (turn !== this.#turn) return;
      if (this.#lineIsBack) return this.#bringAgain();
      this.#failed = true;
      tell(this.#view, () => this.#draft, problems, () => void this.#bring());
      if (this.#drawn) this.#show();
      this.#tell("ocop-error", { problems });
    }
  }

  /** Draws what words and rules are enough for. */
  #lay(words: Words, rules: readonly Rules[]): void {
    this.#words = words;
    this.#rules = rules;
    if (this.#receiveEarly()) return; // which brings all for another product set
    const its = this.#draft ? rules[this.#draft.set - 1] : undefined;
    this.#drawn = its && { rules: its, rubric: rubricOf(its, words) };
    this.#view.speak(words.lang);
    this.#view.notices.drop("load");
    this.#draw();
  }

  /** The module is there: what waited for it is looked at, and whatever stands is scored from now on. */
  #take(ocop: Ocop): void {
    this.#ocop = ocop;
    const wanted = this.#wanted;
    this.#wanted = undefined;
    if (wanted !== undefined) this.#receive(ocop, wanted);
    this.#draw();
    if (!this.#ready) this.#begin();
    this.#tellChange();
  }

  /** Once the rules are there for the first time. */
  #begin(): void {
    this.#ready = true;
    this.#tell("ocop-ready", { sheet: this.sheet, result: this.#result });
    this.#onAddress();
  }

  readonly #onLine = (): void => {
    this.#lineIsBack = true;
    if (this.#failed) void this.#bring();
  };

  /** What failed was asked for before the line was back. */
  #bringAgain(): Promise<void> {
    this.#lineIsBack = false;
    return this.#bring();
  }

  // ---- what is shown

  #draw(): void {
    this.#lookUp();
    this.#handIn();
  }

  #lookUp(): void {
    const act = this.#act;
    const catalogue = this.#words?.index;
    if (!this.#draft) return this.#view.choose({ catalogue, products: this.#store.products(), removed: this.#store.removed(), resultOf: this.#ocop && this.#resultOf, act });
    // What waits for the module takes the place of the answers: none are taken until then.
    if (!catalogue || !this.#drawn || this.#wanted !== undefined) return this.#view.wait({ set: this.#draft.set, catalogue, act });
    const { rubric, rules: { bands } } = this.#drawn;
    const kinds = new Map(catalogue.evidence.map((kind) => [kind.id, kind]));
    this.#view.form({ rubric, bands, kinds, act, saved: this.#store.keeps, shares: !this.#host.hasAttribute("no-share"), isViewed: this.#place === null });
    this.#workOut();
  }

  #handIn(): void {
    handIn(this.#internals, this.#view, { sheet: this.sheet, result: this.#result, required: this.#host.hasAttribute("required") });
  }

  /** Works the result out, where there is the module, and shows it. */
  #show(): void {
    this.#workOut();
    this.#handIn();
  }

  #workOut(): void {
    if (!this.#draft) return;
    this.#view.history(this.#place === null ? {} : this.#store.changes(this.#place));
    if (!this.#ocop) return this.#view.updateUnscored(this.#draft, this.#failed);
    try {
      this.#result = this.#ocop.score(sheetOf(this.#draft));
      this.#view.notices.drop("score");
      this.#view.update(this.#draft, this.#result, this.#ocop);
    } catch (error) {
      this.#notScored(this.#draft, problemsOf(error));
    }
  }

  #notScored(draft: Draft, problems: Problem[]): void {
    this.#result = null;
    if (problems.some((p) => p.code.startsWith("MODULE") && p.code !== "MODULE-10")) {
      showProblems(this.#view, "score", (t) => t("scoreFails"), problems, { actions: [{ label: "retry", act: () => this.#show() }] });
      this.#view.updateUnscored(draft, true);
    } else {
      // Only what an older version left on the device can be refused here.
      if (this.#place) this.#store.setAside(this.#place);
      this.#draft = blank(draft.set);
      showProblems(this.#view, "saved", (t) => t("savedFails"), problems);
      tellStrange(this.#view, this.#store);
      this.#show();
    }
    this.#tell("ocop-error", { problems });
  }

  // ---- what people do

  readonly #act: Act = {
    answer: (code, option = "") => this.#change(({ answers }) => enter(answers, code, option)),
    gate: (id, found) => this.#change((draft) => (draft.gates = toggled(draft.gates, id, found))),
    evidence: (code, kind, had) => this.#change(({ evidence }) => enter(evidence, code, toggled(evidence[code] ?? [], kind, had))),
    about: (field, text) => this.#change(({ about }) => enter(about, field, text)),
    note: (code, text) => this.#change(({ notes }) => enter(notes, code, text)),
    wish: (change) => this.#change((draft) => change(draft.wishes)),
    undo: () => this.#step("undo"),
    redo: () => this.#step("redo"),
    choose: (set) => void this.#pick(set),
    openAt: (place) => this.#go(place),
    another: () => this.#draft && this.#go(this.#store.free(this.#draft.set)),
    duplicate: (place) => this.#duplicate(place),
    remove: (place) => {
      this.#keeping(() => this.#store.remove(place));
      tellRemoved(this.#view, () => this.#act.bringBack(place));
      this.#draw();
    },
    bringBack: (place) => {
      this.#keeping(() => this.#store.bringBack(place));
      this.#draw();
    },
    compare: (place) => this.#compare(place),
    backup: () => saveBackup(this.#store.products()),
    change: () => this.#go(null),
    pace: (stepwise) => {
      this.#store.stepwise = stepwise;
      this.#handIn(); // what is missing is entered at another place
    },
    review: () => this.#draft && this.#view.review(this.#draft, this.#result),
    finish: () => this.sheet && this.#result && this.#tell("ocop-finish", { sheet: this.sheet, result: this.#result }),
    share: () => {
      if (this.#drawn && this.#links) showShare(this.#view.body, { t: this.#view.t, links: this.#links, title: this.#drawn.rubric.name });
    },
    print: () => void this.#print(),
    save: () => this.#draft && saveDraft(this.#draft),
    keep: () => this.#draft && this.#go(this.#store.add(this.#draft)),
    open: () => pickFiles(([file]) => file && void this.#openFile(file), { accept: jsonFiles }),
    clear: () => void mayClear(this.#view).then((yes) => yes && this.clear()),
  };

  /** The way back stays in the page's history. */
  #go(to: Place | null): void {
    this.#trail.go(this.#place, to);
    this.#showAt(to);
  }

  #showAt(place: Place | null): void {
    if (place) this.#open(this.#store.usable(place));
    else this.#choose();
    this.#view.toTop();
  }

  /** Back, or forward again. */
  readonly #onPop = ({ state }: PopStateEvent): void => {
    const place = this.#trail.at(state);
    if (place !== undefined && place !== this.#place) this.#showAt(place);
  };

  /** Something was entered: keep it, work it out, tell. */
  #change(enter: (draft: Draft) => void): void {
    if (!this.#draft || !this.#place) return;
    const after = structuredClone(this.#draft);
    enter(after);
    this.#put(this.#place, after);
    this.#changed();
  }

  #changed(): void {
    this.#unheard = true;
    this.#draw(); // anew only where the device begins or ends to keep it
    this.#tellChange();
  }

  /** Tells of a change, once there is a result of it, and the page knows of the rules. */
  #tellChange(): void {
    if (!this.#ready || !this.#unheard || !this.sheet || !this.#result) return;
    this.#unheard = false;
    this.#view.announce(this.#result);
    this.#tell("ocop-change", { sheet: this.sheet, result: this.#result });
  }

  /** Puts what was entered into a place, and shows what stands there then. */
  #put(place: Place, after: Draft): void {
    const before = this.#place === place && this.#draft ? this.#draft : this.#store.read(place);
    this.#keeping(() => (this.#draft = this.#store.write(place, before, after)));
  }

  #step(way: "undo" | "redo"): void {
    const place = this.#place;
    const draft = place && this.#keeping(() => this.#store[way](place));
    if (!draft) return;
    this.#draft = draft;
    this.#changed();
  }

  /** Writes to the store; says it, if the device begins or ends to keep. */
  #keeping<T>(write: () => T): T {
    const { refused } = this.#store;
    const written = write();
    if (refused !== this.#store.refused) this.#tellStorage();
    return written;
  }

  /** Says once that the device keeps nothing. */
  #tellStorage(): void {
    if (!this.#store.refused) return this.#view.notices.drop("storage");
    const text = (t: Speak) => t("storageFails");
    this.#view.notices.show("storage", { text });
    this.#tell("ocop-error", { problems: [problem("FORM-01", both(text), "warning")] });
  }

  #choose(): void {
    this.#draft = this.#result = this.#place = null;
    this.#drawn = undefined;
    this.#unheard = false;
    this.#store.last = null;
    this.#draw();
    void this.#bring();
  }

  /** Opens a place with what is kept there, or with a draft that takes its place. */
  #open(place: Place, draft?: Draft): void {
    const isHere = this.#drawn && this.#draft?.set === setAt(place) && this.#place !== null;
    if (draft) this.#put(place, draft);
    else this.#draft = this.#store.read(place);
    this.#place = this.#store.last = place;
    if (isHere) this.#changed();
    else this.#drawAnew();
  }

  /** Shows a draft that is not kept here, to be read. */
  #look(draft: Draft): void {
    this.#draft = draft;
    this.#place = null;
    this.#drawAnew();
    this.#view.toTop();
  }

  #drawAnew(): void {
    this.#unheard = true;
    this.#drawn = undefined;
    this.#result = null;
    this.#draw();
    void this.#bring();
  }

  // ---- products

  /** Opens a product set: what is begun there, or a new product, as the person says. */
  async #pick(set: SetNo): Promise<void> {
    const products = this.#store.productsOf(set);
    const [one, ...others] = products;
    const isPlain = !one || (others.length === 0 && !one.draft.about.product);
    const place = isPlain ? this.#store.latest(set) : await pickProduct(this.#view, products);
    if (place) this.#go(place === "new" ? this.#store.free(set) : place);
  }

  #duplicate(place: Place | null = this.#place): void {
    if (!place) return;
    const draft = structuredClone(this.#store.read(place));
    const names = this.#store.products().map((product) => product.draft.about.product ?? "");
    const { product } = draft.about;
    if (product) draft.about.product = nextVersion(this.#view.t, product, names);
    this.#go(this.#keeping(() => this.#store.add(draft)));
  }

  #compare(place: Place | null = this.#place): void {
    const set = setAt(place);
    const rules = set && this.#rules?.[set - 1];
    if (!set || !rules || !this.#words || !this.#ocop) return;
    const products = this.#store.productsOf(set);
    if (products.length < 2) return this.#view.notices.show("compare", { text: (t) => t("compareOne") });
    const first = products.filter((product) => product.place === place);
    showCompare(this.#view.body, { t: this.#view.t, ocop: this.#ocop, rubric: rubricOf(rules, this.#words), products: [...first, ...products.filter((product) => product.place !== place)] });
  }

  readonly #resultOf = (draft: Draft): Result | null => {
    try {
      return this.#ocop?.score(sheetOf(draft)) ?? null;
    } catch {
      return null; // it is told when it is opened
    }
  };

  // ---- sheets from outside

  /** A sheet from a program: read once, so that what is scored is what is shown. */
  #receive(ocop: Ocop, given: unknown): void {
    try {
      const document = documentOf(given);
      ocop.score(document);
      this.#fillIn(parseDocument(document));
    } catch (error) {
      const problems = problemsOf(error);
      showProblems(this.#view, "sheet", (t) => t("sheetFails"), problems);
      this.#tell("ocop-error", { problems });
    }
  }

  /** A sheet that the rules take as it stands need not wait for the module. */
  #receiveEarly(): boolean {
    const data = this.#wanted === undefined ? undefined : plainData(this.#wanted);
    if (!this.#rules || !isSheet(data, this.#rules)) return false;
    this.#wanted = undefined;
    this.#fillIn(data);
    return true;
  }

  #fillIn(sheet: Sheet): void {
    const place = this.#placeFor(sheet.set);
    const before = this.#store.read(place);
    const draft = draftOf(sheet, before);
    if (place !== this.#place || changeBetween(before, draft).length > 0) this.#open(place, draft);
  }

  /** Where a sheet from outside belongs: where its product set is open, or was last. */
  #placeFor(set: SetNo): Place {
    return this.#place && this.#draft?.set === set ? this.#place : this.#store.latest(set);
  }

  readonly #onAddress = (): void => {
    if (!this.#ready || !this.#ocop || this.#host.hasAttribute("no-share")) return;
    const vector = vectorInAddress();
    if (vector === null) return;
    cleanAddress();
    try {
      const { sheet, isToView } = sheetInLink(this.#ocop, vector);
      if (isToView) this.#look(draftOf(sheet));
      else void this.#offer(sheet);
    } catch (error) {
      const problems = problemsOf(error);
      showProblems(this.#view, "link", (t) => t("linkFails"), problems);
      this.#tell("ocop-error", { problems });
    }
  };

  async #openFile(file: File): Promise<void> {
    const read = await readFile(this.#view, this.#ocop, file);
    if ("problems" in read) return this.#tell("ocop-error", read);
    if ("backup" in read) return this.#restore(read.backup);
    const before = this.#place;
    await this.#offer(read.sheet);
    this.#trail.go(before, this.#place);
  }

  #restore(backup: Backup): void {
    const ocop = this.#ocop;
    if (!ocop) return;
    const restored = this.#keeping(() => restore(backup, this.#store, ocop));
    tellRestored(this.#view, restored);
    if (restored.refused.length > 0) this.#tell("ocop-error", { problems: restored.refused });
    this.#draw();
  }

  /** Opens a sheet from a link or a file; asks before it replaces another. */
  async #offer(sheet: Sheet): Promise<void> {
    const place = this.#placeFor(sheet.set);
    const before = this.#store.read(place);
    const draft = draftOf(sheet, before);
    if (changeBetween(before, draft).length === 0) return this.#open(place);
    if (isEmpty(before)) return this.#open(place, draft);
    switch (await whatToDo(this.#view, before, draft)) {
      case "yes":
        return this.#replace(place, draft, "replaced");
      case "add":
        return this.#open(this.#store.free(sheet.set), draftOf(sheet));
      case "look":
        return this.#look(draftOf(sheet));
    }
  }

  #replace(place: Place, draft: Draft, text: TextKey): void {
    const before = this.#store.read(place);
    this.#open(place, draft);
    if (!isEmpty(before)) tellReplaced(this.#view, text, () => this.#open(place, before));
  }

  /** Another window of the same page entered something. */
  readonly #onStorage = ({ key }: StorageEvent): void => {
    if (this.#store.isIts(key)) this.#onElsewhere();
  };

  /** Something was entered in another window, or another form of the name. */
  readonly #onElsewhere = (): void => {
    if (!this.#draft) return this.#draw();
    const before = this.#draft;
    const now = this.#place && this.#store.find(this.#place);
    // What was removed elsewhere stays here; the next change keeps it again.
    if (!now || changeBetween(before, now).length === 0) return;
    const place = this.#place as Place;
    this.#draft = now;
    if (!this.#drawn) return;
    this.#changed();
    if (isEmpty(now) && !isEmpty(before)) tellReplaced(this.#view, "clearedElsewhere", () => this.#open(place, before));
  };

  // ---- link and paper

  get #links(): Links | undefined {
    return this.#ocop && this.#draft ? linksOf(this.#ocop, this.#draft) : undefined;
  }

  /** What there is to print, undefined where there is nothing. */
  get #onPaper(): Printed | undefined {
    if (!this.#ocop || !this.#draft || !this.#result) return undefined;
    const link = this.#host.hasAttribute("no-share") ? undefined : this.#links?.levels;
    return { source: this.#source, ocop: this.#ocop, sheet: wholeSheet(this.#draft), lang: this.#view.lang, council: this.#host.hasAttribute("council"), link };
  }

  async #print(): Promise<void> {
    const what = this.#onPaper;
    if (!what) return;
    try {
      await this.#paper.print(this.#view, what);
    } catch (error) {
      const problems = problemsOf(error);
      showProblems(this.#view, "print", (t) => t("printFails"), problems, { actions: [{ label: "retry", act: () => void this.#print() }] });
      this.#tell("ocop-error", { problems });
    }
  }

  /** Ctrl+Z takes back what was done, but in a text field what was typed. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const { key, target } = event;
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyped(target)) return;
    const way = key.toLowerCase() === "y" || (key.toLowerCase() === "z" && event.shiftKey) ? "redo" : key.toLowerCase() === "z" ? "undo" : undefined;
    if (!way || this.#host.matches(":disabled")) return;
    event.preventDefault();
    this.#step(way);
  };

  readonly #onPrint = (): void => this.#paper.show(this.#view, this.#onPaper);

  #tell<N extends keyof Told>(name: N, detail: Told[N]): void {
    this.#host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** The way through the products of a form; null stands for the choice. */
const trailOf = (name: string, isOn: () => boolean): Trail<Place | null> => new Trail({ kind: "ocop-score", name, isOn, placeIn: (value) => (value === null ? null : setAt(value) === undefined ? undefined : String(value)) });

/** Whether something is a field in which text is typed. */
const isTyped = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !["radio", "checkbox"].includes(target.type));

/** Puts a value under a name, or takes the name out where there is nothing in the value. */
function enter<T extends string | readonly string[]>(table: { [name: string]: T }, name: string, value: T): void {
  if (value.length > 0) table[name] = value;
  else delete table[name];
}

/** A list with an item or without it. */
const toggled = (list: readonly string[], item: string, there: boolean): string[] => [...list.filter((one) => one !== item), ...(there ? [item] : [])];
