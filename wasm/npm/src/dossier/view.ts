// What stands on the screen: messages above, then the dossiers, the tasks of one, or a
// page of a task, and at the foot what the claims come to.

import { watchPresses } from "../element/dialog.js";
import { h, type Child } from "../element/dom.js";
import { Notices } from "../element/notices.js";
import type { Lang } from "../types.js";
import { styleSheet } from "./styles.js";
import { sayIn, type Say } from "./texts.js";

export class View {
  readonly notices = new Notices();
  readonly body: HTMLElement;
  readonly frame = h("div", { class: "frame", part: "frame" });
  readonly #root: ShadowRoot;
  lang: Lang = "vi";
  t: Say = sayIn("vi");

  constructor(root: ShadowRoot) {
    this.#root = root;
    root.adoptedStyleSheets = [styleSheet()];
    this.body = h("div", { class: "all" }, this.notices.element, this.frame);
    watchPresses(this.body);
    root.append(this.body);
  }

  speak(lang: Lang): void {
    this.lang = lang;
    this.t = sayIn(lang);
    this.body.lang = lang;
    this.notices.speak(this.t);
  }

  /** Puts elements in the place of what stood there; the focus stays, by id, and so do folds. */
  draw(...elements: Child[]): void {
    const focused = this.#root.activeElement;
    const folds = [...this.frame.querySelectorAll("details[open]")].map((fold) => fold.id);
    this.frame.replaceChildren(h("div", { class: "stack" }, elements));
    for (const id of folds) if (id) this.#root.getElementById(id)?.toggleAttribute("open", true);
    if (focused?.id && !focused.isConnected) this.#root.getElementById(focused.id)?.focus({ preventScroll: true });
  }

  /** Takes the keyboard to the beginning of what was opened. */
  toTop(): void {
    this.#root.host.scrollIntoView({ block: "start" });
    this.frame.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }
}
