// What the offices' pages stand on: members' sheets as they come in, and what the
// producer wrote of the contents of form 03.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, test } from "node:test";

import { load } from "../npm/node/index.js";
import { internal } from "./internal.mjs";
import { councilText, dossierText, sheetText, strangers } from "./strangers.mjs";

let ocop, members, beside, law;
before(async () => ([ocop, members, beside, law] = await Promise.all([load(), internal("dossier/members"), internal("dossier/beside"), internal("element/law")])));

const sheet = JSON.parse(sheetText);
const file = (content, name = "phieu.json") => new File([typeof content === "object" && !ArrayBuffer.isView(content) ? JSON.stringify(content) : content], name);
const by = (assessor, more) => ({ ...sheet, about: { ...sheet.about, assessor }, ...more });
const codesOf = ({ refused }) => refused.map(({ name, problems }) => [name, ...problems.map(({ code }) => code)]);

test("sheets come in from files, by who scored or else by the file's name", async () => {
  const { about: _, ...bare } = sheet;
  const { came, refused } = await members.sheetsInFiles(ocop, [file(by(" Bà An ")), file(bare, "so-y-te.json"), file(strangers.word[0], "x.docx"), file(dossierText, "ho-so.json"), file({ ...sheet, set: 99 }, "sai.json")]);
  assert.deepEqual(came.map(({ name, isNamed, chair }) => [name, isNamed, chair]), [["Bà An", true, false], ["so-y-te", false, false]]);
  assert.deepEqual(came[1].sheet, bare);
  assert.deepEqual(codesOf({ refused: refused.slice(0, 2) }), [["x.docx", "FORM-04"], ["ho-so.json", "FORM-05"]]);
  assert.equal(refused[2].name, "sai.json");
});

test("a whole council's file brings its members, a wrong one nobody", async () => {
  const council = JSON.parse(councilText);
  const { came, refused } = await members.sheetsInFiles(ocop, [file(councilText)]);
  assert.deepEqual([came.length, refused], [council.members.length, []]);
  assert.deepEqual(came.map(({ name, chair }) => [name, chair]), council.members.map(({ id, name, chair = false }) => [name ?? id, chair]));
  assert.deepEqual(came[0].sheet, { edition: council.edition, set: council.set, answers: council.members[0].answers });
  const wrong = await members.sheetsInFiles(ocop, [file({ ...council, members: [{ ...council.members[0], answers: { "99.9": "a" } }] })]);
  assert.deepEqual([wrong.came, wrong.refused.length], [[], 1]);
});

test("links and vectors come in line by line; what cannot be read stays", () => {
  const vector = ocop.vector({ edition: sheet.edition, set: sheet.set, answers: sheet.answers });
  const data = Buffer.from(JSON.stringify({ about: { assessor: "Ông Bình" } })).toString("base64url");
  const { came, left, refused } = members.sheetsInText(ocop, `${vector}\n\n  https://x.example/#ocop=${encodeURIComponent(`${vector}~${data}`)}\nhttps://x.example/#/a?b=1&ocop=${vector}&c=2\nxin chào\nhttps://x.example/#ocop=%E0%A4%A\n`);
  assert.deepEqual(came.map(({ name, isNamed }) => [name, isNamed]), [["", false], ["Ông Bình", true], ["", false]]);
  for (const one of came) assert.deepEqual(one.sheet.answers, sheet.answers);
  assert.equal(left, "xin chào\nhttps://x.example/#ocop=%E0%A4%A");
  assert.equal(refused.length, 2);
});

test("a sheet that looks like one that is there is known by levels and name", () => {
  const there = [{ id: "m1", name: "Bà  An", answers: sheet.answers }, { id: "m2", answers: { 1.1: "a" } }];
  const came = (name, answers, isNamed = true) => ({ name, isNamed, chair: false, sheet: { ...sheet, answers } });
  const reversed = Object.fromEntries(Object.entries(sheet.answers).reverse());
  assert.deepEqual(members.likenessOf(there, came("bà an", reversed)), { at: 0, why: "both" });
  assert.deepEqual(members.likenessOf(there, came("Bà An".normalize("NFD"), {})), { at: 0, why: "name" });
  assert.deepEqual(members.likenessOf(there, came("Ông Bình", { 1.1: "a" })), { at: 1, why: "sheet" });
  assert.deepEqual(members.likenessOf(there, came("Bà An", { 1.1: "b" }, false)), undefined, "a file's name says nothing");
  assert.deepEqual(members.likenessOf([], came("Bà An", sheet.answers)), undefined);
});

test("each member has an id of its own, and a council one chair", () => {
  const one = { name: "Bà An", isNamed: true, chair: true, sheet };
  const first = members.memberOf([], one);
  assert.deepEqual(first, { id: "m1", name: "Bà An", chair: true, answers: sheet.answers });
  assert.deepEqual(members.memberOf([first, { id: "m3", answers: {} }], { ...one, name: "" }), { id: "m4", answers: sheet.answers });
  assert.deepEqual(members.memberOf([{ id: "m2", answers: {} }], one).id, "m3");
});

test("what a record comes to is what the module says of the council", () => {
  const folder = new URL("../../examples/dossiers/", import.meta.url);
  const dossiers = readdirSync(folder).filter((name) => name.endsWith(".json")).map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8"))).filter(({ council }) => council);
  assert.ok(dossiers.length > 0);
  for (const { edition, product, council } of dossiers) {
    const outcome = ocop.council(members.requestOf(edition, product.set, council));
    assert.equal(outcome.count, council.members.length);
    assert.equal(outcome.seats, council.seats ?? null);
  }
  assert.equal(members.requestOf("qd26-2026", undefined, dossiers[0].council), undefined);
  assert.equal(members.requestOf("qd26-2026", 13, {}), undefined);
});

test("each content of form 03 has its criteria in every product set, in both languages", () => {
  for (let set = 1; set <= 26; set++) {
    const [vi, en] = ["vi", "en"].map((lang) => ocop.rubric(set, { lang }));
    for (const content of beside.contents) {
      const claims = beside.writtenOf(vi, content).filter((pointer) => pointer.startsWith("/report/claims/"));
      assert.deepEqual(beside.writtenOf(en, content), beside.writtenOf(vi, content), `${set} ${content}`);
      if (content === "materials" && set === 26) assert.deepEqual(claims, []); // tourism is made of none
      else assert.ok(claims.length > 0, `${set} ${content}`);
      assert.ok(claims.length <= 4, `${set} ${content}: ${claims}`);
    }
    assert.ok(beside.writtenOf(vi, "labour").includes("/report/claims/3.3"), String(set));
    assert.ok(beside.writtenOf(vi, "idea").includes("/report/claims/2.1"), String(set));
  }
  assert.deepEqual(beside.writtenOf(undefined, "labour"), ["/report/figures/workers"]);
});

test("what the producer describes is put together as it is written", () => {
  const rubric = ocop.rubric(13, { lang: "vi" });
  const value = (pointer) => ({ "/report/claims/5.1/description": "Có tờ rơi.", "/report/claims/5.2/description": " ", "/report/claims/5.3/description": "Kể về bến gốm." })[pointer];
  assert.equal(beside.descriptionsOf(value, rubric, "identity"), "Có tờ rơi.\nKể về bến gốm.");
  assert.equal(beside.descriptionsOf(value, rubric, "labour"), "");
  assert.equal(law.criteriaOf(rubric).length > 0, true);
});
