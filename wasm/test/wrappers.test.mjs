// The forms in React, today's and the one before, and in Vue: as people use components.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { load } from "../npm/index.js";
import { close, open } from "./stage.mjs";

after(close);

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const ocop = await load();
const sheet = { edition: "qd26-2026", set: 13, answers: { 1.1: "c" } };
const other = { ...sheet, answers: { 1.1: "a", 1.2: "b" } };
const [dossier, tourism] = ["thuc-pham", "du-lich"].map((name) => JSON.parse(readFileSync(new URL(`../../examples/dossiers/${name}-lan-dau.json`, import.meta.url), "utf8")));

/**
 * A script as a project bundles it; the package's own files stay files, in a folder,
 * and the forms' in one of their own.
 */
async function bundle(contents, { folder = "/ocop", form = folder, ...options } = {}) {
  const own = {
    name: "own",
    setup: (b) => b.onResolve({ filter: /\/(index|element|dossier)\.js$/ }, ({ path, kind }) => {
      const from = kind === "dynamic-import" ? form : folder;
      return from && path.startsWith(".") ? { path: `${from}/${basename(path)}`, external: true } : undefined;
    }),
  };
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: here(".") },
    bundle: true, format: "esm", write: false, target: "es2022", nodePaths: [here("node_modules")], plugins: [own],
    define: { "process.env.NODE_ENV": '"development"', __VUE_OPTIONS_API__: "true", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false" },
    ...options,
  });
  return outputFiles[0].text;
}

/** Waits until an expression of the page holds. */
const until = (page, expression) => page.waitForFunction(expression, null, { polling: 50, timeout: 10_000 });

/** As the form does when somebody finishes the sheet. */
const finishing = () => {
  const form = document.querySelector("ocop-score");
  const { sheet, result } = form;
  form.dispatchEvent(new CustomEvent("ocop-finish", { detail: { sheet, result }, bubbles: true, composed: true }));
  return globalThis.finished;
};

/** Waits until the dossier at hand has such a name of its producer, or of its product; undefined is said where there is none. */
const untilName = (page, of, name) => page.waitForFunction(([of, name]) => document.querySelector("ocop-dossier").dossier?.[of].name === name, [of, name], { polling: 50, timeout: 10_000 });

/** Types the producer's name as a person does, from wherever the form is. */
async function typeName(page, name) {
  const form = page.locator("ocop-dossier");
  await form.locator("#task-producer").click();
  await form.locator("#at-producer-name").fill(name);
  await form.locator("#to-list").click();
  await untilName(page, "producer", name);
}

/** How many dossiers the form keeps, seen in its list. */
async function keptIn(page) {
  const form = page.locator("ocop-dossier");
  if (await form.locator("#to-home").count()) await form.locator("#to-home").click();
  await form.locator("[part~=ways]").waitFor();
  await form.locator("[part~=dossiers] [data-dossier]").first().waitFor();
  return form.locator("[part~=dossiers] [data-dossier]").count();
}

/** The attributes in what a server writes of one element. */
const written = (html) => [...html.matchAll(/ ([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value = ""]) => `${name}=${value}`).filter((one) => !one.startsWith("data-")).sort();
const writtenDossier = ["base=/ocop/", "disabled=", "lang=vi", "name=a", "no-save=", "office=council", "on=2026-08-24", "sheets=b"];

/** A component that is rendered with these props and others, typed into, taken away and put back. */
async function rendersDossiers(page, render) {
  await render({ dossier });
  await untilName(page, "product", dossier.product.name);
  await typeName(page, "HTX mới");
  await render({ dossier: { ...dossier }, lang: "en", office: "producer" });
  await until(page, () => document.querySelector("ocop-dossier").lang === "en");
  await render({ lang: "vi" });
  await until(page, () => document.querySelector("ocop-dossier").lang === "vi");
  await untilName(page, "producer", "HTX mới");
  await render({ dossier, gone: true });
  await until(page, () => !document.querySelector("ocop-dossier"));
  await render({ dossier });
  await untilName(page, "producer", "HTX mới");
  assert.equal(await keptIn(page), 1, "the same dossier, not another beside it");
  await render({ dossier: null });
  await untilName(page, "producer", undefined);
  await render({ dossier: tourism });
  await untilName(page, "product", tourism.product.name);
  assert.equal(await keptIn(page), 2);
  await render({ noSave: true, name: "a", on: "2026-08-24" });
  await until(page, () => document.querySelector("ocop-dossier").getAttributeNames().sort().join() === "name,no-save,on");
  await render({ dossier: null });
  await until(page, () => document.querySelector("ocop-dossier").getAttributeNames().length === 0);
  await render({ dossier });
  await untilName(page, "producer", "HTX mới");
}

const text = JSON.stringify;
const noise = /Download the React DevTools|You are running a development build of Vue/;
const quiet = (page) => assert.deepEqual(page.problems.filter((line) => !noise.test(line)), []);

for (const [version, folder] of [["19", "node_modules"], ["18", "react18/node_modules"]]) {
  const alias = { react: here(`${folder}/react`), "react-dom": here(`${folder}/react-dom`) };

  /** A page of an app, in which h is createElement, and set(props) renders App with these. */
  const visit = async (name, app, options = {}) => open(`react-${version}-${name}`, await bundle(`
    import * as React from "react";
    import { createElement as h, StrictMode } from "react";
    import { createRoot } from "react-dom/client";
    import { OcopDossier, OcopScore, useOcop } from "../npm/react.js";
    globalThis.errors = [];
    globalThis.changes = [];
    globalThis.version = React.version;
    const root = createRoot(document.getElementById("app"));
    ${app}
    globalThis.set = (props = {}) => root.render(h(StrictMode, {}, h(App, props)));
    globalThis.set();`, { alias, ...options }));

  test(`React ${version} renders the form, gives it to a ref and hears of changes`, async () => {
    const page = await visit("form", `
      function App() {
        const { ocop, error } = useOcop({ checks: false, words: ["vi"] });
        if (error) globalThis.failed = error.message;
        return h(OcopScore, {
          lang: "vi", noSave: true, ocop, sheet: ${text(sheet)}, id: "form", className: "wide", style: { maxWidth: "50rem" }, title: "Chấm điểm", "data-x": 1,
          ref: (element) => { globalThis.element = element; },
          onReady: (e) => { globalThis.ready = true; globalThis.readied = e.detail; },
          onFinish: (e) => { globalThis.finished = e.detail.sheet; },
          steps: true,
          onChange: (e) => globalThis.changes.push(e.detail.result.total),
        });
      }`);
    assert.match(await page.evaluate(() => globalThis.version), new RegExp(`^${version}\\.`));
    await until(page, () => globalThis.changes.length > 0);
    assert.deepEqual(await page.evaluate(() => globalThis.changes), [ocop.score(sheet).total], "once, under StrictMode too");
    const form = await page.evaluate(() => {
      const { element } = globalThis;
      return [element.localName, element === document.querySelector("ocop-score"), element.id, element.className, element.style.maxWidth, element.title, element.dataset.x, element.lang, element.hasAttribute("no-save"), element.hasAttribute("no-share"), element.hasAttribute("steps"), element.result.total];
    });
    assert.deepEqual(form, ["ocop-score", true, "form", "wide", "50rem", "Chấm điểm", "1", "vi", true, false, true, ocop.score(sheet).total]);
    assert.deepEqual(await page.evaluate(finishing), sheet);
    quiet(page);
  });

  test(`React ${version}: what is rendered anew changes the form, and leaves alone what is not given`, async () => {
    const page = await visit("props", `
      function App(props) {
        return h(OcopScore, { noSave: true, onReady: () => { globalThis.ready = true; }, onChange: (e) => globalThis.changes.push(e.detail.sheet), onError: (e) => globalThis.errors.push(e.detail.problems[0].code), ...props });
      }`);
    const render = (props) => page.evaluate((props) => globalThis.set(props), props);
    const form = (work) => page.evaluate(`(() => { const form = document.querySelector("ocop-score"); ${work} })()`);
    const answers = () => form("return form.sheet && form.sheet.answers");
    assert.equal(await answers(), null);
    await render({ sheet });
    await until(page, () => globalThis.changes.length === 1);
    assert.deepEqual(await answers(), sheet.answers);
    // The person changes an answer; the page renders the same sheet, or none, and takes nothing away.
    await form(`form.sheet = ${text(other)}`);
    await until(page, () => globalThis.changes.length === 2);
    await render({ sheet: { ...sheet }, lang: "en", council: true });
    await until(page, () => document.querySelector("ocop-score").lang === "en");
    assert.deepEqual(await answers(), other.answers);
    await render({ lang: "vi" });
    await until(page, () => document.querySelector("ocop-score").lang === "vi");
    assert.deepEqual(await answers(), other.answers);
    await render({ sheet: null });
    await until(page, () => document.querySelector("ocop-score").sheet === null);
    await render({ sheet, set: 13, name: "a", noShare: true });
    await until(page, () => document.querySelector("ocop-score").getAttribute("name") === "a");
    assert.deepEqual(await form(`return form.getAttributeNames().sort()`), ["name", "no-save", "no-share", "set"]);
    await render({ noSave: false });
    await until(page, () => !document.querySelector("ocop-score").hasAttribute("no-save"));
    assert.deepEqual(await form(`return form.getAttributeNames()`), []);
    // What is no sheet is told of, and unmounts nothing.
    await page.evaluate(() => {
      const loop = { edition: "qd26-2026", set: 13, answers: {} };
      loop.answers.self = loop;
      globalThis.set({ sheet: loop });
    });
    await until(page, () => globalThis.errors.length > 0);
    assert.deepEqual([...new Set(await page.evaluate(() => globalThis.errors))], ["MODULE-10"]);
    assert.equal(await form("return form.isConnected"), true);
    quiet(page);
  });

  test(`React ${version} renders the form of dossiers, gives it to a ref and hears of changes`, async () => {
    const page = await visit("dossier", `
      function App() {
        return h(OcopDossier, {
          lang: "vi", office: "commune", on: "2026-08-24", sheets: "phieu", noHistory: true, noSave: true, dossier: ${text(dossier)}, id: "form", className: "wide", "data-x": 1,
          ref: (element) => { globalThis.element = element; },
          onReady: (e) => { globalThis.ready = true; },
          onChange: (e) => globalThis.changes.push(e.detail.problems.length),
          onFinish: (e) => { globalThis.finished = e.detail.dossier; },
          onError: (e) => globalThis.errors.push(e.detail.problems[0].code),
        });
      }`);
    await until(page, () => globalThis.changes.length > 0);
    assert.deepEqual(await page.evaluate(() => globalThis.changes), [0], "once, under StrictMode too");
    const form = await page.evaluate(async () => {
      const { element } = globalThis;
      return [element === document.querySelector("ocop-dossier"), element.getAttributeNames().sort().join(" "), element.getAttribute("office"), element.dataset.x, element.dossier, await element.files(), typeof element.package];
    });
    assert.deepEqual(form, [true, "class data-x id lang no-history no-save office on sheets", "commune", "1", dossier, [], "function"]);
    await page.evaluate(() => globalThis.element.dispatchEvent(new CustomEvent("ocop-finish", { detail: { dossier: globalThis.element.dossier, problems: [] } })));
    assert.deepEqual(await page.evaluate(() => globalThis.finished), dossier);
    assert.deepEqual(await page.evaluate(() => globalThis.errors), []);
    quiet(page);
  });

  test(`React ${version}: a dossier that is rendered anew takes nothing away that was typed`, async () => {
    const page = await visit("dossiers", `
      function App({ gone, ...props }) {
        return !gone && h(OcopDossier, { onReady: () => { globalThis.ready = true; }, onChange: (e) => globalThis.changes.push(e.detail.dossier), onError: (e) => globalThis.errors.push(e.detail.problems[0].code), ...props });
      }`);
    await rendersDossiers(page, (props) => page.evaluate((props) => globalThis.set(props), props));
    // A page that holds the dossier itself gives back what it was told, and nobody's typing is lost by it.
    await page.evaluate(() => {
      const told = globalThis.changes.at(-1);
      const form = document.querySelector("ocop-dossier");
      form.dossier = { ...told, producer: { ...told.producer, name: "HTX gõ tiếp" } };
      globalThis.set({ dossier: told });
    });
    await page.waitForTimeout(500);
    await untilName(page, "producer", "HTX gõ tiếp");
    await page.evaluate(() => {
      const loop = { producer: {} };
      loop.producer.self = loop;
      globalThis.set({ dossier: loop });
    });
    await until(page, () => globalThis.errors.length > 0);
    assert.deepEqual([...new Set(await page.evaluate(() => globalThis.errors))], ["MODULE-10"]);
    // Text that is no JSON is told of too, and JSON in text or bytes is a dossier.
    await page.evaluate(() => { document.querySelector("ocop-dossier").dossier = "{"; });
    await until(page, () => globalThis.errors.at(-1) === "JSON-01");
    await page.evaluate((text) => { document.querySelector("ocop-dossier").dossier = new TextEncoder().encode(text); }, text(tourism));
    await untilName(page, "product", tourism.product.name);
    quiet(page);
  });

  test(`React ${version}: the hook alone brings no form, and a form that cannot come is told of`, async () => {
    const page = await visit("hook", `
      function App() {
        const { ocop, error } = useOcop({ checks: false, words: [] });
        globalThis.ready = ocop ?? error;
        return ocop && h("p", {}, String(ocop.score(${text(sheet)}).total));
      }`);
    await until(page, () => document.querySelector("p"));
    assert.equal(await page.textContent("p"), String(ocop.score(sheet).total));
    assert.equal(await page.evaluate(() => performance.getEntriesByType("resource").some(({ name }) => /\/(element|dossier)\.js$/.test(name))), false);
    quiet(page);
    const lost = await visit("lost", `
      const onError = (e) => { globalThis.errors.push(e.target.localName + " " + e.detail.problems[0].code); globalThis.ready = new Set(globalThis.errors).size === 2; };
      const App = () => h("main", {}, h(OcopScore, { onError }), h(OcopDossier, { onError }));`, { form: "/nowhere" });
    assert.deepEqual([...new Set(await lost.evaluate(() => globalThis.errors))].sort(), ["ocop-dossier MODULE-04", "ocop-score MODULE-04"]);
    assert.equal(await lost.evaluate(() => document.querySelectorAll("main > ocop-score, main > ocop-dossier").length), 2);
  });

  test(`React ${version} renders the forms on a server`, async () => {
    const script = await bundle(`
      import { createElement as h } from "react";
      import { renderToString } from "react-dom/server";
      import { OcopDossier, OcopScore, useOcop } from "../npm/react.js";
      function App() {
        const { ocop } = useOcop();
        return h(OcopScore, { ocop, sheet: ${text(sheet)}, lang: "vi", set: 13, noSave: true, council: false, className: "wide", id: "form" });
      }
      export const html = renderToString(h(App));
      export const dossier = renderToString(h(OcopDossier, { dossier: {}, lang: "vi", office: "council", name: "a", sheets: "b", on: "2026-08-24", base: "/ocop/", noSave: true, noHistory: false, disabled: true }));`, { alias, folder: "", platform: "node", logLevel: "error", banner: { js: 'import { createRequire } from "node:module"; const require = createRequire("/");' } });
    const { html, dossier } = await import(`data:text/javascript;base64,${Buffer.from(script).toString("base64")}`);
    assert.deepEqual(written(html), ["class=wide", "id=form", "lang=vi", "no-save=", "set=13"], html);
    assert.deepEqual(written(dossier), writtenDossier, dossier);
    assert.match(dossier, /^<ocop-dossier [^>]*><\/ocop-dossier>$/);
  });
}

for (const wrapper of ["react", "vue"]) {
  for (const [component, wanted] of [["OcopScore", ["element.js"]], ["OcopDossier", ["dossier.js"]]]) {
    test(`a bundle with ${component} for ${wrapper} alone has no other form`, async () => {
      const { metafile } = await build({
        stdin: { contents: `export { ${component} } from "../npm/${wrapper}.js";`, resolveDir: here(".") },
        bundle: true, minify: true, format: "esm", write: false, metafile: true, external: ["react", "vue"],
      });
      const [{ inputs }] = Object.values(metafile.outputs);
      const has = Object.keys(inputs).filter((name) => inputs[name].bytesInOutput > 0).map((name) => basename(name));
      assert.deepEqual(has.filter((name) => ["element.js", "dossier.js"].includes(name)), wanted);
    });
  }
}

/** A page of a Vue app, whose state is reactive and whose App renders it. */
const visitVue = async (name, app) => open(`vue-${name}`, await bundle(`
  import { createApp, h, isReactive, nextTick, reactive, ref, shallowRef } from "vue";
  import { load } from "../npm/index.js";
  import { OcopDossier, OcopScore } from "../npm/vue.js";
  globalThis.told = { ready: [], change: [], finish: [], error: [] };
  const listeners = {
    onReady: (detail) => { globalThis.told.ready.push(detail); globalThis.ready = true; },
    onChange: (detail) => globalThis.told.change.push(detail),
    onFinish: (detail) => globalThis.told.finish.push(detail),
    onError: (detail) => globalThis.told.error.push(detail),
  };
  ${app}
  createApp(App).mount("#app");`));

test("Vue renders the form with a loaded Ocop out of ref(), exposes its element and emits what it tells", async () => {
  const page = await visitVue("form", `
    const App = {
      setup() {
        const ocop = ref(null);
        const form = ref(null);
        load({ checks: false, words: ["vi"] }).then((loaded) => {
          ocop.value = loaded;
          globalThis.total = ocop.value.score(reactive(${text(sheet)})).total; // a method of what ref gives, with what is reactive
        }, (error) => { globalThis.failed = error.message; });
        globalThis.form = form;
        return () => h(OcopScore, { ref: form, ocop: ocop.value, sheet: ${text(sheet)}, lang: "vi", noSave: true, id: "form", class: "wide", style: { maxWidth: "50rem" }, ...listeners });
      },
    };`);
  await until(page, () => globalThis.told.change.length > 0);
  assert.equal(await page.evaluate(() => globalThis.total), ocop.score(sheet).total);
  const told = await page.evaluate(() => globalThis.told);
  assert.deepEqual(told.change.map(({ sheet, result }) => [sheet.answers, result.total]), [[sheet.answers, ocop.score(sheet).total]]);
  assert.equal(told.ready.length, 1);
  assert.deepEqual(Object.keys(told.ready[0]).sort(), ["result", "sheet"]);
  assert.deepEqual(told.error, []);
  await page.evaluate(finishing);
  assert.deepEqual(await page.evaluate(() => globalThis.told.finish.map((detail) => detail.sheet)), [sheet]);
  const form = await page.evaluate(() => {
    const { element } = globalThis.form.value;
    return [element === document.querySelector("ocop-score"), element.id, element.className, element.style.maxWidth, element.lang, element.hasAttribute("no-save"), element.hasAttribute("council"), typeof element.clear];
  });
  assert.deepEqual(form, [true, "form", "wide", "50rem", "vi", true, false, "function"]);
  quiet(page);
});

test("Vue: what changes in the state changes the form, and what is not given is left alone", async () => {
  const page = await visitVue("props", `
    const state = (globalThis.state = reactive({ props: {}, tick: 0 }));
    const App = () => h("main", { "data-tick": state.tick }, h(OcopScore, { noSave: true, ...state.props, ...listeners }));`);
  const render = (props) => page.evaluate((props) => { globalThis.state.props = props; globalThis.state.tick++; }, props);
  const form = (work) => page.evaluate(`(() => { const form = document.querySelector("ocop-score"); ${work} })()`);
  const answers = () => form("return form.sheet && form.sheet.answers");
  await render({ sheet });
  await until(page, () => globalThis.told.change.length === 1);
  assert.deepEqual(await answers(), sheet.answers);
  await form(`form.sheet = ${text(other)}`);
  await until(page, () => globalThis.told.change.length === 2);
  await render({ sheet: { ...sheet }, lang: "en", council: true });
  await until(page, () => document.querySelector("ocop-score").lang === "en");
  assert.deepEqual(await answers(), other.answers, "the same sheet again takes nothing away");
  await page.evaluate(() => { globalThis.state.props.sheet.answers["1.2"] = "a"; });
  await until(page, () => document.querySelector("ocop-score").sheet?.answers["1.2"] === "a");
  assert.deepEqual(await answers(), { ...sheet.answers, 1.2: "a" });
  await render({});
  await until(page, () => !document.querySelector("ocop-score").hasAttribute("lang"));
  assert.deepEqual(await answers(), { ...sheet.answers, 1.2: "a" });
  await render({ sheet: null, set: 13, name: "a", base: "/ocop/", noShare: true });
  await until(page, () => document.querySelector("ocop-score").getAttribute("name") === "a");
  assert.deepEqual(await form("return form.getAttributeNames().sort()"), ["base", "name", "no-save", "no-share", "set"]);
  await render({ sheet: { edition: "qd26-2026", set: 13, answers: { 1.1: "nonsense" } } });
  await until(page, () => globalThis.told.error.length > 0);
  assert.equal((await page.evaluate(() => globalThis.told.error))[0].problems[0].code, "SHEET-03");
  quiet(page);
});

test("Vue renders the form of dossiers, exposes its element and emits what it tells", async () => {
  const page = await visitVue("dossier", `
    const form = (globalThis.form = ref(null));
    const App = () => h(OcopDossier, { ref: form, dossier: reactive(${text(dossier)}), lang: "vi", office: "commune", on: "2026-08-24", sheets: "phieu", noSave: true, id: "form", class: "wide", ...listeners });`);
  await until(page, () => globalThis.told.change.length > 0);
  const told = await page.evaluate(() => globalThis.told);
  assert.deepEqual(told.change, [{ dossier, problems: [] }]);
  assert.deepEqual(told.ready, [{ dossier: null }]);
  assert.deepEqual(told.error, []);
  const form = await page.evaluate(async () => {
    const { element } = globalThis.form.value;
    element.dispatchEvent(new CustomEvent("ocop-finish", { detail: { dossier: element.dossier, problems: [] } }));
    return [element === document.querySelector("ocop-dossier"), element.getAttributeNames().filter((name) => !name.startsWith("data-")).sort().join(" "), element.dossier, await element.files(), globalThis.told.finish[0].dossier];
  });
  assert.deepEqual(form, [true, "class id lang no-save office on sheets", dossier, [], dossier]);
  quiet(page);
});

test("Vue: a dossier in the state that is rendered anew takes nothing away that was typed", async () => {
  const page = await visitVue("dossiers", `
    const state = (globalThis.state = reactive({ props: {}, tick: 0 }));
    const App = () => { const { gone, ...props } = state.props; return h("main", { "data-tick": state.tick }, gone ? [] : [h(OcopDossier, { ...props, ...listeners })]); };`);
  await rendersDossiers(page, (props) => page.evaluate((props) => { globalThis.state.props = props; globalThis.state.tick++; }, props));
  await page.evaluate(() => { globalThis.state.props.dossier.producer.name = "HTX trong dữ liệu của trang"; });
  await untilName(page, "producer", "HTX trong dữ liệu của trang");
  await page.evaluate(() => { globalThis.state.props = { dossier: { edition: "khac", producer: {} } }; });
  await until(page, () => globalThis.told.error.length > 0);
  assert.equal((await page.evaluate(() => globalThis.told.error))[0].problems[0].code, "FORM-10");
  quiet(page);
});

test("Vue renders the forms on a server", async () => {
  const script = await bundle(`
    import { createSSRApp, h } from "vue";
    import { renderToString } from "vue/server-renderer";
    import { OcopDossier, OcopScore } from "../npm/vue.js";
    export const dossier = await renderToString(createSSRApp({ render: () => h(OcopDossier, { dossier: {}, lang: "vi", office: "council", name: "a", sheets: "b", on: "2026-08-24", base: "/ocop/", noSave: true, disabled: true }) }));
    export const html = await renderToString(createSSRApp({ render: () => h(OcopScore, { sheet: ${text(sheet)}, lang: "vi", set: 13, noSave: true, class: "wide", id: "form" }) }));`,
  { folder: "", platform: "node", logLevel: "error", banner: { js: 'import { createRequire } from "node:module"; const require = createRequire("/");' } });
  const { html, dossier } = await import(`data:text/javascript;base64,${Buffer.from(script).toString("base64")}`);
  assert.deepEqual(written(html), ["class=wide", "id=form", "lang=vi", "no-save=", "set=13"], html);
  assert.deepEqual(written(dossier), writtenDossier, dossier);
});
