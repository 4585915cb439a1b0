// What was typed and not understood. It stays in its field, over drawings too, and is
// never entered as something else; the list of tasks can tell where it stands.

import type { Form } from "./form.js";
import { isWithin } from "./tree.js";

const texts = new WeakMap<Form, Map<string, string>>();

function of(form: Form): Map<string, string> {
  const known = texts.get(form) ?? new Map<string, string>();
  texts.set(form, known);
  return known;
}

/** What stands unread in a pointer's field; undefined where nothing does. */
export const unreadAt = (form: Form, pointer: string): string | undefined => of(form).get(pointer);

/** Remembers what could not be read; undefined where it was. */
export function keepUnread(form: Form, pointer: string, text: string | undefined): void {
  if (text === undefined) of(form).delete(pointer);
  else of(form).set(pointer, text);
}

/** Forgets what stands unread in a place and below it: all of it, "", where another dossier is opened. */
export function forgetUnread(form: Form, place: string): void {
  for (const pointer of of(form).keys()) if (isWithin(pointer, place)) of(form).delete(pointer);
}

/** Lets what stands unread in the rows of a list follow them to where they are now; undefined is nowhere. */
export function moveUnread(form: Form, list: string, to: (row: number) => number | undefined): void {
  const stood = [...of(form)].filter(([pointer]) => /^\d+\//.test(pointer.slice(list.length + 1)) && isWithin(pointer, list));
  stood.forEach(([pointer]) => of(form).delete(pointer));
  for (const [pointer, text] of stood) {
    const [row = "", ...deeper] = pointer.slice(list.length + 1).split("/");
    const now = to(Number(row));
    if (now !== undefined) of(form).set([list, now, ...deeper].join("/"), text);
  }
}

/** Shows that what stands in a control was not understood, or that it was. */
export function markUnread(control: HTMLElement, isUnread: boolean): void {
  if (isUnread) control.setAttribute("aria-invalid", "true");
  else if (control.classList.contains("unread")) control.removeAttribute("aria-invalid");
  control.classList.toggle("unread", isUnread);
}

/** Where something stands unread. */
export const unreadIn = (form: Form, place: string): string[] => [...of(form).keys()].filter((pointer) => isWithin(pointer, place));
