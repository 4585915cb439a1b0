// What a first visit costs until the first score, whatever the line: requests, and
// bytes as brotli has them; and what the form of dossiers loads of its own. Who makes
// it less lowers the limit.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { launch } from "./chromium.mjs";
import { packed, serveMinimal, visit } from "./firstpage.mjs";
import { root, startPortal } from "./portal-program.mjs";

const limits = {
  minimal: { requests: 5, bytes: 520_000 },
  portal: { requests: 15, bytes: 532_000 },
};

/** The form of dossiers, what it is drawn from, and what joins pictures when somebody asks for that. */
const own = {
  "dossier.js": 85_000,
  "words/qd26-2026/vi/dossier.json": 8_000,
  "words/qd26-2026/en/dossier.json": 8_000,
  "words/qd26-2026/places.json": 24_000,
  "vendor/pdf.js": 95_000,
};

const browser = await launch();
const minimal = await serveMinimal(root);
const portal = await startPortal();
after(async () => {
  await browser.close();
  await minimal.close();
  await portal.stop();
});

const sizeOf = async (url) => packed(Buffer.from(await (await fetch(url)).arrayBuffer())).length;

async function costOf(url) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const { requests } = await visit(context, url);
  await context.close();
  const sizes = await Promise.all(requests.map((one) => sizeOf(one.url)));
  return { requests: requests.length, bytes: sizes.reduce((sum, size) => sum + size, 0), asked: requests.map((one) => one.url) };
}

for (const [name, url, limit] of [
  ["a minimal page", minimal.url, limits.minimal],
  ["a minimal page with hints", `${minimal.url}hints`, limits.minimal],
  ["the portal", portal.url, limits.portal],
]) {
  test(`${name} keeps to its budget until the first score`, async () => {
    const { requests, bytes, asked } = await costOf(url);
    console.log(`${name}: ${requests} requests, ${bytes} bytes`);
    assert.ok(requests <= limit.requests, `${requests} requests, at most ${limit.requests}: ${asked.join(" ")}`);
    assert.ok(bytes <= limit.bytes, `${bytes} bytes, at most ${limit.bytes}`);
  });
}

for (const [name, limit] of Object.entries(own)) {
  test(`${name} keeps to its budget`, () => {
    const content = readFileSync(join(root, "wasm/npm", name));
    const bytes = packed(content).length;
    console.log(`${name}: ${content.length} bytes, brotli ${bytes}`);
    assert.ok(bytes <= limit, `${bytes} bytes, at most ${limit}`);
  });
}
