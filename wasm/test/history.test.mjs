// The form and the page's address: Back and forward, and links in pages with a router.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { load } from "../npm/index.js";
import { done, eventually, example, option, put, rulesAreThere, sheetOf, stop, visit } from "./element-page.mjs";

const ocop = await load();
const coffee = example("ca-phe-dak-lak");
const vector = ocop.vector(coffee);
after(stop);

const at = (page, set) => eventually(async () => {
  assert.equal((await sheetOf(page))?.set ?? null, set);
  await page.locator(set ? "fieldset.criterion" : "button.set").first().waitFor({ timeout: 2000 });
});
const choose = (page, set) => page.locator(`[data-set="${set}"]`).click();
const entries = (page) => page.evaluate(() => history.length);
const withAttribute = (name) => visit({ init: `addEventListener("DOMContentLoaded", () => document.querySelector("ocop-score").setAttribute("${name}", ""))` });

/** Chooses set 13, answers its first criterion, and is back at the choice. */
async function answerAndGoBack(page) {
  await at(page, null);
  await choose(page, 13);
  await at(page, 13);
  await option(page, "1.1", "a").check();
  await page.goBack();
  await at(page, null);
}

test("Back leads to the choice and to the set before, and forward again", async () => {
  const page = await visit({ path: "?a=1#phan" });
  const address = page.url();
  await answerAndGoBack(page);
  assert.equal(await page.evaluate(() => document.querySelector("ocop-score").shadowRoot.activeElement?.localName), "h2", "the keyboard comes along");
  await page.goForward();
  await at(page, 13);
  assert.deepEqual((await sheetOf(page)).answers, { 1.1: "a" });
  await page.locator('[data-tool="change"]').click();
  await at(page, null);
  await choose(page, 5);
  await at(page, 5);
  await page.goBack();
  await at(page, null);
  await page.goBack();
  await at(page, 13);
  await page.reload();
  await at(page, 13);
  await page.goBack();
  await at(page, null);
  await page.reload();
  await at(page, null);
  assert.equal(page.url(), address);
  await done(page);
});

test("Back works where nothing is kept", async () => {
  const page = await withAttribute("no-save");
  await answerAndGoBack(page);
  await page.goForward();
  await at(page, 13);
  assert.deepEqual((await sheetOf(page)).answers, { 1.1: "a" });
  await page.reload();
  await at(page, 13);
  await done(page);
});

test("a file that is opened is a step too, and a sheet from a program is none", async () => {
  const page = await visit();
  await at(page, null);
  await rulesAreThere(page);
  const before = await entries(page);
  const chooser = page.waitForEvent("filechooser");
  await page.locator('[data-tool="open"]').click();
  await (await chooser).setFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(coffee)) });
  await at(page, 13);
  await eventually(async () => assert.equal(await entries(page), before + 1));
  await put(page, { ...coffee, set: 5, answers: {} });
  assert.equal(await entries(page), before + 1);
  await page.goBack();
  await at(page, null);
  await done(page);
});

test("a router's history is left alone, and so is any by no-history", async () => {
  for (const state of [{ idx: 0, key: "default" }, 7, "x", {}, { "ocop-score": {}, idx: 1 }]) {
    const page = await visit();
    await at(page, null);
    await page.evaluate((its) => history.replaceState(its, ""), state);
    const before = await entries(page);
    await choose(page, 13);
    await at(page, 13);
    assert.equal(await entries(page), before);
    assert.deepEqual(await page.evaluate(() => history.state), state);
    await done(page);
  }
  const page = await withAttribute("no-history");
  await at(page, null);
  const before = await entries(page);
  await choose(page, 13);
  await at(page, 13);
  assert.deepEqual([await entries(page), await page.evaluate(() => history.state)], [before, null]);
  await done(page);
});

test("what others do in the history moves nothing in the form", async () => {
  const page = await visit();
  await at(page, null);
  await choose(page, 13);
  await at(page, 13);
  await page.evaluate(() => (location.hash = "phan-2"));
  await at(page, 13);
  for (const state of [null, 7, "x", [], { "ocop-score": null }, { "ocop-score": { "ocop-score": "constructor" } }, { "ocop-score": { "ocop-score": 99 } }]) {
    await page.evaluate((its) => {
      history.pushState(its, "");
      dispatchEvent(new PopStateEvent("popstate", { state: its }));
    }, state);
    await at(page, 13);
  }
  await page.evaluate(() => Object.assign(history, { pushState() { throw new DOMException("too many", "SecurityError"); } }));
  await page.evaluate(() => history.replaceState(null, ""));
  await page.locator('[data-tool="change"]').click();
  await at(page, null);
  await done(page);
});

test("two forms of a page go back each by itself", async () => {
  const page = await visit();
  await at(page, null);
  await page.evaluate(() => {
    const other = document.createElement("ocop-score");
    other.setAttribute("name", "__proto__");
    document.querySelector("main").append(other);
  });
  const sets = () => page.evaluate(() => [...document.querySelectorAll("ocop-score")].map(({ sheet }) => sheet?.set ?? null));
  const are = (...expected) => eventually(async () => assert.deepEqual(await sets(), expected));
  const chooseIn = (n, set) => page.locator("ocop-score").nth(n).locator(`[data-set="${set}"]`).click();
  await page.locator("ocop-score").nth(1).locator("button.set").first().waitFor();
  await chooseIn(0, 13);
  await are(13, null);
  await chooseIn(1, 5);
  await are(13, 5);
  await page.goBack();
  await are(13, null);
  await page.goBack();
  await are(null, null);
  await page.goForward();
  await page.goForward();
  await are(13, 5);
  await done(page);
});

const linkOf = async (page) => {
  await page.locator('[data-tool="share"]').click();
  const link = await page.locator("#link").inputValue();
  await page.keyboard.press("Escape");
  return link;
};

test("a link keeps a router's address, and leaves it as it was", async () => {
  for (const [route, link] of [
    ["?q=1#/san-pham/13?x=1", `?q=1#/san-pham/13?x=1&ocop=${vector}`],
    ["#/san-pham/13", `#/san-pham/13?ocop=${vector}`],
    ["#!/san-pham", `#!/san-pham?ocop=${vector}`],
    ["#/a?x=1#muc-2", `#/a?x=1&ocop=${vector}#muc-2`],
    ["#/", `#/?ocop=${vector}`],
    ["#muc-2", `#ocop=${vector}`],
    ["?q=1", `?q=1#ocop=${vector}`],
  ]) {
    const page = await visit({ path: route });
    const home = new URL(".", page.url()).href;
    await at(page, null);
    await put(page, coffee);
    await eventually(async () => assert.ok(await page.evaluate(() => document.querySelector("ocop-score").result)));
    assert.equal(await linkOf(page), home + link);
    const other = await visit({ path: link });
    await at(other, 13);
    assert.equal(ocop.vector(await sheetOf(other)), vector);
    assert.equal(other.url().slice(home.length), route === "#muc-2" ? "" : route);
    await done(page);
    await done(other);
  }
});

test("a vector is found wherever a router has put it, and what is none is left alone", async () => {
  const page = await visit({ path: "#/a?mocop=1" });
  await at(page, null);
  await rulesAreThere(page);
  assert.equal(new URL(page.url()).hash, "#/a?mocop=1");
  for (const [n, [hash, left]] of [
    [`#/a?ocop=${encodeURIComponent(vector)}&x=1`, "#/a?x=1"],
    [`#/a?x=1&ocop=${vector}&y=2#z`, "#/a?x=1&y=2#z"],
    [`#ocop=${vector}`, ""],
  ].entries()) {
    await page.evaluate(() => (document.querySelector("ocop-score").sheet = null));
    await page.evaluate((its) => (location.hash = its), hash);
    await at(page, 13);
    await eventually(async () => assert.equal(new URL(page.url()).hash, left, `${n}`));
  }
  await done(page);
});
