// Choosing one of many by typing: a combobox as the ARIA practices have it. Arrows walk
// the list, Enter chooses, Esc brings back what is chosen; a finger touches.

import { h, say } from "../element/dom.js";
import { box, idOf, saidOf } from "./box.js";
import { folded } from "./fold.js";
import type { Form } from "./form.js";
import { shownField } from "./shown.js";
import { keepUnread, markUnread, unreadAt } from "./unread.js";

export interface Entry {
  value: string;
  name: string;
  /** What tells it from others of its name. */
  beside?: string;
}

export interface ComboOptions {
  /** What fits a text, the best first; all there is to choose for none. */
  find(text: string): readonly Entry[];
  /** How a value reads; itself where nobody knows it. */
  nameOf(value: string): string;
  /** Enters a value; undefined takes it away. */
  choose(value: string | undefined): void;
  /** The value that a text is itself, a code. */
  read?(text: string): string | undefined;
  /** Something to say beside it: that a list is on its way, or did not come. */
  status?(): string;
  /** Instead of the name in the schema. */
  label?: string;
  hint?: string;
}

const most = 60; // entries at once: more are not looked through, but typed further

/** A field that finds by what is typed. refresh shows what is known by now. */
export function comboField(form: Form, pointer: string, options: ComboOptions = ofChoices(form, pointer)): { element: HTMLElement; input: HTMLInputElement | undefined; refresh(): void } {
  const value = () => {
    const stands = form.value(pointer);
    return stands === undefined ? undefined : String(stands);
  };
  const words = () => {
    const stands = value();
    return stands === undefined ? "" : options.nameOf(stands);
  };
  if (!form.mayWrite(pointer)) return { element: shownField(form, pointer, words), input: undefined, refresh: () => undefined };
  const combo = new Combo(form, pointer, options, value, words);
  form.onChange(() => combo.refresh());
  return { element: box(form, pointer, combo.element, { control: idOf(pointer), hint: options.hint, ...(options.label && { label: options.label }) }), input: combo.input, refresh: () => combo.readAgain() };
}

/** The choices of a value's shape. */
function ofChoices(form: Form, pointer: string): ComboOptions {
  const entries = (form.shape(pointer).choices ?? []).map(({ value, title }) => ({ value: String(value), name: title }));
  const find = searching(entries);
  return {
    find,
    nameOf: (value) => entries.find((entry) => entry.value === value)?.name ?? value,
    choose: (value) => form.enter(pointer, value),
  };
}

/** What finds entries by the beginnings of their words, in any order and without diacritics; by their letters' beginnings; or by their value. */
export function searching(entries: readonly Entry[]): (text: string) => Entry[] {
  const lines = entries.map((entry) => {
    const name = folded(entry.name);
    const words = name.split(/[^\p{L}\p{N}]+/u);
    return { entry, name, words, initials: words.map((word) => word[0] ?? "").join("") };
  });
  return (text) => {
    const asked = folded(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    if (asked.length === 0) return [...entries];
    const whole = asked.join(" ");
    const typed = text.normalize("NFC").toLowerCase().trim();
    const rank = ({ entry, name, words, initials }: (typeof lines)[number]): number => {
      if (entry.value === whole) return 0;
      if (!asked.every((one) => words.some((word) => word.startsWith(one)))) return asked.length === 1 && whole.length > 2 && initials.endsWith(whole) ? 4 : Infinity;
      if (entry.name.normalize("NFC").toLowerCase().endsWith(typed)) return 1; // as it is written, to its end
      if (name.endsWith(whole)) return 2;
      return 3;
    };
    return lines.map((line) => ({ line, at: rank(line) })).filter(({ at }) => at < Infinity).sort((a, b) => a.at - b.at).map(({ line }) => line.entry);
  };
}

class Combo {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #form: Form;
  readonly #pointer: string;
  readonly #options: ComboOptions;
  readonly #value: () => string | undefined;
  readonly #words: () => string;
  readonly #list: HTMLElement;
  readonly #status: HTMLElement;
  #entries: readonly Entry[] = [];
  #active = -1;
  #isTyped = false; // whether what stands in the field was typed since something was chosen

  constructor(form: Form, pointer: string, options: ComboOptions, value: () => string | undefined, words: () => string) {
    this.#form = form;
    this.#pointer = pointer;
    this.#options = options;
    this.#value = value;
    this.#words = words;
    const id = idOf(pointer);
    this.#list = h("ul", { role: "listbox", id: `${id}-list`, class: "combo-list", "aria-label": options.label ?? form.shape(pointer).title, hidden: true, onmousedown: (event) => event.preventDefault() }); // the field keeps the focus
    this.#status = h("p", { class: "reading", id: `${id}-status`, role: "status" });
    this.input = h("input", {
      id, type: "text", class: "field", role: "combobox", autocomplete: "off", spellcheck: "false", autocapitalize: "off",
      "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.#list.id, "aria-describedby": `${this.#status.id} ${saidOf(pointer)}`,
      oninput: () => {
        this.#isTyped = true;
        this.#open();
      },
      onclick: () => this.#open(),
      onkeydown: (event) => this.#onKey(event),
      onblur: () => this.#leave(),
    });
    this.element = h("div", { class: "combo" }, this.input, this.#list, this.#status);
    this.refresh();
  }

  /** Shows what is entered, unless something is being typed. */
  refresh(): void {
    if (this.#isTyped) return this.#open(); // what fits may have come while it was typed
    if (this.#value() !== undefined) keepUnread(this.#form, this.#pointer, undefined);
    const unread = unreadAt(this.#form, this.#pointer);
    const text = unread ?? this.#words();
    if (this.input.value !== text) this.input.value = text;
    markUnread(this.input, unread !== undefined);
    this.#status.classList.toggle("unread", unread !== undefined);
    if (this.#list.hidden) say(this.#status, unread === undefined ? this.#options.status?.() ?? "" : this.#form.t("coChoiceUnread", { text: unread }));
    else this.#open();
  }

  /** Shows what is known by now, and enters what was left before it could be understood. */
  readAgain(): void {
    const unread = this.#isTyped ? undefined : unreadAt(this.#form, this.#pointer);
    const meant = unread && this.#meantBy(unread);
    if (meant) this.#choose(meant);
    else this.refresh();
  }

  #open(): void {
    const found = this.#options.find(this.#isTyped ? this.input.value : "");
    const { t } = this.#form;
    this.#entries = found.slice(0, most);
    this.#list.replaceChildren(...this.#entries.map(({ value, name, beside }, i) =>
      h("li", { role: "option", id: `${this.#list.id}-${i}`, "aria-selected": String(value === this.#value()), onclick: () => this.#choose(value) },
        h("span", {}, name), beside && h("small", {}, beside))));
    this.#list.hidden = this.#entries.length === 0;
    this.input.setAttribute("aria-expanded", String(!this.#list.hidden));
    this.#status.classList.remove("unread");
    const more = found.length - this.#entries.length;
    const status = this.#options.status?.(); // of a list that is not there, nobody knows that nothing fits
    say(this.#status, [found.length > 0 ? t("coFound", { n: found.length }) : !status && this.#isTyped && this.input.value.trim() !== "" && t("coFoundNone"), more > 0 && t("coTypeMore"), status].filter(Boolean).join(" "));
    this.#point(this.#isTyped && this.#entries.length === 1 ? 0 : -1);
  }

  #close(): void {
    this.#list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.#point(-1);
  }

  /** Has an entry stand out as the one that Enter chooses. */
  #point(at: number): void {
    this.#active = at;
    [...this.#list.children].forEach((line, i) => line.classList.toggle("active", i === at));
    const line = this.#list.children[at];
    if (!line) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", line.id);
    line.scrollIntoView({ block: "nearest" });
  }

  #choose(value: string | undefined): void {
    this.#isTyped = false;
    keepUnread(this.#form, this.#pointer, undefined);
    this.#close();
    if (value !== this.#value()) this.#options.choose(value);
    this.refresh();
  }

  /** The one thing that a text can be, or the code that it is. */
  #meantBy(text: string): string | undefined {
    const fitting = this.#options.find(text);
    const same = fitting.filter(({ value, name }) => value === text || folded(name) === folded(text));
    if (same.length === 1) return same[0]?.value;
    return fitting.length === 1 && fitting[0] ? fitting[0].value : this.#options.read?.(text);
  }

  /** What was typed and not chosen: the one thing that it can be, a code, nothing, or not understood. */
  #leave(): void {
    this.#close();
    if (!this.#isTyped) return this.refresh();
    const text = this.input.value.trim();
    const only = text === "" ? undefined : this.#meantBy(text);
    if (text === "" || only !== undefined) return this.#choose(only);
    this.#isTyped = false;
    keepUnread(this.#form, this.#pointer, text);
    if (this.#value() !== undefined) this.#options.choose(undefined);
    this.refresh();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return; // a keyboard for Vietnamese is not done with the word
    const isOpen = !this.#list.hidden;
    const last = this.#entries.length - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const isDown = event.key === "ArrowDown";
      if (!isOpen) {
        this.#open();
        this.#point(isDown ? 0 : this.#entries.length - 1);
      } else if (isDown) this.#point(this.#active >= last ? 0 : this.#active + 1);
      else this.#point(this.#active <= 0 ? last : this.#active - 1);
    } else if (event.key === "Enter" && isOpen) {
      event.preventDefault();
      const chosen = this.#entries[this.#active];
      if (chosen) this.#choose(chosen.value);
    } else if (event.key === "Escape" && (isOpen || this.#isTyped)) {
      event.preventDefault();
      event.stopPropagation(); // a dialog around it stays
      this.#isTyped = false;
      this.#close();
      this.refresh();
    }
  }
}
