// How long until a new dossier can be filled in, and until its first check, in Chromium
// with a fourth of the processor at 4 Mbit/s and 100 ms, as firstform.mjs measures the
// form of sheets: at the first visit and at a second one. Medians; built before:
//
//   node wasm/test/firstdossier.mjs [--rounds 5]

import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launch } from "./chromium.mjs";
import { serveMinimal, visit, watchDossier } from "./firstpage.mjs";

const { values: { rounds } } = parseArgs({ options: { rounds: { type: "string", default: "5" } } });
const server = await serveMinimal(fileURLToPath(new URL("../../", import.meta.url)));
const browser = await launch();
const visits = { first: [], second: [] };

/** A first visit, and a second one to a page on which nothing is kept but what the browser cached. */
async function once(options) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const came = [];
  for (let i = 0; i < 2; i++) {
    const one = await visit(context, `${server.url}dossier`, { hurry: watchDossier, ...options });
    await one.tab.close();
    came.push(one);
  }
  await context.close();
  return came;
}

await once({}); // compressed once, before anything is measured
for (let i = 0; i < Number(rounds); i++) {
  const [first, second] = await once({ slow: true });
  visits.first.push(first);
  visits.second.push(second);
}
await browser.close();
await server.close();

const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
console.table(Object.fromEntries(Object.entries(visits).map(([name, all]) => [name, {
  ...Object.fromEntries([["home", "home"], ["list", "tasks"], ["form", "field"], ["score", "check"]].map(([what, title]) => [title, Math.round(median(all.map((one) => one[what])))])),
  requests: median(all.map(({ requests }) => requests.length)), kB: Math.round(median(all.map(({ requests }) => requests.reduce((sum, { bytes }) => sum + bytes, 0))) / 1000),
}])));
console.table(visits.first[0].requests.map(({ url, bytes }) => ({ file: new URL(url).pathname.split("/").slice(3).join("/") || "/", kB: Math.round(bytes / 100) / 10 })));
