// Microseconds a call in Node: the module, the same rules as plain JavaScript
// over the published rubric, json-logic-js, survey-core and ajv. What can be compared
// is first checked to give the same.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import jsonLogic from "json-logic-js";
import { Model } from "survey-core";
import { load } from "../npm/index.js";
import { internal } from "./internal.mjs";

const ocop = await load();
const rubric = ocop.rubric(13);
const criteria = rubric.parts.flatMap((p) => p.sections).flatMap((s) => s.criteria);

/** Sheets of set 13, every criterion answered. */
const sheets = Array.from({ length: 200 }, (_, n) => {
  const answers = {};
  criteria.forEach((c, i) => {
    const options = c.options.map((o) => o.code);
    answers[c.code] = options[(n * 7 + i * i) % options.length];
  });
  return { edition: "qd26-2026", set: 13, answers };
});

// What a portal's developer would write: loops over the published rubric.
function plain(sheet) {
  const parts = {};
  let band = 1;
  const unmet = new Map([[3, []], [4, []], [5, []]]);
  let unanswered = 0;
  for (const part of rubric.parts) {
    parts[part.code] = 0;
    for (const section of part.sections) {
      for (const criterion of section.criteria) {
        const given = sheet.answers[criterion.code];
        const unless = criterion.appliesUnless;
        if (unless && sheet.answers[unless.criterion] === unless.option) continue;
        const index = criterion.options.findIndex((o) => o.code === given);
        if (given === undefined) unanswered++;
        if (index >= 0) parts[part.code] += criterion.options[index].points;
        for (const star of [3, 4, 5]) {
          const need = criterion.options.findLastIndex((o) => o.minStar && o.minStar <= star);
          if (need >= 0 && index < need) unmet.get(star).push({ star, criterion: criterion.code, have: given ?? null, need: criterion.options[need].code });
        }
      }
    }
  }
  const total = parts.A + parts.B + parts.C;
  for (const [star, least] of [[2, 30], [3, 50], [4, 70], [5, 90]]) if (total >= least) band = star;
  let star = band;
  while (star >= 3 && [...unmet].some(([k, list]) => k <= star && list.length)) star--;
  return { total, parts, band, star, shortfalls: [...unmet.values()].flat(), unanswered };
}

const logic = { "+": criteria.map((c) => ({ if: c.options.flatMap((o) => [{ "==": [{ var: c.code.replaceAll(".", "_") }, o.code] }, o.points]).concat(0) })) };
const flat = sheets.map((s) => Object.fromEntries(Object.entries(s.answers).map(([code, option]) => [code.replaceAll(".", "_"), option])));

const survey = new Model({
  elements: criteria.map((c) => ({ type: "radiogroup", name: `q${c.code.replaceAll(".", "_")}`, choices: c.options.map((o) => ({ value: o.points, text: o.code })) })),
  calculatedValues: [{ name: "total", expression: criteria.map((c) => `{q${c.code.replaceAll(".", "_")}}`).join(" + ") }],
});
const pointsOf = (sheet) => criteria.map((c) => c.options.find((o) => o.code === sheet.answers[c.code]).points);

for (const [i, sheet] of sheets.entries()) {
  const want = ocop.score(sheet);
  const got = plain(sheet);
  assert.deepEqual([got.total, got.parts, got.band, got.star, got.shortfalls], [want.total, want.parts, want.band, want.star, want.shortfalls]);
  if (want.notApplicable.length === 0) assert.equal(jsonLogic.apply(logic, flat[i]), want.total);
}

// The keystroke's way: answer bytes that a form keeps in the module's memory.
const { Instance, memoryOf } = await internal("instance");
const instance = new Instance(await WebAssembly.compile(readFileSync(new URL("../npm/ocop.wasm", import.meta.url))), "ocop.wasm");
const exports = instance.run((of) => of);
const answers = memoryOf(exports, exports.answers(), 68);
const bytes = sheets.map((s) => criteria.map((c) => 2 + c.options.findIndex((o) => o.code === s.answers[c.code])));

function measure(name, work, rounds) {
  for (let i = 0; i < rounds / 5; i++) work(i);
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    for (let i = 0; i < rounds; i++) work(i);
    return ((performance.now() - start) * 1000) / rounds;
  });
  console.log(`${name.padEnd(58)} ${times.sort((a, b) => a - b)[2].toFixed(3).padStart(9)} µs`);
}

let sink = 0;
measure("module, one answer byte changed, scored, total read", (i) => {
  const row = bytes[i % 200];
  const at = i % row.length;
  answers[at] = row[at];
  sink += exports.score(13, row.length) & 0xff;
}, 1_000_000);
measure("module, score(sheet): objects in and out", (i) => (sink += ocop.score(sheets[i % 200]).total), 200_000);
measure("module, score(text): JSON in, object out", (i) => (sink += ocop.score(JSON.stringify(sheets[i % 200])).total), 10_000);
measure("module, plan(request)", (i) => (sink += ocop.plan({ ...sheets[i % 200], star: 5 }).star), 2_000);
measure("plain JavaScript over the published rubric, minima included", (i) => (sink += plain(sheets[i % 200]).total), 100_000);
measure("json-logic-js, total alone", (i) => (sink += jsonLogic.apply(logic, flat[i % 200])), 20_000);
measure("survey-core, calculated value, total alone, one change", (i) => {
  const c = i % criteria.length;
  survey.setValue(`q${criteria[c].code.replaceAll(".", "_")}`, pointsOf(sheets[i % 200])[c]);
  sink += survey.getVariable("total") ?? 0;
}, 2_000);

// A dossier: every rule in the module, and its shape alone by ajv.
const dossier = JSON.parse(readFileSync(new URL("../../examples/dossiers/do-uong-lan-dau.json", import.meta.url)));
const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
const hasShape = ajv.compile(JSON.parse(readFileSync(new URL("../npm/schema/dossier.json", import.meta.url))));
assert.ok(hasShape(dossier) && ocop.validate(dossier).valid);
const text = JSON.stringify(dossier);
measure("module, validate(dossier): an object, every rule", () => (sink += ocop.validate(dossier).problems.length), 500);
measure("module, validate(text): JSON, every rule", () => (sink += ocop.validate(text).problems.length), 500);
measure("ajv, the dossier's shape alone", () => (sink += Number(hasShape(dossier))), 500);
if (sink === 0) throw new Error("nothing was computed");
