// Packages beside the command: what is packed here it takes, what it packs is
// opened here, and what is false is told of in the same words.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, openAsBlob, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { open as openFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { load, OcopError } from "../npm/index.js";
import { mediaType, open, pack, packBlob } from "../npm/pack.js";
import { blobs, fitted, item, itemsOf, numbers, patched, sum, zip64Of, zipOf } from "./bags.mjs";
import { launch } from "./chromium.mjs";
import { internal } from "./internal.mjs";
import { serve } from "./serve.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "ocop-pack-"));
after(() => rmSync(work, { recursive: true }));
const command = join(work, "ocop");
execFileSync("go", ["build", "-o", command, "./ocop/cmd/ocop"], { cwd: root });

const { limits } = await internal("made/kinds");
const ocop = await load({ words: [] });
const whole = "thuc-pham-lan-dau.json";
const proof = "data/evidence/";

/** What the command says of a package. */
function asked(bytes) {
  const name = join(work, "asked.zip");
  writeFileSync(name, bytes);
  return told(name);
}

function told(name) {
  const { status, stdout, stderr } = spawnSync(command, ["validate", "--json", name], { maxBuffer: 1 << 26 });
  assert.ok(status < 2, String(stderr));
  return JSON.parse(stdout);
}

const bytesOf = async (blob) => Buffer.from(await blob.arrayBuffer());
const codes = (problems) => problems.filter((p) => p.severity === "error").map((p) => `${p.code} ${p.path}`.trim());

/** The problems that a promise is refused with. */
async function refusal(promise) {
  const error = await promise.then(() => assert.fail("taken"), (e) => e);
  assert.ok(error instanceof OcopError, String(error?.stack));
  for (const { message } of error.problems) assert.ok(message.vi && message.en && !/\{|undefined/.test(message.vi + message.en), message.en);
  return codes(error.problems);
}

async function assertWhole(opened, dossier, files) {
  assert.equal(opened.valid, true, JSON.stringify(opened.problems));
  assert.deepEqual(opened.dossier, dossier);
  assert.deepEqual([...opened.files.keys()].sort(), [...files.keys()].sort());
  for (const [name, bytes] of files) {
    const file = opened.files.get(name);
    const blob = await file.blob();
    const piece = dossier.evidence.find((one) => one.file.name === name).file;
    assert.deepEqual([file.size, file.sha256, file.type, blob.type], [bytes.length, sum(bytes), piece.mediaType, piece.mediaType]);
    assert.ok((await bytesOf(blob)).equals(bytes), name);
  }
}

const examples = readdirSync(new URL("../../examples/dossiers/", import.meta.url)).filter((name) => name.endsWith(".json"));

const { dossier, files } = fitted(whole);
const text = JSON.stringify(dossier);
const good = await bytesOf(await packBlob(ocop, dossier, blobs(files)));
const bag = new Map();
for (const [name, bytes] of [...files].sort()) bag.set(proof + name, bytes);
const first = [...bag.keys()][0];
const place = `/evidence/${dossier.evidence.findIndex((one) => proof + one.file.name === first)}/file`;

test("what is packed here is opened here and by the command, and the other way round", async () => {
  for (const name of examples) {
    const { dossier, files } = fitted(name);
    const blob = await packBlob(ocop, dossier, blobs(files));
    assert.equal(blob.type, mediaType);
    await assertWhole(await open(ocop, blob), dossier, files);
    assert.deepEqual(asked(await bytesOf(blob)), { valid: true, problems: [] }, name);

    const [text, folder, packed] = ["json", "files", "zip"].map((ending) => join(work, `${name}.${ending}`));
    writeFileSync(text, JSON.stringify(dossier, undefined, 2));
    mkdirSync(folder);
    for (const [file, bytes] of files) writeFileSync(join(folder, file), bytes);
    execFileSync(command, ["pack", "-o", packed, text, folder]);
    const opened = await open(ocop, new Blob([readFileSync(packed)]));
    await assertWhole(opened, dossier, files);
    assert.deepEqual(Buffer.from(opened.documentBytes), readFileSync(text));

    const unpacked = join(work, `${name}.bag`);
    writeFileSync(join(work, "here.zip"), await bytesOf(await packBlob(ocop, readFileSync(text), blobs(files))));
    execFileSync(command, ["unpack", join(work, "here.zip"), unpacked]);
    const bag = join(work, `${name}.bag2`);
    execFileSync(command, ["unpack", packed, bag]);
    execFileSync("diff", ["-r", unpacked, bag]);
  }
});

/** The package's files as items, to be changed. */
const items = () => itemsOf(dossier, files);

const one = (more) => (list) => Object.assign(list.find((i) => i.name === first), more) && list;
const at = (name, change) => (list) => Object.assign(list.find((i) => i.name === name), change(list.find((i) => i.name === name))) && list;
const plus = (...more) => (list) => [...list, ...more];
const without = (...names) => (list) => list.filter((i) => !names.includes(i.name));
/** A text in a file replaced, and the tag manifest made to say its hash. */
const tag = (name, old, by) => (list) => {
  const file = list.find((i) => i.name === name);
  const before = sum(file.text);
  file.text = Buffer.from(file.text.toString("latin1").replace(old, by), "latin1");
  const manifest = list.find((i) => i.name === "tagmanifest-sha256.txt");
  manifest.text = Buffer.from(manifest.text.toString().replace(before, sum(file.text)));
  return list;
};
const sumOfFirst = sum(bag.get(first));
const unicode = (name) => Buffer.concat([Buffer.from("up"), numbers([5 + Buffer.byteLength(name), 2], [1, 1], [0, 4]), Buffer.from(name)]).toString("latin1");

const hostile = {
  "as it is": [plus(), []],
  deflated: [one({ method: 8 }), []],
  folders: [plus(item("data/"), item("data/evidence/")), []],
  "no bag-info.txt, no tag manifest": [without("bag-info.txt", "tagmanifest-sha256.txt"), []],
  "an entry over another": [one({ at: 0 }), ["PACK-07"]],
  "bytes before": [(list) => Object.assign(list[0], { before: "MZ" }) && list, ["PACK-05"]],
  "bytes between": [one({ before: "PK" }), ["PACK-05"]],
  "another name in its own header": [one({ localName: "x".repeat(Buffer.byteLength(first)) }), ["PACK-06"]],
  "another size in its own header": [one({ localSize: 1 }), ["PACK-06"]],
  "stored in another size": [one({ size: 1 }), ["PACK-06"]],
  encrypted: [one({ flags: 1 }), ["PACK-11"]],
  "encrypted directory": [one({ flags: 1 << 13 }), ["PACK-11"]],
  bzip2: [one({ method: 12 }), ["PACK-12"]],
  patch: [one({ flags: 1 << 5 }), ["PACK-13"]],
  comment: [one({ comment: "x" }), ["PACK-13"]],
  "times and owners": [one({ extra: "UT\x01\x00\x00ux\x00\x00" }), []],
  "an unknown extra field": [one({ extra: "nu\x00\x00" }), ["PACK-13"]],
  "an unknown extra field in its own header": [one({ localExtra: "nu\x00\x00" }), ["PACK-13"]],
  "another name in Unicode in its own header": [one({ localExtra: unicode("../x.pdf") }), ["PACK-13"]],
  "on another disk": [one({ disk: 1 }), ["PACK-04"]],
  "a cut extra field": [one({ extra: "UT\x05\x00" }), ["PACK-13"]],
  "the same name in Unicode": [one({ extra: unicode(first) }), []],
  "another name in Unicode": [one({ extra: unicode("../x.pdf") }), ["PACK-13"]],
  "deflated to another size": [one({ size: bag.get(first).length + 1, method: 8 }), [`PACK-22 ${place}`]],
  "bytes behind deflate": [one({ method: 8, behind: "x" }), [`PACK-18 ${place}`]],
  "what ends gzip behind deflate": [one({ method: 8, behind: trailer(bag.get(first)) }), [`PACK-18 ${place}`]],
  "another CRC": [one({ crc: 1 }), [`PACK-18 ${place}`]],
  "another CRC, deflated": [one({ crc: 1, method: 8 }), [`PACK-18 ${place}`]],
  "a damaged tag file": [at("bagit.txt", () => ({ crc: 1 })), ["PACK-18"]],
  "a dossier that unpacks to more than it says": [at("data/dossier.json", ({ text }) => ({ method: 8, size: text.length - 1 })), ["PACK-18"]],
  "a dossier that unpacks to less": [at("data/dossier.json", ({ text }) => ({ method: 8, size: text.length + 1 })), ["PACK-18"]],
  "no content, deflated": [plus(item(`${proof}z.pdf`, "", { method: 8 })), ["PACK-21"]],
  "..": [plus(item("../x.pdf")), ["PACK-14"]],
  ".. within": [plus(item("data/evidence/../../../x.pdf")), ["PACK-14"]],
  absolute: [plus(item("/etc/x.pdf")), ["PACK-14"]],
  backslash: [plus(item("data\\evidence\\x.pdf")), ["PACK-14"]],
  drive: [plus(item("C:x.pdf")), ["PACK-14"]],
  "empty part": [plus(item("data//x.pdf")), ["PACK-14"]],
  "no name": [plus(item("")), ["PACK-14"]],
  NUL: [plus(item("data/x\x00.pdf")), ["PACK-14"]],
  "line break": [plus(item("x\n.pdf")), ["PACK-14"]],
  "turned direction": [plus(item("x\u202e.pdf")), ["PACK-14"]],
  "not UTF-8": [plus({ ...item(""), name: Buffer.from("x\xff.pdf", "latin1") }), ["PACK-17"]],
  "not NFC": [plus(item(`${proof}ế.pdf`.normalize("NFD"))), ["PACK-17"]],
  "symbolic link": [one({ attributes: 0o120777 * 65536 }), ["PACK-15"]],
  "folder by DOS": [one({ attributes: 0x10 }), ["PACK-15"]],
  "a folder with content": [plus(item("data/x/", "x")), ["PACK-15"]],
  "a name twice": [plus(item(first)), ["PACK-16"]],
  "a name in capitals": [plus(item(first.toUpperCase())), ["PACK-16"]],
  "a folder of a file's name": [plus(item(`${first}/`)), ["PACK-16"]],
  "too many": [plus(...Array.from({ length: limits.files }, (_, i) => item(String(i)))), ["PACK-08"]],
  "a file too large": [one({ method: 8, size: limits.fileBytes + 1 }), ["PACK-09"]],
  "more than it warrants": [plus(item(`${proof}z.pdf`, "x", { method: 8, size: limits.free + 1 })), ["PACK-10", "PACK-21"]],
  "all too large": [plus(...Array.from({ length: 11 }, (_, i) => item(`${proof}${i}.pdf`, "", { method: 8, size: limits.fileBytes }))), ["PACK-09", "PACK-10", ...Array(11).fill("PACK-21")]],
  "a tag file too large": [at("bag-info.txt", () => ({ text: Buffer.from("a: b\n".repeat(1 << 18)) })), ["PACK-09"]],
  "a dossier too large": [at("data/dossier.json", ({ text }) => ({ text: Buffer.concat([text, Buffer.alloc(limits.document, " ")]) })), ["JSON-04"]],
  "no evidence": [without(first), [`PACK-20 ${place}`]],
  "no dossier": [without("data/dossier.json"), ["PACK-20"]],
  "no bagit.txt": [without("bagit.txt"), ["PACK-20"]],
  "no manifest": [without("manifest-sha256.txt"), ["PACK-20"]],
  nothing: [() => [], ["PACK-20", "PACK-20", "PACK-20"]],
  "another manifest": [at("manifest-sha256.txt", () => ({ name: "manifest-md5.txt" })), ["PACK-28"]],
  "another manifest beside": [plus(item("manifest-md5.txt")), ["PACK-21"]],
  "one file too many": [plus(item(`${proof}z.pdf`)), ["PACK-21"]],
  "changed evidence": [one({ text: patched(bag.get(first), 7, 0) }), [`PACK-23 ${place}`]],
  "changed evidence, deflated": [one({ text: patched(bag.get(first), 7, 0), method: 8 }), [`PACK-23 ${place}`]],
  "shorter evidence": [one({ text: bag.get(first).subarray(1) }), [`PACK-22 ${place}`]],
  "changed dossier": [tag("data/dossier.json", "{", "{ "), ["PACK-23"]],
  "dossier with an error": [tag("data/dossier.json", '"first"', '"fresh"'), ["DOSSIER-03 /application", "PACK-23"]],
  "not JSON": [tag("data/dossier.json", "{", "x"), ["JSON-01", "PACK-23"]],
  "version 0.97": [tag("bagit.txt", "1.0", "0.97"), ["PACK-25"]],
  "UTF-16": [tag("bagit.txt", "UTF-8", "UTF-16"), ["PACK-26"]],
  "no encoding": [tag("bagit.txt", "Tag-File-Character-Encoding: UTF-8\n", ""), ["PACK-27"]],
  "an empty declaration": [at("bagit.txt", () => ({ text: Buffer.from("") })), ["PACK-27", "PACK-23"]],
  "a line more": [tag("bagit.txt", "UTF-8\n", "UTF-8\nx: y\n"), ["PACK-27"]],
  "a byte order mark": [tag("bagit.txt", "BagIt", "\xef\xbb\xbfBagIt"), ["PACK-27"]],
  "a label without value": [tag("bag-info.txt", "Payload-Oxum:", "Payload-Oxum"), ["PACK-27"]],
  "not UTF-8 in bag-info.txt": [tag("bag-info.txt", "Source", "\xff"), ["PACK-27"]],
  "another oxum": [tag("bag-info.txt", "Payload-Oxum: ", "Payload-Oxum: 1"), ["PACK-31"]],
  "an oxum twice": [tag("bag-info.txt", "Source-Organization", "Payload-Oxum: 1.1\nSource-Organization"), ["PACK-31", "PACK-27"]],
  "a changed tag file": [at("bag-info.txt", () => ({ text: Buffer.from("Source-Organization: x\n") })), ["PACK-23"]],
  "another hash in the manifest": [tag("manifest-sha256.txt", sumOfFirst, sum("")), [`PACK-24 ${place}`]],
  "a short hash": [tag("manifest-sha256.txt", sumOfFirst, "12"), ["PACK-27", `PACK-30 ${place}`]],
  "hashes in capitals, CRLF": [tag("manifest-sha256.txt", /^.+$/gm, (line) => `${line.replace(/^\S+/, (hash) => hash.toUpperCase())}\r`), []],
  "a line of nothing": [tag("manifest-sha256.txt", "\n", "\n\n"), ["PACK-27"]],
  "not UTF-8 in the manifest": [tag("manifest-sha256.txt", "\n", `\n${sum("")}  data/\xff\n`), ["PACK-27"]],
  "listed twice": [tag("manifest-sha256.txt", "\n", `\n${sum("")}  data/dossier.json\n`), ["PACK-29"]],
  "a listed file that is not there": [tag("manifest-sha256.txt", "\n", `\n${sum("")}  data/x\n`), ["PACK-20"]],
  "a listed tag file": [tag("manifest-sha256.txt", "\n", `\n${sum("")}  bagit.txt\n`), ["PACK-27"]],
  "not listed": [tag("manifest-sha256.txt", `${sumOfFirst}  ${first}\n`, ""), [`PACK-30 ${place}`]],
  "more problems than are told": [plus(...Array.from({ length: 900 }, (_, i) => item(`${"ế".repeat(300)}${i}`))), undefined],
};

/** CRC and length, as they stand behind deflate in gzip. */
function trailer(bytes) {
  const zip = zipOf([item("x", bytes)]);
  return Buffer.concat([zip.subarray(14, 18), numbers([bytes.length, 4])]);
}

/** What the command takes for a package, and not for a dossier. */
const isPackage = (bytes) => bytes.subarray(0, 4).toString() === "PK\x03\x04";

async function assertSame(bytes, what, want) {
  const { valid, problems, ...rest } = await open(ocop, new Blob([bytes]));
  if (isPackage(bytes)) assert.deepEqual({ valid, problems }, asked(bytes), what);
  if (want) assert.deepEqual(codes(problems), want, what);
  if (!valid) assert.deepEqual(rest, { dossier: null, documentBytes: null, files: new Map() }, what);
  return valid;
}

test("what is false is told of as the command does", async () => {
  for (const [what, [change, want]] of Object.entries(hostile)) await assertSame(zipOf(change(items())), what, want);
});

test("a ZIP that is cut, patched or not alone is told of as the command does", async () => {
  const made = zipOf(items());
  const n = made.length;
  const cases = [
    ["without an end", made.subarray(0, -1), "PACK-02"],
    ["half", made.subarray(0, n / 2), "PACK-02"],
    ["its first four bytes", made.subarray(0, 4), "PACK-02"],
    ["a byte behind", Buffer.concat([made, Buffer.alloc(1)]), "PACK-05"],
    ["a comment", Buffer.concat([made.subarray(0, -2), Buffer.from("\x01\x00x")]), "PACK-05"],
    ["another ZIP behind", Buffer.concat([made, zipOf([item("a")])]), "PACK-05"],
    ["the directory cut", Buffer.concat([made.subarray(0, -40), made.subarray(-22)]), "PACK-04"],
    ["more files than are there", patched(made, n - 14, 7, n - 12, 7), "PACK-04"],
    ["of two disks", patched(made, n - 18, 1), "PACK-04"],
    ["ZIP64 of another length", zip64Of(made, 4, 1), "PACK-04"],
    ["ZIP64 of far too many", zip64Of(made, 30, 1, 38, 1), "PACK-08"],
    ["ZIP64 without its records", patched(made, n - 14, 0xff, n - 13, 0xff, n - 12, 0xff, n - 11, 0xff), "PACK-04"],
  ];
  for (const [what, bytes, code] of cases) await assertSame(bytes, what, [code]);
  assert.equal(await assertSame(zip64Of(made), "ZIP64", []), true);
  for (const bytes of ["", text, "Rar!\x1a\x07\x01\x00 and more of it than an end has"]) assert.deepEqual(codes((await open(ocop, new Blob([bytes]))).problems), ["PACK-01"]);
});

test("changed bytes are refused, or make no difference", async () => {
  let seed = 26;
  const random = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
  const bases = [good, zipOf(items()), zipOf(items().map((i) => ({ ...i, method: 8 })))];
  for (let i = 0; i < 150; i++) {
    const base = bases[i % 3];
    const marks = ["PK\x03\x04", "PK\x01\x02", "PK\x05\x06", "PK\x07\x08"];
    const from = base.indexOf(marks[random(4)], random(base.length));
    const where = Math.min(base.length - 1, from < 0 ? random(base.length) : from + random(60));
    const cut = random(8);
    const bytes = cut === 0 ? base.subarray(0, where) : cut === 1 ? Buffer.concat([base.subarray(0, where), base.subarray(where + 1)]) : patched(base, where, base[where] ^ (1 << random(8)));
    await assertSame(bytes, `mutant ${i}, byte ${where}, way ${cut}`);
  }
});

test("names that some system takes for one are the same here and in Go", async () => {
  const pairs = [["straße", "STRASSE"], ["ẞ", "ss"], ["ς", "Σ"], ["İ", "i̇"], ["ı", "I"], ["ﬁ", "FI"], ["Ế", "ế"], ["K", "k"], ["ſ", "S"], ["ᾳ", "ᾼ"], ["Ǆ", "ǅ"], ["ΐ", "ΐ".toUpperCase()]];
  for (const [a, b] of pairs) await assertSame(zipOf(items().concat([a, b].map((name) => item(`${proof}${name.normalize("NFC")}.pdf`)))), `${a} ${b}`);
});

test("what cannot be packed is refused with all that is wrong", async () => {
  const list = blobs(files);
  const name = first.slice(proof.length);
  const others = list.filter((file) => file.name !== name);
  const refused = (with_, of = dossier, options = undefined) => refusal(packBlob(ocop, of, with_, options));
  assert.deepEqual(await refused(others), [`PACK-20 ${place}`]);
  assert.deepEqual(await refused([...others, { name, blob: new Blob(["x"]) }]), [`PACK-22 ${place}`]);
  assert.deepEqual(await refused([...others, { name, blob: new Blob([patched(bag.get(first), 7, 0)]) }]), [`PACK-23 ${place}`]);
  assert.deepEqual(await refused([...list, list[0], list[0]]), [`PACK-16 /evidence/${dossier.evidence.findIndex((e) => e.file.name === list[0].name)}/file`]);
  assert.equal((await refused(list.map((file) => ({ name: file.name, blob: new Blob([Buffer.alloc(file.blob.size)]) })))).length, files.size, "each is told of");
  assert.deepEqual(await refused([]), dossier.evidence.flatMap((e, i) => (dossier.evidence.findIndex((o) => o.file.name === e.file.name) === i ? [`PACK-20 /evidence/${i}/file`] : [])));
  assert.deepEqual(await refused(list, { ...dossier, application: "fresh" }), ["DOSSIER-03 /application"]);
  assert.deepEqual(await refused(list, "{"), codes(ocop.validate("{").problems));
  assert.deepEqual(await refused(list, new Date()), ["MODULE-10"]);
  assert.deepEqual(await refused([new Blob(["x"])]), ["MODULE-10 /files/0"]);
  assert.deepEqual(await refused([null]), ["MODULE-10 /files/0"]);
  assert.deepEqual(await refused(undefined), ["MODULE-10 /files"]);
  for (const [options, want] of [[{ date: 1 }, "MODULE-14"], [{ signal: 1 }, "MODULE-10 /signal"], [{ onProgress: 1 }, "MODULE-10 /onProgress"], [{ on: "x" }, "DATE-01 /on"]]) {
    assert.deepEqual(await refused(list, dossier, options), [want]);
    assert.deepEqual(await refusal(open(ocop, new Blob([good]), options)), [want]);
  }
  assert.deepEqual(await refusal(open(ocop, "PK")), ["MODULE-10"]);
  const slim = await load({ checks: false, words: [] });
  assert.deepEqual(await refusal(packBlob(slim, dossier, list)), ["MODULE-08"]);
  assert.deepEqual(await refusal(open(slim, new Blob([good]))), ["MODULE-08"]);
});

test("what pieces say of one name must be one thing", async () => {
  const clash = structuredClone(dossier);
  const [a, b] = [0, dossier.evidence.findIndex((e) => e.file.name !== dossier.evidence[0].file.name && e.file.mediaType === dossier.evidence[0].file.mediaType)];
  clash.evidence[b].file.name = clash.evidence[a].file.name.toUpperCase();
  const refused = await refusal(packBlob(ocop, clash, blobs(files)));
  assert.deepEqual(refused.filter((code) => code.startsWith("PACK-16")), [`PACK-16 /evidence/${b}/file`]);
  clash.evidence[b].file.name = clash.evidence[a].file.name;
  assert.ok((await refusal(packBlob(ocop, clash, blobs(files)))).includes(`PACK-32 /evidence/${b}/file`));
});

test("names are found in either normal form", async () => {
  const vi = structuredClone(dossier);
  const name = "giấy chứng nhận đủ điều kiện.pdf";
  const old = first.slice(proof.length);
  for (const { file } of vi.evidence) if (file.name === old) file.name = name.normalize("NFD");
  const list = blobs(files).map((file) => (file.name === old ? new File([file.blob], name.normalize("NFD")) : file));
  const blob = await packBlob(ocop, vi, list);
  const opened = await open(ocop, blob);
  assert.ok(opened.files.has(name) && opened.dossier.evidence.some((e) => e.file.name === name));
  assert.equal(asked(await bytesOf(blob)).valid, true);
});

test("bytes are taken for a Blob, and a dossier as it was when it was passed", async () => {
  const padded = Buffer.concat([Buffer.from("xx"), good]);
  for (const bytes of [good, padded.subarray(2), new Uint8Array(good).buffer, new DataView(new Uint8Array(good).buffer)]) assert.equal((await open(ocop, bytes)).valid, true);
  const shared = new Uint8Array(new SharedArrayBuffer(good.length));
  shared.set(good);
  assert.equal((await open(ocop, shared)).valid, true);
  const bytes = Buffer.from(text);
  const packing = packBlob(ocop, bytes, blobs(files));
  bytes.fill(0);
  assert.equal((await open(ocop, await packing)).valid, true);
});

test("what is hostile is refused with problems: values, lists, options, and a worker that was ended", async () => {
  const list = blobs(files);
  const no = () => { throw new Error("no"); };
  const thrower = new Proxy({ on: 1 }, { get: no });
  const detached = new ArrayBuffer(8);
  structuredClone(detached, { transfer: [detached] });
  const ended = { validate: async () => { throw new OcopError([{ code: "MODULE-17", path: "", severity: "error", layer: "rule", message: { vi: "x", en: "x" }, params: {} }]); } };
  const wrong = Object.entries({
    package: [new Map(), detached, thrower, null, undefined, 1n, Symbol("zip"), () => good].map((value) => () => open(ocop, value)),
    dossier: [new Map(), thrower, null, undefined, 1n, Symbol("dossier"), { ...dossier, set: 1n }, new Proxy(() => dossier, {})].map((value) => () => packBlob(ocop, value, list)),
    files: [thrower, null, 1, { [Symbol.iterator]: 1 }, { [Symbol.iterator]: no }, { *[Symbol.iterator]() { no(); } }, [thrower], [{ name: 1, blob: list[0] }], [{ get name() { no(); }, blob: new Blob([]) }]].map((value) => () => packBlob(ocop, dossier, value)),
    options: [thrower, null, 1, { signal: thrower }, { onProgress: {} }].flatMap((value) => [() => packBlob(ocop, dossier, list, value), () => open(ocop, new Blob([good]), value)]),
  });
  for (const [what, works] of wrong) {
    for (const [i, work] of works.entries()) {
      const error = await work().then(() => "taken", (e) => e);
      assert.ok(error instanceof OcopError && error.problems.length > 0, `${what} ${i}: ${error}`);
    }
  }
  assert.deepEqual(await refusal(packBlob(ended, dossier, list)), ["MODULE-17"]);
  assert.deepEqual(await refusal(open(ended, new Blob([good]))), ["MODULE-17"]);
  assert.deepEqual(dossier, fitted(whole).dossier, "what was passed stays as it was");
});

test("a Blob that fails is said to", async () => {
  const name = join(work, "gone.zip");
  writeFileSync(name, good);
  const blob = await openAsBlob(name);
  writeFileSync(name, good.subarray(1));
  const { valid, problems } = await open(ocop, blob);
  assert.deepEqual([valid, codes(problems)], [false, ["PACK-03"]]);
});

test("progress counts bytes up to all of them", async () => {
  const all = [...files.values()].reduce((n, b) => n + b.length, 0);
  for (const work of [(onProgress) => packBlob(ocop, dossier, blobs(files), { onProgress }), (onProgress) => open(ocop, new Blob([good]), { onProgress })]) {
    const told = [];
    await work((progress) => told.push(progress));
    assert.deepEqual(told.at(-1), { loaded: all, total: all });
    assert.ok(told.length >= files.size && told.every(({ loaded }, i) => i === 0 || loaded > told[i - 1].loaded));
  }
});

test("an abort ends it with its reason, and a stream may be left", async () => {
  const reason = new Error("enough");
  const rejects = (promise) => assert.rejects(promise, (error) => error === reason);
  await rejects(packBlob(ocop, dossier, blobs(files), { signal: AbortSignal.abort(reason) }));
  await rejects(open(ocop, new Blob([good]), { signal: AbortSignal.abort(reason) }));
  for (const work of [(options) => packBlob(ocop, dossier, blobs(files), options), (options) => open(ocop, new Blob([good]), options)]) {
    const control = new AbortController();
    let after = 0;
    await rejects(work({ signal: control.signal, onProgress: () => (control.signal.aborted ? after++ : control.abort(reason)) }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(after <= 1, "nothing goes on");
  }
  const control = new AbortController();
  const stream = pack(ocop, dossier, blobs(files), { signal: control.signal });
  const reader = stream.getReader();
  await reader.read();
  control.abort(reason);
  await rejects((async () => { while (!(await reader.read()).done); })());
  for (const signal of [undefined, new AbortController().signal]) {
    const left = pack(ocop, dossier, blobs(files), { signal }).getReader();
    await left.read();
    await left.cancel(reason);
    assert.equal((await left.read()).done, true);
  }
});

/** A dossier whose first file has so many bytes on the disk, and its files. */
async function large(size) {
  const name = join(work, "large");
  const file = await openFile(name, "w");
  const piece = Buffer.alloc(1 << 20);
  const { createHash } = await import("node:crypto");
  const hash = createHash("sha256");
  for (let at = 0; at < size; at += piece.length) {
    piece.writeUInt32LE(at / piece.length);
    hash.update(piece);
    await file.write(piece);
  }
  await file.close();
  const big = structuredClone(dossier);
  const film = first.slice(proof.length);
  const sha256 = hash.digest("hex");
  for (const { file } of big.evidence) if (file.name === film) Object.assign(file, { size, sha256 });
  return { big, film, list: [...blobs(files).filter((file) => file.name !== film), { name: film, blob: await openAsBlob(name) }] };
}

test("200 MB go through in the memory of some buffers", async () => {
  const size = 200 << 20;
  const { big, film, list } = await large(size);
  const before = process.memoryUsage().rss;
  let most = before;
  const onProgress = () => (most = Math.max(most, process.memoryUsage().rss));
  const name = join(work, "large.zip");
  const file = await openFile(name, "w");
  for await (const chunk of pack(ocop, big, list, { onProgress })) await file.write(chunk);
  await file.close();
  const opened = await open(ocop, await openAsBlob(name), { onProgress });
  assert.equal(opened.valid, true, JSON.stringify(opened.problems));
  assert.equal(opened.files.get(film).size, size);
  assert.equal(told(name).valid, true);
  console.log(`200 MB packed and opened: ${((most - before) / 1e6).toFixed(0)} MB more at most`);
  assert.ok(most - before < 120e6, `${most - before} bytes`);
});

test("a page packs, opens and refuses under the same policy", async () => {
  const { url, close } = await serve({ "/ocop/": new URL("../npm/", import.meta.url) }, {
    answer(request, response) {
      if (request.url !== "/page" && request.url !== "/page.js") return false;
      response.setHeader("content-type", request.url === "/page" ? "text/html" : "text/javascript");
      response.end(request.url === "/page" ? '<!doctype html><title>t</title><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>' : `
        import { load } from "/ocop/index.js";
        import { loadInWorker } from "/ocop/worker.js";
        import * as packages from "/ocop/pack.js";
        globalThis.load = load; globalThis.loadInWorker = loadInWorker; globalThis.packages = packages; globalThis.ready = true;`);
      return true;
    },
  });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const problems = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(String(error)));
    await page.goto(`${url}page`);
    await page.waitForFunction(() => globalThis.ready, null, { polling: 50 });
    const trailing = zipOf(hostile["bytes behind deflate"][0](items())).toString("base64");
    const hidden = zipOf(hostile["what ends gzip behind deflate"][0](items())).toString("base64");
    const squeezed = zipOf(one({ method: 8 })(items())).toString("base64");
    const answer = await page.evaluate(async ({ dossier, files, zips }) => {
      const { pack, packBlob, open } = globalThis.packages;
      const bytes = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const list = files.map(([name, base64]) => new File([bytes(base64)], name));
      const ocop = await globalThis.load({ words: [] });
      const remote = await globalThis.loadInWorker({ words: [] });
      const blob = await packBlob(ocop, dossier, list);
      const opened = await open(remote, blob);
      const same = await Promise.all([...opened.files].map(async ([name, file]) => (await (await file.blob()).text()) === (await list.find((f) => f.name === name).text())));
      const frame = document.body.appendChild(document.createElement("iframe")).contentWindow;
      const foreign = await blob.arrayBuffer().then((buffer) => open(remote, new frame.Uint8Array(buffer)));
      const codes = await Promise.all(zips.map(async (zip) => (await open(ocop, bytes(zip))).problems.map((p) => p.code).join()));
      const refused = await packBlob(remote, dossier, list.slice(1)).catch((error) => error.problems[0].code);
      const control = new AbortController();
      const aborted = await packBlob(ocop, dossier, list, { signal: control.signal, onProgress: () => control.abort() }).catch((error) => error.name);
      const text = await new Response(pack(ocop, dossier, list)).blob();
      remote.terminate();
      return { valid: opened.valid, foreign: foreign.valid, same: same.every(Boolean) && same.length, codes, refused, aborted, again: text.size === blob.size, zip: btoa(Array.from(new Uint8Array(await blob.arrayBuffer()), (b) => String.fromCharCode(b)).join("")) };
    }, { dossier, files: [...files].map(([name, bytes]) => [name, bytes.toString("base64")]), zips: [squeezed, trailing, hidden] });
    const { zip, ...rest } = answer;
    assert.deepEqual(rest, { valid: true, foreign: true, same: files.size, codes: ["", "PACK-18", "PACK-18"], refused: "PACK-20", aborted: "AbortError", again: true });
    assert.deepEqual(asked(Buffer.from(zip, "base64")), { valid: true, problems: [] });
    assert.deepEqual(problems, []);
  } finally {
    await browser.close();
    await close();
  }
});
