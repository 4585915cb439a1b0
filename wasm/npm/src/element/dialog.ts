// Dialogs: the browser's own, which keeps the keyboard inside and closes with Esc.

import { h, icon, vary, type Child } from "./dom.js";
import type { Speak } from "./texts.js";

interface DialogOptions {
  t: Speak;
  title: string;
  body: Child;
  kind?: "question" | "share" | "sheet" | "page";
}

export interface Choice {
  label: string;
  /** What the answer is; without it the question stays open. */
  value?: string;
  /** What is done when it is chosen, in place of an answer. */
  act?: () => void;
  main?: boolean;
}

interface Question {
  t: Speak;
  title: string;
  text: string;
  choices: readonly Choice[];
}

/** Opens a dialog in a place; it is taken out again when it closes. Resolves with what was chosen. */
export function open(place: HTMLElement, { t, title, body, kind }: DialogOptions): { dialog: HTMLDialogElement; closed: Promise<string> } {
  const dialog: HTMLDialogElement = h("dialog", { class: `dialog ${kind ?? ""}`, part: "dialog", "aria-labelledby": "dialog-title" },
    h("div", { class: "dialog-head" },
      h("h2", { id: "dialog-title" }, title),
      h("button", { type: "button", class: "round", "aria-label": t("close"), onclick: () => dialog.close("") }, icon("close"))),
    h("div", { class: "dialog-body" }, body));
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(""); // the backdrop
  });
  place.append(dialog);
  const closed = new Promise<string>((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    }, { once: true });
  });
  dialog.returnValue = "";
  bringNear(dialog, place);
  dialog.showModal();
  return { dialog, closed };
}

let pressed: Element | undefined; // what was pressed last in a form

/** Remembers what is pressed in a place where dialogs open. */
export const watchPresses = (place: HTMLElement): void => place.addEventListener("click", ({ target }) => (pressed = target as Element), { capture: true });

/**
 * The middle of a frame that is as high as all it holds is far out of sight: there a
 * dialog opens near what was pressed, and is no higher than the screen.
 */
function bringNear(dialog: HTMLElement, place: HTMLElement): void {
  if (parent === window || innerHeight <= screen.height) return;
  const anchor = pressed && place.contains(pressed) ? pressed : place;
  const most = Math.round(screen.height * 0.6);
  const at = Math.max(8, Math.min(anchor.getBoundingClientRect().top - most / 2, innerHeight - most));
  dialog.classList.add("near");
  vary(dialog, { "--at": at, "--most": most });
}

/** Asks a question; resolves with the value of the choice, "" when it was closed. */
export function ask(place: HTMLElement, { t, title, text, choices }: Question): Promise<string> {
  const buttons = choices.map(({ value, label, main, act }) =>
    h("button", { type: "button", class: main ? "main" : "quiet", "data-choice": value, onclick: () => (act ? act() : dialog.close(value)) }, label));
  const { dialog, closed } = open(place, { t, title, body: [h("p", {}, text), h("div", { class: "actions" }, buttons)], kind: "question" });
  return closed;
}
