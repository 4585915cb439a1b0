// The form while its module is still on its way, or does not come: it is drawn from
// words and rules, takes answers, and nothing jumps when the score arrives.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { load } from "../npm/index.js";
import { internal } from "./internal.mjs";
import { desktop, done, eventually, example, npm, option, pages, phone, reads, resultOf, rulesAreThere, sheetOf, stop, visit } from "./element-page.mjs";
import { serve } from "./serve.mjs";

const ocop = await load();
const coffee = example("ca-phe-dak-lak");
const half = { ...coffee, answers: Object.fromEntries(Object.entries(coffee.answers).slice(0, 16)) };
after(stop);

/** A site that keeps some files back until they are let go, and answers as told for others. */
async function siteOf(t, { kept = [], answers = {} } = {}) {
  const waiting = [];
  const state = { kept: new Set(kept), answers, asked: [] };
  const site = await serve({ "/": pages, "/ocop/": npm }, {
    answer: (request, response) => {
      const is = (name) => request.url.endsWith(name);
      state.asked.push(request.url);
      const answer = Object.keys(state.answers).find(is);
      if (answer) return state.answers[answer](request, response);
      const name = [...state.kept].find(is);
      if (!name) return false;
      waiting.push(() => response.writeHead(200, { "content-type": "application/wasm" }).end(readFileSync(new URL(name, npm))));
      return true;
    },
  });
  t.after(() => site.close());
  state.url = site.url;
  state.letGo = () => {
    state.kept.clear();
    for (const one of waiting.splice(0)) one();
  };
  return state;
}

/** Keeps what the form tells, and every shift of the layout, in the page. */
const watch = () => {
  globalThis.heard = [];
  for (const name of ["ocop-ready", "ocop-change", "ocop-error"]) addEventListener(name, ({ type, detail }) => globalThis.heard.push({ type, detail }));
  globalThis.shifts = [];
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => globalThis.shifts.push({ value: entry.value, from: entry.sources.map(({ previousRect, currentRect }) => [previousRect, currentRect].map((rect) => Object.values(rect.toJSON()).slice(0, 4).join(" "))) }))).observe({ type: "layout-shift", buffered: true });
};
const heard = (page) => page.evaluate(() => globalThis.heard);

/** Keeps a sheet on the device before the form is there; watches too. */
const keep = ({ set, ...sheet }) => `(${watch})(); localStorage.length || (localStorage.setItem("ocop-score/last", "${set}"), localStorage.setItem("ocop-score/qd26-2026/${set}", JSON.stringify({ sheet: ${JSON.stringify({ set, ...sheet })}, ticks: [] })));`;

test("the list, then the form, stand there before the module, and take answers", async (t) => {
  const site = await siteOf(t, { kept: ["ocop.wasm"] });
  const page = await visit({ url: site.url, init: watch });
  await page.locator("button.set").first().waitFor();
  assert.equal(await page.locator("button.set").count(), 26);
  await page.locator('[data-set="13"]').click();
  await option(page, "1.1", "c").check();
  await option(page, "1.2", "b").check();
  await option(page, "1.5", "c").check();
  const answers = { 1.1: "c", 1.2: "b", 1.5: "c" };
  assert.deepEqual((await sheetOf(page)).answers, answers);
  assert.equal(await resultOf(page), null);
  assert.deepEqual(await heard(page), [], "nothing is told that has no result");
  await reads(page.locator(".panel"), /Đang tải phần tính điểm/);
  for (const tool of ["share", "print"]) assert.equal(await page.locator(`[data-tool="${tool}"]`).isVisible(), false, tool);
  // A reload meanwhile finds them.
  await page.reload();
  assert.equal(await option(page, "1.5", "c").isChecked(), true);
  await option(page, "1.3", "a").check();
  assert.equal(await page.locator(".option.chosen").count(), 4);
  assert.equal(await resultOf(page), null);
  site.letGo();
  const sheet = { ...coffee, answers: { ...answers, 1.3: "a" } };
  const result = ocop.score(sheet);
  await reads(page.locator(".verdict"), new RegExp(`\\n${result.total}\\s`));
  assert.deepEqual(await resultOf(page), result);
  assert.deepEqual(await heard(page), [{ type: "ocop-ready", detail: { sheet, result } }, { type: "ocop-change", detail: { sheet, result } }]);
  await reads(page.locator("p[role=status].unseen"), new RegExp(`^${result.total} điểm`));
  for (const tool of ["share", "print"]) assert.equal(await page.locator(`[data-tool="${tool}"]`).isVisible(), true, tool);
  await done(page);
});

test("nothing jumps when the score arrives", async (t) => {
  const sheets = {
    blank: { ...coffee, answers: {} }, half, coffee,
    knockedOut: { ...coffee, gates: ["forged-dossier"] },
    apart: { ...coffee, answers: { ...coffee.answers, 5.1: "a" } },
    tourism: example("du-lich-cong-dong"),
  };
  for (const viewport of [phone, desktop]) {
    for (const [name, sheet] of Object.entries(sheets)) {
      const site = await siteOf(t, { kept: ["ocop.wasm"] });
      const page = await visit({ url: site.url, viewport, init: keep(sheet) });
      await page.locator("fieldset.criterion").first().waitFor();
      const places = () => page.evaluate(() => [...document.querySelector("ocop-score").shadowRoot.querySelectorAll("h2, h3, h4, fieldset, .option, .bar, .bar .score .number, .aside")]
        .filter((e) => e.checkVisibility() && !e.closest(".panel"))
        .map((e) => {
          const { x, y, width, height } = e.getBoundingClientRect();
          return [e.classList[0] ?? e.tagName, x, y, width, e.matches(".aside") ? "" : height].join(" "); // what the panel holds makes it high or low, at its end
        }));
      const before = await places();
      site.letGo();
      await eventually(async () => assert.notEqual(await resultOf(page), null));
      await page.waitForTimeout(400); // transitions
      assert.deepEqual((await places()).flatMap((place, i) => (place === before[i] ? [] : [[before[i], place]])), [], `${name}, ${viewport.width}`);
      assert.deepEqual(await page.evaluate(() => globalThis.shifts), [], `${name}, ${viewport.width}`);
      await done(page);
    }
  }
});

test("a sheet that a program sets is shown before the module, and one that must be checked waits", async (t) => {
  const site = await siteOf(t, { kept: ["ocop.wasm"] });
  const set = (page, given) => page.evaluate((sheet) => (document.querySelector("ocop-score").sheet = sheet), given);
  const page = await visit({ url: site.url, init: watch });
  await page.locator("button.set").first().waitFor();
  await set(page, coffee);
  assert.equal(await option(page, "1.5", coffee.answers["1.5"]).isChecked(), true);
  assert.deepEqual((await sheetOf(page)).answers, coffee.answers);
  await option(page, "1.1", "a").check();
  // What is no sheet, or might be none, takes no place before the module has seen it.
  const faulty = { ...coffee, answers: { "1.1": "zz" } };
  for (const given of [faulty, JSON.stringify(half)]) {
    await set(page, given);
    assert.equal((await sheetOf(page)).answers["1.1"], "a");
  }
  site.letGo();
  await eventually(async () => assert.deepEqual((await sheetOf(page)).answers, half.answers));
  await eventually(async () => assert.deepEqual(await resultOf(page), ocop.score(half)));
  assert.deepEqual((await heard(page)).map(({ type }) => type), ["ocop-ready", "ocop-change"]);
  await done(page);
});

test("a sheet that waits for the module keeps the place of the answers", async (t) => {
  const site = await siteOf(t, { kept: ["ocop.wasm"] });
  const page = await visit({ url: site.url, init: keep(half) });
  await page.locator("fieldset.criterion").first().waitFor();
  await page.evaluate(() => (document.querySelector("ocop-score").sheet = { edition: "qd26-2026", set: 13, answers: { "1.1": "zz" } }));
  assert.equal(await page.locator("fieldset.criterion").count(), 0, "no answer is taken that would be lost");
  site.letGo();
  await reads(page.locator('.notice[data-id="sheet"]'), /SHEET-03/);
  assert.equal(await page.locator(".option.chosen").count(), 16);
  assert.deepEqual(await resultOf(page), ocop.score(half));
  assert.deepEqual((await heard(page)).map(({ type }) => type), ["ocop-error", "ocop-ready"]);
  await done(page);
});

test("what is no Ocop is refused, and the form loads its own", async (t) => {
  const site = await siteOf(t);
  const page = await visit({ url: site.url, init: keep(half) });
  await page.evaluate(() => {
    const form = document.querySelector("ocop-score");
    const throws = new Proxy({}, { get: () => { throw new Error("no"); } });
    for (const given of [{}, 5, "ocop", throws]) form.ocop = given;
  });
  await reads(page.locator('.notice[data-id="ocop"]'), /FORM-03/);
  await eventually(async () => assert.deepEqual(await resultOf(page), ocop.score(half)));
  assert.equal((await heard(page)).filter(({ type, detail }) => type === "ocop-error" && detail.problems[0].code === "FORM-03").length, 4);
  await done(page);
});

test("what is shown early the module takes too", async () => {
  const { isSheet } = await internal("element/intake");
  const rules = Array.from({ length: 26 }, (_, i) => ocop.rules(i + 1));
  const gate = (set, given) => ocop.rules(set).gates.find((g) => Boolean(g.zeroPointsAt) !== given)?.id;
  const good = [coffee, half, { ...coffee, answers: {} }, { ...coffee, gates: [gate(13, true)] }, example("du-lich-cong-dong"), { ...coffee, answers: { 1.1: "none" } }];
  for (const sheet of good) {
    assert.ok(isSheet(sheet, rules), JSON.stringify(sheet));
    ocop.score(sheet);
  }
  const bad = [
    null, [], 5, {}, { ...coffee, set: 27 }, { ...coffee, set: "13" }, { ...coffee, edition: "qd148-2023" }, { ...coffee, more: 1 },
    { ...coffee, answers: [] }, { ...coffee, answers: null }, { ...coffee, answers: { 1.1: "zz" } }, { ...coffee, answers: { 99.1: "a" } }, { ...coffee, answers: { 1.1: 1 } }, { ...coffee, answers: { 1.2: "none" } },
    { ...coffee, gates: "forged-dossier" }, { ...coffee, gates: ["no-such"] }, { ...coffee, gates: [gate(13, true), gate(13, true)] }, { ...coffee, gates: [gate(13, false) ?? "none"] },
    JSON.parse(`{"edition":"qd26-2026","set":13,"answers":{},"__proto__":{}}`), JSON.parse(`{"edition":"qd26-2026","set":13,"answers":{"__proto__":"a"}}`),
  ];
  for (const sheet of bad) assert.equal(isSheet(sheet, rules), false, JSON.stringify(sheet));
});

test("without its module the form goes on, and heals by itself when the network is back", async (t) => {
  const site = await siteOf(t);
  const page = await visit({ url: site.url, init: watch, serviceWorkers: "block" });
  await page.locator("button.set").first().waitFor();
  await page.evaluate(() => document.querySelector("ocop-score").remove());
  await page.context().setOffline(true);
  await page.evaluate(() => {
    const form = document.createElement("ocop-score");
    form.setAttribute("base", "/ocop/other/../");
    form.setAttribute("set", "13");
    document.querySelector("main").append(form);
  });
  await reads(page.locator('.notice[data-id="load"]'), /Chưa tải được bộ tiêu chí[^]*MODULE-04/);
  await page.context().setOffline(false);
  await reads(page.locator(".verdict"), /Còn có thể đạt/);
  assert.equal(await page.locator(".notice").count(), 0);
  await page.context().close();
});

test("what was asked for before the network was back, and fails after, is asked for again", async (t) => {
  const page = await visit({ url: (await siteOf(t)).url, serviceWorkers: "block", init: () => {
    const { fetch } = globalThis;
    const asked = { words: 0, modules: 0 };
    const lost = () => Promise.reject(new TypeError("no line"));
    globalThis.asked = asked;
    globalThis.fetch = (url, options) => {
      if (String(url).endsWith("vi/all.json") && ++asked.words === 1) return lost();
      if (!String(url).endsWith("ocop.wasm") || ++asked.modules > 3) return fetch(url, options);
      return asked.modules === 1 ? new Promise((_, reject) => (globalThis.lose = () => reject(new TypeError("no line")))) : lost();
    };
  } });
  await reads(page.locator('.notice[data-id="load"]'), /MODULE-04/);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await page.locator("button.set").first().waitFor();
  await page.evaluate(() => globalThis.lose());
  await rulesAreThere(page);
  assert.deepEqual(await page.evaluate(() => globalThis.asked), { words: 2, modules: 4 });
  assert.equal(await page.locator(".notice").count(), 0);
  await page.context().close();
});

test("a module that does not come costs no answer, and trying again helps", async (t) => {
  const site = await siteOf(t, { answers: { "ocop.wasm": (_, response) => response.writeHead(503).end() } });
  const page = await visit({ url: site.url, init: keep(half) });
  const notice = page.locator('.notice[data-id="load"]');
  await reads(notice, /Chưa tải được phần tính điểm\. Cứ chấm tiếp[^]*503[^]*MODULE-19/);
  await option(page, "11", "b").check();
  await reads(page.locator(".panel"), /Chưa tính được điểm/);
  for (const tool of ["save", "open", "clear"]) assert.equal(await page.locator(`[data-tool="${tool}"]`).isVisible(), true, tool);
  for (const tool of ["share", "print"]) assert.equal(await page.locator(`[data-tool="${tool}"]`).isVisible(), false, tool);
  const download = page.waitForEvent("download");
  await notice.locator("button", { hasText: "Tải tệp về" }).click();
  assert.equal(JSON.parse(readFileSync(await (await download).path())).answers["11"], "b", "also what was answered since");
  site.answers = {};
  await notice.locator("button", { hasText: "Thử lại" }).click();
  const sheet = { ...half, answers: { ...half.answers, 11: "b" } };
  await eventually(async () => assert.deepEqual(await resultOf(page), ocop.score(sheet)));
  assert.equal(await notice.count(), 0);
  assert.deepEqual((await heard(page)).map(({ type }) => type), ["ocop-error", "ocop-ready", "ocop-change"]);
  await page.context().close();
});

test("a cache with the words or rules of another version is passed by", async (t) => {
  const old = (file, change) => (request, response) => {
    const stale = request.headers["cache-control"] === undefined;
    const text = readFileSync(new URL(`words/qd26-2026/${file}`, npm), "utf8");
    response.writeHead(200, { "content-type": "application/json" }).end(stale ? change(text) : text);
    return true;
  };
  const answers = {
    "vi/all.json": old("vi/all.json", (text) => text.replaceAll('"version":"', '"version":"old-')),
    "rules.json": old("rules.json", (text) => text.replaceAll('"rubric":"', '"rubric":"0')),
  };
  const site = await siteOf(t, { answers });
  const page = await visit({ url: site.url, init: keep(half) });
  await eventually(async () => assert.deepEqual(await resultOf(page), ocop.score(half)));
  for (const name of Object.keys(answers)) assert.equal(site.asked.filter((url) => url.endsWith(name)).length, 2, name);
  await done(page);
  // Where the server itself has them, it is said.
  const broken = await siteOf(t, { answers: { "vi/all.json": (_, response) => Boolean(response.writeHead(200, { "content-type": "application/json" }).end(readFileSync(new URL("words/qd26-2026/vi/all.json", npm), "utf8").replaceAll('"version":"', '"version":"old-'))) } });
  const other = await visit({ url: broken.url, init: keep(half) });
  await reads(other.locator('.notice[data-id="load"]'), /MODULE-11/);
  await done(other);
});

test("a wrong base is said, and a right one heals", async (t) => {
  const site = await siteOf(t);
  const page = await visit({ url: site.url });
  await page.locator("button.set").first().waitFor();
  const base = (to) => page.evaluate((value) => document.querySelector("ocop-score").setAttribute("base", value), to);
  const notice = page.locator('.notice[data-id="load"]');
  await base("/nowhere");
  await reads(notice, /404[^]*MODULE-19/);
  await base("http://[");
  await reads(notice, /MODULE-04/);
  await base("/ocop");
  await eventually(async () => assert.equal(await notice.count(), 0));
  await page.locator('[data-set="13"]').click();
  await reads(page.locator(".verdict"), /Còn có thể đạt/);
  await page.context().close();
});
