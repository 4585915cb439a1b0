// How the form's own controls look.

export const controlsStyle = `
.day { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.day > .field { flex: 1 1 12rem; width: auto; min-width: 0; }
.day .pick { position: relative; display: inline-flex; }
.day .pick input { inset-block-end: 0; inset-inline-start: 0; }
.reading { min-height: 1.5em; padding-block-start: 0.25rem; font-size: 0.9375rem; color: var(--_muted); }
.reading.unread { color: var(--_warn); font-weight: 600; }
.field.unread { border-color: var(--_warn); border-width: 2px; }
.value { font-weight: 600; white-space: pre-line; overflow-wrap: anywhere; }

.section-title { display: flex; align-items: baseline; gap: 0.5rem; padding-block-start: 1.25rem; }
.group-title { display: flex; align-items: baseline; gap: 0.5rem; padding-block-start: 1rem; font-weight: 650; color: var(--_muted); }
.claims .more { display: grid; gap: 0.75rem; padding: 0.5rem 0.25rem; border-block-start: 1px solid var(--_line); }
.criterion > .name { display: flex; align-items: baseline; gap: 0.5rem; font-weight: 650; line-height: 1.35; }
.criterion > .value { padding-block: 0.5rem; }
.evidence .plain { padding-block-end: 0.5rem; }
.evidence .plain li + li { padding-block-start: 0.5rem; }
.evidence .there { font-weight: 600; }

.places, .list-rows { display: grid; gap: 1rem; }
.combo { position: relative; }
.combo-list { position: absolute; z-index: 2; inset-inline: 0; inset-block-start: 3.25rem; max-height: min(20rem, 45vh); overflow: auto; overscroll-behavior: contain; padding: 0.25rem; background: var(--_surface); border: 1px solid var(--_edge); border-radius: 0.625rem; box-shadow: 0 0.5rem 1.5rem rgb(0 0 0 / 0.18); }
.combo-list li { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.75rem; min-height: 2.75rem; padding: 0.375rem 0.625rem; border-radius: 0.375rem; border: 1px solid transparent; cursor: pointer; overflow-wrap: anywhere; }
.combo-list li:hover, .combo-list .active { background: var(--_tint); }
.combo-list .active { border-color: var(--_accent); }
.combo-list [aria-selected="true"] { font-weight: 650; }

.class { display: grid; gap: 0.375rem; justify-items: start; }
.product-class > .name { font-weight: 600; }

.radios { display: grid; justify-items: start; }
.radios .takeback { border-color: transparent; background: none; color: var(--_muted); padding-inline: 0; }
.field.number { font-variant-numeric: tabular-nums; }
.years .number { text-align: end; }
.reading.unread:empty { display: none; }
.list-row { display: grid; gap: 0.75rem; padding: 0.75rem; border: 1px solid var(--_line); border-radius: var(--_radius); }
.list-row .row-head { display: flex; align-items: center; justify-content: space-between; gap: 0.5rem; }
.list-row .row-head .no { font-weight: 650; color: var(--_accent); }

.years { width: 100%; border-collapse: collapse; table-layout: fixed; }
.years thead { font-size: 0.9375rem; color: var(--_muted); vertical-align: bottom; }
.years :is(th, td) { padding: 0.25rem; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
.years tbody th { padding-block: 0.875rem; font-weight: 650; font-variant-numeric: tabular-nums; }
.years .column { display: none; }
@container (max-width: 44em) {
  .years, .years tbody { display: grid; gap: 0.75rem; }
  .years thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .years tbody tr { position: relative; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr)); gap: 0.25rem 0.5rem; padding: 0.5rem; border: 1px solid var(--_line); border-radius: var(--_radius); }
  .years tbody th { grid-column: 1 / -1; padding-block: 0.5rem; min-height: 2.75rem; }
  .years td { display: flex; flex-direction: column; justify-content: end; }
  .years .last { position: absolute; inset-block-start: 0.25rem; inset-inline-end: 0.25rem; }
  .years .column { display: block; font-size: 0.9375rem; }
}

.paper-tick { display: grid; gap: 0.25rem; justify-items: start; padding-block: 0.5rem; border-block-end: 1px solid var(--_line); }
.paper-tick > .box { justify-self: stretch; }

@media (forced-colors: active) {
  .combo-list .active { border-color: Highlight; }
}
`;
