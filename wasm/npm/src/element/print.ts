// The sheet on paper: the member's score sheet or a producer's own, as the library
// fills them in. It is on the page only in print, and what it takes is loaded when
// somebody prints.

import type { Ocop } from "../ocop.js";
import type { Lang, Sheet } from "../types.js";
import { h, styles } from "./dom.js";
import { besides } from "./paper-style.js";
import { drawCode } from "./share.js";
import type { Source } from "./source.js";
import type { Speak } from "./texts.js";
import type { View } from "./view.js";

/** What is printed. */
export interface Printed {
  source: Source;
  ocop: Ocop;
  sheet: Sheet;
  lang: Lang;
  /** Whether as a member's score sheet; else as a producer's own. */
  council: boolean;
  link: string | undefined;
}

type Papers = Pick<typeof import("../papers.js"), "drawPaper" | "printAlone" | "standAlone">;

type Drawing = Papers & { style: CSSStyleSheet };

let drawing: Drawing | undefined; // shared by all forms once it is there

/** What papers are drawn with; it comes when somebody first wants one. */
export async function loadDrawing(): Promise<Drawing> {
  const { printAlone, standAlone, drawPaper, css } = await import("../papers.js");
  return (drawing ??= { printAlone, standAlone, drawPaper, style: styles(css + besides) });
}

const ready = ({ source, ocop, lang }: Printed) => Promise.all([loadDrawing(), source.forPapers(ocop, lang)]);

export class OnPaper {
  readonly #host: HTMLElement;
  #code: SVGSVGElement | undefined; // the QR code, drawn before the print

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Prints the sheet alone, wherever the form stands. */
  async print(view: View, what: Printed): Promise<void> {
    view.notices.show("print", { text: (t) => t("printComing") });
    try {
      await ready(what);
      this.#code = what.link === undefined ? undefined : await drawCode(what.link, view.t("qr")).catch(() => undefined);
    } finally {
      view.notices.drop("print");
    }
    drawing?.printAlone(this.#draw(view.t, what));
  }

  /** Shows the sheet in a print that the form did not begin: in the form's place on the page, or alone where the page would cut it off. */
  show({ t, paper }: View, what: Printed | undefined): void {
    const drawn = what && this.#drawn(t, what);
    this.#code = undefined;
    const alone = drawn && isCutOff(this.#host) && drawing?.standAlone(drawn);
    paper.replaceChildren(...(what && !alone ? [drawn ?? h("p", {}, t("printByButton"))] : []));
  }

  #draw(t: Speak, { ocop, sheet, lang, council }: Printed): HTMLElement {
    if (!drawing) throw new Error("what papers take is not loaded");
    const drawn = drawing.drawPaper(ocop.paper(council ? "score-sheet" : "self-assessment", sheet, { lang }));
    return apart(drawing.style, this.#host, drawn, h("div", { class: "beside" }, this.#code?.cloneNode(true), h("p", {}, t("disclaimer"))));
  }

  /** The sheet, unless what papers take is still to come: a print that the form did not begin cannot wait for it. */
  #drawn(t: Speak, what: Printed): HTMLElement | undefined {
    try {
      return this.#draw(t, what);
    } catch {
      ready(what).catch(() => {});
      return undefined;
    }
  }
}

/** The paper within a shadow of its own, where the form's styles do not reach; its letters are those that the form's page wants. */
export function apart(style: CSSStyleSheet, form: Element, ...drawn: Node[]): HTMLElement {
  const place = h("div");
  place.style.setProperty("--ocop-print-font", getComputedStyle(form).getPropertyValue("--ocop-print-font"));
  const root = place.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [style];
  root.append(...drawn);
  return place;
}

/**
 * Whether people see the form through something that shows a part of what it holds,
 * such as a shell of one screen's height, or that stands before the page, such as a
 * dialog: a print of the page would have only what they see.
 */
function isCutOff(form: Element): boolean {
  if (form.getClientRects().length === 0) return false; // it is not to be seen
  for (let at: Element | undefined = form; at; at = around(at)) {
    const { position, overflowY } = getComputedStyle(at);
    if (position === "fixed" || (overflowY !== "visible" && at.scrollHeight > at.clientHeight && !isThePage(at))) return true;
  }
  return false;
}

/** What an element is drawn in. */
const around = (element: Element): Element | undefined => element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;

/** Whether the window scrolls an element: the root, or the body where the root leaves it to that. */
const isThePage = (element: Element): boolean =>
  element === document.documentElement || (element === document.body && getComputedStyle(document.documentElement).overflowY === "visible");
