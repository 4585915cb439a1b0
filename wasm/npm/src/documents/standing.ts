// Made by wasm/test/types.mjs from the JSON Schemas; do not edit.

import type { Problem } from "./verdict.js";

/** Standing. Where a dossier or a certificate stands, and the steps that may come next. */
export interface Standing {
  /** As of */
  on: string | null;
  /** Stage */
  stage: "draft" | "filed" | "sent-back" | "commune-reviewed" | "province-scored" | "sent-on" | "ministry-scored" | "recognised" | "expiring" | "expired" | "extended" | "withdrawn" | "replaced" | "refused" | "taken-back";
  /** Stars */
  star: number | null;
  /** Who decides */
  authority: "province" | "ministry" | null;
  /** The certificate was issued */
  issued: string | null;
  /** It expires */
  expires: string | null;
  /** Extended to, at the latest */
  extendedUntil: string | null;
  /** The certificate before stands until */
  previousUntil: string | null;
  /** Steps that may come next */
  next: ("file" | "send-back" | "complete" | "propose" | "score-by-province" | "send-on" | "score-by-ministry" | "recognise" | "refuse" | "take-back" | "extend" | "end-extension" | "withdraw" | "redo")[];
  /** Problems */
  problems: Problem[];
}
