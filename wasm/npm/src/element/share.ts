// A sheet as a link and a QR code: the vector stands behind the # of the page's
// address, which browsers do not send to any server. Where a router keeps its own
// address there (#/san-pham/13?x=1), the vector stands in it as one more parameter.

import { open } from "./dialog.js";
import { h, icon, say, svg } from "./dom.js";
import type { Speak } from "./texts.js";

const alone = /^#ocop=(.*)$/s;
const inRoute = /([?&])ocop=([^&#]*)(&?)/;

const isRoute = (hash: string): boolean => /^#[/!]/.test(hash);

/** The page's address with another fragment. */
const withHash = (hash: string): string => location.href.split("#")[0] + hash;

/** The link to the page with a sheet's vector. */
export function linkTo(vector: string): string {
  const hash = hashWithout(location.hash);
  if (!isRoute(hash)) return withHash(`#ocop=${vector}`);
  const [, route, anchor] = /^(#[^#]*)(.*)$/s.exec(hash) ?? [];
  return withHash(`${route}${route.includes("?") ? "&" : "?"}ocop=${vector}${anchor}`);
}

/** A fragment without a vector. */
const hashWithout = (hash: string): string =>
  isRoute(hash) ? hash.replace(inRoute, (_, before: string, __, after: string) => (after ? before : "")) : hash.replace(alone, "");

/** The vector in the page's address; null where there is none. */
export function vectorInAddress(): string | null {
  const { hash } = location;
  const text = isRoute(hash) ? inRoute.exec(hash)?.[2] : alone.exec(hash)?.[1];
  if (text === undefined) return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // the module says what is wrong with it
  }
}

/** Takes the vector out of the address, so that a reload does not ask again. */
export const cleanAddress = (): void => history.replaceState(history.state, "", withHash(hashWithout(location.hash)));

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
  const toView: HTMLInputElement = h("input", { type: "checkbox", onchange: () => draw() });
  const said = h("p", { class: "hint", role: "status" });
  const copy = h("button", { type: "button", class: "main", onclick: async () => say(said, t((await toClipboard(field)) ? "copied" : "copyByHand")) }, icon("copy"), t("copy"));
  const send = "share" in navigator && h("button", { type: "button", class: "quiet", onclick: () => navigator.share({ title, url: field.value }).catch(() => {}) }, icon("share"), t("send"));
  const code = h("div", { class: "qr" });
  const only = h("label", { class: "tick" }, toView, h("span", {}, t("shareToView"), h("small", {}, t("shareToViewHint"))));
  const body = [h("p", { class: "hint" }, t("shareHint")), only, h("label", { for: "link", class: "label" }, t("shareLink")), field, h("div", { class: "actions" }, copy, send), said, code];
  const draw = () => {
    const link = toView.checked ? links.toView : links.whole;
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
