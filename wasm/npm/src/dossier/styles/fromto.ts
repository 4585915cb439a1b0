// How the last pages look: what is due, what is read once more and handed in.

export const fromtoStyle = `
.due, .hand-in { display: grid; gap: 1rem; min-width: 0; }
.hand-in h3 { padding-block-start: 0.5rem; }
.days { display: grid; gap: 0.5rem; }
.days li { display: grid; gap: 0.125rem; padding: 0.75rem 1rem; border: 1px solid var(--_line); border-inline-start-width: 4px; border-radius: var(--_radius); background: var(--_surface); overflow-wrap: anywhere; }
.days li[data-state=open] { border-inline-start-color: var(--_accent); }
.days li[data-state=missed] { border-inline-start-color: var(--_warn); }
.days .day { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.125rem 1rem; }
.days .day time { font-weight: 650; }
.days .day .left { color: var(--_muted); }
.days [data-state=missed] .left { color: var(--_warn); font-weight: 600; }
.days .facts { display: flex; flex-wrap: wrap; gap: 0 1rem; }
.found-list, .found-list ul { display: grid; gap: 0.5rem; min-width: 0; }
.found-list li { padding: 0.25rem 0.75rem 0.5rem; border-inline-start: 3px solid var(--_line); overflow-wrap: anywhere; }
.found-list small { display: inline; }
:is([data-found=missing], [data-found=wrong]) .found-list li { border-inline-start-color: var(--_warn); }
[data-found=advice] .found-list li { border-inline-start-color: var(--_accent); }
.to { display: block; min-height: 2.75rem; padding: 0.25rem 0; border: 0; background: none; text-align: start; color: var(--_accent); font-weight: 600; text-decoration: underline; text-underline-offset: 0.2em; text-decoration-thickness: 1px; overflow-wrap: anywhere; }
.standing-of { display: grid; gap: 0.75rem; min-width: 0; }
.standing-of .head { padding: 0.75rem 1rem; border-radius: var(--_radius); background: var(--_tint); font-weight: 600; }
.review-of { display: grid; gap: 0.5rem; min-width: 0; }
.review-of > details { padding-inline: 1rem; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface); }
.review-of > details > summary { font-weight: 600; }
.review-of > details[open] { padding-block-end: 0.75rem; }
.review-of .actions { margin-block-start: 0.5rem; }
.answers-of, .answers-of dl { display: grid; gap: 0.125rem; margin: 0; min-width: 0; overflow-wrap: anywhere; }
.answers-of dt { color: var(--_muted); font-size: 0.9375rem; padding-block-start: 0.5rem; }
.answers-of dd { margin: 0; }
.answers-of dd dl { padding-inline-start: 0.75rem; border-inline-start: 2px solid var(--_line); }
.answers-of ol { display: grid; gap: 0.5rem; }
.paper-row { display: grid; gap: 0.25rem; padding-block: 0.5rem; border-block-start: 1px solid var(--_line); }
.paper-row .name { font-weight: 600; }
.shown-paper { overflow: auto; max-width: 100%; border: 1px solid var(--_line); }
.notice progress { width: 100%; max-width: 20rem; accent-color: var(--_accent); }
`;
