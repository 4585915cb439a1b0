// The proof that people can do it: whole dossiers filled in from nothing, from an earlier
// one and from a self-assessment, by the keyboard and by touch, handed in, and taken
// through the offices. What comes out is told by the command.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { sum } from "./bags.mjs";
import { browsers } from "./browsers/index.mjs";
import { addEvidence, assertSame, driven, fileOf, fill, keyboard, mouse, packageOf, producersPart, touch, unfold, withFiles } from "./dossier-hands.mjs";
import { desktop, done, dossierOf, eventually, exampleOf, phone, problemsOf, reads, stop, visitForm } from "./dossier-page.mjs";
import { npm, pages } from "./element-page.mjs";
import { serve } from "./serve.mjs";

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

// ---- the offices

/** The text of paper in HTML without its markup and spaces. */
const lettersOf = (html) => html.slice(html.indexOf("<main")).replace(/<[^>]*>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&#39;", "'").replaceAll("&#34;", '"').replaceAll("&quot;", '"').replaceAll("&amp;", "&").replace(/\s+/g, "");

/** All that an office does not write, as it stands in JSON. */
function othersPart(dossier, ...own) {
  const copy = structuredClone(dossier);
  for (const pointer of own) {
    const [name, member] = pointer.split("/");
    if (member) delete copy[name][member];
    else delete copy[name];
  }
  return JSON.stringify(copy);
}

async function openPackage(page, hands, bytes) {
  await eventually(async () => {
    await hands.files("open", [{ name: "ho-so.zip", bytes }]);
    await page.locator("#task-finish").waitFor({ timeout: 3000 });
  });
}

test("the commune and the council's secretary take a dossier on, each in its own part", async () => {
  const example = exampleOf("thuc-pham-lan-dau");
  const given = producersPart(example);

  // The commune.
  const office = await visitOn("2026-07-20", { office: "commune", viewport: desktop });
  const officer = mouse(office);
  await openPackage(office, officer, packageOf(given));
  const received = await dossierOf(office);
  const ofCommune = structuredClone(received);
  ofCommune.registration.communeReceipt = example.registration.communeReceipt;
  ofCommune.requests = [{ kind: "completion", by: "commune", asked: "2026-07-06", what: "Bổ sung bản sao sổ vùng trồng.", done: "2026-07-09", result: "Đã nộp.", evidence: ["ho-so-vung-trong"] }];
  ofCommune.communeReport = example.communeReport;
  await officer.page("task-receipt");
  await walkThrough(office, officer, async (where) => {
    if ((await office.locator(".form03").count()) > 0) {
      const described = received.report.claims["3.3"].description;
      await reads(office.locator('[data-path="/communeReport/labour"] .beside-of'), new RegExp(described.slice(0, 20).replace(/[()]/g, "\\$&")), where);
    }
    await fill(officer, ofCommune, {});
  });
  await eventually(async () => assert.deepEqual(await errorsOf(office), []));
  assertSame(await dossierOf(office), ofCommune);
  const own = ["registration/communeReceipt", "requests", "communeReport"];
  assert.equal(othersPart(await dossierOf(office), ...own), othersPart(received, ...own));
  const { bytes } = await fileFrom(office, () => officer.press("package"));
  unpacked(bytes, "xa", "2026-07-20");
  await done(office);

  // The council's secretary.
  const page = await visitOn("2026-09-30", { office: "council", viewport: desktop, init: () => {
    window.print = () => {
      globalThis.printed = document.querySelector("[data-ocop-prints]")?.shadowRoot.querySelector("main").textContent;
      dispatchEvent(new Event("afterprint"));
    };
  } });
  const secretary = mouse(page);
  await openPackage(page, secretary, bytes);
  const before = await dossierOf(page);
  const names = [...example.council.members, ...example.council.absent];
  const lower = { 1.5: "b", 4.1: "b", 4.2: "b", 4.3: "b", 7: "b" };
  const members = names.map(({ name, office: of, chair }, i) => ({
    id: `m${i + 1}`, name, office: of, ...(chair && { chair }), answers: { ...example.proposed.answers, ...lower, "6.1.1": "abc"[i % 3], "6.1.2": "abc"[Math.floor(i / 3)] },
  }));
  const { absent: _, ...record } = example.council;
  const asked = { edition: given.edition, set: given.product.set, members: members.map(({ id, chair, answers }) => ({ id, ...(chair && { chair }), answers })), seats: 9, policy: record.policy };
  writeFileSync(join(work, "council.json"), JSON.stringify(asked));
  const outcome = JSON.parse(ocop("council", "--json", join(work, "council.json")));
  const wanted = structuredClone({
    ...before, registration: { ...before.registration, provinceReceipt: example.registration.provinceReceipt },
    proposed: example.proposed, council: { ...record, members },
    decision: { by: "province", number: "1733/QĐ-UBND", date: "2026-09-10", star: outcome.star, certificate: "OCOP-2026-77", published: "2026-09-14", notice: { number: "812/TB-UBND", date: "2026-09-15" } },
  });
  await secretary.page("task-receipt");
  await walkThrough(page, secretary, async () => {
    if ((await page.locator("#proposed-begin").isVisible().catch(() => false))) await secretary.press("proposed-begin");
    if ((await page.locator("#sheets-files").count()) > 0 && !(await dossierOf(page)).council?.members) {
      const sheets = members.map(({ name, answers }, i) => ({ name: `phieu-${i + 1}.json`, bytes: Buffer.from(JSON.stringify({ edition: wanted.edition, set: wanted.product.set, answers, about: { assessor: name } })) }));
      await secretary.files("sheets-files", sheets);
      await reads(page.locator('.notice[data-id="sheets"]'), /Đã thêm 9 phiếu/);
    }
    await fill(secretary, wanted, {});
    if ((await page.locator(".difference").count()) > 0) await reads(page.locator(".difference"), /Tiêu chí 1\.6: từ “.*” thành “.*” \(−\d điểm\)/);
    if ((await page.locator(".outcome .headline").count()) === 0) return;
    await reads(page.locator(".outcome"), new RegExp(`${outcome.star} sao[^]*${outcome.average.replace(".", ",")}`));
    const shown = await page.locator(".outcome").innerText();
    outcome.members.forEach(({ total }, i) => assert.ok(shown.includes(`${names[i].name}${names[i].chair ? " (" : ": "}`) && shown.includes(`${total} điểm`), names[i].name));
  });
  await eventually(async () => assert.deepEqual(await problemsOf(page), []));
  const ended = await dossierOf(page);
  assertSame(ended, wanted);
  const its = ["registration/provinceReceipt", "proposed", "council", "decision"];
  assert.equal(othersPart(ended, ...its), othersPart(before, ...its));
  const { bytes: last } = await fileFrom(page, () => secretary.press("package"));
  const { dossier, folder } = unpacked(last, "tinh", "2026-09-30");
  assert.deepEqual(dossier, ended);
  const file = join(folder, "data/dossier.json");
  const tree = JSON.parse(ocop("paper", "--format", "json", "minutes", file));
  assert.deepEqual(await page.evaluate(() => {
    const form = document.querySelector("ocop-dossier");
    return form.ocop.paper("minutes", form.dossier, { lang: "vi", council: "province" });
  }), tree);
  await secretary.press("paper-minutes-province-print");
  await page.waitForFunction(() => globalThis.printed);
  assert.equal((await page.evaluate(() => globalThis.printed)).replace(/\s+/g, ""), lettersOf(ocop("paper", "--format", "html", "minutes", file)));
  await done(page);
});

// ---- Firefox and WebKit

/** A dossier, and pointers of it that are left to be entered: one of each kind of control. */
const inOtherBrowsers = {
  "a first dossier": {
    name: "thuc-pham-lan-dau", on: "2026-07-02", names: { "/registration/province": "Tỉnh Đắk Lắk", "/registration/commune": "Xã Ea Tul", set: "ca phe" },
    open: ["/producer/name", "/producer/kind", "/producer/founded", "/producer/representative/gender", "/product/standard", "/registration/province", "/registration/commune", "/registration/samples", "/registration/date", "/report/papers/foodSafety", "/report/results/years", "/report/figures/contracts", "/report/claims/1.1", "/report/claims/9/option", "/report/plan/product", "/report/date"],
    pieces: ["hop-dong-ho-trong", "giai-thuong"], tasks: ["evidence", "producer", "product", "papers", "results", "claims", "plan"],
  },
  "a re-assessment": {
    name: "thu-cong-my-nghe-danh-gia-lai", on: "2026-06-22", names: {},
    open: ["/updates/materials", "/updates/renewed", "/previous/issued", "/previous/star", "/registration/date", "/report/claims/8/option"],
    pieces: ["iso-9001-2025"], tasks: ["evidence", "earlier", "product", "claims"],
  },
  "an upgrade": {
    name: "du-lich-nang-hang", on: "2026-09-09", names: { "/registration/commune": "Xã Tân Hiệp" },
    open: ["/changes", "/previous/decision", "/registration/commune", "/report/claims/13", "/report/plan/market"],
    pieces: ["phieu-khach"], tasks: ["evidence", "earlier", "product", "claims", "plan"],
  },
};

/** A dossier without some of its values and pieces; their ids are gone from all that named them. */
function unfinished(whole, pointers, pieces) {
  const left = JSON.parse(JSON.stringify(whole), (_, value) => (Array.isArray(value) ? value.filter((one) => !pieces.includes(one?.id ?? one)) : value));
  for (const pointer of pointers) {
    const names = pointer.split("/").slice(1);
    const last = names.pop();
    delete names.reduce((inside, name) => inside[name], left)[last];
  }
  return left;
}

describe("each of the three ends valid", { concurrency: true }, () => ["firefox", "webkit"].forEach((name) => {
  test(`in ${name}`, async (t) => {
    const browser = await browsers[name]();
    t.after(() => browser.close());
    await browser.resize(360, 740);
    const site = await serve({ "/": pages, "/ocop/": npm });
    t.after(() => site.close());
    const hands = driven(browser);
    for (const [what, { name: example, on, names, open: pointers, pieces, tasks }] of Object.entries(inOtherBrowsers)) {
      const wanted = withFiles(producersPart(exampleOf(example)));
      await browser.open(`${site.url}dossier.html`);
      await eventually(async () => assert.ok(await browser.evaluate(() => Boolean(document.querySelector("ocop-dossier")?.ocop))), 30_000);
      await browser.evaluate((given, day) => {
        const form = document.querySelector("ocop-dossier");
        form.setAttribute("on", day);
        form.addEventListener("ocop-finish", () => (globalThis.handedIn = true));
        form.dossier = given;
      }, unfinished(wanted, pointers, pieces), on);
      await eventually(async () => assert.ok(await browser.evaluate(() => document.querySelector("ocop-dossier").shadowRoot.getElementById("task-producer") !== null)), 30_000);
      const errors = () => browser.evaluate(() => document.querySelector("ocop-dossier").problems?.filter(({ severity }) => severity === "error").map(({ path }) => path) ?? ["none yet"]);
      assert.notDeepEqual(await errors(), []);
      const isHere = (id) => browser.evaluate((one) => document.querySelector("ocop-dossier").shadowRoot.getElementById(one) !== null, id);
      for (const task of tasks) {
        await hands.page(`task-${task}`);
        if (task === "evidence") {
          await addEvidence(hands, wanted);
          await hands.files("find-evidence", wanted.evidence.map(({ file }) => fileOf(file.name)));
          await eventually(async () => assert.ok(!(await isHere("find-evidence"))), 30_000);
        }
        for (;;) {
          await fill(hands, wanted, names);
          const [, at, all] = (await browser.evaluate(() => /(\d+)\/(\d+)$/.exec(document.querySelector("ocop-dossier").shadowRoot.querySelector(".step")?.textContent ?? "")?.slice())) ?? [];
          if (at === all) break;
          await hands.page("page-next");
        }
        await hands.page("to-list");
      }
      await hands.page("task-finish");
      await eventually(async () => assert.deepEqual(await errors(), [], what));
      const dossier = await browser.evaluate(() => document.querySelector("ocop-dossier").dossier);
      assertSame(dossier, wanted);
      await hands.press("finish");
      await eventually(async () => assert.ok(await browser.evaluate(() => globalThis.handedIn)));
      const packed = await browser.evaluate(async () => Array.from(new Uint8Array(await (await document.querySelector("ocop-dossier").package()).arrayBuffer())));
      assert.deepEqual(unpacked(Buffer.from(packed), `${name}-${example}`, on).dossier, dossier);
    }
  });
}));
