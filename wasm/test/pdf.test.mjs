// What joins pictures and PDF files into one stands in the package as a file, with less
// in it than its makers put there: it does what the form wants of it, under the policy
// that pages have.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, open } from "./stage.mjs";

after(close);

test("pictures and PDF files become one", async () => {
  const page = await open("pdf", `
    import { PDFDocument } from "/ocop/vendor/pdf.js";
    async function picture(type) {
      const canvas = Object.assign(document.createElement("canvas"), { width: 60, height: 40 });
      canvas.getContext("2d").fillRect(5, 5, 20, 20); // else transparent
      return new Uint8Array(await (await new Promise((done) => canvas.toBlob(done, type))).arrayBuffer());
    }
    async function pageOf(pdf, image) {
      pdf.addPage([image.width, image.height]).drawImage(image, { x: 0, y: 0, width: image.width, height: image.height });
    }
    const first = await PDFDocument.create();
    await pageOf(first, await first.embedJpg(await picture("image/jpeg")));
    await pageOf(first, await first.embedPng(await picture("image/png")));
    const joined = await PDFDocument.create();
    joined.setTitle("Giấy chứng nhận VietGAP");
    const scan = await PDFDocument.load(await first.save());
    for (const each of await joined.copyPages(scan, scan.getPageIndices())) joined.addPage(each);
    await pageOf(joined, await joined.embedJpg(await picture("image/jpeg")));
    const bytes = await joined.save();
    const again = await PDFDocument.load(bytes);
    const refused = await PDFDocument.load(new TextEncoder().encode("no PDF")).then(() => false, () => true);
    globalThis.ready = { head: String.fromCharCode(...bytes.slice(0, 5)), pages: again.getPages().map((each) => each.getSize()), title: again.getTitle(), refused };`);
  const size = { width: 60, height: 40 };
  assert.deepEqual(await page.evaluate(() => globalThis.ready), { head: "%PDF-", pages: [size, size, size], title: "Giấy chứng nhận VietGAP", refused: true });
  assert.deepEqual(page.problems, []);
});
