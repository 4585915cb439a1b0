// Made by wasm/test/types.mjs from the JSON Schemas; do not edit.

/** Life. The steps that a dossier and its certificate have taken, in their order. */
export interface Life {
  /** Kind of application */
  application?: "first" | "upgrade" | "re-assessment" | undefined;
  /** The certificate before */
  previous?: Certificate | undefined;
  /** The steps taken */
  steps: LifeStep[];
}

export interface Certificate {
  /** Star */
  star: number;
  /** The day it was issued */
  issued: string;
  /** The last day that it prints */
  expires?: string | undefined;
}

export interface LifeStep {
  /** Step */
  step: "file" | "send-back" | "complete" | "propose" | "score-by-province" | "send-on" | "score-by-ministry" | "recognise" | "refuse" | "take-back" | "extend" | "end-extension" | "withdraw" | "redo";
  /** Day */
  on: string;
  /** The council's total (points) */
  total?: string | undefined;
  /** The council's star */
  star?: number | undefined;
  /** Who decides */
  by?: "province" | "ministry" | undefined;
  /** Ground for withdrawal */
  ground?: "untruthful" | "criteria-unmet" | "law-broken" | "mark-misused" | "not-producing" | "other-authority" | undefined;
  /** Outcome of the re-assessment */
  outcome?: "recognised" | "refused" | undefined;
  /** The last day that the certificate prints */
  expires?: string | undefined;
}
