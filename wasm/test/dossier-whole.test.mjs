// The proof that people can do it: whole dossiers filled in from nothing, from an earlier
// one and from a self-assessment, by the keyboard and by touch, handed in, and taken
// through the offices. What comes out is told by the command.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { sum } from "./bags.mjs";
import { addEvidence, assertSame, fileOf, fill, keyboard, packageOf, producersPart, touch, unfold } from "./dossier-hands.mjs";
import { done, dossierOf, eventually, exampleOf, phone, problemsOf, reads, stop, visitForm } from "./dossier-page.mjs";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "ocop-whole-"));
const command = join(work, "ocop");
before(() => execFileSync("go", ["build", "-o", command, "./ocop/cmd/ocop"], { cwd: repository }));
after(async () => {
  await stop();
  rmSync(work, { recursive: true });
});

const ocop = (...args) => execFileSync(command, args, { encoding: "utf8" });

/** A page with the form on a day, that tells what is handed in. */
async function visitOn(day, options) {
  const page = await visitForm({ viewport: phone, acceptDownloads: true, ...options });
  await open(page, day);
  return page;
}

const open = (page, day) => page.evaluate((on) => {
  const form = document.querySelector("ocop-dossier");
  form.setAttribute("on", on);
  form.addEventListener("ocop-finish", ({ detail }) => (globalThis.handedIn = detail));
}, day);

const errorsOf = async (page) => (await problemsOf(page)).filter(({ severity }) => severity === "error").map(({ code, path, message }) => [code, path, message.vi]);

/** The file that a press hands out. */
async function fileFrom(page, press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Unpacks a package by the command; gives the folder and the dossier in it. */
function unpacked(bytes, name, on) {
  const [bag, folder] = [join(work, `${name}.zip`), join(work, name)];
  writeFileSync(bag, bytes);
  ocop("unpack", bag, folder);
  const document = join(folder, "data/dossier.json");
  ocop("validate", "--on", on, document);
  return { folder, dossier: JSON.parse(readFileSync(document)) };
}

/** Goes through all pages from the one at hand to the last, and does on each what is asked; each task has to come by. */
async function walkThrough(page, hands, each) {
  const seen = [];
  for (;;) {
    const where = await page.locator("ocop-dossier h2").first().innerText();
    if ((await page.locator("#finish").count()) > 0) return seen;
    seen.push(where);
    await each(where);
    await hands.page("page-next");
  }
}

test("a first dossier from nothing, by the keyboard alone", async () => {
  const on = "2026-07-02";
  const wanted = producersPart(exampleOf("thuc-pham-lan-dau"));
  const names = { set: "ca phe", "/registration/province": "Tỉnh Đắk Lắk", "/registration/commune": "Xã Ea Tul" };
  const page = await visitOn(on);
  const hands = keyboard(page);
  await hands.press("begin");
  await hands.answer("first");
  await page.locator("#task-producer").waitFor();
  await hands.page("task-producer");
  const contract = "/report/figures/contracts/0/evidence";
  const seen = await walkThrough(page, hands, async () => {
    await fill(hands, wanted, names);
    if ((await page.locator(`[data-path="${contract}"]`).count()) > 0) {
      // The contract is photographed where it is asked for, and filed with the others.
      await unfold(hands, "at-report-figures-contracts-0-evidence-add-summary");
      await addEvidence(hands, wanted, "-report-figures-contracts-0-evidence", ({ id }) => id === "hop-dong-ho-trong");
    }
    if ((await page.locator("#kind-evidence").count()) > 0) {
      await addEvidence(hands, wanted);
      await fill(hands, wanted, names);
    }
  });
  assert.ok(seen.length > 20, seen.join("; "));
  await eventually(async () => assert.deepEqual(await errorsOf(page), []));
  assertSame(await dossierOf(page), wanted);
  await reads(page.locator(".standing-of .head"), /đã đủ/);
  await hands.press("finish");
  await page.waitForFunction(() => globalThis.handedIn);
  const { bytes } = await fileFrom(page, () => hands.press("package"));
  const { folder, dossier } = unpacked(bytes, "lan-dau", on);
  assert.deepEqual(dossier, await dossierOf(page));
  for (const { file } of dossier.evidence) assert.equal(sum(readFileSync(join(folder, "data/evidence", file.name))), sum(fileOf(file.name).bytes), file.name);
  await done(page);
});

/** What proves the changes since the earlier recognition is there only now, when the evidence is. */
async function proveChanges(page, hands, wanted) {
  await hands.page("to-list");
  await hands.page("task-earlier");
  await hands.page("page-next");
  await fill(hands, wanted, {});
  await hands.page("to-list");
  await hands.page("task-finish");
}

const finger = { hasTouch: true, isMobile: true };

test("a re-assessment from an earlier dossier's package, by touch", async () => {
  const on = "2029-06-20";
  const earlier = exampleOf("thu-cong-my-nghe-lan-dau");
  earlier.decision = { by: "province", number: "2210/QĐ-UBND", date: "2026-11-12", star: 3, expires: "2029-11-12" };
  const page = await visitOn(on, finger);
  const hands = touch(page);
  await eventually(async () => { // what checks packages may still be on its way
    await hands.files("again", [{ name: "ho-so-cu.zip", bytes: packageOf(earlier) }]);
    await page.locator('dialog [data-choice="re-assessment"]').waitFor({ timeout: 2000 });
  });
  await hands.answer("re-assessment");
  await page.locator("#task-earlier").waitFor();
  const begun = await dossierOf(page);
  assert.deepEqual(begun.previous, { star: 3, decision: "2210/QĐ-UBND", issuer: "UBND thành phố Đà Nẵng", issued: "2026-11-12", expires: "2029-11-12" });
  await eventually(async () => assert.deepEqual((await errorsOf(page)).filter(([, path]) => path.startsWith("/updates/")).length, 9), "what changed is asked for");

  // Three papers have run out meanwhile, and are replaced by new ones.
  const wanted = structuredClone(begun);
  const { renewed: _, ...updates } = exampleOf("thu-cong-my-nghe-danh-gia-lai").updates;
  const papers = { "iso-9001": ["iso-9001-2028.pdf", "ISO 28-117", "2028-11-20", "2031-11-19"], "hop-dong-nha-hang-khach-san": ["hop-dong-2027.pdf", "09/HĐ-2027", "2027-12-01", "2030-11-30"], "nhan-san-pham": ["the-treo-2028.jpg", "MSMV 2028", "2028-12-16", "2031-12-15"] };
  Object.assign(wanted, { updates: { ...updates, renewed: Object.keys(papers) } });
  wanted.registration.date = wanted.report.date = on;
  for (const piece of wanted.evidence.filter(({ id }) => id in papers)) {
    const [name, number, issued, expires] = papers[piece.id];
    Object.assign(piece, { number, issued, expires, file: { ...piece.file, name } });
  }
  await hands.page("task-producer");
  await walkThrough(page, hands, async () => {
    if ((await page.locator("#kind-evidence").count()) > 0) {
      for (const [i, piece] of wanted.evidence.entries()) {
        if (!(piece.id in papers)) continue;
        await unfold(hands, `at-evidence-${i}-summary`);
        await hands.files(`at-evidence-${i}-replace`, [fileOf(piece.file.name)]);
        await eventually(async () => assert.equal((await dossierOf(page)).evidence[i].file.name, piece.file.name));
      }
    }
    await fill(hands, wanted, {});
  });
  await proveChanges(page, hands, wanted);
  await eventually(async () => assert.deepEqual(await problemsOf(page), []));
  assertSame(await dossierOf(page), wanted);
  await hands.press("finish");
  await page.waitForFunction(() => globalThis.handedIn);
  const { bytes } = await fileFrom(page, () => hands.press("package"));
  const { dossier, folder } = unpacked(bytes, "danh-gia-lai", on);
  assert.deepEqual(dossier, await dossierOf(page));
  for (const { file } of dossier.evidence) assert.equal(sum(readFileSync(join(folder, "data/evidence", file.name))), sum(fileOf(file.name).bytes), file.name);
  await done(page);
});

test("an upgrade from a self-assessment that the device keeps, by touch", async () => {
  const on = "2026-09-09";
  const wanted = producersPart(exampleOf("du-lich-nang-hang"));
  const claims = Object.entries(wanted.report.claims);
  const sheet = {
    edition: wanted.edition, set: wanted.product.set, answers: Object.fromEntries(claims.map(([code, { option }]) => [code, option])),
    notes: Object.fromEntries(claims.map(([code, { description }]) => [code, description])), about: { product: wanted.product.name, producer: wanted.producer.name },
  };
  const page = await visitOn(on, finger);
  const own = page.url();
  await page.goto(new URL(".", own).href);
  await page.waitForFunction(() => document.querySelector("ocop-score")?.ocop);
  await page.evaluate((given) => (document.querySelector("ocop-score").sheet = given), sheet);
  await page.locator("fieldset.criterion").first().waitFor();
  await page.goto(own);
  await open(page, on);
  const hands = touch(page);
  await hands.press("from-sheet");
  await page.locator("dialog [data-choice]").first().tap();
  await hands.answer("upgrade");
  await page.locator("#task-earlier").waitFor();
  assert.deepEqual((await dossierOf(page)).report.claims["1.3"], { option: "c", description: wanted.report.claims["1.3"].description });
  await eventually(async () => assert.ok((await errorsOf(page)).some(([, path]) => path === "/changes/description")));
  await hands.page("task-producer");
  const names = { "/registration/province": "Thành phố Đà Nẵng", "/registration/commune": "Xã Tân Hiệp" };
  await walkThrough(page, hands, async () => {
    await fill(hands, wanted, names);
    if ((await page.locator("#kind-evidence").count()) === 0) return;
    await addEvidence(hands, wanted);
    await fill(hands, wanted, names);
  });
  await proveChanges(page, hands, wanted);
  await eventually(async () => assert.deepEqual(await errorsOf(page), []));
  assertSame(await dossierOf(page), wanted);
  await hands.press("finish");
  await page.waitForFunction(() => globalThis.handedIn);
  const { bytes } = await fileFrom(page, () => hands.press("package"));
  assert.deepEqual(unpacked(bytes, "nang-hang", on).dossier, await dossierOf(page));
  await done(page);
});
