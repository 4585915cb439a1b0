// What is opened in the form of dossiers: it comes whole or not at all, and in words.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, test } from "node:test";

import { load } from "../npm/node/index.js";
import { packBlob } from "../npm/pack.js";
import { blobs, fitted, itemsOf, zipOf } from "./bags.mjs";
import { internal } from "./internal.mjs";
import { councilText, inUTF16, sheetText, strangers, withBOM } from "./strangers.mjs";

const examples = new URL("../../examples/dossiers/", import.meta.url);
const names = readdirSync(examples).filter((name) => name.endsWith(".json"));
const read = (name) => readFileSync(new URL(name, examples), "utf8");
const today = "2026-08-24";

let ocop, opening, backups;
before(async () => ([ocop, opening, backups] = await Promise.all([load(), internal("dossier/open"), internal("dossier/backup")])));

const open = (content, more) => opening.openFile(content instanceof Blob ? content : new Blob([typeof content === "object" && !ArrayBuffer.isView(content) ? JSON.stringify(content) : content]), { ocop, today, ...more });

/** The codes of what a file is refused for. */
async function refusal(content) {
  const { problems, ...nothing } = await open(content);
  assert.ok(problems?.length > 0, "it was taken");
  assert.deepEqual(nothing, {});
  for (const { message } of problems) for (const text of [message.vi, message.en]) assert.doesNotMatch(text, /\{|undefined|null/);
  return problems.map(({ code }) => code);
}

test("each dossier is opened as it is, whatever an editor put around it", async () => {
  for (const name of names) {
    for (const content of [read(name), withBOM(read(name)), inUTF16(read(name))]) {
      const { dossier, files, told } = await open(content);
      assert.deepEqual([dossier, files.size, told], [JSON.parse(read(name)), 0, []], name);
    }
  }
});

test("a draft is opened with all that is missing and wrong in it", async () => {
  for (const draft of [
    { edition: "qd26-2026", application: "first", registration: { year: 2026 } },
    { edition: "qd26-2026", producer: { name: "" }, report: { claims: { 1.1: { description: "Chưa chọn mức" } }, date: "sáng mai" } },
    { edition: "qd26-2026", report: { results: { years: [{}, { year: 2025 }] } }, evidence: [{ id: "a" }], extensions: { "vn.example": { none: null, off: false, __proto: {} } } },
  ]) {
    const { dossier, told } = await open(draft);
    assert.deepEqual([dossier, told], [draft, []]);
  }
  assert.deepEqual((await open({ product: { name: "Trà" } })).dossier, { edition: "qd26-2026", product: { name: "Trà" } }, "without an edition it is ours");
});

test("what no field can show is kept and told", async () => {
  const { dossier, told } = await open('{"edition":"qd26-2026","producer":{"name":"A","name":"B","fax":"1"},"registration":{"year":"2026"},"report":7}');
  assert.deepEqual(dossier, { edition: "qd26-2026", producer: { name: "B", fax: "1" }, registration: { year: "2026" }, report: 7 });
  assert.deepEqual(told.map(({ code, path }) => `${code} ${path}`).sort(), ["JSON-06 /producer/name", "JSON-07 /producer/fax", "JSON-09 /registration/year", "JSON-09 /report"]);
});

test("a dossier of another edition is kept out", async () => {
  for (const edition of ["qd148-2023", 2023, null, ["qd26-2026"]]) {
    const { problems } = await open({ ...JSON.parse(read(names[0])), edition });
    assert.deepEqual(problems.map(({ code, path }) => [code, path]), [["FORM-10", "/edition"]]);
    assert.match(problems[0].message.vi, /Chưa mở gì/);
  }
});

test("what is no dossier is refused as what it is", async () => {
  for (const [format, files] of Object.entries(strangers)) {
    if (format === "package") continue;
    for (const content of files) assert.deepEqual(await refusal(content), ["FORM-04"], format);
  }
  assert.deepEqual(await refusal(councilText), ["FORM-05"]);
  assert.deepEqual(await refusal({ format: "ocop-products", version: 1, products: [] }), ["FORM-05"]);
  for (const content of [{}, { edition: "qd26-2026" }, { application: "first", filed: "2026-08-24" }, [], [{ product: {} }]]) assert.deepEqual(await refusal(content), ["FORM-09"]);
  assert.deepEqual(await refusal('{"product":'), ["JSON-01"]);
  assert.deepEqual(await refusal(`{"product":{"name":"${"x".repeat(1 << 20)}"}}`), ["FORM-02"]);
});

test("numbers, letters and depths that no document can have are refused at once, not at each check", async () => {
  for (const value of ["1e999", '"\\ud800"', "[".repeat(20) + "]".repeat(20)]) {
    assert.deepEqual(await refusal(`{"product":{"name":"A"},"extensions":{"vn.example":${value}}}`), ["MODULE-10"], value.slice(0, 9));
  }
});

test("a sheet is opened as one, a wrong one refused in the words of sheets", async () => {
  const { sheet } = await open(withBOM(sheetText));
  assert.deepEqual(sheet, JSON.parse(sheetText));
  assert.deepEqual((await open({ edition: "qd26-2026", set: 13, answers: {} })).sheet.answers, {});
  const codes = await refusal({ ...JSON.parse(sheetText), set: 99 });
  assert.ok(codes.every((code) => !code.startsWith("FORM")), String(codes));
});

test("a package is opened with its files, also one with warnings", async () => {
  const { dossier, files } = fitted("thuc-pham-lan-dau.json");
  delete dossier.communeReport.number; // which is missed, and no mistake of the package
  assert.ok(ocop.validate(dossier).problems.length > 0);
  const seen = [];
  const opened = await open(await packBlob(ocop, dossier, blobs(files)), { onProgress: ({ loaded, total }) => seen.push(loaded / total) });
  assert.deepEqual([opened.dossier, opened.told], [dossier, []]);
  assert.deepEqual([...opened.files.keys()].sort(), [...files.keys()].sort());
  for (const [name, bytes] of files) assert.deepEqual(Buffer.from(await (await opened.files.get(name).blob()).arrayBuffer()), bytes);
  assert.equal(seen.at(-1), 1);
});

test("a package that was changed gives nothing of it", async () => {
  const { dossier, files } = fitted("do-uong-lan-dau.json");
  const items = itemsOf(dossier, files);
  const [last] = items.slice(-1);
  last.text = Buffer.from(last.text).fill("x");
  const { problems, ...nothing } = await open(zipOf(items));
  assert.deepEqual(nothing, {});
  assert.ok(problems.some(({ code }) => code.startsWith("PACK-")), JSON.stringify(problems));
});

test("who gives up opening is told of nothing", async () => {
  const { dossier, files } = fitted("do-uong-lan-dau.json");
  const blob = await packBlob(ocop, dossier, blobs(files));
  await assert.rejects(open(blob, { signal: AbortSignal.abort(new DOMException("enough", "AbortError")) }), { name: "AbortError" });
});

// ---- backups

const kept = (name, more) => ({ dossier: JSON.parse(read(name)), at: 1_790_000_000_000, ...more });

test("a backup brings all dossiers back, once", async () => {
  const dossiers = [...names.map((name) => kept(name)), { dossier: { edition: "qd26-2026", application: "first", registration: { year: 2026 } }, ticked: { 1.1: ["story"] }, at: 5 }];
  const { backup } = await open(backups.backupText(dossiers));
  const all = backups.restored(backup, []);
  assert.deepEqual([all.added, all.there, all.refused], [dossiers, 0, []]);
  const { report, ...rest } = dossiers[0].dossier; // the same in another order
  const again = backups.restored(backup, [{ report, ...rest }]);
  assert.deepEqual([again.added.length, again.there], [dossiers.length - 1, 1]);
  assert.equal(backups.restored({ ...backup, dossiers: [backup.dossiers[0], backup.dossiers[0]] }, []).added.length, 1);
});

test("of a backup that is damaged in one place the rest is opened", () => {
  const backup = { format: "ocop-dossiers", version: 1, dossiers: [null, { dossier: 5 }, { dossier: {} }, kept(names[0], { at: "gestern", ticked: { 1.1: "story" } }), { dossier: { edition: "qd148-2023", product: {} } }] };
  const { added, there, refused } = backups.restored(backup, []);
  assert.deepEqual([added, there], [[{ dossier: JSON.parse(read(names[0])), at: 0 }], 0]);
  assert.deepEqual(refused.map(({ code, path }) => `${code} ${path}`), ["FORM-06 /dossiers/0/dossier", "FORM-06 /dossiers/1/dossier", "FORM-09 /dossiers/2/dossier", "FORM-10 /dossiers/4/dossier/edition"]);
});

test("a backup of a later form is refused, and a large one is read", async () => {
  for (const more of [{ version: 2 }, { dossiers: {} }]) assert.deepEqual(await refusal({ format: "ocop-dossiers", version: 1, dossiers: [], ...more }), ["FORM-07"]);
  const many = backups.backupText(Array.from({ length: 100 }, () => kept("thuc-pham-lan-dau.json")));
  assert.ok(many.length > 1 << 20);
  assert.equal((await open(many)).backup.dossiers.length, 100);
});
