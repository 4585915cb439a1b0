// Made by wasm/test/types.mjs from the JSON Schemas; do not edit.

import type { Message } from "./verdict.js";

/** Deadlines. What is due when, with its article and the reading that the day rests on. */
export interface Deadlines {
  /** What is due, by last day */
  due: Due[];
  /** As of */
  on: string | null;
}

export interface Due {
  /** Key */
  key: "commune-review" | "transition" | "province-round" | "ministry-round" | "province-reassessment" | "ministry-reassessment" | "renewal" | "expiry" | "extension" | "withdrawal";
  /** What is due */
  what: Message;
  /** From */
  from: string | null;
  /** The last day */
  by: string;
  /** Article */
  article: string;
  /** State */
  state: "open" | "done" | "missed";
  /** The reading that the day rests on */
  reading: "cumulative-minima" | "later-option-meets" | "none-scores-zero" | "no-story-no-structure" | "contracts-between-options" | "share-in-two-options" | "commune-is-any-unit" | "errata-replaced" | "reject-outranks-stop" | "potential-five-stars" | "five-stars-need-minima" | "under-ninety-by-total" | "exact-average" | "mean-of-totals" | "council-rules" | "council-minima" | "council-derived-gate" | "evidence-suggested" | "missing-paper-unless-exempt" | "breach-found-by-office" | "no-declaration-asks-for-gate" | "who-shows-registration" | "kinds-in-tourism" | "numbers-of-receipts" | "filed-on-receipt" | "samples-with-proposal" | "sent-back-by-any-office" | "taken-back-before-outcome" | "redo-from-proposal" | "offices-asked-for" | "first-after-end" | "upgrade-while-in-force" | "again-without-council" | "replaced-on-recognition" | "day-not-counted" | "last-day-off-kept" | "last-day-off-moved" | "next-round" | "earlier-rules-last-day" | "last-day-of-certificate" | "printed-end-first" | "late-filing-extends" | "ended-not-revived" | "extended-once" | "withdrawn-while-in-force" | null;
}
