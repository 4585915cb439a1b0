// What goes wrong while a dossier is filled in: each is said in words, and nothing is lost.
// And the form for those who see it large, narrow, dark, or by edges alone.

import assert from "node:assert/strict";
import { mkdtempSync, openSync, ftruncateSync, closeSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { findings } from "./axe.mjs";
import { patched } from "./bags.mjs";
import { fileOf, mouse, packageOf, producersPart, unfold } from "./dossier-hands.mjs";
import { desktop, done, dossierOf, everything, eventually, exampleOf, openCards, openTask, phone, put, reads, stop, visitForm, visitWith, walk } from "./dossier-page.mjs";

const work = mkdtempSync(join(tmpdir(), "ocop-hard-"));
after(async () => {
  await stop();
  rmSync(work, { recursive: true });
});

const own = () => producersPart(exampleOf("thuc-pham-lan-dau"));
const first = { edition: "qd26-2026", application: "first", registration: { year: 2026 }, product: { set: 13, sector: "I", group: "6" }, producer: { name: "HTX Ea Tul" } };
const notice = (page, id) => page.locator(`.notice[data-id="${id}"]`);
const filesOf = (page) => page.evaluate(async () => (await document.querySelector("ocop-dossier").files()).map(({ name, blob }) => [name, blob.size]));
const pieces = async (page) => ((await dossierOf(page)).evidence ?? []).map(({ file }) => file.name);
const arrived = (page, ...names) => eventually(async () => assert.deepEqual((await pieces(page)).sort(), names.sort()));

/** A page on the evidence of a dossier. */
async function visitEvidence(dossier = first, options) {
  const page = await visitWith(dossier, { viewport: phone, ...options });
  await openTask(page, "evidence");
  return [page, mouse(page)];
}

// ---- bad input

test("storage that fills in the middle of a photo: it is said, and the photo goes out with the package's files", async () => {
  const init = () => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value, ...key) {
      if (globalThis.isFull && value?.blob) throw new DOMException("full", "QuotaExceededError");
      return put.call(this, value, ...key);
    };
  };
  const [page, hands] = await visitEvidence(first, { init });
  await page.evaluate(() => (globalThis.isFull = true));
  await hands.files("choose-evidence", [fileOf("anh-xuong.jpg")]);
  await reads(notice(page, "evidence-held"), /Máy hết chỗ[^]*1 tệp[^]*tải gói hồ sơ/);
  await arrived(page, "anh-xuong.jpg");
  assert.deepEqual(await filesOf(page), [["anh-xuong.jpg", fileOf("anh-xuong.jpg").bytes.length]]);
  await openTask(page, "producer");
  await page.locator("#at-producer-name").fill("HTX vẫn gõ được");
  await eventually(async () => assert.equal((await dossierOf(page)).producer.name, "HTX vẫn gõ được"));
  await done(page);
});

test("a tab that is killed while it hashes: the file comes in when the dossier is opened again", async () => {
  const [page, hands] = await visitEvidence();
  const context = page.context();
  const address = page.url();
  await page.evaluate(() => void (crypto.subtle.digest = () => new Promise(() => {})));
  await hands.select("kind-evidence", "awards");
  await hands.files("choose-evidence", [fileOf("giai-nhat.jpg")]);
  await reads(page.locator(".ev-progress"), /Đang lấy tệp 1 trên 1/);
  await eventually(async () => assert.equal(await page.evaluate(() => new Promise((resolve) => {
    const opening = indexedDB.open("ocop-dossier");
    opening.onsuccess = () => {
      const asked = opening.result.transaction("coming").objectStore("coming").count();
      asked.onsuccess = () => {
        opening.result.close();
        resolve(asked.result);
      };
    };
  })), 1));
  await page.close();
  const again = await context.newPage();
  await again.goto(address);
  await again.locator(".open").first().click();
  await arrived(again, "giai-nhat.jpg");
  assert.equal((await dossierOf(again)).evidence[0].kind, "awards", "for what it was taken");
  await done(Object.assign(again, { wrong: page.wrong }));
});

test("two windows that add evidence to one dossier at once both keep it", async () => {
  const [page, hands] = await visitEvidence();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.locator(".open").first().click();
  await openTask(other, "evidence");
  const others = mouse(other);
  await Promise.all([hands.files("choose-evidence", [fileOf("a.pdf"), fileOf("b.pdf")]), others.files("choose-evidence", [fileOf("c.pdf"), fileOf("d.pdf")])]);
  for (const one of [page, other]) await arrived(one, "a.pdf", "b.pdf", "c.pdf", "d.pdf");
  const { evidence } = await dossierOf(page);
  assert.equal(new Set(evidence.map(({ id }) => id)).size, 4);
  for (const one of [page, other]) assert.equal((await filesOf(one)).length, 4);
  await done(page);
});

test("a package that was changed, and a dossier of another edition, are refused in words; what is kept stays", async () => {
  const [page, hands] = await visitEvidence();
  await page.locator("#to-list").click();
  await page.locator("#to-home").click();
  const bytes = packageOf(own());
  const at = bytes.indexOf("%PDF-1.7") + 12;
  await hands.files("open", [{ name: "goi.zip", bytes: patched(bytes, at, bytes[at] + 1) }]);
  await reads(notice(page, "file"), /Không mở được goi\.zip\. Các hồ sơ trên máy vẫn còn nguyên\.[^]*[A-Z]+-\d\d/);
  await hands.files("open", [{ name: "cu.json", bytes: Buffer.from(JSON.stringify({ ...own(), edition: "qd148-2023" })) }]);
  await reads(notice(page, "file"), /Không mở được cu\.json[^]*qd148-2023/);
  assert.equal(await page.locator(".product").count(), 1);
  await done(page);
});

test("a file of 500 MB is refused with its size, before it is read; HEIC is taken", async () => {
  const large = join(work, "phim.mp4");
  const handle = openSync(large, "w");
  ftruncateSync(handle, 500_000_000);
  closeSync(handle);
  const [page, hands] = await visitEvidence();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("#choose-evidence").click()]);
  await chooser.setFiles(large);
  await reads(notice(page, "evidence-refused"), /“phim\.mp4”: nặng 500 MB, mỗi tệp không quá 200 MB/);
  assert.deepEqual(await pieces(page), []);
  await hands.files("choose-evidence", [{ name: "IMG_0042.HEIC", bytes: Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1") }]);
  await arrived(page, "IMG_0042.HEIC");
  const [piece] = (await dossierOf(page)).evidence;
  assert.equal(piece.file.mediaType, "image/heic");
  await unfold(hands, "at-evidence-0-summary");
  const [download] = await Promise.all([page.waitForEvent("download"), hands.press("at-evidence-0-open")]);
  assert.equal(download.suggestedFilename(), "IMG_0042.HEIC", "what the browser cannot show is handed out");
  await done(page);
});

test("the fold of what may be printed on a paper is called by what is in it", async () => {
  const [page, hands] = await visitEvidence(own());
  const papers = (await dossierOf(page)).evidence;
  for (const [kind, name, fields] of [["business-registration", /^Ngày hết hạn/, ["expires"]], ["story", /^Số, nơi cấp, ngày cấp, ngày hết hạn/, ["number", "issuer", "issued", "expires"]]]) {
    const i = papers.findIndex((piece) => piece.kind === kind);
    await unfold(hands, `at-evidence-${i}-summary`);
    const fold = page.locator(`#at-evidence-${i}-printed`);
    await reads(fold.locator("summary"), name);
    assert.deepEqual(await fold.locator("[data-path]").evaluateAll((all) => all.map(({ dataset }) => dataset.path.split("/").at(-1))), fields);
  }
  await done(page);
});

test("names with markup are text, on every page and on paper", async () => {
  const name = "<img src=x onerror=\"globalThis.hacked = true\"><b>Chè</b>";
  const dossier = own();
  Object.assign(dossier.product, { name, standard: name });
  Object.assign(dossier.producer, { name, address: name });
  dossier.producer.representative.name = name;
  Object.assign(dossier.evidence[0], { title: name, number: name, issuer: name });
  dossier.report.history = dossier.report.claims["1.1"].description = name;
  const page = await visitWith(dossier, { viewport: desktop });
  const look = async (where) => {
    assert.deepEqual(await page.evaluate(() => [globalThis.hacked, document.querySelector("ocop-dossier").shadowRoot.querySelectorAll("img, b").length]), [undefined, 0], where);
  };
  await walk(page, look);
  await page.locator("#to-list").click();
  await page.locator(".which").filter({ hasText: name }).waitFor();
  await openTask(page, "finish");
  await page.locator("#paper-form-01--show").click();
  await reads(page.locator("dialog .shown-paper .ocop-paper"), /<img src=x onerror=/);
  await look("paper");
  await done(page);
});

test("a device without a camera or a place to keep anything: files are chosen, it is said, and the package goes out", async () => {
  const [page, hands] = await visitEvidence(own(), { init: () => Object.defineProperty(globalThis, "indexedDB", { value: undefined }) });
  await reads(notice(page, "storage"), /không cho lưu hồ sơ/);
  const dossier = await dossierOf(page);
  await hands.files("find-evidence", dossier.evidence.map(({ file }) => fileOf(file.name)));
  await reads(notice(page, "evidence-other"), /22 tệp vừa chọn không phải/); // of other sizes than the example's
  await page.evaluate((given) => (document.querySelector("ocop-dossier").dossier = given), first);
  await eventually(async () => assert.equal((await dossierOf(page)).evidence, undefined));
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("#camera-evidence").click()]);
  await chooser.setFiles({ name: "anh.jpg", mimeType: "image/jpeg", buffer: fileOf("anh.jpg").bytes });
  await arrived(page, "anh.jpg");
  await reads(notice(page, "evidence-held"), /1 tệp chỉ còn trong trang đang mở/);
  assert.equal((await filesOf(page)).length, 1);
  await done(page);
});

// ---- large, narrow, dark, by edges alone

/** In the page: what is wider than the page, and what the bar at the foot covers when all is scrolled to its end. */
function layout() {
  const form = document.querySelector("ocop-dossier");
  const root = form.shadowRoot;
  const most = document.documentElement.clientWidth;
  const wide = [...root.querySelectorAll("*")].filter((e) => e.checkVisibility() && !e.closest(".unseen, .one > .box > .name") && e.getBoundingClientRect().right > most + 0.5).map((e) => e.outerHTML.slice(0, 150));
  scrollTo(0, document.documentElement.scrollHeight);
  const bar = root.querySelector(".bar");
  const top = bar?.checkVisibility() ? bar.getBoundingClientRect().top : innerHeight;
  const last = [...root.querySelectorAll(".frame :is(button, input, select, textarea, summary)")].filter((e) => e.checkVisibility() && !e.closest(".bar, .unseen")).at(-1);
  const covered = last && last.getBoundingClientRect().bottom > top + 1 ? [last.outerHTML.slice(0, 150)] : [];
  scrollTo(0, 0);
  return { wide, sideways: document.documentElement.scrollWidth > most, covered, tall: bar && bar.offsetHeight > innerHeight / 3 ? bar.offsetHeight : 0 };
}

const free = { wide: [], sideways: false, covered: [], tall: 0 };

test("with letters of twice the size, on a narrow screen, nothing is cut off and nothing lies under the bar for good", async () => {
  for (const office of [undefined, "commune", "council"]) {
    const page = await visitForm({ viewport: { width: 320, height: 640 }, office });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "32px";
      document.querySelector("ocop-dossier").style.setProperty("--ocop-font-size", "32px");
    });
    assert.deepEqual(await page.evaluate(layout), free, "home");
    await put(page, everything());
    assert.deepEqual(await page.evaluate(layout), free, "tasks");
    await walk(page, async (where) => {
      if ((await page.locator(".ev-card").count()) > 0) await page.locator("#at-evidence-0-summary").click();
      assert.deepEqual(await page.evaluate(layout), free, `${office}: ${where}`);
    });
    await done(page);
  }
});

test("the keyboard is seen wherever it is: light, dark, and with the colours of the system", async () => {
  for (const look of [{}, { colorScheme: "dark" }, { forcedColors: "active" }]) {
    const page = await visitWith(own(), { viewport: phone, ...look });
    for (const [task, most] of [["producer", 14], ["claims", 12], ["evidence", 8], ["finish", 8]]) {
      await openTask(page, task);
      for (let i = 0; i < most; i++) {
        await page.keyboard.press("Tab");
        const seen = await page.evaluate(() => {
          const at = document.querySelector("ocop-dossier").shadowRoot.activeElement;
          if (!at) return true;
          const rings = [at, at.closest("label"), at.closest(".combo, .search, .option")].filter(Boolean).map((one) => getComputedStyle(one));
          return rings.some(({ outlineStyle, outlineWidth, boxShadow }) => (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none") || at.outerHTML.slice(0, 150);
        });
        assert.equal(seen, true, JSON.stringify([look, task]));
        const hidden = await page.evaluate(() => {
          const root = document.querySelector("ocop-dossier").shadowRoot;
          const at = root.activeElement;
          const bar = root.querySelector(".bar");
          if (!at || at.closest(".bar") || !bar?.checkVisibility()) return "";
          const [its, over] = [at.getBoundingClientRect(), bar.getBoundingClientRect()];
          return its.top >= over.top - 1 && its.top < innerHeight ? at.outerHTML.slice(0, 150) : "";
        });
        assert.equal(hidden, "", `under the bar: ${task}`);
      }
    }
    await done(page);
  }
});

/** What axe finds, on a page that is as long as all that it shows: the bar at the foot lies over targets else. */
async function axeOf(page) {
  const { width, height } = page.viewportSize();
  await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight + 200) });
  const found = await findings(page);
  await page.setViewportSize({ width, height });
  return found;
}

test("open cards, dialogs and an open member have no axe finding", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const page = await visitWith(own(), { viewport: phone, colorScheme });
    await openTask(page, "evidence");
    await openCards(page);
    assert.deepEqual(await axeOf(page), [], "evidence");
    await openTask(page, "finish");
    await page.locator("#paper-form-02--show").click();
    await page.locator("dialog .shown-paper .ocop-paper").waitFor();
    assert.deepEqual(await axeOf(page), [], "a paper");
    await page.keyboard.press("Escape");
    await page.evaluate(() => {
      const form = document.querySelector("ocop-dossier");
      const { phone: _, ...producer } = form.dossier.producer;
      form.dossier = { ...form.dossier, producer };
    });
    await reads(page.locator("[data-found=missing]"), /Điện thoại/);
    await page.locator("#finish").click();
    await page.locator("dialog .to").first().waitFor();
    assert.deepEqual(await axeOf(page), [], "what is missing");
    await done(page);
    const council = await visitWith(exampleOf("thuc-pham-lan-dau"), { office: "council", viewport: phone, colorScheme });
    await openTask(council, "council");
    await council.locator("#at-council-members-0-sheet > summary").click();
    await council.locator('[data-path="/council/members/0/answers"] fieldset.criterion').first().waitFor();
    assert.deepEqual(await axeOf(council), [], "a member");
    await done(council);
  }
});
