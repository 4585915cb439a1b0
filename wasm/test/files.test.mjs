// Who opens the wrong file is told what it is and where it goes, in the form and in
// the functions that the portal shares with it.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { readDocument } from "../npm/filetype.js";
import { choose, done, reads, rulesAreThere, sheetOf, stop, visit } from "./element-page.mjs";
import { councilText, dossierText, inUTF16, sheetText, strangers, withBOM } from "./strangers.mjs";

after(stop);

const most = 1 << 20;
const refusal = (content, place, limit = most) => readDocument(new Blob([content]), place, limit).then(
  () => assert.fail("it was taken"),
  (error) => {
    assert.ok(error?.problems?.length === 1, error);
    return error.problems[0];
  });

test("a file is known by what is in it", async () => {
  for (const [format, files] of Object.entries(strangers)) {
    for (const [i, content] of files.entries()) {
      for (const place of ["form", "dossier", "draft", "council"]) {
        const { code, params, message } = await refusal(content, place);
        assert.deepEqual([code, params], ["FORM-04", { format }], `${format} ${i}`);
        for (const text of [message.vi, message.en]) assert.doesNotMatch(text, /\{|undefined|null/);
      }
    }
  }
});

test("of a large file only its ends are read, and they tell what it is", async () => {
  const large = (head, tail) => [head, new Uint8Array(60 << 20), tail];
  const docx = strangers.word[1];
  const directory = docx.indexOf("PK\x01\x02");
  for (const [parts, format] of [[large(strangers.image[0], ""), "image"], [large(docx.subarray(0, directory), docx.subarray(directory)), "word"]]) {
    let read = 0;
    const { arrayBuffer } = Blob.prototype;
    Blob.prototype.arrayBuffer = function () {
      read += this.size;
      return arrayBuffer.call(this);
    };
    try {
      assert.deepEqual((await readDocument(new Blob(parts), "form", most).catch(({ problems }) => problems))[0].params, { format });
    } finally {
      Blob.prototype.arrayBuffer = arrayBuffer;
    }
    assert.ok(read <= 1 << 17, `${read}`);
  }
  assert.deepEqual((await refusal(Buffer.alloc((8 << 20) + 1, " "), "form")).params, { size: "9 MB", most: "1 MB" });
  assert.deepEqual((await refusal(`${sheetText}${" ".repeat(64 << 10)}`, "form", 64 << 10)).code, "FORM-02");
  const unreadable = Object.assign(new Blob(["{}"]), { arrayBuffer: () => Promise.reject(new DOMException("gone", "NotReadableError")) });
  assert.deepEqual((await readDocument(unreadable, "form", most).catch(({ problems }) => problems))[0].code, "FORM-02");
});

test("a backup of many products is read whole, in the form alone", async () => {
  const backup = JSON.stringify({ format: "ocop-products", version: 1, products: Array.from({ length: 500 }, () => ({ sheet: JSON.parse(sheetText) })) });
  assert.ok(backup.length > 64 << 10);
  assert.equal((await readDocument(new Blob([backup]), "form", 64 << 10)).length, backup.length);
  for (const place of ["dossier", "council"]) {
    const { code, params } = await refusal(backup, place);
    assert.deepEqual([code, params], ["FORM-05", { kind: "products" }]);
  }
});

test("a document goes where it belongs", async () => {
  const texts = { sheet: sheetText, dossier: dossierText, council: councilText, dossiers: JSON.stringify({ format: "ocop-dossiers", version: 1, dossiers: [] }) };
  const takes = { form: ["sheet"], dossier: ["dossier"], draft: ["sheet", "dossier", "dossiers"], council: ["sheet", "council"] };
  for (const [place, kinds] of Object.entries(takes)) {
    for (const [kind, text] of Object.entries(texts)) {
      if (kinds.includes(kind)) assert.deepEqual(Buffer.from(await readDocument(new Blob([text]), place, most)), Buffer.from(text));
      else assert.deepEqual(await refusal(text, place, 64 << 10).then(({ code, params }) => [code, params]), ["FORM-05", { kind }]);
    }
  }
});

test("what Notepad and other programs of Windows write is read, and faulty JSON is left to the library as it is", async () => {
  const bare = Buffer.from(`\r\n${sheetText}`, "utf16le");
  const big = (bytes) => Buffer.from(bytes).swap16();
  for (const content of [withBOM(sheetText), inUTF16(sheetText), big(inUTF16(sheetText)), inUTF16(sheetText).subarray(2), big(inUTF16(sheetText)).subarray(2)]) {
    assert.equal(Buffer.from(await readDocument(new Blob([content]), "form", most)).toString(), sheetText);
  }
  for (const content of [bare, big(bare)]) assert.equal(Buffer.from(await readDocument(new Blob([content]), "form", most)).toString(), `\r\n${sheetText}`);
  const same = ['{"answers":', '{"answers":{"1.1":"a","1.1":"b"}}', "[1]", "{}", Buffer.from('{"answers":"\xff"}', "latin1")];
  for (const content of same) assert.deepEqual(Buffer.from(await readDocument(new Blob([content]), "form", most)), Buffer.from(content));
});

test("the form says what a file is and where it goes, in both languages", async () => {
  const page = await visit();
  await rulesAreThere(page);
  assert.ok(!page.asked.some((url) => url.includes("filetype")), "who opens nothing loads nothing for it");
  await page.evaluate(() => {
    globalThis.codes = [];
    document.addEventListener("ocop-error", ({ detail }) => globalThis.codes.push(detail.problems[0].code));
  });
  const notice = page.locator('.notice[data-id="file"]');
  for (const [content, pattern] of [
    [strangers.word[0], /phieu\.json[^]*Đây là tệp Word\. .*chấm lại trên biểu mẫu\. .*FORM-04/],
    [strangers.image[4], /Đây là ảnh\. .*FORM-04/],
    [dossierText, /Đây là tệp hồ sơ\. Hãy mở ở phần kiểm tra hồ sơ\. .*FORM-05/],
    [councilText, /Đây là tệp của hội đồng, .*Hội đồng\. .*FORM-05/],
    ["", /Tệp này trống/],
  ]) {
    await choose(page, "phieu.json", content);
    await reads(notice, pattern);
  }
  await page.evaluate(() => (document.querySelector("ocop-score").lang = "en"));
  await choose(page, "phieu.json", strangers.pdf[0]);
  await reads(notice, /This is a PDF\. .*FORM-04/);
  assert.deepEqual(await page.evaluate(() => globalThis.codes), ["FORM-04", "FORM-04", "FORM-05", "FORM-05", "FORM-04", "FORM-04"]);
  await done(page);
});

test("a sheet from Notepad opens in the form", async () => {
  for (const content of [withBOM(sheetText), inUTF16(sheetText), Buffer.from(sheetText, "utf16le")]) {
    const page = await visit();
    await rulesAreThere(page);
    await choose(page, "phieu.txt", content);
    await page.locator("fieldset.criterion").first().waitFor();
    assert.deepEqual((await sheetOf(page)).answers, JSON.parse(sheetText).answers);
    await done(page);
  }
});

test("without a line a sheet is opened all the same, and what is none is refused", async () => {
  const page = await visit();
  await rulesAreThere(page);
  await page.context().setOffline(true);
  await choose(page, "phieu.json", strangers.pdf[0]);
  await reads(page.locator('.notice[data-id="file"]'), /JSON-02/);
  await choose(page, "phieu.json", sheetText);
  await page.locator("fieldset.criterion").first().waitFor();
  assert.deepEqual((await sheetOf(page)).answers, JSON.parse(sheetText).answers);
  await page.context().close(); // the browser tells of the lost line
});
