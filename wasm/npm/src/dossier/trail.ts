// Where a person is in the form of dossiers.

import { Trail } from "../element/trail.js";

/** In no dossier, at a dossier's tasks, or on one of its pages. */
export interface At {
  id: string | null;
  page: string | null;
}

export const home: At = { id: null, page: null };

export const trailOf = (name: string, isOn: () => boolean): Trail<At> => new Trail({ kind: "ocop-dossier", name, isOn, placeIn: atIn });

function atIn(value: unknown): At | undefined {
  const { id, page } = (value ?? {}) as Partial<At>;
  const isText = (one: unknown) => one === null || typeof one === "string";
  return isText(id) && isText(page) ? ({ id, page } as At) : undefined;
}
