// Small helpers to build the page. Data go in as text only, never as HTML, and
// nothing in it acts on what stands around it.

import { visible } from "/ocop/visible.js";

export { visible };

/** An element with properties, and children that are elements, texts or nothing. */
export function el(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  const shown = children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false);
  node.append(...shown.map((child) => (typeof child === "string" ? visible(child) : child)));
  return node;
}

export const byId = (id) => document.getElementById(id);

/** A button that does something. */
export const button = (text, onclick, className = "") => el("button", { type: "button", className, onclick }, text);

/** Lets files be dropped on an element. */
export function onDrop(target, take) {
  target.addEventListener("dragover", (event) => {
    event.preventDefault();
    target.classList.add("over");
  });
  target.addEventListener("dragleave", () => target.classList.remove("over"));
  target.addEventListener("drop", (event) => {
    event.preventDefault();
    target.classList.remove("over");
    if (event.dataTransfer.files.length > 0) take([...event.dataTransfer.files]);
  });
}

/** Lets files be chosen with an input; the same file may be chosen again. */
export function onChoose(input, take) {
  input.addEventListener("change", () => {
    const files = [...input.files];
    input.value = "";
    if (files.length > 0) take(files);
  });
}

/** Gives the reader a file: JSON text, or a blob. */
export function download(name, content) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type: "application/json" }));
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
