import type { Ocop, Problem, Result, Sheet } from "./index.js";

export interface OcopScoreEvents {
  "ocop-ready": CustomEvent<{ sheet: Sheet | null; result: Result | null }>;
  "ocop-change": CustomEvent<{ sheet: Sheet; result: Result }>;
  "ocop-error": CustomEvent<{ problems: Problem[] }>;
}

/** <ocop-score>: the form. Attributes: lang, set, name, base, no-save, no-share, council. */
export class OcopScore extends HTMLElement {
  /** The sheet that is entered, or null. Setting one replaces what is there without asking; null goes back to the choice. */
  get sheet(): Sheet | null;
  set sheet(sheet: Sheet | null);
  /** What follows from the sheet, or null. */
  readonly result: Result | null;
  /** The rules, once they are loaded; a page that has loaded them may set them. */
  get ocop(): Ocop | null;
  set ocop(ocop: Ocop | null);
  /** Empties the sheet of the product set at hand, without asking. */
  clear(): void;
  addEventListener<K extends keyof OcopScoreEvents>(type: K, listener: (this: OcopScore, event: OcopScoreEvents[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "ocop-score": OcopScore;
  }
}
