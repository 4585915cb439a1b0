// A council's outcome in words. Every figure comes from the library.

import { el } from "./dom.js";
import { decimal, t, told } from "./lang.js";

/** Builds what is shown of an outcome; unfinished names the members whose sheets have gaps. */
export function outcomeView(outcome, rubric, criteria, unfinished) {
  const named = (code) => `${code} ${criteria.get(code).name}`;
  return [
    el("p", { className: "muted" }, `${t("setNumber", { set: outcome.set })}: ${rubric.name}`),
    ...headline(outcome, rubric, unfinished),
    figures(outcome),
    memberTable(outcome),
    section("tooFar", outcome.pairs, ({ members: [a, b], points }) => told("tooFarItem", { a, b, points })),
    section("contested", outcome.contested, ({ star, criterion, met, missed }) => t("contestedItem", { star, criterion: named(criterion), met, missed })),
    section("disagreements", outcome.disagreements, ({ criterion, points: [least, most] }) => `${named(criterion)}: ${t("range", { least, most })}`),
  ];
}

/** The status as a headline and what it means. */
function headline(outcome, rubric, unfinished) {
  const { status, star, band, authority, gates } = outcome;
  const said = (title, why) => [el("p", { className: "headline" }, t(title)), why && el("p", {}, why)];
  switch (status) {
    case "classified":
      return [
        el("p", { className: "headline" }, stars(star), " ", t("stars", { n: star })),
        star < band && el("p", {}, t("starBelowBand", { band })),
        el("p", {}, t(authority ?? "noAuthority")),
      ];
    case "rejected":
    case "stopped":
      return [...said(status), el("ul", {}, rubric.gates.filter(({ id }) => gates.some((gate) => gate.id === id)).map(({ label }) => el("li", {}, label)))];
    case "no-quorum":
      return said("noQuorum", t("noQuorumWhy"));
    case "incomplete":
      return said("incomplete", told("incompleteWhy", { members: unfinished.join("; ") }));
    default:
      return said("spreadTooWide", t("spreadTooWideWhy"));
  }
}

/** Five stars, the first n of them full; the words beside them say it too. */
export function stars(n) {
  const row = el("span", { className: "stars", ariaHidden: "true" });
  for (let i = 1; i <= 5; i++) row.append(el("span", { className: i <= n ? "full" : "" }, i <= n ? "★" : "☆"));
  return row;
}

function figures({ average, sum, count, seats, spread, widest, margin, band }) {
  const rows = [];
  const add = (name, value, small) => rows.push(el("dt", {}, t(name, { band })), el("dd", {}, value, small && el("small", {}, small)));
  if (average !== null) add("average", t("averageValue", { average: decimal(average) }), t("averageFrom", { sum, count }));
  if (widest.length === 2) add("spread", t("spreadValue", { points: spread }), told("between", { a: widest[0], b: widest[1] }));
  add("present", seats === null ? t("presentCount", { count }) : t("presentOf", { count, seats }));
  if (margin !== null && band > 1) add("margin", t("marginValue", { sum, least: sum - margin, points: margin }));
  return el("dl", {}, rows);
}

function memberTable({ members }) {
  const head = el("tr", {}, ["member", "A", "B", "C", "total"].map((name) => el("th", { scope: "col" }, name.length > 1 ? t(name) : name)));
  const row = ({ id, chair, parts, total }) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, id, chair && el("small", {}, t("chair"))),
      [parts.A, parts.B, parts.C].map((points) => el("td", {}, String(points))),
      el("td", {}, el("strong", {}, String(total))),
    );
  const table = el("table", { className: "totals" }, el("caption", {}, t("memberTable")), el("thead", {}, head), el("tbody", {}, members.map(row)));
  return el("div", { className: "scroller", tabIndex: 0, role: "region", ariaLabel: t("memberTable") }, table);
}

function section(title, items, words) {
  if (items.length === 0) return undefined;
  return el("div", {}, el("h3", {}, t(title)), el("ul", {}, items.map((item) => el("li", {}, words(item)))));
}
