/* Made by wasm/test/types.mjs from the JSON Schemas; do not edit. */

/**
 * Verdict. Whether a document is valid, with its problems.
 */
export interface Verdict {
  /**
   * Valid
   */
  valid: boolean;
  /**
   * Problems
   */
  problems: Finding[];
}
export interface Finding {
  /**
   * Code
   */
  code: string;
  /**
   * Place (JSON Pointer)
   */
  path: string;
  /**
   * Severity
   */
  severity: "error" | "warning";
  /**
   * Who can find it
   */
  layer: "schema" | "rule";
  message: Message;
  /**
   * Parameters
   */
  params: {
    [k: string]: string;
  };
}
/**
 * Message
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
