// How long until the form takes answers, and until the first score, in Chromium
// with a fourth of the processor at 4 Mbit/s and 100 ms: on a minimal page and on
// the portal, at the first visit and at a second one. Medians, beside another
// checkout in turns where one is named; both are built before:
//
//   node wasm/test/firstform.mjs [--beside FOLDER] [--rounds 5]

import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { launch } from "./chromium.mjs";
import { serveMinimal, visit } from "./firstpage.mjs";

const { values: { beside, rounds } } = parseArgs({ options: { beside: { type: "string" }, rounds: { type: "string", default: "5" } } });
const here = fileURLToPath(new URL("../../", import.meta.url));

const pages = []; // name, url, the times of each visit
const servers = [];
for (const [name, checkout] of [["", here], ...(beside ? [["beside: ", beside]] : [])]) {
  const minimal = await serveMinimal(checkout);
  const { startPortal } = await import(pathToFileURL(join(checkout, "wasm/test/portal-program.mjs")));
  const portal = await startPortal();
  servers.push(minimal.close, portal.stop);
  for (const [page, url] of [["minimal page, hints", `${minimal.url}hints`], ["minimal page", minimal.url], ["portal", portal.url]]) {
    pages.push({ name: name + page, url, cold: [], second: [] });
  }
}

const browser = await launch();
for (const { url } of pages) await once(url, {}); // compressed once, before anything is measured
for (let i = 0; i < Number(rounds); i++) {
  for (const page of pages) {
    const { cold, second } = await once(page.url, { slow: true });
    page.cold.push(cold);
    page.second.push(second);
  }
}
await browser.close();
for (const end of servers) await end();

/** A first visit and a second one, as of two days: what the first leaves to be kept is kept by then. */
async function once(url, options) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const cold = await visit(context, url, options);
  await cold.tab.evaluate(async () => {
    if (document.querySelector("link[rel=manifest]")) await navigator.serviceWorker.ready;
  });
  await cold.tab.close();
  const second = await visit(context, url, options);
  await context.close();
  return { cold, second };
}

const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
const ms = (visits, what) => (visits[0][what] ? Math.round(median(visits.map((one) => one[what]))) : "");
const kB = (visits) => Math.round(median(visits.map(({ requests }) => requests.reduce((sum, { bytes }) => sum + bytes, 0))) / 1000);
console.table(Object.fromEntries(pages.map(({ name, cold, second }) => [name, {
  list: ms(cold, "list"), form: ms(cold, "form"), score: ms(cold, "score"), requests: median(cold.map(({ requests }) => requests.length)), kB: kB(cold),
  "2nd form": ms(second, "form"), "2nd score": ms(second, "score"), "2nd requests": median(second.map(({ requests }) => requests.length)), "2nd kB": kB(second),
}])));
