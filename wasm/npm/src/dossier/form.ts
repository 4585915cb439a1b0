// What the controls of the dossier draw from and write to.

import type { Notices } from "../element/notices.js";
import type { Kinds, Rubric } from "../element/law.js";
import type { Ocop } from "../ocop.js";
import type { Catalogue, Dossier, Lang, Problem } from "../types.js";
import type { Files } from "./files.js";
import type { Shape } from "./shape.js";
import type { Province } from "./source.js";
import type { Say } from "./texts.js";
import type { Json } from "./tree.js";

/** A dossier that is still being written: any member may be missing. */
export type Draft = Partial<Dossier>;

/** Who fills in: each writes its own fields only. */
export type Office = "producer" | "commune" | "council";

export interface Form {
  readonly t: Say;
  readonly lang: Lang;
  readonly office: Office;
  /** The day that the dossier is judged on, as "2026-07-03". */
  readonly today: string;
  /** The id that the device keeps the dossier under. */
  readonly id: string;
  /** What is entered, as it stands now. */
  readonly dossier: Draft;
  /** What was kept when the dossier began with a self-assessment: kinds of evidence that were ticked, by criterion. */
  readonly ticked: Readonly<Record<string, readonly string[]>>;
  readonly catalogue: Catalogue;
  readonly kinds: Kinds;
  /** The rubric of the product's set; undefined while none is chosen. */
  readonly rubric: Rubric | undefined;
  /** The rubric of any product set; undefined while its rules or words are on their way. */
  rubricOf(set: number): Rubric | undefined;
  /** The modules; undefined while they are on their way. The second one may be missing still. */
  readonly ocop: Ocop | undefined;
  readonly files: Files;
  readonly notices: Notices;
  /** Where dialogs open. */
  readonly body: HTMLElement;

  /** What stands at a JSON Pointer. */
  value(pointer: string): Json | undefined;
  shape(pointer: string): Shape;
  /** Enters a value; undefined takes it away. It is kept, and the whole is checked anew. */
  enter(pointer: string, value: Json | undefined): void;
  /** Enters several at once, as one change. */
  enterAll(values: Readonly<Record<string, Json | undefined>>): void;
  /** Resolves once all that was entered is kept, as far as the device keeps anything. */
  kept(): Promise<void>;
  /** Whether nothing at all may be changed. */
  readonly isDisabled: boolean;
  /** Whether who fills in may write there. */
  mayWrite(pointer: string): boolean;
  /** The provinces and communes of today. */
  places(): Promise<readonly Province[]>;
  /** What was found wrong there, or below it, when it was last checked. */
  found(pointer: string): readonly Problem[];
  /** Has something called after each change and each check, as long as the page at hand stands. */
  onChange(update: () => void): void;
  /** Draws the page at hand anew, for a change of what is on it; the focus stays, by id. */
  redraw(): void;
  /** Takes the person to where a pointer's field is. */
  goTo(pointer: string): void;
  /** The modules and the words, with all that checks, papers and packages take; fails with an OcopError where they do not come. */
  ready(): Promise<Ocop>;
  /** Hands the dossier in: tells the page that it is finished. */
  finish(): void;
}
