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
import { addEvidence, assertSame, fileOf, fill, keyboard, producersPart, touch, unfold } from "./dossier-hands.mjs";
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
  await page.evaluate((on) => {
    const form = document.querySelector("ocop-dossier");
    form.setAttribute("on", on);
    form.addEventListener("ocop-finish", ({ detail }) => (globalThis.handedIn = detail));
  }, day);
  return page;
}

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
