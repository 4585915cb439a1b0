// How the form's own controls look.

export const controlsStyle = `
.day { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.day > .field { flex: 1 1 12rem; width: auto; min-width: 0; }
.day .pick { position: relative; display: inline-flex; }
.day .pick input { inset-block-end: 0; inset-inline-start: 0; }
.reading { min-height: 1.5em; padding-block-start: 0.25rem; font-size: 0.9375rem; color: var(--_muted); }
.reading.unread { color: var(--_warn); font-weight: 600; }
.field[aria-invalid="true"] { border-color: var(--_warn); border-width: 2px; }
.value { font-weight: 600; white-space: pre-line; overflow-wrap: anywhere; }

.section-title { display: flex; align-items: baseline; gap: 0.5rem; padding-block-start: 1.25rem; }
.group-title { display: flex; align-items: baseline; gap: 0.5rem; padding-block-start: 1rem; font-weight: 650; color: var(--_muted); }
.claims .more { display: grid; gap: 0.75rem; padding: 0.5rem 0.25rem; border-block-start: 1px solid var(--_line); }
.criterion > .name { display: flex; align-items: baseline; gap: 0.5rem; font-weight: 650; line-height: 1.35; }
.criterion > .value { padding-block: 0.5rem; }
.evidence .plain { padding-block-end: 0.5rem; }
.evidence .plain li + li { padding-block-start: 0.5rem; }
.evidence .state { font-weight: 600; }
`;
