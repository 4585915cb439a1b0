// How the pages of the offices look.

export const officeStyle = `
.form03, .proposed, .council, .intake, .outcome, .outcome > div, .difference { display: grid; gap: 1rem; min-width: 0; }
.beside-of { display: grid; gap: 0.25rem; padding: 0.75rem 1rem; border-radius: var(--_radius); background: var(--_tint); min-width: 0; }
.beside-of > .title { font-weight: 650; }
.difference:empty { display: none; }
.intake { padding: 1rem; border: 1px dashed var(--_edge); border-radius: var(--_radius); }
.outcome { padding: 1rem; border: 1px solid var(--_accent); border-radius: var(--_radius); background: var(--_surface); overflow-wrap: anywhere; }
.outcome .headline { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; font-size: 1.25rem; font-weight: 700; }
.outcome .headline .stars { flex-wrap: wrap; }
.points:empty { display: none; }
`;
