// Messages above the form. Each has an id, so that it stands there only once and
// goes away when its cause does. They are told again when the language changes.

import { h, icon } from "./dom.js";

export class Notices {
  #notices = new Map();
  #t;

  constructor() {
    this.element = h("div", { class: "notices", part: "notices", "aria-live": "polite" });
  }

  /**
   * @param notice {tone: "bad" | "plain", text(t), problems(t)?, actions: [{label: key, act, stays?}]}
   */
  show(id, notice) {
    this.#notices.delete(id);
    this.#notices.set(id, notice);
    this.#draw();
  }

  drop(...ids) {
    if (ids.filter((id) => this.#notices.delete(id)).length > 0) this.#draw();
  }

  speak(t) {
    this.#t = t;
    this.#draw();
  }

  #draw() {
    if (this.#t) this.element.replaceChildren(...[...this.#notices].map(([id, notice]) => this.#notice(id, notice)));
  }

  #notice(id, { tone = "plain", text, problems, actions = [] }) {
    const t = this.#t;
    const buttons = actions.map(({ label, act, stays }) =>
      h("button", { type: "button", class: "quiet", onclick: () => {
        if (!stays) this.drop(id);
        act();
      } }, t(label)));
    const close = h("button", { type: "button", class: "round", "aria-label": t("close"), onclick: () => this.drop(id) }, icon("close"));
    return h("div", { class: `notice ${tone}`, "data-id": id },
      h("div", { class: "words" }, h("p", {}, text(t)), problems && problems(t), buttons.length > 0 && h("div", { class: "actions" }, buttons)),
      close);
  }
}

const most = 5;

/** Problems as a list: place in words, message, code. */
export function problemList(t, problems, lang) {
  const shown = problems.slice(0, most).map((p) => h("li", {}, h("strong", {}, `${placeOf(t, p.path)}: `), h("span", {}, p.message[lang]), " ", h("small", {}, p.code)));
  return h("ul", { class: "plain" }, shown, problems.length > most && h("li", {}, t("more", { n: problems.length - most })));
}

// A member may bear any name, "constructor" too: these are looked up in a Map.
const places = new Map([["answers", "inAnswers"], ["gates", "inGates"], ["set", "inSet"], ["edition", "inEdition"]]);

/** A JSON Pointer in a sheet, in words. */
function placeOf(t, path) {
  const [, member, name] = path.split("/");
  if (!member) return t("whole");
  if (member === "answers" && name !== undefined) return t("criterion", { code: name.replaceAll("~1", "/").replaceAll("~0", "~") });
  return places.has(member) ? t(places.get(member)) : path;
}
