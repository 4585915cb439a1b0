// Who gave which level at each criterion. Points are those that the rubric prints
// and the library adds up; here they are only set side by side.

import { el } from "./dom.js";
import { decimal, t, told } from "./lang.js";
import { commonest, printed } from "./sheets.js";

let onlyDifferent = false; // stays as one works

/** Builds the table of a council: members as columns, criteria as rows. */
export function byCriterion(ocop, members, outcome, rubric) {
  const sheets = members.map(({ sheet }) => ({ answers: sheet.answers, gone: ocop.score(sheet).notApplicable }));
  const columns = members.length + 1;
  const head = el("tr", {}, el("td", {}), members.map(({ id, chair }, i) => memberHead(id, chair, i + 1)));
  const parts = rubric.parts.map((part) =>
    el("tbody", {},
      el("tr", { className: "part" }, el("th", { scope: "rowgroup", colSpan: columns }, el("span", {}, `${part.code}. ${part.name}`))),
      part.sections.flatMap((section) => section.criteria).map((criterion) => criterionRow(criterion, sheets)),
      totalsRow(t("partTotal", { code: part.code }), outcome.members.map((member) => member.parts[part.code]))),
  );
  const table = el("table", { className: "by-criterion" },
    el("thead", {}, head),
    parts,
    el("tfoot", {}, totalsRow(t("total"), outcome.members.map(({ total }) => total)), averageRow(outcome, columns)));
  const scroller = el("div", { className: "scroller", tabIndex: 0, role: "region" }, table);
  for (const named of [scroller, table]) named.setAttribute("aria-labelledby", "by-criterion-title");
  table.setAttribute("aria-describedby", "by-criterion-hint");
  table.classList.toggle("only-different", onlyDifferent);
  return [el("h2", { id: "by-criterion-title" }, t("byCriterion")), el("p", { id: "by-criterion-hint", className: "muted" }, t("byCriterionHint")), filter(table), legend(members), scroller];
}

function filter(table) {
  const box = el("input", { type: "checkbox", checked: onlyDifferent });
  box.addEventListener("change", () => {
    onlyDifferent = box.checked;
    table.classList.toggle("only-different", onlyDifferent);
  });
  return el("label", { className: "tick" }, box, " ", el("span", {}, t("onlyDifferent")));
}

/** Who stands under which number, where the columns are too narrow for names. */
const legend = (members) => el("ol", { className: "legend" }, members.map(({ id, chair }) => el("li", {}, el("bdi", {}, id), chair && ` (${t("chair")})`)));

const memberHead = (id, chair, n) =>
  el("th", { scope: "col" }, el("span", { className: "no" }, `${n}. `), el("span", { className: "name" }, id, chair && el("small", {}, t("chair"))));

function criterionRow(criterion, sheets) {
  const given = sheets.map(({ answers, gone }) => (gone.includes(criterion.code) ? undefined : criterion.options.find(({ code }) => code === answers[criterion.code]) ?? noLevel(answers[criterion.code])));
  const most = commonest(given.filter(Boolean).map(({ code }) => code));
  const usual = most.codes.length === 1 ? given.find((option) => option?.code === most.codes[0]) : undefined;
  const same = given.every((option) => option?.code === given[0]?.code);
  return el("tr", { className: same ? "same" : "" },
    el("th", { scope: "row" }, `${criterion.code} ${criterion.name}`, el("small", {}, most.codes.length > 1 ? t("split", { codes: most.codes.map(printed).join(", ") }) : !same && usual && t("usual", { code: printed(usual.code), n: most.n }))),
    given.map((option, i) => levelCell(option, usual, sheets[i].gone.includes(criterion.code), most.codes.length > 1)));
}

/** What is chosen where no printed level is met. */
const noLevel = (code) => (code === "none" ? { code, points: 0 } : undefined);

function levelCell(option, usual, gone, split) {
  if (gone) return el("td", { className: "muted" }, t("fallsAway"));
  if (!option) return el("td", { className: "other" }, t("unanswered"));
  const mark = usual && option !== usual && option.code !== usual.code && deviation(option.points - usual.points);
  return el("td", { className: mark || split ? "other" : "" },
    el("strong", {}, printed(option.code)), " ", el("span", {}, t("levelPoints", { points: option.points })),
    mark && el("small", {}, el("span", { ariaHidden: "true" }, mark.sign), " ", t(mark.word)));
}

const deviation = (by) => (by < 0 ? { sign: "▼", word: "lower" } : by > 0 ? { sign: "▲", word: "higher" } : { sign: "◆", word: "otherwise" });

const totalsRow = (name, points) => el("tr", { className: "sum" }, el("th", { scope: "row" }, name), points.map((n) => el("td", {}, el("strong", {}, String(n)))));

const averageRow = ({ sum, count, average }, columns) =>
  el("tr", { className: "sum" }, el("th", { scope: "row" }, t("average")),
    el("td", { colSpan: columns - 1 }, el("span", {}, average === null ? "–" : told("averageOf", { sum, count, average: decimal(average) }))));
