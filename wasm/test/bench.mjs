// Microseconds a call in Node: the module, the same rules as plain JavaScript
// over the published rubric, json-logic-js, json-rules-engine, survey-core and ajv.
// What can be compared is first checked to give the same. With --json each row is a
// line with its job, and with --bytes how much a page loads for it, minified and
// packed by brotli: scoring/benchmarks/table reads that.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { build } from "esbuild";
import jsonLogic from "json-logic-js";
import { Engine } from "json-rules-engine";
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
// A rule for each option; the points of those that hold are added up.
const engine = new Engine(
  criteria.flatMap((c) =>
    c.options.map((o) => ({
      conditions: { all: [{ fact: c.code, operator: "equal", value: o.code }] },
      event: { type: "points", params: { points: o.points } },
    })),
  ),
  { allowUndefinedFacts: true },
);
async function byRules(sheet) {
  const { events } = await engine.run(sheet.answers);
  return events.reduce((total, event) => total + event.params.points, 0);
}

const pointsOf = (sheet) => criteria.map((c) => c.options.find((o) => o.code === sheet.answers[c.code]).points);

for (const [i, sheet] of sheets.entries()) {
  const want = ocop.score(sheet);
  const got = plain(sheet);
  assert.deepEqual([got.total, got.parts, got.band, got.star, got.shortfalls], [want.total, want.parts, want.band, want.star, want.shortfalls]);
  if (want.notApplicable.length > 0) continue; // the bare sum knows nothing of 5.2 that falls away
  assert.equal(jsonLogic.apply(logic, flat[i]), want.total);
  if (i % 40 > 0) continue; // the slow ones on a few
  assert.equal(await byRules(sheet), want.total);
  pointsOf(sheet).forEach((points, c) => survey.setValue(`q${criteria[c].code.replaceAll(".", "_")}`, points));
  assert.equal(survey.getVariable("total"), want.total);
}

// The keystroke's way: answer bytes that a form keeps in the module's memory.
const { Instance, memoryOf } = await internal("instance");
const instance = new Instance(await WebAssembly.compile(readFileSync(new URL("../npm/ocop.wasm", import.meta.url))), "ocop.wasm");
const exports = instance.run((of) => of);
const answers = memoryOf(exports, exports.answers(), 68);
const bytes = sheets.map((s) => criteria.map((c) => 2 + c.options.findIndex((o) => o.code === s.answers[c.code])));

const asJSON = process.argv.includes("--json");
const withBytes = process.argv.includes("--bytes");

/**
 * A row: the middle of five runs, in time of the processor, which others on the
 * machine do not lengthen. The bytes are those of what has to be loaded.
 */
async function measure(job, name, work, rounds, bytes) {
  const all = async (n) => {
    for (let i = 0; i < n; i++) {
      const waits = work(i);
      if (waits instanceof Promise) await waits;
    }
  };
  await all(rounds / 5);
  const times = [];
  for (let run = 0; run < 5; run++) {
    const start = process.cpuUsage();
    await all(rounds);
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / rounds);
  }
  const us = times.sort((a, b) => a - b)[2];
  if (asJSON) console.log(JSON.stringify({ job, who: name, ns: us * 1000, bytes: withBytes ? await bytes() : 0 }));
  else console.log(`${name.padEnd(62)} ${us.toFixed(3).padStart(9)} µs`);
}

/** Bytes of a script with all that it imports. */
async function script(contents) {
  const made = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    external: ["node:*"],
    logLevel: "silent",
  });
  return brotliCompressSync(made.outputFiles[0].contents).length;
}
const file = (path) => brotliCompressSync(readFileSync(new URL(path, import.meta.url))).length;
const module = async (...names) => (await script('export { load } from "../npm/index.js"')) + names.reduce((sum, name) => sum + file(`../npm/${name}`), 0);
let loaded;
const scores = () => (loaded ??= module("ocop.wasm"));
const checks = () => module("ocop-checks.wasm");
const table = () => brotliCompressSync(JSON.stringify(criteria.map((c) => [c.code, c.options.map((o) => [o.code, o.points, o.minStar])]))).length;
const shape = async () => (await script('export { Ajv2020 } from "ajv/dist/2020.js"; export { default } from "ajv-formats"')) + file("../npm/schema/dossier.json");

let sink = 0;
await measure("keystroke", "ocop, one answer byte changed, scored, total read", (i) => {
  const row = bytes[i % 200];
  const at = i % row.length;
  answers[at] = row[at];
  sink += exports.score(13, row.length) & 0xff;
}, 200_000, scores);
await measure("keystroke", "survey-core, calculated value, one change, total alone", (i) => {
  const c = i % criteria.length;
  survey.setValue(`q${criteria[c].code.replaceAll(".", "_")}`, pointsOf(sheets[i % 200])[c]);
  sink += survey.getVariable("total") ?? 0;
}, 40, () => script('export { Model } from "survey-core"'));
await measure("object", "ocop, score(sheet): objects in and out", (i) => { sink += ocop.score(sheets[i % 200]).total; }, 50_000, scores);
await measure("object", "plain JavaScript over the published rubric, minima included", (i) => { sink += plain(sheets[i % 200]).total; }, 20_000, table);
await measure("object", "json-logic-js, total alone", (i) => { sink += jsonLogic.apply(logic, flat[i % 200]); }, 2_000, () => script('export { default } from "json-logic-js"'));
await measure("object", "json-rules-engine, total alone", async (i) => { sink += await byRules(sheets[i % 200]); }, 25, () => script('export { Engine } from "json-rules-engine"'));
if (!asJSON) {
  await measure("", "ocop, score(text): JSON in, object out", (i) => { sink += ocop.score(JSON.stringify(sheets[i % 200])).total; }, 5_000);
  await measure("", "ocop, plan(request)", (i) => { sink += ocop.plan({ ...sheets[i % 200], star: 5 }).star; }, 500);
}

// A dossier: every rule in the module, and its shape alone by ajv.
const dossier = JSON.parse(readFileSync(new URL("../../examples/dossiers/do-uong-lan-dau.json", import.meta.url)));
const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
const hasShape = ajv.compile(JSON.parse(readFileSync(new URL("../npm/schema/dossier.json", import.meta.url))));
assert.ok(hasShape(dossier) && ocop.validate(dossier).valid);
const broken = { ...dossier, product: { ...dossier.product, set: 99 } };
assert.ok(!hasShape(broken) && !ocop.validate(broken).valid);
await measure("dossier", "ocop, validate(dossier): an object, every rule", () => { sink += ocop.validate(dossier).problems.length; }, 100, checks);
if (!asJSON) {
  const text = JSON.stringify(dossier);
  await measure("", "ocop, validate(text): JSON, every rule", () => { sink += ocop.validate(text).problems.length; }, 100);
}
await measure("dossier", "ajv, the dossier's shape alone", () => { sink += Number(hasShape(dossier)); }, 200, shape);
if (sink === 0) throw new Error("nothing was computed");
