// The example portal in a browser: its three views, its security policy, and that
// it works without a connection. The portal is the Go program itself.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { launch } from "./chromium.mjs";
import { root, startPortal } from "./portal-program.mjs";
import { councilText, dossierText, inUTF16, sheetText, strangers, withBOM } from "./strangers.mjs";

const browser = await launch();
const portal = await startPortal();
after(async () => {
  await browser.close();
  await portal.stop();
});

/** Where the portal's page finds a file of the package: /ocop/HASH/name. */
const folder = /\/ocop\/[0-9a-f]{16}\//.exec(await (await fetch(portal.url)).text())[0];
const packageFile = (name) => folder + name;

const command = (...args) => JSON.parse(execFileSync("go", ["run", "./ocop/cmd/ocop", ...args], { cwd: root, maxBuffer: 1 << 26 }));
const vectorOf = (file) => execFileSync("go", ["run", "./ocop/cmd/ocop", "vector", file], { cwd: root }).toString().trim();
const example = (name) => readFileSync(join(root, "examples", name));
const json = (name, content) => ({ name, mimeType: "application/json", buffer: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)) });

/**
 * Runs work on a fresh page. Whatever the policy refuses, whatever fails in the
 * page and whatever goes elsewhere fails the test.
 */
async function onPage(path, work, { expectErrors = false, url = portal.url, ...options } = {}) {
  const context = await browser.newContext({ baseURL: url, serviceWorkers: "block", viewport: { width: 360, height: 740 }, ...options });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(url).origin });
  const complaints = [];
  const asked = [];
  await context.exposeBinding("reportViolation", (_, text) => complaints.push(text));
  await context.addInitScript(() => addEventListener("securitypolicyviolation", (e) => globalThis.reportViolation(`${e.violatedDirective} ${e.blockedURI}`)));
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.stack));
  context.on("request", (request) => asked.push(request.url()));
  try {
    await page.goto(path);
    await started(page);
    await work(page, { asked, context });
    if (!expectErrors) assert.deepEqual(complaints, []);
    assert.deepEqual(asked.filter((address) => !address.startsWith(url) && !/^(blob|data):/.test(address)), [], "nothing from elsewhere");
  } finally {
    await context.close();
  }
}

/** Waits until the view in front takes what is done. */
const started = (page) => page.waitForFunction(() => !document.querySelector("main section:not([hidden]) [inert]"));

const text = (page, selector) => page.locator(selector).innerText();
const see = (page, selector, options) => page.locator(selector).first().waitFor(options);
const members = (page) => page.locator("#members li");
const sheet = JSON.parse(example("sheets/ca-phe-dak-lak.json"));

/** Waits until the form has taken its product set's words. */
async function formReady(page) {
  await page.waitForFunction(() => customElements.get("ocop-score") && document.querySelector("ocop-score").sheet !== undefined);
}

test("the views are pages of their own", () =>
  onPage("/", async (page) => {
    assert.equal(await page.title(), "Tự chấm · Chấm điểm OCOP");
    for (const [link, path, title] of [["Hội đồng", "/hoi-dong", "Kết quả của hội đồng"], ["Kiểm tra hồ sơ", "/ho-so", "Kiểm tra hồ sơ"], ["Tự chấm", "/", "Tự chấm điểm sản phẩm"]]) {
      await page.getByRole("navigation").getByRole("link", { name: link, exact: true }).click();
      assert.equal(new URL(page.url()).pathname, path);
      assert.equal(await page.title(), `${link} · Chấm điểm OCOP`);
      assert.equal(await text(page, "main h1:visible"), title);
      assert.equal(await page.locator("[aria-current=page]").innerText(), link);
      assert.equal(await page.evaluate(() => document.activeElement.textContent), title, "the heading has the focus");
    }
    await page.goBack();
    await started(page);
    assert.equal(await text(page, "main h1:visible"), "Kiểm tra hồ sơ");
    await page.reload();
    await started(page);
    assert.equal(await text(page, "main h1:visible"), "Kiểm tra hồ sơ");
  }));

test("the language changes and stays", () =>
  onPage("/hoi-dong", async (page) => {
    await page.click("#council-sample");
    await see(page, "#outcome table");
    await page.getByRole("button", { name: "English" }).click();
    await see(page, "#outcome >> text=Average");
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    assert.match(await text(page, "#outcome"), /Product set 13: Coffee and cocoa products[^]*5 stars[^]*92\.42 points/);
    assert.equal(await page.locator("#members input[type=text]").first().inputValue(), "Chủ tịch Hội đồng", "what was entered stays");
    const left = await page.evaluate(() => [...document.querySelectorAll("[data-en]")].filter((node) => node.textContent !== node.dataset.en).length);
    assert.equal(left, 0);
    await page.reload();
    await started(page);
    await see(page, "#outcome >> text=Average");
    await page.getByRole("button", { name: "Tiếng Việt" }).click();
    await see(page, "#outcome >> text=Điểm trung bình");
    assert.equal(await text(page, "#council-title"), "Kết quả của hội đồng");
  }));

test("the form scores what the command scores, and keeps it", () =>
  onPage("/", async (page) => {
    await formReady(page);
    await page.evaluate((value) => (document.querySelector("ocop-score").sheet = value), sheet);
    await page.waitForFunction(() => document.querySelector("ocop-score").result?.status === "classified");
    const result = () => page.evaluate(() => document.querySelector("ocop-score").result);
    assert.deepEqual(await result(), command("score", "--json", "examples/sheets/ca-phe-dak-lak.json"));
    await page.reload();
    await started(page);
    await page.waitForFunction(() => document.querySelector("ocop-score").result?.status === "classified");
    assert.equal((await result()).total, 92);
    await page.click("#language");
    await page.waitForFunction(() => document.querySelector("ocop-score").lang === "en");
    assert.equal((await result()).total, 92);
  }));

test("the council's example comes to what the command says", () =>
  onPage("/hoi-dong", async (page) => {
    await page.click("#council-sample");
    await see(page, "#outcome table");
    const want = command("council", "--json", "examples/council/hoi-dong-tinh.json");
    const seen = await text(page, "#outcome");
    assert.equal((await text(page, "#outcome .headline")).replace(/\s+/, " "), `${"★".repeat(want.star)}${"☆".repeat(5 - want.star)} ${want.star} sao`);
    assert.match(seen, new RegExp(`${want.average.replace(".", ",")} điểm[^]*${want.sum} / ${want.count}`));
    assert.ok(seen.includes(`${want.widest[0]} và ${want.widest[1]}`));
    assert.ok(seen.includes(`${want.count} trên ${want.seats} thành viên`));
    assert.match(seen, /Bộ Nông nghiệp và Môi trường/);
    const rows = await page.locator("#outcome tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.firstChild.textContent)));
    assert.deepEqual(rows, want.members.map(({ id, parts: { A, B, C }, total }) => [id, ...[A, B, C, total].map(String)]));
    const items = (title) => page.locator("#outcome div", { has: page.locator(`h3:text-is("${title}")`) }).last().locator("li").allInnerTexts();
    assert.equal((await items("Mức tối thiểu mà các phiếu chưa thống nhất")).length, want.contested.length);
    const differ = await items("Tiêu chí chấm khác nhau");
    assert.equal(differ.length, want.disagreements.length);
    assert.equal(differ[0], "5.3 Trí tuệ/bản sắc địa phương: từ 3 đến 5 điểm");
    // The file that it gives is one that the command takes, with the same outcome.
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save-council")]);
    assert.deepEqual(command("council", "--json", await download.path()), want);
  }));

test("a council is put together from files, links, codes and the form", () =>
  onPage("/", async (page) => {
    await formReady(page);
    await page.evaluate((value) => (document.querySelector("ocop-score").sheet = value), sheet);
    await page.getByRole("link", { name: "Hội đồng" }).click();
    await page.click("#take-form");
    await see(page, "#members li");
    await page.setInputFiles("#sheet-files", [json("Sở Y tế.json", sheet), json("Sở Công Thương.json", { ...sheet, answers: { ...sheet.answers, "1.1": "a" } })]);
    await members(page).nth(2).waitFor();
    const vector = vectorOf("examples/sheets/ca-phe-dak-lak.json");
    await page.getByText("Dán liên kết hoặc mã phiếu").click();
    await page.fill("#pasted", `${vector}\n\nhttps://example.vn/cham-diem#ocop=${encodeURIComponent(vector)}\nOCOP:qd26-2026/13/1.1:z\n`);
    await page.click("#add-pasted");
    await members(page).nth(4).waitFor();
    assert.match(await text(page, "#council-note"), /Đã thêm 2 phiếu[^]*VECTOR-0/);
    assert.equal(await page.inputValue("#pasted"), "OCOP:qd26-2026/13/1.1:z", "what could not be read stays to be mended");
    const names = await page.locator("#members input[type=text]").evaluateAll((all) => all.map((input) => input.value));
    assert.deepEqual(names, ["Thành viên 1", "Sở Y tế", "Sở Công Thương", "Thành viên 4", "Thành viên 5"]);
    assert.match(await text(page, "#outcome"), /4 sao[^]*5 thành viên/);

    await members(page).nth(4).getByRole("button").click();
    await see(page, "#council-note >> text=Đã bỏ phiếu của Thành viên 5");
    assert.equal(await members(page).count(), 4);
    await page.keyboard.press("Enter"); // the focus is on Undo
    await members(page).nth(4).waitFor();
    await page.reload();
    await started(page);
    await members(page).nth(4).waitFor();
    await see(page, "#outcome >> text=4 sao");
  }));

test("a council's minutes are printed", () =>
  onPage("/hoi-dong", async (page) => {
    await page.locator("#council-sample").click();
    await page.evaluate(() => (globalThis.print = () => (globalThis.printed = document.querySelector("[data-ocop-prints]").shadowRoot.textContent)));
    await page.locator("#minutes").getByRole("button", { name: "In", exact: true }).click();
    await page.waitForFunction(() => globalThis.printed);
    assert.match(await page.evaluate(() => globalThis.printed), /BIÊN BẢN/);
  }));

test("every status of a council is told in words", () =>
  onPage("/hoi-dong", async (page) => {
    await page.click("#council-sample");
    await see(page, "#outcome table");
    await page.getByRole("heading", { name: "Quy chế của hội đồng" }).click();
    const headline = () => text(page, "#outcome .headline");
    await page.fill("#seats", "11");
    assert.equal(await headline(), "Chưa đủ điều kiện họp");
    await page.fill("#seats", "9");
    await page.fill("#maxSpread", "5");
    assert.equal(await headline(), "Chênh lệch quá lớn");
    assert.match(await text(page, "#outcome"), /Sở Công Thương và Sở Y tế: cách nhau 6 điểm/);
    await page.fill("#maxSpread", "");
    await page.selectOption("#minima", "all");
    assert.match(await text(page, "#outcome"), /3 sao[^]*Điểm đạt mức 5 sao nhưng còn mức tối thiểu chưa đạt/);
    await page.getByRole("heading", { name: "Trường hợp bị loại" }).click();
    await page.getByLabel("Giả mạo hồ sơ").check();
    assert.match(await text(page, "#outcome"), /Hồ sơ bị loại\s+Giả mạo hồ sơ/);
    await page.getByLabel("Giả mạo hồ sơ").uncheck();
    await page.setInputFiles("#sheet-files", json("Chưa xong.json", { ...sheet, answers: { "1.1": "c" } }));
    await see(page, "#outcome >> text=Có phiếu chưa chấm xong");
    assert.match(await text(page, "#outcome"), /Cần chấm nốt: Chưa xong\./);
    assert.equal(await page.locator("#outcome .stars").count(), 0, "no star while a sheet is incomplete");
    await page.setInputFiles("#sheet-files", json("Chè.json", example("sheets/che-shan-tuyet.json").toString()));
    await see(page, "#outcome >> text=COUNCIL-04");
    assert.match(await text(page, "#outcome .problems"), /Phiếu của Chè[^]*bộ sản phẩm khác/);
    await page.click("#clear-council");
    await see(page, "#no-members");
    await page.getByRole("button", { name: "Hoàn tác" }).click();
    await members(page).nth(8).waitFor();
  }));

test("a faulty sheet is refused with its reasons and loses nothing", () =>
  onPage("/hoi-dong", async (page) => {
    await page.click("#council-sample");
    await see(page, "#outcome table");
    for (const [file, expected] of [
      [json("a.json", { ...sheet, edition: "qd99" }), /a\.json[^]*SHEET-01/],
      [json("b.json", { ...sheet, answers: { "1.1": "z" } }), /SHEET-03 · \/answers\/1\.1/],
      [json("c.json", "xin chào"), /c\.json[^]*Đây là tệp chữ[^]*FORM-04/],
      [json("c2.json", "{xin chào"), /JSON-01/],
      [json("d.json", { edition: "qd26-2026", set: 13, members: [] }), /COUNCIL-05/],
      [json("e.json", " ".repeat(2 << 20)), /e\.json[^]*Tệp nặng 2 MB nên không được đọc[^]*FORM-02/],
    ]) {
      await page.setInputFiles("#sheet-files", file);
      await page.waitForFunction((name) => document.querySelector("#council-note .bad")?.textContent.match(name), expected.source.replace("[^]*", "[^]*"));
      assert.match(await text(page, "#council-note"), expected);
      assert.equal(await members(page).count(), 7);
    }
  }));

test("every example dossier is valid, and scored as the command scores it", () =>
  onPage("/ho-so", async (page, { asked }) => {
    assert.ok(!asked.some((address) => address.includes("wasm")), "no module before there is a dossier");
    for (const name of readdirSync(join(root, "examples/dossiers")).filter((file) => file.endsWith(".json"))) {
      await page.setInputFiles("#dossier-file", json(name, example(`dossiers/${name}`).toString()));
      await see(page, `#verdict >> text=${name}`);
      assert.equal(await text(page, "#verdict h2"), "Hồ sơ hợp lệ");
      const want = command("score", "--json", `examples/dossiers/${name}`);
      assert.match(await text(page, "#verdict .headline"), new RegExp(`${want.star} sao\\s+${want.total} trên 100 điểm`));
      const parts = await page.locator(".bars strong").allInnerTexts();
      assert.deepEqual(parts, [`${want.parts.A}/40`, `${want.parts.B}/25`, `${want.parts.C}/35`]);
    }
    assert.equal(asked.filter((address) => address.includes("ocop-checks.wasm")).length, 1);
  }));

const dossier = () => JSON.parse(example("dossiers/do-uong-lan-dau.json"));

test("a dossier's papers are printed and saved, of one with mistakes too", () =>
  onPage("/ho-so", async (page) => {
    const broken = dossier();
    delete broken.producer.address;
    delete broken.product.set;
    await page.setInputFiles("#dossier-file", json("do-uong.json", JSON.stringify(broken)));
    await page.evaluate(() => (globalThis.print = () => (globalThis.printed = document.querySelector("[data-ocop-prints]").shadowRoot.textContent)));
    await page.locator(".papers select").selectOption("form-01");
    await page.locator(".papers").getByRole("button", { name: "In", exact: true }).click();
    await page.waitForFunction(() => globalThis.printed);
    assert.match(await page.evaluate(() => globalThis.printed), /PHIẾU ĐĂNG KÝ/);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.locator(".papers select").selectOption("score-sheet");
    await page.locator(".papers").getByRole("button", { name: "In", exact: true }).click();
    await see(page, ".papers .note.bad");
    assert.match(await text(page, ".papers"), /Cần biết bộ sản phẩm[^]*PAPER-02/);
    await page.locator(".papers select").selectOption("form-02");
    const file = page.waitForEvent("download");
    await page.locator(".papers").getByRole("button", { name: "Tải tệp Word" }).click();
    assert.equal((await file).suggestedFilename(), "form-02.docx");
  }));

test("a broken dossier lists its problems with their place", () =>
  onPage("/ho-so", async (page) => {
    const check = async (file) => {
      await page.setInputFiles("#dossier-file", file);
      await see(page, `#verdict >> text=${file.name}`);
      return text(page, "#verdict");
    };
    const shape = dossier();
    delete shape.product.name;
    shape.report.claims["1.1"].description = "";
    shape.evidence[1].issued = "hôm qua";
    const first = await check(json("thieu.json", shape));
    assert.match(first, /Hồ sơ còn 3 lỗi phải sửa/);
    assert.match(first, /Sản phẩm › Tên sản phẩm\s+Chưa có: Tên sản phẩm\.\s+DOSSIER-01 · \/product\/name/);
    assert.match(first, /Báo cáo tự đánh giá › Kết quả tự đánh giá theo tiêu chí › tiêu chí 1\.1 › Mô tả[^]*\/report\/claims\/1\.1\/description/);
    assert.ok(first.includes(`Tài liệu minh chứng › mục 2 (${shape.evidence[1].id}) › Ngày cấp`));
    assert.match(first, /Sửa xong hãy kiểm tra lại/);
    await page.getByRole("button", { name: "Chép danh sách" }).click();
    await see(page, "text=Đã chép");
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^- .*Tên sản phẩm: Chưa có: Tên sản phẩm\. \(DOSSIER-01 \/product\/name\)$/m);

    const rules = dossier();
    rules.producer.taxCode = "0100109107"; // its check digit is wrong
    rules.evidence[0].expires = rules.registration.date;
    const second = await check(json("sai.json", rules));
    assert.match(second, /Lỗi phải sửa \(\d+\)[^]*Chủ thể › Mã số thuế hoặc số định danh cá nhân[^]*DOSSIER-14 · \/producer\/taxCode/);

    const warned = dossier();
    warned.evidence[0].expires = new Date(Date.parse(warned.registration.communeReceipt.date) + 20 * 86_400_000).toISOString().slice(0, 10);
    const third = await check(json("xem-lai.json", warned));
    assert.match(third, /Hồ sơ hợp lệ, có \d+ chỗ nên xem lại[^]*Nên xem lại \(\d+\)[^]*EVIDENCE-[^]*Kết quả chủ thể tự đánh giá/);

    assert.match(await check(json("khac.json", { ...dossier(), edition: "qd148-2023" })), /Bộ tiêu chí[^]*\/edition/);
    assert.match(await check(json("chu.json", "xin chào")), /Cả hồ sơ[^]*JSON-01/);
    assert.match(await check(json("rong.json", "")), /JSON-01/);
    assert.match(await check({ name: "utf16.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(dossier()), "utf16le") }), /JSON-0\d/);
    assert.match(await check(json("hai.json", example("dossiers/do-uong-lan-dau.json").toString().replace("{", '{"edition":"qd26-2026",'))), /JSON-06 · \/edition/);
  }));

test("a file of 50 MB that is dropped is not read, and the page goes on", () =>
  onPage("/ho-so", async (page) => {
    await page.evaluate(() => {
      const { arrayBuffer } = Blob.prototype;
      Blob.prototype.arrayBuffer = function () {
        globalThis.bytesRead += this.size;
        return arrayBuffer.call(this);
      };
    });
    const drop = (size) =>
      page.evaluate((bytes) => {
        globalThis.bytesRead = 0;
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes).fill(32)], "qua-lon.json"));
        document.querySelector("#dossier-drop").dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
      }, size);
    await drop(50 << 20);
    await see(page, "#dossier-note .bad");
    assert.match(await text(page, "#dossier-note"), /qua-lon\.json[^]*Tệp nặng 50 MB nên không được đọc; ở đây nhận tệp không quá 1 MB/);
    assert.ok((await page.evaluate(() => globalThis.bytesRead)) <= 1 << 17, "its ends alone");
    await drop((1 << 20) + 1);
    assert.ok((await page.evaluate(() => globalThis.bytesRead)) <= 1 << 17, "its ends alone");
    await page.click("#dossier-sample");
    await see(page, "#verdict >> text=Hồ sơ hợp lệ");
    assert.equal(await page.locator("#dossier-note .bad").count(), 0);
    // Beside its field a dropped file does nothing either.
    const taken = await page.evaluate(() => !document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: new DataTransfer(), bubbles: true, cancelable: true })));
    assert.ok(taken, "the browser does not open it");
  }));

test("Back leads from a product set to the choice, beside the portal's own views", () =>
  onPage("/", async (page) => {
    const set = () => page.evaluate(() => document.querySelector("ocop-score").sheet?.set ?? null);
    const is = async (number) => {
      await page.waitForFunction((n) => (document.querySelector("ocop-score").sheet?.set ?? null) === n, number);
      assert.equal(await set(), number);
    };
    await formReady(page);
    await page.locator('[data-set="13"]').click();
    await is(13);
    await page.getByRole("link", { name: "Hội đồng" }).click();
    await see(page, "#council-title");
    await page.goBack();
    await see(page, "#score-title");
    await is(13);
    await page.goBack();
    await is(null);
    await page.goForward();
    await is(13);
    await page.goForward();
    await see(page, "#council-title");
  }));

test("the wrong file is told what it is and where it goes", async () => {
  const file = (name, buffer) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(buffer) });
  const say = async (page, input, note, list) => {
    for (const [content, pattern] of list) {
      await page.setInputFiles(input, file("tep.json", content));
      await page.waitForFunction(([selector, text]) => document.querySelector(selector)?.textContent.match(text), [`${note} .bad`, pattern.source]);
      assert.match(await text(page, note), /tep\.json/);
    }
  };
  await onPage("/ho-so", async (page) => {
    await say(page, "#dossier-file", "#dossier-note", [
      [strangers.word[0], /Đây là tệp Word\.[^]*minh chứng[^]*FORM-04/],
      [strangers.image[0], /Đây là ảnh[^]*FORM-04/],
      [strangers.package[0], /gói hồ sơ điện tử[^]*giải nén[^]*dossier\.json[^]*FORM-04/],
      [sheetText, /Đây là tệp phiếu chấm\. Hãy mở ở phần chấm điểm[^]*FORM-05/],
      [councilText, /Đây là tệp của hội đồng[^]*FORM-05/],
      ["", /Tệp này trống[^]*FORM-04/],
    ]);
    for (const content of [withBOM(dossierText), inUTF16(dossierText)]) {
      await page.setInputFiles("#dossier-file", file("ho-so.json", content));
      await see(page, "#verdict >> text=Hồ sơ hợp lệ");
      await page.setInputFiles("#dossier-file", file("ho-so.pdf", strangers.pdf[0]));
      await see(page, "#dossier-note >> text=Đây là tệp PDF");
      assert.equal(await page.locator("#verdict > *").count(), 0);
    }
  });
  await onPage("/hoi-dong", async (page) => {
    await say(page, "#sheet-files", "#council-note", [
      [strangers.spreadsheet[0], /Đây là bảng tính Excel\.[^]*Tự chấm[^]*FORM-04/],
      [dossierText, /Đây là tệp hồ sơ\.[^]*FORM-05/],
    ]);
    await page.setInputFiles("#sheet-files", [file("A.json", withBOM(sheetText)), file("B.docx", strangers.word[1]), file("C.json", inUTF16(sheetText))]);
    await members(page).nth(1).waitFor();
    assert.match(await text(page, "#council-note"), /Đã thêm 2 phiếu[^]*B\.docx[^]*Đây là tệp Word/);
    await page.setInputFiles("#sheet-files", file("hoi-dong.json", withBOM(councilText)));
    await members(page).nth(6).waitFor();
    // A link out of a page with a router is one too.
    await page.getByText("Dán liên kết hoặc mã phiếu").click();
    await page.fill("#pasted", `https://example.vn/#/bo/13?x=1&ocop=${vectorOf("examples/sheets/ca-phe-dak-lak.json")}&y=2#z`);
    await page.click("#add-pasted");
    await members(page).nth(7).waitFor();
  });
});

test("a dossier's claims open as a sheet", () =>
  onPage("/ho-so", async (page) => {
    await page.click("#dossier-sample");
    await page.getByRole("link", { name: "Mở thành phiếu ở mục Tự chấm" }).click();
    await page.waitForFunction(() => document.querySelector("ocop-score")?.result?.status === "classified");
    const [total, set] = await page.evaluate(() => [document.querySelector("ocop-score").result.total, document.querySelector("ocop-score").sheet.set]);
    assert.deepEqual([total, set], [command("score", "--json", "examples/dossiers/do-uong-lan-dau.json").total, dossier().product.set]);
  }));

test("a module that cannot be had is said, and can be tried again", () =>
  onPage(
    "/ho-so",
    async (page) => {
      await page.route("**/ocop-checks.wasm", (route) => route.abort());
      await page.click("#dossier-sample");
      await see(page, "#dossier-note >> text=MODULE-04");
      await page.unroute("**/ocop-checks.wasm");
      await page.getByRole("button", { name: "Thử lại" }).click();
      await see(page, "#verdict >> text=Hồ sơ hợp lệ");

      await page.route("**/ocop.wasm", (route) => route.fulfill({ body: "cut short", contentType: "application/wasm" }));
      await page.goto("/hoi-dong");
      await started(page);
      await see(page, "#council-note >> text=MODULE-05");
      await page.unroute("**/ocop.wasm");
      await page.getByRole("button", { name: "Thử lại" }).click();
      await page.click("#council-sample");
      await see(page, "#outcome table");
    },
    { expectErrors: true },
  ));

test("without storage a council works and says that it is not kept", () =>
  onPage(
    "/hoi-dong",
    async (page) => {
      await page.evaluate(() => (Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }));
      await page.click("#council-sample");
      await see(page, "#outcome table");
      assert.match(await text(page, "#council-note"), /Máy không cho lưu/);
    },
  ));

test("a damaged council on the device is kept aside, said, and can be had", async () => {
  const good = { members: [{ id: "a", chair: false, sheet }], gates: [], policy: {} };
  for (const kept of [
    "{đứt", "null", "3", "[]", '{"members":[null],"gates":[],"policy":{}}', '{"members":[{}],"gates":[],"policy":{}}', '{"members":{},"gates":[],"policy":{}}',
    JSON.stringify({ ...good, members: [{ ...good.members[0], sheet: null }] }), JSON.stringify({ ...good, members: [{ ...good.members[0], id: 3 }] }),
    JSON.stringify({ ...good, members: [{ ...good.members[0], sheet: { ...sheet, answers: [] } }] }), JSON.stringify({ ...good, members: [{ ...good.members[0], sheet: { ...sheet, gates: {} } }] }),
    JSON.stringify({ ...good, policy: null }), JSON.stringify({ ...good, policy: { quorum: {} } }), JSON.stringify({ ...good, gates: [1] }), JSON.stringify({ ...good, seats: {} }),
  ]) {
    await onPage("/", async (page) => {
      await page.evaluate((text) => localStorage.setItem("ocop-portal-council", text), kept);
      await page.goto("/hoi-dong");
      await started(page);
      await see(page, "#council-damaged .note");
      assert.match(await text(page, "#council-damaged"), /hội đồng đã lưu nhưng bị hỏng/);
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Tải nội dung đó về" }).click();
      assert.equal(readFileSync(await (await download).path(), "utf8"), kept);
      // The view works, and another visit still has what was kept.
      await page.click("#council-sample");
      await see(page, "#outcome table");
      await page.reload();
      await started(page);
      await see(page, "#outcome table");
      await see(page, "#council-damaged .note");
      await page.click("#language");
      await see(page, "#council-damaged >> text=is damaged");
      await page.getByRole("button", { name: "Remove it" }).click();
      assert.equal(await page.locator("#council-damaged .note").count(), 0);
      assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("kept"))), []);
    });
  }
  // What has the right shape but not the right content is said by the library.
  await onPage("/", async (page) => {
    await page.evaluate((text) => localStorage.setItem("ocop-portal-council", text), JSON.stringify({ ...good, members: [{ id: "a", chair: true, sheet: { edition: "qd26-2026", set: 99, answers: { constructor: "a" } } }], policy: { minima: "constructor" } }));
    await page.goto("/hoi-dong");
    await started(page);
    await see(page, "#outcome .problems");
    assert.equal(await members(page).count(), 1);
    assert.equal(await page.locator("#council-damaged .note").count(), 0);
  });
});

test("any name in a file is shown, and acts on nothing", async () => {
  const acting = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
  await onPage("/ho-so", async (page) => {
    const broken = dossier();
    broken.producer = { ...broken.producer, constructor: 1, toString: 1 };
    broken.report.claims = JSON.parse(JSON.stringify(broken.report.claims).replace("{", '{"__proto__":{},'));
    broken.product.name = "Trà\u202e\u001b[2J\nĐã đạt 5 sao";
    broken.evidence[0].id = "x\n- dòng giả\u2028";
    await page.setInputFiles("#dossier-file", json("a\u202egnp.json", broken));
    await see(page, "#verdict .problems");
    const seen = await page.evaluate(() => document.querySelector("#dossier").textContent);
    assert.doesNotMatch(seen, acting);
    for (const shown of ["a\\u202egnp.json", "Trà\\u202e\\u001b[2J\\u000aĐã đạt 5 sao", "/producer/constructor", "/producer/toString", "__proto__"]) assert.ok(seen.includes(shown), shown);
    await page.getByRole("button", { name: "Chép danh sách" }).click();
    await see(page, "text=Đã chép");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.doesNotMatch(copied, acting);
    assert.equal(copied.trimEnd().split("\n").length, await page.locator("#verdict .problems li").count(), "one line a problem");
    await page.click("#language");
    await see(page, "#verdict >> text=Errors to mend");
  });
  await onPage("/hoi-dong", async (page) => {
    await page.setInputFiles("#sheet-files", json("x\u202ey\u001b.json", { ...sheet, constructor: 1 }));
    await see(page, "#council-note .bad");
    assert.match(await text(page, "#council-note"), /“x\\u202ey\\u001b\.json”[^]*\/constructor/);
    assert.equal(await page.locator("#council-note bdi").count(), 1);
    for (const name of ["x\u202e.json", "y\u2066.json"]) await page.setInputFiles("#sheet-files", json(name, sheet));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    assert.doesNotMatch(await page.evaluate(() => document.querySelector("#council").textContent), acting);
    await page.click("#language");
    await see(page, "#outcome >> text=Outcome");
  });
});

test("works without a connection after the first visit", async () => {
  const own = await startPortal();
  let running = true;
  await onPage(
    "/",
    async (page, { context }) => {
      await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated", null, { timeout: 30_000 });
      await see(page, "#offline >> text=Đã lưu vào máy");
      await page.goto("/ho-so");
      await started(page);
      await page.click("#dossier-sample"); // the checks are kept once they were used
      await see(page, "#verdict >> text=Hồ sơ hợp lệ");

      await context.setOffline(true);
      await see(page, "#offline >> text=Đang không có mạng");
      await own.stop(); // setOffline alone does not hold a service worker back
      running = false;
      await page.goto("/");
      await started(page);
      await formReady(page);
      await page.evaluate((value) => (document.querySelector("ocop-score").sheet = value), sheet);
      await page.waitForFunction(() => document.querySelector("ocop-score").result?.total === 92);
      await page.reload();
      await started(page);
      await page.waitForFunction(() => document.querySelector("ocop-score").result?.total === 92);
      await page.goto("/hoi-dong");
      await started(page);
      await page.click("#take-form");
      await see(page, "#outcome >> text=4 sao");
      await page.goto("/ho-so");
      await started(page);
      await page.setInputFiles("#dossier-file", json("ho-so.json", dossier()));
      await see(page, "#verdict >> text=Hồ sơ hợp lệ");
    },
    { serviceWorkers: "allow", url: own.url },
  );
  if (running) await own.stop();
});

/**
 * A proxy before the portal that strips ETags and adds headers. What stands in
 * files takes the place of the portal's; lead(url) goes on with another portal.
 */
async function startProxy(t, headers = {}) {
  const files = new Map();
  let behind = portal.url;
  const server = createServer(async (request, response) => {
    const from = await fetch(new URL(request.url, behind));
    const content = Buffer.from(await from.arrayBuffer());
    const kept = Object.fromEntries([...from.headers].filter(([name]) => !["etag", "content-encoding", "content-length", "connection", "keep-alive"].includes(name)));
    response.writeHead(from.status, { ...kept, ...headers });
    response.end(files.get(request.url) ?? content);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${server.address().port}/`, files, lead: (url) => (behind = url) };
}

/** The portal of a next release, of which one file of the package is another. */
async function startNext(t) {
  const folder = mkdtempSync(join(tmpdir(), "ocop-next-"));
  for (const name of ["wasm/npm", "examples/council", "examples/dossiers"]) cpSync(join(root, name), join(folder, name), { recursive: true });
  cpSync(join(root, "go.mod"), join(folder, "go.mod"));
  appendFileSync(join(folder, "wasm/npm/element.js"), "\nglobalThis.ofTheNextRelease = true;\n");
  const next = await startPortal(folder);
  t.after(async () => {
    await next.stop();
    rmSync(folder, { recursive: true });
  });
  return next;
}

const npmFile = (name) => readFileSync(join(root, "wasm/npm", name), "utf8");
const isKept = (page, path) => page.evaluate(async (at) => Boolean(await caches.match(at)), path);
const installed = (page) => page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated", null, { timeout: 30_000 });

test("the device keeps a file by its content, behind a proxy that strips and swaps", async (t) => {
  const proxy = await startProxy(t);
  const words = packageFile("words/qd26-2026/en/all.json");
  const old = JSON.parse(npmFile("words/qd26-2026/en/all.json"));
  old.rubric = "0".repeat(64);
  await onPage(
    "/",
    async (page) => {
      await installed(page);
      assert.equal(await isKept(page, packageFile("words/qd26-2026/vi/all.json")), true, "without ETags too");
      await formReady(page);
      await page.evaluate((value) => (document.querySelector("ocop-score").sheet = value), sheet);
      await page.locator("ocop-score fieldset").first().waitFor();
      // Words of another release are shown by nobody and kept nowhere.
      proxy.files.set(words, JSON.stringify(old));
      await page.click("#language");
      await see(page, "ocop-score >> text=MODULE-11");
      assert.equal(await isKept(page, words), false);
      assert.doesNotMatch(await text(page, "ocop-score .form"), /Some materials/);
      // Another language's words under that address neither.
      proxy.files.set(words, npmFile("words/qd26-2026/vi/all.json"));
      await page.locator("ocop-score .notice button", { hasText: "Thử lại" }).click();
      await see(page, "ocop-score >> text=MODULE-11");
      assert.equal(await isKept(page, words), false);
      proxy.files.delete(words);
      await page.locator("ocop-score .notice button", { hasText: "Thử lại" }).click();
      await see(page, "ocop-score h2 >> text=Coffee");
      assert.equal(await isKept(page, words), true);
    },
    { serviceWorkers: "allow", url: proxy.url },
  );
  // A page whose own files are swapped is not kept at all.
  proxy.files.set(packageFile("words/qd26-2026/vi/all.json"), npmFile("words/qd26-2026/en/all.json"));
  await onPage(
    "/",
    async (page) => {
      const state = await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.register("/sw.js");
        const worker = registration.installing ?? registration.waiting ?? registration.active;
        while (!["redundant", "activated"].includes(worker.state)) await new Promise((resolve) => worker.addEventListener("statechange", resolve, { once: true }));
        return worker.state;
      });
      assert.equal(state, "redundant");
      assert.equal(await isKept(page, packageFile("words/qd26-2026/vi/all.json")), false);
    },
    { serviceWorkers: "allow", url: proxy.url, expectErrors: true },
  );
});

test("a new version is taken up in every tab, and the older one lasts until then", async (t) => {
  const proxy = await startProxy(t, { "cache-control": "no-store" }); // what the device has, the service worker keeps
  await onPage(
    "/",
    async (first, { context }) => {
      await installed(first);
      const second = await context.newPage();
      await second.goto("/");
      await started(second);
      proxy.lead((await startNext(t)).url);
      await first.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
      const use = "#offline button";
      for (const page of [first, second]) await see(page, use, { timeout: 30_000 });
      for (const page of [first, second]) await page.evaluate(() => (globalThis.before = true));
      const isNew = (page) => page.waitForFunction(() => !globalThis.before && document.readyState === "complete" && globalThis.ofTheNextRelease);
      await first.click(use);
      await isNew(first);
      assert.equal(await second.evaluate(() => globalThis.before), true, "what is open elsewhere is not reloaded unasked");
      await second.getByRole("link", { name: "Hội đồng", exact: true }).click();
      await started(second);
      assert.equal(await second.locator("#trouble .bad").count(), 0, "views that it had not shown yet come from what is kept");
      assert.equal(await second.evaluate(() => globalThis.ofTheNextRelease), undefined, "of one version");
      await second.goto("/");
      await isNew(second);
      for (const page of [first, second]) assert.equal(await page.locator(use).count(), 0);
    },
    { serviceWorkers: "allow", url: proxy.url },
  );
});

test("each page asks at once for all that it needs, once, and hints at nothing else", async () => {
  for (const path of ["/", "/hoi-dong", "/ho-so"]) {
    const context = await browser.newContext({ baseURL: portal.url, serviceWorkers: "block" });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    const asked = [];
    const complaints = [];
    devtools.on("Network.requestWillBeSent", ({ request, initiator }) => asked.push({ at: new URL(request.url).pathname, by: initiator.type }));
    page.on("console", (message) => /preload.*not used|mismatch/.test(message.text()) && complaints.push(message.text()));
    await page.goto(path, { waitUntil: "load" });
    await started(page);
    if (path === "/") await page.waitForFunction(() => document.querySelector("ocop-score").ocop);
    await page.waitForTimeout(4000); // until Chromium has told of hints that nothing took up
    await context.close();
    assert.deepEqual(complaints, []);
    const paths = asked.map(({ at }) => at).filter((at) => !at.endsWith("icon.svg"));
    assert.deepEqual(paths, [...new Set(paths)], "nothing twice");
    assert.deepEqual(asked.filter(({ by }) => by !== "parser" && by !== "other"), [], "nothing that was not hinted at");
    for (const at of paths.slice(1)) assert.match(at, /^\/(ocop|static)\/[0-9a-f]{16}\/|^\/portal\.webmanifest$/);
  }
});

test("axe finds nothing, and nothing scrolls sideways", async () => {
  const axe = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
  const broken = dossier();
  broken.producer.taxCode = "1";
  for (const [width, colorScheme] of [[320, "dark"], [360, "light"], [1280, "light"], [1280, "dark"]]) {
    await onPage(
      "/",
      async (page) => {
        const look = async (what) => {
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(over <= 0, `${what} at ${width}: ${over} px too wide`);
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => globalThis.axe.run());
          assert.deepEqual(violations.map((v) => `${what} ${width} ${colorScheme} ${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`), []);
        };
        await formReady(page);
        await look("Tự chấm");
        await page.goto("/hoi-dong");
        await started(page);
        await see(page, "#outcome-body p");
        await look("Hội đồng, empty");
        await page.click("#council-sample");
        await see(page, "#outcome table");
        for (const summary of await page.locator("#council summary").all()) await summary.click();
        await look("Hội đồng");
        await page.fill("#seats", "");
        await see(page, "#outcome .problems");
        await look("Hội đồng, problem");
        await page.goto("/ho-so");
        await started(page);
        await look("Kiểm tra hồ sơ, empty");
        await page.click("#dossier-sample");
        await see(page, "#verdict h2");
        await look("Kiểm tra hồ sơ, valid");
        await page.setInputFiles("#dossier-file", json("sai.json", broken));
        await see(page, "#verdict .bad");
        await look("Kiểm tra hồ sơ, broken");
        await page.click("#language");
        await see(page, "#verdict >> text=Errors to mend");
        await look("Check a dossier");
      },
      { viewport: { width, height: 740 }, colorScheme },
    );
  }
});

test("everything is reached by keyboard", () =>
  onPage("/hoi-dong", async (page) => {
    await see(page, "#outcome-body p");
    const reached = [];
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press("Tab");
      const name = await page.evaluate(() => {
        const at = document.activeElement;
        const shown = at.closest(".file") ?? at;
        return at === document.body ? "" : `${shown.textContent.trim() || at.id}`;
      });
      if (name === "") break;
      reached.push(name);
    }
    assert.deepEqual(reached, [
      "Đến nội dung chính", "Chấm điểm OCOP", "English", "Tự chấm", "Hội đồng", "Kiểm tra hồ sơ",
      "Thêm tệp phiếu", "Lấy phiếu ở mục Tự chấm", "Nạp ví dụ", "Dán liên kết hoặc mã phiếu", reached[10],
    ]);
    assert.match(reached[10], /^Quy chế của hội đồng/);
    await page.focus("#council-sample");
    await page.keyboard.press("Enter");
    await see(page, "#outcome table");
  }));

test("both languages say the same things, and the page uses them all", async () => {
  const folder = join(root, "examples/portal/static");
  const { texts } = await import(join(folder, "texts.js"));
  const names = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
  assert.deepEqual(Object.keys(texts.en), Object.keys(texts.vi));
  for (const key of Object.keys(texts.vi)) assert.deepEqual(names(texts.en[key]), names(texts.vi[key]), key);
  const scripts = readdirSync(folder).filter((name) => name.endsWith(".js") && name !== "texts.js").map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  for (const key of Object.keys(texts.vi)) assert.match(scripts, new RegExp(`"${key}"|status`), key);
  for (const [, key] of scripts.matchAll(/\bt\("(\w+)"/g)) assert.ok(key in texts.vi, key);
});
