// How the sheet looks on paper: A4, black on white.

export const paperStyle = `
.paper { display: none; }
@media print {
  :host { container-type: normal; color-scheme: light; }
  .frame, .notices, dialog { display: none !important; }
  .paper { display: block; font: 9.5pt/1.22 var(--ocop-print-font, "Times New Roman", Tinos, "Liberation Serif", serif); color: #000; background: #fff; }
  .paper p { margin: 0; }
  .paper-head { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm; text-align: center; font-size: 9.5pt; }
  .paper-head .motto { display: inline-block; border-bottom: 0.6pt solid #000; font-weight: 700; }
  .paper h2 { margin: 4mm 0 1mm; font: inherit; font-size: 13pt; font-weight: 700; text-align: center; letter-spacing: 0; }
  .paper .set-name { text-align: center; font-weight: 700; font-size: 10.5pt; }
  .paper .law { text-align: center; font-style: italic; }
  .paper .lines { margin-block: 2.5mm; display: grid; gap: 1.5mm; }
  .paper .line { display: flex; gap: 1.5mm; white-space: nowrap; }
  .paper .dots { flex: 1; border-bottom: 0.6pt dotted #000; }
  .paper table { width: 100%; border-collapse: collapse; }
  .paper th, .paper td { border: 0.5pt solid #000; padding: 0.3mm 1.2mm; text-align: start; vertical-align: top; }
  .paper th { text-align: center; }
  .paper tr { break-inside: avoid; }
  .paper tr.part, .paper tr.section { break-after: avoid; }
  .paper td:first-child { width: 10mm; white-space: nowrap; }
  .paper td:nth-last-child(-n + 2) { width: 12mm; text-align: center; font-variant-numeric: tabular-nums; }
  .paper tr:not(.part, .section, .total) td:nth-child(2) { width: 36%; }
  .paper .part td, .paper .total td { font-weight: 700; }
  .paper .section td { font-style: italic; }
  .paper td.open { font-style: italic; }
  .paper .outcome { margin-block: 2mm; font-weight: 700; break-inside: avoid; }
  .paper-foot { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm; break-inside: avoid; min-height: 34mm; }
  .paper-foot .sign { text-align: center; }
  .paper-foot .stamp svg { display: block; width: 30mm; height: 30mm; }
  .paper .small { font-size: 8.5pt; font-style: italic; }
}
`;
