// How the pieces of evidence look.

export const evidenceStyle = `
.ev-list, .ev-add, .ev-all { display: grid; gap: 0.75rem; }
.ev-list > *, .ev-all > *, .ev-add > * { min-width: 0; }
.ev-add.over { outline: 2px dashed var(--_accent); outline-offset: 0.25rem; border-radius: var(--_radius); }
.ev-add { padding: 0.75rem; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_tint); }
.ev-add .label { margin: 0; }
.ev-drop { align-self: center; display: none; }
@media (hover: hover) and (pointer: fine) { .ev-drop { display: inline; } }
.ev-progress { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.75rem; }
.ev-progress progress { flex: 1; min-width: 6rem; accent-color: var(--_accent); }
.ev-room.low { color: var(--_warn); font-weight: 600; }
.ev-cards { display: grid; gap: 0.5rem; }
.ev-card { min-width: 0; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface); }
.ev-card > details > summary { display: flex; align-items: center; gap: 0.75rem; padding: 0.5rem 0.75rem; list-style: none; border-radius: inherit; }
.ev-card > details > summary::-webkit-details-marker { display: none; }
.ev-card > details > summary::after { content: ""; flex: none; width: 0.5rem; height: 0.5rem; margin-inline-start: auto; border: solid currentColor; border-width: 0 2px 2px 0; transform: rotate(45deg); }
.ev-card > details[open] > summary::after { transform: rotate(225deg); }
.ev-card summary .words { min-width: 0; overflow-wrap: anywhere; }
.ev-preview { flex: none; display: grid; place-items: center; width: 3.5rem; height: 3.5rem; overflow: hidden; border-radius: 0.375rem; background: var(--_tint); color: var(--_muted); font-size: 0.8125rem; font-weight: 650; }
.ev-preview canvas { width: 100%; height: 100%; object-fit: cover; }
.ev-all { padding: 0.25rem 0.75rem 0.75rem; }
.ev-missing { display: grid; gap: 0.5rem; justify-items: start; padding: 0.5rem 0.75rem 0.75rem; background: var(--_warn-tint); color: var(--_warn); overflow-wrap: anywhere; }
.ev-missing .quiet { color: var(--_text); }
.ev-facts { display: grid; gap: 0.375rem; margin: 0.5rem 0 0; font-size: 0.9375rem; }
.ev-facts > div { display: flex; flex-wrap: wrap; gap: 0 0.5rem; }
.ev-facts dt { min-width: 9rem; color: var(--_muted); }
.ev-facts dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.ev-large { display: block; max-width: 100%; height: auto; }
:is(.ev-picker, .ev-all) .tick > span { min-width: 0; overflow-wrap: anywhere; }
.ev-here > summary { color: var(--_accent); font-weight: 600; }
@container (max-width: 17em) {
  .ev-card > details > summary { flex-wrap: wrap; }
  .ev-facts dt { min-width: 100%; }
}
@media (forced-colors: active) {
  .ev-preview, .ev-missing { border: 1px solid; }
}
`;
