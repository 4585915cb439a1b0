/* Made by wasm/test/types.mjs from the JSON Schemas; do not edit. */

/**
 * Paper. An official paper that is filled in, or a report, as a tree to be drawn.
 */
export interface Paper {
  /**
   * Paper
   */
  name: "form-01" | "form-02" | "form-03" | "score-sheet" | "self-assessment" | "minutes" | "report";
  /**
   * Language
   */
  lang: "vi" | "en";
  /**
   * Title
   */
  title: string;
  /**
   * Page on its side
   */
  wide: boolean;
  /**
   * Nodes
   */
  nodes: Node[];
}
export interface Node {
  /**
   * Kind
   */
  kind: "heading" | "paragraph" | "field" | "ticks" | "list" | "table" | "meters" | "signatures" | "page-break";
  /**
   * Text
   */
  text?: string;
  /**
   * Level of a heading
   */
  level?: number;
  /**
   * The text again, in pieces, where some are set off
   */
  spans?: Span[];
  /**
   * Style of a paragraph
   */
  style?: "centre" | "motto" | "note" | "result";
  /**
   * What is filled in; null is a blank
   */
  value?: string | null;
  /**
   * Lines of the blank
   */
  lines?: number;
  /**
   * Boxes
   */
  boxes?: Box[];
  /**
   * Items
   */
  items?: Item[];
  /**
   * Bars, one below the other
   */
  meters?: Meter[];
  /**
   * Head of a table
   */
  head?: string[];
  /**
   * Widths of the columns, as shares of their sum
   */
  widths?: number[];
  /**
   * Columns of numbers, from 0
   */
  numbers?: number[];
  /**
   * Without lines
   */
  bare?: boolean;
  /**
   * Rows
   */
  rows?: Row[];
  /**
   * Signers, side by side
   */
  signers?: Signer[];
  /**
   * With room above it
   */
  gap?: boolean;
  /**
   * The form does not print it
   */
  added?: boolean;
}
export interface Span {
  /**
   * Text
   */
  text: string;
  /**
   * How it is set off
   */
  tone?: "strong" | "faint" | "star" | "alarm";
}
export interface Box {
  /**
   * Label
   */
  label: string;
  /**
   * Ticked
   */
  ticked: boolean;
}
export interface Item {
  /**
   * Mark
   */
  mark?: "•" | "✗" | "?";
  /**
   * Text
   */
  text: string;
  /**
   * The text in pieces
   */
  spans?: Span[];
  /**
   * What is told of it below
   */
  details?: Detail[];
}
export interface Detail {
  /**
   * Label
   */
  label: string;
  /**
   * Text
   */
  text: string;
  /**
   * The text in pieces
   */
  spans?: Span[];
}
export interface Meter {
  /**
   * Label
   */
  label: string;
  /**
   * So much
   */
  value: number;
  /**
   * Of so much
   */
  most: number;
}
export interface Row {
  /**
   * Cells
   */
  cells: Cell[];
  /**
   * A heading or a sum
   */
  strong?: boolean;
}
export interface Cell {
  /**
   * Text
   */
  text: string;
  /**
   * Boxes
   */
  boxes?: Box[];
  /**
   * Columns that it takes
   */
  span?: number;
}
export interface Signer {
  /**
   * Place and day
   */
  place: string | null;
  /**
   * Title
   */
  title: string | null;
  /**
   * How to sign
   */
  note: string | null;
  /**
   * Name
   */
  name: string | null;
}
