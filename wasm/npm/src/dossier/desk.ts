// Where a dossier is filled in: what is at hand, what is shown of it, and how things go
// on. The words and the shape draw it; what is wrong and the star come with the modules,
// which may be seconds later.

import { parseDocument, problemsOf, showProblems } from "../element/intake.js";
import { tagOf, watchTags } from "../element/language.js";
import type { Kinds, Rubric } from "../element/law.js";
import { rubricOf } from "../element/source.js";
import { languageOf } from "../element/texts.js";
import { h } from "../element/dom.js";
import type { Ocop } from "../ocop.js";
import type { NamedBlob } from "../pack.js";
import { documentOf } from "../plain.js";
import { OcopError } from "../problems.js";
import type { Dossier, Lang, Problem, Rules, Written } from "../types.js";
import { checkRubric, type Words } from "../words.js";
import { claimsBar } from "./bar.js";
import { check, noCheck, withUnread, type Check } from "./check.js";
import { Database } from "./database.js";
import { finishEvidence, openPiece } from "./evidence.js";
import { Files } from "./files.js";
import type { Draft, Form } from "./form.js";
import { drawHome } from "./home.js";
import { taskList } from "./list.js";
import { nameOf } from "./names.js";
import { filesOf } from "./out.js";
import { draftOf } from "./read.js";
import { officeOf, writes } from "./roles.js";
import { shapeAt, type Shape } from "./shape.js";
import { dossierSourceAt, type DossierSource } from "./source.js";
import { Starting } from "./starting.js";
import { Store, type Kept, type Lists } from "./store.js";
import { pageOf, tasksOf, type Page, type Task } from "./tasks.js";
import { focusField, tellProblems } from "./told.js";
import { home, trailOf, type At } from "./trail.js";
import { isSame, isWithin, type Table } from "./tree.js";
import { View } from "./view.js";
import { Work } from "./work.js";

/** What the form tells its page. */
export interface Told {
  "ocop-ready": { dossier: Draft | null };
  "ocop-change": { dossier: Draft; problems: readonly Problem[] };
  "ocop-finish": { dossier: Draft; problems: readonly Problem[] };
  "ocop-error": { problems: Problem[] };
}

/** What the form is drawn from. */
interface Ground {
  lang: Lang;
  words: Words;
  shape: Shape;
  rules: readonly Rules[];
  kinds: Kinds;
}

const quietly = 350; // ms without a change before the whole is checked anew

export class Desk {
  readonly #host: HTMLElement;
  readonly #view: View;
  readonly #tags = new MutationObserver(() => this.#followLanguage());
  #database = new Database(undefined);
  #store = new Store(this.#database, undefined);
  #files = new Files(this.#database);
  #trail = trailOf("", () => false);
  #started = false;
  #ground: Ground | undefined;
  #given: Ocop | undefined; // that the page shares
  #ocop: Ocop | undefined;
  #hasChecks = false;
  #work: Work | undefined;
  #at: At = home;
  #lists: Lists | undefined; // what the device keeps, where the person is at the list
  #check: Check | undefined;
  #seen = new Set<string>(); // pages that were left once: what is missing there is said
  #updates: (() => void)[] = []; // of what stands there
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0; // only the latest loading counts
  #failed = false;
  #ready = false;
  #told = ""; // what the page heard last, as a text
  #going: Promise<void> = Promise.resolve(); // from one place to the next
  #wanted: unknown; // a dossier given before the device was asked

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#view = new View(host.attachShadow({ mode: "open" }));
  }

  connect(): void {
    addEventListener("popstate", this.#onPop);
    addEventListener("pagehide", this.#onLeave);
    addEventListener("pageshow", this.#onElsewhere); // a page that was put aside has heard nothing meanwhile
    addEventListener("online", this.#onLine);
    watchTags(this.#host, this.#tags);
    if (!this.#started) return void this.#start();
    this.#store.open();
    this.#onElsewhere();
    this.#followLanguage();
  }

  disconnect(): void {
    removeEventListener("popstate", this.#onPop);
    removeEventListener("pagehide", this.#onLeave);
    removeEventListener("pageshow", this.#onElsewhere);
    removeEventListener("online", this.#onLine);
    this.#tags.disconnect();
    this.#store.close();
  }

  attributeChanged(name: string): void {
    if (!this.#started) return;
    if (name === "lang") this.#followLanguage();
    else if (["office", "on", "disabled"].includes(name)) this.#drawAnew();
    else void this.#start();
  }

  // ---- what the page asks for

  get dossier(): Draft | null {
    return this.#work ? (structuredClone(this.#work.draft) as Draft) : null;
  }

  get problems(): readonly Problem[] | null {
    return this.#work && this.#check ? this.#check.problems : null;
  }

  get ocop(): Ocop | null {
    return this.#ocop ?? null;
  }

  share(ocop: Ocop): void {
    if (ocop === this.#ocop) return;
    this.#given = ocop;
    if (this.#started) void this.#bring();
  }

  /** Takes a dossier from a program. */
  put(given: Written<Dossier> | Draft | null): void {
    this.#wanted = given;
    if (this.#ready) void this.#receive((dossier) => this.#replace(dossier));
  }

  /** Opens a file as if a person had chosen it: a dossier, a package, a sheet, a backup. */
  async open(file: Blob): Promise<void> {
    await Promise.all([this.#modules(), this.#going]);
    if (this.#work) await this.#go(home);
    if (this.#form) await this.#starting(this.#form).openFile(file instanceof File ? file : new File([file], "", { type: file.type }));
  }

  /** The dossier with its files, as one package. */
  async package(): Promise<Blob> {
    const [ocop, { packBlob }] = await Promise.all([this.#modules(), import("../pack.js")]);
    return packBlob(ocop, (this.#work?.draft ?? {}) as unknown as Dossier, await this.files(), { on: todayOf(this.#host) });
  }

  /** The files of the evidence that this device has, by the names that the dossier gives them. */
  async files(): Promise<NamedBlob[]> {
    return (await filesOf({ dossier: (this.#work?.draft ?? {}) as Draft, files: this.#files })).files;
  }

  // ---- start and loading

  async #start(): Promise<void> {
    this.#started = true;
    const name = this.#host.getAttribute("name") || "ocop-dossier";
    const kept = this.#host.hasAttribute("no-save") ? undefined : name;
    this.#store.close();
    this.#database = new Database(kept);
    this.#store = new Store(this.#database, kept);
    if (this.#host.isConnected) this.#store.open();
    this.#store.listen((id) => (!this.#work || this.#work.id === id) && this.#onElsewhere());
    this.#files = new Files(this.#database);
    this.#trail = trailOf(name, () => !this.#host.hasAttribute("no-history"));
    this.#view.speak(this.#language);
    this.#draw();
    const bringing = this.#bring();
    this.#going = this.#going.then(() => this.#store.takeIn());
    await this.#go(this.#trail.at(history.state) ?? home, { isNew: false });
    this.#tellStorage();
    void this.#sweep();
    await bringing;
  }

  /** Removes files that no dossier on the device names any more. */
  async #sweep(): Promise<void> {
    const named = await this.#store.named();
    if (named) await this.#files.sweep(named.files, named.dossiers);
  }

  get #language(): Lang {
    return languageOf(tagOf(this.#host));
  }

  #followLanguage(): void {
    if (this.#language !== this.#view.lang) void this.#bring();
  }

  get #source(): DossierSource {
    return dossierSourceAt(this.#host.getAttribute("base") ?? "");
  }

  /** Brings all that is needed, and shows it as it comes. */
  async #bring(): Promise<void> {
    const turn = ++this.#turn;
    const lang = this.#language;
    const source = this.#source;
    const form = Promise.all([source.words(lang), source.rules(), source.shape(lang)]);
    const module = Promise.resolve(this.#given ?? source.ocop());
    void Promise.allSettled([form, module]);
    this.#failed = false;
    try {
      const [words, rules, shape] = await form;
      if (turn !== this.#turn) return;
      this.#ground = { lang, words, rules, shape, kinds: new Map(words.index.evidence.map((kind) => [kind.id, kind])) };
      this.#form = undefined;
      this.#view.speak(lang);
      this.#view.notices.drop("load");
      this.#drawAnew();
      const ocop = await module;
      if (turn !== this.#turn) return;
      checkRubric(words, ocop.rules(1).rubric);
      this.#ocop = ocop;
      this.#update();
      await this.#modules();
      if (turn !== this.#turn) return;
      this.#lookAgain();
      void this.#begin();
    } catch (error) {
      const problems = problemsOf(error);
      if (turn !== this.#turn) return;
      this.#failed = true;
      showProblems(this.#view, "load", (t) => t(this.#ground ? "rulesFail" : "loadFails"), problems, { actions: [{ label: "retry", act: () => void this.#bring() }] });
      this.#tell("ocop-error", { problems });
      void this.#begin();
    }
  }

  /** The module, with the second one, which checks dossiers and fills in papers. */
  async #modules(): Promise<Ocop> {
    const source = this.#source;
    const ocop = this.#ocop ?? this.#given ?? (await source.ocop());
    await source.forPapers(ocop, this.#view.lang);
    this.#ocop = ocop;
    this.#hasChecks = true;
    return ocop;
  }

  /** The page is told that the form is ready, once the person is where they were before a reload. */
  async #begin(): Promise<void> {
    await this.#going;
    if (this.#ready) return;
    this.#ready = true;
    this.#tell("ocop-ready", { dossier: this.dossier });
    if (this.#wanted !== undefined) void this.#receive((dossier) => this.#openGiven(dossier)); // what was at hand before a reload is none of the page's
  }

  readonly #onLine = (): void => {
    if (this.#failed) void this.#bring();
  };

  /** The person hands the dossier in. */
  #finish(): void {
    this.#lookAgain();
    if (!this.#work || !this.#check) return;
    this.#view.notices.show("finished", { text: () => this.#view.t("finishedDossier") });
    this.#tell("ocop-finish", { dossier: this.dossier!, problems: this.#check.problems });
  }

  // ---- where the person is

  /** Goes to the dossiers, a dossier's tasks or a page; the way back stays in the page's history. */
  #go(to: At, how: { isNew?: boolean } = {}): Promise<void> {
    return (this.#going = this.#going.then(() => this.#arrive(to, how)));
  }

  async #arrive(to: At, { isNew = true }: { isNew?: boolean }): Promise<void> {
    if (isNew) this.#trail.go(this.#at, to);
    if (this.#at.page) this.#seen.add(this.#at.page);
    const isOther = to.id !== this.#at.id || (to.id !== null && !this.#work);
    if (isOther) {
      await this.#work?.kept();
      const kept = to.id === null ? undefined : await this.#store.find(to.id);
      this.#take(kept);
      this.#at = kept ? to : home;
    } else this.#at = to;
    if (this.#work) this.#draw();
    else await this.#list();
    if (this.#at.page === "finish") this.#tasks.forEach(({ pages }) => pages.forEach(({ id }) => this.#seen.add(id)));
    if (isOther || this.#at.page === null || this.#at.page === "finish") this.#lookAgain();
    if (isNew) this.#view.toTop();
  }

  /** Takes a dossier to hand. */
  #take(kept: Kept | undefined): void {
    clearTimeout(this.#timer);
    this.#seen = new Set();
    this.#check = this.#form = undefined;
    this.#work = kept && new Work(this.#store, kept, () => this.#onDraft());
  }

  readonly #onPop = ({ state }: PopStateEvent): void => {
    const at = this.#trail.at(state);
    if (at) void this.#go(at, { isNew: false });
  };

  readonly #onLeave = (): void => this.#work?.leave();

  /** Another window wrote something. */
  readonly #onElsewhere = (): void => {
    this.#going = this.#going.then(() => (this.#work ? this.#work.follow() : this.#list()));
  };

  /** Draws the list of dossiers as it stands on the device. */
  async #list(): Promise<void> {
    this.#lists = await this.#store.lists();
    this.#draw();
  }

  #goTo(pointer: string): void {
    const found = pageOf(this.#tasks, pointer);
    if (!found) return;
    if (this.#form) openPiece(this.#form, pointer);
    void this.#go({ id: this.#at.id, page: found.page.id }).then(() => {
      this.#tellProblems(true);
      focusField(this.#view.frame, pointer);
    });
  }

  // ---- what changes

  #isDrawing = false;

  /** The draft is another. */
  #onDraft(): void {
    this.#view.notices.drop("finished"); // something changed since
    this.#update();
    this.#tellStorage();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#lookAgain(), quietly);
  }

  /** Checks the whole and says what was found. */
  #lookAgain(): void {
    clearTimeout(this.#timer);
    const form = this.#form;
    if (!form || !this.#work || !this.#ocop || !this.#hasChecks) return;
    try {
      this.#check = withUnread(form, check(this.#ocop, this.#ground!.shape, this.#work.draft, form.today));
      this.#view.notices.drop("score");
    } catch (error) {
      const problems = problemsOf(error);
      this.#check = noCheck;
      showProblems(this.#view, "score", () => this.#view.t("checkFails"), problems, { actions: [{ label: "retry", act: () => this.#lookAgain() }] });
      this.#tell("ocop-error", { problems });
    }
    this.#update();
    const told = JSON.stringify([this.#work.id, this.#work.draft, this.#check.problems]);
    if (told === this.#told) return;
    this.#told = told;
    this.#tell("ocop-change", { dossier: this.dossier!, problems: this.#check.problems });
  }

  /** Shows what changed on what stands there. */
  #update(): void {
    if (this.#isDrawing) return;
    for (const update of this.#updates) update();
    this.#tellProblems();
  }

  #tellProblems(tellsMissing?: boolean): void {
    const page = this.#page;
    if (page && this.#form) tellProblems({ form: this.#form, page: this.#view.frame, covers: page.covers, tellsMissing: tellsMissing ?? this.#seen.has(page.id) });
  }

  // ---- what is shown

  #form: Form | undefined; // of the dossier and the language at hand
  #tasks: readonly Task[] = [];

  get #page(): Page | undefined {
    return this.#tasks.flatMap(({ pages }) => pages).find(({ id }) => id === this.#at.page);
  }

  #drawAnew(): void {
    this.#draw();
    this.#lookAgain();
  }

  #draw(): void {
    this.#updates = [];
    if (!this.#ground || (!this.#work && !this.#lists)) return this.#view.draw(h("div", { class: "lines-waiting", role: "status" }, h("p", { class: "hint" }, this.#view.t("loading"), " ", this.#view.t("loadingHint")), h("span"), h("span"), h("span")));
    this.#form ??= this.#formAtHand(this.#ground, this.#work);
    this.#isDrawing = true;
    try {
      if (this.#work) this.#drawDossier(this.#form, this.#work);
      else this.#drawHome(this.#form, this.#lists!);
    } finally {
      this.#isDrawing = false;
    }
    this.#tellProblems();
  }

  #drawHome(form: Form, lists: Lists): void {
    this.#tasks = [];
    const starting = this.#starting(form);
    this.#view.draw(drawHome({ form, starting, lists, open: (id) => void this.#go({ id, page: null }) }));
  }

  #starting(form: Form): Starting {
    return new Starting({
      form, view: this.#view, store: this.#store, files: this.#files, rules: this.#ground!.rules, sheetsName: this.#host.getAttribute("sheets") || "ocop-score",
      open: (id) => void this.#go({ id, page: null }), tell: (problems) => this.#tell("ocop-error", { problems }),
    });
  }

  #drawDossier(form: Form, work: Work): void {
    const { t } = form;
    this.#tasks = tasksOf(form);
    const bar = claimsBar(form, () => this.#goTo("/report/claims"));
    const name = h("p", { class: "which" });
    const show = () => (name.textContent = nameOf(work.draft) || t("unnamed"));
    show();
    form.onChange(show);
    const page = this.#page;
    if (!page) {
      this.#view.draw(
        h("nav", { class: "way", "aria-label": t("wayName") }, this.#button("to-home", t("toHome"), { id: null, page: null })),
        h("header", { class: "head" }, name, h("h2", { tabindex: "-1" }, t(`listTitle_${form.office}`)), h("p", { class: "hint" }, t("listHint"))),
        taskList({ form, tasks: this.#tasks, check: () => this.#check, open: ({ id }) => void this.#go({ id: work.id, page: id }) }), bar);
      return;
    }
    const task = this.#tasks.find(({ pages }) => pages.includes(page))!;
    const at = task.pages.indexOf(page);
    const next = task.pages[at + 1] ?? this.#tasks[this.#tasks.indexOf(task) + 1]?.pages[0];
    const before = task.pages[at - 1];
    this.#view.draw(
      h("nav", { class: "way", "aria-label": t("wayName") }, this.#button("to-list", t("toList"), { id: work.id, page: null })),
      h("header", { class: "head" }, name, h("h2", { tabindex: "-1" }, page.title),
        task.pages.length > 1 && h("p", { class: "hint step" }, t("pageOf", { n: at + 1, all: task.pages.length, name: task.name })),
        page.hint && h("p", { class: "hint" }, page.hint)),
      h("fieldset", { class: `entry ${page.isOne ? "one" : ""}`, role: "none" }, page.draw(form)),
      h("div", { class: "turn" }, before && this.#button("page-back", t("pageBack"), { id: work.id, page: before.id }),
        next ? this.#button("page-next", task.pages.includes(next) ? t("pageNext") : t("taskNext", { name: next.title }), { id: work.id, page: next.id }, "main") : this.#button("page-next", t("toList"), { id: work.id, page: null }, "main")), bar);
  }

  #button(id: string, label: string, to: At, kind = "quiet"): HTMLElement {
    return h("button", { type: "button", class: kind, id, onclick: () => void this.#go(to) }, label);
  }

  /** The form of a dossier that is taken to hand; files that a killed tab has left on their way come in. */
  #formAtHand(ground: Ground, work: Work | undefined): Form {
    const form = this.#makeForm(ground, work);
    if (work) void finishEvidence(form);
    return form;
  }

  /** What the controls draw from and write to: one for a dossier and a language. */
  #makeForm({ lang, words, shape, rules, kinds }: Ground, work: Work | undefined): Form {
    const desk = this;
    const rubrics = new Map<number, Rubric>();
    const rubricAt = (set: number): Rubric | undefined => {
      const its = rules.find(({ no }) => no === set);
      if (its && !rubrics.has(set)) rubrics.set(set, rubricOf(its, words));
      return rubrics.get(set);
    };
    return {
      t: this.#view.t, lang, kinds, catalogue: words.index, notices: this.#view.notices, body: this.#view.body, files: this.#files, id: work?.id ?? "", ticked: work?.ticked ?? {},
      get office() {
        return officeOf(desk.#host.getAttribute("office"));
      },
      get today() {
        return todayOf(desk.#host);
      },
      get dossier() {
        return (work?.draft ?? {}) as Draft;
      },
      get rubric() {
        return rubricAt(Number(work?.value("/product/set")));
      },
      rubricOf: rubricAt,
      get ocop() {
        return desk.#ocop;
      },
      value: (pointer) => work?.value(pointer),
      shape: (pointer) => shapeAt(shape, pointer) ?? { kind: "data" },
      places: () => this.#source.places(),
      enter: (pointer, value) => work?.enter({ [pointer]: value }),
      enterAll: (values) => work?.enter(values),
      kept: async () => work?.kept(),
      get isDisabled() {
        return desk.#host.hasAttribute("disabled");
      },
      mayWrite: (pointer) => !this.#host.hasAttribute("disabled") && writes(officeOf(this.#host.getAttribute("office")), pointer),
      found: (pointer) => this.#check?.problems.filter(({ path }) => isWithin(path, pointer)) ?? [],
      onChange: (update) => void this.#updates.push(update),
      redraw: () => this.#draw(),
      goTo: (pointer) => this.#goTo(pointer),
      ready: () => this.#modules(),
      finish: () => this.#finish(),
    };
  }

  // ---- dossiers from outside

  async #receive(use: (dossier: Table) => Promise<void>): Promise<void> {
    const given = this.#wanted;
    this.#wanted = undefined;
    if (given === null) return this.#go(home, { isNew: false });
    try {
      await use(draftOf(this.#read(given)) as Table);
    } catch (error) {
      const problems = problemsOf(error);
      showProblems(this.#view, "dossier", () => this.#view.t("dossierFails"), problems);
      this.#tell("ocop-error", { problems });
    }
  }

  /** What a program gave: data, or text or bytes of JSON, of which the module says why they are none. */
  #read(given: unknown): unknown {
    const document = documentOf(given);
    try {
      return parseDocument(document);
    } catch {
      if (this.#hasChecks) throw new OcopError(this.#ocop!.validate(document).problems);
      return undefined;
    }
  }

  /** Puts a dossier in the place of what is at hand, which can still be had back. */
  async #replace(dossier: Table): Promise<void> {
    await this.#going;
    if (this.#work && !isSame(this.#work.draft, dossier)) {
      await this.#store.putAway(this.#work.draft);
      this.#work.put(dossier);
    } else if (!this.#work) await this.#openGiven(dossier);
  }

  /** Opens a dossier that is given: the one that it is, or that it became since it was given first. */
  async #openGiven(dossier: Table): Promise<void> {
    const all = await this.#store.list();
    const known = all.find((kept) => isSame(kept.dossier, dossier)) ?? all.find((kept) => isSame(kept.given, dossier));
    if (known && known.id === this.#work?.id) return; // the person stays where they were in it
    await this.#go({ id: known?.id ?? (await this.#store.add(dossier, { given: dossier })), page: null }, { isNew: false });
  }

  #tellStorage(): void {
    if (!this.#store.refused) return this.#view.notices.drop("storage");
    this.#view.notices.show("storage", { text: (t) => t("storageFails") });
  }

  #tell<N extends keyof Told>(name: N, detail: Told[N]): void {
    this.#host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** The day that dossiers are judged on, as "2026-07-03": the one that the page names, or that of the device. */
function todayOf(host: HTMLElement): string {
  return host.getAttribute("on") || new Date().toLocaleDateString("sv"); // Swedish writes days so
}
