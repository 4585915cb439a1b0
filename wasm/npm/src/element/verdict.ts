// What a sheet comes to, in words: the star, or what is still possible, or the
// knock-outs that leave no star.

import type { Result } from "../types.js";
import { h, stars } from "./dom.js";
import { possibleStars, starText, type Speak } from "./texts.js";

/** @param gates the labels of the knock-outs, in printed order */
export function verdict(t: Speak, gates: ReadonlyMap<string, string>, result: Result): HTMLElement[] {
  const { status, star, bounds, total, authority } = result;
  const big = (text: string) => h("p", { class: "big" }, text);
  const points = (after: string) => h("p", { class: "points" }, h("strong", {}, String(total)), h("span", {}, after));
  if (status === "rejected" || status === "stopped") {
    return [big(t(status)), points(t("soFar")),
      h("p", {}, t("gatesStand")), h("ul", { class: "plain" }, printed(gates, result.gates).map((label) => h("li", {}, label)))];
  }
  if (star !== null) return [stars(star), big(starText(t, star)), points("/100"), h("p", { class: "hint" }, t(authority ? `${authority}Decides` : "nobodyDecides"))];
  if (!bounds) return [points(t("soFar"))];
  const { total: [from, to], star: [least, most] } = bounds;
  return [stars(least === most ? least : 0, most), big(sentence(possibleStars(t, bounds.star))), points(t("soFar")),
    h("p", { class: "hint" }, t(from === to ? "sureTotal" : "possibleTotal", { from, to }))];
}

/** The labels of the knock-outs found, in printed order. */
const printed = (gates: ReadonlyMap<string, string>, found: Result["gates"]): string[] =>
  [...gates].flatMap(([id, label]) => (found.some((gate) => gate.id === id) ? [label] : []));

const sentence = (text: string): string => text[0].toUpperCase() + text.slice(1);
