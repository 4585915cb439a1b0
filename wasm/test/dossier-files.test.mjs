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
import { browsers } from "./browsers/index.mjs";
import { launch } from "./chromium.mjs";
import { eventually } from "./eventually.mjs";
import { serve } from "./serve.mjs";
import { strangers } from "./strangers.mjs";

const npm = new URL("../npm/", import.meta.url);
const schema = JSON.parse(readFileSync(new URL("schema/dossier.json", npm)));
const work = mkdtempSync(join(tmpdir(), "ocop-evidence-"));
const vendored = { "@noble/hashes/sha2.js": "/ocop/vendor/sha256.js" };

let browser, site;

before(async () => {
  await build({
    entryPoints: [fileURLToPath(new URL("dossier-files-page.mjs", import.meta.url))], outfile: join(work, "page.js"), bundle: true, format: "esm", target: "es2022",
    plugins: [{ name: "vendored", setup: (b) => b.onResolve({ filter: /.*/ }, ({ path }) => (Object.hasOwn(vendored, path) ? { path: vendored[path], external: true } : undefined)) }],
  });
  writeFileSync(join(work, "index.html"), '<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Minh chứng</title><link rel="icon" href="data:,"><script type="module" src="/page.js"></script><main></main></html>');
  site = await serve({ "/": work, "/ocop/": npm });
  browser = await launch();
});

after(async () => {
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
  await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 12 << 20 });
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
