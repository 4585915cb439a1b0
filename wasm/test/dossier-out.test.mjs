// A dossier goes out, and the offices do their part: in a browser, as people meet it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import { open as openPackage } from "../npm/pack.js";
import { load } from "../npm/index.js";
import { findings } from "./axe.mjs";
import { fitted } from "./bags.mjs";
import { desktop, done, dossierOf, eventually, exampleOf, openTask, phone, reads, stop, visitForm, visitWith } from "./dossier-page.mjs";

after(stop);

/** What axe finds in the form. */
const axeOf = (page) => findings(page, { within: "ocop-dossier" });

/** The file that a press hands out. */
async function fileOf(page, press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** A producer's own part of an example. */
function ofProducer(name) {
  const { communeReport, proposed, council, provinceProposal, ministry, decision, requests, ...own } = exampleOf(name);
  const { communeReceipt, provinceReceipt, ...registration } = own.registration;
  return { ...own, registration };
}

test("what is missing, wrong and worth a look is told in the words of the form, and leads there", async () => {
  const dossier = ofProducer("thuc-pham-lan-dau");
  delete dossier.producer.phone;
  dossier.report.results.years.push({ ...dossier.report.results.years[0] });
  const page = await visitWith(dossier, { viewport: phone });
  await openTask(page, "finish");
  await reads(page.locator("[data-found=missing]"), /Còn thiếu \(1\)\s+Chủ thể › Điện thoại/);
  await reads(page.locator("[data-found=wrong]"), /Cần sửa \(1\)\s+Báo cáo tự đánh giá › .* › 4\. 2023 › Năm/);
  assert.deepEqual(await axeOf(page), []);
  await page.locator("[data-found=missing] .to").click();
  await page.locator("#at-producer-phone").waitFor();
  await openTask(page, "finish");
  await page.locator("#finish").click();
  await reads(page.locator("dialog"), /Chưa nộp được.*Còn 2 chỗ/s);
  await page.locator("dialog .to").first().click();
  await page.locator("#at-producer-phone").waitFor();
  assert.equal(await page.locator("dialog").count(), 0);
  await done(page);
});

test("all that was entered is read once more, and follows what changes", async () => {
  const dossier = ofProducer("thuc-pham-lan-dau");
  const page = await visitWith(dossier, { viewport: phone });
  await openTask(page, "finish");
  await reads(page.locator(".standing-of .head"), /đã đủ/);
  for (const fold of await page.locator(".review-of > details").all()) {
    await fold.locator("summary").first().click();
    await fold.locator(".answers-of, .hint").first().waitFor();
  }
  const text = await page.locator(".review-of").innerText();
  const texts = (value) => (typeof value === "string" ? value.split("\n") : typeof value === "object" ? Object.values(value).flatMap(texts) : []);
  for (const line of texts([dossier.producer.representative, dossier.report.history, dossier.report.plan, dossier.product.specification, dossier.report.claims["1.1"].description])) {
    if (!/^[a-z-]+$/.test(line)) assert.ok(text.includes(line), line);
  }
  assert.match(text, /1\.1\. .+\n+c\) .+ \(\d điểm\)/);
  assert.doesNotMatch(text, /undefined|\[object|[0-9a-f]{64}/);
  assert.deepEqual(await axeOf(page), []);
  await page.evaluate(() => {
    const form = document.querySelector("ocop-dossier");
    form.dossier = { ...form.dossier, producer: { ...form.dossier.producer, name: "Hợp tác xã khác" } };
  });
  await reads(page.locator(".review-of"), /Hợp tác xã khác/);
  await page.locator("#edit-0").click();
  await page.locator("#at-producer-name").waitFor();
  await done(page);
});

test("a dossier goes out as a file and as a package, which the library opens", async () => {
  const { dossier: whole, files } = fitted("do-uong-lan-dau.json");
  const page = await visitWith(whole);
  await openTask(page, "finish");
  const saved = await fileOf(page, () => page.locator("#save-json").click());
  assert.equal(saved.name, "ho-so-ruou-nep-men-la-ban-cang.json");
  assert.deepEqual(JSON.parse(saved.bytes), whole);
  await page.locator("#package").click();
  await reads(page.locator('.notice[data-id="package"]'), /chưa có tệp trên máy này/);
  assert.equal(await page.locator('.notice[data-id="package"] .to').count(), whole.evidence.length);
  await done(page);

  // Opened as a package, its files are on the device.
  const ocop = await load();
  const { packBlob } = await import("../npm/pack.js");
  const packed = Buffer.from(await (await packBlob(ocop, whole, [...files].map(([name, bytes]) => ({ name, blob: new Blob([bytes]) })))).arrayBuffer());
  const other = await visitForm({});
  await eventually(async () => { // what checks packages may still be on its way
    const [chooser] = await Promise.all([other.waitForEvent("filechooser"), other.locator("#open").click()]);
    await chooser.setFiles({ name: "goi.zip", mimeType: "application/zip", buffer: packed });
    await other.locator("#task-finish").waitFor({ timeout: 2000 });
  });
  await other.locator("#task-finish").click();
  const out = await fileOf(other, () => other.locator("#package").click());
  assert.equal(out.name, "ho-so-ruou-nep-men-la-ban-cang.zip");
  const { valid, dossier, problems } = await openPackage(ocop, new Blob([out.bytes]));
  assert.deepEqual([valid, dossier, problems], [true, whole, []]);
  await done(other);
});

test("papers of a draft are shown, printed and saved with blanks", async () => {
  const page = await visitWith({ edition: "qd26-2026", application: "first", producer: { name: "Hợp tác xã Tả Phìn" }, registration: { year: 2026 } }, { viewport: phone, init: () => { globalThis.printed = []; window.print = () => { globalThis.printed.push(document.querySelector("[data-ocop-prints]")?.shadowRoot.textContent); dispatchEvent(new Event("afterprint")); }; } });
  await openTask(page, "finish");
  for (const [name, title] of [["form-01", "PHIẾU ĐĂNG KÝ"], ["form-02", "BÁO CÁO TỰ ĐÁNH GIÁ"]]) {
    await page.locator(`#paper-${name}--show`).click();
    await reads(page.locator("dialog .shown-paper .ocop-paper"), new RegExp(`${title}[^]*Hợp tác xã Tả Phìn`, "i"));
    assert.ok(await page.locator("dialog .shown-paper :is(.blank, .line)").count() > 5);
    await page.keyboard.press("Escape");
    await page.locator(`#paper-${name}--print`).click();
    await eventually(async () => assert.match(await page.evaluate(() => globalThis.printed.at(-1) ?? ""), new RegExp(title, "i")));
    const docx = await fileOf(page, () => page.locator(`#paper-${name}--docx`).click());
    assert.equal(docx.bytes.subarray(0, 2).toString(), "PK");
    assert.match(docx.name, /^mau-so-0[12]-.*\.docx$/);
    const html = await fileOf(page, () => page.locator(`#paper-${name}--html`).click());
    assert.match(html.bytes.toString(), /Hợp tác xã Tả Phìn/);
  }
  await done(page);
});

test("deadlines are shown in the order of their days, and saved for calendars", async () => {
  const page = await visitWith(exampleOf("du-lich-nang-hang"), { viewport: phone });
  await openTask(page, "due");
  const days = await page.locator(".days time").evaluateAll((all) => all.map(({ dateTime }) => dateTime));
  assert.deepEqual([days.length > 0, days], [true, [...days].sort()]);
  assert.deepEqual(await axeOf(page), []);
  const { name, bytes } = await fileOf(page, () => page.locator("#due-save").click());
  assert.equal(name, "han-mot-ngay-o-bai-huong.ics");
  assert.match(bytes.toString(), /^BEGIN:VCALENDAR\r\n[^]*SUMMARY:[^]*END:VCALENDAR\r\n$/);
  await done(page);
});

// ---- the offices

test("the commune writes form 03 beside what the producer wrote", async () => {
  const page = await visitWith(ofProducer("thuc-pham-lan-dau"), { office: "commune", viewport: phone });
  await openTask(page, "form03");
  const claims = exampleOf("thuc-pham-lan-dau").report.claims;
  for (const [content, code] of [["materials", "1.1"], ["labour", "3.3"], ["idea", "2.1"], ["identity", "5.3"]]) {
    const place = page.locator(`[data-path="/communeReport/${content}"]`);
    await reads(place.locator(".beside-of"), new RegExp(`${code.replace(".", "\\.")}\\. `));
    assert.ok((await place.locator(".beside-of").innerText()).includes(claims[code].description), content);
  }
  await page.locator("#at-communeReport-labour-described-copy").click();
  await page.locator("#at-communeReport-labour-assessed").fill("Đúng với thực tế.");
  await eventually(async () => assert.deepEqual((await dossierOf(page)).communeReport.labour, { described: claims["3.3"].description, assessed: "Đúng với thực tế." }));
  assert.equal(await page.locator("#at-communeReport-labour-described-copy").isHidden(), true);
  assert.deepEqual(await axeOf(page), []);
  await done(page);
});

test("the advisory team begins with the claims, and what it changes is listed", async () => {
  const page = await visitWith(ofProducer("thuc-pham-lan-dau"), { office: "council", viewport: desktop });
  await openTask(page, "proposed");
  await page.locator("#proposed-begin").click();
  await reads(page.locator(".difference"), /97 điểm, Tổ tư vấn đề xuất 97 điểm[^]*Chưa khác gì/);
  const claims = exampleOf("thuc-pham-lan-dau").report.claims;
  const other = claims["1.1"].option === "a" ? "b" : "a";
  await page.locator(`[data-path="/proposed/answers"] [data-code="1.1"] input[value="${other}"]`).check();
  await reads(page.locator(".difference"), /Tiêu chí 1\.1: từ “.*” thành “.*” \([−+]\d điểm\)/);
  assert.deepEqual((await dossierOf(page)).report.claims, claims, "what the producer claims stays");
  assert.deepEqual(await axeOf(page), []);
  await done(page);
});

test("members' sheets come in from files and links, none twice, and the outcome follows", async () => {
  const dossier = ofProducer("thuc-pham-lan-dau");
  const answers = Object.fromEntries(Object.entries(dossier.report.claims).map(([code, { option }]) => [code, option]));
  const sheet = (assessor, more = {}) => ({ edition: "qd26-2026", set: 13, answers: { ...answers, ...more }, about: { assessor } });
  const page = await visitWith(dossier, { office: "council", viewport: phone });
  await openTask(page, "council");
  const bring = async (...sheets) => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("#sheets-files").click()]);
    await chooser.setFiles(sheets.map((one, i) => ({ name: `phieu-${i}.json`, mimeType: "application/json", buffer: Buffer.from(typeof one === "string" ? one : JSON.stringify(one)) })));
  };
  const names = async () => ((await dossierOf(page)).council?.members ?? []).map(({ name }) => name);
  await bring(sheet("Bà An"), sheet("Ông Bình", { "1.2": "a" }), { ...sheet("Bà Cúc"), set: 14, answers: {} }, "xin chào");
  await reads(page.locator('.notice[data-id="sheets"]'), /Đã thêm 2 phiếu[^]*Bà Cúc chấm theo bộ 14[^]*phieu-3\.json[^]*FORM-04/);
  assert.deepEqual(await names(), ["Bà An", "Ông Bình"]);
  await bring(sheet("bà an"));
  await reads(page.locator('.notice[data-id="sheets"]'), /đã có rồi, giống hệt/);
  await bring(sheet("Bà An", { "1.2": "c" }));
  await reads(page.locator("dialog"), /Phiếu mới cùng tên/);
  await page.locator('dialog [data-choice="replace"]').click();
  await eventually(async () => assert.equal((await dossierOf(page)).council.members[0].answers["1.2"], "c"));
  const [vector, twin] = await page.evaluate((all) => all.map((one) => document.querySelector("ocop-dossier").ocop.vector(one)), [sheet("", { "1.3": "a" }), sheet("", { "1.2": "a" })].map(({ about, ...rest }) => rest));
  await page.locator("#sheets-paste summary").click();
  await page.locator("#sheets-text").fill(`https://x.example/#ocop=${vector}\n${twin}\nsai`);
  await page.locator("#sheets-add").click();
  await reads(page.locator("dialog"), /giống hệt phiếu của Ông Bình/);
  await page.locator('dialog [data-choice="skip"]').click();
  await eventually(async () => assert.equal((await names()).length, 3));
  await reads(page.locator(".outcome"), /[45] sao[^]*Điểm trung bình[^]*Bà An/);
  assert.deepEqual(await axeOf(page), []);
  await page.locator("#at-council-members-1-remove").click();
  await eventually(async () => assert.equal((await names()).length, 2));
  await page.locator('.notice[data-id="sheets"] button', { hasText: "Hoàn tác" }).click();
  await eventually(async () => assert.deepEqual((await names()).slice(0, 2), ["Bà An", "Ông Bình"]));
  await done(page);
});
