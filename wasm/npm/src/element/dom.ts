// Small helpers that make elements. Nothing here takes markup as text, and no
// text that goes in acts on what stands around it.

import { visible } from "../visible.js";

type Handlers = { [N in keyof HTMLElementEventMap as `on${N}`]?: ((event: HTMLElementEventMap[N]) => void) | undefined };

/** What an element is made with: attributes, and what is called on its events. */
interface Attributes extends Handlers {
  [name: string]: string | number | boolean | null | undefined | Handlers[keyof Handlers];
}

/** What stands in an element; what is not to be shown may be undefined, null or false. */
export type Child = Node | string | false | null | undefined | readonly Child[];

/**
 * An element: h("button", { class: "quiet", onclick }, "Lưu"). Attributes that are
 * undefined, null or false are left out; true is an empty attribute.
 */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function svg<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): SVGElementTagNameMap[K] {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function fill<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value as EventListener);
    else if (name === "value" && element instanceof HTMLInputElement) element.value = String(value);
    else element.setAttribute(name, value === true ? "" : visible(String(value)));
  }
  element.append(...shown(children));
  return element;
}

function shown(children: readonly Child[]): (Node | string)[] {
  return children.flatMap((child) => {
    if (child === undefined || child === null || child === false) return [];
    if (child instanceof Node) return [child];
    return typeof child === "string" ? [visible(child)] : shown(child);
  });
}

/** What can be disabled as a whole; for the eye and the ear it is not there. */
export const fields = (...children: Child[]): HTMLFieldSetElement => h("fieldset", { class: "fields", role: "none" }, children);

/** Sets custom properties; under a strict policy style attributes are not allowed. */
export function vary<E extends HTMLElement>(element: E, values: Record<`--${string}`, number>): E {
  for (const [name, value] of Object.entries(values)) element.style.setProperty(name, String(value));
  return element;
}

/** Styles as a sheet that a root adopts; under a strict policy style elements are not allowed. */
export function styles(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** Writes a text only where it changed, so that nothing is laid out for nothing. */
export function say(element: Element, text: string): void {
  const said = visible(text);
  if (element.textContent !== said) element.textContent = said;
}

/**
 * Puts elements into a place, in this order. Those that stand there are left alone, so
 * that they keep the focus; it is for lists in which none changes places with another.
 */
export function arrange(place: HTMLElement, elements: readonly HTMLElement[]): void {
  for (const one of place.querySelectorAll<HTMLElement>(":scope > *")) if (!elements.includes(one)) one.remove();
  elements.forEach((one, i) => place.children[i] !== one && place.insertBefore(one, place.children[i] ?? null));
}

/**
 * Draws within a place that may have the focus, and gives it back to what had it, or to
 * what bears its id now. Where there is no such thing any more, the nearest element
 * around it that can be focused has it.
 */
export function keepFocus(place: HTMLElement, draw: () => void): void {
  const root = place.getRootNode() as ShadowRoot;
  const had = root.activeElement;
  if (!had || !place.contains(had)) return draw();
  const around = had.parentElement?.closest<HTMLElement>("[tabindex]");
  const byKeyboard = had.matches(":focus-visible");
  draw();
  const again = had.isConnected ? (had as HTMLElement) : root.getElementById(had.id);
  if (again) unfold(again);
  const now = again && again.getClientRects().length > 0 ? again : around;
  if (now !== root.activeElement) now?.focus({ preventScroll: !byKeyboard }); // a finger has seen where it was
}

/** Opens the folds that an element is hidden in. */
function unfold(element: Element): void {
  const fold = element.parentElement?.closest("details");
  if (!fold) return;
  if (!fold.querySelector("summary")?.contains(element)) fold.open = true;
  unfold(fold);
}

/** A heading's parts: code, name and a remark, which stands apart where there is room. */
export const heading = (code: string, name: string, remark?: string): Child =>
  [h("span", { class: "code" }, code), h("span", { class: "title" }, h("span", {}, name), remark && [" ", h("span", { class: "max" }, remark)])];

const icons = {
  review: "M10 6h10M10 12h10M10 18h10M3.5 6l1.5 1.5L7.5 5M3.5 12l1.5 1.5L7.5 11M3.5 18l1.5 1.5L7.5 17",
  share: "M18 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM6 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm12 7a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8.6 13.5l6.8 4M15.4 6.5l-6.8 4",
  print: "M7 8V3h10v5M7 17H4v-7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v7h-3M7 14h10v7H7z",
  save: "M12 3v12m-5-5 5 5 5-5M4 20h16",
  open: "M12 15V3m-5 5 5-5 5 5M4 20h16",
  clear: "M4 7h16M9 7V4h6v3m-8 0 1 13h8l1-13M10 11v6m4-6v6",
  up: "m6 15 6-6 6 6",
  next: "m9 6 6 6-6 6",
  down: "M12 4v16m-6-6 6 6 6-6",
  close: "m6 6 12 12M18 6 6 18",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
};

export type Icon = keyof typeof icons;

/** A line drawing, which says nothing by itself. */
export function icon(name: Icon): SVGSVGElement {
  return svg("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" }, svg("path", { d: icons[name] }));
}

const star = "M12 2.5l2.9 6 6.6.9-4.8 4.6 1.2 6.5-5.9-3.1-5.9 3.1 1.2-6.5L2.5 9.4l6.6-.9z";

/** Five stars: so many sure, so many more still possible. */
export function stars(sure: number, possible = sure): HTMLElement {
  const kind = (n: number) => (n <= sure ? "on" : n <= possible ? "maybe" : "off");
  return h("span", { class: "stars", "aria-hidden": "true" },
    [1, 2, 3, 4, 5].map((n) => svg("svg", { class: kind(n), viewBox: "0 0 24 24" }, svg("path", { d: star }))));
}
