// Evidence on the device: what is taken and what is refused, what a full device, a
// killed tab and a second window do to it, and how a hundred photos fare.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { findings } from "./axe.mjs";
import { browsers } from "./browsers/index.mjs";
import { launch } from "./chromium.mjs";
import { done, openTask, phone, put, stop, visitForm as visitElement, exampleOf, dossierOf as entered } from "./dossier-page.mjs";
import { eventually } from "./eventually.mjs";
import { serve } from "./serve.mjs";
import { strangers } from "./strangers.mjs";

const npm = new URL("../npm/", import.meta.url);
const schema = JSON.parse(readFileSync(new URL("schema/dossier.json", npm)));
const work = mkdtempSync(join(tmpdir(), "ocop-evidence-"));
const vendored = { "@noble/hashes/sha2.js": "/ocop/vendor/sha256.js", "@cantoo/pdf-lib": "/ocop/vendor/pdf.js" };

let browser, site;

before(async () => {
  await build({
    entryPoints: [fileURLToPath(new URL("dossier-files-page.mjs", import.meta.url))], outfile: join(work, "page.js"), bundle: true, format: "esm", target: "es2022",
    plugins: [{ name: "vendored", setup: (b) => b.onResolve({ filter: /^@/ }, ({ path }) => (Object.hasOwn(vendored, path) ? { path: vendored[path], external: true } : undefined)) }],
  });
  writeFileSync(join(work, "index.html"), '<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Minh chứng</title><link rel="icon" href="data:,"><script type="module" src="/page.js"></script><main></main></html>');
  site = await serve({ "/": work, "/ocop/": npm });
  browser = await launch();
});

after(async () => {
  await stop();
  await browser?.close();
  await site?.close();
  rmSync(work, { recursive: true });
});

/** A page of a device: a context is one. */
async function visit(context, { init } = {}) {
  const page = await context.newPage();
  if (init) await page.addInitScript(init);
  await page.goto(site.url);
  await page.waitForFunction(() => globalThis.kit);
  return page;
}

const device = (options) => browser.newContext(options);

// ---- what is done in every browser; each stands alone in the page

const ready = () => globalThis.kit !== undefined;

/** Takes a photo, and gives what became of it, and what is kept under its hash. */
async function takePhoto() {
  const files = kit.files();
  const told = [];
  const outcomes = await files.take([kit.photo("Ảnh 1.JPG")], { dossier: "a", purpose: { kind: "story" }, onEach: (outcome) => void told.push(outcome.file.name) });
  const kept = await (outcomes[0].kept ? kit.files() : files).get(outcomes[0].file.sha256); // as another window sees it
  return { outcomes, told, size: (await kept.blob.arrayBuffer()).byteLength, left: (await kit.files().unfinished("a")).length };
}

/** What becomes of a file of 20 MB, which is hashed in pieces. */
async function takeLarge() {
  const parts = [];
  const [{ file }] = await kit.files().take([kit.photo("phim.jpg", 20 << 20)], { dossier: "a", onProgress: (done, all, part) => parts.push(part) });
  return { file, steps: parts.length, whole: parts.includes(1) };
}

const photoHash = (size) => createHash("sha256").update(Buffer.from([0xff, 0xd8, 0xff, 0xe0])).update(Buffer.alloc(size - 4, 7)).digest("hex");

async function checkStorage(evaluate, keepsBlobs = true) {
  const { outcomes, told, size, left } = await evaluate(takePhoto);
  assert.deepEqual(outcomes, [{ file: { name: "Ảnh 1.JPG", mediaType: "image/jpeg", size: 5000, sha256: photoHash(5000) }, kept: keepsBlobs, purpose: { kind: "story" } }]);
  assert.deepEqual([told, size, left], [["Ảnh 1.JPG"], 5000, 0]);
  const large = await evaluate(takeLarge);
  assert.deepEqual([large.file.sha256, large.whole], [photoHash(20 << 20), true]);
  assert.ok(large.steps > 50);
}

test("a photo is hashed and kept, a large file in pieces", async () => {
  const context = await device();
  const page = await visit(context);
  await checkStorage((work) => page.evaluate(work));
  await context.close();
});

for (const name of ["firefox", "webkit"]) {
  describe(name, () => {
    let window;
    before(async () => {
      window = await browsers[name]();
      await window.open(site.url);
      await eventually(async () => assert.ok(await window.evaluate(ready)));
    });
    after(() => window?.close());
    test("pictures become a paper in the form, and a film of no kind is refused", async () => {
      await window.evaluate(() => void kit.form({}));
      const made = await window.evaluate(async () => Promise.all([1, 2].map(async (n) => [...new Uint8Array(await (await kit.picture("x", 30 + n, 40)).arrayBuffer())])));
      const names = made.map((bytes, i) => join(work, `${name}-${i}.jpg`));
      names.forEach((file, i) => writeFileSync(file, Buffer.from(made[i])));
      const inRoot = (selector) => document.querySelector("main").shadowRoot.querySelector(selector);
      await window.choose(names, inRoot, "#choose-evidence");
      await eventually(async () => assert.ok(await window.evaluate((selector) => document.querySelector("main").shadowRoot.querySelector(selector) !== null, '[data-choice="one"]')));
      await window.click(inRoot, '[data-choice="one"]');
      const paper = () => window.evaluate(() => form.dossier.evidence?.map(({ file }) => `${file.name} ${file.mediaType}`) ?? []);
      await eventually(async () => assert.deepEqual(await paper(), [`${name}-0.pdf application/pdf`]));
      const none = join(work, "none.jpg");
      writeFileSync(none, "not a picture");
      await window.choose(none, inRoot, "#choose-evidence");
      await eventually(async () => assert.match(await window.evaluate(() => document.querySelector("main").shadowRoot.querySelector(".notices").innerText), /none\.jpg/));
      assert.deepEqual(window.heard, []);
    });
    // A window of WebKit that a driver opens is a private one, which keeps no Blob: the page holds it.
    test("a photo is hashed and kept, a large file in pieces", () => checkStorage((work) => window.evaluate(work), name !== "webkit"));
  });
}

// ---- what is taken

test("a file is what is in it, under a name that fits", async () => {
  const context = await device();
  const page = await visit(context);
  const take = (list) => page.evaluate((given) => kit.files(undefined).take(given.map(([name, bytes]) => new File([Uint8Array.from(bytes)], name)), { dossier: "a" }), list.map(([name, content]) => [name, [...Buffer.from(content, "latin1")]]));
  const heic = "\0\0\0\x18ftypheic\0\0\0\0mif1heic";
  const zip = (folder) => `PK\x03\x04${"\0".repeat(26)}[Content_Types].xml${"\0".repeat(30)}PK\x01\x02${"\0".repeat(42)}${folder}document.xml`;
  const ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
  const cases = [
    ["IMG_0001.HEIC", heic, "image/heic", "IMG_0001.HEIC"],
    ["IMG_0001.jpg", heic, "image/heic", "IMG_0001.heic"], // as some phones name it
    ["giấy phép.jpg", "%PDF-1.7\n", "application/pdf", "giấy phép.pdf"],
    ["scan", "\x89PNG\r\n\x1a\n", "image/png", "scan.png"],
    ["a.webp", "RIFF\0\0\0\0WEBPVP8 ", "image/webp", "a.webp"],
    ["a.tiff", "II*\0\0\0\0\0", "image/tiff", "a.tiff"],
    ["phim.mov", "\0\0\0\x14ftypqt  ", "video/quicktime", "phim.mov"],
    ["phim.3gp", "\0\0\0\x14ftyp3gp4", "video/mp4", "phim.mp4"],
    ["ghi am.m4a", "\0\0\0\x14ftypmp42", "audio/mp4", "ghi am.m4a"],
    ["ghi am.mp3", "ID3\x04\0", "audio/mpeg", "ghi am.mp3"],
    ["hop dong.docx", zip("word/"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "hop dong.docx"],
    ["so.xlsx", zip("xl/"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "so.xlsx"],
    ["scan.zip", zip("trang/"), "application/zip", "scan.zip"],
    ["so.xls", `${ole}${"\0".repeat(600)}W\0o\0r\0k\0b\0o\0o\0k\0`, "application/vnd.ms-excel", "so.xls"],
    ["cu.doc", `${ole}${"\0".repeat(600)}`, "application/msword", "cu.doc"],
    ["<img src=x onerror=alert(1)>.jpg", "\xff\xd8\xff\xe0", "image/jpeg", "img src=x onerror=alert(1).jpg"],
    ["NUL.pdf", "%PDF-1.4", "application/pdf", "tep-NUL.pdf"],
    ["-rf.pdf", "%PDF-1.4", "application/pdf", "rf.pdf"],
    ["../../a\\b:c.pdf", "%PDF-1.4", "application/pdf", "a-b-c.pdf"],
    ["???.pdf", "%PDF-1.4", "application/pdf", "tep.pdf"],
    [`${"ệ".repeat(300)}.pdf`, "%PDF-1.4", "application/pdf", `${"ệ".repeat(120)}.pdf`],
    ["a\u202efdp.jpg", "\xff\xd8\xff", "image/jpeg", "a-fdp.jpg"],
  ];
  const taken = await take(cases);
  const shape = schema.$defs.file.properties.name;
  for (const [i, [name, , type, safe]] of cases.entries()) {
    assert.deepEqual([taken[i].file?.mediaType, taken[i].file?.name], [type, safe], name);
    assert.match(safe, new RegExp(shape.pattern, "u"), name);
    assert.doesNotMatch(safe, new RegExp(shape.not.pattern, "u"), name);
  }
  const refused = [["a.jpg", "<html>none"], ["anh.jpg", "plain text"], ["a.exe", "MZ\x90\0"], ["a.svg", "<svg/>"], ["a.avif", "\0\0\0\x1cftypavif"], ["a.avif", "\0\0\0\x1cftypmif1\0\0\0\0mif1avif"], ["a.odt", zip("META-INF/")], ["a.apk", zip("lib/")], ["a.dat", ole], ["a.gif", strangers.image.find((content) => String(content).startsWith("GIF8")) ?? "GIF89a"]];
  assert.deepEqual((await take(refused)).map(({ why }) => why), refused.map(() => "kind"));
  assert.deepEqual((await take([["a.jpg", ""]])).map(({ why }) => why), ["empty"]);
  await context.close();
});

test("the kinds and endings are those of the schema", async () => {
  const context = await device();
  const page = await visit(context);
  const endings = await page.evaluate(() => kit.endings);
  assert.deepEqual(Object.keys(endings), schema.$defs.file.properties.mediaType.oneOf.map((choice) => choice.const));
  const [, printed] = /\(\?:((?:[^()]*))\)\$$/.exec(schema.$defs.file.properties.name.pattern);
  assert.deepEqual(Object.values(endings).flat(), printed.split("|").map((one) => one.replace(/\[(.)(.)\]/g, "$1")));
  await context.close();
});

test("a name is another's only where the content is the same", async () => {
  const context = await device();
  const page = await visit(context);
  const free = await page.evaluate(() => {
    const others = [{ name: "image.jpg", sha256: "a" }, { name: "Image (2).JPG", sha256: "b" }];
    return ["a", "b", "c"].map((sha256) => kit.freeName({ name: "IMAGE.jpg", sha256 }, others));
  });
  assert.deepEqual(free, ["image.jpg", "Image (2).JPG", "IMAGE (3).jpg"]);
  await context.close();
});

test("a file of 500 MB is refused before any of it is read", async () => {
  const context = await device();
  const page = await visit(context);
  const told = await page.evaluate(async () => {
    const part = new Blob([new Uint8Array(1 << 20)]);
    const file = new File(Array(500).fill(part), "phim.mp4");
    for (const name of ["arrayBuffer", "stream"]) Blob.prototype[name] = () => { throw new Error("it was read"); };
    return kit.files().take([file], { dossier: "a" });
  });
  assert.deepEqual(told, [{ why: "large", name: "phim.mp4", size: 500 << 20 }]);
  await context.close();
});

// ---- what goes wrong

test("a tab that is killed while it hashes loses nothing, and another window leaves alone what is worked on", async () => {
  const context = await device();
  const killed = await visit(context);
  await killed.evaluate(() => {
    crypto.subtle.digest = () => new Promise(() => {});
    void kit.files().take([kit.photo("giấy.jpg")], { dossier: "a", purpose: { kind: "story" } });
  });
  const other = await visit(context);
  const coming = () => other.evaluate(() => new kit.Database("ocop-test").keys("coming"));
  await eventually(async () => assert.equal((await coming()).length, 1));
  assert.deepEqual(await other.evaluate(() => kit.files().unfinished("a")), []);
  await killed.close();
  await eventually(async () => assert.equal(await other.evaluate(async () => (await kit.files().unfinished("a")).length), 1));
  assert.deepEqual(await other.evaluate(() => kit.files().unfinished("b")), []);
  const finished = await other.evaluate(async () => kit.files().take(await kit.files().unfinished("a"), { dossier: "a" }));
  assert.deepEqual(finished, [{ file: { name: "giấy.jpg", mediaType: "image/jpeg", size: 5000, sha256: photoHash(5000) }, kept: true, purpose: { kind: "story" } }]);
  assert.deepEqual(await coming(), []);
  await context.close();
});

test("it stays on its way until its dossier names it", async () => {
  const context = await device();
  const page = await visit(context);
  const left = await page.evaluate(async () => {
    const during = [];
    await kit.files().take([kit.photo("a.jpg")], { dossier: "a", onEach: async () => during.push((await new kit.Database("ocop-test").keys("coming")).length) });
    return [during, (await new kit.Database("ocop-test").keys("coming")).length];
  });
  assert.deepEqual(left, [[1], 0]);
  await context.close();
});

test("what the device has no room for is held in memory, and kept once there is room", async () => {
  const context = await device();
  const page = await visit(context);
  const devtools = await context.newCDPSession(page);
  const origin = new URL(site.url).origin;
  await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 24 << 20 });
  const taken = await page.evaluate(async () => {
    globalThis.database = new kit.Database("ocop-test");
    globalThis.files = new kit.Files(database);
    const photos = [1, 2, 3, 4, 5].map((n) => kit.photo(`${n}.jpg`, 4 << 20, n));
    globalThis.outcomes = await files.take(photos, { dossier: "a" });
    const there = await Promise.all(outcomes.map(async ({ file }) => (await (await files.get(file.sha256)).blob.arrayBuffer()).byteLength));
    return { kept: outcomes.map(({ kept }) => kept), there, refused: database.refused, full: database.full, room: await files.room() };
  });
  assert.equal(taken.kept.length, 5);
  assert.equal(taken.kept[0], true);
  assert.equal(taken.kept[4], false);
  assert.deepEqual(taken.there, Array(5).fill(4 << 20), "all of it can be used");
  assert.deepEqual([taken.refused, taken.full], [true, true]);
  assert.ok(taken.room.used > 4 << 20 && taken.room.free > 0);
  await page.evaluate(() => new kit.Database("ocop-test").change("dossiers", "a", () => ({ small: true })));
  assert.equal(await page.evaluate(() => database.refused), true, "a small thing that was kept does not hide it");
  await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 200 << 20 });
  await page.evaluate(async () => files.sweep(new Set(outcomes.map(({ file }) => file.sha256))));
  assert.equal(await page.evaluate(() => database.refused), false);
  const again = await visit(context);
  const hashes = await page.evaluate(() => outcomes.map(({ file }) => file.sha256));
  assert.deepEqual(await again.evaluate((given) => Promise.all(given.map(async (hash) => (await kit.files().get(hash))?.size)), hashes), Array(5).fill(4 << 20));
  await context.close();
});

test("without IndexedDB it is held in memory", async () => {
  const context = await device();
  for (const init of [() => delete globalThis.indexedDB, () => Object.defineProperty(globalThis, "indexedDB", { value: { open: () => { throw new DOMException("no", "SecurityError"); } } })]) {
    const page = await visit(context, { init });
    if (init.toString().includes("delete")) await page.evaluate(() => Object.defineProperty(globalThis, "indexedDB", { value: undefined }));
    const told = await page.evaluate(async () => {
      const database = new kit.Database("ocop-test");
      const files = new kit.Files(database);
      const [{ file, kept }] = await files.take([kit.photo("a.jpg")], { dossier: "a" });
      return { kept, size: (await files.get(file.sha256)).size, refused: database.refused, keys: await database.keys("files"), left: (await files.unfinished("a")).length };
    });
    assert.deepEqual({ ...told, keys: told.keys.length }, { kept: false, size: 5000, refused: true, keys: 1, left: 0 });
  }
  await context.close();
});

test("without crypto.subtle the vendored script hashes; where that is missing too, it is said and nothing is lost", async () => {
  const context = await device();
  const page = await visit(context, { init: () => Object.defineProperty(Crypto.prototype, "subtle", { value: undefined }) });
  assert.equal(await page.evaluate(async () => (await kit.files().take([kit.photo("a.jpg")], { dossier: "a" }))[0].file.sha256), photoHash(5000));
  await context.close();
  const other = await device();
  await other.route("**/sha256.js", (route) => route.abort());
  const without = await visit(other, { init: () => Object.defineProperty(Crypto.prototype, "subtle", { value: undefined }) });
  assert.deepEqual(await without.evaluate(() => kit.files().take([kit.photo("a.jpg")], { dossier: "a" })), [{ why: "unhashed", name: "a.jpg", size: 5000 }]);
  assert.equal(await without.evaluate(async () => (await kit.files().unfinished("a")).length), 1);
  await other.close();
});

test("a connection that was lost is made anew", async () => {
  const context = await device();
  const page = await visit(context);
  const told = await page.evaluate(async () => {
    const opened = [];
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (...args) {
      const request = open.apply(this, args);
      request.addEventListener("success", () => opened.push(request.result));
      return request;
    };
    const database = new kit.Database("ocop-test");
    await database.change("dossiers", "a", () => ({ n: 1 }));
    opened.at(-1).close();
    const read = await database.get("dossiers", "a");
    opened.at(-1).close();
    await database.change("dossiers", "a", ({ n }) => ({ n: n + 1 }));
    return { read, now: await new kit.Database("ocop-test").get("dossiers", "a"), refused: database.refused };
  });
  assert.deepEqual(told, { read: { n: 1 }, now: { n: 2 }, refused: false });
  await context.close();
});

test("what no dossier names goes, but for what was taken just now", async () => {
  const context = await device();
  const page = await visit(context);
  const left = await page.evaluate(async () => {
    const files = kit.files();
    const [a, b, c] = (await files.take([1, 2, 3].map((n) => kit.photo(`${n}.jpg`, 5000, n)), { dossier: "a" })).map(({ file }) => file.sha256);
    const database = new kit.Database("ocop-test");
    for (const old of [a, b]) await database.change("files", old, (kept) => ({ ...kept, since: kept.since - 25 * 60 * 60_000 }));
    await files.sweep(new Set([a]));
    return [a, b, c].map(async (hash) => (await files.get(hash)) !== undefined).reduce(async (all, one) => [...(await all), await one], []);
  });
  assert.deepEqual(left, [true, false, true]);
  await context.close();
});

test("the browser is asked once to keep what is there, and room is said only where it is known", async () => {
  const context = await device();
  const page = await visit(context);
  const told = await page.evaluate(async () => {
    let asked = 0;
    StorageManager.prototype.persist = () => (asked++, new Promise(() => {})); // a question to the person that nobody answers
    const files = kit.files();
    await files.take([1, 2].map((n) => kit.photo(`${n}.jpg`, 5000, n)), { dossier: "a" });
    const known = await files.room();
    StorageManager.prototype.estimate = async () => ({});
    return [asked, known.free > 0, await files.room()];
  });
  assert.deepEqual(told, [1, true, undefined]);
  await context.close();
});

test("what is not wanted any more is not taken", async () => {
  const context = await device();
  const page = await visit(context);
  const told = await page.evaluate(async () => {
    const stop = new AbortController();
    const files = kit.files();
    const outcomes = await files.take([1, 2, 3].map((n) => kit.photo(`${n}.jpg`, 5000, n)), { dossier: "a", signal: stop.signal, onEach: () => stop.abort() });
    return [outcomes.length, (await files.unfinished("a")).length];
  });
  assert.deepEqual(told, [1, 0]);
  await context.close();
});

// ---- papers of several pages

/** A PDF as the vendored script reads it. */
const pagesOf = (page, files) => page.evaluate(async (given) => {
  const { PDFDocument } = await import("/ocop/vendor/pdf.js");
  const made = await Promise.all(given.map(([name, width, height, options]) => kit.picture(name, width, height, options)));
  const paper = await kit.joined(made);
  const twice = await kit.joined([paper, made[0]]);
  const read = await PDFDocument.load(await paper.arrayBuffer());
  const bytes = new Uint8Array(await paper.arrayBuffer());
  const jpeg = new Uint8Array(await made[0].arrayBuffer());
  const text = new TextDecoder("latin1");
  return {
    type: paper.type, twice: (await PDFDocument.load(await twice.arrayBuffer())).getPageCount(),
    pages: read.getPages().map((one) => [...Object.values(one.getSize()).map(Math.round), one.getRotation().angle]),
    asItWas: text.decode(bytes).includes(text.decode(jpeg)),
  };
}, files);

test("pictures become one paper, each upright on its page, and their bytes stay as they are", async () => {
  const context = await device();
  const page = await visit(context);
  const paper = await pagesOf(page, [["1.jpg", 300, 400], ["2.jpg", 400, 300], ["3.jpg", 400, 300, { orientation: 6 }], ["4.jpg", 300, 400, { orientation: 3 }], ["5.png", 200, 200, { type: "image/png" }], ["6.webp", 300, 200, { type: "image/webp" }], ["7.jpg", 300, 400, { orientation: 2 }]]);
  assert.deepEqual(paper, {
    type: "application/pdf", twice: 8, asItWas: true,
    pages: [[595, 842, 0], [842, 595, 0], [842, 595, 90], [595, 842, 180], [595, 842, 0], [842, 595, 0], [595, 842, 0]],
  });
  const why = (given) => page.evaluate((content) => kit.joined([new Blob([content])]).catch(({ why: reason, at }) => [reason, at]), given);
  assert.deepEqual(await why("\0\0\0\x18ftypheic"), ["picture", 0], "HEIC, which this browser cannot read");
  await context.close();
});

// ---- the form

const inForm = (page, selector) => page.locator(`main ${selector}`);
const dossierOf = (page) => page.evaluate(() => form.dossier);

async function visitForm(context, dossier = {}, options = {}, how) {
  const page = await visit(context, how);
  page.wrong = [];
  page.on("pageerror", (error) => page.wrong.push(String(error)));
  page.on("console", (message) => message.type() === "error" && page.wrong.push(message.text()));
  await page.evaluate(([given, more]) => void kit.form(given, more), [dossier, options]);
  return page;
}

/** Chooses files by a button; each is [name, content, type]. */
async function choose(page, button, files) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), inForm(page, button).click()]);
  await chooser.setFiles(files.map(([name, content, mimeType = "image/jpeg"]) => ({ name, mimeType, buffer: Buffer.from(content, "latin1") })));
  return chooser;
}

const jpeg = (n) => `\xff\xd8\xff\xe0${String(n).repeat(1000)}`;
const pieces = (page, count) => eventually(async () => assert.equal((await dossierOf(page)).evidence?.length ?? 0, count));
const evidence = (n, more = {}) => ({ id: `giay-${n}`, kind: "test-report", file: { name: `giay-${n}.pdf`, mediaType: "application/pdf", size: 8, sha256: String(n).repeat(64) }, ...more });

test("a photo becomes a piece that proves what is ticked, and goes without a trace", async () => {
  const context = await device({ viewport: { width: 360, height: 740 } });
  const page = await visitForm(context, { report: { claims: { 5.2: { option: "a" } } } });
  await inForm(page, "#kind-evidence").selectOption("test-report");
  const chooser = await choose(page, "#camera-evidence", [["<img src=x onerror=alert(1)>.jpg", jpeg(1)]]);
  assert.equal(await chooser.element().evaluate((field) => `${field.accept} ${field.getAttribute("capture")}`), "image/* environment");
  await pieces(page, 1);
  const [piece] = (await dossierOf(page)).evidence;
  assert.match(piece.id, /^mc-01-[0-9a-f]{3}$/);
  assert.deepEqual([piece.kind, piece.file.name, piece.file.size], ["test-report", "img src=x onerror=alert(1).jpg", 1004]);
  assert.equal(await inForm(page, "img").count(), 0);
  await inForm(page, ".ev-card summary").first().click();
  await inForm(page, ".ev-all").waitFor();
  for (const name of ["kind", "title", "number", "issuer", "issued", "expires", "pages", "id", "file", "file/name", "file/mediaType", "file/size", "file/sha256"]) assert.ok(await inForm(page, `[data-path="/evidence/0/${name}"]`).count(), name);
  assert.ok(await inForm(page, '[data-path="/evidence/0/expires"]').isVisible(), "a test report has a term");
  await inForm(page, '[id="at-evidence-0-proves-5.2"]').click();
  assert.deepEqual((await dossierOf(page)).report, { claims: { 5.2: { option: "a", evidence: [piece.id] } } });
  await inForm(page, "#at-evidence-0-kind").selectOption("story");
  assert.ok(await inForm(page, '[data-path="/evidence/0/number"]').isHidden());
  await inForm(page, "#at-evidence-0-remove").click();
  assert.deepEqual(await dossierOf(page), { report: { claims: { 5.2: { option: "a" } } } });
  await inForm(page, '.notice[data-id="evidence-removed"] .actions button').click();
  const back = await dossierOf(page);
  assert.deepEqual([back.evidence, back.report], [[{ ...piece, kind: "story" }], { claims: { 5.2: { option: "a", evidence: [piece.id] } } }]);
  assert.deepEqual(page.wrong, []);
  await context.close();
});

test("what names a piece is found everywhere, and nothing else is touched", async () => {
  const context = await device();
  const page = await visitForm(context, {
    evidence: [evidence(1), evidence(2)], changes: { description: "x", evidence: ["giay-1", "giay-2"] }, updates: { renewed: ["giay-1"] }, extensions: { "vn.example": { evidence: ["giay-1"] } },
    report: { claims: { 5.2: { option: "a", evidence: ["giay-1"] } }, exemptions: [{ criterion: "1.1", evidence: ["giay-1"] }], figures: { contracts: [{ partner: "y", evidence: ["giay-2", "giay-1"] }] } }, requests: [{ kind: "test", evidence: ["giay-1"] }],
  });
  const before = await dossierOf(page);
  await page.evaluate(() => {
    kit.openPiece(form, "/evidence/0/number");
    form.redraw();
  });
  await inForm(page, "#at-evidence-0-remove").click();
  assert.deepEqual(await dossierOf(page), {
    evidence: [evidence(2)], changes: { description: "x", evidence: ["giay-2"] }, extensions: { "vn.example": { evidence: ["giay-1"] } },
    report: { claims: { 5.2: { option: "a" } }, exemptions: [{ criterion: "1.1" }], figures: { contracts: [{ partner: "y", evidence: ["giay-2"] }] } }, requests: [{ kind: "test" }],
  });
  await inForm(page, '.notice[data-id="evidence-removed"] .actions button').click();
  const sorted = (value) => JSON.parse(JSON.stringify(value), (_, one) => (Array.isArray(one) && typeof one[0] === "string" ? one.toSorted() : one));
  assert.deepEqual(sorted(await dossierOf(page)), sorted(before));
  await context.close();
});

test("several pictures are one paper or several, as the person says", async () => {
  const context = await device();
  const page = await visitForm(context);
  const real = await page.evaluate(async () => Promise.all([1, 2, 3].map(async (n) => [`trang ${n}.jpg`, new TextDecoder("latin1").decode(await (await kit.picture("x", 30 + n, 40)).arrayBuffer())])));
  const bytes = await page.evaluate(async () => Promise.all([1, 2, 3].map(async (n) => [...new Uint8Array(await (await kit.picture("x", 30 + n, 40)).arrayBuffer())])));
  const files = bytes.map((one, i) => [real[i][0], Buffer.from(one).toString("latin1")]);
  await choose(page, "#choose-evidence", files);
  await inForm(page, '[data-choice="one"]').click();
  await pieces(page, 1);
  const [{ file, id }] = (await dossierOf(page)).evidence;
  assert.deepEqual([file.name, file.mediaType], ["trang 1.pdf", "application/pdf"]);
  const count = () => page.evaluate(async () => (await (await import("/ocop/vendor/pdf.js")).PDFDocument.load(await (await form.files.get(form.dossier.evidence[0].file.sha256)).blob.arrayBuffer())).getPageCount());
  assert.equal(await count(), 3);
  await inForm(page, ".ev-card summary").first().click();
  await choose(page, "#at-evidence-0-more", [files[0]]);
  await eventually(async () => assert.equal(await count(), 4));
  assert.equal((await dossierOf(page)).evidence[0].id, id, "it is the same piece");
  await choose(page, "#choose-evidence", files);
  await inForm(page, '[data-choice="each"]').click();
  await pieces(page, 4);
  await choose(page, "#choose-evidence", [files[1]]);
  await inForm(page, '.notice[data-id="evidence-twice"]').waitFor();
  await pieces(page, 4);
  assert.deepEqual(page.wrong, []);
  await context.close();
});

test("where pages cannot be joined it is said why, and each is taken by itself", async () => {
  const context = await device();
  await context.route("**/pdf.js", (route) => route.abort());
  const page = await visitForm(context);
  await choose(page, "#choose-evidence", [["1.jpg", jpeg(1)], ["2.jpg", jpeg(2)]]);
  await inForm(page, '[data-choice="one"]').click();
  await eventually(async () => assert.match(await inForm(page, "dialog").innerText(), /vendor\/pdf\.js/));
  await inForm(page, '[data-choice="each"]').click();
  await pieces(page, 2);
  await context.close();
});

test("what is refused is said by name, and the others are taken", async () => {
  const context = await device();
  const page = await visitForm(context);
  await choose(page, "#choose-evidence", [["1.jpg", jpeg(1)], ["x.jpg", "<html>"], ["trong.pdf", "", "application/pdf"], ["a.heic", "\0\0\0\x18ftypheic", "image/heic"]]);
  await pieces(page, 2);
  const said = await inForm(page, '.notice[data-id="evidence-refused"]').innerText();
  assert.match(said, /x\.jpg[^]*trong\.pdf/);
  await page.evaluate(() => kit.finishEvidence(form));
  await context.close();
});

test("a file that the dossier names and the device has not is asked for, by size and content", async () => {
  const context = await device();
  const sha256 = createHash("sha256").update("%PDF-1.4").digest("hex");
  const page = await visitForm(context, { evidence: [evidence(1, { file: { name: "giay.pdf", mediaType: "application/pdf", size: 8, sha256 } })] });
  await inForm(page, "#at-evidence-0-find").waitFor();
  await choose(page, "#at-evidence-0-find", [["giay.pdf", "%PDF-1.45", "application/pdf"]]);
  await eventually(async () => assert.match(await inForm(page, '.notice[data-id="evidence-other"]').innerText(), /dung lượng/));
  await choose(page, "#at-evidence-0-find", [["giay.pdf", "%PDF-1.5", "application/pdf"]]);
  await eventually(async () => assert.match(await inForm(page, '.notice[data-id="evidence-other"]').innerText(), /nội dung/));
  await choose(page, "#at-evidence-0-find", [["giay.pdf", "%PDF-1.4", "application/pdf"]]);
  await eventually(async () => assert.equal(await inForm(page, ".ev-missing:visible").count(), 0));
  assert.equal(await inForm(page, '.notice[data-id="evidence-other"]').count(), 0);
  await context.close();
});

test("several files that are not on the device are chosen at once", async () => {
  const context = await device();
  const file = (content) => ({ name: `${content.slice(-1)}.pdf`, mediaType: "application/pdf", size: content.length, sha256: createHash("sha256").update(content).digest("hex") });
  const page = await visitForm(context, { evidence: [evidence(1, { file: file("%PDF-1.4") }), evidence(2, { file: file("%PDF-1.5") })] });
  await inForm(page, "#find-evidence").waitFor();
  await choose(page, "#find-evidence", [["a.pdf", "%PDF-1.5", "application/pdf"], ["b.pdf", "%PDF-1.4", "application/pdf"], ["c.pdf", "%PDF-1.6", "application/pdf"]]);
  await eventually(async () => assert.equal(await inForm(page, ".ev-missing:visible").count(), 0));
  assert.match(await inForm(page, '.notice[data-id="evidence-other"]').innerText(), /Có 1 tệp/);
  assert.equal((await dossierOf(page)).evidence.length, 2);
  await context.close();
});

test("beside a claim the pieces that fit come first, and new ones are tied to it", async () => {
  const context = await device();
  const page = await visitForm(context, { evidence: [evidence(1, { kind: "story" }), evidence(2)], report: { claims: { 5.2: { option: "a", evidence: ["mat"] } } } }, { draw: "picker" });
  const ids = () => inForm(page, ".ev-picker input").evaluateAll((all) => all.map((one) => one.id.replace("at-report-claims-5.2-evidence-", "")));
  assert.deepEqual(await ids(), ["giay-2", "mat", "giay-1"]);
  await inForm(page, '[id="at-report-claims-5.2-evidence-giay-2"]').check();
  await inForm(page, '[id="at-report-claims-5.2-evidence-mat"]').click();
  assert.deepEqual((await dossierOf(page)).report.claims["5.2"].evidence, ["giay-2"]);
  await inForm(page, ".ev-here summary").click();
  await choose(page, '[id^="camera-"]', [["moi.jpg", jpeg(1)]]);
  await pieces(page, 3);
  const now = await dossierOf(page);
  assert.equal(now.evidence[2].kind, "test-report");
  assert.deepEqual(now.report.claims["5.2"].evidence, ["giay-2", now.evidence[2].id]);
  assert.deepEqual(await ids(), ["giay-2", now.evidence[2].id, "giay-1"]);
  await context.close();
});

test("what a killed tab has left comes back as what it was for, once", async () => {
  const context = await device();
  const killed = await visitForm(context, {}, { draw: "picker" });
  await killed.evaluate(() => void (crypto.subtle.digest = () => new Promise(() => {})));
  await inForm(killed, ".ev-here summary").click();
  await choose(killed, '[id^="camera-"]', [["phieu.jpg", jpeg(1)]]);
  await eventually(async () => assert.equal(await killed.evaluate(async () => (await new kit.Database("ocop-test").keys("coming")).length), 1));
  await killed.close();
  const page = await visitForm(context);
  await eventually(async () => {
    await page.evaluate(() => kit.finishEvidence(form));
    assert.equal((await dossierOf(page)).evidence?.length, 1);
  });
  await page.evaluate(() => kit.finishEvidence(form));
  const { evidence: [piece], report } = await dossierOf(page);
  assert.deepEqual([piece.kind, report], ["test-report", { claims: { 5.2: { evidence: [piece.id] } } }]);
  await context.close();
});

test("two windows add at once and never give one id to two papers", async () => {
  const context = await device();
  const windows = await Promise.all([visitForm(context), visitForm(context)]);
  for (const [i, page] of windows.entries()) await choose(page, "#choose-evidence", [[`${i}.jpg`, jpeg(i)]]);
  for (const page of windows) await pieces(page, 1);
  const ids = await Promise.all(windows.map(async (page) => (await dossierOf(page)).evidence[0].id));
  assert.notEqual(ids[0], ids[1]);
  await context.close();
});

test("where the device keeps nothing it is said, and the dossier has its files", async () => {
  const context = await device();
  const page = await visitForm(context, {}, {}, { init: () => Object.defineProperty(globalThis, "indexedDB", { value: undefined }) });
  await choose(page, "#choose-evidence", [["1.jpg", jpeg(1)]]);
  await pieces(page, 1);
  assert.match(await inForm(page, '.notice[data-id="evidence-held"]').innerText(), /1 tệp chỉ còn trong trang/);
  assert.equal(await page.evaluate(async () => (await form.files.get(form.dossier.evidence[0].file.sha256)).size), 1004);
  await context.close();
});

test("who may not write sees the pieces and can change nothing", async () => {
  const context = await device();
  const page = await visitForm(context, { evidence: [evidence(1)], report: { claims: { 5.2: { evidence: ["giay-1"] } } } }, { reads: true });
  await inForm(page, ".ev-card summary").first().click();
  assert.deepEqual(await inForm(page, "input:not(:disabled), select, .ev-add, [id$=-remove], [id$=-replace]").count(), 0);
  await page.evaluate(() => void kit.form(form.dossier, { reads: true, draw: "picker" }));
  assert.equal(await inForm(page, "input").count(), 0);
  assert.match(await inForm(page, ".ev-picker").innerText(), /giay-1\.pdf/);
  await context.close();
});

test("a hundred photos of 4 MB: one after the other, and no more of them in memory than a few", async (t) => {
  const context = await device({ viewport: { width: 360, height: 740 } });
  const page = await visitForm(context);
  const photo = Buffer.from(await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(4000, 3000);
    const context2d = canvas.getContext("2d");
    const noise = new ImageData(400, 300);
    for (let at = 0; at < noise.data.length; at += 65536) crypto.getRandomValues(noise.data.subarray(at, Math.min(at + 65536, noise.data.length)));
    for (let i = 3; i < noise.data.length; i += 4) noise.data[i] = 255;
    context2d.drawImage(await createImageBitmap(noise), 0, 0, 4000, 3000);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 })).arrayBuffer());
    return [...bytes].map((byte) => String.fromCharCode(byte)).join("");
  }), "latin1");
  const names = Array.from({ length: 100 }, (_, i) => join(work, `IMG_${i}.jpg`));
  names.forEach((name, i) => writeFileSync(name, Buffer.concat([photo, Buffer.alloc(Math.max(1, 4_000_000 - photo.length), i + 1)])));
  const memory = await memoryOf(page);
  const before = memory();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), inForm(page, "#choose-evidence").click()]);
  const begun = performance.now();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, memory())), 50);
  await chooser.setFiles(names);
  await inForm(page, '[data-choice="each"]').click();
  await eventually(async () => assert.equal((await dossierOf(page)).evidence?.length, 100), 120_000);
  const taken = Math.round(performance.now() - begun);
  await eventually(async () => assert.ok((await inForm(page, ".ev-preview canvas").count()) > 2), 30_000);
  const drawn = await inForm(page, ".ev-preview canvas").count();
  clearInterval(watch);
  t.diagnostic(`100 photos of ${(photo.length / 1e6).toFixed(1)} MB and more, 4000 x 3000: ${taken} ms; the page's process ${before} MB before, ${most} MB at most; ${drawn} previews drawn`);
  assert.ok(drawn < 40, `those in sight: ${drawn}`);
  assert.ok(most - before < 250, `${before} MB became ${most}`);
  assert.equal(new Set((await dossierOf(page)).evidence.map(({ id }) => id)).size, 100);
  assert.deepEqual(page.wrong, []);
  await context.close();
});

/** A way to measure the memory of a page's process, in MB. */
async function memoryOf(page) {
  const devtools = await browser.newBrowserCDPSession();
  const before = await devtools.send("SystemInfo.getProcessInfo");
  const renderers = before.processInfo.filter(({ type }) => type === "renderer");
  const { id } = renderers.at(-1);
  assert.ok(page);
  return () => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))[1]) / 1024);
}

for (const [name, options, viewport] of [["a phone", {}, { width: 320, height: 640 }], ["a desktop, in English", { lang: "en" }, { width: 1280, height: 900 }]]) {
  test(`on ${name} nothing is wider than the screen, and axe finds nothing`, async () => {
    const context = await device({ viewport });
    for (const draw of [undefined, "picker"]) {
      const page = await visitForm(context, { evidence: [evidence(1, { title: "Phiếu kiểm nghiệm số 12/2026 của Trung tâm Kỹ thuật Tiêu chuẩn Đo lường Chất lượng 3", expires: "2026-12-31" }), evidence(2, { kind: "story", file: { ...evidence(2).file, name: `${"a".repeat(100)}.jpg`, mediaType: "image/jpeg" } })], report: { claims: { 5.2: { evidence: ["giay-1", "mat"] } } } }, { ...options, draw });
      if (!draw) await page.evaluate(() => {
        [0, 1].forEach((i) => kit.openPiece(form, `/evidence/${i}/kind`));
        form.redraw();
      });
      await page.evaluate(() => document.querySelector("main").shadowRoot.querySelectorAll("details").forEach((fold) => (fold.open = true)));
      if (draw) await inForm(page, ".ev-add").waitFor();
      if (!draw) await inForm(page, ".ev-missing:visible").first().waitFor();
      assert.deepEqual(await findings(page, { within: "main", off: ["region"] }), []);
      if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${viewport.width}-${draw ?? "list"}.png`), fullPage: true });
      assert.deepEqual(await page.evaluate(() => [...document.querySelector("main").shadowRoot.querySelectorAll("*")].filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 0.5).map((one) => one.outerHTML.slice(0, 200))), []);
    }
    await context.close();
  });
}

test("in the element a photo is there after a reload, under the task of evidence, and its card opens for what is wrong in it", async () => {
  const page = await visitElement({ viewport: phone });
  await put(page, exampleOf("thuc-pham-lan-dau"));
  const before = (await entered(page)).evidence.length;
  await openTask(page, "evidence");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("#camera-evidence").click()]);
  await chooser.setFiles({ name: "anh.jpg", mimeType: "image/jpeg", buffer: Buffer.from(jpeg(1), "latin1") });
  await eventually(async () => assert.equal((await entered(page)).evidence.length, before + 1));
  await page.reload();
  await eventually(async () => assert.equal((await entered(page))?.evidence.length, before + 1));
  const last = page.locator(`.ev-card[data-path="/evidence/${before}"]`);
  await last.waitFor();
  assert.ok(await last.locator(".ev-missing").isHidden(), "its file is on the device");
  await eventually(async () => assert.ok(await page.locator('.ev-card[data-path="/evidence/0"] .ev-missing').isVisible()));
  await page.locator("ocop-dossier").evaluate((form, at) => form.shadowRoot.querySelector(`.ev-card[data-path="/evidence/${at}"] summary`).click(), before);
  await last.locator(".ev-all").waitFor();
  await page.locator(`#at-evidence-${before}-title`).fill("Ảnh xưởng rang");
  await eventually(async () => assert.equal((await entered(page)).evidence[before].title, "Ảnh xưởng rang"));
  assert.match(await last.locator("summary strong").first().innerText(), /Ảnh xưởng rang/);
  await done(page);
});
