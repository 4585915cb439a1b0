// How the sheet stands on paper, beside what papers look like themselves.

/** Within the form: it is there only in print. */
export const paperStyle = `
.paper { display: none; }
@media print {
  .all { container-type: normal; color-scheme: light; }
  .frame, .notices, dialog { display: none !important; }
  .paper { display: block; }
}
`;

/** Within the paper: what is not the paper's own stands below it. */
export const besides = `
:host { all: initial; }
.beside { display: flex; gap: 6mm; align-items: center; break-inside: avoid; color: #000; font: italic 9pt/1.3 var(--ocop-print-font, "Times New Roman", "Liberation Serif", serif); }
.beside svg { flex: none; width: 30mm; height: 30mm; }
`;
