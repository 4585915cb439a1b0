// The sheet on paper: the member's score sheet or a producer's own, as the library
// fills them in. It is on the page only in print, and what it takes is loaded when
// somebody prints.

import { h } from "./dom.js";
import { besides } from "./paper-style.js";
import { drawCode } from "./share.js";

let drawing; // {printAlone, drawPaper, style}, shared by all forms once it is there

async function loadDrawing() {
  const { printAlone, drawPaper, css } = await import("../papers.js");
  if (drawing) return;
  const style = new CSSStyleSheet();
  style.replaceSync(css + besides);
  drawing = { printAlone, drawPaper, style };
}

const ready = ({ source, ocop, lang, sheet }) => Promise.all([loadDrawing(), source.forPapers(ocop, lang, sheet.set)]);

export class OnPaper {
  #host;
  #code; // the QR code, drawn before the print

  constructor(host) {
    this.#host = host;
  }

  /** Prints the sheet alone. */
  async print(view, what) {
    view.notices.show("print", { text: (t) => t("printComing") });
    try {
      await ready(what);
      this.#code = what.link && (await drawCode(what.link, view.t("qr")).catch(() => undefined));
    } finally {
      view.notices.drop("print");
    }
    drawing.printAlone(this.#host);
  }

  /** Puts the sheet where the print takes it from; called for every print of the page. */
  show({ t, paper }, what) {
    paper.replaceChildren(...(what ? [this.#drawn(t, what)] : []));
    this.#code = undefined;
  }

  #drawn(t, what) {
    const { ocop, sheet, lang, council } = what;
    try {
      const drawn = drawing.drawPaper(ocop.paper(council ? "score-sheet" : "self-assessment", sheet, { lang }));
      return apart(drawn, h("div", { class: "beside" }, this.#code, h("p", {}, t("disclaimer"))));
    } catch {
      // A print that the form did not begin cannot wait for what papers take.
      ready(what).catch(() => {});
      return h("p", {}, t("printByButton"));
    }
  }
}

/** The paper within a shadow of its own, where the form's styles do not reach. */
function apart(...drawn) {
  const place = h("div");
  const root = place.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [drawing.style];
  root.append(...drawn);
  return place;
}
