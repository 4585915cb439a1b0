// What is typed beside the levels: whose sheet it is, and notes. The limits are those
// of the sheet's schema.

import { cleaned } from "../visible.js";
import type { Act } from "./act.js";
import { h } from "./dom.js";
import { aboutFields, type About } from "./draft.js";
import type { Speak, TextKey } from "./texts.js";

/** The most characters of a note, and of the other texts. */
export const mostNote = 500;
const mostAbout = 300;

interface TextOptions {
  id: string;
  label: string;
  most: number;
  /** Whether it has several lines. */
  lines?: boolean;
  onText: (text: string) => void;
}

/** A field of text, which tells what is typed as it is typed. */
export class TextField {
  readonly element: HTMLElement;
  readonly #field: HTMLInputElement | HTMLTextAreaElement;

  constructor({ id, label, most, lines = false, onText }: TextOptions) {
    const attributes = { id, class: "field", maxlength: most, autocomplete: "off" };
    this.#field = lines ? h("textarea", { ...attributes, rows: 3 }) : h("input", { ...attributes, type: "text" });
    this.#field.addEventListener("input", () => onText(this.#text));
    this.element = h("label", { class: "label", for: id }, label, this.#field);
  }

  /** Shows a text, unless it is the one that is being typed. */
  show(text: string): void {
    if (this.#text !== text) this.#field.value = text;
  }

  get #text(): string {
    return cleaned(this.#field.value, this.#field instanceof HTMLTextAreaElement);
  }
}

/** What the texts are called. */
export const aboutTexts: Record<(typeof aboutFields)[number], TextKey> = { product: "aboutProduct", producer: "aboutProducer", address: "aboutAddress", assessor: "aboutAssessor" };

/** Whose sheet it is: four fields in a fold. */
export class AboutFields {
  readonly element: HTMLElement;
  readonly #t: Speak;
  readonly #summary = h("summary", {});
  readonly #fields: readonly (readonly [(typeof aboutFields)[number], TextField])[];

  constructor({ t, act }: { t: Speak; act: Act }) {
    this.#t = t;
    this.#fields = aboutFields.map((name) => [name, new TextField({ id: `about-${name}`, label: t(aboutTexts[name]), most: mostAbout, onText: (text) => act.about(name, text) })]);
    this.element = h("details", { class: "about", id: "about" }, this.#summary,
      h("p", { class: "hint" }, t("aboutHint")), h("div", { class: "pair" }, this.#fields.map(([, field]) => field.element)));
  }

  update(about: About): void {
    for (const [name, field] of this.#fields) field.show(about[name] ?? "");
    this.#summary.replaceChildren(...(about.product ? [h("strong", {}, about.product), " ", about.producer ?? ""] : [this.#t("about")]));
  }
}
