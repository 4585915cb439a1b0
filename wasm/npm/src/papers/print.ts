// Printing one thing of a page and nothing else.

import { h } from "../element/dom.js";
import { css, pageCSS } from "../made/style.js";
import type { Paper } from "../types.js";
import { drawPaper } from "./draw.js";

/** Prints the paper alone, whatever else stands in the page. */
export function printPaper(paper: Paper): void {
  const host = h("div");
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheetOf(css)];
  root.append(drawPaper(paper));
  document.body.append(host);
  printAlone(host, () => host.remove());
}

/**
 * Prints an element and nothing else of its page: while it prints, the page has
 * one more style sheet, which hides what does not lead to the element.
 */
export function printAlone(host: HTMLElement, after: () => void = () => {}): void {
  const sheet = sheetOf(`${pageCSS}
    @media print { body *:not(:has([data-ocop-prints])):not([data-ocop-prints]) { display: none !important; } }`);
  host.toggleAttribute("data-ocop-prints", true);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  addEventListener("afterprint", () => {
    host.removeAttribute("data-ocop-prints");
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    after();
  }, { once: true });
  print();
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
