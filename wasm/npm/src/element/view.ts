// What stands on the screen: first the choice of a product set, or a quiet wait,
// then the form with the panel beside it and the bar below.

import { Bar } from "./bar.js";
import { Chooser } from "./chooser.js";
import { open } from "./dialog.js";
import { h, say } from "./dom.js";
import { Form } from "./form.js";
import { criteriaOf, marksOf } from "./law.js";
import { Notices } from "./notices.js";
import { Panel } from "./panel.js";
import { styleSheet } from "./styles.js";
import { possibleStars, speaker, starText } from "./texts.js";
import { sheetTools, startTools } from "./tools.js";

const quietly = 900; // ms without a change before the score is said aloud

export class View {
  #root;
  #drawn; // what stands there, as a text that tells whether to draw anew
  #chooser;
  #form;
  #panel;
  #bar;
  #all; // how many criteria there are
  #aside;
  #dialog;
  #timer;
  #frame = h("div", { class: "frame", part: "frame" });
  #live = h("p", { class: "unseen", role: "status" });
  notices = new Notices();
  paper = h("div", { class: "paper", part: "paper" });

  constructor(root) {
    this.#root = root;
    root.adoptedStyleSheets = [styleSheet()];
    this.body = h("div", {}, this.notices.element, this.#frame, this.#live, this.paper);
    root.append(this.body);
  }

  /** Speaks a language from now on; what stands there follows when it is drawn next. */
  speak(lang) {
    this.lang = lang;
    this.t = speaker(lang);
    this.body.lang = lang;
    this.notices.speak(this.t);
  }

  choose({ catalogue, counts, act }) {
    if (!this.#isNew("choose", Boolean(catalogue))) return;
    const tools = startTools({ t: this.t, act });
    const before = this.#chooser;
    this.#chooser = new Chooser({ t: this.t, catalogue, counts, onChoose: act.choose, tools });
    this.#draw([this.#chooser.element]);
    this.#chooser.resume(before);
  }

  wait({ set, catalogue, act }) {
    if (!this.#isNew("wait", set, Boolean(catalogue))) return;
    this.#draw([this.#head(set, nameOf(catalogue, set), act), h("div", { class: "lines-waiting", role: "status" },
      h("p", { class: "hint" }, this.t("loading"), " ", this.t("loadingHint")), h("span"), h("span"), h("span"))]);
  }

  form({ rubric, kinds, ocop, act, saved, shares }) {
    if (!this.#isNew("form", rubric.no, saved, shares)) return;
    const { t } = this;
    const goTo = (code) => this.goTo(code);
    const tools = sheetTools({ t, act: shares ? act : { ...act, share: undefined }, saved });
    this.#all = criteriaOf(rubric).length;
    this.#form = new Form({ t, rubric, kinds, act });
    const marks = marksOf(ocop.rules(rubric.no).bands);
    this.#panel = new Panel({ t, rubric, marks, kinds, ocop, goTo, tools });
    this.#bar = new Bar({ t, marks, goTo, onOpen: () => this.#openPanel() });
    this.#aside = h("aside", { class: "aside", "aria-label": t("result") }, this.#panel.element);
    this.#draw([this.#head(rubric.no, rubric.name, act), h("div", { class: "columns" }, this.#form.element, this.#aside), this.#bar.element]);
  }

  /** Shows a draft and its result; result is undefined where it could not be worked out. */
  update(draft, result) {
    this.#form.update(draft, result);
    if (!result) return;
    this.#panel.update(draft, result);
    this.#bar.update(result, this.#all);
  }

  /** Says the result to those who do not see it, once nothing has changed for a moment. */
  announce(result) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => say(this.#live, this.#inWords(result)), quietly);
  }

  #inWords(result) {
    const { t } = this;
    const { total, status, star, bounds, unanswered, notApplicable } = result;
    if (status === "classified") return t("saidDone", { total, star: starText(t, star) });
    if (status !== "incomplete") return t("saidGate", { verdict: t(status), total });
    const all = this.#all - notApplicable.length;
    return t("saidOpen", { total, stars: possibleStars(t, bounds.star), done: all - unanswered.length, all });
  }

  /** Takes the person to a criterion. */
  goTo(code) {
    this.#dialog?.close();
    this.#form.goTo(code);
  }

  /** Takes the keyboard to the beginning. */
  toTop() {
    this.#root.host.scrollIntoView({ block: "start" });
    this.#frame.querySelector("h2")?.focus({ preventScroll: true });
  }

  #head(set, name, act) {
    return h("div", { class: "head" },
      h("div", {}, h("p", { class: "no" }, this.t("set", { n: set })), h("h2", { tabindex: "-1" }, name)),
      h("button", { type: "button", class: "quiet", "data-tool": "change", onclick: act.change }, this.t("change")));
  }

  /** On a narrow screen the panel moves into a dialog, and back to its place. */
  #openPanel() {
    const { element } = this.#panel;
    const place = this.#aside;
    place.style.setProperty("min-height", `${place.offsetHeight}px`); // the page must not jump
    const { dialog, closed } = open(this.body, { t: this.t, title: this.t("result"), body: element, kind: "sheet" });
    this.#dialog = dialog;
    dialog.addEventListener("close", () => {
      place.append(element);
      place.style.removeProperty("min-height");
    });
    closed.then(() => (this.#dialog = undefined));
  }

  #isNew(...what) {
    const key = [this.lang, ...what].join("|");
    const isNew = key !== this.#drawn;
    this.#drawn = key;
    return isNew;
  }

  /** Puts elements in the place of what stood there; keeps the focus and what was folded out. */
  #draw(elements) {
    this.#dialog?.close();
    const focused = this.#root.activeElement;
    const folds = [...this.#frame.querySelectorAll("details[open]")].map((fold) => fold.id);
    this.#frame.replaceChildren(...elements);
    for (const id of folds) this.#root.getElementById(id)?.toggleAttribute("open", true);
    const again = focused?.id ? this.#root.getElementById(focused.id) : sameControl(this.#frame, focused);
    again?.focus({ preventScroll: true });
  }
}

/** The control in a new drawing that does what another did in the old one. */
function sameControl(frame, control) {
  if (control?.type !== "radio") return undefined;
  const { name, value } = control;
  return [...frame.querySelectorAll("input[type=radio]")].find((one) => one.name === name && one.value === value);
}

const nameOf = (catalogue, set) => catalogue?.sectors.flatMap((sector) => sector.sets).find((one) => one.no === set)?.name ?? "";
