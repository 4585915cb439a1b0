// The sheet on paper: the member's score sheet or a producer's own, as the library
// fills them in. It is on the page only in print.

import { drawPaper } from "../papers/draw.js";
import { printAlone } from "../papers/print.js";
import { h } from "./dom.js";
import { paperSheet } from "./paper-style.js";
import { drawCode } from "./share.js";

export class OnPaper {
  #host;
  #code; // the QR code, drawn before the print

  constructor(host) {
    this.#host = host;
  }

  /** Prints the sheet alone. What papers need is loaded when it is first asked for. */
  async print(view, what) {
    view.notices.show("print", { text: (t) => t("printComing") });
    try {
      await what.source.forPapers(what.ocop, what.lang, what.sheet.set);
      this.#code = what.link && (await drawCode(what.link, view.t("qr")).catch(() => undefined));
    } finally {
      view.notices.drop("print");
    }
    printAlone(this.#host);
  }

  /** Puts the sheet where the print takes it from; called for every print of the page. */
  show({ t, paper }, what) {
    paper.replaceChildren(...(what ? [apart(this.#drawn(t, what))] : []));
    this.#code = undefined;
  }

  #drawn(t, what) {
    const { ocop, sheet, lang, council } = what;
    try {
      const drawn = drawPaper(ocop.paper(council ? "score-sheet" : "self-assessment", sheet, { lang }));
      return [drawn, h("div", { class: "beside" }, this.#code, h("p", {}, t("disclaimer")))];
    } catch {
      // A print that the form did not begin cannot wait for what papers need.
      what.source.forPapers(ocop, lang, sheet.set).catch(() => {});
      return [h("p", {}, t("printByButton"))];
    }
  }
}

/** The paper within a shadow of its own, where the form's styles do not reach. */
function apart(drawn) {
  const place = h("div");
  const root = place.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [paperSheet()];
  root.append(...drawn);
  return place;
}
