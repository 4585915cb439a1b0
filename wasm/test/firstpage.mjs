// Pages until the first score, as firstform.mjs measures and budget.test.mjs
// counts them: a minimal page with the form, and the portal's.

import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { serve } from "./serve.mjs";

const SET = 13;
const folder = "/ocop/hash/"; // a name that would change with the content
const types = { js: "text/javascript", json: "application/json", wasm: "application/wasm" };

/** As brotli, as small as it gets. */
export const packed = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

/**
 * Serves a checkout's forms as the package's README recommends: brotli, an immutable
 * address; / is a page without hints, /hints one with them, /dossier one with the form of
 * dossiers. Gives {url, close}.
 */
export async function serveMinimal(checkout) {
  const npm = join(checkout, "wasm/npm");
  const { integrity } = await import(pathToFileURL(join(npm, "integrity.js")));
  const page = (hints, body) => `<!doctype html><html lang="vi"><title>first form</title><link rel="icon" href="data:,">${hints}${body}`;
  const score = `<script type="module" src="${folder}element.js"></script><ocop-score lang="vi" set="${SET}"></ocop-score>`;
  const dossier = `<script type="module" src="${folder}dossier.js"></script><ocop-dossier lang="vi"></ocop-dossier>`;
  const pages = { "/": page("", score), "/hints": page(hintsFor(npm, integrity), score), "/dossier": page("", dossier) };
  const kept = new Map();
  const bytesOf = (path) => pages[path] ?? readFileSync(join(npm, path.slice(folder.length)));
  return serve({}, {
    answer(request, response) {
      const path = request.url;
      if (!kept.has(path)) kept.set(path, packed(Buffer.from(bytesOf(path))));
      response.setHeader("content-type", types[path.split(".").pop()] ?? "text/html; charset=utf-8");
      response.setHeader("content-encoding", "br");
      if (!(path in pages)) response.setHeader("cache-control", "public, max-age=31536000, immutable");
      response.end(kept.get(path));
      return true;
    },
  });
}

function hintsFor(npm, integrity) {
  // A checkout from before the rules stood beside the words asks for words a set.
  const words = existsSync(join(npm, "words/qd26-2026/rules.json")) ? ["vi/all", "rules"] : ["vi/index", `vi/${SET}`];
  return [
    ...words.map((name) => `<link rel="preload" href="${folder}words/qd26-2026/${name}.json" as="fetch" crossorigin>`),
    ...scripts(npm, "element.js").map((name) => `<link rel="modulepreload" href="${folder}${name}">`),
    `<link rel="preload" href="${folder}ocop.wasm" as="fetch" crossorigin integrity="${integrity["ocop.wasm"]}">`,
  ].join("");
}

/** A script and all that it imports at its start. */
function scripts(npm, ...names) {
  for (const name of names) { // grows on the way
    for (const [, other] of readFileSync(join(npm, name), "utf8").matchAll(/\b(?:from|import)\s*"(\.[^"]+)"/g)) {
      const at = posix.join(posix.dirname(name), other);
      if (!names.includes(at)) names.push(at);
    }
  }
  return names;
}

/**
 * Opens a page, chooses the product set where that is asked, gives the first
 * answer that can be given, and waits for its score: milliseconds since the click
 * on the link until the list, the form and the score, and the addresses asked for.
 * hurry goes on in the page in place of that, and ends with a time for "score".
 */
export async function visit(context, url, { slow = false, hurry = watch } = {}) {
  const tab = await context.newPage();
  await tab.addInitScript(hurry, SET);
  const devtools = await context.newCDPSession(tab);
  await devtools.send("Network.enable");
  if (slow) {
    const rate = (4 * 1024 * 1024) / 8;
    await devtools.send("Network.emulateNetworkConditions", { offline: false, latency: 100, downloadThroughput: rate, uploadThroughput: rate });
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  }
  const asked = new Map(); // request → address and bytes on the line
  devtools.on("Network.requestWillBeSent", ({ requestId, request }) => asked.set(requestId, { url: request.url, bytes: 0 }));
  devtools.on("Network.requestServedFromCache", ({ requestId }) => asked.delete(requestId));
  devtools.on("Network.responseReceived", ({ requestId, response }) => (response.fromDiskCache || response.fromServiceWorker) && asked.delete(requestId));
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => asked.has(requestId) && (asked.get(requestId).bytes = encodedDataLength));
  await tab.goto(url, { waitUntil: "commit" });
  await tab.waitForFunction(() => globalThis.first?.score, null, { timeout: 60_000 });
  const times = await tab.evaluate(() => globalThis.first);
  // What a browser asks for besides, when it likes, nobody waits for.
  const requests = [...asked.values()].filter((one) => !/^data:|icon|webmanifest|sw\.js/.test(one.url));
  return { ...times, requests, tab };
}

/** In the page, with each picture that it draws: goes on as soon as it can, as a person in a hurry would. */
function watch(set) {
  const first = (globalThis.first = {});
  const look = () => {
    const form = document.querySelector("ocop-score");
    const find = (selector) => form?.shadowRoot?.querySelector(selector);
    const button = find(`button[data-set="${set}"]`);
    const radio = find("input[type=radio]:enabled");
    if (button && !first.list) {
      first.list = performance.now();
      button.click();
    }
    if (radio && !first.form) {
      first.form = performance.now();
      radio.click();
    } else if (first.form && form.result && Object.keys(form.sheet.answers).length > 0) {
      first.score = performance.now();
      return;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** The same in the form of dossiers: begins a new one, opens its first task, enters a name, and waits for the first check. */
export function watchDossier() {
  const first = (globalThis.first = {});
  const once = (what, found, act) => {
    if (!found || first[what]) return;
    first[what] = performance.now();
    act?.();
  };
  const look = () => {
    const form = document.querySelector("ocop-dossier");
    const find = (selector) => form?.shadowRoot?.querySelector(selector);
    once("home", find("#begin"), () => find("#begin").click());
    once("kinds", find("dialog [data-choice=first]"), () => find("dialog [data-choice=first]").click());
    once("list", find("#task-producer"), () => find("#task-producer").click());
    const name = find("#at-producer-name");
    once("form", name, () => {
      name.value = "Hợp tác xã Ea Tul";
      name.dispatchEvent(new Event("input"));
    });
    once("score", first.form && form.problems);
    if (!first.score) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
