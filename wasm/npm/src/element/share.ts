// A sheet as a link and a QR code: the vector stands behind the # of the page's
// address, which browsers do not send to any server. Where a router keeps its own
// address there (#/san-pham/13?x=1), the vector stands in it as one more parameter,
// behind the page's anchor as one too (#muc-2&ocop=…).

import { open } from "./dialog.js";
import { h, icon, say, svg } from "./dom.js";
import type { Speak } from "./texts.js";

const alone = /^#(?:(.*?)&)??ocop=(.*)$/s;
const inRoute = /([?&])ocop=([^&#]*)(&?)/;

const isRoute = (hash: string): boolean => /^#[/!]/.test(hash);

/** The page's address with another fragment. */
const withHash = (hash: string): string => location.href.split("#")[0] + hash;

/** The link to the page with a sheet's vector. */
export function linkTo(vector: string): string {
  const hash = hashWithout(location.hash);
  if (!isRoute(hash)) return withHash(placeOf(hash) ? `${hash}&ocop=${vector}` : `#ocop=${vector}`);
  const [, route, anchor] = /^(#[^#]*)(.*)$/s.exec(hash) ?? [];
  return withHash(`${route}${route.includes("?") ? "&" : "?"}ocop=${vector}${anchor}`);
}

/** A fragment without a vector. */
const hashWithout = (hash: string): string =>
  isRoute(hash) ? hash.replace(inRoute, (_, before: string, __, after: string) => (after ? before : "")) : hash.replace(alone, (_, anchor?: string) => (anchor ? `#${anchor}` : ""));

/** The element that a fragment names, as a browser finds it; null for one that may be anything, such as a key, and is nobody else's business. */
function placeOf(hash: string): Element | null {
  const name = hash.slice(1);
  return document.getElementById(name) ?? document.getElementById(decoded(name));
}

/** The vector in the page's address; null where there is none. */
export function vectorInAddress(): string | null {
  const { hash } = location;
  const text = (isRoute(hash) ? inRoute : alone).exec(hash)?.[2];
  return text === undefined ? null : decoded(text);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // the module says what is wrong with a vector
  }
}

/**
 * Takes the vector out of the address, so that a reload does not ask again. An anchor
 * that is left leads where it would have led without the vector, unless whoever reads
 * has gone on meanwhile.
 */
export function cleanAddress(): void {
  const hash = hashWithout(location.hash);
  history.replaceState(history.state, "", withHash(hash));
  const place = isRoute(hash) ? null : placeOf(hash);
  if (place && scrollY === 0 && !isBehindForm(place)) place.scrollIntoView();
}

/** Whether a place comes after the form, which only now grows as long as its sheet: it would lead past what the link is about. */
function isBehindForm(place: Element): boolean {
  const form = document.querySelector("ocop-score");
  return form !== null && (form.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** A sheet's links: with all that stands in it, to be looked at only, and with its levels alone. */
export interface Links {
  whole: string;
  toView: string;
  levels: string;
}

const mostInCode = 1000; // letters: phones read no more from paper or a screen

/** Shows the link and its QR code. */
export function showShare(place: HTMLElement, { t, links, title }: { t: Speak; links: Links; title: string }): void {
  const field: HTMLInputElement = h("input", { type: "text", id: "link", class: "field", readonly: true, onfocus: () => field.select() });
  const toView = h("button", { type: "button", class: "quiet", "aria-pressed": "false", "data-tool": "to-view", onclick: () => {
    toView.setAttribute("aria-pressed", String(!isToView()));
    draw();
  } }, t("shareToView"));
  const isToView = () => toView.getAttribute("aria-pressed") === "true";
  const said = h("p", { class: "hint", role: "status" });
  const copy = h("button", { type: "button", class: "main", onclick: async () => say(said, t((await toClipboard(field)) ? "copied" : "copyByHand")) }, icon("copy"), t("copy"));
  const send = "share" in navigator && h("button", { type: "button", class: "quiet", onclick: () => navigator.share({ title, url: field.value }).catch(() => {}) }, icon("share"), t("send"));
  const code = h("div", { class: "qr" });
  const only = h("div", {}, h("div", { class: "actions" }, toView), h("p", { class: "hint" }, t("shareToViewHint")));
  const body = [h("p", { class: "hint" }, t("shareHint")), h("label", { for: "link", class: "label" }, t("shareLink")), field, h("div", { class: "actions" }, copy, send), said, only, code];
  const draw = () => {
    const link = isToView() ? links.toView : links.whole;
    field.value = link;
    say(said, "");
    const inCode = link.length > mostInCode ? links.levels : link;
    const hint = inCode !== link && h("p", { class: "hint" }, t("qrShort"));
    drawCode(inCode, t("qr")).then((drawn) => code.replaceChildren(drawn, ...(hint ? [hint] : [])), () => code.replaceChildren(h("p", {}, t("qrFailed"))));
  };
  open(place, { t, title: t("shareTitle"), body, kind: "share" });
  draw();
}

/** A text as QR code, in black on white in dark mode too: readers want it so. */
export async function drawCode(text: string, label: string): Promise<SVGSVGElement> {
  const { encode } = await import("uqr");
  const { size, data } = encode(text, { ecc: "L", border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return svg("svg", { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": label, "shape-rendering": "crispEdges" },
    svg("rect", { width: size, height: size, fill: "#fff" }), svg("path", { d: path, fill: "#000" }));
}

async function toClipboard(field: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // Without https, or in an old browser: the older way.
    field.select();
    return document.execCommand("copy");
  }
}
