// The frame of the form: ways to begin, tasks, fields.

export const baseStyle = `
.stack { display: grid; gap: 1rem; min-width: 0; max-width: 46rem; }
.stack > * { min-width: 0; }
.stack > .head { margin: 0; grid-template-columns: minmax(0, 1fr); }
.way { margin-block-end: -0.5rem; justify-items: start; }
.way .quiet { border-color: transparent; background: none; color: var(--_accent); padding-inline: 0.25rem; font-weight: 600; }
.which { color: var(--_muted); font-weight: 600; overflow-wrap: anywhere; }
.ways ul { display: grid; gap: 0.5rem; margin-block-start: 0.5rem; }
.way-in, .task { display: grid; gap: 0.125rem; width: 100%; padding: 0.75rem 1rem; text-align: start; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface); overflow-wrap: anywhere; }
.way-in:hover, .task:hover { border-color: var(--_accent); }
.way-in .hint { font-weight: 400; }
.list { display: grid; gap: 0.5rem; }
.tasks { display: grid; gap: 1rem; }
.task { grid-template-columns: auto minmax(0, 1fr) auto; align-items: center; gap: 0.75rem; min-height: 3.5rem; }
.task .name { display: grid; font-weight: 600; }
.task .standing { font-weight: 400; font-size: 0.9375rem; color: var(--_muted); }
.task .standing:empty { display: none; }
.task .icon { color: var(--_muted); }
.state { display: grid; place-items: center; width: 1.5rem; height: 1.5rem; border: 1.5px solid var(--_edge); border-radius: 50%; font-size: 0.875rem; font-weight: 700; line-height: 1; }
[data-state=done] .state { background: var(--_accent); border-color: var(--_accent); color: var(--_on-accent); }
[data-state=begun] .state { border-color: var(--_accent); box-shadow: inset 0 0 0 0.25rem var(--_surface), inset 0 0 0 1rem var(--_accent); }
[data-state=wrong] .state { background: var(--_warn-tint); border-color: var(--_warn); color: var(--_warn); }
[data-state=wrong] .standing { color: var(--_warn); }
[data-state=read] .state { visibility: hidden; }
.entry { display: grid; gap: 1.25rem; min-width: 0; }
.box { min-width: 0; scroll-margin-block: calc(var(--_top) + 1rem) calc(var(--_bottom) + 6rem); }
.box > .name { display: block; font-weight: 600; margin-block-end: 0.125rem; }
.box > .name .optional { display: inline; }
.box > .hint, .box > .where { margin-block-end: 0.25rem; }
.group { display: grid; gap: 1rem; }
.one > .box > .name { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.group > legend { float: inline-start; width: 100%; font-size: 1.0625rem; }
.group > legend + * { clear: both; }
.group .group { padding: 0.75rem 1rem 1rem; border: 1px solid var(--_line); border-radius: var(--_radius); }
.group > :is(.where, .hint) { margin-block: -0.875rem 0; }
.bad > .field { border-color: var(--_warn); border-width: 2px; }
.said:empty { display: none; }
.said { display: grid; gap: 0.25rem; margin-block-start: 0.375rem; overflow-wrap: anywhere; }
.problem { padding: 0.5rem 0.75rem; border-radius: 0.5rem; background: var(--_warn-tint); border-inline-start: 3px solid var(--_warn); font-size: 0.9375rem; }
.problem > span { font-weight: 650; color: var(--_warn); }
.problem small { display: inline; }
.problem.advice { background: var(--_tint); border-inline-start-color: var(--_accent); }
.problem.advice > span { color: var(--_accent); }
.shown { white-space: pre-line; overflow-wrap: anywhere; }
.none { color: var(--_muted); }
.data pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: 0.875rem/1.4 ui-monospace, monospace; }
.stack > .turn { flex-wrap: wrap; }
.stack > .bar { margin-block-start: 0; }
.bar .score { min-height: 2.75rem; }
.where { font-size: 0.875rem; }
@media print { /* what the browser prints by itself is the page at hand; papers are printed by their own buttons */
  .frame { display: block !important; }
  .way, .turn, .bar, .actions { display: none !important; }
}
@container (min-width: 60em) {
  .stack > .bar { display: flex; }
}
`;
