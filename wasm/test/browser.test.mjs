// The package in headless Chromium under a strict policy: the same answers as in
// Node, in a page, in a worker, in React and in Vue.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { after, test } from "node:test";
import { build } from "esbuild";
import { load } from "../npm/index.js";
import { launch } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const npm = new URL("../npm/", import.meta.url);
const examples = new URL("../../examples/", import.meta.url);
const pages = new Map(); // path → what stands there, beside the package

const { url: root, close } = await serve({ "/ocop/": npm }, {
  answer(request, response) {
    const page = pages.get(request.url);
    if (page === undefined) return false;
    response.setHeader("content-type", request.url.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8");
    response.end(page);
    return true;
  },
});
const address = root.slice(0, -1);
const browser = await launch();
after(async () => {
  await browser.close();
  await close();
});

/** A page that runs a script, without a word in the console and no request to elsewhere. */
async function open(name, script) {
  pages.set(`/${name}`, `<!doctype html><html lang="vi"><title>${name}</title><link rel="icon" href="data:,"><div id="app"></div><script type="module" src="/${name}.js"></script>`);
  pages.set(`/${name}.js`, script);
  const page = await browser.newPage();
  page.problems = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && page.problems.push(message.text()));
  page.on("pageerror", (error) => page.problems.push(String(error)));
  page.on("request", (request) => request.url().startsWith(address) || page.problems.push(request.url()));
  await page.goto(`${address}/${name}`);
  await page.waitForFunction(() => globalThis.ready || globalThis.failed, null, { timeout: 30_000, polling: 50 });
  assert.equal(await page.evaluate(() => globalThis.failed), undefined);
  return page;
}

const ocop = await load();

test("a page answers what Node answers", async () => {
  const page = await open("plain", `
    import { load } from "/ocop/index.js";
    load().then((ocop) => { globalThis.ocop = ocop; globalThis.ready = true; }, (e) => { globalThis.failed = e.message; });`);
  const sheets = Array.from({ length: 2000 }, (_, n) => {
    const set = 1 + (n % 26);
    const answers = {};
    const criteria = ocop.rules(set).parts.flatMap((p) => p.sections).flatMap((s) => s.criteria);
    criteria.forEach((c, i) => {
      if (n % 4 === 0 && i % 7 === n % 7) return;
      answers[c.code] = c.options[(n * 31 + i * i * 7) % c.options.length].code;
    });
    return { edition: "qd26-2026", set, answers };
  });
  const answers = (ocop, sheets) => sheets.map((sheet) => [ocop.score(sheet), ocop.score(JSON.stringify(sheet)), ocop.vector(sheet)]);
  const got = await page.evaluate((sheets) => JSON.stringify(sheets.map((sheet) => [globalThis.ocop.score(sheet), globalThis.ocop.score(JSON.stringify(sheet)), globalThis.ocop.vector(sheet)])), sheets);
  assert.equal(got, JSON.stringify(answers(ocop, sheets)));
  for (const name of readdirSync(new URL("dossiers/", examples)).filter((name) => name.endsWith(".json"))) {
    const dossier = readFileSync(new URL(`dossiers/${name}`, examples), "utf8");
    const verdict = await page.evaluate((text) => globalThis.ocop.validate(text), dossier);
    assert.deepEqual(verdict, { valid: true, problems: [] }, name);
  }
  const council = readFileSync(new URL("council/hoi-dong-tinh.json", examples), "utf8");
  assert.deepEqual(await page.evaluate((text) => globalThis.ocop.council(text), council), ocop.council(council));
  assert.deepEqual(page.problems, []);
});

test("a wrong hash, a lost module and missing words are said", async () => {
  const page = await open("faults", `
    import { load } from "/ocop/index.js";
    globalThis.codes = async (options) => { try { await load(options); return "loaded"; } catch (e) { return e.problems?.[0].code ?? String(e); } };
    globalThis.ready = true;`);
  const codes = (options) => page.evaluate((options) => globalThis.codes(options), options);
  const slim = { checks: false, words: [] };
  assert.equal(await codes({ url: "/ocop/ocop.wasm", integrity: `sha384-${"A".repeat(64)}`, ...slim }), "MODULE-05");
  assert.equal(await codes({ url: "/ocop/none.wasm", ...slim }), "MODULE-19");
  assert.equal(await codes({ url: "/ocop/package.json", ...slim }), "MODULE-06");
  assert.equal(await codes({ ...slim, words: ["vi"], wordsURL: "/nowhere/" }), "MODULE-19");
  const bytes = readFileSync(new URL("ocop.wasm", npm));
  for (const algorithm of ["sha256", "sha384", "sha512"]) {
    const hash = (of) => `${algorithm}-${createHash(algorithm).update(of).digest("base64")}`;
    assert.equal(await codes({ url: "/ocop/ocop.wasm", integrity: hash(bytes), ...slim }), "loaded");
    assert.equal(await codes({ integrity: hash(bytes), ...slim }), "loaded");
    assert.equal(await codes({ integrity: hash("other"), ...slim }), "MODULE-05");
  }
  for (const integrity of ["", "sha1-x", `sha-384-${"A".repeat(64)}`, "A".repeat(64)]) assert.equal(await codes({ integrity, ...slim }), "MODULE-12");
  assert.equal(await codes(slim), "loaded");
});

test("a worker has the same methods", async () => {
  const page = await open("worker", `
    import { loadInWorker } from "/ocop/worker.js";
    loadInWorker({ words: ["vi"] }).then((ocop) => { globalThis.ocop = ocop; globalThis.ready = true; }, (e) => { globalThis.failed = e.message; });`);
  const sheet = JSON.parse(readFileSync(new URL("sheets/ca-phe-dak-lak.json", examples)));
  assert.deepEqual(await page.evaluate((sheet) => globalThis.ocop.score(sheet), sheet), ocop.score(sheet));
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
  }, sheet);
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

// The frameworks are bundled as a project would; modules and words stay files.
async function bundle(name, source) {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: new URL(".", import.meta.url).pathname },
    bundle: true, format: "esm", write: false, target: "es2022", define: { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "true", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false" },
    nodePaths: [new URL("node_modules", import.meta.url).pathname],
  });
  return outputFiles[0].text.replaceAll("import.meta.url", '"' + address + '/ocop/index.js"');
}

const first = async (page) => {
  await page.waitForFunction(() => globalThis.changed, null, { polling: 50 });
  return page.evaluate(() => globalThis.changed);
};
const sheet = { edition: "qd26-2026", set: 13, answers: { 1.1: "c" } };

test("React renders the form and hears of changes", async () => {
  const page = await open("react", await bundle("react", `
    import { createElement } from "react";
    import { createRoot } from "react-dom/client";
    import { OcopScore, useOcop } from "../npm/react.js";
    function App() {
      const { ocop, error } = useOcop({ checks: false, words: [] });
      if (error) globalThis.failed = error.message;
      return ocop && createElement(OcopScore, { lang: "vi", noSave: true, ocop, sheet: ${JSON.stringify(sheet)}, onReady: () => { globalThis.ready = true; }, onChange: (e) => { globalThis.changed = e.detail.result.total; } });
    }
    createRoot(document.getElementById("app")).render(createElement(App));`));
  assert.equal(await first(page), ocop.score(sheet).total);
  assert.deepEqual(page.problems, []);
});

test("Vue renders the form and hears of changes", async () => {
  const page = await open("vue", await bundle("vue", `
    import { createApp, h } from "vue";
    import { OcopScore } from "../npm/vue.js";
    createApp({ render: () => h(OcopScore, { lang: "vi", "no-save": "", sheet: ${JSON.stringify(sheet)}, onReady: () => { globalThis.ready = true; }, onChange: (detail) => { globalThis.changed = detail.result.total; } }) }).mount("#app");`));
  assert.equal(await first(page), ocop.score(sheet).total);
  assert.deepEqual(page.problems, []);
});
