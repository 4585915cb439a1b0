// How long until the first score in Chromium, from the click on a link to the
// number: unthrottled, and with a fourth of the processor at 4 Mbit/s, 100 ms.

import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { launch } from "./chromium.mjs";
import { serve } from "./serve.mjs";
import { integrity } from "../npm/integrity.js";

const npm = new URL("../npm/", import.meta.url);
const plain = `<!doctype html><html lang="vi"><title>first score</title><link rel="icon" href="data:,"><script type="module" src="/first.js"></script>`;
// With hints the browser asks for everything at once, not one file after another.
const hints = ["index", "fetch", "fast", "instance", "integrity", "plain", "problems", "release", "rubric", "visible", "wasi", "words"].map((name) => `<link rel="modulepreload" href="/ocop/${name}.js">`).join("")
  + `<link rel="preload" href="/ocop/ocop.wasm" as="fetch" type="application/wasm" crossorigin integrity="${integrity["ocop.wasm"]}">`;
const pages = { "/": plain, "/hints": plain.replace("<script", `${hints}<script`) };
const script = `
  import { load } from "/ocop/index.js";
  const ocop = await load({ checks: false, words: [] });
  const { total } = ocop.score({ edition: "qd26-2026", set: 13, answers: { "1.1": "c" } });
  globalThis.firstScore = { total, after: performance.now() };`;

const packed = new Map();
function compressed(name) {
  if (!packed.has(name)) {
    const bytes = pages[name] ?? (name === "/first.js" ? script : readFileSync(new URL(`.${name.replace(/^\/ocop/, "")}`, npm)));
    packed.set(name, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } }));
  }
  return packed.get(name);
}
const types = { js: "text/javascript", wasm: "application/wasm" };
const { url: address, close } = await serve({}, {
  answer(request, response) {
    response.setHeader("content-type", types[request.url.split(".").pop()] ?? "text/html; charset=utf-8");
    response.setHeader("content-encoding", "br");
    response.end(compressed(request.url));
    return true;
  },
});
await (await fetch(address + "ocop/ocop.wasm")).arrayBuffer(); // compressed once, before anything is measured

const browser = await launch();
async function first(path, throttle) {
  const context = await browser.newContext();
  const tab = await context.newPage();
  const devtools = await context.newCDPSession(tab);
  await devtools.send("Network.enable");
  if (throttle) {
    const rate = (4 * 1024 * 1024) / 8;
    await devtools.send("Network.emulateNetworkConditions", { offline: false, latency: 100, downloadThroughput: rate, uploadThroughput: rate });
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  }
  await tab.goto(address + path);
  let score;
  while (!score) score = await tab.evaluate(() => globalThis.firstScore);
  await context.close();
  return score.after;
}
const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
const slow = "4x processor, 4 Mbit/s, 100 ms";
for (const [name, path, throttle] of [["unthrottled", "", false], [slow, "", true], [`${slow}, with preload hints`, "hints", true]]) {
  const times = [];
  for (let i = 0; i < 5; i++) times.push(await first(path, throttle));
  console.log(`first score, ${name}: ${Math.round(median(times))} ms (of ${times.map(Math.round).join(", ")})`);
}
await browser.close();
await close();
