// All answers once more before a sheet is printed or sent, and the form step by step.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { load } from "../npm/index.js";
import { findings } from "./axe.mjs";
import { desktop, done, eventually, example, option, phone, put, reads, sheetOf, stop, tooWide, visit, visitWith } from "./element-page.mjs";

const ocop = await load();
const coffee = example("ca-phe-dak-lak");
const half = { ...coffee, answers: Object.fromEntries(Object.entries(coffee.answers).slice(0, 16)) };
const { unanswered } = ocop.score(half);
const criteria = ocop.rubric(13, { lang: "vi" }).parts.flatMap((part) => part.sections).flatMap((section) => section.criteria);
const markup = '<img src=x onerror="globalThis.hurt = 1"><script>globalThis.hurt = 1</script>';
after(stop);

/** Has the device keep a draft before the form looks there. */
const keeping = (draft) => `if (localStorage.length === 0) {
  localStorage.setItem("ocop-score/last", "${draft.set}");
  localStorage.setItem("ocop-score/qd26-2026/${draft.set}", ${JSON.stringify(JSON.stringify({ sheet: draft }))});
}`;

/** A page with a draft that the device has kept. */
async function visitKept(draft, options) {
  const page = await visit({ init: keeping(draft), ...options });
  await page.locator(".panel[data-state=scored]").waitFor({ state: "attached" });
  return page;
}

const dialog = (page) => page.locator("dialog.page");
const row = (page, code) => dialog(page).locator(`[data-review="${code}"]`);
const finish = (page) => dialog(page).locator('[data-tool="finish"]');
const speak = (page, lang) => page.evaluate((to) => (document.querySelector("ocop-score").lang = to), lang);
const press = (page, ...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

/** What has the keyboard: its id, name or words. */
const focused = (page) => page.evaluate(() => {
  const at = document.querySelector("ocop-score").shadowRoot.activeElement;
  return at?.id || at?.name || at?.textContent || "";
});

/** Tabs on until something has the keyboard. */
async function tabTo(page, what) {
  for (let i = 0; i < 400; i++) {
    if (what.test(await focused(page))) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`the keyboard does not come to ${what}`);
}

async function review(page) {
  await page.locator('[data-tool="review"]:visible').first().click();
  await dialog(page).waitFor();
}

/** Hears what the form tells of being finished. */
const hear = (page) => page.evaluate(() => {
  globalThis.finished = [];
  document.addEventListener("ocop-finish", ({ detail }) => globalThis.finished.push(detail));
});
const heard = (page) => page.evaluate(() => globalThis.finished);

const clean = async (page, where) => assert.deepEqual(await findings(page), [], where);

test("the review lists every criterion with its level, points, evidence and note, and what is missing", async () => {
  const draft = { ...half, gates: ["forged-dossier"], about: { product: "Cà phê Ea Kao", producer: "HTX Ea Kao" }, evidence: { 1.1: ["materials-and-linkage"] }, notes: { 1.1: "Hợp đồng\nsố 12" } };
  const page = await visitKept(draft);
  await review(page);
  assert.deepEqual(await dialog(page).locator("[data-review]").evaluateAll((rows) => rows.map((one) => one.dataset.review)), criteria.map(({ code }) => code), "in printed order");
  for (const { code, options, max } of criteria) {
    const answer = options.find((o) => o.code === half.answers[code]);
    const text = await row(page, code).innerText();
    if (answer) assert.ok(text.includes(answer.label) && text.includes(`${answer.points}/${max} điểm`), text);
    else assert.match(text, /Chưa chấm/);
  }
  await reads(row(page, "1.1"), /đã có 1\/1[^]*Ghi chú: Hợp đồng\nsố 12/);
  await reads(row(page, "1.3"), /đã có 0\/1\. Còn thiếu: \S/);
  await reads(dialog(page).locator(".about"), /Cà phê Ea Kao[^]*HTX Ea Kao/);
  await reads(dialog(page).locator(".verdict"), /Hồ sơ bị loại\s+43/);
  const claimed = criteria.filter(({ code, options, evidence = [] }) => evidence.length > 0 && code !== "1.1" && options.some((o) => o.code === half.answers[code] && o.points > 0));
  await reads(dialog(page).locator(".counts"), new RegExp(`Còn ${unanswered.length} tiêu chí chưa chấm\\.\\s+Còn ${claimed.length} tiêu chí thiếu minh chứng`));
  assert.equal(await dialog(page).locator("li.answer.lacks").count(), unanswered.length + claimed.length, "each stands out");
  await reads(dialog(page).locator("section").last(), new RegExp(`Trường hợp bị loại[^]*${ocop.rubric(13, { lang: "vi" }).gates.find(({ id }) => id === "forged-dossier").label.slice(0, 20)}`));
  await done(page);
});

test("a criterion that falls away is neither open nor lacking, and without names the head says so", async () => {
  const page = await visitWith({ ...coffee, answers: { ...coffee.answers, "5.1": "a" } });
  await review(page);
  await reads(row(page, "5.2"), /Không áp dụng khi tiêu chí 5\.1 ở mức/);
  assert.equal(await row(page, "5.2").evaluate((one) => one.classList.contains("lacks")), false);
  await reads(dialog(page).locator(".about"), /Tên sản phẩm\s+chưa ghi\s+Chủ thể\s+chưa ghi/);
  await reads(dialog(page).locator(".counts"), /Đã chấm đủ 33 tiêu chí/);
  await reads(dialog(page).locator("section").last(), /Chưa ghi nhận trường hợp nào/);
  await done(page);
});

test("“Sửa” closes the review and leads to the criterion, and to the knock-outs", async () => {
  const page = await visitWith(half);
  await review(page);
  await row(page, "3.2").locator("button").click();
  await eventually(async () => assert.equal(await dialog(page).count(), 0));
  assert.equal(await focused(page), "answer-3.2");
  await review(page);
  await dialog(page).locator("section").last().locator("button").click();
  await eventually(async () => assert.equal(await dialog(page).count(), 0));
  assert.equal(await page.locator("#gates").getAttribute("open"), "");
  assert.match(await focused(page), /^Trường hợp bị loại/);
  await done(page);
});

test("a finished sheet is told of by “Hoàn tất”, an unfinished one leads to what is missing", async () => {
  const page = await visitWith(half);
  await hear(page);
  await review(page);
  await reads(dialog(page).locator(".end"), new RegExp(`Chưa hoàn tất được: còn ${unanswered.length} tiêu chí chưa chấm\\.\\s+Tới tiêu chí chưa chấm`));
  await finish(page).click();
  await eventually(async () => assert.equal(await dialog(page).count(), 0));
  assert.equal(await focused(page), `answer-${unanswered[0]}`);
  assert.deepEqual(await heard(page), []);

  await put(page, coffee);
  await review(page);
  assert.equal(await finish(page).innerText(), "Hoàn tất");
  await finish(page).click();
  const [{ sheet, result }] = await heard(page);
  assert.deepEqual([sheet, result], [await sheetOf(page), ocop.score(coffee)]);
  const notice = page.locator('.notice[data-id="finished"]');
  await reads(notice, /Phiếu đã hoàn tất/);
  assert.equal(await dialog(page).count(), 0);
  await option(page, "1.5", "d").check();
  await eventually(async () => assert.equal(await notice.count(), 0, "it is another sheet now"));

  // With a knock-out there is nothing more to answer.
  await put(page, { ...half, gates: ["forged-dossier"] });
  await review(page);
  await finish(page).click();
  assert.equal((await heard(page))[1].result.status, "rejected");
  assert.equal((await heard(page)).length, 2);
  await done(page);
});

test("in a page's <form> finishing submits nothing", async () => {
  const page = await visitWith(coffee);
  await hear(page);
  await page.evaluate(() => {
    const form = document.createElement("form");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      globalThis.submitted = true;
    });
    document.querySelector("ocop-score").before(form);
    form.append(document.querySelector("ocop-score"));
  });
  await review(page);
  await finish(page).click();
  assert.equal((await heard(page)).length, 1);
  assert.equal(await page.evaluate(() => globalThis.submitted), undefined);
  await done(page);
});

test("from the review a sheet is printed, saved and shared, and what fails is said there", async () => {
  const page = await visitWith(coffee, { path: "index.html" });
  await review(page);
  const download = page.waitForEvent("download");
  await dialog(page).locator('[data-tool="save"]').click();
  assert.deepEqual(JSON.parse(readFileSync(await (await download).path())).answers, coffee.answers);
  await dialog(page).locator('[data-tool="share"]').click();
  await page.locator(".qr svg").waitFor();
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await page.locator("dialog").count(), 1, "the review is still there"));
  await page.route("**/ocop-checks.wasm", (route) => route.abort());
  await dialog(page).locator('[data-tool="print"]').click();
  const notice = dialog(page).locator('.notice[data-id="print"]');
  await reads(notice, /Chưa in được phiếu/);
  await page.unroute("**/ocop-checks.wasm");
  await page.evaluate(() => (globalThis.print = () => (globalThis.printed = document.querySelectorAll("[data-ocop-prints]").length)));
  await notice.locator("button.quiet").click();
  await eventually(async () => assert.equal(await page.evaluate(() => globalThis.printed), 1));
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await page.locator(".all > .notices").count(), 1, "messages are back in their place"));
  await page.context().close(); // the failed request stands among the errors
});

test("markup in names and notes is text", async () => {
  const page = await visitKept({ ...coffee, about: { product: markup, producer: `\u202e${markup}`, address: markup, assessor: markup }, evidence: {}, notes: { 1.1: markup, 7: `\u202e${markup}` } });
  await review(page);
  assert.equal(await dialog(page).locator("img, script").count(), 0);
  await reads(row(page, "1.1"), /<img src=x[^]*<script>/);
  assert.equal(await dialog(page).locator(".about bdi").count(), 4);
  assert.match(await row(page, "7").innerText(), /\\u202e<img/, "and acts on nothing around it");
  assert.equal(await page.evaluate(() => globalThis.hurt), undefined);
  await done(page);
});

test("an answer from another window is seen in the review", async () => {
  const page = await visitWith(half);
  await review(page);
  await reads(row(page, unanswered[0]), /Chưa chấm/);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.locator("fieldset.criterion").first().waitFor();
  await other.locator(`[data-code="${unanswered[0]}"] input`).first().check();
  await eventually(async () => assert.doesNotMatch(await row(page, unanswered[0]).innerText(), /Chưa chấm/));
  await done(page);
});

test("without its module the form can still be looked through", async () => {
  const init = `${keeping({ ...coffee, notes: { 1.1: "ghi" } })} delete globalThis.WebAssembly;`;
  const page = await visit({ init });
  await page.locator(".panel[data-state=failed]").waitFor();
  await review(page);
  await reads(dialog(page).locator(".verdict"), /Chưa tính được điểm/);
  await reads(dialog(page).locator(".counts"), /Đã chấm đủ 34 tiêu chí/);
  assert.equal(await finish(page).count(), 0);
  assert.deepEqual(await dialog(page).locator(".actions [data-tool]").evaluateAll((all) => all.map(({ dataset }) => dataset.tool)), ["save"]);
  await page.context().close();
});

// ---- step by step

const heading = (page) => page.locator("#step");
const sections = 11;
const steps = sections + 1; // with the knock-outs
const shown = (page) => page.locator("fieldset.criterion:visible").evaluateAll((all) => all.map((one) => one.dataset.code));

async function visitStepwise(sheet, options) {
  const page = await visit(options);
  await page.locator("button.set").first().waitFor();
  await put(page, sheet);
  await page.locator("#pace-steps").click();
  return page;
}

test("the form goes section by section, with the knock-outs last and the review after them", async () => {
  const page = await visitStepwise(half);
  assert.equal(await page.locator("#pace-steps").getAttribute("aria-pressed"), "true");
  const entries = await page.evaluate(() => history.length);
  const seen = [];
  for (let n = 1; n <= sections; n++) {
    await reads(heading(page), new RegExp(`^Mục ${n}/${steps}: `));
    assert.equal(await page.locator(".part:visible").count(), 1);
    assert.equal(await page.locator("#step-back").isVisible(), n > 1);
    seen.push(...(await shown(page)));
    await page.locator("#step-next").click();
    assert.equal(await focused(page), "step", "the keyboard and screen readers are at the heading");
  }
  assert.deepEqual(seen, criteria.map(({ code }) => code));
  await reads(heading(page), new RegExp(`^Mục ${steps}/${steps}: Trường hợp bị loại`));
  assert.equal(await page.locator("#gates input").first().isVisible(), true, "folded out");
  assert.equal(await page.locator("#step-next").innerText(), "Kiểm tra lại");
  await page.locator("#step-next").click();
  await dialog(page).waitFor();
  await page.keyboard.press("Escape");
  await page.locator("#step-back").click();
  await reads(heading(page), new RegExp(`^Mục ${sections}/`));
  assert.equal(await page.evaluate(() => history.length), entries, "Back is the page's");
  // The whole page again.
  await page.locator("#pace-page").click();
  assert.equal(await heading(page).isVisible(), false);
  assert.equal((await shown(page)).length, criteria.length);
  await done(page);
});

test("a product set without knock-outs ends with its last section", async () => {
  const page = await visitStepwise(example("du-lich-cong-dong"));
  for (let n = 1; n < 17; n++) await page.locator("#step-next").click();
  await reads(heading(page), /^Mục 17\/17: /);
  assert.equal(await page.locator("#step-next").innerText(), "Kiểm tra lại");
  await done(page);
});

test("whatever leads to a criterion turns to its step", async () => {
  const page = await visitStepwise(half, { viewport: desktop });
  await page.locator(".panel .next").click();
  const at = async (code) => {
    await eventually(async () => assert.equal(await focused(page), `answer-${code}`));
    assert.ok((await shown(page)).includes(code));
  };
  await at(unanswered[0]);
  await review(page);
  await row(page, "1.4").locator("button").click();
  await at("1.4");
  await reads(heading(page), /^Mục 1\//);
  await review(page);
  await dialog(page).locator("section").last().locator("button").click();
  await reads(heading(page), /Trường hợp bị loại/);
  await page.setViewportSize(phone);
  await page.locator(".bar .round").click();
  await at(unanswered[0]);
  await page.locator(".bar .score").click();
  await page.locator("dialog .next").click();
  await at(unanswered[0]);
  // From the panel's dialog the review takes its place.
  await page.locator(".bar .score").click();
  await page.locator('dialog [data-tool="review"]').click();
  await dialog(page).waitFor();
  await eventually(async () => assert.equal(await page.locator("dialog").count(), 1));
  await row(page, "1.4").locator("button").click();
  await at("1.4");
  assert.equal(await page.locator(".aside .panel").count(), 1);
  await done(page);
});

test("the choice is kept on the device, by the form's name, and goes before the attribute", async () => {
  const page = await visitStepwise(half);
  await page.reload();
  await reads(heading(page), /^Mục 1\//);
  await page.locator("#pace-page").click();
  await page.reload();
  await page.locator("fieldset.criterion").first().waitFor();
  assert.equal(await heading(page).isVisible(), false);
  assert.equal(await page.evaluate(() => localStorage.getItem("ocop-score:steps")), "no");
  const renew = (name) => page.evaluate((its) => {
    const form = document.createElement("ocop-score");
    form.setAttribute("name", its);
    form.setAttribute("set", "13");
    form.setAttribute("steps", "");
    document.querySelector("ocop-score").replaceWith(form);
  }, name);
  await renew("khac");
  await reads(heading(page), /^Mục 1\//);
  await renew("ocop-score");
  await page.locator("fieldset.criterion").first().waitFor();
  assert.equal(await heading(page).isVisible(), false);
  await done(page);
});

test("where the device keeps nothing the switch works all the same", async () => {
  const forbids = () => Object.defineProperty(globalThis, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } });
  const page = await visitStepwise(half, { init: forbids });
  await page.locator("#step-next").click();
  await reads(heading(page), /^Mục 2\//);
  await speak(page, "en");
  await reads(heading(page), /^Section 2\//);
  await done(page);
});

test("the step stays when the language changes, and the keyboard too", async () => {
  const page = await visitStepwise(half);
  for (let n = 1; n < 4; n++) await page.locator("#step-next").click();
  await speak(page, "en");
  await reads(heading(page), /^Section 4\/12: /);
  assert.equal(await focused(page), "step");
  assert.deepEqual(await shown(page), criteria.filter(({ code }) => code.startsWith("4.")).map(({ code }) => code));
  await review(page);
  await reads(dialog(page), /^Check the answers[^]*Criteria still to answer: 18\.[^]*Not answered[^]*Knock-outs[^]*Go to the next open criterion/);
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await dialog(page).count(), 0));
  // Another product set begins at its first step.
  await put(page, example("du-lich-cong-dong"));
  await reads(heading(page), /^Section 1\/17: /);
  await done(page);
});

test("what is disabled can be gone through, and looked through, but not changed or finished", async () => {
  const page = await visitWith(coffee);
  await hear(page);
  await page.evaluate(() => (document.querySelector("ocop-score").setAttribute("disabled", "")));
  await page.locator("#pace-steps").click();
  for (let n = 1; n < steps; n++) await page.locator("#step-next").click();
  await reads(heading(page), new RegExp(`^Mục ${steps}/`));
  assert.equal(await page.locator("#gates input:not(:disabled)").count(), 0);
  await page.locator("#step-next").click();
  await dialog(page).waitFor();
  assert.equal(await dialog(page).locator(".fields button:not(:disabled)").count(), 0);
  assert.equal(await finish(page).isDisabled(), true);
  await done(page);
});

test("step by step all is printed", async () => {
  const page = await visitStepwise(coffee, { path: "index.html" });
  await page.evaluate(() => (globalThis.print = () => (globalThis.printed = document.querySelectorAll("[data-ocop-prints]").length)));
  await page.locator('[data-tool="print"]').click();
  await eventually(async () => assert.ok(await page.evaluate(() => globalThis.printed)));
  await page.emulateMedia({ media: "print" });
  const text = await page.locator("[data-ocop-prints] main").innerText();
  for (const { code } of criteria) assert.ok(text.includes(code), code);
  await done(page);
});

test("in a page's <form> what is missing is led to step by step too", async () => {
  const page = await visitStepwise(half);
  await page.evaluate(() => {
    const one = document.querySelector("ocop-score");
    const form = document.createElement("form");
    form.append(document.createElement("button"));
    one.before(form);
    one.toggleAttribute("required", true);
    form.prepend(one);
  });
  for (let n = 1; n < 3; n++) {
    await page.locator("#step-next").click();
    await page.evaluate(() => document.forms[0].requestSubmit());
    await eventually(async () => assert.equal(await focused(page), "Tới tiêu chí chưa chấm"));
  }
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await focused(page), `answer-${unanswered[0]}`));
  await page.locator("#pace-page").click();
  await page.evaluate(() => document.forms[0].requestSubmit());
  await eventually(async () => assert.equal(await focused(page), `answer-${unanswered[0]}`));
  await done(page);
});

test("by keyboard alone: step by step to the review, back to a criterion, and finished", async () => {
  const page = await visitWith(coffee);
  await hear(page);
  await tabTo(page, /^pace-steps$/);
  await press(page, "Enter", "Tab"); // the switch keeps the keyboard
  for (let n = 1; n < steps; n++) {
    await tabTo(page, /^step-next$/);
    await press(page, "Enter");
    assert.equal(await focused(page), "step");
    assert.match(await heading(page).innerText(), new RegExp(`^Mục ${n + 1}/`));
  }
  await tabTo(page, /^step-next$/);
  await press(page, "Enter");
  await dialog(page).waitFor();
  await tabTo(page, /^Sửa$/);
  await press(page, "Enter");
  await eventually(async () => assert.equal(await focused(page), "answer-1.1"));
  await tabTo(page, /^Kiểm tra lại$/);
  await press(page, "Enter");
  await dialog(page).waitFor();
  await tabTo(page, /^Hoàn tất$/);
  await press(page, "Enter");
  await eventually(async () => assert.equal((await heard(page)).length, 1));
  await eventually(async () => assert.equal(await focused(page), "Kiểm tra lại", "the keyboard is where it was"));
  await done(page);
});

test("on a narrow phone, with large letters and in both languages nothing is too wide", async () => {
  const long = `${"Hợp đồng thu mua ".repeat(20)}${"x".repeat(200)}`;
  const draft = { ...half, gates: ["forged-dossier"], about: { product: "Y".repeat(120), producer: long, address: long, assessor: "A" }, evidence: {}, notes: { 1.1: long } };
  for (const size of ["medium", "32px"]) {
    const page = await visitKept(draft, { viewport: { width: 320, height: 640 } });
    await page.evaluate((to) => document.querySelector("ocop-score").style.setProperty("--ocop-font-size", to), size);
    await page.locator("#pace-steps").click();
    for (const lang of ["vi", "en"]) {
      await speak(page, lang);
      await reads(heading(page), lang === "vi" ? /^Mục/ : /^Section/);
      assert.deepEqual(await tooWide(page), [], `${size} ${lang}, a step`);
      await review(page);
      assert.deepEqual(await tooWide(page), [], `${size} ${lang}, the review`);
      const { width, overflow } = await dialog(page).evaluate((one) => ({ width: one.getBoundingClientRect().width, overflow: one.scrollWidth - one.clientWidth }));
      assert.ok(width <= 320 && overflow <= 0, `${width}, ${overflow}`);
      await page.keyboard.press("Escape");
      await eventually(async () => assert.equal(await dialog(page).count(), 0));
    }
    await done(page);
  }
});

test("axe finds nothing in steps and the review, and what is pressed is high enough", async () => {
  const draft = { ...half, about: { product: "Cà phê" }, evidence: {}, notes: { 1.1: "ghi chú" } };
  for (const viewport of [phone, desktop]) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await visitKept(draft, { viewport, colorScheme });
      const where = `${viewport.width}, ${colorScheme}`;
      await page.locator("#pace-steps").click();
      await page.locator("#step-next").click();
      // At full length nothing lies half under the bar, which axe would call too small.
      await page.setViewportSize({ ...viewport, height: await page.evaluate(() => document.documentElement.scrollHeight) });
      await page.waitForTimeout(300); // transitions
      await clean(page, `a step, ${where}`);
      await review(page);
      await clean(page, `the review, ${where}`);
      const low = await page.evaluate(() => [...document.querySelector("ocop-score").shadowRoot.querySelectorAll("dialog button, .pace button, .turn button")]
        .filter((e) => e.checkVisibility()).filter((e) => e.getBoundingClientRect().height < 44).map((e) => e.textContent));
      assert.deepEqual(low, [], where);
      await done(page);
    }
  }
});
