// @ocop-vn/ocop/papers: papers in the page. ocop.paper gives the tree; here it is
// drawn, printed, and saved as HTML or DOCX.

export { drawPaper } from "./papers/draw.js";
export { printAlone, printPaper, standAlone } from "./papers/print.js";
export { paperDOCX, savePaper, type Filler, type SaveOptions } from "./papers/save.js";
export { css, pageCSS } from "./made/style.js";
