// What the claims come to, at the foot of every page: the star stays in sight.

import { h, say, stars } from "../element/dom.js";
import { possibleStars, starText } from "../element/texts.js";
import { claimsResult } from "./claims.js";
import type { Form } from "./form.js";

export function claimsBar(form: Form, onOpen: () => void): HTMLElement {
  const { t } = form;
  const points = h("strong", {});
  const star = h("span", {});
  const words = h("span", { class: "words" });
  const element = h("div", { class: "bar", part: "bar" },
    h("button", { type: "button", class: "score", id: "bar", onclick: onOpen }, h("span", { class: "number" }, points, h("span", {}, t("unit"))), h("span", { class: "lines" }, star, words), h("span", { class: "unseen" }, t("barOpen"))));
  const show = () => {
    const { sheet, result, done, all } = claimsResult(form);
    element.hidden = !sheet;
    say(points, String(result?.total ?? "–"));
    say(words, t("barDone", { done, all }));
    if (!result) return star.replaceChildren();
    const [from, to] = result.star !== null ? [result.star, result.star] : result.bounds?.star ?? [0, 0];
    const said = result.status === "rejected" || result.status === "stopped" ? t(result.status) : result.star !== null ? starText(t, result.star) : possibleStars(t, [from, to]);
    star.replaceChildren(stars(from, to), " ", said);
  };
  show();
  form.onChange(show);
  return element;
}
