// What the published schema of dossiers and its layout say of each value: its name in
// the language at hand, where in the forms it is printed, and how it is entered. The
// form is drawn from it.

import { isTable, namesOf, type Table } from "./tree.js";

/** What a value of the dossier is, and how it is entered. */
export interface Shape {
  /** Its name; an item of a list may have none. */
  title?: string;
  /** Where it is printed: form, article, appendix. */
  where?: string;
  /**
   * object: members; list: any number of items; table: one item a criterion, under its
   * code; text: a line; lines: many lines; date: "2026-07-03"; number: a whole number;
   * choice: one of choices; flag: yes or left out; data: any JSON, which is kept.
   */
  kind: "object" | "list" | "table" | "text" | "lines" | "date" | "number" | "choice" | "flag" | "data";
  /** The members of an object, in the order they are printed. */
  members?: Record<string, Shape>;
  /** The members that have to be there. */
  required?: string[];
  /** An item of a list or table. */
  item?: Shape;
  choices?: { value: string | number; title: string }[];
  /** The least and the greatest number, or number of items. */
  least?: number;
  most?: number;
  /** The most letters of a text. */
  letters?: number;
}

/** The shape of what a pointer leads to. */
export function shapeAt(shape: Shape, pointer: string): Shape | undefined {
  return namesOf(pointer).reduce<Shape | undefined>((at, name) => at?.item ?? (at?.members && Object.hasOwn(at.members, name) ? at.members[name] : undefined), shape);
}

/** Whether a list holds ids of pieces of evidence. */
export const namesEvidence = (pointer: string): boolean => /.\/evidence$|^\/updates\/renewed$/.test(pointer);

/** Whether a number is a year, which has no sign between its thousands: the least of no other is so great. */
export const isYear = ({ kind, least = 0 }: Shape): boolean => kind === "number" && least >= 1900;

/** Pointers to all that can be entered, "*" for each item: for those who look whether the form has it all. */
export function fieldsOf(shape: Shape, pointer = ""): string[] {
  if (shape.kind === "object") return Object.entries(shape.members ?? {}).flatMap(([name, member]) => fieldsOf(member, `${pointer}/${name}`));
  return shape.item && !namesEvidence(pointer) ? fieldsOf(shape.item, `${pointer}/*`) : [pointer];
}

/** The members of an object that have to be there and are not. */
export const missingIn = ({ required = [] }: Shape, value: unknown): string[] => {
  const table: Table = isTable(value) ? value : {};
  return required.filter((name) => !Object.hasOwn(table, name));
};
