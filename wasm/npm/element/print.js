// The sheet on paper: a producer's own, or in the form that councils know. It is on
// the page only in print.

import { h } from "./dom.js";
import { optionText } from "./jump.js";
import { held, starAfter } from "./law.js";
import { possibleStars, starText } from "./texts.js";

/**
 * The sheet on paper; code is a drawn QR code, or nothing. Only a council's sheet
 * stands under the names of the council and the state.
 */
export function paper({ t, rubric, draft, result, code, council }) {
  const line = (key) => h("p", { class: "line" }, h("span", {}, t(key)), h("span", { class: "dots" }));
  return [
    council && h("div", { class: "paper-head" },
      h("div", {}, h("p", {}, t("printCouncil")), line("printPlace")),
      h("div", {}, h("p", {}, h("strong", {}, t("printState"))), h("p", { class: "motto" }, t("printMotto")))),
    h("h2", {}, t(council ? "printTitle" : "printOwnTitle")),
    h("p", { class: "set-name" }, t("printSet", { n: rubric.no, name: rubric.name })),
    h("p", { class: "law" }, t("printLaw")),
    h("div", { class: "lines" }, line("printProduct"), line("printProducer"), line("printAddress"), council && line("printAssessor")),
    table({ t, rubric, draft, result }),
    h("div", { class: "outcome" }, outcome({ t, rubric, result }).map((text) => h("p", {}, text))),
    h("div", { class: "paper-foot" },
      h("div", { class: "stamp" }, code),
      h("div", { class: "sign" }, h("p", {}, t("printDate")), h("p", {}, h("strong", {}, t(council ? "printSignature" : "printOwnSignature"))), h("p", {}, t("printSign")))),
    h("p", { class: "small" }, t("disclaimer")),
  ].filter(Boolean);
}

function table({ t, rubric, draft, result }) {
  const head = ["printNo", "printCriterion", "printLevel", "printMost", "printPoints"].map((key) => h("th", { scope: "col" }, t(key)));
  const rows = rubric.parts.flatMap((part) => [
    row("part", part.code, part.name, part.max, result.parts[part.code]),
    ...part.sections.flatMap((section) => [
      ...(section.criteria[0].code === section.code ? [] : [row("section", section.code, section.name, section.max)]),
      ...section.criteria.map((criterion) => criterionRow(t, criterion, draft, result)),
    ]),
  ]);
  return h("table", {}, h("thead", {}, h("tr", {}, head)), h("tbody", {}, rows, row("total", "", t("printTotal"), 100, result.total)));
}

const row = (kind, code, name, max, points = "") =>
  h("tr", { class: kind }, h("td", {}, code), h("td", { colspan: 2 }, name), h("td", {}, String(max)), h("td", {}, String(points)));

function criterionRow(t, criterion, draft, result) {
  const { code, name, max, options } = criterion;
  const answer = draft.answers[code];
  const apart = result.notApplicable.includes(code);
  const level = apart ? t("printApart") : answer === undefined ? t("printOpen") : optionText(t, criterion, answer);
  // A criterion that falls away counts 0; one that is open has an empty cell.
  const points = apart ? 0 : answer === undefined ? "" : (options.find((o) => o.code === answer)?.points ?? 0);
  return h("tr", {}, h("td", {}, code), h("td", {}, name), h("td", { class: answer === undefined ? "open" : undefined }, level), h("td", {}, String(max)), h("td", {}, String(points)));
}

function outcome({ t, rubric, result }) {
  if (result.status === "incomplete") {
    const [from, to] = result.bounds.total;
    return [t("printMissing", { n: result.unanswered.length, from, to, stars: possibleStars(t, result.bounds.star) })];
  }
  if (result.status !== "classified") {
    const found = rubric.gates.filter(({ id }) => result.gates.some((gate) => gate.id === id)); // in printed order
    const names = found.map(({ label }) => label);
    return [`${t("printStar")}: ${t(result.status)}.`, t("printGates", { names: names.join("; ") })];
  }
  const missed = held(result);
  return [`${t("printStar")}: ${starText(t, result.star)}.`,
    ...(missed.length > 0 ? [t("printHeld", { star: starAfter(result), codes: missed.map((s) => s.criterion).join(", ") })] : [])];
}

/**
 * Prints the element and nothing else of its page: while it prints, the page has
 * one more style sheet, which hides what does not lead to the element.
 */
export function printAlone(host) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    @page { size: A4; margin: 12mm 14mm; }
    @media print { body *:not(:has([data-ocop-prints])):not([data-ocop-prints]) { display: none !important; } }`);
  host.toggleAttribute("data-ocop-prints", true);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  addEventListener("afterprint", () => {
    host.removeAttribute("data-ocop-prints");
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  }, { once: true });
  print();
}
