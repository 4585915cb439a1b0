// The package as a program sees it: loading, answers, and everything that can go wrong.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { test } from "node:test";
import { edition, load, OcopError } from "../npm/index.js";
import { integrity } from "../npm/integrity.js";

const npm = new URL("../npm/", import.meta.url);
const examples = new URL("../../examples/", import.meta.url);
const read = (url) => JSON.parse(readFileSync(url));
const list = (folder) => readdirSync(new URL(folder, examples)).filter((name) => name.endsWith(".json")).map((name) => new URL(folder + name, examples));
const sheets = list("sheets/").map(read);
const bytes = readFileSync(new URL("ocop.wasm", npm));
const small = { checks: false, words: [] };
const codes = (work) => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof OcopError, String(error));
    for (const problem of error.problems) assert.ok(problem.message.vi && problem.message.en);
    return error.problems.map((p) => p.code);
  }
  return [];
};
/** The codes and places of what is thrown. */
const places = (work) => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof OcopError, String(error));
    return error.problems.map((p) => `${p.code} ${p.path}`);
  }
  return [];
};
const rejected = async (promise) => {
  const error = await promise.then(() => assert.fail("loaded"), (e) => e);
  return codes(() => {
    throw error;
  });
};
const ocop = await load();

test("answers what the command answers", () => {
  const root = new URL("../../", import.meta.url);
  const command = (...args) => execFileSync("go", ["run", "./ocop/cmd/ocop", ...args], { cwd: root, maxBuffer: 1 << 26 });
  for (const url of list("sheets/")) {
    const sheet = read(url);
    assert.deepEqual(ocop.score(sheet), JSON.parse(command("score", "--json", url.pathname)));
    assert.equal(ocop.vector(sheet), command("vector", url.pathname).toString().trim());
    assert.deepEqual(ocop.score(ocop.parseVector(ocop.vector(sheet))), ocop.score(sheet));
  }
  const council = read(list("council/")[0]);
  const outcome = JSON.parse(command("council", "--json", list("council/")[0].pathname));
  assert.deepEqual(ocop.council(council), outcome);
  const full = sheets.find((sheet) => ocop.score(sheet).status === "classified");
  assert.ok(ocop.plan({ ...full, star: 5 }).changes);
  const published = JSON.parse(command("rubric", "--json"));
  for (const set of published.sets) assert.deepEqual(ocop.rubric(set.no), set);
});

test("dossiers are checked", () => {
  for (const url of list("dossiers/")) {
    assert.deepEqual(ocop.validate(read(url)), { valid: true, problems: [] }, url.pathname);
    assert.deepEqual(ocop.score(ocop.claims(read(url))).status, "classified");
  }
  const { valid, problems } = ocop.validate({});
  assert.equal(valid, false);
  assert.ok(problems.length > 3);
  assert.equal(ocop.validate(readFileSync(list("dossiers/")[0])).valid, true, "bytes");
  assert.equal(ocop.validate('{"edition":"qd26-2026","edition":"qd26-2026"}').problems.some((p) => p.code === "JSON-06"), true, "doubled members in text");
  assert.deepEqual(ocop.validate(" ".repeat(50 << 20)).problems.map((p) => p.code), ["JSON-04"]);
  assert.equal(ocop.validate(sheets[0], { as: "sheet" }).valid, true);
  assert.equal(ocop.validate(sheets[0], { as: "council" }).valid, false);
  assert.deepEqual(codes(() => ocop.validate({}, { as: "song" })), ["DOCUMENT-01"]);
});

/** A dossier that no commune has received yet. */
function draft() {
  const { communeReport, proposed, council, ministry, provinceProposal, requests, decision, ...dossier } = read(new URL("dossiers/thuc-pham-lan-dau.json", examples));
  const { communeReceipt, provinceReceipt, ...registration } = dossier.registration;
  return { ...dossier, registration };
}

test("papers are what the command fills in, as a tree and as HTML", () => {
  const command = (document, ...args) => execFileSync("go", ["run", "./ocop/cmd/ocop", "paper", ...args, "-"], { cwd: new URL("../../", import.meta.url), input: document }).toString();
  const dossier = readFileSync(new URL("dossiers/thuc-pham-lan-dau.json", examples), "utf8");
  const sheet = JSON.stringify({ edition: "qd26-2026", set: 26, answers: {} });
  for (const [name, document, lang] of [["form-02", dossier, "vi"], ["minutes", dossier, "en"], ["score-sheet", sheet, "vi"], ["report", dossier, "vi"], ["report", sheet, "en"]]) {
    assert.deepEqual(ocop.paper(name, JSON.parse(document), { lang }), JSON.parse(command(document, name, "--lang", lang, "--format", "json")));
    assert.equal(ocop.paperHTML(name, new TextEncoder().encode(document), { lang }), command(document, name, "--lang", lang, "--format", "html"));
  }
  assert.equal(ocop.paper("form-01", {}).nodes.find(({ kind }) => kind === "field").value, null, "a blank to fill in by hand");
  assert.notDeepEqual(ocop.paper("minutes", dossier, { council: "ministry" }), ocop.paper("minutes", dossier));
  assert.deepEqual(places(() => ocop.paper("form 04", {})), ["PAPER-01 "]);
  assert.deepEqual(places(() => ocop.paper("score-sheet", {})), ["PAPER-02 /product/set"]);
  assert.deepEqual(places(() => ocop.paper("form-01", "x")), ["JSON-01 "]);
  assert.deepEqual(places(() => ocop.paper("form-01", {}, { lang: "fr" })), ["MODULE-15 "]);
  assert.deepEqual(places(() => ocop.paper("form-01", {}, { format: "html" })), ["MODULE-14 "]);
});

test("deadlines and lives are what the command says", () => {
  const command = (verb, input, ...args) => JSON.parse(execFileSync("go", ["run", "./ocop/cmd/ocop", verb, "--json", ...args, "-"], { cwd: new URL("../../", import.meta.url), input: JSON.stringify(input) }));
  const milestones = { application: "first", filed: "2026-08-24" };
  const steps = { previous: { star: 4, issued: "2026-08-05" }, steps: [] };
  const filed = read(list("dossiers/")[0]);
  for (const input of [milestones, filed]) {
    assert.deepEqual(ocop.deadlines(input), command("deadlines", input));
    assert.deepEqual(ocop.deadlines(input, { on: "2026-09-18" }), command("deadlines", input, "--on", "2026-09-18"));
  }
  for (const input of [steps, filed]) {
    assert.deepEqual(ocop.life(input), command("life", input));
    assert.deepEqual(ocop.life(input, { on: "2029-06-01" }), command("life", input, "--on", "2029-06-01"));
  }
  assert.equal(ocop.life(steps, { on: "2029-06-01" }).stage, "expiring");
  const holidays = { 2026: { off: ["2026-08-31"] } };
  const text = JSON.stringify(holidays);
  for (const given of [holidays, text, new TextEncoder().encode(text), new TextEncoder().encode(text).buffer]) {
    assert.equal(ocop.deadlines(JSON.stringify(milestones), { holidays: given }).due[0].by, "2026-09-15");
  }
  assert.equal(ocop.deadlines(milestones, { on: undefined, holidays: undefined }).due[0].by, "2026-09-17");
  assert.deepEqual(places(() => ocop.life({ steps: [{ step: "file", on: "2026-06-01" }, { step: "recognise", on: "2026-06-02", by: "province" }] })), ["LIFE-01 /steps/1"]);
  assert.deepEqual(places(() => ocop.deadlines({ filed: "2026-02-30" })), ["DATE-01 /filed"]);
  assert.deepEqual(places(() => ocop.deadlines(" ".repeat(50 << 20), { on: "2026-09-18" })), ["JSON-04 "]);
});

test("a dossier is judged as of a day, by days off", () => {
  assert.equal(ocop.validate(draft(), { on: "2026-06-20" }).valid, true);
  assert.deepEqual(ocop.validate(draft(), { on: "2026-05-21" }).problems.map((p) => p.code), ["DOSSIER-42", "EVIDENCE-08"]);
  assert.equal(ocop.claims(draft(), { on: "2026-06-20" }).set, draft().product.set);
  assert.deepEqual(codes(() => ocop.claims(draft(), { on: "2026-05-21" })), ["DOSSIER-42", "EVIDENCE-08"]);
  assert.deepEqual(codes(() => ocop.life(draft(), { on: "2026-05-21" })), ["DOSSIER-42", "EVIDENCE-08"]);
  const holidays = { 2026: { off: [], worked: ["2026-07-04", "2026-07-05", "2026-07-11", "2026-07-12", "2026-07-18"] } };
  const filed = read(new URL("dossiers/thuc-pham-lan-dau.json", examples));
  assert.deepEqual(ocop.validate(filed, { holidays }).problems.map((p) => p.code), ["DOSSIER-50"]);
  assert.deepEqual(ocop.validate(filed, { as: "dossier", on: "2026-05-21" }), { valid: true, problems: [] }, "it was filed when it was");
  for (const as of ["sheet", "plan", "council"]) {
    for (const options of [{ on: "2026-06-20" }, { holidays }]) assert.deepEqual(codes(() => ocop.validate(sheets[0], { as, ...options })), ["MODULE-14"]);
  }
});

test("options that are wrong are refused with their place", () => {
  for (const [options, want] of [
    [{ on: "2026-2-3" }, "DATE-01 /on"], [{ on: "" }, "DATE-01 /on"], [{ on: "\ud800" }, "DATE-01 /on"], [{ on: "2026-09-18\n" }, "DATE-01 /on"], [{ on: "x".repeat(1e6) }, "DATE-01 /on"],
    [{ on: new Date() }, "MODULE-10 /on"], [{ on: 20260918 }, "MODULE-10 /on"], [{ on: null }, "MODULE-10 /on"],
    [{ holidays: { 2026: { off: ["2027-01-01"] } } }, "HOLIDAY-02 /holidays/2026/off/0"], [{ holidays: "" }, "JSON-01 /holidays"], [{ holidays: "{} {}" }, "JSON-03 /holidays"],
    [{ holidays: { 2026: { off: [new Date()] } } }, "MODULE-10 /holidays/2026/off/0"], [{ holidays: null }, "JSON-09 /holidays"], [{ holidays: " ".repeat(3 << 20) }, "JSON-04 /holidays"],
    [{ holidays: " ".repeat(1 << 17) }, "JSON-04 /holidays"], [{ day: "2026-09-18" }, "MODULE-14 "],
  ]) {
    assert.deepEqual(places(() => ocop.deadlines({}, options)), [want]);
    assert.deepEqual(places(() => ocop.validate({}, options)), [want]);
  }
  for (const method of ["life", "claims"]) assert.deepEqual(places(() => ocop[method]({}, { holidays: {} })), ["MODULE-14 "]);
  assert.equal(ocop.deadlines({ filed: "2026-08-24" }).due[0].by, "2026-09-17", "nothing stays for the next call");
});

// The object path does not go through JSON: it must give the same.
test("objects and JSON have the same result", () => {
  let seed = 26;
  const random = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
  for (let i = 0; i < 50_000; i++) {
    const set = 1 + (i % 26);
    const rules = ocop.rules(set);
    const answers = {};
    for (const criterion of rules.parts.flatMap((p) => p.sections).flatMap((s) => s.criteria)) {
      if (i % 3 && random(30) === 0) continue;
      const options = criterion.options.map((o) => o.code);
      if (criterion.options.every((o) => o.points > 0)) options.push("none");
      answers[criterion.code] = options[random(options.length)];
    }
    const sheet = { edition, set, answers };
    if (i % 5 === 0) sheet.gates = rules.gates.filter((g) => !g.zeroPointsAt && random(8) === 0).map((g) => g.id);
    assert.equal(JSON.stringify(ocop.score(sheet)), JSON.stringify(ocop.score(JSON.stringify(sheet))));
  }
});

test("a faulty sheet is never scored", () => {
  const good = sheets[0];
  const faulty = {
    "another edition": { ...good, edition: "qd148-2023" },
    "no set": { ...good, set: 27 },
    "set as text": { ...good, set: "13" },
    "unknown criterion": { ...good, answers: { ...good.answers, 99: "a" } },
    "unknown option": { ...good, answers: { ...good.answers, 1.1: "z" } },
    "points": { ...good, total: 100 },
    "points as answer": { ...good, answers: { ...good.answers, 1.1: 5 } },
    "null answer": { ...good, answers: { ...good.answers, 1.1: null } },
    "no answers": { edition, set: 13 },
    "list of answers": { ...good, answers: [] },
    "unknown gate": { ...good, gates: ["nothing"] },
    "gate twice": { ...good, gates: ["forged-dossier", "forged-dossier"] },
    "gates as text": { ...good, gates: "forged-dossier" },
    "gates null": { ...good, gates: null },
    "a list": [],
    "nothing": null,
    "undefined": undefined,
    "prototype": { edition, set: 13, answers: { __proto__: null, constructor: "a" } },
  };
  for (const [name, sheet] of Object.entries(faulty)) assert.notEqual(codes(() => ocop.score(sheet)).length, 0, name);
  const circular = {};
  circular.circular = circular;
  assert.deepEqual(codes(() => ocop.score(circular)), ["MODULE-10"]);
  assert.deepEqual(codes(() => ocop.score({ ...good, set: 13n })), ["MODULE-10"]);
  // none where a 0-point option is printed
  const zero = ocop.rules(13).parts.flatMap((p) => p.sections).flatMap((s) => s.criteria).find((c) => c.options.some((o) => o.points === 0));
  assert.deepEqual(codes(() => ocop.score({ edition, set: 13, answers: { [zero.code]: "none" } })), ["SHEET-05"]);
  // an answer taken back is not there
  assert.equal(ocop.score({ edition, set: 13, answers: { 1.1: undefined } }).unanswered.length, ocop.score({ edition, set: 13, answers: {} }).unanswered.length);
  assert.deepEqual(codes(() => ocop.parseVector("OCOP:qd26-2026/13/1.1:z")), ["VECTOR-03"]);
  assert.deepEqual(codes(() => ocop.rules(27)), ["MODULE-02"]);
});

test("an explanation has its steps in both languages, or in one", () => {
  const dossier = JSON.parse(readFileSync(new URL("../../examples/dossiers/do-uong-lan-dau.json", import.meta.url)));
  for (const document of [sheets[0], JSON.stringify(sheets[0]), dossier]) {
    const steps = ocop.explain(document);
    const { total, star } = ocop.score(document === dossier ? ocop.claims(dossier) : document);
    assert.equal(steps.find((step) => step.kind === "total").points, total);
    assert.equal(steps.find((step) => step.kind === "star")?.star ?? null, star);
    assert.ok(steps.some((step) => step.kind === "criterion" && step.notes?.length > 0));
    for (const lang of ["vi", "en"]) {
      const inOne = ({ text, notes, ...step }) => ({ ...step, ...(notes && { notes: notes.map((note) => note[lang]) }), text: text[lang] });
      assert.deepEqual(ocop.explain(document, { lang }), steps.map(inOne));
    }
  }
  assert.deepEqual(codes(() => ocop.explain({})).slice(0, 1), ["DOSSIER-01"]);
  assert.deepEqual(codes(() => ocop.explain(sheets[0], { lang: "fr" })), ["MODULE-15"]);
  assert.deepEqual(codes(() => ocop.explain(sheets[0], { language: "vi" })), ["MODULE-14"]);
});

test("load takes bytes, a module or an address", async () => {
  for (const source of [{ bytes }, { module: await WebAssembly.compile(bytes) }, { bytes, integrity: integrity["ocop.wasm"] }, { url: new URL("ocop.wasm", npm) }]) {
    const loaded = await load({ ...source, ...small });
    assert.equal(loaded.score(sheets[0]).total, ocop.score(sheets[0]).total);
    for (const method of ["validate", "claims", "deadlines", "life"]) assert.deepEqual(codes(() => loaded[method]({})), ["MODULE-08"]);
    assert.deepEqual(codes(() => loaded.rubric(13, { lang: "vi" })), ["MODULE-07"]);
    await loaded.loadWords("vi", 13);
    assert.equal(loaded.rubric(13, { lang: "vi" }).name, ocop.rubric(13, { lang: "vi" }).name);
    await loaded.loadWords("vi", "index");
    assert.equal(loaded.catalogue({ lang: "vi" }).sectors.flatMap((s) => s.sets).length, 26);
    await loaded.loadChecks();
    assert.equal(loaded.validate({}).valid, false);
  }
});

test("load says what is wrong", async () => {
  const server = createServer((request, response) => {
    response.writeHead(request.url.startsWith("/gone") ? 404 : 200, { "content-type": request.url === "/text" ? "text/html" : "application/wasm" });
    response.end(request.url === "/cut" ? bytes.subarray(0, 100_000) : request.url === "/ok" || request.url === "/other" ? bytes : "<p>not a module</p>");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = `http://127.0.0.1:${server.address().port}`;
  const one = (source) => rejected(load({ ...source, ...small }));
  assert.deepEqual(await one({ url: `${at}/cut` }), ["MODULE-06"]);
  assert.deepEqual(await one({ url: `${at}/text` }), ["MODULE-20"]);
  assert.deepEqual(await one({ url: `${at}/gone` }), ["MODULE-19"]);
  assert.deepEqual(await one({ url: "http://127.0.0.1:1/ocop.wasm" }), ["MODULE-04"]);
  assert.deepEqual(await one({ url: new URL("none.wasm", npm) }), ["MODULE-04"]);
  assert.deepEqual(await one({ bytes: bytes.subarray(0, 100_000) }), ["MODULE-06"]);
  assert.deepEqual(await one({ bytes, integrity: integrity["ocop-checks.wasm"] }), ["MODULE-05"]);
  assert.deepEqual(await one({ module: await WebAssembly.compile(readFileSync(new URL("ocop.wasm", npm))).then(() => new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))) }), ["MODULE-06"]);
  assert.deepEqual(await rejected(load({ words: ["vi"], checks: false, wordsURL: `${at}/gone/` })), ["MODULE-19"]);
  const loaded = await load({ url: `${at}/ok`, ...small });
  assert.equal(loaded.score(sheets[0]).total, ocop.score(sheets[0]).total);
  server.close();
});

test("without WebAssembly it says so", async () => {
  const { WebAssembly: kept } = globalThis;
  delete globalThis.WebAssembly;
  try {
    assert.deepEqual(await rejected(load()), ["MODULE-03"]);
  } finally {
    globalThis.WebAssembly = kept;
  }
});

/** The instances that are made while work runs. */
async function instancesOf(work) {
  const { Instance } = WebAssembly;
  const made = [];
  WebAssembly.Instance = function (...args) {
    made.push(new Instance(...args));
    return made.at(-1);
  };
  try {
    await work();
  } finally {
    WebAssembly.Instance = Instance;
  }
  return made;
}

// A module that traps is of no more use; how a page may bring that about differs
// from one engine to another, so that the trap is made here.
test("a trap costs nothing but a new instance", async () => {
  const { Instance } = WebAssembly;
  let traps = 0; // calls that are still to trap
  const trapping = (call) => (...args) => {
    if (traps === 0) return call(...args);
    traps--;
    throw new WebAssembly.RuntimeError("unreachable");
  };
  const made = [];
  WebAssembly.Instance = function (...args) {
    const { exports } = new Instance(...args);
    made.push(exports);
    return { exports: { ...exports, call: trapping(exports.call), result: trapping(exports.result) } };
  };
  try {
    const loaded = await load(small);
    for (const sheet of [sheets[0], JSON.stringify(sheets[0])]) {
      const want = JSON.stringify(loaded.score(sheet));
      const before = made.length;
      traps = 1;
      assert.equal(JSON.stringify(loaded.score(sheet)), want);
      assert.equal(traps, 0, "it was called");
      assert.equal(JSON.stringify(loaded.score(sheet)), want);
      assert.equal(made.length, before + 1);
      traps = 2; // the new one traps too: the caller hears of it
      assert.deepEqual(codes(() => loaded.score(sheet)), ["MODULE-09"]);
      assert.equal(JSON.stringify(loaded.score(sheet)), want);
    }
  } finally {
    WebAssembly.Instance = Instance;
  }
});

// With next to no stack left a call fails, in the page or in the module, and the
// next one works.
test("a call without stack costs no later one", async () => {
  const loaded = await load(small);
  const want = loaded.score(sheets[0]);
  const every = 100; // frames: each attempt may cost an instance
  (function deeper(depth) {
    try {
      deeper(depth + 1);
    } catch (error) {
      if (depth % every !== 0) throw error;
      loaded.score(JSON.stringify(sheets[0]));
    }
  })(1);
  assert.deepEqual(loaded.score(sheets[0]), want);
  assert.equal(JSON.stringify(loaded.score(JSON.stringify(sheets[0]))), JSON.stringify(want));
});

test("a million calls keep the memory small", async () => {
  const [{ exports }] = await instancesOf(async () => {
    const loaded = await load(small);
    for (let i = 0; i < 1_000_000; i++) loaded.score(sheets[i % sheets.length]);
    for (let i = 0; i < 20_000; i++) loaded.score(JSON.stringify(sheets[i % sheets.length]));
  });
  const size = exports.memory.buffer.byteLength / (1 << 20);
  console.log(`memory after 1,020,000 calls: ${size.toFixed(1)} MiB`);
  assert.ok(size < 16);
});
