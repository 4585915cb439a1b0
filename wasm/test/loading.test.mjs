// What a page meets while the module and the words come: old files in the browser's
// cache, types that servers give, policies, error pages, no line. Each is said as what
// it is, and what can be healed is.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { launch } from "./chromium.mjs";
import { policy, serve } from "./serve.mjs";

const npm = new URL("../npm/", import.meta.url);
const module = readFileSync(new URL("ocop.wasm", npm));
const words = readFileSync(new URL("words/qd26-2026/vi/all.json", npm), "utf8");
const rules = { "/page": ["text/html", "<!doctype html><title>loading</title>"] }; // path → [type, content]
const asked = []; // the paths that were asked for
let pagePolicy = policy;

const { url: root, close } = await serve({ "/ocop/": npm }, {
  headers: { "cache-control": null },
  answer({ url }, response) {
    asked.push(url);
    response.setHeader("content-security-policy", pagePolicy);
    const [type, content, headers = {}] = (typeof rules[url] === "function" ? rules[url]() : rules[url]) ?? [];
    if (type === undefined) return false;
    response.writeHead(200, { ...(type && { "content-type": type }), ...headers }).end(content);
    return true;
  },
});
const browser = await launch();
after(async () => {
  await browser.close();
  await close();
});

/** What load says with these options, in a page of a browser that knows nothing yet. */
async function loading(options, { offline = false, under = policy } = {}) {
  asked.length = 0;
  pagePolicy = under;
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${root}page`);
    await page.evaluate(async () => { globalThis.load = (await import("/ocop/index.js")).load; });
    await context.setOffline(offline);
    return await page.evaluate(async (options) => {
      const again = async () => {
        try {
          const ocop = await globalThis.load({ checks: false, words: [], ...options });
          return { total: ocop.score({ edition: "qd26-2026", set: 13, answers: { "1.1": "c" } }).total };
        } catch (error) {
          return { code: error.problems[0].code, ...error.problems[0].message };
        }
      };
      return [await again(), await again()];
    }, options);
  } finally {
    await context.close();
  }
}

const times = (path) => asked.filter((one) => one === path).length;
const kept = { "cache-control": "public, max-age=31536000, immutable" };

/** A file that is an old one when it is asked for first, and may be kept for a year. */
const first = (type, old, present) => {
  let count = 0;
  return () => [type, count++ === 0 ? old : present, kept];
};

test("an old module in the cache is asked for once more, past it", async () => {
  rules["/ocop/ocop.wasm"] = first("application/wasm", module.subarray(0, 1000), module);
  assert.deepEqual(await loading({}), [{ total: 3 }, { total: 3 }]);
  assert.equal(times("/ocop/ocop.wasm"), 2, "and then it is kept");
  delete rules["/ocop/ocop.wasm"];
});

test("a module that stays wrong is refused as such", async () => {
  rules["/ocop/ocop.wasm"] = ["application/wasm", module.subarray(0, 1000), kept];
  const [{ code, en }] = await loading({});
  assert.equal(code, "MODULE-05");
  assert.match(en, /another version/);
  delete rules["/ocop/ocop.wasm"];
});

test("old words in the cache are asked for once more, past it", async () => {
  const path = "/ocop/words/qd26-2026/vi/all.json";
  for (const old of [words.replaceAll('"version":"', '"version":"0.0.'), words.slice(0, 1000)]) {
    rules[path] = first("application/json", old, words);
    assert.deepEqual(await loading({ words: ["vi"] }), [{ total: 3 }, { total: 3 }]);
    assert.equal(times(path), 2);
  }
  delete rules[path];
});

test("a module is taken by any type that a server gives it", async () => {
  for (const type of ["application/wasm", "application/wasm; charset=utf-8", "Application/WASM;charset=UTF-8", "application/wasm ", "application/octet-stream", "text/plain", ""]) {
    rules["/any.wasm"] = [type, module];
    assert.deepEqual((await loading({ url: "/any.wasm" }))[0], { total: 3 }, type);
  }
});

test("each fault is said as what it is", async () => {
  const code = async (options, circumstances) => (await loading(options, circumstances))[0];
  const said = (fault, want, vi, en) => {
    assert.equal(fault.code, want);
    assert.match(fault.vi, vi);
    assert.match(fault.en, en);
  };
  said(await code({ url: "/ocop/none.wasm" }), "MODULE-19", /Máy chủ không đưa được.*404/, /HTTP 404/);
  said(await code({ words: ["vi"], wordsURL: "/nowhere/" }), "MODULE-19", /404/, /HTTP 404/);
  said(await code({}, { offline: true }), "MODULE-04", /đường mạng/, /connection/);
  // As servers of single pages do, and bundlers that left the file behind.
  rules["/ocop/ocop.wasm"] = ["text/html; charset=utf-8", "<!doctype html>"];
  rules["/spa/qd26-2026/vi/all.json"] = ["text/html", "<!doctype html>"];
  said(await code({}), "MODULE-20", /trang web/, /web page/);
  said(await code({ words: ["vi"], wordsURL: "/spa/" }), "MODULE-20", /trang web/, /web page/);
  delete rules["/ocop/ocop.wasm"];
  said(await code({}, { under: policy.replace(" 'wasm-unsafe-eval'", "") }), "MODULE-18", /wasm-unsafe-eval/, /wasm-unsafe-eval/);
  rules["/cut.wasm"] = ["application/wasm", module.subarray(0, 1000)];
  said(await code({ url: "/cut.wasm" }), "MODULE-06", /cắt cụt/, /cut short/);
});
