// The rules in a worker: the same methods and answers, and an end that all hear of.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { load } from "../npm/index.js";
import { policy } from "./serve.mjs";
import { close, open, put } from "./stage.mjs";

after(close);

const ocop = await load();
const examples = new URL("../../examples/", import.meta.url);
const coffee = JSON.parse(readFileSync(new URL("sheets/ca-phe-dak-lak.json", examples)));

/** A page with a worker of the package that stands in a folder, as ocop; code gives the code a promise is refused with. */
const visit = (name, { folder = "/ocop", options = '{ checks: false, words: ["vi"] }', script = "", headers } = {}) => open(name, `
  import { OcopError } from "/ocop/index.js";
  import { loadInWorker } from "${folder}/worker.js";
  globalThis.loadInWorker = loadInWorker;
  globalThis.code = (promise) => Promise.race([
    promise.then(() => "taken", (e) => (e instanceof OcopError ? \`\${e.problems[0].code} \${e.problems[0].path}\`.trim() : String(e))),
    new Promise((resolve) => setTimeout(resolve, 3000, "pending")),
  ]);
  ${script}
  globalThis.asked = loadInWorker(${options});
  globalThis.asked.then((ocop) => { globalThis.ocop = ocop; globalThis.ready = true; }, () => { globalThis.ready = true; });`, { headers });

test("a worker has the same methods", async () => {
  const page = await open("worker", `
    import { loadInWorker } from "/ocop/worker.js";
    loadInWorker({ words: ["vi"] }).then((ocop) => { globalThis.ocop = ocop; globalThis.ready = true; }, (e) => { globalThis.failed = e.message; });`);
  assert.deepEqual(await page.evaluate((sheet) => globalThis.ocop.score(sheet), coffee), ocop.score(coffee));
  assert.deepEqual(await page.evaluate((sheet) => globalThis.ocop.explain(sheet, { lang: "vi" }), coffee), ocop.explain(coffee, { lang: "vi" }));
  assert.deepEqual(await page.evaluate(() => globalThis.ocop.validate({}).then((v) => v.valid)), false);
  assert.equal(await page.evaluate(() => globalThis.ocop.score({}).catch((e) => e.problems[0].code)), ocopCode(() => ocop.score({})));
  // What is no plain data is refused before it loses on the way what tells it apart; bytes in any view are taken.
  const codes = await page.evaluate(async (sheet) => {
    const code = (promise) => promise.then(() => "taken", (e) => e.problems[0].code);
    const bytes = new TextEncoder().encode(JSON.stringify(sheet));
    const { ocop } = globalThis;
    return Promise.all([
      code(ocop.score(new String("{}"))), code(ocop.score({ ...sheet, answers: new Map() })), code(ocop.score({ ...sheet, get answers() { throw null; } })), code(ocop.score(Object.create(sheet))),
      code(ocop.score({ ...sheet, gates: new Array(1e9) })), code(ocop.validate({}, { as: () => 1 })), code(ocop.validate({}, { as: "__proto__" })),
      code(ocop.score(bytes)), code(ocop.score(bytes.buffer)), code(ocop.score(new DataView(bytes.buffer))),
    ]);
  }, coffee);
  assert.deepEqual(codes, ["MODULE-10", "MODULE-10", "MODULE-10", "MODULE-10", "JSON-04", "MODULE-10", "DOCUMENT-01", "taken", "taken", "taken"]);
  // So are the options that a day and days off are.
  const dated = await page.evaluate(async () => {
    const { ocop } = globalThis;
    const code = (promise) => promise.then(() => "taken", (e) => `${e.problems[0].code} ${e.problems[0].path}`);
    const bytes = new TextEncoder().encode('x{"2026":{"off":["2026-08-31"]}}');
    const filed = { filed: "2026-08-24" };
    return [
      (await ocop.deadlines(filed, { on: "2026-09-16", holidays: bytes.subarray(1) })).due[0], (await ocop.life({ steps: [] }, { on: "2026-09-16" })).stage,
      await code(ocop.deadlines(filed, { on: new Date() })), await code(ocop.deadlines(filed, { holidays: new Map() })), await code(ocop.life({}, { holidays: {} })), bytes.length,
    ];
  });
  assert.deepEqual(dated, [ocop.deadlines({ filed: "2026-08-24" }, { on: "2026-09-16", holidays: { 2026: { off: ["2026-08-31"] } } }).due[0], "draft", "MODULE-10 /on", "MODULE-10 /holidays", "MODULE-14 ", 32]);
  assert.deepEqual(page.problems, []);
});

function ocopCode(work) {
  try {
    work();
  } catch (error) {
    return error.problems[0].code;
  }
  return undefined;
}

test("the end of a worker is told to all who wait, and to who comes later", async () => {
  const page = await visit("worker-end");
  const codes = await page.evaluate(async (sheet) => {
    const { ocop, code } = globalThis;
    const pending = [code(ocop.score(sheet)), code(ocop.plan({ ...sheet, star: 5 }))];
    ocop.terminate();
    return [...(await Promise.all(pending)), await code(ocop.score(sheet)), await code(ocop.rules(1)), ocop.terminate()];
  }, coffee);
  assert.deepEqual(codes, ["MODULE-17", "MODULE-17", "MODULE-17", "MODULE-17", undefined]);
  assert.deepEqual(page.problems, []);
});

test("a worker that does not come, or dies, is told as an OcopError", async () => {
  const worker = (folder, text, headers) => {
    put(`${folder}/worker.js`, readFileSync(new URL("../npm/worker.js", import.meta.url)).toString().replaceAll("./chunk", "/ocop/chunk"));
    if (text !== undefined) put(`${folder}/worker-script.js`, text, headers);
  };
  worker("/none");
  worker("/broken", "import { nothing } from './nowhere.js';");
  worker("/wrong", "let = = 1;");
  worker("/dies", `self.onmessage = ({ data: { id } }) => { if (id > 1) throw new Error("out of memory"); self.postMessage({ id, value: ["score"] }); };`);
  worker("/garbled", `self.onmessage = ({ data: { id } }) => self.postMessage(id > 1 ? { id, problems: [{ code: "MODULE-01", path: "", message: { vi: "", en: "" } }] } : { id, value: ["score"] });`);
  for (const folder of ["/none", "/broken", "/wrong"]) {
    const page = await visit(`worker${folder.replace("/", "-")}`, { folder });
    assert.equal(await page.evaluate(() => globalThis.code(globalThis.asked)), "MODULE-04", folder);
  }
  const dies = await visit("worker-dies", { folder: "/dies" });
  assert.deepEqual(await dies.evaluate(() => {
    const { ocop, code } = globalThis;
    return Promise.all([code(ocop.score({})), code(ocop.score({})), new Promise((resolve) => setTimeout(resolve, 500)).then(() => code(ocop.score({})))]);
  }), ["MODULE-17", "MODULE-17", "MODULE-17"]);
  const garbled = await visit("worker-garbled", { folder: "/garbled" });
  assert.equal(await garbled.evaluate(() => globalThis.code(globalThis.ocop.score({}))), "MODULE-01");
  // A module that does not load ends the worker too.
  const lost = await visit("worker-lost", { options: '{ checks: false, words: [], url: "/nowhere.wasm" }' });
  assert.match(await lost.evaluate(() => globalThis.code(globalThis.asked)), /^MODULE-(04|19)$/);
});

test("what a framework made reactive is taken as what it stands for, and addresses as the page has them", async () => {
  // As Vue makes it: a proxy over each object that is read.
  const script = `
    const reactive = (of) => new Proxy(of, { get(target, name, self) { const value = Reflect.get(target, name, self); return typeof value === "object" && value !== null ? reactive(value) : value; } });
    globalThis.reactive = reactive;`;
  const page = await visit("worker-reactive", { script, options: 'reactive({ checks: { url: "ocop/ocop-checks.wasm" }, words: ["vi"], url: new URL("/ocop/ocop.wasm", location.href).href, wordsURL: "ocop/words" })' });
  const [result, plan, council, difference, due, labels, wrong] = await page.evaluate(async (sheet) => {
    const { ocop, reactive, code } = globalThis;
    const members = ["a", "b", "c"].map((id) => ({ id, answers: sheet.answers }));
    return [
      await ocop.score(reactive(sheet)), await ocop.plan(reactive({ ...sheet, star: 5, locked: ["1.1"], cost: { 1.2: 3 } })), await ocop.council(reactive({ edition: sheet.edition, set: sheet.set, members })),
      await ocop.compare(reactive(sheet), reactive({ ...sheet, answers: { 1.1: "a" } })), await ocop.deadlines(reactive({ filed: "2026-08-24" }), reactive({ on: "2026-09-16", holidays: { 2026: { off: ["2026-08-31"] } } })),
      (await ocop.rubric(13, reactive({ lang: "vi" }))).name, await code(ocop.catalogue(reactive({ lang: new Map() }))),
    ];
  }, coffee);
  assert.deepEqual(result, ocop.score(coffee));
  assert.deepEqual(plan, ocop.plan({ ...coffee, star: 5, locked: ["1.1"], cost: { 1.2: 3 } }));
  assert.equal(council.count, 3);
  assert.deepEqual(difference, ocop.compare(coffee, { ...coffee, answers: { 1.1: "a" } }));
  assert.equal(due.due.length > 0, true);
  assert.equal(labels, ocop.rubric(13, { lang: "vi" }).name);
  assert.equal(wrong, "MODULE-10 /lang");
  assert.deepEqual(page.problems, []);
});

test("hostile documents, options and sources are refused in the page, and bytes of every kind taken", async () => {
  const page = await visit("worker-hostile");
  const codes = await page.evaluate(async (sheet) => {
    const { ocop, code, loadInWorker } = globalThis;
    const text = new TextEncoder().encode(JSON.stringify(sheet));
    const frame = document.body.appendChild(document.createElement("iframe")).contentWindow;
    const shared = new Uint8Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer, 0, text.length);
    shared.set(text);
    const detached = new ArrayBuffer(8);
    structuredClone(detached, { transfer: [detached] });
    const loop = { lang: "vi" };
    loop.self = loop;
    const options = { get words() { throw new Error("no"); } };
    const all = {
      iframe: ocop.score(new frame.Uint8Array(text)), "iframe's buffer": ocop.score(new frame.Uint8Array(text).buffer), shared: ocop.score(shared), wider: ocop.score(new Uint8Array([32, ...text]).subarray(1)),
      map: ocop.score(new Map([["set", 13]])), detached: ocop.score(detached), bigint: ocop.score({ ...sheet, set: 13n }), half: ocop.score({ ...sheet, answers: { "\ud800": "a" } }),
      from: ocop.compare({ ...sheet, set: 13n }, sheet), to: ocop.compare(sheet, { ...sheet, answers: new Map() }), function: ocop.score(() => sheet), cycle: ocop.catalogue(loop), symbol: ocop.rules(Symbol("13")), huge: ocop.catalogue({ lang: new Array(1e7).fill(1) }),
      getter: loadInWorker(options), unknown: loadInWorker({ word: [] }), url: loadInWorker({ url: "http://[" }), source: ocop.loadChecks({ path: "x" }), class: loadInWorker({ words: new Map() }),
      url2: loadInWorker({ url: "/a.wasm", bytes: new Uint8Array(1), words: [], checks: false }), hash: loadInWorker({ integrity: "no", words: [], checks: false }),
    };
    return Object.fromEntries(await Promise.all(Object.entries(all).map(async ([name, promise]) => [name, await code(promise)])));
  }, coffee);
  assert.deepEqual(codes, {
    iframe: "taken", "iframe's buffer": "taken", shared: "taken", wider: "taken",
    map: "MODULE-10", detached: "MODULE-10", bigint: "MODULE-10 /set", half: "MODULE-10 /answers/\ufffd",
    from: "MODULE-10 /from/set", to: "MODULE-10 /to/answers", function: "MODULE-10", cycle: "MODULE-10 /self", symbol: "MODULE-10", huge: "MODULE-10",
    getter: "MODULE-10", unknown: "MODULE-14", url: "MODULE-04", source: "MODULE-14", class: "MODULE-10",
    url2: "MODULE-16", hash: "MODULE-12",
  });
  assert.deepEqual(page.problems, []);
});

test("under Trusted Types a worker starts by the policy ocop, and without it says what to allow", async () => {
  const trusting = (names) => ({ "content-security-policy": `${policy}; worker-src 'self'; require-trusted-types-for 'script'; trusted-types ${names}` });
  const page = await visit("worker-trusted", { headers: trusting("ocop") });
  assert.equal(await page.evaluate(() => globalThis.code(globalThis.ocop.rules(1))), "taken");
  assert.match(await page.evaluate(() => String(Worker)), /native code/, "Worker is the browser's again");
  assert.deepEqual(page.problems, []);
  const refused = await visit("worker-distrusted", { headers: trusting("'none'") });
  assert.equal(await refused.evaluate(() => globalThis.code(globalThis.asked)), "MODULE-22");
});
