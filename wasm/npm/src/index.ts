// @ocop-vn/ocop: the OCOP scoring rules of Decision 26/2026/QĐ-TTg for browsers,
// Node and anything else that runs WebAssembly. README.md says how to use it.

export { load, type Ocop } from "./ocop.js";
export { OcopError } from "./problems.js";
export type * from "./types.js";
export { visible } from "./visible.js";
export { edition, languages } from "./words.js";
