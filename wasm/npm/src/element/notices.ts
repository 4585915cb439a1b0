// Messages above the form. Each has an id, so that it stands there only once and
// goes away when its cause does. They are told again when the language changes.

import type { Lang, Problem } from "../types.js";
import { h, icon, type Child } from "./dom.js";
import type { Speak, TextKey } from "./texts.js";

interface NoticeAction {
  label: TextKey;
  act: () => void;
  /** Whether the notice stays when it is pressed. */
  stays?: boolean;
}

export interface Notice {
  tone?: "bad" | "plain";
  text: (t: Speak) => Child;
  problems?: (t: Speak) => Child;
  actions?: readonly NoticeAction[];
}

export class Notices {
  readonly element = h("div", { class: "notices", part: "notices", "aria-live": "polite" });
  readonly #notices = new Map<string, Notice>();
  #t: Speak | undefined;

  show(id: string, notice: Notice): void {
    this.#notices.delete(id);
    this.#notices.set(id, notice);
    this.#draw();
  }

  drop(...ids: string[]): void {
    if (ids.filter((id) => this.#notices.delete(id)).length > 0) this.#draw();
  }

  speak(t: Speak): void {
    this.#t = t;
    this.#draw();
  }

  #draw(): void {
    const t = this.#t;
    if (t) this.element.replaceChildren(...[...this.#notices].map(([id, notice]) => this.#notice(t, id, notice)));
  }

  #notice(t: Speak, id: string, { tone = "plain", text, problems, actions = [] }: Notice): HTMLElement {
    const buttons = actions.map(({ label, act, stays }) =>
      h("button", { type: "button", class: "quiet", onclick: () => {
        if (!stays) this.drop(id);
        act();
      } }, t(label)));
    const close = h("button", { type: "button", class: "round", "aria-label": t("close"), onclick: () => this.drop(id) }, icon("close"));
    return h("div", { class: `notice ${tone}`, "data-id": id },
      h("div", { class: "words" }, h("p", {}, text(t)), problems?.(t), buttons.length > 0 && h("div", { class: "actions" }, buttons)),
      close);
  }
}

const most = 5;

/** Problems as a list: place in words, message, code. */
export function problemList(t: Speak, problems: readonly Problem[], lang: Lang): HTMLElement {
  const shown = problems.slice(0, most).map((p) => h("li", {}, !p.code.startsWith("FORM-") && h("strong", {}, `${placeOf(t, p.path)}: `), h("span", {}, p.message[lang]), " ", h("small", {}, p.code)));
  return h("ul", { class: "plain" }, shown, problems.length > most && h("li", {}, t("more", { n: problems.length - most })));
}

// A member may bear any name, "constructor" too: these are looked up in a Map.
const places = new Map<string, TextKey>([["answers", "inAnswers"], ["gates", "inGates"], ["set", "inSet"], ["edition", "inEdition"]]);

/** A JSON Pointer in a sheet, in words. */
function placeOf(t: Speak, path: string): string {
  const [, member, name] = path.split("/");
  if (!member) return t("whole");
  if (member === "answers" && name !== undefined) return t("criterion", { code: name.replaceAll("~1", "/").replaceAll("~0", "~") });
  const place = places.get(member);
  return place ? t(place) : path;
}
