// @ocop-vn/ocop/integrity: the hash of each module, as fetch's integrity has it.

export { integrity } from "./made/integrity.js";
