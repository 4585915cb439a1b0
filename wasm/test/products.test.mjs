// The products that a device keeps: several of a set, in several windows and forms,
// with everything taken back, backed up, compared and handed on.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { load } from "../npm/index.js";
import { done, eventually, example, option, phone, put, reads, sheetOf, stop, tooWide, visit, visitWith } from "./element-page.mjs";

const ocop = await load({ checks: false });
const coffee = example("ca-phe-dak-lak");
const half = { ...coffee, answers: Object.fromEntries(Object.entries(coffee.answers).slice(0, 16)) };
after(stop);

const form = (page) => page.locator("fieldset.criterion").first().waitFor();
const tool = (page, name) => page.locator(`[data-tool="${name}"]`).click();
const nameIt = async (page, name) => {
  await page.locator("#about").evaluate((fold) => (fold.open = true));
  await page.locator("#about-product").fill(name);
};
const rows = (page) => page.locator(".product .open strong").allInnerTexts();
const answers = async (page) => (await sheetOf(page)).answers;
const another = async (page) => {
  const window = await page.context().newPage();
  await window.goto(page.url());
  await form(window);
  return window;
};
const saved = async (page, name) => {
  const download = page.waitForEvent("download");
  await tool(page, name);
  return download;
};
const open = async (page, name, content) => {
  const chooser = page.waitForEvent("filechooser");
  await tool(page, "open");
  await (await chooser).setFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
};

test("a second coffee stands beside the first, and both are in the list", async () => {
  const page = await visitWith(coffee);
  await nameIt(page, "Cà phê Ea Kao");
  await page.locator("#about-producer").fill("HTX Ea Kao");
  await tool(page, "another");
  await eventually(async () => assert.deepEqual(await answers(page), {}));
  assert.deepEqual((await sheetOf(page)).about, { producer: "HTX Ea Kao" }, "the producer is typed once");
  await option(page, "1.1", "a").check();
  await nameIt(page, "Cà phê hoà tan");
  await tool(page, "change");
  assert.deepEqual(await rows(page), ["Cà phê hoà tan", "Cà phê Ea Kao"]);
  const first = page.locator(".product", { hasText: "Ea Kao" });
  await reads(first, /Bộ 13: [^]*92 điểm[^]*4 sao[^]*2026/);
  await first.locator(".open").click();
  await form(page);
  assert.deepEqual(await answers(page), coffee.answers);
  // The set leads to neither without a question.
  await tool(page, "change");
  await page.locator('[data-set="13"]').click();
  await page.locator("dialog button", { hasText: "Sản phẩm mới" }).click();
  await form(page);
  assert.deepEqual(await answers(page), {});
  await page.reload();
  await form(page);
  await tool(page, "change");
  assert.deepEqual(await rows(page), ["Cà phê hoà tan", "Cà phê Ea Kao"], "where nothing is entered nothing stands");
  await done(page);
});

test("two windows answer one sheet, and each keeps what the other entered", async () => {
  const page = await visitWith(half);
  const other = await another(page);
  // Case 2: this window has left the set, the other goes on, this one comes back.
  await tool(page, "change");
  for (const [code, level] of [["3.1", "b"], ["3.2", "b"], ["3.3", "b"]]) await option(other, code, level).check();
  await reads(page.locator(".product .facts"), /đã chấm 19/);
  await page.locator(".product .open").click();
  await form(page);
  await option(page, "3.4", "b").check();
  const all = { ...half.answers, "3.1": "b", "3.2": "b", "3.3": "b", "3.4": "b" };
  assert.deepEqual(await answers(page), all);
  await eventually(async () => assert.deepEqual(await answers(other), all));
  // One clears: the other is told, and can have it back.
  await page.evaluate(() => document.querySelector("ocop-score").clear());
  await reads(other.locator('.notice[data-id="replaced"]'), /vừa bị xóa ở cửa sổ khác/);
  await other.locator('.notice[data-id="replaced"] button', { hasText: "Hoàn tác" }).click();
  await eventually(async () => assert.deepEqual(await answers(page), all));
  assert.deepEqual(await answers(other), all);
  await done(page);
});

test("what was cleared elsewhere stays cleared", async () => {
  const page = await visitWith(half);
  const other = await another(page);
  await other.evaluate(() => document.querySelector("ocop-score").clear());
  await eventually(async () => assert.deepEqual(await answers(page), {}));
  await option(page, "1.1", "a").check();
  assert.deepEqual(await answers(page), { "1.1": "a" });
  await done(page);
});

test("two forms of one name on a page share what they keep", async () => {
  const page = await visitWith(half);
  await page.evaluate(() => document.querySelector("ocop-score").after(document.createElement("ocop-score")));
  const both = () => page.evaluate(() => [...document.querySelectorAll("ocop-score")].map(({ sheet }) => sheet?.answers));
  await eventually(async () => assert.deepEqual(await both(), [half.answers, half.answers]));
  const [one, two] = [0, 1].map((n) => page.locator("ocop-score").nth(n));
  await one.locator('input[name="answer-3.1"][value="b"]').check();
  await two.locator('input[name="answer-3.2"][value="b"]').check();
  const all = { ...half.answers, "3.1": "b", "3.2": "b" };
  assert.deepEqual(await both(), [all, all]);
  await page.reload();
  await form(page);
  assert.deepEqual(await answers(page), all);
  await done(page);
});

test("a form that was taken out of the page shows what was entered meanwhile", async () => {
  const page = await visitWith(half);
  const other = await another(page);
  await page.evaluate(() => (globalThis.form = document.querySelector("ocop-score")).remove());
  await option(other, "3.1", "b").check();
  await page.evaluate(() => document.body.append(globalThis.form));
  await eventually(async () => assert.equal((await answers(page))["3.1"], "b"));
  assert.equal(await option(page, "3.1", "b").isChecked(), true);
  await done(page);
});

test("what is disabled takes nothing back", async () => {
  const page = await visitWith(half);
  await option(page, "3.1", "b").check();
  const sheet = await sheetOf(page);
  await page.evaluate(() => document.querySelector("ocop-score").toggleAttribute("disabled", true));
  await page.locator("#pace-steps").focus();
  await page.keyboard.press("Control+z");
  assert.deepEqual(await sheetOf(page), sheet);
  await page.evaluate(() => document.querySelector("ocop-score").toggleAttribute("disabled", false));
  await page.locator("#pace-steps").focus();
  await page.keyboard.press("Control+z");
  assert.deepEqual((await sheetOf(page)).answers, half.answers);
  await done(page);
});

test("a full device loses nothing of what two windows enter", async () => {
  const page = await visitWith(half);
  const other = await another(page);
  await page.evaluate(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
    globalThis.makeRoom = () => (Storage.prototype.setItem = setItem);
  });
  await option(page, "3.1", "b").check(); // is held in memory
  await reads(page.locator('.notice[data-id="storage"]'), /Máy không cho lưu/);
  await option(other, "3.2", "b").check(); // is written
  await eventually(async () => assert.deepEqual(await answers(page), { ...half.answers, "3.1": "b", "3.2": "b" }));
  await page.evaluate(() => globalThis.makeRoom());
  await option(page, "3.3", "b").check();
  const all = { ...half.answers, "3.1": "b", "3.2": "b", "3.3": "b" };
  assert.deepEqual(await answers(page), all);
  await eventually(async () => assert.deepEqual(await answers(other), all));
  await done(page);
});

test("every change is taken back and made again, after a reload too", async () => {
  const page = await visit();
  await page.locator('[data-set="13"]').click();
  await form(page);
  const seen = [await sheetOf(page)];
  const step = async (act) => {
    await act();
    seen.push(await sheetOf(page));
  };
  await step(() => option(page, "1.1", "b").check());
  await step(() => option(page, "1.1", "c").check());
  const criterion = page.locator('[data-code="1.1"]');
  const before = ocop.rubric(13, { lang: "vi" }).parts[0].sections[0].criteria[0].options.find(({ code }) => code === "b").label;
  assert.ok((await criterion.locator(".was").innerText()).includes(before), "the level of before is told");
  await page.locator("#evidence-1\\.1 summary").click();
  await step(() => page.locator("#evidence-1\\.1 input").first().check());
  await step(async () => {
    await page.locator("#note-1\\.1 summary").click();
    await page.locator("#note-text-1\\.1").pressSequentially("hợp đồng năm 2025");
  });
  await step(() => nameIt(page, "Cà phê bột"));
  await step(async () => {
    await tool(page, "clear");
    await page.locator('dialog [data-choice="yes"]').click();
  });
  assert.deepEqual(seen.at(-1).answers, {});
  assert.equal(seen.at(-2).notes["1.1"], "hợp đồng năm 2025");
  await page.reload();
  await form(page);
  for (const sheet of seen.slice(0, -1).reverse()) {
    await tool(page, "undo");
    assert.deepEqual(await sheetOf(page), sheet);
  }
  assert.ok(await page.locator('[data-tool="undo"]').isDisabled());
  await page.reload();
  await form(page);
  for (const sheet of seen.slice(1)) {
    await tool(page, "redo");
    assert.deepEqual(await sheetOf(page), sheet);
  }
  assert.ok(await page.locator('[data-tool="redo"]').isDisabled());
  // By keyboard, and at the criterion.
  await option(page, "1.2", "a").focus();
  await page.keyboard.press("Control+z");
  assert.deepEqual(await sheetOf(page), seen.at(-2));
  await option(page, "1.1", "a").check();
  await criterion.locator(".was button").click();
  assert.deepEqual(await sheetOf(page), seen.at(-2));
  await done(page);
});

test("evidence, notes and names go every way and come back", async () => {
  const page = await visitWith(half);
  await nameIt(page, "Trà <b>sen</b>");
  await page.locator("#evidence-1\\.1 summary").click();
  await page.locator("#evidence-1\\.1 input").first().check();
  await page.locator("#note-1\\.1 summary").click();
  await page.locator("#note-text-1\\.1").fill("có hợp đồng\nnăm 2025");
  const whole = await sheetOf(page);
  assert.deepEqual(Object.keys(whole).filter((name) => ["about", "evidence", "notes"].includes(name)), ["about", "evidence", "notes"]);
  assert.deepEqual(ocop.score(whole), ocop.score(half), "the rules take it as it is, and the result is the same");

  const file = await saved(page, "save");
  assert.equal(file.suggestedFilename(), "phieu-cham-ocop-tra-b-sen-b-bo-13.json");
  const text = readFileSync(await file.path(), "utf8");
  assert.deepEqual(JSON.parse(text), whole);
  const other = await visit({ path: "index.html" });
  await other.locator("button.set").first().waitFor();
  await open(other, "phieu.json", text);
  await form(other);
  assert.deepEqual(await sheetOf(other), whole);

  await tool(page, "share");
  await page.locator(".qr svg").waitFor();
  const link = await page.locator("#link").inputValue();
  const third = await visit({ path: new URL(link).pathname + new URL(link).hash });
  await form(third);
  await eventually(async () => assert.deepEqual(await sheetOf(third), whole));
  assert.equal(await third.locator("b").count(), 0);

  await page.keyboard.press("Escape");
  await page.evaluate(() => (globalThis.print = () => (globalThis.paper = document.querySelector("html > [data-ocop-prints]").shadowRoot.textContent)));
  await tool(page, "print");
  const kind = ocop.catalogue({ lang: "vi" }).evidence.find(({ id }) => id === whole.evidence["1.1"][0]).name;
  await eventually(async () => {
    const paper = await page.evaluate(() => globalThis.paper);
    for (const text of ["Trà <b>sen</b>", kind, "có hợp đồng"]) assert.ok(paper?.includes(text), text);
  });

  // What has no field here is kept, and signs that act on what stands around them do not come in.
  const dated = { ...whole, about: { ...whole.about, day: "2026-08-21" } };
  await put(third, dated);
  await eventually(async () => assert.deepEqual(await sheetOf(third), dated));
  await third.reload();
  await form(third);
  await nameIt(third, "\u202eTrà\u2028 sen\u0007\t👩‍🌾 ");
  assert.deepEqual((await sheetOf(third)).about, { ...dated.about, product: "Trà sen 👩‍🌾" });
  assert.deepEqual(ocop.score(await sheetOf(third)), ocop.score(half));
  // A bare sheet that comes in leaves them where they are.
  await put(other, coffee);
  assert.deepEqual(await sheetOf(other), { ...whole, answers: coffee.answers });
  for (const one of [page, other, third]) await done(one);
});

test("somebody's link can be looked at and nothing of it changed, or kept beside the others", async () => {
  const page = await visitWith(half);
  await tool(page, "share");
  await page.locator('[data-tool="to-view"]').click();
  const { hash } = new URL(await page.locator("#link").inputValue());
  const other = await visitWith({ ...half, answers: { "1.1": "a" } });
  await other.evaluate((to) => (location.hash = to), hash);
  await reads(other.locator(".viewed"), /Đang xem phiếu người khác gửi/);
  assert.deepEqual(await answers(other), half.answers);
  assert.ok(await option(other, "1.1", "a").isDisabled());
  assert.equal(await other.locator('[data-tool="clear"]').count(), 0);
  assert.equal(await other.locator('[data-tool="print"]').count(), 1);
  await other.reload();
  await form(other);
  assert.deepEqual(await answers(other), { "1.1": "a" }, "it was kept nowhere");
  await other.evaluate((to) => (location.hash = to), hash);
  await tool(other, "keep");
  await eventually(async () => assert.ok(await option(other, "1.1", "a").isEnabled()));
  await tool(other, "change");
  assert.equal((await rows(other)).length, 2);
  for (const one of [page, other]) await done(one);
});

test("a link whose other half is cut off or faked is refused in words", async () => {
  const page = await visitWith(half);
  const vector = ocop.vector({ ...half, answers: { "1.1": "a" } });
  const coded = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  for (const [beside, pattern] of [
    ["", /FORM-08/], ["eyJ", /FORM-08/], ["%%%", /FORM-08/], [coded([]), /FORM-08/], [coded("x"), /FORM-08/],
    [coded({ notes: { 99: "x" } }), /SHEET-02/], [coded({ constructor: 1 }), /JSON-07/], [`${coded({}).slice(0, -1)}_`, /FORM-08|JSON/],
    [Buffer.from('{"__proto__":{"about":1}}').toString("base64url"), /JSON-07/], [coded({ about: { product: "x".repeat(301) } }), /JSON|SHEET|FORMAT/],
  ]) {
    await page.evaluate((to) => (location.hash = to), `#ocop=${vector}~${beside}`);
    await reads(page.locator('.notice[data-id="link"]'), pattern);
    await page.locator('.notice[data-id="link"] .round').click();
    assert.deepEqual(await answers(page), half.answers, beside);
  }
  await done(page);
});

test("a new version is a copy beside the old one, and the two are compared", async () => {
  const page = await visitWith(coffee);
  await nameIt(page, "Cà phê Ea Kao");
  await tool(page, "duplicate");
  await eventually(async () => assert.equal((await sheetOf(page)).about.product, "Cà phê Ea Kao (bản 2)"));
  await option(page, "1.5", "d").check();
  const wanted = ocop.compare(coffee, await sheetOf(page).then(({ about, ...sheet }) => sheet));
  await tool(page, "compare");
  const dialog = page.locator("dialog .compare");
  await reads(dialog, new RegExp(`${wanted.before.total} điểm, 4 sao → ${wanted.after.total} điểm, 5 sao[^]*Có 1 tiêu chí khác nhau[^]*1\\.5[^]*nay đã đạt`));
  assert.deepEqual(await dialog.locator("option:checked").allInnerTexts(), ["Cà phê Ea Kao", "Cà phê Ea Kao (bản 2)"]);
  await dialog.locator("#compare-from").selectOption("Cà phê Ea Kao (bản 2)");
  await reads(dialog, /giống hệt nhau/);
  await page.keyboard.press("Escape");
  await tool(page, "duplicate");
  await eventually(async () => assert.equal((await sheetOf(page)).about.product, "Cà phê Ea Kao (bản 3)"));
  await done(page);
});

test("a new version of what has no name has none either, and the two are two", async () => {
  const page = await visitWith(half);
  await tool(page, "duplicate");
  await option(page, "3.1", "b").check();
  assert.equal((await sheetOf(page)).about, undefined);
  await tool(page, "change");
  assert.deepEqual(await rows(page), ["Chưa đặt tên", "Chưa đặt tên"]);
  await reads(page.locator(".product .facts").first(), /đã chấm 17/);
  await reads(page.locator(".product .facts").last(), /đã chấm 16/);
  await done(page);
});

test("a product is removed and brought back, after a reload too", async () => {
  const page = await visitWith(coffee);
  await tool(page, "change");
  await page.locator('.product [data-do="remove"]').click();
  assert.deepEqual(await rows(page), []);
  await page.locator('.notice[data-id="removed"] button', { hasText: "Hoàn tác" }).click();
  assert.deepEqual(await rows(page), ["Chưa đặt tên"]);
  await page.locator('.product [data-do="remove"]').click();
  await page.reload();
  await page.locator('[data-set="13"]').click();
  await form(page);
  await option(page, "1.1", "a").check();
  await page.evaluate(() => history.go(-1)); // which leads to the choice, and forward to what is there no more
  await page.locator("#removed").waitFor();
  await page.evaluate(() => history.pushState({ "ocop-score": { "ocop-score": "13" } }, ""));
  await page.reload();
  await form(page);
  assert.deepEqual(await answers(page), {});
  await option(page, "1.2", "a").check();
  await tool(page, "change");
  await page.locator("#removed summary").click();
  await page.locator('[data-do="bring-back"]').click();
  assert.equal((await rows(page)).length, 3, "what was begun meanwhile stands beside it");
  await page.locator(".product", { hasText: "92 điểm" }).waitFor();
  await done(page);
});

test("everything goes into one file and comes back, beside what is there", async () => {
  const page = await visitWith(coffee);
  await nameIt(page, "Cà phê Ea Kao");
  await put(page, example("cay-mai-vang"));
  await tool(page, "change");
  const file = await saved(page, "backup");
  assert.match(file.suggestedFilename(), /^san-pham-ocop-\d{4}-\d\d-\d\d\.json$/);
  const text = readFileSync(await file.path(), "utf8");

  const other = await visitWith(half);
  await tool(other, "change");
  await open(other, "sao-luu.json", text);
  await reads(other.locator('.notice[data-id="file"]'), /thêm 2 sản phẩm, 0 đã có sẵn, 0 không mở được/);
  assert.equal((await rows(other)).length, 3);
  await open(other, "sao-luu.json", text);
  await reads(other.locator('.notice[data-id="file"]'), /thêm 0 sản phẩm, 2 đã có sẵn/);
  await other.reload();
  await other.locator(".product .open", { hasText: "Ea Kao" }).click();
  await form(other);
  assert.deepEqual((await sheetOf(other)).answers, coffee.answers);
  await tool(other, "change");
  // What is faulty stays outside, in words, and the rest comes in.
  const backup = JSON.parse(text);
  const notice = other.locator('.notice[data-id="file"]');
  for (const [products, pattern] of [
    [[null, 7, "x", {}, { sheet: { ...half, answers: { "99.1": "a" } } }, { sheet: { ...half, answers: { "1.1": "a" } } }], /thêm 1 sản phẩm, 0 đã có sẵn, 5 không mở được[^]*FORM-06/],
    [[{ sheet: { ...half, edition: "qd148-2023" } }], /thêm 0 sản phẩm[^]*SHEET-01/],
  ]) {
    await open(other, "sao-luu.json", JSON.stringify({ ...backup, products }));
    await reads(notice, pattern);
  }
  const count = (await rows(other)).length;
  for (const [file, pattern] of [[{ ...backup, version: 2 }, /phiên bản khác[^]*FORM-07/], [{ ...backup, products: 1 }, /FORM-07/], [{ ...backup, version: "\u202e<b>" }, /\\u202e<b>[^]*FORM-07/]]) {
    await open(other, "sao-luu.json", JSON.stringify(file));
    await reads(notice, pattern);
    assert.equal((await rows(other)).length, count);
  }
  for (const one of [page, other]) await done(one);
});

test("markup and signs in what is kept act on nothing", async () => {
  const bad = "<img src=x onerror=alert(1)>\u202e\u0000";
  const entry = { sheet: { ...half, about: { product: bad, producer: bad, constructor: bad }, evidence: { "1.1": [bad], __proto__x: [bad] }, notes: { "1.1": bad, constructor: bad } },
    wishes: { star: "x", locked: [1, bad], cost: { [bad]: -1 } }, at: 1e300, gone: bad, done: [[["about/constructor", null, bad]], 7, [[]], "x"], undone: [[["answers/__proto__", null, "a"]]] };
  const page = await visit({ init: `localStorage.length || localStorage.setItem("ocop-score/qd26-2026/13", ${JSON.stringify(JSON.stringify(entry))})` });
  await page.locator(".product .open").click();
  await form(page);
  assert.equal(await page.locator("img").count(), 0);
  assert.deepEqual(await answers(page), half.answers);
  for (const name of ["redo", "undo", "duplicate", "compare", "share"]) {
    if (await page.locator(`[data-tool="${name}"]`).isEnabled()) await tool(page, name);
    await page.keyboard.press("Escape");
  }
  assert.equal(await page.locator("img").count(), 0);
  await done(page);
});

for (const size of ["medium", "32px"]) test(`the list and the dialogs fit a narrow phone with letters of ${size}`, async () => {
  const page = await visitWith(coffee, { viewport: { ...phone, width: 320 } });
  await page.evaluate((to) => document.querySelector("ocop-score").style.setProperty("--ocop-font-size", to), size);
  await nameIt(page, `${"Càphêrấtdàikhôngcódấucách".repeat(8)}`);
  await page.locator("#note-1\\.1 summary").click();
  await page.locator("#note-text-1\\.1").fill("ghichú".repeat(80));
  assert.deepEqual(await tooWide(page), []);
  await tool(page, "duplicate");
  await tool(page, "compare");
  assert.deepEqual(await tooWide(page), []);
  await page.keyboard.press("Escape");
  await tool(page, "change");
  assert.deepEqual(await tooWide(page), []);
  await page.locator('[data-set="13"]').click();
  await page.locator("dialog").waitFor();
  assert.deepEqual(await tooWide(page), []);
  await done(page);
});

test("when the module comes the list shows points, and nothing else is drawn anew", async () => {
  const page = await visitWith(coffee);
  await tool(page, "change");
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/ocop.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  const set = page.locator('[data-set="13"]');
  await set.waitFor();
  const button = await set.elementHandle();
  await page.locator('[data-set="12"]').focus();
  await reads(page.locator(".product .facts"), /đã chấm 34/);
  release();
  await reads(page.locator(".product .facts"), /92 điểm[^]*4 sao/);
  assert.equal(await button.evaluate((one) => one.isConnected), true);
  assert.equal(await page.evaluate(() => document.querySelector("ocop-score").shadowRoot.activeElement.dataset.set), "12");
  await page.unroute("**/ocop.wasm");
  await done(page);
});
