// What stands in a name or a value must not act on the page, the paper or the
// terminal that shows it: controls, line breaks of Unicode, and what turns the
// direction of text are written as they are escaped in JSON. The command does
// the same.

// C0, DEL and C1; ALM, LRM and RLM; line and paragraph separators, and the bidi
// embeddings, overrides and isolates.
const acting = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A text with everything in it to be seen. */
export const visible = (text: string): string => text.replace(acting, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** A typed text as a document takes it: without what acts and without spaces around it, of one line unless it may have several. */
export const cleaned = (text: string, lines = false): string =>
  text.replaceAll("\t", " ").replace(acting, (sign) => (lines && sign === "\n" ? sign : "")).replace(/\p{Surrogate}/gu, "").trim();
