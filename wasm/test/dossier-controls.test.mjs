// The controls of the dossier's form: how they read what people type, and how they are
// used by keyboard and by touch.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { findings } from "./axe.mjs";
import { launch } from "./chromium.mjs";
import { eventually } from "./eventually.mjs";
import { internal } from "./internal.mjs";
import { policy, serve } from "./serve.mjs";

const { readDay, writeDay, dayInWords } = await internal("dossier/day");
const { readNumber, writeNumber } = await internal("dossier/number");
const { searching } = await internal("dossier/combo");
const { keepUnread, moveUnread, unreadIn, forgetUnread } = await internal("dossier/unread");

const today = "2026-07-03";

// A second reading, made without a calendar of the language: days are counted off.
const lengths = (year) => [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (n) => String(n).padStart(2, "0");
const english = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const formats = [
  (y, m, d) => `${d}/${m}/${y}`,
  (y, m, d) => `${two(d)}-${two(m)}-${y}`,
  (y, m, d) => `${d}. ${m}. ${y}`,
  (y, m, d) => `${d} ${m} ${y}`,
  (y, m, d) => `${two(d)}${two(m)}${y}`,
  (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  (y, m, d) => `${y}/${m}/${d}`,
  (y, m, d) => `ngày ${d} tháng ${m} năm ${y}`,
  (y, m, d) => `NGAY ${two(d)} THANG ${two(m)} NAM ${y}`,
  (y, m, d) => ` ${d}  tháng ${m}, năm ${y} `,
  (y, m, d) => `mùng ${d} tháng ${m} năm ${y}`,
  (y, m, d) => `${d} ${english[m - 1]} ${y}`,
  (y, m, d) => `${d} ${english[m - 1].slice(0, 3).toUpperCase()} ${y}`,
  (y, m, d) => `${english[m - 1]} ${d}, ${y}`,
  (y, m, d) => `${d}th of ${english[m - 1]}, ${y}`,
];
const short = [(y, m, d) => `${d}.${m}.${two(y % 100)}`, (y, m, d) => `${two(d)}${two(m)}${two(y % 100)}`, (y, m, d) => `${d} tháng ${m} năm ${two(y % 100)}`];

test("each day of the calendar is read however it is written, and no other one", () => {
  let read = 0;
  for (const year of [1900, 1969, 1970, 1996, 1999, 2000, 2023, 2024, 2026, 2069, 2070, 2100, 2199]) {
    for (let month = 1; month <= 12; month++) {
      for (let day = 1; day <= 31; day++) {
        const is = day <= lengths(year)[month - 1] ? `${year}-${two(month)}-${two(day)}` : undefined;
        for (const format of [...formats, ...(year >= 1970 && year < 2070 ? short : [])]) {
          const text = format(year, month, day);
          assert.equal(readDay(text, today), is, text);
          read++;
        }
        if (!is) continue;
        assert.equal(writeDay(is), `${two(day)}/${two(month)}/${year}`);
        assert.equal(readDay(writeDay(is), today), is);
        for (const lang of ["vi", "en"]) assert.equal(readDay(dayInWords(is, lang), today), is, dayInWords(is, lang));
      }
    }
  }
  assert.ok(read > 70_000);
});

test("a day without a year is of the year at hand; two figures are of 1970 to 2069", () => {
  assert.equal(readDay("3/7", "2025-01-09"), "2025-07-03");
  assert.equal(readDay("3 tháng 7", today), "2026-07-03");
  assert.equal(readDay("29/2", today), undefined);
  assert.equal(readDay("1.1.69", today), "2069-01-01");
  assert.equal(readDay("1.1.70", today), "1970-01-01");
});

test("what is no day stays unread", () => {
  for (const text of ["", "30/2", "31/4/2026", "29/2/2025", "7/13/2026", "0/7/2026", "3/0/2026", "32/1/26", "3/7/202", "3/7/20266", "3/7/0026", "3/7/2200", "2026", "7/2026", "tháng 7 năm 2026",
    "3 tháng giêng 2026", "rằm tháng bảy", "3 j 2026", "3 ju 2026", "hôm qua", "3/7/2026 hoặc 4/7/2026", "2026-7", "2026-13-01", "1e1/1/2026", "-3/7/2026", "3//7/2026", "20260703"]) {
    assert.equal(readDay(text, today), undefined, text);
  }
});

test("a day is said with its day of the week", () => {
  assert.equal(dayInWords("2026-07-03", "vi"), "Thứ Sáu, 3 tháng 7 năm 2026");
  assert.equal(dayInWords("2026-07-03", "en"), "Friday, 3 July 2026");
  assert.equal(dayInWords("no day", "vi"), "no day");
});

test("a whole number is read as its language writes it, and never as another one", () => {
  for (const [text, vi, en] of [
    ["0", 0, 0], ["1250", 1250, 1250], ["1.250", 1250, undefined], ["1,250", undefined, 1250], ["1 250", 1250, 1250], ["1\u00a0250\u202f000", 1250000, 1250000],
    ["1.250.000", 1250000, undefined], ["-640", -640, -640], ["−1.250", -1250, undefined], ["- 5", -5, -5], ["007", 7, 7], ["-0", 0, 0],
    ...["", "1,2 tỷ", "1.2", "1,25", "1.25", "12.50", "1250.000", "1.250 000", "1.250,000", "1..250", "một", "1e3", "12 34", "5%", "--5", "1.250.", "99999999999999999", "٣", "0x10", "1 250 triệu"].map((text) => [text, undefined, undefined]),
  ]) {
    assert.equal(readNumber(text, "vi"), vi, text);
    assert.equal(readNumber(text, "en"), en, text);
  }
  for (const lang of ["vi", "en"]) {
    for (let n = 1; n < 2 ** 53; n = n * 7 + 3) for (const number of [n, -n]) assert.equal(readNumber(writeNumber(number, lang), lang), number);
  }
  assert.equal(writeNumber(-1250000, "vi"), "−1.250.000");
  assert.equal(writeNumber(1250, "en"), "1,250");
});

test("a choice is found by its words' beginnings, its first letters or its code, and best by its own letters", () => {
  const find = searching([["66", "Tỉnh Đắk Lắk"], ["79", "Thành phố Hồ Chí Minh"], ["24277", "Xã Ea Tul"], ["1", "Phường Bình Minh"], ["2", "Phường Bính Mình"], ["3", "Xã Minh Bình"]].map(([value, name]) => ({ value, name })));
  const found = (text) => find(text).map(({ value }) => value);
  assert.deepEqual(found("dak lak"), ["66"]);
  assert.deepEqual(found("DAK"), ["66"]);
  assert.deepEqual(found("Đắk Lắk".normalize("NFD")), ["66"]);
  assert.deepEqual(found("hcm"), ["79"]);
  assert.deepEqual(found("tphcm"), ["79"]);
  assert.deepEqual(found("24277"), ["24277"]);
  assert.deepEqual(found("ea t"), ["24277"]);
  assert.deepEqual(found("bính mình"), ["2", "1", "3"]);
  assert.deepEqual(found("binh minh"), ["1", "2", "3"]);
  assert.deepEqual(found("inh"), []);
  assert.equal(found("").length, 6);
});

test("what stands unread follows its row", () => {
  const form = {};
  for (const pointer of ["/list/0/day", "/list/1/day", "/list/10/of/2", "/list", "/list/of-2025/n", "/listing/1/day"]) keepUnread(form, pointer, pointer);
  moveUnread(form, "/list", (row) => (row === 0 ? undefined : row - 1));
  assert.deepEqual(unreadIn(form, "").sort(), ["/list", "/list/0/day", "/list/9/of/2", "/list/of-2025/n", "/listing/1/day"]);
  forgetUnread(form, "/list");
  assert.deepEqual(unreadIn(form, ""), ["/listing/1/day"]);
  assert.deepEqual(unreadIn({}, ""), [], "another form has its own");
});

test("what stands unread is told beside what was found", async () => {
  const { outputFiles } = await build({
    stdin: { contents: `export { keepUnread } from "./unread.js"; export { noCheck, withUnread } from "./check.js";`, resolveDir: fileURLToPath(new URL("../npm/src/dossier", import.meta.url)) },
    bundle: true, format: "esm", platform: "node", write: false, // one script: both know the same form
  });
  const { keepUnread, noCheck, withUnread } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
  const form = {};
  keepUnread(form, "/application/date", "tomorrow");
  assert.deepEqual(withUnread(form, noCheck).problems.map(({ code, path }) => `${code} ${path}`), ["FORM-11 /application/date"]);
  assert.deepEqual(withUnread({}, noCheck).problems, []);
});

// The controls in a browser: a form over plain JSON, and short stand-ins for the parts
// that are tested elsewhere.

const standIns = {
  evidence: `import { h } from "../element/dom.js"; import { box } from "./box.js"; export const evidencePicker = (form, pointer) => box(form, pointer, h("p", {}, "evidence"));`,
  fields: `import { h } from "../element/dom.js"; import { box, idOf } from "./box.js";
    export const field = (form, pointer) => {
      const input = h("input", { id: idOf(pointer), class: "field", value: String(form.value(pointer) ?? ""), oninput: () => form.enter(pointer, input.value || undefined) });
      return box(form, pointer, input, { control: idOf(pointer) });
    };`,
};

const npm = new URL("../npm/", import.meta.url);
const { outputFiles: [script] } = await build({
  entryPoints: [fileURLToPath(new URL("dossier-controls-page.mjs", import.meta.url))], bundle: true, format: "esm", target: "es2022", write: false,
  external: ["uqr", "client-zip", "@noble/*"],
  plugins: [{
    name: "stand-ins",
    setup(b) {
      b.onResolve({ filter: /^\.\/(evidence|fields)\.js$/ }, ({ path, importer }) => (importer.includes("/src/dossier/") ? { path: path.slice(2, -3), namespace: "stand-in" } : undefined));
      b.onLoad({ filter: /.*/, namespace: "stand-in" }, ({ path }) => ({ contents: standIns[path], resolveDir: fileURLToPath(new URL("src/dossier/", npm)) }));
    },
  }],
});
const site = await serve({ "/ocop/": npm, "/pages/": new URL("pages/", import.meta.url) }, {
  headers: { "content-security-policy": `${policy}; require-trusted-types-for 'script'` },
  answer(request, response) {
    if (request.url !== "/" && request.url !== "/page.js") return false;
    response.setHeader("content-type", request.url === "/" ? "text/html; charset=utf-8" : "text/javascript");
    response.end(request.url === "/" ? '<!doctype html><html lang="vi"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Hồ sơ</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/pages/page.css"><script type="module" src="/page.js"></script>' : script.text);
    return true;
  },
});
const browser = await launch();
after(async () => {
  await browser.close();
  await site.close();
});

const dossier = JSON.parse(readFileSync(new URL("../../examples/dossiers/thuc-pham-lan-dau.json", import.meta.url)));
const places = [
  ["66", "Tỉnh Đắk Lắk", [["24277", "Xã Ea Tul"], ["24133", "Phường Tân Lập"], ["24154", "Phường Ea Kao"]]],
  ["79", "Thành phố Hồ Chí Minh", [["26740", "Phường Sài Gòn"], ["26800", "Phường Tân Lập"], ["27000", "Xã Bình Minh"]]],
];

/** A page that shows a control; what goes wrong is in page.wrong. */
async function visit(name, document, { options, viewport = { width: 360, height: 740 }, ...context } = {}) {
  const page = await (await browser.newContext({ viewport, ...context })).newPage();
  page.wrong = [];
  page.on("console", (message) => message.type() === "error" && page.wrong.push(message.text()));
  page.on("pageerror", (error) => page.wrong.push(String(error)));
  await page.goto(site.url);
  await page.waitForFunction(() => globalThis.ready);
  await show(page, name, document, options);
  return page;
}

async function show(page, name, document = {}, options = {}) {
  await page.evaluate(([name, document, options, places]) => {
    globalThis.places = async () => {
      if (options.withoutPlaces) throw new Error("no list");
      if (options.latePlaces) await new Promise((resolve) => (globalThis.letPlacesCome = resolve));
      return places;
    };
    globalThis.section = options.section;
    globalThis.show(name, document, options);
  }, [name, document, options, places]);
}

const dossierOf = (page) => page.evaluate(() => globalThis.form.dossier);
const value = (page, pointer) => page.evaluate((at) => globalThis.form.value(at), pointer);
const unread = (page) => page.evaluate(() => globalThis.unread());
const focused = (page) => page.evaluate(() => document.querySelector("main").shadowRoot.activeElement?.id);
const at = (pointer) => `[id="at${pointer.replaceAll("/", "-")}"]`;

async function done(page) {
  assert.deepEqual(page.wrong, []);
  await page.context().close();
}

test("a day is typed, chosen as today's, or stays as it was typed", async () => {
  const day = "/registration/date";
  const page = await visit("day");
  const input = page.locator(at(day));
  await input.pressSequentially("3/7/2026");
  assert.equal(await value(page, day), "2026-07-03", "with its whole year it is entered as it is typed");
  assert.match(await page.locator(".reading").innerText(), /Thứ Sáu, 3 tháng 7 năm 2026/);
  assert.equal(await input.inputValue(), "3/7/2026", "nothing is rewritten under the finger");
  await input.press("Tab");
  assert.equal(await input.inputValue(), "03/07/2026");

  await input.fill("30/2/2026");
  assert.equal(await value(page, day), "2026-07-03");
  await input.press("Tab");
  assert.equal(await value(page, day), undefined);
  assert.equal(await input.inputValue(), "30/2/2026");
  assert.equal(await input.getAttribute("aria-invalid"), "true");
  assert.match(await page.locator(".reading").innerText(), /Chưa hiểu “30\/2\/2026”/);
  assert.deepEqual(await unread(page), [day]);
  await page.evaluate(() => globalThis.form.redraw());
  assert.equal(await input.inputValue(), "30/2/2026", "it outlives a drawing");
  await page.evaluate(() => globalThis.elsewhere("/registration/date", "2026-06-30"));
  assert.equal(await input.inputValue(), "30/06/2026");
  assert.deepEqual(await unread(page), []);

  await page.getByRole("button", { name: "Hôm nay" }).click();
  assert.equal(await value(page, day), "2026-07-03");
  await input.fill("1.2.24");
  assert.equal(await value(page, day), "2026-07-03", "half a year would be another one");
  await input.press("Enter");
  assert.equal(await value(page, day), "2024-02-01");
  await input.fill("");
  await input.press("Tab");
  assert.equal(await value(page, day), undefined);
  await page.locator("input[type=date]").evaluate((picker) => {
    picker.value = "2025-12-31";
    picker.dispatchEvent(new Event("change"));
  });
  assert.equal(await value(page, day), "2025-12-31");
  assert.equal(await input.inputValue(), "31/12/2025");
  await input.focus();
  await input.pressSequentially("030720");
  assert.equal(await value(page, day), "2025-12-31", "eight figures are one day, six on the way to them none");
  await done(page);
});

test("places are found without diacritics by keyboard; a commune brings its province", async () => {
  const [province, commune] = ["/registration/province", "/registration/commune"];
  const page = await visit("places", { registration: { province: "66", commune: "24277" } });
  const [p, c] = [page.locator(at(province)), page.locator(at(commune))];
  await eventually(async () => assert.equal(await c.inputValue(), "Xã Ea Tul"));
  assert.equal(await p.inputValue(), "Tỉnh Đắk Lắk");

  await c.focus();
  await c.press("ArrowDown");
  assert.equal(await c.getAttribute("aria-expanded"), "true");
  assert.equal(await page.locator("[role=option]").count(), 3, "those of the province, while nothing is typed");
  await c.press("Escape");
  assert.equal(await c.getAttribute("aria-expanded"), "false");
  await c.fill("tan lap");
  assert.deepEqual((await page.locator("[role=option]").allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim()), ["Phường Tân Lập", "Phường Tân Lập Thành phố Hồ Chí Minh"]);
  await c.press("ArrowDown");
  await c.press("ArrowDown");
  assert.equal(await page.locator(`[id="${await c.getAttribute("aria-activedescendant")}"]`).innerText().then((text) => /Hồ Chí Minh/.test(text)), true);
  await c.press("Enter");
  assert.deepEqual((await dossierOf(page)).registration, { province: "79", commune: "26800" });
  assert.equal(await p.inputValue(), "Thành phố Hồ Chí Minh");

  await p.fill("dak");
  await p.press("Enter");
  assert.deepEqual((await dossierOf(page)).registration, { province: "66" }, "a commune of another province goes");
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  assert.deepEqual((await dossierOf(page)).registration, { province: "79", commune: "26800" });

  await c.fill("khong co dau");
  await c.press("Tab");
  assert.equal(await value(page, commune), undefined);
  assert.equal(await c.inputValue(), "khong co dau");
  assert.deepEqual(await unread(page), [commune]);
  await c.fill("99999");
  await c.press("Tab");
  assert.equal(await value(page, commune), "99999", "a code is taken as it is typed");
  assert.equal(await c.inputValue(), "99999");
  await c.fill("sai");
  await c.press("Escape");
  assert.equal(await c.inputValue(), "99999");
  await done(page);
});

test("places are touched; where the list does not come, codes are typed", async () => {
  const page = await visit("places", {}, { hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });
  const c = page.locator(at("/registration/commune"));
  await c.tap();
  await c.pressSequentially("ea");
  await page.getByRole("option", { name: /Ea Kao/ }).tap();
  assert.deepEqual((await dossierOf(page)).registration, { commune: "24154", province: "66" });
  await show(page, "places", {}, { withoutPlaces: true });
  await c.fill("24277");
  await eventually(async () => assert.match(await page.locator(`${at("/registration/commune")} ~ [role=status]`).innerText(), /Có thể gõ mã/));
  await c.press("Tab");
  assert.equal(await value(page, "/registration/commune"), "24277");
  await done(page);
});

test("what was typed while the list of places was on its way is found when it comes", async () => {
  const page = await visit("places", {}, { options: { latePlaces: true } });
  const c = page.locator(at("/registration/commune"));
  const status = page.locator(`${at("/registration/commune")} ~ [role=status]`);
  await c.focus();
  await c.pressSequentially("ea kao");
  await eventually(async () => assert.equal(await status.innerText(), "Đang tải danh sách tỉnh, xã…", "nobody knows yet that nothing fits"));
  await page.evaluate(() => globalThis.letPlacesCome());
  await page.getByRole("option", { name: /Ea Kao/ }).click();
  assert.deepEqual((await dossierOf(page)).registration, { commune: "24154", province: "66" });
  await done(page);
});

test("a commune that is typed and left before the list comes is entered once it came", async () => {
  const page = await visit("places", {}, { options: { latePlaces: true } });
  const c = page.locator(at("/registration/commune"));
  await c.focus();
  await c.pressSequentially("Ea Kao");
  await c.press("Tab");
  assert.deepEqual(await unread(page), ["/registration/commune"]);
  await page.evaluate(() => globalThis.letPlacesCome());
  await eventually(async () => assert.deepEqual((await dossierOf(page)).registration, { commune: "24154", province: "66" }));
  assert.deepEqual(await unread(page), []);
  assert.match(await c.inputValue(), /Ea Kao/);
  await done(page);
});

test("choosing a set enters its class; with claims it asks what would be lost, and gives it back", async () => {
  const page = await visit("class", {});
  await page.locator("#search").fill("ca phe");
  await page.locator('button.set[data-set="13"]').click();
  await eventually(async () => assert.deepEqual((await dossierOf(page)).product, { set: 13, sector: "I", group: "6" }));
  assert.match(await page.locator(".class").innerText(), /Bộ 13: Sản phẩm cà phê, ca cao\s+Ngành I\. Thực phẩm, nhóm 6/);
  assert.equal(await focused(page), "at-product-set-change");

  const whole = { product: dossier.product, report: { claims: dossier.report.claims } };
  await show(page, "class", whole);
  const change = async (set, answer) => {
    await page.getByRole("button", { name: "Đổi bộ sản phẩm" }).click();
    await page.locator(`button.set[data-set="${set}"]`).click();
    await page.locator(`dialog [data-choice="${answer}"]`).click();
  };
  await change(1, "");
  assert.deepEqual(await dossierOf(page), whole, "nothing before the answer");
  await page.locator("#at-product-set-keep").click();
  await change(1, "yes");
  await eventually(async () => assert.equal((await dossierOf(page)).product.set, 1));
  const { product, report } = await dossierOf(page);
  assert.deepEqual([product.set, product.sector, product.group, product.subgroup], [1, "I", "1", "a"]);
  const rubric = await page.evaluate(() => globalThis.form.rubricOf(1));
  const criteria = new Map(rubric.parts.flatMap((part) => part.sections).flatMap((section) => section.criteria).map((criterion) => [criterion.code, criterion]));
  const kept = Object.keys(report.claims);
  assert.ok(kept.length > 5 && kept.length < Object.keys(dossier.report.claims).length);
  for (const [code, claim] of Object.entries(report.claims)) {
    assert.ok(criteria.has(code), code);
    if (claim.option) assert.ok(claim.option === "none" || criteria.get(code).options.some((option) => option.code === claim.option), code);
  }
  assert.ok(!("6.1.1" in report.claims), "a criterion of coffee is none of vegetables");
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  assert.deepEqual(await dossierOf(page), whole);
  await done(page);
});

test("claims that are of no criterion are named and taken out", async () => {
  const page = await visit("class", { product: dossier.product, report: { claims: { 1.1: { option: "z", description: "Có." }, 9.9: { option: "a" } } } });
  assert.match(await page.locator(".class .unread").innerText(), /1\.1, 9\.9/);
  await page.getByRole("button", { name: "Bỏ những chỗ đó" }).click();
  assert.deepEqual((await dossierOf(page)).report, { claims: { 1.1: { description: "Có." } } });
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  assert.deepEqual((await dossierOf(page)).report.claims["9.9"], { option: "a" });
  await done(page);
});

test("claims are cards: a level is chosen by touch, and taken back without what was written", async () => {
  const page = await visit("claims", { product: { set: 13 } }, { hasTouch: true, isMobile: true, options: { ticked: { 1.1: ["materials-and-linkage"] } } });
  const card = page.locator('[data-path="/report/claims/1.1"]');
  assert.equal(await card.locator(".more").isVisible(), false, "one thing at a time");
  assert.match(await card.locator(".evidence").textContent(), /đã đánh dấu có khi tự chấm/);
  await card.locator("label.option").nth(2).tap();
  assert.deepEqual((await dossierOf(page)).report, { claims: { 1.1: { option: "c" } } });
  await card.locator(at("/report/claims/1.1/description")).fill("Mua trong tỉnh.");
  await card.getByRole("button", { name: /Bỏ chọn/ }).tap();
  assert.deepEqual((await dossierOf(page)).report, { claims: { 1.1: { description: "Mua trong tỉnh." } } });
  assert.equal(await card.locator(".more").isVisible(), true);
  await done(page);
});

test("claims come to what the module says; criterion 5.2 falls away as in a sheet", async () => {
  const page = await visit("claims", dossier);
  const { sheet, result, done: answered, all } = await page.evaluate(() => globalThis.claimsResult());
  assert.deepEqual(sheet.answers, Object.fromEntries(Object.entries(dossier.report.claims).map(([code, { option }]) => [code, option])));
  assert.deepEqual([result.status, result.star], ["classified", 5]);
  assert.equal(answered, all);
  const five = await page.evaluate(() => globalThis.form.rubric.parts.flatMap((part) => part.sections).findIndex(({ code }) => code === "5"));
  await show(page, "claims", dossier, { section: five });
  const falls = page.locator('[data-path="/report/claims/5.2"]');
  assert.equal(await falls.evaluate((card) => card.classList.contains("off")), false);
  await page.locator('[data-path="/report/claims/5.1"] input[value="a"]').check();
  assert.equal(await falls.evaluate((card) => card.classList.contains("off")), true);
  assert.equal(await falls.locator(".more").isVisible(), false);
  const open = await page.evaluate(() => {
    globalThis.form.enter("/report/claims/1.1/option", undefined);
    return globalThis.claimsResult();
  });
  assert.deepEqual([open.result.status, open.all, open.done], ["incomplete", all - 1, all - 2]);
  await page.evaluate(() => globalThis.form.enter("/report/claims/1.1/option", "nonsense"));
  assert.equal(await page.evaluate(() => globalThis.claimsResult().result), undefined);
  await done(page);
});

test("the answers of an office are the same cards, the knock-outs beside them", async () => {
  const page = await visit("answers", { product: { set: 13 } });
  await page.locator('[data-path="/proposed/answers/1.1"] input[value="b"]').check();
  await page.locator("details.gates summary").click();
  await page.locator("details.gates input").first().check();
  const { proposed } = await dossierOf(page);
  assert.deepEqual(proposed.answers, { 1.1: "b" });
  assert.equal(proposed.gates.length, 1);
  await page.locator("details.gates input").first().uncheck();
  assert.deepEqual((await dossierOf(page)).proposed, { answers: { 1.1: "b" } });
  await done(page);
});

test("a number is entered as it is typed, and what is none stays in its field", async () => {
  const samples = "/registration/samples";
  const page = await visit("number");
  const input = page.locator(at(samples));
  await input.pressSequentially("1.250");
  assert.equal(await value(page, samples), 1250);
  await input.fill("1,2 tỷ");
  await input.press("Tab");
  assert.equal(await value(page, samples), undefined);
  assert.equal(await input.inputValue(), "1,2 tỷ");
  assert.match(await page.locator(".reading").innerText(), /Chưa hiểu “1,2 tỷ”/);
  await page.evaluate(() => globalThis.elsewhere("/registration/samples", 6000));
  assert.equal(await input.inputValue(), "6.000");
  await done(page);
});

test("the last three years are there to be filled in, in the order of years", async () => {
  const years = "/report/results/years";
  const page = await visit("years", {}, { viewport: { width: 1280, height: 800 } });
  const cell = (key, column) => page.locator(at(`${years}-${key}-${column}`));
  assert.deepEqual(await page.locator("tbody th").allInnerTexts(), ["2023", "2024", "2025"]);
  await cell(2025, "revenue").pressSequentially("9.480");
  await cell(2023, "revenue").fill("5120");
  await cell(2023, "profit").fill("-64");
  await cell(2023, "unit").fill("kg");
  assert.deepEqual(await value(page, years), [{ year: 2023, revenue: 5120, profit: -64, unit: "kg" }, { year: 2025, revenue: 9480 }]);
  assert.equal(await page.locator('[data-path="/report/results/years/1/revenue"] input').getAttribute("id"), "at-report-results-years-2025-revenue", "a cell is where its value is");
  await cell(2025, "revenue").fill("");
  assert.deepEqual((await value(page, years)).map(({ year }) => year), [2023], "a year without figures is none");
  await page.getByRole("button", { name: "Thêm năm 2022" }).click();
  await page.keyboard.type("4000");
  assert.deepEqual((await value(page, years)).map(({ year }) => year), [2022, 2023]);
  await page.getByRole("button", { name: "Xóa số liệu năm 2023" }).click();
  assert.deepEqual(await value(page, years), [{ year: 2022, revenue: 4000 }]);
  assert.equal(await focused(page), "at-report-results-years-2023-revenue");
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  assert.equal((await value(page, years)).length, 2);
  await show(page, "years", { report: { results: { years: [{ year: 2025, revenue: 1 }, { year: 2025, revenue: 2 }, { revenue: 3 }] } } });
  assert.deepEqual(await page.locator("tbody th").allInnerTexts(), ["2023", "2024", "2025", "2025", "–"], "what is doubled or has no year is shown, to be seen and mended");
  await cell("item-1", "revenue").fill("5");
  assert.equal(await value(page, `${years}/1/revenue`), 5);
  await done(page);
});

test("rows are added, filled in, removed and had back", async () => {
  const list = "/report/figures/materials";
  const page = await visit("list");
  await page.getByRole("button", { name: /^Thêm/ }).click();
  await page.keyboard.type("Quả chín");
  assert.deepEqual(await value(page, list), [{ name: "Quả chín" }]);
  await page.getByRole("button", { name: /^Thêm/ }).press("Enter");
  await page.keyboard.type("Bao bì");
  await page.getByRole("button", { name: "Xóa Nguyên liệu, mục 1" }).click();
  assert.deepEqual(await value(page, list), [{ name: "Bao bì" }]);
  assert.equal(await focused(page), "at-report-figures-materials-add");
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  assert.deepEqual(await value(page, list), [{ name: "Quả chín" }, { name: "Bao bì" }]);
  await page.getByRole("button", { name: /^Thêm/ }).click();
  assert.equal(await page.getByRole("button", { name: /^Thêm/ }).isVisible(), false, "as many as the schema takes");
  await page.evaluate(() => globalThis.elsewhere("/report/figures/materials", undefined));
  assert.equal(await page.locator(".list-row").count(), 0);
  await done(page);
});

test("papers are ticked, with what is among the evidence and what the set's rules say", async () => {
  const page = await visit("papers", { product: { set: 13 }, evidence: [{ id: "a", kind: "business-registration" }] });
  await page.locator(at("/report/papers/businessRegistration")).check();
  assert.deepEqual((await dossierOf(page)).report, { papers: { businessRegistration: true } });
  assert.match(await page.locator(".paper-tick").first().innerText(), /đã có 1 bản/);
  assert.equal(await page.locator(".paper-tick").nth(2).locator(".hint:visible, button:visible").count(), 0, "of a paper that nobody speaks of, nothing more is said");
  assert.match(await page.locator(".paper-tick").nth(1).innerText(), /chưa có bản nào/);
  assert.equal(await page.locator(".gate").count(), 1);
  await page.getByRole("button", { name: /Thêm bản sao: Giấy chứng nhận/ }).click();
  assert.equal(await page.evaluate(() => globalThis.wentTo), "/evidence");
  await page.locator(at("/report/papers/businessRegistration")).uncheck();
  assert.equal((await dossierOf(page)).report, undefined);
  await done(page);
});

test("few choices are radio buttons, many a list; a strange value is shown", async () => {
  const page = await visit("choice", { application: "first" });
  assert.equal(await page.getByRole("radio").count(), 3);
  await page.getByRole("radio", { name: "upgrade" }).check();
  assert.equal(await value(page, "/application"), "upgrade");
  await page.getByRole("button", { name: /Bỏ chọn/ }).click();
  assert.equal(await value(page, "/application"), undefined);
  await show(page, "choice", { application: "strange" });
  assert.equal(await page.getByRole("radio", { name: "strange" }).isChecked(), true);
  await show(page, "select", { producer: { kind: "strange" } });
  const select = page.getByRole("combobox");
  assert.equal(await select.inputValue(), "strange");
  await select.selectOption("h");
  assert.equal(await value(page, "/producer/kind"), "h");
  await select.selectOption("");
  assert.equal(await value(page, "/producer/kind"), undefined);
  await done(page);
});

test("axe finds nothing and nothing is too wide, filled in, empty, and read only", async () => {
  const names = ["day", "places", "class", "choice", "select", "combo", "number", "years", "list", "papers", "exemptions", "claims", "answers"];
  const filled = { ...dossier, proposed: { date: "2026-08-01", answers: { 1.1: "c", 5.1: "a" }, gates: ["forged-dossier"] }, report: { ...dossier.report, exemptions: [{ paper: "x", ground: "Không thuộc diện." }] } };
  const clean = async (page, where) => {
    assert.deepEqual(await findings(page, { off: ["page-has-heading-one"] }), [], where); // it is one control
    const wide = await page.evaluate(() => [...document.querySelector("main").shadowRoot.querySelectorAll("*")].filter((e) => e.checkVisibility() && !e.closest(".unseen, thead") && e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5).map((e) => e.id || e.className || e.tagName));
    assert.deepEqual(wide, [], where);
  };
  for (const [width, colorScheme, lang] of [[320, "light", "vi"], [360, "dark", "en"], [1280, "light", "en"]]) {
    const page = await visit("day", {}, { viewport: { width, height: 740 }, colorScheme });
    for (const name of names) {
      for (const [document, readOnly] of [[filled, false], [filled, true], [{ product: { set: 13 } }, false]]) {
        await show(page, name, document, { lang, readOnly });
        await page.locator("details").evaluateAll((folds) => folds.forEach((fold) => (fold.open = true)));
        if (readOnly && !["list", "exemptions", "claims", "papers"].includes(name)) assert.equal(await page.locator(".all :is(input, select, textarea, button)").count(), 0, `${name} is only read`); // the others hold fields that stand in
        await clean(page, `${name}, ${width}, ${colorScheme}, ${lang}, ${readOnly ? "read only" : "written"}`);
      }
    }
    await show(page, "places", {}, { lang });
    await page.locator(at("/registration/province")).click();
    await clean(page, `open list, ${width}`);
    await done(page);
  }
});
