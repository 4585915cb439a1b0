// What stands on the screen: first the choice of a product set, or a quiet wait,
// then the form with the panel beside it and the bar below.

import type { Ocop } from "../ocop.js";
import type { Catalogue, Lang, Result } from "../types.js";
import type { Act } from "./act.js";
import { Bar } from "./bar.js";
import type { Change } from "./changes.js";
import { Chooser } from "./chooser.js";
import { open, watchPresses } from "./dialog.js";
import { fields, h, say, type Child } from "./dom.js";
import { answered, type Draft, type SetNo } from "./draft.js";
import { Form } from "./form.js";
import { criteriaOf, marksOf, setName, type Kinds, type Mark, type Rubric } from "./law.js";
import { Notices } from "./notices.js";
import { Panel } from "./panel.js";
import { Review } from "./review.js";
import type { Pace } from "./steps.js";
import { styleSheet } from "./styles.js";
import { possibleStars, speaker, starText, type Speak } from "./texts.js";
import { Products } from "./products.js";
import type { Kept } from "./store.js";
import { sheetTools, startTools, viewTools, type Tools } from "./tools.js";

const quietly = 900; // ms without a change before the score is said aloud

interface FormOptions {
  rubric: Rubric;
  bands: readonly Mark[];
  kinds: Kinds;
  act: Act;
  saved: boolean;
  shares: boolean;
  /** Whether it is somebody else's, to be read. */
  isViewed: boolean;
}

interface ChooseOptions {
  catalogue: Catalogue | undefined;
  products: readonly Kept[];
  removed: readonly Kept[];
  /** What a product comes to; undefined while there is no module. */
  resultOf: ((draft: Draft) => Result | null) | undefined;
  act: Act;
}

/** The form of a product set, as it stands there. */
interface Drawn {
  no: number;
  form: Form;
  panel: Panel;
  bar: Bar;
  review: Review;
  aside: HTMLElement;
  tools: Tools;
  all: number; // how many criteria there are
}

export class View {
  readonly notices = new Notices();
  readonly paper = h("div", { class: "paper", part: "paper" });
  readonly body: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #frame = h("div", { class: "frame", part: "frame" });
  readonly #live = h("p", { class: "unseen", role: "status" });
  lang: Lang = "vi";
  t: Speak = speaker("vi");
  #pace: Pace = { stepwise: false, at: 0 };
  #disabled = false;
  #isViewed = false; // whether the sheet is somebody else's
  #drawn = ""; // what stands there, as a text that tells whether to draw anew
  #chooser: Chooser | undefined;
  #products: Products | undefined; // above it
  #sheet: Drawn | undefined;
  #dialog: HTMLDialogElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: ShadowRoot) {
    this.#root = root;
    root.adoptedStyleSheets = [styleSheet()];
    this.body = h("div", { class: "all" }, this.notices.element, this.#frame, this.#live, this.paper);
    watchPresses(this.body);
    root.append(this.body);
  }

  /** Speaks a language from now on; what stands there follows when it is drawn next. */
  speak(lang: Lang): void {
    if (this.body.lang === lang) return; // what stands there is not drawn anew under a finger
    this.lang = lang;
    this.t = speaker(lang);
    this.body.lang = lang;
    this.notices.speak(this.t);
  }

  /** How people go through a form that is drawn from now on. */
  set stepwise(stepwise: boolean) {
    this.#pace = { stepwise, at: 0 };
  }

  choose({ catalogue, products, removed, resultOf, act }: ChooseOptions): void {
    this.notices.drop("finished");
    const { t, lang } = this;
    if (this.#isNew("choose", Boolean(catalogue))) {
      const before = this.#chooser;
      this.#products = new Products();
      this.#chooser = new Chooser({ t, catalogue, list: this.#products.element, onChoose: (set) => act.choose(set), tools: startTools({ t, act }) });
      this.#draw([fields(this.#chooser.element)]);
      this.#chooser.resume(before);
    }
    this.#chooser?.update(countsOf(products));
    this.#products?.update({ t, lang, catalogue, products, removed, resultOf: resultOf ?? (() => null), act });
  }

  wait({ set, catalogue, act }: { set: SetNo; catalogue: Catalogue | undefined; act: Act }): void {
    if (!this.#isNew("wait", set, Boolean(catalogue))) return;
    this.#draw([fields(this.#head(set, setName(catalogue, set), act)), h("div", { class: "lines-waiting", role: "status" },
      h("p", { class: "hint" }, this.t("loading"), " ", this.t("loadingHint")), h("span"), h("span"), h("span"))]);
  }

  form({ rubric, bands, kinds, act, saved, shares, isViewed }: FormOptions): void {
    if (!this.#isNew("form", rubric.no, saved, shares, isViewed)) return;
    const { t } = this;
    const goTo = (code: string) => this.goTo(code);
    if (this.#sheet?.no !== rubric.no) this.#pace.at = 0;
    this.#isViewed = isViewed;
    const tools = isViewed ? viewTools({ t, act, shares }) : sheetTools({ t, act, saved, shares });
    const marks = marksOf(bands);
    const form = new Form({ t, rubric, kinds, act, pace: this.#pace });
    const panel = new Panel({ t, rubric, marks, kinds, goTo, wish: act.wish, tools: tools.element });
    const bar = new Bar({ t, marks, goTo, onOpen: () => this.#openPanel() });
    const aside = h("aside", { class: "aside", "aria-label": t("result") }, panel.element);
    const review = new Review({ t, rubric, kinds, act, shares, goTo: (code) => this.goTo(code), onFinish: () => this.#finish(act) });
    this.#sheet = { no: rubric.no, form, panel, bar, review, aside, tools, all: criteriaOf(rubric).length };
    this.#draw([fields(this.#head(rubric.no, rubric.name, act), isViewed && viewed(t, act)), h("div", { class: "columns" }, form.element, fields(aside)), fields(bar.element)]);
  }

  /** Shows what can be taken back, and what can be done again. */
  history({ done, undone }: { done?: Change | undefined; undone?: Change | undefined }): void {
    this.#sheet?.tools.history(this.t, { done, undone });
    this.#sheet?.form.last(done);
  }

  /** Shows a draft and its result. */
  update(draft: Draft, result: Result, ocop: Ocop): void {
    const sheet = this.#sheet;
    sheet?.form.update(draft, result);
    sheet?.panel.update(draft, result, ocop);
    sheet?.bar.update(result, sheet.all);
    sheet?.review.update(draft, result);
  }

  /** Shows a draft for which there is no score: not yet, or because something failed. */
  updateUnscored(draft: Draft, failed: boolean): void {
    this.#sheet?.form.update(draft, null);
    this.#sheet?.panel.wait(failed);
    this.#sheet?.bar.wait(failed);
    this.#sheet?.review.update(draft, null);
  }

  /** Says the result to those who do not see it, once nothing has changed for a moment. */
  announce(result: Result): void {
    this.notices.drop("finished"); // something changed since
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => say(this.#live, this.#inWords(result)), quietly);
  }

  #inWords(result: Result): string {
    const { t } = this;
    const { total, status, star, bounds, unanswered, notApplicable } = result;
    if (status === "rejected" || status === "stopped") return t("saidGate", { verdict: t(status), total });
    if (star !== null) return t("saidDone", { total, star: starText(t, star) });
    const all = (this.#sheet?.all ?? 0) - notApplicable.length;
    return t("saidOpen", { total, stars: bounds ? possibleStars(t, bounds.star) : "", done: all - unanswered.length, all });
  }

  /** Takes the person to a criterion; without one to the knock-outs. */
  goTo(code?: string): void {
    this.#dialog?.close();
    if (code === undefined) this.#sheet?.form.goToGates();
    else this.#sheet?.form.goTo(code);
  }

  /** Whether nothing can be entered. */
  disable(disabled: boolean): void {
    this.#disabled = disabled;
    this.#applyDisabled();
    this.#dialog?.close();
  }

  #applyDisabled(): void {
    for (const one of this.body.querySelectorAll<HTMLFieldSetElement>(".fields")) one.disabled = this.#disabled || (this.#isViewed && one.closest(".form") !== null);
  }

  /** Where something is to be entered: at a criterion, or step by step what leads there; or the first place there is. */
  entry(code?: string): HTMLElement | undefined {
    const its = code === undefined ? undefined : this.#pace.stepwise ? this.#sheet?.panel.next : this.#sheet?.form.entry(code);
    return its && this.#frame.contains(its) ? its : this.#frame.querySelector<HTMLElement>("input, button") ?? undefined;
  }

  /** Takes the keyboard to the beginning. */
  toTop(): void {
    this.#root.host.scrollIntoView({ block: "start" });
    this.#frame.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }

  #head(set: number, name: string, act: Act): HTMLElement {
    return h("div", { class: "head" },
      h("div", {}, h("p", { class: "no" }, this.t("set", { n: set })), h("h2", { id: "title", tabindex: "-1" }, name)),
      h("button", { type: "button", class: "quiet", "data-tool": "change", onclick: () => act.change() }, this.t("change")));
  }

  /** On a narrow screen the panel moves into a dialog, and back to its place. */
  #openPanel(): void {
    if (!this.#sheet) return;
    const { panel: { element }, aside: place } = this.#sheet;
    place.style.setProperty("min-height", `${place.offsetHeight}px`); // the page must not jump
    this.#open(this.t("result"), element, "sheet").then(() => {
      place.append(element);
      place.style.removeProperty("min-height");
    });
  }

  /** Shows the answers once more; what goes wrong with them meanwhile is said there. */
  review(draft: Draft, result: Result | null): void {
    if (!this.#sheet) return;
    const { review } = this.#sheet;
    const { element } = this.notices;
    this.#open(this.t("reviewTitle"), [element, review.element], "page").then((how) => {
      this.body.prepend(element);
      if (how === "finished") this.notices.show("finished", { text: (t) => t("finishedNote") });
    });
    review.update(draft, result);
    this.#applyDisabled();
  }

  /** The dialog is gone before the page hears of it, which may go on to something else. */
  #finish(act: Act): void {
    this.#dialog?.close("finished");
    act.finish();
  }

  /** Opens a dialog in the place of another; resolves once it is closed. */
  #open(title: string, body: Child, kind: "sheet" | "page"): Promise<string> {
    this.#dialog?.close();
    const { dialog, closed } = open(this.body, { t: this.t, title, body, kind });
    this.#dialog = dialog;
    return closed.then((how) => {
      if (this.#dialog === dialog) this.#dialog = undefined;
      return how;
    });
  }

  #isNew(...what: (string | number | boolean)[]): boolean {
    const key = [this.lang, ...what].join("|");
    const isNew = key !== this.#drawn;
    this.#drawn = key;
    return isNew;
  }

  /** Puts elements in the place of what stood there; keeps the focus and what was folded out. */
  #draw(elements: HTMLElement[]): void {
    this.#dialog?.close();
    const focused = this.#root.activeElement;
    const folds = [...this.#frame.querySelectorAll("details[open]")].map((fold) => fold.id);
    this.#frame.replaceChildren(...elements);
    this.#applyDisabled();
    for (const id of folds) this.#root.getElementById(id)?.toggleAttribute("open", true);
    const again = focused?.id ? this.#root.getElementById(focused.id) : sameControl(this.#frame, focused);
    again?.focus({ preventScroll: true });
  }
}

/** The control in a new drawing that does what another did in the old one. */
function sameControl(frame: HTMLElement, control: Element | null): HTMLElement | undefined {
  if (!(control instanceof HTMLInputElement) || control.type !== "radio") return undefined;
  const { name, value } = control;
  return [...frame.querySelectorAll<HTMLInputElement>("input[type=radio]")].find((one) => one.name === name && one.value === value);
}

/** Says that a sheet is somebody else's, and how to keep it. */
const viewed = (t: Speak, act: Act): HTMLElement => h("div", { class: "notice plain viewed", role: "note" },
  h("div", { class: "words" }, h("p", {}, t("viewed")),
    h("div", { class: "actions" },
      h("button", { type: "button", class: "main", "data-tool": "keep", onclick: () => act.keep() }, t("viewedKeep")),
      h("button", { type: "button", class: "quiet", onclick: () => act.change() }, t("viewedClose")))));

/** How much is answered in each product set: in the product that was changed last. */
const countsOf = (products: readonly Kept[]): ReadonlyMap<number, number> =>
  new Map([...products].reverse().map(({ draft }) => [draft.set, answered(draft)]));
