// Pages of one script each, with the package beside them under a strict policy, in
// headless Chromium.

import assert from "node:assert/strict";
import { launch } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const npm = new URL("../npm/", import.meta.url);
const files = new Map(); // path → what stands there, beside the package

/** Puts a file beside the package. */
export function put(path, text, headers = {}) {
  files.set(path, { text, headers });
}

const server = await serve({ "/ocop/": npm }, {
  answer(request, response) {
    const file = files.get(request.url);
    if (!file) return false;
    response.setHeader("content-type", request.url.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8");
    for (const [name, value] of Object.entries(file.headers)) response.setHeader(name, value);
    response.end(file.text);
    return true;
  },
});

/** Where the pages stand. */
export const address = server.url.slice(0, -1);
const browser = await launch();

export async function close() {
  await browser.close();
  await server.close();
}

/** A page that runs a script until it says globalThis.ready; body and headers are the page's. */
export async function open(name, script, { body = "", headers } = {}) {
  put(`/${name}`, `<!doctype html><html lang="vi"><title>${name}</title><link rel="icon" href="data:,"><div id="app">${body}</div><script type="module" src="/${name}.js"></script>`, headers);
  put(`/${name}.js`, script);
  const page = await browser.newPage();
  page.problems = []; // whatever the console says, and each request to elsewhere
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && page.problems.push(message.text()));
  page.on("pageerror", (error) => page.problems.push(String(error)));
  page.on("request", (request) => request.url().startsWith(address) || page.problems.push(request.url()));
  await page.goto(`${address}/${name}`);
  await page.waitForFunction(() => globalThis.ready || globalThis.failed, null, { timeout: 30_000, polling: 50 });
  assert.equal(await page.evaluate(() => globalThis.failed), undefined);
  return page;
}
