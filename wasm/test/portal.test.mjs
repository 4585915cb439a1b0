// The example portal in a browser: its views, its security policy, and that
// it works without a connection. The portal is the Go program itself.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { findings } from "./axe.mjs";
import { fitted, item, itemsOf, zipOf } from "./bags.mjs";
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
async function onPage(path, work, { expectErrors = false, url = portal.url, from = browser, ...options } = {}) {
  const context = await from.newContext({ baseURL: url, serviceWorkers: "block", viewport: { width: 360, height: 740 }, ...options });
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
const withLevels = (levels) => ({ ...sheet, answers: { ...sheet.answers, ...levels } });

/** Waits until the form has taken its product set's words. */
async function formReady(page) {
  await page.waitForFunction(() => customElements.get("ocop-score") && document.querySelector("ocop-score").sheet !== undefined);
}

test("the views are pages of their own", () =>
  onPage("/", async (page) => {
    assert.equal(await page.title(), "Tự chấm · Chấm điểm OCOP");
    for (const [link, path, title] of [["Làm hồ sơ", "/lam-ho-so", "Làm hồ sơ"], ["Cơ quan", "/co-quan", "Cơ quan"], ["Hội đồng", "/hoi-dong", "Kết quả của hội đồng"], ["Kiểm tra hồ sơ", "/ho-so", "Kiểm tra hồ sơ"], ["Tự chấm", "/", "Tự chấm điểm sản phẩm"]]) {
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

test("nothing moves under a press once the council's controls take one", () =>
  onPage("/", async (page, { context }) => {
    await context.addInitScript(() => {
      globalThis.places = [];
      const look = () => {
        const label = document.querySelector("#sheet-files")?.closest("label");
        if (label && !label.closest("[inert], [hidden]")) globalThis.places.push(Math.round(label.getBoundingClientRect().top + scrollY));
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: 6 });
    await page.goto("/hoi-dong");
    await started(page);
    await page.waitForFunction(() => !["", "Đang tải…"].includes(document.querySelector("#outcome-body").textContent) && globalThis.places.length > 10);
    assert.equal(new Set(await page.evaluate(() => globalThis.places)).size, 1);
  }));

test("a council is put together from files, links, codes and the form", () =>
  onPage("/", async (page) => {
    await formReady(page);
    await page.evaluate((value) => (document.querySelector("ocop-score").sheet = value), sheet);
    await page.getByRole("link", { name: "Hội đồng" }).click();
    await page.click("#take-form");
    await see(page, "#members li");
    await page.setInputFiles("#sheet-files", [json("Sở Y tế.json", withLevels({ 1.2: "a" })), json("Sở Công Thương.json", withLevels({ 1.1: "a" }))]);
    await members(page).nth(2).waitFor();
    const vector = vectorOf("examples/sheets/ca-phe-dak-lak.json");
    const [fourth, fifth] = [vector.replace("/1.1:c/", "/1.1:b/"), vector.replace("/7:d/", "/7:c/")];
    assert.equal(new Set([vector, fourth, fifth]).size, 3);
    await page.getByText("Dán liên kết hoặc mã phiếu").click();
    await page.fill("#pasted", `${fourth}\n\nhttps://example.vn/cham-diem#ocop=${encodeURIComponent(fifth)}\nOCOP:qd26-2026/13/1.1:z\n`);
    await page.click("#add-pasted");
    await members(page).nth(4).waitFor();
    assert.match(await text(page, "#council-note"), /Đã thêm 2 phiếu[^]*VECTOR-0/);
    assert.equal(await page.inputValue("#pasted"), "OCOP:qd26-2026/13/1.1:z", "what could not be read stays to be mended");
    const names = await page.locator("#members input[type=text]").evaluateAll((all) => all.map((input) => input.value));
    assert.deepEqual(names, ["Thành viên 1", "Sở Y tế", "Sở Công Thương", "Thành viên 4", "Thành viên 5"]);
    assert.match(await text(page, "#outcome"), /4 sao[^]*5 thành viên/);

    await members(page).nth(4).getByRole("button", { name: "Bỏ phiếu của Thành viên 5" }).click();
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

test("who gave which level stands side by side, and what differs is said in words", () =>
  onPage("/hoi-dong", async (page) => {
    await page.click("#council-sample");
    await see(page, "#by-criterion table");
    const council = JSON.parse(example("council/hoi-dong-tinh.json"));
    const want = command("council", "--json", "examples/council/hoi-dong-tinh.json");
    const rows = await page.locator("#by-criterion tbody tr:not(.part, .sum)").evaluateAll((all) => all.map((row) => [row.cells[0].firstChild.textContent.split(" ")[0], ...[...row.cells].slice(1).map((cell) => cell.textContent)]));
    assert.deepEqual(rows.map(([code]) => code).sort(), Object.keys(council.members[0].answers).sort());
    const printed = (code) => ({ yes: "có", no: "không", none: "không đạt mức nào" })[code] ?? code;
    for (const [code, ...levels] of rows) assert.deepEqual(levels.map((said) => said.split(" ")[0]), council.members.map(({ answers }) => printed(answers[code])), code);
    const row = (code) => page.locator("#by-criterion tbody tr", { has: page.locator(`th:text-matches("^${code} ")`) });
    const cells = await row("1.5").locator("td").allInnerTexts();
    assert.match(cells[0].replace(/\s+/g, " "), /^d 3 điểm$/);
    assert.match(cells[3].replace(/\s+/g, " "), /^c 2 điểm ▼ thấp hơn$/);
    assert.match(await row("1.5").locator("th").innerText(), /nhiều nhất: d \(5 phiếu\)/);
    assert.match((await row("1.2").locator("td").allInnerTexts())[1].replace(/\s+/g, " "), /^c 2 điểm ▲ cao hơn$/);
    const [totals, average] = await page.locator("#by-criterion tfoot tr").evaluateAll((all) => all.map((one) => [...one.cells].slice(1).map((cell) => cell.textContent)));
    assert.deepEqual(totals, want.members.map(({ total }) => String(total)));
    assert.deepEqual(average, [`${want.sum} / ${want.count} = ${want.average.replace(".", ",")} điểm`]);
    // A screen reader hears each column by its member's name, and the keyboard moves the table.
    assert.deepEqual(await page.locator("#by-criterion thead th .name").evaluateAll((all) => all.map((one) => one.firstChild.textContent)), council.members.map(({ id }) => id));
    assert.equal(await page.getByRole("region", { name: "Ai chấm mức nào ở từng tiêu chí" }).getAttribute("tabindex"), "0");
    await page.getByLabel("Chỉ hiện tiêu chí chấm khác nhau").check();
    assert.equal(await page.locator("#by-criterion tbody tr:not(.part, .sum):visible").count(), want.disagreements.length);
    await members(page).nth(0).locator("input[type=text]").fill("Bà Lan");
    await see(page, "#by-criterion thead >> text=Bà Lan");
    assert.ok(await page.getByLabel("Chỉ hiện tiêu chí chấm khác nhau").isChecked(), "what is chosen to be seen stays");
  }));

test("a member's sheet is opened, corrected and replaced, told and taken back", () =>
  onPage("/hoi-dong", async (page) => {
    await page.click("#council-sample");
    await see(page, "#outcome table");
    const third = () => members(page).nth(2);
    const open = async () => {
      await third().getByRole("button", { name: "Mở phiếu của Sở Công Thương" }).click();
      await page.waitForFunction(() => document.querySelector("#member-sheet ocop-score")?.result);
    };
    await open();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Phiếu của Sở Công Thương");
    assert.deepEqual(await page.evaluate(() => document.querySelector("#member-sheet ocop-score").sheet.answers), JSON.parse(example("council/hoi-dong-tinh.json")).members[2].answers);
    await page.locator('#member-sheet ocop-score input[value="b"][name="answer-1.1"]').check({ force: true });
    await page.reload(); // what is half corrected is still there
    await started(page);
    await page.waitForFunction(() => document.querySelector("#member-sheet ocop-score")?.result?.total === 94);
    await page.getByRole("button", { name: "Ghi thay đổi" }).first().click();
    await see(page, "#council-note >> text=Đã sửa phiếu của Sở Công Thương: 1.1 từ c (3 điểm) thành b (2 điểm).");
    assert.match(await third().innerText(), /94 điểm/);
    await page.keyboard.press("Enter"); // Undo has the focus
    await page.waitForFunction(() => document.querySelectorAll("#members li")[2].textContent.includes("95 điểm"));
    await open();
    await page.getByRole("button", { name: "Ghi thay đổi" }).last().click();
    await see(page, "#council-note >> text=không có gì thay đổi");
    await third().locator("input[type=file]").setInputFiles(json("sửa.json", sheet));
    await see(page, "#council-note >> text=Đã thay phiếu của Sở Công Thương: ");
    assert.match(await third().innerText(), /92 điểm/);
    await third().locator("input[type=file]").setInputFiles(json("sai.json", { ...sheet, answers: { "1.1": "z" } }));
    await see(page, "#council-note >> text=SHEET-03");
    assert.match(await third().innerText(), /92 điểm/);
    await third().locator("input[type=file]").setInputFiles({ name: "phiếu.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n") });
    await see(page, "#council-note >> text=/“phiếu\\.pdf”[^]*PDF/");
    assert.match(await third().innerText(), /92 điểm/);
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("ocop-portal-member"))), [], "the form itself keeps nothing");
  }));

test("the same sheet twice is asked about, and nothing is taken or dropped in silence", () =>
  onPage("/hoi-dong", async (page) => {
    const other = withLevels({ 1.1: "a" });
    const add = (...files) => page.setInputFiles("#sheet-files", files.map(([name, content]) => json(name, content)));
    const names = () => page.locator("#members input[type=text]").evaluateAll((all) => all.map((input) => input.value));
    const asks = page.locator(".ask");
    await add(["Sở Y tế.json", sheet], ["Sở Công Thương.json", other]);
    await members(page).nth(1).waitFor();
    await add(["Sở Y tế.json", sheet], ["bản sao.json", sheet], ["SỞ  y tế.json", withLevels({ 1.1: "b" })]);
    await asks.nth(2).waitFor();
    assert.match(await text(page, "#council-note"), /3 phiếu trông giống phiếu đã có/);
    assert.deepEqual(await names(), ["Sở Y tế", "Sở Công Thương"]);
    assert.match(await asks.nth(0).innerText(), /Phiếu này của Sở Y tế đã có rồi/);
    assert.match(await asks.nth(1).innerText(), /“bản sao” giống hệt phiếu của Sở Y tế/);
    assert.match(await asks.nth(2).innerText(), /Đã có phiếu của Sở Y tế\. Phiếu mới cùng tên, khác ở: 1\.1 từ c \(3 điểm\) thành b \(2 điểm\)/);
    await page.reload(); // the questions stay until they are answered
    await started(page);
    await asks.nth(2).waitFor();
    await asks.nth(0).getByRole("button", { name: "Không lấy" }).click();
    await see(page, "#council-note >> text=Không lấy phiếu “Sở Y tế”");
    await asks.nth(2).waitFor({ state: "detached" });
    await asks.nth(0).getByRole("button", { name: "Thêm thành phiếu riêng" }).click();
    await members(page).nth(2).waitFor();
    await asks.nth(1).waitFor({ state: "detached" });
    await asks.nth(0).getByRole("button", { name: "Thay phiếu cũ" }).click();
    await see(page, "#council-note >> text=Đã thay phiếu của Sở Y tế: 1.1 từ c");
    assert.equal(await asks.count(), 0);
    assert.deepEqual(await names(), ["Sở Y tế", "Sở Công Thương", "bản sao"]);
    await page.keyboard.press("Enter"); // Undo brings the question back
    await asks.nth(0).waitFor();
    await members(page).nth(2).locator("input[type=text]").fill("sở y tế ");
    await see(page, "#members >> text=Trùng tên với Sở Y tế: có phải cùng một người?");
    const council = { edition: sheet.edition, set: 13, members: [["A", sheet], ["B", other], ["C", sheet]].map(([id, { answers }]) => ({ id, answers })) };
    await add(["hoi-dong.json", council]);
    await see(page, "#council-note >> text=giống hệt nhau, hãy kiểm tra: A = C.");
  }));

/** Prints through a page's own print, and gives what stood on the paper: its text and its tables. */
async function printed(page, press) {
  await page.evaluate(() => {
    delete globalThis.paper;
    globalThis.print = () => {
      const { shadowRoot } = document.querySelector("[data-ocop-prints]");
      globalThis.paper = { text: shadowRoot.textContent, tables: [...shadowRoot.querySelectorAll("table")].map((table) => [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent))) };
      dispatchEvent(new Event("afterprint"));
    };
  });
  await press();
  return (await page.waitForFunction(() => globalThis.paper)).jsonValue();
}

/** Types what is scored, once for the council. */
async function typeProduct(page, about) {
  await page.getByRole("heading", { name: "Sản phẩm được chấm" }).click();
  for (const [name, value] of Object.entries(about)) await page.fill(`#about-${name}`, value);
}

const coffee = { product: "Cà phê rang xay Đắk Mil", producer: "HTX Nông nghiệp Thuận An", address: "Xã Thuận An, tỉnh Lâm Đồng", date: "2026-11-26" };
const printMinutes = (page) => page.locator("#minutes").getByRole("button", { name: "In", exact: true }).click();

test("product, producer and day are typed once: on the page, in the minutes and in files' names", () =>
  onPage("/hoi-dong", async (page) => {
    await typeProduct(page, coffee);
    await page.click("#council-sample");
    await see(page, "#outcome >> text=Cà phê rang xay Đắk Mil");
    assert.match(await text(page, "#outcome .about"), /HTX Nông nghiệp Thuận An · Xã Thuận An, tỉnh Lâm Đồng · họp ngày 26\/11\/2026/);
    await page.reload();
    await started(page);
    await see(page, "#minutes button");
    assert.match(await text(page, "#about-words"), /Cà phê rang xay Đắk Mil/);
    const paper = await printed(page, () => printMinutes(page));
    for (const value of [coffee.product, coffee.producer, coffee.address, "26/11/2026"]) assert.ok(paper.text.includes(value), value);
    const named = async (press) => {
      const [file] = await Promise.all([page.waitForEvent("download"), press()]);
      return file.suggestedFilename();
    };
    const plain = "ca-phe-rang-xay-dak-mil-bo-13-2026-11-26";
    assert.equal(await named(() => page.click("#save-council")), `hoi-dong-${plain}.json`);
    assert.equal(await named(() => page.click("#minutes >> text=Tải tệp Word")), `bien-ban-${plain}.docx`);
    assert.equal(await named(() => page.click("#minutes >> text=Tải tệp HTML")), `bien-ban-${plain}.html`);
    await page.getByRole("heading", { name: "Sản phẩm được chấm" }).click();
    await page.fill("#about-product", "../../<b>\u202e");
    await see(page, "#outcome .about");
    assert.equal(await named(() => page.click("#save-council")), "hoi-dong-b-bo-13-2026-11-26.json");
    await page.click("#clear-council");
    await see(page, "#no-members");
    assert.equal(await page.inputValue("#about-product"), "");
  }));

test("members' sheets say whose they are, and the council's file what was typed", () =>
  onPage("/hoi-dong", async (page) => {
    const about = { product: coffee.product, producer: coffee.producer, address: coffee.address, assessor: "Trần Văn Minh" };
    const noted = { ...sheet, about, notes: { 1.1: "hợp đồng 2025" }, evidence: { 1.1: ["quality-declaration"] } };
    await page.setInputFiles("#sheet-files", [json("phieu-1.json", noted), json("phieu-2.json", withLevels({ 1.1: "a" }))]);
    await members(page).nth(1).waitFor();
    assert.deepEqual(await page.locator("#members input[type=text]").evaluateAll((all) => all.map((input) => input.value)), ["Trần Văn Minh", "phieu-2"]);
    assert.equal(await page.inputValue("#about-product"), coffee.product);
    await page.getByRole("heading", { name: "Sản phẩm được chấm" }).click();
    await page.fill("#about-date", coffee.date);
    await members(page).nth(0).getByLabel("Chủ tịch").check();
    const [file] = await Promise.all([page.waitForEvent("download"), page.click("#save-council")]);
    const path = await file.path();
    const saved = JSON.parse(readFileSync(path));
    assert.deepEqual(saved.about, { product: coffee.product, producer: coffee.producer, address: coffee.address, day: coffee.date });
    assert.deepEqual(saved.members[0], { id: "Trần Văn Minh", chair: true, ...noted });
    const minutes = JSON.stringify(command("paper", "minutes", "--format", "json", path));
    for (const value of [coffee.product, coffee.producer, "26/11/2026", "Trần Văn Minh"]) assert.ok(minutes.includes(value), value);
    // The file opens with all that is in it, in place of what was typed.
    await page.click("#clear-council");
    await page.fill("#about-product", "khác");
    await page.setInputFiles("#sheet-files", json("hoi-dong.json", saved));
    await members(page).nth(1).waitFor();
    assert.equal(await page.inputValue("#about-product"), coffee.product);
    assert.equal(await page.inputValue("#about-date"), coffee.date);
  }));

/** Sheets of a council: the example's, with a few levels moved by a small generator with a seed. */
function nineSheets(seed) {
  let state = seed;
  const random = (n) => (state = (state * 1103515245 + 12345) % 2 ** 31, Math.floor((state / 2 ** 31) * n));
  const names = ["Lãnh đạo UBND tỉnh", "Sở Nông nghiệp và Môi trường", "Sở Công Thương", "Sở Y tế", "Sở Khoa học và Công nghệ", "Sở Văn hóa, Thể thao và Du lịch", "Chi cục Phát triển nông thôn", "Hiệp hội Cà phê", "Chuyên gia được mời"];
  return names.map((name) => {
    const answers = { ...sheet.answers };
    for (let moved = 0; moved < 3; moved++) {
      const letters = Object.keys(answers).filter((code) => /^[b-e]$/.test(answers[code]));
      const code = letters[random(letters.length)];
      answers[code] = String.fromCharCode(answers[code].charCodeAt(0) - 1);
    }
    return { name, sheet: { ...sheet, answers } };
  });
}

test("nine members on one product, from nine files to printed minutes, as a secretary does it", () =>
  onPage("/hoi-dong", async (page) => {
    const nine = nineSheets(2026);
    assert.equal(new Set(nine.map((one) => JSON.stringify(one.sheet.answers))).size, 9);
    // What is scored, and by which rules.
    await typeProduct(page, coffee);
    await page.getByRole("heading", { name: "Quy chế của hội đồng" }).click();
    await page.fill("#about-rules", "1234/QĐ-UBND");
    await page.fill("#about-rulesDate", "2026-07-01");
    await page.click("#usual-policy");
    await page.fill("#seats", "9");
    // The nine files at once; one of them twice.
    await page.setInputFiles("#sheet-files", [...nine.map(({ name, sheet: one }) => json(`${name}.json`, one)), json("Sở Y tế.json", nine[3].sheet)]);
    await members(page).nth(8).waitFor();
    await page.locator(".ask").getByRole("button", { name: "Không lấy" }).click();
    await page.locator(".ask").waitFor({ state: "detached" });
    await members(page).nth(0).getByLabel("Chủ tịch").check();
    // One sends a corrected sheet after the discussion.
    const last = { ...nine[8].sheet, answers: { ...nine[8].sheet.answers, 1.1: "a" } };
    await members(page).nth(8).locator("input[type=file]").setInputFiles(json("Chuyên gia được mời (sửa).json", last));
    await see(page, "#council-note >> text=Đã thay phiếu của Chuyên gia được mời");
    const [file] = await Promise.all([page.waitForEvent("download"), page.click("#save-council")]);
    const saved = JSON.parse(readFileSync(await file.path()));
    assert.deepEqual(saved.members, [...nine.slice(0, 8), { name: nine[8].name, sheet: last }].map(({ name, sheet: { edition, set, answers } }, i) => ({ id: name, ...(i === 0 && { chair: true }), edition, set, answers })));
    const want = command("council", "--json", await file.path());
    assert.equal(want.status, "classified");
    assert.equal((await text(page, "#outcome .headline")).replace(/\s+/, " "), `${"★".repeat(want.star)}${"☆".repeat(5 - want.star)} ${want.star} sao`);
    const paper = await printed(page, () => printMinutes(page));
    const [totals, byCriterion] = paper.tables;
    assert.deepEqual(totals.slice(1).map((row) => row.slice(0, 6)), want.members.map(({ id, chair, parts: { A, B, C }, total }, i) => [String(i + 1), id + (chair ? " (chủ tịch)" : ""), ...[A, B, C, total].map(String)]));
    const criteria = byCriterion.slice(1).filter((row) => row.length > 1);
    assert.equal(criteria.length, Object.keys(sheet.answers).length);
    want.members.forEach(({ total }, i) => assert.equal(criteria.reduce((sum, row) => sum + Number(row[i + 2]), 0), total));
    assert.ok(paper.text.includes(`${want.sum} / ${want.count} = ${want.average.replace(".", ",")}`));
    for (const value of [coffee.product, coffee.producer, coffee.address, "26/11/2026", "1234/QĐ-UBND ngày 1/7/2026", "Có mặt 9 trên 9 thành viên"]) assert.ok(paper.text.includes(value), value);
  }));

test("members score in turn on one device and see nothing of each other", () =>
  onPage("/hoi-dong", async (page) => {
    const [first, ...rest] = nineSheets(7).slice(0, 3);
    await page.setInputFiles("#sheet-files", json(`${first.name}.json`, first.sheet));
    await members(page).nth(0).waitFor();
    const total = /(\d+) điểm/.exec(await members(page).nth(0).innerText())[0];
    const showsNothing = async () => {
      const held = await page.evaluate(() => {
        const inside = (root) => [...root.querySelectorAll("*")].flatMap((node) => [node.value, ...(node.shadowRoot ? inside(node.shadowRoot) : [])]);
        const council = document.querySelector("#council");
        return [council.textContent, ...inside(council)].join("\n");
      });
      assert.ok(!held.includes(first.name) && !held.includes(total), "nothing of another's, hidden neither");
      for (const one of rest) assert.ok(!held.includes(one.name));
    };
    await page.click("#take-turns");
    await see(page, "text=Mời thành viên tiếp theo");
    await showsNothing();
    await page.fill("#turn-name", first.name.toUpperCase());
    await page.keyboard.press("Enter");
    await see(page, "#member-sheet >> text=Tên này đã có phiếu");
    for (const { name, sheet: given } of rest) {
      await page.fill("#turn-name", name);
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelector("#member-sheet ocop-score")?.result);
      assert.deepEqual(await page.evaluate(() => document.querySelector("#member-sheet ocop-score").sheet.answers), {}, "blank");
      await page.getByRole("button", { name: "Xong" }).first().click();
      await see(page, "#member-sheet >> text=Chưa chấm tiêu chí nào");
      await page.locator('#member-sheet ocop-score input[value="a"][name="answer-1.1"]').check({ force: true });
      await page.getByRole("button", { name: "Xong" }).last().click();
      await see(page, "#member-sheet >> text=/Còn \\d+ tiêu chí chưa chấm\\. *Vẫn nộp/");
      await page.reload(); // the member goes on
      await started(page);
      await page.waitForFunction(() => document.querySelector("#member-sheet ocop-score")?.result?.total > 0);
      await page.evaluate((value) => {
        const form = document.querySelector("#member-sheet ocop-score");
        form.sheet = value;
      }, given);
      await page.waitForFunction(() => document.querySelector("#member-sheet ocop-score").result.status === "classified");
      await page.getByRole("button", { name: "Xong" }).last().click();
      await see(page, "#member-sheet >> text=Đã nhận phiếu");
      assert.equal(await page.locator("#member-sheet ocop-score").count(), 0);
      assert.equal(await page.inputValue("#turn-name"), "");
      await showsNothing();
      await page.reload();
      await started(page);
      await see(page, "#turn-name");
      await page.click("#language");
      await see(page, "#member-sheet >> text=Next member");
      await showsNothing();
      await page.click("#language");
    }
    await page.getByText("Dành cho thư ký").click();
    await page.getByRole("button", { name: "Kết thúc và xem kết quả" }).click();
    await members(page).nth(2).waitFor();
    assert.deepEqual(await page.locator("#members input[type=text]").evaluateAll((all) => all.map((input) => input.value)), [first, ...rest].map(({ name }) => name));
    await see(page, "#by-criterion table");
  }));

test("two windows go on with one council", () =>
  onPage("/hoi-dong", async (page, { context }) => {
    const other = await context.newPage();
    await other.goto("/hoi-dong");
    await started(other);
    await page.setInputFiles("#sheet-files", json("Sở Y tế.json", sheet));
    await members(other).nth(0).waitFor();
    await other.setInputFiles("#sheet-files", json("Sở Công Thương.json", withLevels({ 1.1: "a" })));
    await members(page).nth(1).waitFor();
    await page.reload();
    await started(page);
    await members(page).nth(1).waitFor();
  }));

test("the policy is said to be the council's rules as issued", () =>
  onPage("/hoi-dong", async (page) => {
    assert.match(await text(page, "#policy-words"), /^Theo Quy chế của Hội đồng đã ban hành \(Điều 7\.3\.b; chưa ghi số\): chưa có/);
    await page.getByRole("heading", { name: "Quy chế của hội đồng" }).click();
    assert.match(await text(page, "#policy"), /Quyết định 26\/2026\/QĐ-TTg không ấn định các mức này[^]*Điều 7\.3\.b[^]*Điều 7\.4\.b[^]*đã ban hành/);
    await page.click("#usual-policy");
    assert.match(await text(page, "#usual-said"), /không phải theo luật/);
    await page.fill("#about-rules", "1234/QĐ-UBND");
    await page.fill("#about-rulesDate", "2026-07-01");
    await page.fill("#seats", "9");
    assert.match(await text(page, "#policy-words"), /^Theo Quy chế ban hành kèm Quyết định số 1234\/QĐ-UBND ngày 1\/7\/2026: 9 thành viên; có mặt ít nhất 3\/4/);
    await page.reload();
    await started(page);
    assert.match(await text(page, "#policy-words"), /1234\/QĐ-UBND/);
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
    assert.match(await check(json("cut.json", '{"edition": ')), /JSON-01/);
    assert.match(await check(json("hai.json", example("dossiers/do-uong-lan-dau.json").toString().replace("{", '{"edition":"qd26-2026",'))), /JSON-06 · \/edition/);
  }));

/** A dossier's package: what is false in it is changed among its files before they are packed. */
function packageOf(change = () => {}) {
  const { dossier, files } = fitted("thuc-pham-lan-dau.json");
  const items = itemsOf(dossier, files);
  change(items);
  return zipOf(items);
}

const zip = (name, buffer) => ({ name, mimeType: "application/zip", buffer });

test("a package is opened, its dossier checked, and its files compared with it", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "ocop-package-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const { dossier: whole, files } = fitted("thuc-pham-lan-dau.json");
  const isEvidence = ({ name }) => name.startsWith("data/evidence/");
  await onPage("/ho-so", async (page, { asked }) => {
    const check = async (name, buffer) => {
      await page.setInputFiles("#dossier-file", zip(name, buffer));
      await see(page, `#verdict >> text=${name}`);
      return text(page, "#verdict");
    };
    const good = await check("dung.zip", packageOf());
    assert.match(good, new RegExp(`^Gói hồ sơ hợp lệ[^]*Đủ ${files.size} tệp minh chứng \\([\\d,]+ KB\\), đúng dung lượng và mã SHA-256[^]*Kết quả chủ thể tự đánh giá[^]*Giấy tờ của hồ sơ`));
    assert.deepEqual(await page.locator(".files bdi").evaluateAll((all) => all.map((one) => one.textContent)), [...files.keys()]);
    await page.click("#language");
    await see(page, "#verdict >> text=The package is valid");
    await page.click("#language");
    await see(page, "#verdict >> text=Gói hồ sơ hợp lệ");

    // The same problems as the command tells, in the same order.
    const wrong = {
      "thieu.zip": packageOf((items) => items.splice(items.findIndex(isEvidence), 1)),
      "thua.zip": packageOf((items) => items.push(item("data/evidence/la.pdf", "x"))),
      "sua.zip": packageOf((items) => (items.find(isEvidence).text = Buffer.from(items.find(isEvidence).text).fill(65, 0, 1))),
      "co.zip": packageOf((items) => (items.find(isEvidence).text = Buffer.from("ngắn"))),
      "cut.zip": packageOf().subarray(0, -40),
    };
    for (const [name, bytes] of Object.entries(wrong)) {
      writeFileSync(join(folder, name), bytes);
      const { stdout } = spawnSync("go", ["run", "./ocop/cmd/ocop", "validate", "--json", join(folder, name)], { cwd: root });
      const { problems } = JSON.parse(stdout);
      assert.match(await check(name, bytes), new RegExp(`^Gói hồ sơ còn ${problems.length} lỗi phải sửa`), name);
      const seen = await page.locator("#verdict .problems li").evaluateAll((all) => all.map((one) => [one.querySelector("span").textContent, one.querySelector("code").textContent]));
      assert.deepEqual(seen, problems.map(({ code, path, message }) => [message.vi, path ? `${code} · ${path}` : code]), name);
    }
    assert.match(await check("sua.zip", wrong["sua.zip"]), new RegExp(`Tài liệu minh chứng › mục 2 \\(${whole.evidence[1].id}\\)[^]*PACK-23[^]*Giấy tờ của hồ sơ`), "in the dossier's words, with its papers");
    assert.match(await check("cut.zip", wrong["cut.zip"]), /Gói hồ sơ\s+Tệp ZIP bị cụt/);
    assert.equal(await page.locator(".papers").count(), 0, "no dossier is known");
    const faulty = { ...whole, producer: { ...whole.producer, taxCode: "0100109107" } };
    assert.match(await check("loi.zip", zipOf(itemsOf(faulty, files))), /Chủ thể › Mã số thuế[^]*DOSSIER-14/);
    assert.match(await text(page, "#verdict"), /chưa đối chiếu được các tệp minh chứng/);
    assert.equal(asked.filter((address) => address.endsWith("/pack.js")).length, 1);

    // A later file overtakes a large package that is still being read, as from a slow card.
    await page.evaluate(() => {
      const { slice } = Blob.prototype;
      globalThis.reads = 0;
      Blob.prototype.slice = function (...where) {
        globalThis.reads++;
        const part = slice.apply(this, where);
        part.arrayBuffer = async () => {
          await new Promise((read) => setTimeout(read, 50));
          return Blob.prototype.arrayBuffer.call(part);
        };
        return part;
      };
    });
    const large = join(folder, "lon.zip");
    writeFileSync(large, packageOf((items) => Object.assign(items.find(isEvidence), { text: Buffer.alloc(40 << 20) })));
    await page.setInputFiles("#dossier-file", large);
    await see(page, "#dossier-note progress");
    await page.click("#dossier-sample");
    await see(page, "#verdict >> text=ho-so.json");
    const reads = await page.evaluate(() => globalThis.reads);
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => globalThis.reads), reads, "the package is left alone");
    assert.match(await text(page, "#verdict h2"), /^Hồ sơ hợp lệ/);
  });
});

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
    assert.ok((await page.evaluate(() => globalThis.bytesRead)) <= 2 << 17, "its ends alone");
    await drop((1 << 20) + 1);
    assert.ok((await page.evaluate(() => globalThis.bytesRead)) <= 2 << 17, "its ends alone");
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
      [strangers.archive[0], /tệp nén[^]*giải nén[^]*gói hồ sơ \(\.zip\)[^]*FORM-04/],
      [sheetText, /Đây là tệp phiếu chấm\. Hãy mở ở phần chấm điểm[^]*FORM-05/],
      [councilText, /Đây là tệp của hội đồng[^]*FORM-05/],
      ["", /Tệp này trống[^]*FORM-04/],
      ["xin chào", /Đây là tệp chữ[^]*FORM-04/],
      [strangers.unknown[0], /Không nhận ra đây là loại tệp gì[^]*FORM-04/],
    ]);
    for (const content of [withBOM(dossierText), inUTF16(dossierText), Buffer.from(dossierText, "utf16le").swap16()]) {
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
    const otherText = JSON.stringify({ ...JSON.parse(sheetText), answers: { ...JSON.parse(sheetText).answers, 1.1: "a" } });
    await page.setInputFiles("#sheet-files", [file("A.json", withBOM(sheetText)), file("B.docx", strangers.word[1]), file("C.json", inUTF16(otherText))]);
    await see(page, "#council-note >> text=Đã thêm 2 phiếu");
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

const making = (page) => page.evaluate(() => document.querySelector("#make ocop-dossier").dossier);
const atOffice = (page) => page.evaluate(() => document.querySelector("#office ocop-dossier").dossier);
const goTo = (page, view) => page.getByRole("navigation").getByRole("link", { name: view, exact: true }).click();
const kept = (page, view) => page.locator(`#${view} [data-dossier]`);

test("the form of dossiers comes when one of its views is first shown, and its modules once", () =>
  onPage("/", async (page, { asked }) => {
    await formReady(page);
    await page.waitForFunction(() => document.querySelector("ocop-score").ocop);
    const times = (name) => asked.filter((address) => address.endsWith(name)).length;
    const all = () => ["/dossier.json", "/places.json", "/ocop-checks.wasm", "/ocop.wasm"].map(times);
    assert.deepEqual(all(), [0, 0, 0, 1]);
    await goTo(page, "Làm hồ sơ");
    await formTakesFiles(page, "make");
    await goTo(page, "Cơ quan");
    await formTakesFiles(page, "office");
    await goTo(page, "Kiểm tra hồ sơ");
    await page.click("#dossier-sample");
    await see(page, "#verdict h2");
    assert.deepEqual(all(), [1, 0, 1, 1]);
    assert.equal(await page.evaluate(() => new Set([...document.querySelectorAll("ocop-score, ocop-dossier")].map((form) => form.ocop)).size), 1);
  }));

test("what one form has loaded is there for the others, whichever is first", () =>
  onPage("/co-quan", async (page, { asked }) => {
    await formTakesFiles(page, "office");
    for (const view of ["Tự chấm", "Hội đồng", "Làm hồ sơ"]) {
      await goTo(page, view);
      await started(page);
    }
    await formReady(page);
    await formTakesFiles(page, "make");
    assert.equal(asked.filter((address) => /\/ocop(-checks)?\.wasm$/.test(address)).length, 2);
  }));

test("a dossier begins with the self-assessment, beside those that are there", () =>
  onPage("/", async (page) => {
    await formReady(page);
    const offer = page.locator("#make-of-sheet");
    assert.equal(await offer.isVisible(), false, "nothing was scored yet");
    const scored = { ...sheet, notes: { 1.1: "Sổ thu mua" }, about: { product: "Cà phê Ea Tul", producer: "HTX Ea Tul", address: "xã Ea Tul" } };
    const make = async (given) => {
      await page.evaluate((value) => (document.querySelector("ocop-score").sheet = value), given);
      await offer.click();
      await page.locator('#make [data-choice="first"]').click();
      await page.waitForFunction((name) => document.querySelector("#make ocop-dossier")?.dossier?.product.name === name, given.about.product);
      assert.equal(await text(page, "#make-note"), "");
      return making(page);
    };
    const { product, producer, report } = await make(scored);
    assert.deepEqual([product, producer], [{ name: "Cà phê Ea Tul", ...classOf(scored.set) }, { name: "HTX Ea Tul", address: "xã Ea Tul" }]);
    assert.deepEqual(Object.fromEntries(Object.entries(report.claims).map(([code, { option }]) => [code, option])), scored.answers);
    assert.equal(report.claims["1.1"].description, "Sổ thu mua");
    assert.equal(new URL(page.url()).pathname, "/lam-ho-so");
    assert.equal(await page.evaluate(() => document.activeElement.localName), "ocop-dossier");
    await goTo(page, "Tự chấm");
    await make({ ...scored, about: { product: "Cà phê thứ hai" } });
    await page.locator("#make #to-home").click();
    await kept(page, "make").nth(1).waitFor();
    assert.match(await page.locator("#make .dossiers").innerText(), /Cà phê thứ hai[^]*Cà phê Ea Tul/);
  }));

test("a view that does not come is said, and nothing else fails for it", () =>
  onPage("/", async (page) => {
    const thrown = [];
    page.on("pageerror", (error) => thrown.push(error.stack));
    await page.route("**/make.js", (route) => route.abort());
    await formReady(page);
    await page.evaluate((value) => (document.querySelector("ocop-score").sheet = value), sheet);
    await page.click("#make-of-sheet");
    await see(page, "#trouble .bad >> text=Chưa tải được phần này");
    assert.deepEqual(thrown, []);
  }, { expectErrors: true }));

/** The class of a product set, as an example dossier of it has it. */
function classOf(set) {
  const all = readdirSync(join(root, "examples/dossiers")).filter((name) => name.endsWith(".json")).map((name) => JSON.parse(example(`dossiers/${name}`)));
  const { sector, group, subgroup } = all.find(({ product }) => product.set === set).product;
  return { sector, group, ...(subgroup && { subgroup }), set };
}

test("a checked dossier is opened to be mended; what is at hand there stays", () =>
  onPage("/ho-so", async (page) => {
    const mend = async (file) => {
      await goTo(page, "Kiểm tra hồ sơ");
      await page.setInputFiles("#dossier-file", file);
      await see(page, `#verdict >> text=${file.name}`);
      await page.getByRole("button", { name: "Mở hồ sơ này để sửa" }).click();
    };
    const faulty = { ...dossier(), producer: { ...dossier().producer, taxCode: "1" } };
    await mend(json("sai.json", faulty));
    await page.waitForFunction(() => document.querySelector("#make ocop-dossier")?.dossier);
    assert.deepEqual(await making(page), faulty);
    await page.locator("#make #task-producer >> text=sai 1 chỗ").waitFor();
    const other = JSON.parse(example("dossiers/thuc-pham-lan-dau.json"));
    await mend(json("khac.json", other));
    await page.waitForFunction((name) => document.querySelector("#make ocop-dossier")?.dossier?.product.name === name, other.product.name);
    await mend(json("sai.json", faulty)); // which is there already
    await page.waitForFunction(() => document.querySelector("#make ocop-dossier").dossier?.producer.taxCode === "1");
    await page.locator("#make #to-home").click();
    await kept(page, "make").nth(1).waitFor();
    assert.equal(await kept(page, "make").count(), 2);

    // A package brings its evidence.
    await mend(zip("gói.zip", packageOf()));
    await page.waitForFunction(async (all) => (await document.querySelector("#make ocop-dossier").files()).length === all, fitted("thuc-pham-lan-dau.json").files.size);
    await mend(zip("thừa.zip", packageOf((items) => items.push(item("data/evidence/la.pdf", "x")))));
    await see(page, "#make-note >> text=chỉ mở phần hồ sơ");
    await mend(json("khong.json", "[]"));
    await see(page, "#make >> text=FORM-09");
  }));

/** What a producer hands in: nothing of an office's stands in it yet. */
function handedIn() {
  const { dossier: whole, files } = fitted("thuc-pham-lan-dau.json");
  for (const part of ["communeReport", "requests", "proposed", "council", "provinceProposal", "ministry", "decision", "inspections", "withdrawal"]) delete whole[part];
  for (const receipt of ["communeReceipt", "provinceReceipt"]) delete whole.registration[receipt];
  delete whole.product.code;
  return { dossier: whole, bytes: zipOf(itemsOf(whole, files)) };
}

/** The paths of what can be entered on the page of a task. */
const controls = (page) => page.evaluate(() => [...document.querySelector("#office ocop-dossier").shadowRoot.querySelectorAll(".entry :is(input, textarea, select)")].map((control) => control.closest("[data-path]")?.dataset.path));

for (const width of [360, 1280]) {
  test(`an office takes a package in at ${width} and notes the receipt`, () =>
    onPage("/co-quan", async (page) => {
      const { dossier: whole, bytes } = handedIn();
      await openIn(page, "office", zip("nop.zip", bytes));
      await page.locator("#office #task-receipt").click();
      await page.locator("#office").getByLabel("Phiếu số").fill("07/PTN-2026");
      await page.locator("#office").getByLabel("Người tiếp nhận").fill("Nguyễn Thị Bình");
      await page.waitForFunction(() => document.querySelector("#office ocop-dossier").dossier.registration.communeReceipt?.receiver === "Nguyễn Thị Bình");
      await page.locator("#office #to-list").click();
      for (const task of ["producer", "papers", "plan"]) {
        await page.locator(`#office #task-${task}`).click();
        await page.locator("#office .entry").waitFor();
        assert.deepEqual(await controls(page), [], `${task} is to be read`);
        await page.locator("#office #to-list").click();
      }
      await page.reload();
      await page.locator("#office .task").first().waitFor();
      const { registration: { communeReceipt, ...registration }, ...rest } = await atOffice(page);
      assert.deepEqual([communeReceipt, { ...rest, registration }], [{ number: "07/PTN-2026", receiver: "Nguyễn Thị Bình" }, whole], "the producer's own is as it was");

      // Which office it is, the device remembers.
      await page.selectOption("#office-choice", "council");
      await see(page, "#office >> text=Việc của thư ký Hội đồng");
      assert.equal(await page.locator("#office #task-form03").count(), 0);
      await page.reload();
      await see(page, "#office >> text=Việc của thư ký Hội đồng");
      assert.equal(await page.locator("#office-choice").inputValue(), "council");
    }, { viewport: { width, height: 740 } }));
}

test("a finished dossier is said, and handed on as a package", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "ocop-finish-"));
  t.after(() => rmSync(folder, { recursive: true }));
  await onPage("/lam-ho-so", async (page) => {
    await openIn(page, "make", zip("gói.zip", packageOf()));
    await page.locator("#make #task-finish").click();
    await page.locator("#make #finish").click();
    await see(page, "#make-note >> text=Hồ sơ đã đủ, không còn lỗi");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Hồ sơ đã đủ, không còn lỗi");
    await page.click("#language");
    await see(page, "#make-note >> text=The dossier is complete");
    await see(page, "#make >> text=Check and hand in");
    await page.click("#language");
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "Tải gói hồ sơ (ZIP)" }).click();
    const saved = join(folder, "ho-so.zip");
    await (await saving).saveAs(saved);
    assert.equal(command("validate", "--json", saved).valid, true);
    await see(page, "#make-note >> text=Đã đóng gói xong");

    // Once it is another, it is not finished any more.
    await page.locator("#make #to-list").click();
    await page.locator("#make #task-producer").click();
    await page.locator("#make #at-producer-name").fill("Hợp tác xã khác");
    await page.waitForFunction(() => document.querySelector("#make-note").textContent === "");
  });
});

test("a dossier is made by keyboard, and the office's choice too", () =>
  onPage("/lam-ho-so", async (page) => {
    await page.locator("#make #begin").waitFor();
    const at = () => page.evaluate(() => {
      const inside = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
      return inside?.id ?? "";
    });
    const tabTo = async (id) => {
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press("Tab");
        if ((await at()) === id) return;
      }
      assert.fail(`${id} is not reached`);
    };
    await page.focus("#make-title");
    await tabTo("begin");
    await page.keyboard.press("Enter");
    await page.locator("#make dialog[open]").waitFor();
    await page.keyboard.press("Tab"); // past what closes it
    await page.keyboard.press("Enter");
    await page.locator("#make .task").first().waitFor();
    await tabTo("task-producer");
    await page.keyboard.press("Enter");
    await tabTo("at-producer-name");
    await page.keyboard.type("HTX Bàn Phím");
    await page.waitForFunction(() => document.querySelector("#make ocop-dossier").dossier?.producer?.name === "HTX Bàn Phím");
    await goTo(page, "Cơ quan");
    await page.locator("#office #open").waitFor();
    await page.focus("#office-title");
    await tabTo("office-choice");
    await page.keyboard.press("ArrowDown");
    await see(page, "#office >> text=Hồ sơ trình Hội đồng");
    await tabTo("open");
  }));

test("a dossier goes on without a connection where it was left", async () => {
  const own = await startPortal();
  let running = true;
  await onPage(
    "/",
    async (page, { context }) => {
      await installed(page);
      for (const name of ["dossier.js", "words/qd26-2026/vi/dossier.json", "words/qd26-2026/places.json"]) assert.equal(await isKept(page, packageFile(name)), true, name);
      for (const name of ["ocop-checks.wasm", "vendor/pdf.js"]) assert.equal(await isKept(page, packageFile(name)), false, `${name} waits until a dossier is made`);
      await goTo(page, "Làm hồ sơ");
      await openIn(page, "make", zip("gói.zip", packageOf()));
      for (const name of ["ocop-checks.wasm", "vendor/pdf.js"]) await page.waitForFunction(async (at) => Boolean(await caches.match(at)), packageFile(name));
      await page.locator("#make #task-producer").click();
      await page.locator("#make #at-producer-name").fill("HTX giữa chừng");
      await page.waitForFunction(() => document.querySelector("#make ocop-dossier").dossier.producer.name === "HTX giữa chừng");

      await context.setOffline(true);
      await own.stop(); // setOffline alone does not hold a service worker back
      running = false;
      await page.reload();
      await page.locator("#make #at-producer-name").waitFor();
      assert.equal(await page.locator("#make #at-producer-name").inputValue(), "HTX giữa chừng", "on the page where it was left");
      await page.locator("#make #at-producer-taxCode").fill("1");
      await page.locator('#make [data-path="/producer/taxCode"] .problem').waitFor();
      assert.equal(await page.evaluate(async () => (await document.querySelector("#make ocop-dossier").files()).length), fitted("thuc-pham-lan-dau.json").files.size, "with its evidence");
      await page.goto("/co-quan");
      await page.locator("#office #open").waitFor();
      await openIn(page, "office", zip("nop.zip", handedIn().bytes));
    },
    { serviceWorkers: "allow", url: own.url },
  );
  if (running) await own.stop();
});

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
      assert.match(await text(page, "#council-kept"), /Máy không cho lưu/);
      await members(page).nth(6).getByRole("button", { name: "Bỏ phiếu của" }).click();
      await see(page, "#council-note >> text=Đã bỏ phiếu");
      assert.equal((await text(page, "#council")).split("Máy không cho lưu").length, 2, "once, however much is done");
    },
  ));

test("a device that keeps nothing is said so from the start", async () => {
  for (const refuse of ["Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })", "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
    "{ const { setItem } = Storage.prototype; Storage.prototype.setItem = function (key, text) { if (text.length > 1000) throw new DOMException('full', 'QuotaExceededError'); setItem.call(this, key, text); }; }"]) {
    await onPage("/", async (page, { context }) => {
      await context.addInitScript(refuse);
      await page.goto("/hoi-dong");
      await started(page);
      await see(page, "#council-kept >> text=Máy không cho lưu: những gì nhập ở đây sẽ mất khi đóng trang");
      await page.click("#language");
      await see(page, "#council-kept >> text=does not let the page keep data");
    });
  }
});

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
    await page.waitForFunction(() => document.querySelector("#members input[type=text]")?.value === "x\\u202e");
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
  for (const path of ["/", "/lam-ho-so", "/ho-so", "/co-quan", "/hoi-dong"]) {
    const context = await browser.newContext({ baseURL: portal.url, serviceWorkers: "block" });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    const asked = [];
    const complaints = [];
    devtools.on("Network.requestWillBeSent", ({ requestId, request, initiator }) => request.url.startsWith("http") && asked.push({ id: requestId, at: new URL(request.url).pathname, by: initiator.type }));
    const fromCache = (id) => asked.filter((one) => one.id === id).forEach((one) => (one.cached = true));
    devtools.on("Network.requestServedFromCache", ({ requestId }) => fromCache(requestId));
    devtools.on("Network.responseReceived", ({ requestId, response }) => response.fromDiskCache && fromCache(requestId));
    page.on("console", (message) => /preload.*not used|mismatch/.test(message.text()) && complaints.push(message.text()));
    await page.goto(path, { waitUntil: "load" });
    await started(page);
    if (path === "/") await page.waitForFunction(() => document.querySelector("ocop-score").ocop);
    const isForm = ["/lam-ho-so", "/co-quan"].includes(path);
    if (isForm) await formTakesFiles(page, path === "/co-quan" ? "office" : "make");
    await page.waitForTimeout(4000); // until Chromium has told of hints that nothing took up
    await context.close();
    assert.deepEqual(complaints, []);
    const isAgain = ({ at, cached }) => isForm && cached && at.endsWith("/all.json"); // the module reads the form's words once more
    const paths = asked.filter((one) => !isAgain(one)).map(({ at }) => at).filter((at) => !at.endsWith("icon.svg"));
    assert.deepEqual(paths, [...new Set(paths)], "nothing twice");
    const later = ({ at }) => isForm && at.endsWith("/ocop-checks.wasm"); // which must not take the line from what is drawn first
    assert.deepEqual(asked.filter((one) => one.by !== "parser" && one.by !== "other" && !later(one) && !isAgain(one)), [], "nothing that was not hinted at");
    for (const at of paths.slice(1)) assert.match(at, /^\/(ocop|static)\/[0-9a-f]{16}\/|^\/portal\.webmanifest$/);
  }
});

/** Goes through what all views but the first show; looks at each. */
async function tour(page, look) {
  await page.goto("/hoi-dong");
  await started(page);
  await see(page, "#outcome-body p");
  await look("Hội đồng, empty");
  await page.click("#council-sample");
  await see(page, "#outcome table");
  for (const summary of await page.locator("#council summary").all()) await summary.click();
  await look("Hội đồng");
  await members(page).nth(0).locator("..").getByRole("button", { name: "Mở phiếu của" }).first().click();
  await page.waitForFunction(() => document.querySelector("#member-sheet ocop-score")?.result);
  await look("a member's sheet");
  await page.getByRole("button", { name: "Đóng, không ghi" }).first().click();
  await page.click("#take-turns");
  await look("in turn");
  await page.getByText("Dành cho thư ký").click();
  await page.getByRole("button", { name: "Kết thúc và xem kết quả" }).click();
  await page.setInputFiles("#sheet-files", json("bản sao.json", { ...sheet, answers: JSON.parse(example("council/hoi-dong-tinh.json")).members[0].answers }));
  await see(page, ".ask");
  await look("Hội đồng, asked");
  await page.fill("#seats", "");
  await see(page, "#outcome .problems");
  await look("Hội đồng, problem");
  await page.goto("/ho-so");
  await started(page);
  await look("Kiểm tra hồ sơ, empty");
  await page.click("#dossier-sample");
  await see(page, "#verdict h2");
  await look("Kiểm tra hồ sơ, valid");
  await page.setInputFiles("#dossier-file", zip("gói.zip", packageOf()));
  await page.locator("#verdict summary").click();
  await look("a package, valid");
  await page.setInputFiles("#dossier-file", zip("thừa.zip", packageOf((items) => items.push(item("data/evidence/lạ.pdf", "x")))));
  await see(page, "#verdict >> text=PACK-21");
  await look("a package, broken");
  await page.setInputFiles("#dossier-file", zip("ảnh.zip", strangers.image[0]));
  await see(page, "#dossier-note .bad");
  await look("Kiểm tra hồ sơ, refused");
  const broken = dossier();
  broken.producer.taxCode = "1";
  await page.setInputFiles("#dossier-file", json("sai.json", broken));
  await see(page, "#verdict .bad");
  await look("Kiểm tra hồ sơ, broken");
  await page.click("#language");
  await see(page, "#verdict >> text=Errors to mend");
  await look("Check a dossier");
  await page.click("#language");
  await page.goto("/lam-ho-so");
  await formTakesFiles(page, "make");
  await look("Làm hồ sơ, empty");
  await openIn(page, "make", zip("gói.zip", packageOf()));
  await look("Làm hồ sơ");
  await page.locator("#make #task-finish").click();
  await page.locator("#make #finish").click();
  await see(page, "#make-note h2");
  await look("Làm hồ sơ, finished");
  await page.goto("/co-quan");
  await formTakesFiles(page, "office");
  await look("Cơ quan, empty");
  await openIn(page, "office", zip("gói.zip", packageOf()));
  await look("Cơ quan");
  await page.selectOption("#office-choice", "council");
  await see(page, "#office >> text=Việc của thư ký Hội đồng");
  await look("Cơ quan, the council's secretary");
}

/** Waits until the form of a view opens files. */
const formTakesFiles = (page, view) => page.waitForFunction((at) => {
  try {
    return document.querySelector(`#${at} ocop-dossier`).ocop.validate("{}");
  } catch {
    return false; // the checks are on their way
  }
}, view);

/** Has the form of a view open a file, as a person chooses it. */
async function openIn(page, view, file) {
  await formTakesFiles(page, view);
  const chooser = page.waitForEvent("filechooser");
  await page.locator(`#${view} #open`).click();
  await (await chooser).setFiles(file);
  await page.locator(`#${view} .task`).first().waitFor();
}

/** What is wider than the page, but for what scrolls within itself. */
const tooWide = (page) => page.evaluate(() => {
  const most = document.documentElement.clientWidth;
  const inside = [...document.querySelectorAll("main *")].filter((e) => e.checkVisibility() && !e.closest(".scroller, .file input") && e.getBoundingClientRect().right > most + 0.5);
  return [...(document.documentElement.scrollWidth > most ? ["the page scrolls sideways"] : []), ...inside.map((e) => `${e.tagName} ${e.id} ${e.className}`)];
});

test("axe finds nothing, and nothing scrolls sideways", async () => {
  for (const [width, colorScheme, forcedColors] of [[320, "dark"], [360, "dark", "active"], [1280, "light"]]) {
    await onPage(
      "/",
      async (page) => {
        const look = async (what) => {
          assert.deepEqual(await tooWide(page), [], `${what} at ${width}`);
          assert.deepEqual(await findings(page, { off: ["target-size"] }), [], `${what} ${width} ${colorScheme}`); // what the bar lies over looks small
        };
        await formReady(page);
        await look("Tự chấm");
        await tour(page, look);
      },
      { viewport: { width, height: 740 }, colorScheme, forcedColors },
    );
  }
});

/** Runs work on a page for people who read letters of twice the size on a small screen. */
async function withLargeText(path, work) {
  const large = await launch("--blink-settings=defaultFontSize=32");
  try {
    await onPage(path, work, { from: large, viewport: { width: 320, height: 568 } });
  } finally {
    await large.close();
  }
}

test("at 200% text and 320 pixels nothing scrolls sideways", () =>
  withLargeText("/", async (page) => {
    assert.equal(await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize)), 34);
    await tour(page, async (what) => assert.deepEqual(await tooWide(page), [], what));
  }));

test("names that are long, or have markup or what turns text in them, are text, and everything still fits", async () => {
  const long = `<img src=x onerror="globalThis.acted=1">${"Sởdài".repeat(30)}`;
  const sly = "<b>x</b>\u202e\u0007</bdi><script>globalThis.acted=1</script>";
  const acting = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
  const look = async (page, what) => {
    assert.deepEqual(await tooWide(page), [], what);
    const seen = await page.evaluate(() => [document.querySelectorAll("main :is(img, b, script)").length, globalThis.acted, document.querySelector("main").textContent]);
    assert.deepEqual(seen.slice(0, 2), [0, undefined], what);
    assert.doesNotMatch(seen[2], acting, what);
    assert.ok(seen[2].includes("<img src=x"), what);
  };
  const council = async (page) => {
    await page.goto("/hoi-dong");
    await started(page);
    await typeProduct(page, { product: long, producer: long, address: long });
    const add = (...files) => page.setInputFiles("#sheet-files", files.map(([name, content]) => json(name, content)));
    await add([`${long}.json`, sheet], [`${sly}.json`, withLevels({ 1.1: "a" })], [`${long} 2.json`, withLevels({ 1.1: "b" })], [`${long}.pdf`, "%PDF-1.7"]);
    await see(page, ".ask");
    await see(page, "#by-criterion table"); // the library takes the names
    await look(page, "Hội đồng");
    await page.locator(".ask").getByRole("button", { name: "Thêm thành phiếu riêng" }).click();
    await members(page).nth(2).waitFor();
    assert.deepEqual(await page.locator("#members input[type=text]").evaluateAll((all) => all.map((input) => [input.value.length, input.value.slice(-4)])), [[64, "Sởdà"], [sly.length + 10, "ipt>"], [64, " (2)"]]);
    await see(page, "#by-criterion table");
    await members(page).nth(0).getByRole("button").first().click();
    await page.waitForFunction(() => document.querySelector("#member-sheet ocop-score")?.result);
    await look(page, "a member's sheet");
    await page.getByRole("button", { name: "Đóng, không ghi" }).first().click();
    const paper = await printed(page, () => printMinutes(page));
    assert.ok(paper.text.includes("<img src=x"));
    await page.evaluate(() => localStorage.clear());
  };
  const check = async (page) => {
    await page.goto("/ho-so");
    await started(page);
    const { dossier: whole, files } = fitted("thuc-pham-lan-dau.json");
    whole.product.name = long;
    whole.producer.name = long;
    await page.setInputFiles("#dossier-file", zip(`${long}.zip`, zipOf(itemsOf(whole, files))));
    await see(page, "#verdict >> text=Gói hồ sơ hợp lệ");
    await look(page, "a package");
    const broken = { ...whole, [long]: 1, producer: { ...whole.producer, [sly]: 1 } };
    broken.evidence[0].id = long;
    await page.setInputFiles("#dossier-file", zip(`${sly}.zip`, zipOf(itemsOf(broken, files))));
    await see(page, "#verdict .bad");
    await look(page, "a package with mistakes");
    await page.setInputFiles("#dossier-file", json(`${long}.pdf`, "%PDF-1.7"));
    await see(page, "#dossier-note .bad");
    await look(page, "a file that is none");
  };
  const both = async (page) => {
    await council(page);
    await check(page);
  };
  await withLargeText("/", both);
  for (const width of [320, 1280]) await onPage("/", both, { viewport: { width, height: 740 } });
});

test("who wants no motion sees none, and forced colours leave every sign", () =>
  onPage("/hoi-dong", async (page) => {
    const moving = () => page.evaluate(() => [...document.querySelectorAll("body *")].filter((e) => { const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(e); return transitionDuration !== "0s" || animationName !== "none" || scrollBehavior !== "auto"; }).map((e) => e.outerHTML.slice(0, 80)));
    await page.click("#council-sample");
    await see(page, "#by-criterion table");
    assert.deepEqual(await moving(), []);
    // Where colours are people's own, what colour alone would say still shows: the bars, the part that is in front, what is chosen.
    await page.goto("/ho-so");
    await started(page);
    await page.click("#dossier-sample");
    await see(page, ".bars");
    assert.deepEqual(await moving(), []);
    const colours = (...selectors) => page.evaluate((all) => all.map((one) => getComputedStyle(document.querySelector(one)).backgroundColor), selectors);
    const [track, fill] = await colours(".track", ".track span");
    assert.notEqual(track, fill);
    const edges = await page.evaluate(() => ["nav a[aria-current]", "nav a:not([aria-current])", ".track"].map((one) => getComputedStyle(document.querySelector(one)).borderBottomColor));
    assert.notEqual(edges[0], edges[1], "the view in front");
  }, { reducedMotion: "reduce", forcedColors: "active", colorScheme: "dark" }));

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
      "Đến nội dung chính", "Chấm điểm OCOP", "English", "Tự chấm", "Làm hồ sơ", "Kiểm tra hồ sơ", "Cơ quan", "Hội đồng",
      reached[8], "Thêm tệp phiếu", "Lấy phiếu ở mục Tự chấm", "Chấm lần lượt trên máy này", "Nạp ví dụ", "Dán liên kết hoặc mã phiếu", reached[14],
    ]);
    assert.match(reached[8], /^Sản phẩm được chấm/);
    assert.match(reached[14], /^Quy chế của hội đồng/);
    await page.focus("#council-sample");
    await page.keyboard.press("Enter");
    await see(page, "#by-criterion table");
    // A sheet is opened and closed, and the focus comes back to where it was.
    const label = () => page.evaluate(() => document.activeElement.ariaLabel ?? document.activeElement.textContent);
    const tabTo = async (name) => {
      for (let i = 0; i < 80; i++) {
        await page.keyboard.press("Tab");
        if ((await label()) === name) return;
      }
      assert.fail(`${name} is not reached`);
    };
    await tabTo("Thay phiếu của Chủ tịch Hội đồng bằng một tệp khác");
    await page.keyboard.press("Shift+Tab");
    assert.equal(await label(), "Mở phiếu của Chủ tịch Hội đồng để xem hoặc sửa");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("#member-sheet ocop-score")?.result);
    assert.equal(await label(), "Phiếu của Chủ tịch Hội đồng");
    await tabTo("Đóng, không ghi");
    await page.keyboard.press("Enter");
    assert.equal(await label(), "Mở phiếu của Chủ tịch Hội đồng để xem hoặc sửa");
    // The table is moved by the arrows.
    await page.focus("#by-criterion .scroller");
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => document.querySelector("#by-criterion .scroller").scrollLeft > 0);
    // Scoring in turn begins and ends.
    await page.focus("#take-turns");
    await page.keyboard.press("Enter");
    assert.equal(await label(), "Mời thành viên tiếp theo");
    await tabTo("Dành cho thư ký: kết thúc chấm lần lượt");
    await page.keyboard.press("Enter");
    await tabTo("Kết thúc và xem kết quả");
    await page.keyboard.press("Enter");
    await see(page, "#by-criterion table");
    assert.equal(await label(), "Phiếu chấm của thành viên");
  }));

test("both languages say the same things, and the page uses them all", async () => {
  const folder = join(root, "examples/portal/static");
  const { texts } = await import(join(folder, "texts.js"));
  const { councilTexts } = await import(join(folder, "council-texts.js"));
  const { dossierTexts } = await import(join(folder, "dossier-texts.js"));
  const { fillingTexts } = await import(join(folder, "filling-texts.js"));
  for (const more of [councilTexts, dossierTexts, fillingTexts]) {
    for (const language of ["vi", "en"]) {
      assert.deepEqual(Object.keys(more[language]).filter((key) => key in texts[language]), []);
      Object.assign(texts[language], more[language]);
    }
  }
  const names = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
  assert.deepEqual(Object.keys(texts.en), Object.keys(texts.vi));
  for (const key of Object.keys(texts.vi)) assert.deepEqual(names(texts.en[key]), names(texts.vi[key]), key);
  const scripts = readdirSync(folder).filter((name) => name.endsWith(".js") && !name.endsWith("texts.js")).map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  const authorities = ["province", "ministry"]; // which the library names
  for (const key of Object.keys(texts.vi)) assert.ok(authorities.includes(key) || scripts.includes(`"${key}"`), key);
  for (const [, key] of scripts.matchAll(/\b(?:t|told)\("(\w+)"/g)) assert.ok(key in texts.vi, key);
});
