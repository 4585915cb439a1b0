package paper

// PageCSS is CSS for the page that a paper stands on: A4 with the margins of
// official papers, and a sheet to look at on a screen.
const PageCSS = `
@page { size: A4; margin: 20mm 15mm 20mm 30mm }
@page wide { size: A4 landscape; margin: 20mm 15mm 15mm 15mm }
body { margin: 0 }
@media screen { html { background: #ddd } body { padding: 8mm 0 } .ocop-paper { box-shadow: 0 0 4mm #888 } }
@media screen and (max-width: 600px) { body { padding: 0 } }
`

// CSS is the style for a paper within any page, as HTML writes it and the browser's
// package draws it: the face and the size of official papers, heads of tables on
// each page, no row cut in two. Cells have lines of their own: Firefox loses lines
// that collapse where a table goes on to another page.
const CSS = `
.ocop-paper, .ocop-paper * { box-sizing: border-box }
.ocop-paper { display: block; margin: 0 auto; padding: 8mm; max-width: 210mm; background: #fff; color: #000; color-scheme: light; font: 13pt/1.4 var(--ocop-print-font, "Times New Roman", "Liberation Serif", "Noto Serif", serif); text-align: left }
.ocop-paper.wide { max-width: 297mm; page: wide }
.ocop-paper h1, .ocop-paper h2, .ocop-paper h3, .ocop-paper p, .ocop-paper ul, .ocop-paper table { margin: 0 0 6pt }
.ocop-paper h1, .ocop-paper h2, .ocop-paper h3 { font-size: 13pt; line-height: inherit; font-weight: bold; break-after: avoid }
.ocop-paper h1 { font-size: 15pt; text-align: center; margin-top: 12pt }
.ocop-paper h2 { margin-top: 12pt }
.ocop-paper .centre { text-align: center }
.ocop-paper .motto { text-align: center; font-weight: bold; margin-bottom: 0 }
.ocop-paper .note { font-size: 10pt }
.ocop-paper .value { white-space: pre-line; overflow-wrap: anywhere }
.ocop-paper .field { display: flex; flex-wrap: wrap; gap: 0 .4em; break-inside: avoid }
.ocop-paper .field .value { flex: 1 1 auto; max-width: 100% }
.ocop-paper .prose { display: block; break-inside: auto }
.ocop-paper .prose .label { display: block; break-after: avoid }
.ocop-paper .blank { flex: 1 1 8em; border-bottom: 1pt dotted #000; min-height: 1.2em }
.ocop-paper .line { display: block; border-bottom: 1pt dotted #000; height: 1.6em }
.ocop-paper .boxes { margin: 0 0 6pt; padding: 0 }
.ocop-paper .box { display: block; padding-left: 1.6em; text-indent: -1.6em; overflow-wrap: anywhere }
.ocop-paper .box::before { content: "☐"; display: inline-block; width: 1.6em; text-indent: 0 }
.ocop-paper .ticked::before { content: "☑" }
.ocop-paper table { border-collapse: separate; border-spacing: 0; width: 100%; table-layout: fixed; font-size: 11pt }
.ocop-paper thead { display: table-header-group }
.ocop-paper tr { break-inside: avoid }
.ocop-paper tr.strong { break-after: avoid }
.ocop-paper th, .ocop-paper td { border: solid #000; border-width: 0 .75pt .75pt 0; padding: 2pt 4pt; vertical-align: top; text-align: left; overflow-wrap: anywhere }
.ocop-paper tr > :first-child { border-left-width: .75pt }
.ocop-paper thead tr:first-child > *, .ocop-paper tbody:first-of-type tr:first-child > * { border-top-width: .75pt }
.ocop-paper thead + tbody tr:first-child > * { border-top-width: 0 }
.ocop-paper th { text-align: center; overflow-wrap: normal }
.ocop-paper td.number { text-align: center }
.ocop-paper tr.strong td { font-weight: bold }
.ocop-paper table.bare, .ocop-paper table.signatures { font-size: inherit; break-inside: avoid }
.ocop-paper table.bare td, .ocop-paper table.signatures td { border: 0; text-align: center }
.ocop-paper .signatures .title { font-weight: bold; margin: 0 }
.ocop-paper .signatures .note { font-style: italic; margin: 0 }
.ocop-paper .signatures i { font-size: 12pt }
.ocop-paper .signatures .room { height: 18mm }
.ocop-paper .added { border-left: 2pt solid #888; padding-left: 4pt }
.ocop-paper .result { text-align: center; font-size: 15pt; margin: 12pt 0 }
.ocop-paper .gap { margin-top: 12pt }
.ocop-paper .faint { color: #555; font-weight: normal }
.ocop-paper .star { color: #8a5a00 }
.ocop-paper .alarm { color: #b00020 }
.ocop-paper li.bare { list-style: none }
.ocop-paper .mark { display: inline-block; width: 1.2em; margin-left: -1.2em }
.ocop-paper dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .5em; margin: 0 0 6pt }
.ocop-paper dd { margin: 0; overflow-wrap: anywhere }
.ocop-paper table.meters td { border: 0; text-align: left; vertical-align: middle }
.ocop-paper .bar { display: block; height: .8em; border: .75pt solid #8a5a00 }
.ocop-paper .bar span { display: block; height: 100%; background: #c98a00; -webkit-print-color-adjust: exact; print-color-adjust: exact }
.ocop-paper .page-break { break-after: page; border: 0; margin: 0 }
@media screen { .ocop-paper .page-break { border-top: 1pt dashed #888; margin: 8mm -8mm } }
@media screen and (max-width: 600px) { .ocop-paper { padding: 4mm; font-size: 12pt } .ocop-paper table:not(.bare):not(.signatures) { font-size: 9pt } }
@media print { .ocop-paper { padding: 0 1pt 0 0; max-width: none } }
`
