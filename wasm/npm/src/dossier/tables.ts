// Lists of objects: rows of any kind, and the results of years as a table.

import { arrange, h, say } from "../element/dom.js";
import { box, idOf, saidOf } from "./box.js";
import { field } from "./fields.js";
import type { Form } from "./form.js";
import { numberInput, writeNumber } from "./number.js";
import { isTable, under, type Json, type Table } from "./tree.js";
import { forgetUnread, moveUnread } from "./unread.js";

/** The items that stand at a pointer. */
const itemsAt = (form: Form, pointer: string): readonly Json[] => {
  const value = form.value(pointer);
  return Array.isArray(value) ? value : [];
};

/** Takes an item out, and offers to put it back. */
function removeItem(form: Form, pointer: string, at: number): void {
  const items = itemsAt(form, pointer);
  const gone = items[at];
  if (gone === undefined) return;
  moveUnread(form, pointer, (row) => (row === at ? undefined : row > at ? row - 1 : row));
  form.enter(pointer, items.length > 1 ? items.filter((_, i) => i !== at) : undefined);
  const putBack = () => {
    const now = itemsAt(form, pointer);
    moveUnread(form, pointer, (row) => (row >= at ? row + 1 : row));
    form.enter(pointer, [...now.slice(0, at), gone, ...now.slice(at)]);
  };
  form.notices.show(`co-row-${idOf(pointer)}`, {
    text: () => form.t("coRowGone", { name: form.shape(pointer).title ?? "", n: at + 1 }),
    actions: [{ label: "undo", act: putBack }],
  });
}

/** A list of any items, row by row. */
export function listField(form: Form, pointer: string): HTMLElement {
  const { item, most = Infinity, title = "" } = form.shape(pointer);
  const items = itemsAt(form, pointer);
  const mayWrite = form.mayWrite(pointer);
  const rowId = (at: number) => `${idOf(under(pointer, at))}-row`;
  const inner = (row: string) => (item?.kind === "object" ? Object.keys(item.members ?? {}).map((name) => field(form, under(row, name))) : field(form, row));
  const rows = items.map((_, i) => h("div", { class: "list-row", id: rowId(i), role: "group", "aria-label": form.t("coRow", { name: item?.title ?? title, n: i + 1 }) },
    h("div", { class: "row-head" },
      h("span", { class: "no" }, String(i + 1)),
      mayWrite && h("button", { type: "button", id: `${rowId(i)}-remove`, class: "quiet", "aria-label": form.t("coRowRemoveOf", { name: item?.title ?? title, n: i + 1 }), onclick: () => remove(i) }, form.t("remove"))),
    inner(under(pointer, i))));
  const add = h("button", { type: "button", id: `${idOf(pointer)}-add`, class: "quiet", hidden: items.length >= most, onclick: () => append() }, form.t("coRowAdd", { name: (item?.title ?? title).toLocaleLowerCase(form.lang) }));
  let drawn = items.length; // how many rows stand there; others have come or gone in another window, or by undoing
  const redraw = (toFocus: string) => {
    form.redraw();
    form.body.querySelector<HTMLElement>(toFocus)?.focus();
  };
  const append = () => {
    const now = itemsAt(form, pointer);
    drawn = now.length + 1;
    form.enter(pointer, [...now, item?.kind === "object" ? {} : ""]);
    redraw(`#${rowId(now.length)} :is(input, select, textarea)`);
  };
  const remove = (at: number) => {
    drawn = itemsAt(form, pointer).length - 1;
    removeItem(form, pointer, at);
    redraw(`#${idOf(pointer)}-add`);
  };
  form.onChange(() => itemsAt(form, pointer).length === drawn || form.redraw());
  return box(form, pointer, [h("div", { class: "list-rows" }, rows), rows.length === 0 && !mayWrite && h("p", { class: "value" }, "–"), mayWrite && add]);
}

const years = "/report/results/years";
const offered = 3; // years before this one that are there to be filled in

/** The columns: all that stands in a row beside its year. */
const columns = ["revenue", "profit", "output", "unit"] as const;

type Column = (typeof columns)[number];

/** A row of the table: of an item of the list, or of a year that has none yet. */
interface YearRow {
  year: number | undefined;
  /** What it is known by while items come and go: its year, where no other has it. */
  key: string;
}

/** Revenue, profit and output by year. */
export function yearsTable(form: Form): HTMLElement {
  const { t } = form;
  const mayWrite = form.mayWrite(years);
  const thisYear = Number(form.today.slice(0, 4));
  const more = moreYears(form);
  const nameOf = (column: string) => form.shape(`${years}/0/${column}`).title ?? column;
  const place = h("tbody", { role: "rowgroup" });
  const foot = h("div", { class: "actions" });
  let drawn = "";

  const draw = () => {
    const rows = rowsOf(form, mayWrite ? [...Array.from({ length: offered }, (_, i) => thisYear - 1 - i), ...more] : []);
    const now = rows.map(({ key }) => key).join();
    if (now === drawn) return mark();
    drawn = now;
    const known = new Map([...place.children].map((row) => [row.id, row as HTMLElement]));
    arrange(place, rows.map((row) => {
      const id = rowId(row.key);
      const had = known.get(id);
      if (had) return had; // keeps the focus in it
      return h("tr", { role: "row", id },
        h("th", { role: "rowheader", scope: "row" }, row.year === undefined ? "–" : String(row.year), h("div", { class: "said" })),
        columns.map((column) => cell(form, row, column, nameOf(column), mayWrite)),
        mayWrite && h("td", { role: "cell", class: "last" }, h("button", {
          type: "button", id: `${id}-remove`, class: "quiet", "aria-label": t("coYearRemoveOf", { year: row.year ?? "–" }),
          onclick: () => {
            forgetUnread(form, unreadPlace(row));
            removeItem(form, years, atKey(form, row.key));
            (place.querySelector<HTMLElement>(`#${id} input`) ?? foot.querySelector("button"))?.focus();
          },
        }, t("remove"))));
    }));
    const shown = rows.flatMap(({ year }) => year ?? []);
    const others = [Math.min(thisYear, ...shown) - 1, ...(shown.includes(thisYear) ? [] : [thisYear])];
    if (mayWrite) foot.replaceChildren(...others.map((year, i) => h("button", { type: "button", id: `${idOf(years)}-add-${i}`, class: "quiet", onclick: () => {
      more.add(year);
      draw();
      place.querySelector<HTMLElement>(`#${rowId(String(year))} input`)?.focus();
    } }, t("coYearAdd", { year }))));
    mark();
  };
  /** Tells each cell, and each row, which value it is for now. */
  const mark = () => {
    for (const row of place.querySelectorAll<HTMLElement>("tr")) {
      const at = atKey(form, row.id.slice(rowId("").length));
      const to = (element: Element | null, name: string) => {
        if (!(element instanceof HTMLElement)) return;
        const said = element.querySelector(".said");
        if (at < 0) {
          delete element.dataset.path;
          said?.replaceChildren();
          said?.removeAttribute("id");
        } else {
          element.dataset.path = under(under(years, at), name);
          if (said) said.id = saidOf(element.dataset.path);
        }
      };
      to(row.querySelector("th"), "year");
      columns.forEach((column, i) => to(row.children[i + 1] ?? null, column));
      const button = row.querySelector<HTMLElement>(".last button");
      if (button) button.hidden = at < 0;
    }
  };
  draw();
  form.onChange(draw);
  return box(form, years, [
    h("table", { class: "years", role: "table", "aria-label": form.shape(years).title },
      h("thead", { role: "rowgroup" }, h("tr", { role: "row" },
        h("th", { role: "columnheader", scope: "col" }, nameOf("year")),
        columns.map((column) => h("th", { role: "columnheader", scope: "col" }, nameOf(column))),
        mayWrite && h("td", { role: "cell" }))),
      place),
    mayWrite && foot,
  ], { hint: mayWrite && t("coYearsHint", { example: writeNumber(1250, form.lang) }) });
}

const rowId = (key: string): string => `${idOf(years)}-${key}`;

/** Under what name what is typed in a row and not understood is kept, wherever the row stands. */
const unreadPlace = ({ key }: YearRow): string => `${years}/of-${key}`;

/** The years that were asked for beside those offered; they are remembered as long as the form stands. */
const asked = new WeakMap<Form, Set<number>>();

function moreYears(form: Form): Set<number> {
  const known = asked.get(form) ?? new Set<number>();
  asked.set(form, known);
  return known;
}

/** What each item is known by. */
function keysOf(items: readonly Json[]): string[] {
  const found = items.map((item) => (isTable(item) && typeof item.year === "number" ? item.year : undefined));
  return found.map((year, i) => (year !== undefined && found.indexOf(year) === i ? String(year) : `item-${i}`));
}

const atKey = (form: Form, key: string): number => keysOf(itemsAt(form, years)).indexOf(key);

const itemOf = (form: Form, key: string): Json | undefined => itemsAt(form, years)[atKey(form, key)];

/** The rows that stand in the list, with those of years that have none, in order of years. */
function rowsOf(form: Form, offers: readonly number[]): YearRow[] {
  const items = itemsAt(form, years);
  const rows = keysOf(items).map((key, i) => {
    const item = items[i];
    return { key, year: isTable(item) && typeof item.year === "number" ? item.year : undefined };
  });
  const missing = [...new Set(offers)].filter((year) => !rows.some((row) => row.year === year)).map((year) => ({ key: String(year), year }));
  return [...rows, ...missing].sort((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity));
}

/** Enters a value of a row; the first value of a year begins its row, in its place. */
function enterIn(form: Form, { key, year }: YearRow, column: Column, value: Json | undefined): void {
  const at = atKey(form, key);
  if (at >= 0) {
    const item = itemOf(form, key);
    const rest: Table = isTable(item) ? { ...item } : {};
    delete rest[column];
    const isBare = value === undefined && Object.keys(rest).every((name) => name === "year");
    if (isBare) form.enter(years, itemsAt(form, years).length > 1 ? itemsAt(form, years).filter((_, i) => i !== at) : undefined);
    else form.enter(under(under(years, at), column), value);
  } else if (value !== undefined && year !== undefined) {
    const items = [...itemsAt(form, years), { year, [column]: value }];
    const yearOf = (item: Json) => (isTable(item) && typeof item.year === "number" ? item.year : Infinity);
    form.enter(years, items.sort((a, b) => yearOf(a) - yearOf(b)));
  }
}

/** A cell: a number, or the unit of the output. */
function cell(form: Form, row: YearRow, column: Column, name: string, mayWrite: boolean): HTMLElement {
  const id = `${rowId(row.key)}-${column}`;
  const value = () => {
    const item = itemOf(form, row.key);
    return isTable(item) ? item[column] : undefined;
  };
  const label = `${name}, ${row.year ?? "–"}`;
  const said = h("div", { class: "said" });
  const inCell = (...content: (Node | undefined)[]) => h("td", { role: "cell" }, h("span", { class: "column", "aria-hidden": "true" }, name), content, said);
  if (!mayWrite) {
    const shown = h("span", {});
    const show = () => {
      const stands = value();
      say(shown, typeof stands === "number" ? writeNumber(stands, form.lang) : String(stands ?? "–"));
    };
    show();
    form.onChange(show);
    return inCell(shown);
  }
  if (column === "unit") {
    const input: HTMLInputElement = h("input", { id, type: "text", class: "field", autocomplete: "off", maxlength: form.shape(`${years}/0/unit`).letters, "aria-label": label, oninput: () => enterIn(form, row, column, input.value.trim() || undefined) });
    const show = () => {
      const text = String(value() ?? "");
      if (input.value.trim() !== text) input.value = text;
    };
    show();
    form.onChange(show);
    return inCell(input);
  }
  const { input, words } = numberInput(form, {
    id, place: under(unreadPlace(row), column), label, mayBeNegative: column === "profit",
    get: () => {
      const stands = value();
      return typeof stands === "number" ? stands : undefined;
    },
    put: (number) => enterIn(form, row, column, number),
  });
  return inCell(input, words);
}
