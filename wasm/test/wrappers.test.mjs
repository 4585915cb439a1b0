// The form in React, today's and the one before, and in Vue: as people use components.

import assert from "node:assert/strict";
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

/**
 * A script as a project bundles it; the package's own files stay files, in a folder,
 * and the form's in one of its own.
 */
async function bundle(contents, { folder = "/ocop", form = folder, ...options } = {}) {
  const own = {
    name: "own",
    setup: (b) => b.onResolve({ filter: /\/(index|element)\.js$/ }, ({ path, kind }) => {
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
    import { OcopScore, useOcop } from "../npm/react.js";
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

  test(`React ${version}: the hook alone brings no form, and a form that cannot come is told of`, async () => {
    const page = await visit("hook", `
      function App() {
        const { ocop, error } = useOcop({ checks: false, words: [] });
        globalThis.ready = ocop ?? error;
        return ocop && h("p", {}, String(ocop.score(${text(sheet)}).total));
      }`);
    await until(page, () => document.querySelector("p"));
    assert.equal(await page.textContent("p"), String(ocop.score(sheet).total));
    assert.equal(await page.evaluate(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/element.js"))), false);
    quiet(page);
    const lost = await visit("lost", `
      const App = () => h("main", {}, h(OcopScore, { onError: (e) => { globalThis.errors.push(e.detail.problems[0].code); globalThis.ready = true; } }));`, { form: "/nowhere" });
    assert.ok((await lost.evaluate(() => globalThis.errors)).every((code) => code === "MODULE-04"));
    assert.equal(await lost.evaluate(() => document.querySelector("main > ocop-score") !== null), true);
  });

  test(`React ${version} renders the form on a server`, async () => {
    const script = await bundle(`
      import { createElement as h } from "react";
      import { renderToString } from "react-dom/server";
      import { OcopScore, useOcop } from "../npm/react.js";
      function App() {
        const { ocop } = useOcop();
        return h(OcopScore, { ocop, sheet: ${text(sheet)}, lang: "vi", set: 13, noSave: true, council: false, className: "wide", id: "form" });
      }
      export const html = renderToString(h(App));`, { alias, folder: "", platform: "node", logLevel: "error", banner: { js: 'import { createRequire } from "node:module"; const require = createRequire("/");' } });
    const { html } = await import(`data:text/javascript;base64,${Buffer.from(script).toString("base64")}`);
    assert.deepEqual([...html.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, name, value]) => `${name}=${value}`).sort(), ["class=wide", "id=form", "lang=vi", "no-save=", "set=13"], html);
  });
}

/** A page of a Vue app, whose state is reactive and whose App renders it. */
const visitVue = async (name, app) => open(`vue-${name}`, await bundle(`
  import { createApp, h, isReactive, nextTick, reactive, ref, shallowRef } from "vue";
  import { load } from "../npm/index.js";
  import { OcopScore } from "../npm/vue.js";
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

test("Vue renders the form on a server", async () => {
  const script = await bundle(`
    import { createSSRApp, h } from "vue";
    import { renderToString } from "vue/server-renderer";
    import { OcopScore } from "../npm/vue.js";
    export const html = await renderToString(createSSRApp({ render: () => h(OcopScore, { sheet: ${text(sheet)}, lang: "vi", set: 13, noSave: true, class: "wide", id: "form" }) }));`,
  { folder: "", platform: "node", logLevel: "error", banner: { js: 'import { createRequire } from "node:module"; const require = createRequire("/");' } });
  const { html } = await import(`data:text/javascript;base64,${Buffer.from(script).toString("base64")}`);
  assert.deepEqual([...html.matchAll(/ ([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value = ""]) => `${name}=${value}`).filter((one) => !one.startsWith("data-")).sort(), ["class=wide", "id=form", "lang=vi", "no-save=", "set=13"], html);
});
