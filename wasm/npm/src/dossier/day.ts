// A day as people write it. The day stands first, always; what cannot be understood stays
// as it was typed and is never entered as another day.

import { h, say } from "../element/dom.js";
import type { Lang } from "../types.js";
import { box, idOf, saidOf } from "./box.js";
import { folded } from "./fold.js";
import type { Form } from "./form.js";
import { shownField } from "./shown.js";
import { keepUnread, markUnread, unreadAt } from "./unread.js";

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

const weekdays: Record<Lang, string[]> = {
  vi: ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
};

/** What stands before a day in words and says nothing that the day does not say. */
const before = /^(?:(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat|(?:mon|tues|wednes|thurs|fri|satur|sun)day) ?,? )?(?:ngay )?/;

const inFigures = /^(\d{1,2})(?: ?[-/.] ?| )(\d{1,2})(?:(?: ?[-/.] ?| )(\d{4}|\d{2}))?$/;
const withoutSigns = /^(\d{2})(\d{2})(\d{4}|\d{2})$/; // as a telephone's keys for numbers have none
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const vietnamese = /^(?:mung |mong )?(\d{1,2}) thang (\d{1,2})(?:,? nam (\d{4}|\d{2}))?$/;
const english = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\.?(?:,? (\d{4}|\d{2}))?$/;
const american = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}|\d{2}))?$/; // the month is a word, so that it is none of the two

/**
 * The day that a text means, as "2026-07-03"; undefined where it means none. A text
 * without a year means the year at hand; of a year's two figures, 00 to 69 are 2000 to
 * 2069, the others 1970 to 1999.
 */
export function readDay(text: string, today: string): string | undefined {
  const typed = folded(text).replace(before, "");
  const found = (pattern: RegExp) => pattern.exec(typed)?.slice(1);
  const thisYear = today.slice(0, 4);
  const [year, month, day] = found(yearFirst) ?? [];
  if (year) return dayOf(year, month, day);
  const [d, m, y = thisYear] = found(inFigures) ?? found(withoutSigns) ?? found(vietnamese) ?? [];
  if (d) return dayOf(y, m, d);
  const [ordinal, name = "", inYear = thisYear] = found(english) ?? [];
  if (ordinal) return dayOf(inYear, monthOf(name), ordinal);
  const [first = "", then, ofYear = thisYear] = found(american) ?? [];
  return dayOf(ofYear, monthOf(first), then);
}

/** The number of a month that is named, or of its beginning; undefined where it is none. */
function monthOf(name: string): string | undefined {
  const at = months.findIndex((month) => name.length >= 3 && month.toLowerCase().startsWith(name));
  return at < 0 ? undefined : String(at + 1);
}

/** A day of the calendar; undefined where it has no such day, or not in a year that the schema takes. */
function dayOf(year: string, month: string | undefined, day: string | undefined): string | undefined {
  const y = year.length === 4 ? Number(year) : Number(year) < 70 ? 2000 + Number(year) : 1900 + Number(year);
  const [m, d] = [Number(month), Number(day)];
  const at = new Date(Date.UTC(y, m - 1, d));
  if (y < 1900 || y > 2199 || at.getUTCMonth() !== m - 1 || at.getUTCDate() !== d) return undefined;
  return at.toISOString().slice(0, 10);
}

const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day);

/** A day as it is written in figures: "03/07/2026"; what is no day stays as it is. */
export const writeDay = (day: string): string => (isDay(day) ? day.split("-").reverse().join("/") : day);

/** A day in words, with its day of the week: so a slip of the finger is seen. */
export function dayInWords(day: string, lang: Lang): string {
  if (!isDay(day)) return day;
  const [y, m, d] = day.split("-").map(Number) as [number, number, number];
  const weekday = weekdays[lang][new Date(day).getUTCDay()] ?? "";
  return lang === "vi" ? `${weekday}, ${d} tháng ${m} năm ${y}` : `${weekday}, ${d} ${months[m - 1]} ${y}`;
}

/** The field of a day. */
export function dateField(form: Form, pointer: string): HTMLElement {
  const { t } = form;
  const value = () => {
    const day = form.value(pointer);
    return typeof day === "string" ? day : "";
  };
  if (!form.mayWrite(pointer)) return shownField(form, pointer, () => dayInWords(value(), form.lang));
  const id = idOf(pointer);
  const words = h("p", { class: "reading", id: `${id}-reading`, role: "status" });
  const input: HTMLInputElement = h("input", {
    id, type: "text", class: "field", autocomplete: "off", spellcheck: "false", placeholder: t("coDayExample"), "aria-describedby": `${words.id} ${saidOf(pointer)}`,
    oninput: () => onInput(), onchange: () => take(input.value), onblur: () => show(),
  });
  const picker: HTMLInputElement = h("input", { type: "date", class: "unseen", tabindex: -1, "aria-hidden": "true", onchange: () => picker.value && take(picker.value) });
  const button = (name: string, label: string, onclick: () => void) => h("button", { type: "button", id: `${id}-${name}`, class: "quiet", onclick }, label);
  const calendar = button("calendar", t("coCalendar"), () => openPicker());

  const tell = () => {
    const unread = unreadAt(form, pointer);
    markUnread(input, unread !== undefined);
    words.classList.toggle("unread", unread !== undefined);
    say(words, unread === undefined ? dayInWords(value(), form.lang) : t("coDayUnread", { text: unread }));
  };
  /** Enters what is understood, and keeps beside the dossier what is not. */
  const take = (text: string) => {
    const day = readDay(text, form.today);
    keepUnread(form, pointer, day === undefined && text.trim() !== "" ? text : undefined);
    if (day !== form.value(pointer)) form.enter(pointer, day);
    show();
  };
  /** A day with its whole year is entered as it is typed; with half of it, it would be another day. */
  const onInput = () => {
    const day = /(?:^\d{4}|\D)\d{4}\D*$|^\d{4}\D\d+\D\d{2}$/.test(input.value.trim()) ? readDay(input.value, form.today) : undefined;
    if (day === undefined) return say(words, "");
    keepUnread(form, pointer, undefined);
    if (day !== form.value(pointer)) form.enter(pointer, day);
    tell();
  };
  const openPicker = () => {
    picker.value = value();
    try {
      picker.showPicker();
    } catch {
      calendar.hidden = true; // a page in a frame of another may not open it
    }
  };
  const isTyping = () => (input.getRootNode() as Document | ShadowRoot).activeElement === input;
  const show = () => {
    const unread = unreadAt(form, pointer);
    if (unread !== undefined && form.value(pointer) !== undefined) keepUnread(form, pointer, undefined); // another window has entered one
    const text = unreadAt(form, pointer) ?? writeDay(value());
    if (input.value !== text) input.value = text;
    tell();
  };
  calendar.hidden = typeof picker.showPicker !== "function";
  show();
  form.onChange(() => (isTyping() ? undefined : show()));
  return box(form, pointer, [
    h("div", { class: "day" }, input, h("span", { class: "pick" }, calendar, picker), button("today", t("coToday"), () => take(form.today))),
    words,
  ], { control: id });
}
