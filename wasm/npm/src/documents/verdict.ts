// Made by wasm/test/types.mjs from the JSON Schemas; do not edit.

import type { ProblemCode } from "./codes.js";

/** Verdict. Whether a document is valid, with its problems. */
export interface Verdict {
  /** Valid */
  valid: boolean;
  /** Problems */
  problems: Problem[];
}

/** What is wrong with an input: code, JSON Pointer, severity, message in vi and en */
export interface Problem {
  /** Code */
  code: ProblemCode;
  /** Place (JSON Pointer) */
  path: string;
  /** Severity */
  severity: "error" | "warning";
  /** Who can find it */
  layer: "schema" | "rule";
  /** Message */
  message: Message;
  /** Parameters */
  params: { [name: string]: string };
}

export interface Message {
  /** Vietnamese */
  vi: string;
  /** English */
  en: string;
}
