// The package in a page under a strict policy: the same answers as in Node.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { after, test } from "node:test";
import { load } from "../npm/index.js";
import { close, open } from "./stage.mjs";

const npm = new URL("../npm/", import.meta.url);
const examples = new URL("../../examples/", import.meta.url);
after(close);

const ocop = await load();

test("a page answers what Node answers", async () => {
  const page = await open("plain", `
    import { load } from "/ocop/index.js";
    load().then((ocop) => { globalThis.ocop = ocop; globalThis.ready = true; }, (e) => { globalThis.failed = e.message; });`);
  const sheets = Array.from({ length: 2000 }, (_, n) => {
    const set = 1 + (n % 26);
    const answers = {};
    const criteria = ocop.rules(set).parts.flatMap((p) => p.sections).flatMap((s) => s.criteria);
    criteria.forEach((c, i) => {
      if (n % 4 === 0 && i % 7 === n % 7) return;
      answers[c.code] = c.options[(n * 31 + i * i * 7) % c.options.length].code;
    });
    return { edition: "qd26-2026", set, answers };
  });
  const answers = (ocop, sheets) => sheets.map((sheet) => [ocop.score(sheet), ocop.score(JSON.stringify(sheet)), ocop.vector(sheet)]);
  const got = await page.evaluate((sheets) => JSON.stringify(sheets.map((sheet) => [globalThis.ocop.score(sheet), globalThis.ocop.score(JSON.stringify(sheet)), globalThis.ocop.vector(sheet)])), sheets);
  assert.equal(got, JSON.stringify(answers(ocop, sheets)));
  for (const name of readdirSync(new URL("dossiers/", examples)).filter((name) => name.endsWith(".json"))) {
    const dossier = readFileSync(new URL(`dossiers/${name}`, examples), "utf8");
    const verdict = await page.evaluate((text) => globalThis.ocop.validate(text), dossier);
    assert.deepEqual(verdict, { valid: true, problems: [] }, name);
  }
  const council = readFileSync(new URL("council/hoi-dong-tinh.json", examples), "utf8");
  assert.deepEqual(await page.evaluate((text) => globalThis.ocop.council(text), council), ocop.council(council));
  assert.deepEqual(page.problems, []);
});

test("a wrong hash, a lost module and missing words are said", async () => {
  const page = await open("faults", `
    import { load } from "/ocop/index.js";
    globalThis.codes = async (options) => { try { await load(options); return "loaded"; } catch (e) { return e.problems?.[0].code ?? String(e); } };
    globalThis.ready = true;`);
  const codes = (options) => page.evaluate((options) => globalThis.codes(options), options);
  const slim = { checks: false, words: [] };
  assert.equal(await codes({ url: "/ocop/ocop.wasm", integrity: `sha384-${"A".repeat(64)}`, ...slim }), "MODULE-05");
  assert.equal(await codes({ url: "/ocop/none.wasm", ...slim }), "MODULE-19");
  assert.equal(await codes({ url: "/ocop/package.json", ...slim }), "MODULE-06");
  assert.equal(await codes({ ...slim, words: ["vi"], wordsURL: "/nowhere/" }), "MODULE-19");
  const bytes = readFileSync(new URL("ocop.wasm", npm));
  for (const algorithm of ["sha256", "sha384", "sha512"]) {
    const hash = (of) => `${algorithm}-${createHash(algorithm).update(of).digest("base64")}`;
    assert.equal(await codes({ url: "/ocop/ocop.wasm", integrity: hash(bytes), ...slim }), "loaded");
    assert.equal(await codes({ integrity: hash(bytes), ...slim }), "loaded");
    assert.equal(await codes({ integrity: hash("other"), ...slim }), "MODULE-05");
  }
  for (const integrity of ["", "sha1-x", `sha-384-${"A".repeat(64)}`, "A".repeat(64)]) assert.equal(await codes({ integrity, ...slim }), "MODULE-12");
  assert.equal(await codes(slim), "loaded");
});
