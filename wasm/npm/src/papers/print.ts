// Printing one thing of a page and nothing else.

import { h, styles } from "../element/dom.js";
import { css, pageCSS } from "../made/style.js";
import type { Paper } from "../types.js";
import { drawPaper } from "./draw.js";

/** Prints the paper alone, whatever else stands in the page. */
export function printPaper(paper: Paper): void {
  const host = h("div");
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [styles(css)];
  root.append(drawPaper(paper));
  printAlone(host);
}

let putAway: (() => void) | undefined; // ends the print before, where the browser has not told of its end

/** Prints an element that stands nowhere yet, and nothing else. */
export function printAlone(host: HTMLElement): void {
  putAway?.();
  standAlone(host);
  print();
}

/**
 * Has a print that is about to be show an element that stands nowhere yet and nothing
 * else, unless it shows another already; tells whether it does. Until the print is over
 * the element stands beside the page's body, which is hidden: what the page does with
 * its own, a shell of one screen's height or a dialog, neither cuts it off nor hides it.
 */
export function standAlone(host: HTMLElement): boolean {
  if (putAway) return false;
  const sheet = styles(pageCSS + alone);
  host.toggleAttribute("data-ocop-prints", true);
  document.documentElement.append(host);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  putAway = () => {
    removeEventListener("afterprint", putAway!);
    putAway = undefined;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    host.remove();
  };
  addEventListener("afterprint", putAway);
  return true;
}

const alone = `
@media screen { [data-ocop-prints] { display: none !important } }
@media print {
  html { all: revert !important }
  html > * { display: none !important }
  html > [data-ocop-prints] { all: initial !important; display: block !important }
}`;
