// How the sheet stands on paper: as papers do, with what is not theirs below.

import { css } from "../papers/style.js";

/** Within the form: it is there only in print. */
export const paperStyle = `
.paper { display: none; }
@media print {
  :host { container-type: normal; color-scheme: light; }
  .frame, .notices, dialog { display: none !important; }
  .paper { display: block; }
}
`;

const besides = `
:host { all: initial; }
.beside { display: flex; gap: 6mm; align-items: center; break-inside: avoid; color: #000; font: italic 9pt/1.3 var(--ocop-print-font, "Times New Roman", "Liberation Serif", serif); }
.beside svg { flex: none; width: 30mm; height: 30mm; }
`;

let sheet;

/** Within the paper; made once for all forms. */
export function paperSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css + besides);
  }
  return sheet;
}
