// The page's language: Vietnamese unless the reader chose English.

import { el } from "./dom.js";
import { texts } from "./texts.js";
import { keep, kept } from "./storage.js";

const KEY = "ocop-portal-lang";
const vietnamese = new WeakMap(); // what stands in index.html, kept for the way back
let current = kept(KEY) === "en" ? "en" : "vi";

export const lang = () => current;

/** Adds the texts of a view. */
export function addTexts(more) {
  for (const language of Object.keys(more)) Object.assign(texts[language], more[language]);
}

/** The text of a key, with {name} replaced by params.name. */
export function t(key, params = {}) {
  return texts[current][key].replace(/\{(\w+)\}/g, (_, name) => params[name]);
}

/** The same in parts: what is filled in stands apart, so that a foreign name does not turn the sentence. */
export const told = (key, params) => texts[current][key].split(/\{(\w+)\}/).map((piece, i) => (i % 2 ? el("bdi", {}, String(params[piece])) : piece));

/** A text that has vi and en. */
export const say = (text) => text[current];

/** A decimal number as the module wrote it, as people write it. */
export const decimal = (text) => (current === "vi" ? text.replace(".", ",") : text);

/** A day as the papers write it, of 2026-08-21. */
export const dayOf = (date) => (current === "vi" ? date.split("-").reverse().map((part) => part.replace(/^0/, "")).join("/") : date);

/** Changes the language; document hears "languagechosen" and each view draws itself anew. */
export function setLang(next) {
  current = next;
  keep(KEY, next);
  translatePage();
  document.dispatchEvent(new Event("languagechosen"));
}

/** Puts the texts of index.html into the current language. */
export function translatePage() {
  document.documentElement.lang = current;
  for (const node of document.querySelectorAll("[data-en]")) {
    if (!vietnamese.has(node)) vietnamese.set(node, node.textContent);
    node.textContent = current === "en" ? node.dataset.en : vietnamese.get(node);
  }
  const nav = document.querySelector("[data-en-aria-label]");
  nav.ariaLabel = current === "en" ? nav.dataset.enAriaLabel : "Các mục";
}
