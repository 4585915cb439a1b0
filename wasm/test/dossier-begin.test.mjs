// Where a dossier begins: with nothing, a sheet, or an earlier dossier.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, test } from "node:test";

import { load } from "../npm/node/index.js";
import { internal } from "./internal.mjs";

const examples = (folder) => readdirSync(new URL(`../../examples/${folder}/`, import.meta.url)).filter((name) => name.endsWith(".json"))
  .map((name) => ({ name, document: JSON.parse(readFileSync(new URL(`../../examples/${folder}/${name}`, import.meta.url), "utf8")) }));
const [dossiers, sheets] = [examples("dossiers"), examples("sheets")];

let ocop, begin, law, catalogue;
before(async () => {
  [ocop, begin, law] = await Promise.all([load(), internal("dossier/begin"), internal("element/law")]);
  catalogue = ocop.catalogue({ lang: "vi" });
});

const today = "2026-08-24";
const criteriaOf = (sheet) => law.criteriaOf(ocop.rules(sheet.set));
const fromSheet = (sheet, more) => begin.fromSheet(sheet, { catalogue, today, criteria: criteriaOf(sheet), ...more });

test("a blank dossier has what is known of it and nothing else", () => {
  assert.deepEqual(begin.firstDossier({ catalogue, today }), { edition: "qd26-2026", application: "first", registration: { year: 2026 } });
  assert.deepEqual(begin.firstDossier({ set: 26, application: "upgrade", catalogue, today: "2027-01-02" }),
    { edition: "qd26-2026", application: "upgrade", product: { sector: "VI", group: "1", set: 26 }, registration: { year: 2027 } });
});

test("a product set has the class that the dossiers of it have", () => {
  for (const { document: { product: { sector, group, subgroup, set } } } of dossiers) {
    assert.deepEqual(begin.firstDossier({ set, catalogue, today }).product, { sector, group, ...(subgroup && { subgroup }), set });
  }
});

test("the claims that a sheet makes are its answers", () => {
  const { product: { subgroup: _, ...product }, ...rest } = dossiers.find(({ name }) => name === "thu-cong-my-nghe-lan-dau.json").document;
  for (const { name, document: sheet } of sheets) {
    const { dossier, ticked, gates } = fromSheet(sheet);
    const claims = Object.fromEntries(Object.entries(dossier.report.claims).map(([code, claim]) => [code, claim.option]));
    assert.deepEqual(claims, sheet.answers, name);
    for (const [code, note] of Object.entries(sheet.notes ?? {})) assert.equal(dossier.report.claims[code].description, note, name);
    assert.deepEqual([ticked, gates], [sheet.evidence ?? {}, sheet.gates ?? []], name);
    assert.deepEqual([dossier.product.name, dossier.producer?.name, dossier.producer?.address], [sheet.about?.product, sheet.about?.producer, sheet.about?.address], name);
    assert.deepEqual(ocop.claims({ ...rest, product: { ...product, ...dossier.product, name: product.name }, report: { ...rest.report, ...dossier.report } }).answers, sheet.answers, name);
  }
});

test("what falls away with another answer is not claimed, and its papers are not asked for", () => {
  const sheet = { edition: "qd26-2026", set: 13, answers: { 5.1: "a", 5.2: "c", 5.3: "b" }, notes: { 5.2: "Có cấu trúc.", 5.3: "Ghi trên bao bì." }, evidence: { 5.1: [], 5.2: ["story"], 5.3: ["story"] } };
  const away = law.fallsAway(criteriaOf(sheet), sheet);
  assert.ok(away.includes("5.2"));
  const { dossier, ticked } = fromSheet(sheet);
  assert.deepEqual(Object.keys(dossier.report.claims), ["5.1", "5.2", "5.3"].filter((code) => !away.includes(code)));
  assert.equal(ticked["5.2"], undefined);
  assert.equal(ticked["5.1"], undefined, "nothing was ticked there");
});

test("a sheet that is hardly begun begins a dossier all the same", () => {
  assert.deepEqual(fromSheet({ edition: "qd26-2026", set: 13, answers: {} }).dossier,
    begin.firstDossier({ set: 13, catalogue, today }));
  const noted = fromSheet({ edition: "qd26-2026", set: 13, answers: {}, notes: { "1.1": "Hỏi lại", 3.1: "  " }, about: { product: " Trà ", producer: " " }, gates: ["identical-product"] });
  assert.deepEqual(noted.dossier.report, { claims: { "1.1": { description: "Hỏi lại" } } }, "a note without a level is kept");
  assert.deepEqual([noted.dossier.product.name, noted.dossier.producer, noted.gates], ["Trà", undefined, ["identical-product"]]);
});

test("an earlier dossier begins a valid one, once what is new is written", () => {
  for (const { name, document } of dossiers) {
    const earlier = { ...document, decision: { by: "province", number: "1/QĐ-UBND", date: "2026-12-01", ...document.decision, star: 3 } };
    for (const [application, asked] of [["re-assessment", ["/updates"]], ["upgrade", ["/changes"]], ["first", []]]) {
      const on = { "re-assessment": dayIn(earlier, 4), upgrade: "2028-10-02", first: "2031-02-03" }[application];
      const next = begin.again(earlier, application, { today: on, province: "Tỉnh Đắk Lắk" });
      assert.equal(next.registration.year, Number(on.slice(0, 4)));
      next.evidence.forEach((paper) => delete paper.expires); // those with a term are renewed
      assert.deepEqual(errors(next, on).map(({ path }) => path).sort(), [...asked, "/registration/date", "/report/date"].sort(), `${name}, ${application}: what is asked for`);
      next.registration.date = next.report.date = on;
      if (application === "upgrade") next.changes = { description: "Thêm máy sấy.", evidence: [next.evidence[0].id] };
      if (application === "re-assessment") next.updates = Object.fromEntries(updates.map((member) => [member, "Không đổi."]));
      assert.deepEqual(errors(next, on), [], `${name}, ${application}`);
    }
  }
});

const updates = ["materials", "technology", "packaging", "labels", "declaration", "tests", "market", "output", "revenue"];

const errors = (dossier, on) => ocop.validate(dossier, { on }).problems.filter(({ severity }) => severity === "error");

/** A day in the months before a certificate's end, in which it can be renewed. */
function dayIn({ decision }, months) {
  const end = new Date(`${decision.expires ?? decision.issued ?? decision.date}T00:00:00Z`);
  if (!decision.expires) end.setUTCMonth(end.getUTCMonth() + 36);
  end.setUTCMonth(end.getUTCMonth() - months);
  return end.toISOString().slice(0, 10);
}

test("what belonged to the earlier time goes, what is the producer's stays", () => {
  const { document } = dossiers.find(({ name }) => name === "thuc-pham-lan-dau.json");
  const earlier = { ...document, extensions: { "vn.example.portal": { seen: false, none: null, empty: {} } }, inspections: [{ date: "2027-01-01" }], updates: { market: "cũ" }, changes: { description: "cũ", evidence: [] } };
  const kept = begin.again(earlier, "upgrade", { today, province: "Thành phố Đà Nẵng" });
  for (const member of ["communeReport", "proposed", "council", "provinceProposal", "ministry", "requests", "decision", "inspections", "withdrawal", "updates", "changes"]) assert.ok(!(member in kept), member);
  assert.deepEqual(Object.keys(kept.registration).sort(), ["commune", "province", "samples", "year"]);
  assert.deepEqual(kept.extensions, earlier.extensions, "with all that is in them");
  assert.deepEqual(kept.producer, earlier.producer);
  const { date: _, ...report } = earlier.report;
  assert.deepEqual(kept.report, report);
  kept.producer.name = "Tên khác";
  assert.notEqual(earlier.producer.name, "Tên khác", "it is a copy");
});

test("the decision is the earlier recognition of the next dossier", () => {
  const of = (earlier, province) => begin.again(earlier, "upgrade", { today, province }).previous;
  const decision = { by: "province", number: "12/QĐ-UBND", date: "2026-07-01", star: 3 };
  assert.deepEqual(of({ decision, product: { code: "48-20434-1-2026" } }, "Thành phố Đà Nẵng"), { productCode: "48-20434-1-2026", star: 3, decision: "12/QĐ-UBND", issuer: "UBND thành phố Đà Nẵng", issued: "2026-07-01" });
  assert.deepEqual(of({ decision: { ...decision, by: "ministry", star: 5, issued: "2026-07-05", expires: "2029-07-05" } }), { star: 5, decision: "12/QĐ-UBND", issuer: "Bộ Nông nghiệp và Môi trường", issued: "2026-07-05", expires: "2029-07-05" });
  assert.equal(of({ decision }).issuer, undefined, "no province is known");
  const previous = { star: 3, decision: "1/QĐ-UBND", issued: "2024-01-01" };
  assert.deepEqual(of({ previous }), previous, "none was decided since");
  assert.equal(of({ previous, decision, withdrawal: { by: "province", date: "2026-08-01" } }), undefined);
  assert.equal(begin.again({ product: { name: "Trà", code: "48-20434-1-2026" }, decision }, "upgrade", { today }).product.code, undefined);
});

test("papers that only an office asked for are not the producer's", () => {
  const evidence = [{ id: "khao-sat", kind: "other" }, { id: "phieu", kind: "test-report" }, { kind: "story" }];
  const requests = [{ kind: "survey", by: "province", evidence: ["khao-sat", "phieu"] }];
  const kept = begin.again({ evidence, requests, report: { claims: { 8: { option: "a", evidence: ["phieu"] } } } }, "re-assessment", { today });
  assert.deepEqual(kept.evidence, evidence.slice(1));
});

test("a draft with next to nothing, or with wrong values, is begun from all the same", () => {
  assert.deepEqual(begin.again({}, "re-assessment", { today }), { edition: "qd26-2026", application: "re-assessment", registration: { year: 2026 } });
  const odd = begin.again({ producer: "Hợp tác xã", product: [1], registration: null, report: 7, evidence: "x" }, "first", { today });
  assert.deepEqual(odd, { edition: "qd26-2026", application: "first", producer: "Hợp tác xã", product: [1], registration: { year: 2026 }, report: 7, evidence: "x" });
});
