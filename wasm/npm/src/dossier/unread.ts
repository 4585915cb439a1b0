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

/** Forgets what stands unread in a place and below it: for rows that go or change places, and another dossier. */
export function forgetUnread(form: Form, place: string): void {
  for (const pointer of of(form).keys()) if (isWithin(pointer, place)) of(form).delete(pointer);
}

/** Where something stands unread. */
export const unreadIn = (form: Form, place: string): string[] => [...of(form).keys()].filter((pointer) => isWithin(pointer, place));
