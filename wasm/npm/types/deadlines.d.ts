/* Made by wasm/test/types.mjs from the JSON Schemas; do not edit. */

/**
 * Deadlines. What is due when, with its article and the reading that the day rests on.
 */
export interface Deadlines {
  /**
   * What is due, by last day
   */
  due: Due[];
  /**
   * As of
   */
  on: string | null;
}
export interface Due {
  /**
   * Key
   */
  key:
    | "commune-review"
    | "transition"
    | "province-round"
    | "ministry-round"
    | "province-reassessment"
    | "ministry-reassessment"
    | "renewal"
    | "expiry"
    | "extension"
    | "withdrawal";
  what: Message;
  /**
   * From
   */
  from: string | null;
  /**
   * The last day
   */
  by: string;
  /**
   * Article
   */
  article: string;
  /**
   * State
   */
  state: "open" | "done" | "missed";
  /**
   * The reading that the day rests on
   */
  reading:
    | (
        | "day-not-counted"
        | "last-day-off-kept"
        | "last-day-off-moved"
        | "next-round"
        | "earlier-rules-last-day"
        | "printed-end-first"
        | "late-filing-extends"
        | "ended-not-revived"
        | "under-ninety-by-total"
        | "replaced-on-recognition"
      )
    | null;
}
/**
 * What is due
 */
export interface Message {
  /**
   * Vietnamese
   */
  vi: string;
  /**
   * English
   */
  en: string;
}
