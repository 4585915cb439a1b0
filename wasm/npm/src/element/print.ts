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

type Papers = Pick<typeof import("../papers.js"), "drawPaper" | "printAlone">;

let drawing: (Papers & { style: CSSStyleSheet }) | undefined; // shared by all forms once it is there

async function loadDrawing(): Promise<void> {
  const { printAlone, drawPaper, css } = await import("../papers.js");
  drawing ??= { printAlone, drawPaper, style: styles(css + besides) };
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
    const drawn = this.#draw(view.t, what);
    drawn.style.setProperty("--ocop-print-font", getComputedStyle(this.#host).getPropertyValue("--ocop-print-font"));
    drawing?.printAlone(drawn);
  }

  /** Puts the sheet into the form, for a print of the page that the form did not begin. */
  show({ t, paper }: View, what: Printed | undefined): void {
    paper.replaceChildren(...(what ? [this.#drawn(t, what)] : []));
    this.#code = undefined;
  }

  #draw(t: Speak, { ocop, sheet, lang, council }: Printed): HTMLElement {
    if (!drawing) throw new Error("what papers take is not loaded");
    const drawn = drawing.drawPaper(ocop.paper(council ? "score-sheet" : "self-assessment", sheet, { lang }));
    return apart(drawing.style, drawn, h("div", { class: "beside" }, this.#code?.cloneNode(true), h("p", {}, t("disclaimer"))));
  }

  #drawn(t: Speak, what: Printed): HTMLElement {
    try {
      return this.#draw(t, what);
    } catch {
      // A print that the form did not begin cannot wait for what papers take.
      ready(what).catch(() => {});
      return h("p", {}, t("printByButton"));
    }
  }
}

/** The paper within a shadow of its own, where the form's styles do not reach. */
function apart(style: CSSStyleSheet, ...drawn: Node[]): HTMLElement {
  const place = h("div");
  const root = place.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [style];
  root.append(...drawn);
  return place;
}
