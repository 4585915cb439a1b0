// How the form of dossiers looks: what the form of sheets has, and beside it what each
// part brings.

import { styleSheet as sheetOf } from "../element/styles.js";
import { baseStyle } from "./styles/base.js";
import { controlsStyle } from "./styles/controls.js";
import { evidenceStyle } from "./styles/evidence.js";
import { fromtoStyle } from "./styles/fromto.js";
import { officeStyle } from "./styles/office.js";

/** The style sheet that all forms of dossiers on a page share. */
export const styleSheet = (): CSSStyleSheet => sheetOf(baseStyle + controlsStyle + evidenceStyle + fromtoStyle + officeStyle);
