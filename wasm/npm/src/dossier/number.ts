// A whole number as people write it. What cannot be understood stays as it was typed and
// is never entered as another number.

import { h, say, type Child } from "../element/dom.js";
import type { Lang } from "../types.js";
import { box, idOf, saidOf } from "./box.js";
import type { Form } from "./form.js";
import { isYear } from "./shape.js";
import { shownField } from "./shown.js";
import { keepUnread, markUnread, unreadAt } from "./unread.js";

/** Thousands stand apart by a point in Vietnamese, by a comma in English, by a space in both. */
const groups: Record<Lang, RegExp> = { vi: /^\d{1,3}([. ])\d{3}(?:\1\d{3})*$/, en: /^\d{1,3}([, ])\d{3}(?:\1\d{3})*$/ };

/**
 * The whole number that a text means; undefined where it means none. "1.250" is 1250 in
 * Vietnamese and nothing in English, "1,250" the other way round: one of the two readings
 * is a thousand times the other.
 */
export function readNumber(text: string, lang: Lang): number | undefined {
  const typed = text.replace(/[\s\u00a0\u2009\u202f]+/g, " ").trim();
  const sign = /^[-−]/.test(typed) ? -1 : 1;
  const figures = typed.replace(/^[-−] ?/, "");
  if (!/^\d+$/.test(figures) && !groups[lang].test(figures)) return undefined;
  const number = Number(figures.replace(/\D/g, ""));
  return number <= Number.MAX_SAFE_INTEGER ? number && sign * number : undefined;
}

/** A number with its thousands apart. */
export const writeNumber = (number: number, lang: Lang): string =>
  String(number).replace(/\B(?=(?:\d{3})+$)/g, lang === "vi" ? "." : ",").replace("-", "−");

interface NumberOptions {
  id: string;
  /** Under what name the unread text is kept. */
  place: string;
  get(): number | undefined;
  put(value: number | undefined): void;
  /** The name, where no label is beside it. */
  label?: string | undefined;
  describedBy?: string;
  isYear?: boolean;
  isShare?: boolean;
  mayBeNegative?: boolean;
}

/** An input for a whole number, and what says that it was not understood. */
export function numberInput(form: Form, { id, place, get, put, label, describedBy = "", isYear = false, isShare = false, mayBeNegative = false }: NumberOptions): { input: HTMLInputElement; words: HTMLElement; show(): void } {
  const words = h("p", { class: "reading unread", id: `${id}-reading`, role: "status" });
  const input: HTMLInputElement = h("input", {
    id, type: "text", class: "field number", autocomplete: "off", inputmode: mayBeNegative ? undefined : "numeric", "aria-label": label, "aria-describedby": `${words.id} ${describedBy}`.trim(),
    oninput: () => {
      const number = read();
      if (number === undefined && input.value.trim() !== "") return; // not done yet, perhaps
      keepUnread(form, place, undefined);
      if (number !== get()) put(number);
    },
    onchange: () => {
      const number = read();
      keepUnread(form, place, number === undefined && input.value.trim() !== "" ? input.value : undefined);
      if (number !== get()) put(number);
      show();
    },
    onblur: () => show(),
  });
  const read = () => readNumber(isShare ? input.value.replace(/\s*%\s*$/, "") : input.value, form.lang);
  const show = () => {
    const number = get();
    if (number !== undefined) keepUnread(form, place, undefined);
    const unread = unreadAt(form, place);
    const text = unread ?? (number === undefined ? "" : isYear ? String(number) : writeNumber(number, form.lang));
    if (input.value !== text) input.value = text;
    markUnread(input, unread !== undefined);
    say(words, unread === undefined ? "" : form.t("coNumberUnread", { text: unread, example: writeNumber(1250, form.lang) }));
  };
  show();
  form.onChange(() => (input.getRootNode() as Document | ShadowRoot).activeElement === input || show());
  return { input, words, show };
}

/** The field of a whole number. */
export function numberField(form: Form, pointer: string, { hint }: { hint?: Child } = {}): HTMLElement {
  const shape = form.shape(pointer);
  const { title = "", least = 0 } = shape;
  const get = () => {
    const value = form.value(pointer);
    return typeof value === "number" ? value : undefined;
  };
  if (!form.mayWrite(pointer)) return shownField(form, pointer, () => {
    const number = get();
    return number === undefined ? "" : isYear(shape) ? String(number) : writeNumber(number, form.lang);
  });
  const id = idOf(pointer);
  const { input, words } = numberInput(form, { id, place: pointer, get, put: (number) => form.enter(pointer, number), describedBy: saidOf(pointer), isYear: isYear(shape), isShare: title.includes("(%)"), mayBeNegative: least < 0 });
  return box(form, pointer, [input, words], { control: id, hint });
}
