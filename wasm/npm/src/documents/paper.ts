// Made by wasm/test/types.mjs from the JSON Schemas; do not edit.

/** Paper. An official paper that is filled in, or a report, as a tree to be drawn. */
export interface Paper {
  /** Paper */
  name: "form-01" | "form-02" | "form-03" | "score-sheet" | "self-assessment" | "minutes" | "report";
  /** Language */
  lang: "vi" | "en";
  /** Title */
  title: string;
  /** Page on its side */
  wide: boolean;
  /** Nodes */
  nodes: PaperNode[];
}

export interface PaperNode {
  /** Kind */
  kind: "heading" | "paragraph" | "field" | "ticks" | "list" | "table" | "meters" | "signatures" | "page-break";
  /** Text */
  text?: string;
  /** Level of a heading */
  level?: number;
  /** The text again, in pieces, where some are set off */
  spans?: PaperSpan[];
  /** Style of a paragraph */
  style?: "centre" | "motto" | "note" | "result";
  /** What is filled in; null is a blank */
  value?: string | null;
  /** Lines of the blank */
  lines?: number;
  /** Boxes */
  boxes?: PaperBox[];
  /** Items */
  items?: PaperItem[];
  /** Bars, one below the other */
  meters?: PaperMeter[];
  /** Head of a table */
  head?: string[];
  /** Widths of the columns, as shares of their sum */
  widths?: number[];
  /** Columns of numbers, from 0 */
  numbers?: number[];
  /** Without lines */
  bare?: boolean;
  /** Rows */
  rows?: PaperRow[];
  /** Signers, side by side */
  signers?: PaperSigner[];
  /** With room above it */
  gap?: boolean;
  /** The form does not print it */
  added?: boolean;
}

export interface PaperSpan {
  /** Text */
  text: string;
  /** How it is set off */
  tone?: "strong" | "faint" | "star" | "alarm";
}

export interface PaperBox {
  /** Label */
  label: string;
  /** Ticked */
  ticked: boolean;
}

export interface PaperItem {
  /** Mark */
  mark?: "•" | "✗" | "?";
  /** Text */
  text: string;
  /** The text in pieces */
  spans?: PaperSpan[];
  /** What is told of it below */
  details?: PaperDetail[];
}

export interface PaperDetail {
  /** Label */
  label: string;
  /** Text */
  text: string;
  /** The text in pieces */
  spans?: PaperSpan[];
}

export interface PaperMeter {
  /** Label */
  label: string;
  /** So much */
  value: number;
  /** Of so much */
  most: number;
}

export interface PaperRow {
  /** Cells */
  cells: PaperCell[];
  /** A heading or a sum */
  strong?: boolean;
}

export interface PaperCell {
  /** Text */
  text: string;
  /** Boxes */
  boxes?: PaperBox[];
  /** Columns that it takes */
  span?: number;
}

export interface PaperSigner {
  /** Place and day */
  place: string | null;
  /** Title */
  title: string | null;
  /** How to sign */
  note: string | null;
  /** Name */
  name: string | null;
}
