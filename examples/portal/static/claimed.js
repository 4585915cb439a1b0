// What a dossier's own claims come to.

import { el } from "./dom.js";
import { t } from "./lang.js";
import { criteriaOf, rubricOf } from "./library.js";
import { stars } from "./outcome.js";

/** Builds what is shown of the sheet that a dossier's claims make. */
export async function claimedView(ocop, sheet) {
  const result = ocop.score(sheet);
  const rubric = await rubricOf(sheet.set);
  return el(
    "div",
    { className: "claimed" },
    el("h3", {}, t("claimed")),
    el("p", { className: "muted" }, `${t("setNumber", { set: rubric.no })}: ${rubric.name}`),
    headline(result, rubric),
    bars(result, rubric),
    heldBack(result, criteriaOf(rubric)),
    el("p", { className: "actions" }, el("a", { className: "button", href: `/#ocop=${ocop.vector(sheet)}` }, t("openSheet"))),
  );
}

function headline({ status, star, total, bounds, unanswered }, rubric) {
  const max = rubric.parts.reduce((sum, part) => sum + part.max, 0);
  const points = t("points", { total, max });
  if (status === "classified") return el("p", { className: "headline" }, stars(star), " ", t("stars", { n: star }), el("small", {}, points));
  if (status !== "incomplete") return el("p", { className: "headline" }, t(status), el("small", {}, points));
  const [least, greatest] = bounds.star;
  return [el("p", { className: "headline" }, points), el("p", {}, t("bounds", { n: unanswered.length, least, greatest }))];
}

/** Points by part; the bars repeat what the figures say. */
function bars({ parts }, rubric) {
  return el("ul", { className: "bars" }, rubric.parts.map(({ code, name, max }) => {
    const fill = el("span");
    fill.style.setProperty("--share", String(parts[code] / max));
    return el("li", {}, el("span", {}, `${code}. ${name}`), el("strong", {}, `${parts[code]}/${max}`), el("span", { className: "track", ariaHidden: "true" }, fill));
  }));
}

/** The minima that keep the next star away. */
function heldBack({ status, star, shortfalls }, criteria) {
  const missed = status === "classified" ? shortfalls.filter((s) => s.star === star + 1) : [];
  if (missed.length === 0) return undefined;
  const item = ({ criterion, need }) => {
    const { name, options } = criteria.get(criterion);
    const { code, label } = options.find((option) => option.code === need);
    return el("li", {}, `${criterion} ${name}`, el("small", {}, t("heldBackNeed", { code, label })));
  };
  return [el("p", {}, t("heldBack", { star: star + 1 })), el("ul", {}, missed.map(item))];
}
