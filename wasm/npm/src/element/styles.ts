// How the form looks: phones first, wide containers by a container query.

import { styles } from "./dom.js";
import { paperStyle } from "./paper-style.js";
import { theme } from "./theme.js";

/**
 * One text size of the form, as a length. It follows the size that people choose in
 * their browser, which the page's root need not: what is written as rem here is that
 * many of it. Browsers that cannot be told that it is a length take the em at hand.
 */
const rem = "--_ocop-rem";

const base = `
:host { display: block; scroll-margin-block-start: var(--ocop-offset-top, 0px); }
:host([hidden]) { display: none; }
/* A container has no width of its own: what is as wide as what it holds, a dialog or a flexible box, takes it from here. */
:host::before { all: initial; content: ". ."; display: block; height: 0; overflow: hidden; visibility: hidden; word-spacing: 76em; }
.all { all: initial; visibility: inherit; pointer-events: inherit; display: block; container-type: inline-size; font: var(--ocop-font-size, medium)/1.5 var(--_font); color: var(--_text); ${rem}: 1em; }
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
h2, h3, h4, h5, p, ul, ol, fieldset, legend { margin: 0; padding: 0; font: inherit; }
h2 { font-size: 1.375rem; font-weight: 700; line-height: 1.25; letter-spacing: -0.01em; text-wrap: balance; }
h3 { font-size: 1.125rem; font-weight: 700; line-height: 1.3; }
h4, h5 { font-weight: 650; line-height: 1.35; }
fieldset { border: 0; min-width: 0; }
ul, ol { list-style: none; }
ul.plain { list-style: disc; padding-inline-start: 1.25rem; }
h2:focus, h3:focus { outline: none; }
:focus-visible { outline: 3px solid var(--_accent); outline-offset: 2px; border-radius: 0.375rem; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.hint, small { color: var(--_muted); font-size: 0.9375rem; }
small { display: block; font-weight: 400; }
.code { font-variant-numeric: tabular-nums; font-weight: 650; }
.icon { width: 1.25rem; height: 1.25rem; flex: none; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
.stars { display: inline-flex; gap: 0.125rem; vertical-align: -0.2em; }
.stars svg { width: 1.25em; height: 1.25em; fill: none; stroke: var(--_edge); stroke-width: 1.5; stroke-linejoin: round; }
.stars .on { fill: var(--_star); stroke: var(--_star); }
.stars .maybe { stroke: var(--_star); stroke-dasharray: 2.5 1.75; }

button { font: inherit; color: inherit; cursor: pointer; min-height: 2.75rem; touch-action: manipulation; }
button:disabled { cursor: default; opacity: 0.6; }
.quiet, .main, .next { display: inline-flex; align-items: center; justify-content: center; gap: 0.5rem; padding: 0.375rem 0.875rem; border-radius: 0.625rem; border: 1px solid var(--_line); background: var(--_surface); }
.quiet:hover, .set:hover, .chip:hover { border-color: var(--_accent); }
.main, .next { background: var(--_accent); border-color: var(--_accent); color: var(--_on-accent); font-weight: 600; }
.round { display: inline-grid; place-items: center; flex: none; width: 2.75rem; padding: 0; border: 0; border-radius: 50%; background: none; }
.round:hover { background: var(--_tint); }
.link { display: inline-flex; gap: 0.5rem; align-items: baseline; width: 100%; padding: 0.625rem 0; border: 0; background: none; text-align: start; color: var(--_accent); font-weight: 600; }
.link .code { flex: none; }
.link span:last-child { text-decoration: underline; text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
.actions { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.field { width: 100%; min-height: 3rem; padding: 0.5rem 0.75rem; font: inherit; color: inherit; background: var(--_surface); border: 1px solid var(--_edge); border-radius: 0.625rem; }
.field::placeholder { color: var(--_muted); opacity: 1; }
.label { display: block; margin-block-end: 0.25rem; font-weight: 600; }
summary { cursor: pointer; min-height: 2.75rem; padding-block: 0.625rem; }
input:is([type="radio"], [type="checkbox"]) { appearance: none; width: 1.25rem; height: 1.25rem; margin: 0.125rem 0 0; flex: none; border: 1.5px solid var(--_edge); border-radius: 0.25rem; background: var(--_surface); accent-color: var(--_accent); }
input[type="radio"] { border-radius: 50%; }
input:is([type="radio"], [type="checkbox"]):checked { border-color: var(--_accent); background: var(--_accent); }
input[type="radio"]:checked { box-shadow: inset 0 0 0 0.1875rem var(--_surface); }
input[type="checkbox"]:checked::before { content: ""; display: block; height: 100%; background: var(--_on-accent); clip-path: polygon(17% 50%, 27% 40%, 43% 56%, 75% 22%, 85% 33%, 43% 77%); }
input:disabled { opacity: 0.6; }
.tick { display: flex; gap: 0.75rem; padding-block: 0.625rem; min-height: 2.75rem; cursor: pointer; }

.notices { position: sticky; top: var(--_top); z-index: 3; display: grid; gap: 0.5rem; }
.notices:not(:empty) { padding-block: 0.5rem; }
.notice { display: flex; align-items: start; gap: 0.5rem; padding: 0.25rem 0.25rem 0.25rem 1rem; border-radius: var(--_radius); background: var(--_tint); border: 1px solid var(--_accent); max-height: 60vh; overflow: auto; }
.notice.bad { background: var(--_warn-tint); border-color: var(--_warn); }
.notice .words { flex: 1; min-width: 0; padding-block: 0.5rem; display: grid; gap: 0.5rem; overflow-wrap: anywhere; }
.notice small { display: inline; }
.notice :is(span, strong, small) { unicode-bidi: isolate; }

.chooser { display: grid; gap: 1rem; }
.search .box { position: relative; display: block; }
.search .icon { position: absolute; inset-inline-start: 0.75rem; top: 0.875rem; color: var(--_muted); }
.search .field { padding-inline-start: 2.5rem; }
.sets { display: grid; gap: 1.25rem; }
.sets h3 { margin-block-end: 0.5rem; font-size: 1rem; color: var(--_muted); }
.sets ul { display: grid; gap: 0.5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); }
.set { display: flex; align-items: center; gap: 0.75rem; width: 100%; height: 100%; padding: 0.5rem 0.75rem; text-align: start; background: var(--_surface); border: 1px solid var(--_line); border-radius: var(--_radius); }
.set .no { flex: none; min-width: 2rem; padding: 0.125rem 0.375rem; border-radius: 0.375rem; background: var(--_tint); color: var(--_accent); font-weight: 650; text-align: center; font-variant-numeric: tabular-nums; }
.set .name { flex: 1; }
.set :is(.why, .begun) { flex: none; font-size: 0.875rem; color: var(--_muted); }
.set .why { display: block; }

.head { display: grid; gap: 0.5rem; margin-block-end: 1rem; }
.head h2 { min-height: 1.25em; }
.head .no { color: var(--_muted); font-weight: 600; }
.head .quiet { justify-self: start; }
.waiting { color: var(--_muted); padding-block: 0.5rem; }
.lines-waiting { display: grid; gap: 0.75rem; }
.lines-waiting span { height: 5.5rem; border-radius: var(--_radius); background: var(--_tint); }

.part { margin-block-end: 2rem; }
.part > h3 { display: grid; grid-template: "code sum" "name name" / 1fr auto; align-items: baseline; gap: 0 0.75rem; padding-block: 0.75rem; border-block-end: 2px solid var(--_accent); }
.part > h3 .code { grid-area: code; color: var(--_accent); white-space: nowrap; }
.part > h3 .name { grid-area: name; }
.part > h3 .sum { grid-area: sum; min-width: 3em; text-align: end; font-variant-numeric: tabular-nums; }
.section > h4, .section > h5 { display: flex; align-items: baseline; gap: 0.5rem; padding-block: 1.25rem 0; }
.section > h4 { font-size: 1.0625rem; }
.title { flex: 1; min-width: 0; }
.section > h5 { color: var(--_muted); padding-block-start: 1rem; }
.max { font-size: 0.875rem; font-weight: 400; color: var(--_muted); white-space: nowrap; }

.criterion { margin-block-start: 0.75rem; padding: 0.75rem 0.75rem 0.25rem; background: var(--_surface); border: 1px solid var(--_line); border-radius: var(--_radius); scroll-margin-block: calc(var(--_top) + 1rem) calc(var(--_bottom) + 6rem); }
.criterion legend { float: inline-start; width: 100%; display: flex; align-items: baseline; gap: 0.5rem; padding-inline: 0.25rem; font-weight: 650; line-height: 1.35; }
.criterion legend + * { clear: both; }
.criterion legend .code { color: var(--_accent); }
.criterion .notes { padding: 0.25rem; color: var(--_muted); font-size: 0.9375rem; }
.criterion .apart { margin: 0.375rem 0.25rem; padding: 0.5rem 0.75rem; border-radius: 0.5rem; background: var(--_tint); font-size: 0.9375rem; }
.levels { display: grid; gap: 0.25rem; padding-block: 0.5rem; }
.levels .case { padding: 0.5rem 0.25rem 0.25rem; font-weight: 600; font-size: 0.9375rem; }
.option { display: flex; align-items: start; gap: 0.625rem; min-height: 2.75rem; padding: 0.5rem; border-radius: 0.625rem; border: 1px solid transparent; cursor: pointer; }
.option:hover { background: var(--_tint); }
.option.chosen { background: var(--_tint); border-color: var(--_accent); }
.option .words { flex: 1; min-width: 0; }
.option .points { flex: none; min-width: 3.25rem; text-align: end; font-size: 0.9375rem; font-variant-numeric: tabular-nums; color: var(--_muted); }
.option.chosen .points { color: var(--_text); font-weight: 600; }
.mark { font-size: 0.875rem; color: var(--_muted); }
.words > .mark { display: inline-block; }
.words > .mark::before { content: "★ "; color: var(--_star); }
.mark.needed { padding-inline: 0.5rem; border-radius: 0.375rem; background: var(--_warn-tint); color: var(--_warn); font-weight: 600; }
.mark[data-else]::after { content: "★ " attr(data-else); display: block; height: 0; overflow: hidden; visibility: hidden; padding-inline: 0.5rem; font-weight: 600; }
.mark.needed::after { margin-inline: -0.5rem; padding-inline: 0; font-weight: 400; }
.criterion:disabled :is(.option, .tick) { cursor: default; color: var(--_muted); }
.criterion.off :is(.levels, .foot, .was) { display: none; }
.foot { display: flex; flex-wrap: wrap; align-items: start; justify-content: space-between; gap: 0.5rem; min-height: 0.5rem; }
.foot .takeback { border-color: transparent; background: none; color: var(--_muted); white-space: nowrap; padding-inline: 0.5rem; }
.products { display: grid; gap: 0.75rem; justify-items: start; margin-block-end: 2rem; }
.products > ul { width: 100%; }
.products ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.5rem; }
.product { border: 1px solid var(--_line); border-radius: var(--_radius); padding: 0.25rem; }
.product .open { display: grid; width: 100%; min-height: 2.75rem; gap: 0.125rem; padding: 0.5rem 0.75rem; text-align: start; background: none; border: 0; border-radius: inherit; font: inherit; color: inherit; cursor: pointer; overflow-wrap: anywhere; }
.product .open:hover { background: var(--_tint); }
.product .facts { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: center; }
.product .facts .stars { margin-inline-end: 0.375rem; vertical-align: -0.125em; }
.product time { color: var(--_muted); }
.product .actions, .products details li { padding-inline: 0.5rem; }
.label .field { font-weight: 400; margin-block-start: 0.25rem; }
.about { margin-block: 1rem 1.5rem; padding: 0.25rem 0.75rem; border: 1px solid var(--_line); border-radius: var(--_radius); }
.about summary, .note summary { overflow-wrap: anywhere; }
.about .hint { margin-block-end: 0.75rem; }
.note { min-width: 0; padding-inline: 0.25rem; }
.note:is([open], .filled) { order: 1; flex-basis: 100%; margin-block-end: 0.5rem; }
.note summary { font-size: 0.9375rem; color: var(--_muted); }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); gap: 0.75rem; margin-block-end: 0.75rem; }
textarea.field { resize: vertical; }
.was { margin: 0.25rem 0 0; padding-inline: 0.25rem; font-size: 0.9375rem; color: var(--_muted); }
.compare > div + div { display: grid; gap: 0.5rem; }
.compare .big { font-size: 1.125rem; font-weight: 700; }
.compare del { color: var(--_muted); } .compare ins { text-decoration: none; font-weight: 600; }
.viewed { margin-block-end: 1rem; }
.evidence { flex: 1 1 9rem; min-width: 0; padding-inline: 0.25rem; }
.evidence summary { font-size: 0.9375rem; color: var(--_muted); }

.gates { padding: 0.25rem 1rem; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface); }
.gates summary h3 { display: inline; font-size: 1rem; }
.gates summary .count { margin-inline-start: 0.5rem; color: var(--_muted); }
.gates.found summary .count { color: var(--_warn); font-weight: 600; }
.derived { padding-block: 0.625rem; }
`;

const score = `
.pace { display: grid; gap: 0.75rem; }
.switch { display: flex; gap: 0.5rem; }
[aria-pressed="true"] { background: var(--_tint); border-color: var(--_accent); font-weight: 600; }
.step { display: grid; gap: 0.5rem; margin-block-end: 0.5rem; }
.step h3 { scroll-margin-block-start: calc(var(--_top) + 1rem); }
.pace.stepwise + .fields .section > h4 { display: none; } /* which is the step's heading */
.pace.stepwise + .fields .part { margin-block-end: 1rem; }
.turn { display: flex; justify-content: space-between; gap: 0.5rem; padding-block: 0.5rem; }
.turn .main { margin-inline-start: auto; min-width: 8rem; }

.review { display: grid; gap: 1.25rem; }
.review .part { margin: 0; }
.missing { color: var(--_warn); font-weight: 600; }
.about { margin: 0; display: grid; gap: 0.375rem; }
.about div { display: flex; flex-wrap: wrap; gap: 0 0.5rem; }
.about dt { min-width: 7rem; color: var(--_muted); }
.about dd { margin: 0; flex: 1; min-width: min(100%, 12rem); font-weight: 600; }
.counts { display: grid; gap: 0.375rem; }
.counts li { padding: 0.5rem 0.75rem; border-radius: 0.5rem; background: var(--_tint); }
.counts .missing { background: var(--_warn-tint); }
.answer { display: grid; grid-template: "what edit" "chosen edit" / minmax(0, 1fr) auto; gap: 0.25rem 0.75rem; align-items: start; padding: 0.75rem; border-block-end: 1px solid var(--_line); border-inline-start: 3px solid transparent; }
.answer.lacks { border-inline-start-color: var(--_warn); }
.answer .what { grid-area: what; display: flex; align-items: baseline; gap: 0.5rem; font-weight: 650; line-height: 1.35; }
.answer .what .code { color: var(--_accent); }
.answer .chosen { grid-area: chosen; display: grid; gap: 0.25rem; }
.answer .edit { grid-area: edit; }
.answer .points { font-variant-numeric: tabular-nums; font-weight: 600; white-space: nowrap; }
.answer :is(.missing, .note) { font-size: 0.9375rem; }
.answer .proof { font-weight: 400; }
.answer .note { padding-inline-start: 0.75rem; border-inline-start: 2px solid var(--_line); }
.end { display: grid; gap: 0.5rem; justify-items: start; }

.panel { display: grid; gap: 1.25rem; align-content: start; }
.panel[data-state=coming] { min-height: 54rem; }
.panel:is([data-state=coming], [data-state=failed]) > :not(.early, .tools), .panel[data-state=coming] > .tools, .panel[data-state=scored] > .early, .panel[data-state=failed] :is([data-tool=share], [data-tool=print]) { display: none; }
.verdict { display: grid; gap: 0.125rem; }
.verdict .stars { font-size: 1.5rem; }
.verdict .big { font-size: 1.25rem; font-weight: 700; line-height: 1.3; }
.verdict .points { display: flex; align-items: baseline; gap: 0.375rem; color: var(--_muted); }
.verdict .points strong { font-size: 2.5rem; line-height: 1.1; color: var(--_text); font-variant-numeric: tabular-nums; letter-spacing: -0.02em; }
.track { position: relative; display: block; height: 0.625rem; border-radius: 1rem; background: var(--_line); overflow: hidden; }
.track > span { position: absolute; inset-block: 0; }
.track .fill { inset-inline-start: 0; width: calc(var(--to, 0) * 100%); background: var(--_accent); transition: width 0.25s; }
.track .span { inset-inline: 0; transform-origin: 0 0; transform: translateX(calc(var(--from, 0) * 100%)) scaleX(calc(var(--to, 0) - var(--from, 0))); background: var(--_accent); opacity: 0.3; transition: transform 0.25s; }
.track .mark { inset-inline-start: calc(var(--at) * 100%); width: 2px; margin-inline-start: -1px; background: var(--_surface); }
.zones, .numbers { position: relative; height: 1.375rem; font-size: 0.8125rem; color: var(--_muted); font-variant-numeric: tabular-nums; }
.zones span, .numbers span { position: absolute; }
.zones .zone { inset-inline-start: calc(var(--from) * 100%); width: calc((var(--to) - var(--from)) * 100%); text-align: center; }
.zones .here { color: var(--_star); font-weight: 700; }
.numbers .number { inset-inline-start: calc(var(--at) * 100%); width: 2rem; margin-inline-start: -1rem; text-align: center; }
.meters { display: grid; gap: 0.75rem; }
.meter { display: grid; grid-template-columns: 1fr auto; gap: 0.25rem 0.75rem; font-size: 0.9375rem; }
.meter .code { display: inline-block; min-width: 1.25rem; color: var(--_accent); }
.meter .number { font-variant-numeric: tabular-nums; font-weight: 600; }
.meter .track { grid-column: 1 / -1; height: 0.375rem; }
.progress { display: grid; gap: 0.5rem; }
.progress-text { font-weight: 600; }
progress { appearance: none; width: 100%; height: 0.375rem; border: 0; border-radius: 1rem; background: var(--_line); overflow: hidden; }
progress::-webkit-progress-bar { background: var(--_line); }
progress::-webkit-progress-value { background: var(--_accent); }
progress::-moz-progress-bar { background: var(--_accent); }
.chips { display: flex; flex-wrap: wrap; gap: 0.375rem; }
.chip { min-width: 2.75rem; padding: 0 0.5rem; border: 1px solid var(--_line); border-radius: 0.5rem; background: var(--_surface); font-variant-numeric: tabular-nums; font-size: 0.9375rem; }
.held-back, .way { display: grid; gap: 0.5rem; }
.held-back:empty { display: none; }
.steps { display: grid; gap: 0.75rem; font-size: 0.9375rem; }
.steps > li { padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--_accent); }
.steps .link { padding-block: 0.5rem; }
.choices, .wish { display: flex; flex-wrap: wrap; align-items: start; gap: 0 1.25rem; }
.wish details[open] { flex-basis: 100%; }
.wish .field { max-width: 10rem; }
.error { color: var(--_warn); font-weight: 600; }
.blocked, .locked { display: grid; gap: 0.5rem; }
.blocked .quiet { justify-self: start; }
.tools { display: grid; gap: 0.5rem; padding-block-start: 1rem; border-block-start: 1px solid var(--_line); }
.tools h3 { font-size: 1rem; }

.bar { position: sticky; inset-block-end: var(--_bottom); z-index: 2; display: flex; align-items: center; gap: 0.25rem; margin-block-start: 1.5rem; margin-inline: -0.25rem; padding: 0.375rem 0.5rem calc(0.25rem + env(safe-area-inset-bottom)); background: var(--_surface); border: 1px solid var(--_line); border-radius: var(--_radius) var(--_radius) 0 0; box-shadow: 0 -4px 16px rgb(0 0 0 / 12%); }
.bar .track { position: absolute; inset: 0 0 auto; height: 0.25rem; border-radius: var(--_radius) var(--_radius) 0 0; }
.bar .score { flex: 1; min-width: 0; display: flex; align-items: center; gap: 0.75rem; padding: 0.25rem 0.25rem; border: 0; background: none; text-align: start; }
.bar .number { display: grid; justify-items: center; min-width: 2.5rem; font-size: 0.8125rem; line-height: 1.2; color: var(--_muted); }
.bar strong { justify-self: stretch; text-align: center; font-size: 1.625rem; line-height: 1; font-variant-numeric: tabular-nums; color: var(--_text); }
.bar .lines { flex: 1; min-width: 0; min-height: 2.625rem; line-height: 1.3; font-size: 0.9375rem; }
.bar .lines > span { display: block; }
.bar .row { display: flex; flex-wrap: wrap; gap: 0 0.5rem; align-items: center; font-weight: 600; }
.bar.early :is(.icon, .round) { display: none; }
.bar .words { color: var(--_muted); font-size: 0.875rem; }
.bar .round { background: var(--_accent); color: var(--_on-accent); }

.dialog { width: min(100% - 1rem, 32rem); max-width: none; max-height: calc(100dvh - 1rem); padding: 0; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface); color: var(--_text); overscroll-behavior: contain; }
.dialog::backdrop { background: rgb(0 0 0 / 50%); }
.dialog-head { position: sticky; top: 0; z-index: 1; display: flex; align-items: center; justify-content: space-between; gap: 0.5rem; padding: 0.5rem 0.5rem 0.5rem 1rem; background: var(--_surface); border-block-end: 1px solid var(--_line); }
.dialog-head h2 { font-size: 1.125rem; }
.dialog-body { padding: 1rem; display: grid; gap: 0.75rem; overflow-wrap: anywhere; }
.dialog.sheet { margin-block-end: 0; width: 100%; border-inline: 0; border-block-end: 0; border-radius: var(--_radius) var(--_radius) 0 0; max-height: 88dvh; }
.dialog.page { width: min(100% - 1rem, 46rem); }
.dialog .notices { top: 3.75rem; }
.dialog .notices:empty { position: absolute; }
.dialog.near { margin-block: calc(var(--at) * 1px) auto; max-height: calc(var(--most) * 1px); }
.qr { max-width: 20rem; width: 100%; justify-self: center; }
.qr svg { display: block; width: 100%; border-radius: 0.5rem; }

.frame { display: grid; gap: 0; }
.fields { display: contents; }
.frame > *, .columns > *, .fields > * { min-width: 0; }
.aside { padding-block-start: 1.5rem; margin-block-start: 1.5rem; border-block-start: 1px solid var(--_line); }
:is(button, input, summary, h2) { scroll-margin-block: calc(var(--_top) + 4rem) calc(var(--_bottom) + 7rem); }
@container (min-width: 60em) {
  .columns { display: grid; grid-template-columns: minmax(0, 1fr) 23rem; gap: 2rem; align-items: start; }
  .aside { position: sticky; top: calc(var(--_top) + 1rem); max-height: calc(100vh - var(--_top) - var(--_bottom) - 2rem); margin: 0; overflow: auto; scrollbar-width: thin; scrollbar-color: var(--_edge) transparent; padding: 1.25rem; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface); }
  .panel[data-state=coming] { min-height: min(54rem, calc(100vh - var(--_top) - var(--_bottom) - 4.625rem)); }
  .bar { display: none; }
  .criterion { padding: 1rem 1rem 0.375rem; }
  .head { grid-template-columns: 1fr auto; align-items: end; }
  .part > h3 { grid-template: "code name sum" / auto 1fr auto; }
  .title { display: flex; align-items: baseline; justify-content: space-between; gap: 0.75rem; }
}
/* Large letters on a narrow screen: one thing below the other, and a bar of one line. */
@container (max-width: 17em) {
  .notices, .frame, .dialog { overflow-wrap: anywhere; }
  .option, .set, .foot { flex-wrap: wrap; }
  .option .words { flex-basis: 60%; }
  .evidence { flex-basis: 100%; }
  .option .points { width: 100%; }
  .criterion { padding-inline: 0.25rem; }
  .max, .takeback, .part > h3 .code { white-space: normal; }
  .part > h3 { grid-template: "code" "name" "sum" / 1fr; }
  .part > h3 .sum { text-align: start; }
  .actions > button, .switch > button, .turn > button, .end > button { width: 100%; }
  .switch, .turn { flex-direction: column; }
  .answer { grid-template: "what" "chosen" "edit" / minmax(0, 1fr); padding-inline: 0.5rem 0; }
  .answer .points { white-space: normal; }
  .bar :is(.words, .stars, .icon:not(.round *)) { display: none; }
  .bar .score { gap: 0.375rem; }
  .bar .number { min-width: 0; }
  .bar { padding-inline: 0.25rem; }
  .bar .lines { min-height: 0; max-height: 2.6em; overflow: hidden; overflow-wrap: normal; font-size: 0.8125rem; }
  .bar .round { width: 44px; min-height: 44px; }
  .panel { grid-template-columns: minmax(0, 1fr); }
  .verdict .stars { font-size: 1.125rem; }
}
@media (max-width: 40em) {
  .dialog.page { width: 100%; height: 100dvh; max-height: 100dvh; border: 0; border-radius: 0; }
}
@media (max-height: 16em) {
  .bar { position: static; }
}
@media (prefers-reduced-motion: reduce) {
  * { transition: none !important; scroll-behavior: auto !important; }
}
@media (forced-colors: active) {
  :is(.quiet, .main, .next) { border-color: ButtonBorder; background: ButtonFace; color: ButtonText; }
  [aria-pressed="true"] { border-color: Highlight; }
  input:is([type="radio"], [type="checkbox"]) { appearance: auto; }
  input:is([type="radio"], [type="checkbox"])::before { display: none !important; }
  .track .fill, progress::-webkit-progress-value { background: Highlight; forced-color-adjust: none; }
  .stars .on { fill: CanvasText; }
}
`;

const sheets = new Map<string, CSSStyleSheet>();

/** The style sheet that all forms of a kind on a page share; more is what a kind has beside. */
export function styleSheet(more = ""): CSSStyleSheet {
  const known = sheets.get(more);
  if (known) return known;
  registerRem();
  const sheet = styles((base + theme + score + paperStyle + more).replace(/(-?[\d.]+)rem\b/g, `calc($1 * var(${rem}))`));
  sheets.set(more, sheet);
  return sheet;
}

function registerRem(): void {
  try {
    CSS.registerProperty({ name: rem, syntax: "<length>", inherits: true, initialValue: "16px" });
  } catch {
    // Another copy of the form has done so, or the browser is older.
  }
}
