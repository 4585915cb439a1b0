// The way to a star in the form: which one, without what, and by how hard the rest is.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { load } from "../npm/index.js";
import { desktop, done, eventually, example, option, phone, reads, resultOf, stop, tooWide, visit, visitWith } from "./element-page.mjs";
import { internal } from "./internal.mjs";

const { costIn, requestFor, wishesIn } = await internal("element/wishes");
const ocop = await load();
after(stop);

const criteriaOf = (set) => ocop.rules(set).parts.flatMap((p) => p.sections).flatMap((s) => s.criteria);
const lowest = { edition: "qd26-2026", set: 13, answers: Object.fromEntries(criteriaOf(13).map((c) => [c.code, c.options[0].code])) }; // 1 star
const lacquer = example("tranh-son-mai"); // 2 stars
const rice = example("gao-st25"); // 3 stars
const tea = example("che-shan-tuyet"); // 4 stars
const coffee = example("ca-phe-dak-lak"); // 4 stars, held by one minimum

const at = (kind, code) => `[id="${kind}-${code}"]`; // codes have dots
const codesIn = (page, list) => page.locator(`${list} > li > .link .code`).allInnerTexts();
const focused = (page) => page.evaluate(() => document.querySelector("ocop-score").shadowRoot.activeElement?.id);
const kept = (page, set) => page.evaluate((key) => JSON.parse(localStorage.getItem(key))?.wishes, `ocop-score/qd26-2026/${set}`);

/** Opens all folds that a control stands in. */
const unfold = (page, selector) => page.locator(selector).evaluate((e) => {
  for (let fold = e.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
});

async function lock(page, code) {
  await unfold(page, at("lock", code));
  await page.locator(at("lock", code)).check();
}

async function price(page, code, text) {
  await unfold(page, at("cost", code));
  await page.locator(at("cost", code)).fill(text);
  await page.locator(at("cost", code)).press("Enter");
}

/** The form shows what Node works out. */
async function showsPlan(page, request) {
  const plan = ocop.plan(request);
  await reads(page.locator("#way-title"), new RegExp(`lên ${request.star} sao`));
  await eventually(async () => assert.deepEqual(await codesIn(page, ".way > .steps"), plan.changes.map((change) => change.criterion)));
  const words = new Map(ocop.rubric(request.set, { lang: "vi" }).parts.flatMap((p) => p.sections).flatMap((s) => s.criteria).map((c) => [c.code, c]));
  const steps = await page.locator(".way > .steps > li").allInnerTexts();
  plan.changes.forEach(({ criterion, to, points, reason }, i) => {
    const { label } = words.get(criterion).options.find((o) => o.code === to);
    for (const what of [`Cần đạt: ${label}`, `+${points} điểm, ${reason === "minimum" ? "mức tối thiểu" : "để thêm điểm"}`]) assert.ok(steps[i].includes(what), `${what}: ${steps[i]}`);
  });
  const sum = await page.locator(".way > p").innerText();
  const priced = Object.keys(request.cost ?? {}).length > 0;
  if (plan.reachable) assert.equal(sum, `${plan.changes.length} việc, từ ${plan.total.from} lên ${plan.total.to} điểm.${priced ? ` Tổng mức khó: ${plan.cost}.` : ""}`);
  else assert.equal(sum, `Không lên được ${request.star} sao từ phiếu này.`);
  assert.deepEqual(await page.locator(".blocked li .code").allTextContents(), plan.blockedBy ?? []);
  assert.equal(await page.locator("#unlock").isVisible(), (plan.blockedBy ?? []).length > 0);
  assert.deepEqual(await codesIn(page, ".locked .steps"), request.locked ?? []);
  return plan;
}

test("the plan is that of Node, for any star, with locks and costs", async () => {
  for (const [sheet, star, locked, cost] of [
    [lowest, 3, ["1.1", "4.1"], { "2.1": 7 }],
    [lowest, 5, [], {}],
    [lacquer, 4, [], { "1.4": 30, "5.1": 0 }],
    [lacquer, 3, ["7"], {}], // not reachable
    [rice, 5, ["1.1", "3.5"], { "1.3": 4 }],
    [tea, 5, ["1.6"], { 9: 1000 }],
    [coffee, 5, ["1.5"], {}], // not reachable
  ]) {
    const page = await visitWith(sheet, { viewport: desktop });
    const now = (await eventually(async () => (await resultOf(page)) ?? assert.fail("no result yet"))).star;
    await showsPlan(page, { ...sheet, star: now + 1 });
    const stars = [2, 3, 4, 5].filter((one) => one > now);
    assert.deepEqual(await page.locator(".aim label:visible").allInnerTexts(), stars.length > 1 ? stars.map((one) => `${one} sao`) : [], "the stars above");
    if (stars.length > 1) await page.locator(`#aim-${star}`).check();
    await showsPlan(page, { ...sheet, star });
    for (const code of locked) await lock(page, code);
    for (const [code, n] of Object.entries(cost)) await price(page, code, String(n));
    await showsPlan(page, { ...sheet, star, locked, cost });
    await done(page);
  }
});

test("each criterion that can rise stands in one place", async () => {
  for (const sheet of [lowest, lacquer, rice, tea]) {
    const page = await visitWith(sheet, { viewport: desktop });
    const all = [...await codesIn(page, ".way > .steps"), ...await page.locator("#others > ul > li > .link .code").allTextContents()];
    const rising = criteriaOf(sheet.set).filter(({ code, options }) => {
      const had = options.find((o) => o.code === sheet.answers[code]);
      return options.some((o) => had ? o.points > had.points && o.case === had.case : o.points > 0);
    });
    assert.deepEqual(all.sort(), rising.map(({ code }) => code).sort());
    await done(page);
  }
});

test("what is in the way of a star can be unlocked", async () => {
  const page = await visitWith(lacquer);
  await lock(page, "7");
  await lock(page, "8");
  assert.deepEqual((await showsPlan(page, { ...lacquer, star: 3, locked: ["7", "8"] })).blockedBy, ["7", "8"]);
  await page.locator("#unlock").press("Enter");
  await showsPlan(page, { ...lacquer, star: 3 });
  assert.equal(await page.evaluate(() => document.querySelector("ocop-score").shadowRoot.activeElement.className), "way", "the keyboard is where the button was");
  await lock(page, "7");
  await page.locator(at("lock", "7")).uncheck();
  await showsPlan(page, { ...lacquer, star: 3 });
  await done(page);
});

test("a star that is reached gives way to the next", async () => {
  const page = await visitWith(lacquer);
  await page.locator("#aim-3").check();
  for (const { criterion, to } of ocop.plan({ ...lacquer, star: 3 }).changes) await option(page, criterion, to).check();
  await reads(page.locator(".verdict"), /3 sao/);
  await reads(page.locator("#way-title"), /lên 4 sao/);
  assert.equal(await page.locator("#aim-4").isChecked(), true);
  assert.equal(await page.locator("#aim-3").isVisible(), false);
  await done(page);
});

test("wishes are found again after a reload, and are no part of the sheet", async () => {
  const page = await visitWith(lacquer);
  const request = { ...lacquer, star: 4, locked: ["1.4", "6.1"], cost: { "2.1": 12, 9: 0 } };
  await page.locator("#aim-4").check();
  for (const code of request.locked) await lock(page, code);
  for (const [code, n] of Object.entries(request.cost)) await price(page, code, String(n));
  await showsPlan(page, request);
  await page.reload();
  await page.locator(".way").waitFor();
  await showsPlan(page, request);
  assert.equal(await page.locator(at("cost", "2.1")).inputValue(), "12");
  assert.deepEqual(await page.evaluate(() => document.querySelector("ocop-score").sheet), lacquer);
  await price(page, "2.1", "");
  assert.deepEqual(await kept(page, 21), { star: 4, locked: ["1.4", "6.1"], cost: { 9: 0 } }, "the usual cost is none");
  await done(page);
});

test("whatever the device has kept for wishes harms nothing", async () => {
  for (const wishes of [null, 7, "x", [], { star: 9, locked: ["99", "7", "7", 3], cost: { 7: -1, 8: 1001, 99: 4, "1.4": "5", "1.5": 2.5 } }, { star: "4", locked: "7", cost: "dear" }]) {
    const init = `localStorage.setItem("ocop-score/last", "21"); localStorage.setItem("ocop-score/qd26-2026/21", ${JSON.stringify(JSON.stringify({ sheet: lacquer, wishes }))})`;
    const page = await visit({ init });
    await page.locator(".way").waitFor();
    await showsPlan(page, { ...lacquer, star: 3, locked: wishes?.locked?.includes?.("99") ? ["7"] : [] });
    assert.equal(await page.locator(".notice").count(), 0);
    await done(page);
  }
});

test("a cost that is none is told at its field, and not used", async () => {
  const page = await visitWith(lacquer);
  await price(page, "7", "4");
  await showsPlan(page, { ...lacquer, star: 3, cost: { 7: 4 } });
  for (const bad of ["-1", "1001", "nhiều", "1.5", "1,5", "1e2", "0x1", "٣", "99999999999999999999999"]) {
    await price(page, "7", bad);
    await reads(page.locator(at("cost-error", "7")), /số nguyên từ 0 đến 1000\. Hiện vẫn tính là 4/);
    assert.equal(await page.locator(at("cost", "7")).inputValue(), bad, "what is typed can be mended");
    assert.equal(await page.locator(at("cost", "7")).getAttribute("aria-invalid"), "true");
    assert.deepEqual((await kept(page, 21)).cost, { 7: 4 });
  }
  await showsPlan(page, { ...lacquer, star: 3, cost: { 7: 4 } });
  await price(page, "7", " 0900 ");
  await eventually(async () => assert.equal(await page.locator(at("cost", "7")).inputValue(), "900"));
  assert.equal(await page.locator(at("cost-error", "7")).innerText(), "");
  assert.equal(await page.locator(at("cost", "7")).getAttribute("aria-invalid"), "false");
  await showsPlan(page, { ...lacquer, star: 3, cost: { 7: 900 } });
  await done(page);
  assert.deepEqual(["0", "1000", "", " 7 ", "1001", "-0", "+1"].map(costIn), [0, 1000, 1, 7, undefined, undefined, undefined]);
});

test("the focus stays with what had it, beside the form and in the dialog", async () => {
  for (const viewport of [desktop, phone]) {
    const page = await visitWith(lacquer, { viewport });
    if (viewport === phone) await page.locator(".bar .score").click();
    await page.locator("#way-title").waitFor();
    await page.locator("#aim-5").focus();
    await page.keyboard.press("Space");
    await showsPlan(page, { ...lacquer, star: 5 });
    assert.equal(await focused(page), "aim-5");
    // A check goes with its criterion to another list, and with it the keyboard.
    const step = (await codesIn(page, ".way > .steps"))[0];
    await page.locator(at("lock", step)).focus();
    await page.keyboard.press("Space");
    await eventually(async () => assert.deepEqual(await codesIn(page, ".locked .steps"), [step]));
    assert.equal(await focused(page), `lock-${step}`);
    assert.equal(await page.locator(at("lock", step)).evaluate((box) => {
      const { top, bottom } = box.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }), true, "in sight");
    await page.keyboard.press("Space");
    await eventually(async () => assert.deepEqual(await codesIn(page, ".locked .steps"), []));
    assert.equal(await focused(page), `lock-${step}`);
    // A field that leaves the plan is not hidden from who stands in it.
    await price(page, "4.2", "1000");
    await eventually(async () => assert.ok(!(await codesIn(page, ".way > .steps")).includes("4.2")));
    assert.equal(await focused(page), "cost-4.2");
    assert.equal(await page.locator(at("cost", "4.2")).isVisible(), true);
    // What another window enters draws the panel anew around the keyboard.
    await page.locator(at("held", "3.5")).focus();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.locator(".way").waitFor();
    await lock(other, "9");
    await option(other, "1.1", "c").check();
    await eventually(async () => assert.equal(await page.locator(at("lock", "9")).isChecked(), true));
    assert.equal(await focused(page), "held-3.5");
    if (viewport === phone) assert.equal(await page.locator("dialog .panel").count(), 1);
    await done(page);
  }
});

test("wishes are entered by keyboard alone", async () => {
  const page = await visitWith(lacquer);
  const { keyboard } = page;
  await page.locator("#way-title").waitFor();
  await page.locator("#aim-3").focus();
  await keyboard.press("ArrowRight");
  await keyboard.press("ArrowRight");
  await showsPlan(page, { ...lacquer, star: 5 });
  const [first, second] = await codesIn(page, ".way > .steps");
  await keyboard.press("Tab"); // the criterion
  assert.equal(await focused(page), `way-${first}`);
  await keyboard.press("Tab");
  await keyboard.press("Tab"); // the fold
  await keyboard.press("Enter");
  await keyboard.press("Tab");
  assert.equal(await focused(page), `cost-${first}`);
  await keyboard.press("ControlOrMeta+A");
  await keyboard.type("1000");
  await keyboard.press("Tab"); // what is typed is taken on the way
  await eventually(async () => assert.equal((await kept(page, 21)).cost[first], 1000));
  assert.equal(await focused(page), `way-${second}`);
  await keyboard.press("Tab");
  await keyboard.press("Space");
  assert.ok(!(await showsPlan(page, { ...lacquer, star: 5, cost: { [first]: 1000 }, locked: [second] })).changes.some(({ criterion }) => criterion === first));
  await done(page);
});

test("a press that takes the focus from what was typed is not lost", async () => {
  const page = await visitWith(lacquer);
  await page.locator("#aim-5").check();
  const [first, , third] = await codesIn(page, ".way > .steps");
  await unfold(page, at("cost", first));
  await page.locator(at("cost", first)).fill("1000");
  await page.locator(".aside").evaluate((aside) => aside.style.setProperty("overflow-anchor", "none")); // as in Safari
  const box = page.locator(at("lock", third));
  await box.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await box.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.waitForTimeout(100); // as long as a finger takes
  await page.mouse.up();
  await showsPlan(page, { ...lacquer, star: 5, cost: { [first]: 1000 }, locked: [third] });
  await done(page);
});

test("a change asks for one plan", async () => {
  const page = await visitWith(lacquer);
  await page.locator("#way-title").waitFor();
  const calls = await page.evaluate(async () => {
    const form = document.querySelector("ocop-score");
    const { ocop } = form;
    let plans = 0;
    const plan = (request) => {
      plans++;
      return ocop.plan(request);
    };
    form.ocop = Object.create(ocop, { plan: { value: plan } });
    while (plans === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    plans = 0;
    const counts = [];
    for (const id of ["aim-5", "lock-7", "lock-7"]) {
      form.shadowRoot.getElementById(id).click();
      counts.push(plans);
    }
    form.shadowRoot.querySelector('[data-code="1.1"] input:not(:checked)').click();
    return [...counts, plans];
  });
  assert.deepEqual(calls, [1, 2, 3, 4]);
  await done(page);
});

test("nothing is too wide or too small to press, with large letters on a narrow phone too", async () => {
  for (const [width, size] of [[320, "16px"], [320, "32px"], [360, "16px"]]) {
    const page = await visitWith(lacquer, { viewport: { width, height: 640 } });
    await page.evaluate((to) => document.querySelector("ocop-score").style.setProperty("--ocop-font-size", to), size);
    await price(page, "7", "-5");
    for (const lang of ["vi", "en"]) {
      await page.evaluate((to) => (document.querySelector("ocop-score").lang = to), lang);
      await page.locator(`.all[lang=${lang}] .way`).waitFor();
      await page.locator("details").evaluateAll((folds) => folds.forEach((fold) => (fold.open = true)));
      await price(page, "8", "x");
      for (const locked of [true, false]) {
        await page.locator(at("lock", "7")).setChecked(locked);
        assert.deepEqual(await tooWide(page), [], `${width} ${size} ${lang}`);
        const small = await page.locator(".way :is(button, summary, .tick, .field)").evaluateAll((all) => all.filter((e) => e.checkVisibility() && e.offsetHeight < 44).map((e) => e.outerHTML));
        assert.deepEqual(small, []);
      }
      await page.locator(".bar .score").click();
      assert.deepEqual(await tooWide(page), [], `${width} ${size} ${lang} dialog`);
      await page.keyboard.press("Escape");
    }
    await done(page);
  }
});

test("a request has only what the product set has", () => {
  const draft = { ...lacquer, wishes: wishesIn({ locked: ["8", "x", "7", "8"], cost: { toString: 3, 7: 2 } }) };
  assert.deepEqual(requestFor(draft, 3, ["7", "8", "toString"]), { ...lacquer, star: 3, locked: ["7", "8"], cost: { 7: 2, toString: 3 } });
  assert.deepEqual(requestFor(draft, 3, ["7", "8", "hasOwnProperty"]).cost, { 7: 2 });
});
