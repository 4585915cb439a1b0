// A paper's tree as elements, the same that ocop.paperHTML writes. No text of a
// paper becomes markup, and none acts on what stands around it.

import { h, type Child } from "../element/dom.js";
import { reading } from "../plain.js";
import { failure } from "../problems.js";
import type { Paper, PaperBox, PaperItem, PaperMeter, PaperNode, PaperRow, PaperSigner, PaperSpan } from "../types.js";
import { visible } from "../visible.js";

/** The paper as elements, which css styles. No text of it becomes markup. */
export function drawPaper(paper: Paper): HTMLElement {
  return reading(() => drawn(paper));
}

function drawn(paper: Paper): HTMLElement {
  if (!Array.isArray(paper?.nodes)) throw failure("MODULE-10", { found: "something that is no paper", foundVi: "dữ liệu không phải giấy tờ" });
  return h("main", { class: paper.wide ? "ocop-paper wide" : "ocop-paper", lang: paper.lang }, paper.nodes.map(node));
}

type Draw = (node: PaperNode) => HTMLElement;

const draws: ReadonlyMap<string, Draw> = new Map(Object.entries<Draw>({
  heading: ({ level = 1, text, spans }) => h(headings[Math.min(Math.max(level, 1), headings.length) - 1], {}, toned(text, spans)),
  paragraph: ({ text, spans, style = "", ...n }) => h("p", { class: (style + remarks(n)).trim() }, toned(text, spans)),
  field,
  ticks: ({ text, boxes = [], ...n }) => h("div", { class: `boxes${remarks(n)}` }, text && h("span", {}, text), boxes.map(box)),
  list: ({ items = [], ...n }) => h("ul", { class: remarks(n).trim() }, items.map(item)),
  table,
  meters,
  signatures: ({ signers = [] }) => h("table", { class: "signatures" }, h("tbody", {}, h("tr", {}, signers.map(signer)))),
  "page-break": () => h("hr", { class: "page-break" }),
}));

const headings = ["h1", "h2", "h3"] as const;

/** A node of a kind that is not known yet is left out. */
const node = (n: PaperNode): Child => draws.get(n.kind)?.(n);

/** What a node is besides: ours, or with room above it. */
const remarks = ({ added, gap }: PaperNode | Omit<PaperNode, "kind">): string => (added ? " added" : "") + (gap ? " gap" : "");

/** The lines of a text; tabs and breaks of another kind stand as spaces. */
function lines(text: string): string[] {
  const all = text.split("\n");
  if (all.length > 1 && all.at(-1) === "") all.pop();
  return all.map((line) => visible(line.replace(/\r$/, "").replace(/[\t\r]/g, " ")));
}

/** A text of many lines as one piece, which the style breaks or not. */
const flowing = (text: string): Text => document.createTextNode(lines(text).join("\n"));

/** A text of many lines, broken where it breaks. */
const broken = (text: string): Child => lines(text).flatMap((line, i) => [i > 0 && h("br"), document.createTextNode(line)]);

const tones: ReadonlyMap<string, [tag: "strong" | "span", name?: string]> = new Map([["strong", ["strong"]], ["alarm", ["strong", "alarm"]], ["faint", ["span", "faint"]], ["star", ["span", "star"]]]);

const toned = (text = "", spans: readonly PaperSpan[] = [{ text }]): Child => spans.map(({ text: words, tone = "" }) => {
  const [tag, name] = tones.get(tone) ?? [];
  return tag ? h(tag, { class: name }, flowing(words)) : flowing(words);
});

function field({ text, value = null, lines: room, ...n }: PaperNode): HTMLElement {
  const blank = room ? Array.from({ length: room }, () => h("span", { class: "line" })) : h("span", { class: "blank" });
  return h("div", { class: (room ? "field prose" : "field") + remarks(n) }, h("span", { class: "label" }, text),
    value === null ? blank : [" ", h("span", { class: "value" }, flowing(value))]);
}

const box = ({ label, ticked }: PaperBox): HTMLElement => h("span", { class: ticked ? "box ticked" : "box" }, label);

function item({ mark, text, spans, details }: PaperItem): HTMLElement {
  const marked = mark && mark !== "•" && [h("span", { class: "mark" }, mark), " "];
  return h("li", { class: mark === "•" ? undefined : "bare" }, marked, toned(text, spans),
    details && h("dl", {}, details.map((d) => [h("dt", {}, d.label), " ", h("dd", {}, toned(d.text, d.spans))])));
}

const columns = (widths: readonly number[]): HTMLElement => {
  const whole = Math.max(widths.reduce((sum, width) => sum + width, 0), 1);
  return h("colgroup", {}, widths.map((width) => wide(h("col"), width, whole)));
};

/** Gives an element its share of the width; under a strict policy style attributes are not allowed. */
function wide(element: HTMLElement, share: number, whole: number): HTMLElement {
  element.style.width = `${Math.floor((share * 100) / whole)}%`;
  return element;
}

function table({ head = [], widths = [], numbers = [], bare, rows = [], ...n }: PaperNode): HTMLElement {
  return h("table", { class: bare ? "bare" : remarks(n).trim() }, columns(widths),
    head.length > 0 && h("thead", {}, h("tr", {}, head.map((cell) => h("th", {}, cell)))),
    h("tbody", {}, rows.map((row) => rowOf(row, numbers))));
}

function rowOf({ cells, strong }: PaperRow, numbers: readonly number[]): HTMLElement {
  let column = 0;
  const drawn = cells.map(({ text, boxes = [], span = 1 }) => {
    const number = span === 1 && numbers.includes(column);
    column += span;
    return h("td", { class: number ? "number" : undefined, colspan: span > 1 ? span : undefined }, broken(text), boxes.map(box));
  });
  return h("tr", { class: strong ? "strong" : undefined }, drawn);
}

function meters({ meters: all = [], ...n }: PaperNode): HTMLElement {
  const bar = ({ value, most }: PaperMeter) =>
    h("span", { class: "bar" }, most > 0 ? wide(h("span"), Math.min(Math.max(value, 0), most), most) : wide(h("span"), 0, 1));
  const rows = all.map((m) => h("tr", {}, h("td", {}, m.label), h("td", {}, bar(m)), h("td", {}, `${m.value}/${m.most}`)));
  return h("table", { class: `bare meters${remarks(n)}` }, columns([48, 38, 14]), h("tbody", {}, rows));
}

function signer({ place, title, note, name }: PaperSigner): HTMLElement {
  return h("td", {}, place && h("p", {}, h("i", {}, place)),
    title && [h("p", { class: "title" }, title), h("p", { class: "note" }, note ?? ""), h("div", { class: "room" }), h("p", {}, name ?? "")]);
}
