// What the tests of <ocop-score> share: a browser, pages under strict headers,
// and ways to reach into the form.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { launch } from "./chromium.mjs";
import { eventually } from "./eventually.mjs";
import { serve } from "./serve.mjs";

export { eventually };

export const npm = new URL("../npm/", import.meta.url);
export const pages = new URL("./pages/", import.meta.url);
export const example = (name) => JSON.parse(readFileSync(new URL(`../../examples/sheets/${name}.json`, import.meta.url)));

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 900 };

let browser;
let site;

/** The server and the browser, started once. */
export async function start() {
  site ??= await serve({ "/": pages, "/ocop/": npm, "/elsewhere/": npm });
  browser ??= await launch();
  return site.url;
}

export async function stop() {
  await browser?.close();
  await site?.close();
}

/**
 * A page with the form in a new context. Everything that goes wrong on it is in
 * page.wrong, every address it asked for in page.asked.
 */
export async function visit({ path = "", viewport = desktop, init, url, ...options } = {}) {
  const home = await start();
  const context = await browser.newContext({ viewport, ...options });
  if (init) await context.addInitScript(init);
  const page = await context.newPage();
  page.wrong = [];
  page.asked = [];
  page.on("console", (message) => message.type() === "error" && page.wrong.push(message.text()));
  page.on("pageerror", (error) => page.wrong.push(String(error)));
  page.on("request", (request) => page.asked.push(request.url()));
  await page.goto(new URL(path, url ?? home).href);
  return page;
}

/** A page with a sheet in the form. */
export async function visitWith(sheet, options) {
  const page = await visit(options);
  await page.locator("button.set").first().waitFor();
  await put(page, sheet);
  return page;
}

export async function put(page, sheet) {
  await page.evaluate((given) => {
    document.querySelector("ocop-score").sheet = given;
  }, sheet);
  await page.locator("fieldset.criterion").first().waitFor();
}

export const sheetOf = (page) => page.evaluate(() => document.querySelector("ocop-score").sheet);
export const resultOf = (page) => page.evaluate(() => document.querySelector("ocop-score").result);

export const option = (page, criterion, code) => page.locator(`[data-code="${criterion}"] input[type=radio][value="${code}"]`);

/** Waits until the form has the rules, which come after it is drawn. */
export const rulesAreThere = (page) => eventually(async () => assert.ok(await page.evaluate(() => document.querySelector("ocop-score")?.ocop)));

/** Opens a file by the form's button. Before the rules are there it would be told to wait. */
export async function choose(page, name, content) {
  await rulesAreThere(page);
  const chooser = page.waitForEvent("filechooser");
  await page.locator('[data-tool="open"]').click();
  await (await chooser).setFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
}

/** Waits until a text stands somewhere. */
export const reads = (locator, pattern) => eventually(async () => assert.match(await locator.innerText(), pattern));

/** What in the form, or the page, is wider than the page: nothing, where all is well. */
export const tooWide = (page) => page.evaluate(() => {
  const most = document.documentElement.clientWidth;
  const inside = [...document.querySelector("ocop-score").shadowRoot.querySelectorAll("*")].filter((e) => e.checkVisibility() && !e.closest(".unseen") && e.getBoundingClientRect().right > most + 0.5);
  return [...(document.documentElement.scrollWidth > most ? ["the page scrolls sideways"] : []), ...inside.map((e) => e.className || e.tagName)];
});

/** Opens the panel's dialog, and then that of sharing; each is looked at. */
export async function openDialogs(page, look) {
  await page.locator(".bar .score").click();
  await page.locator("dialog .panel").waitFor();
  await look("panel");
  await page.keyboard.press("Escape");
  await page.locator('[data-tool="share"]').click();
  await page.locator(".qr svg").waitFor();
  await look("sharing");
}

/** Closes a page on which nothing went wrong. */
export async function done(page) {
  assert.deepEqual(page.wrong, []);
  await page.context().close();
}
