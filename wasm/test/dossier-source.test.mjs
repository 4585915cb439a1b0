// What the form of dossiers is drawn from: read once for all forms of a page, asked for
// once more where a cache has kept that of another release, and else refused.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { internal } from "./internal.mjs";
import { serve } from "./serve.mjs";

const words = new URL("../npm/words/", import.meta.url);
const { dossierSourceAt, readPlaces, readShape } = await internal("dossier/source");
const { fieldsOf, shapeAt } = await internal("dossier/shape");

const kept = new Map(); // path → what a cache answers before it is asked past it
let asked = [];
const server = await serve({ "/good/words/": words, "/kept/words/": words }, {
  answer(request, response) {
    asked.push(request.url);
    if (!kept.has(request.url)) return false;
    response.setHeader("content-type", "application/json");
    response.end(kept.get(request.url));
    kept.delete(request.url);
    return true;
  },
});
after(() => server.close());

/** A file as it was in another release, or in another language. */
const other = (name, change) => JSON.stringify({ ...JSON.parse(readFileSync(new URL(`qd26-2026/${name}`, words))), ...change });

test("the shape of a dossier comes in either language", async () => {
  const [vi, en] = [await readShape("vi", words), await readShape("en", words)];
  assert.equal(shapeAt(vi, "/producer/name").title, "Tên đơn vị");
  assert.equal(shapeAt(en, "/producer/name").title, "Name of the producer");
  assert.deepEqual(fieldsOf(vi), fieldsOf(en));
  assert.equal(shapeAt(vi, "/report/claims/1.1/option").kind, "text");
  assert.equal(shapeAt(vi, "/council/members/0/answers/1.1").kind, "text");
  assert.deepEqual(Object.keys(vi.members).slice(0, 4), ["edition", "application", "producer", "product"]);
});

test("a province has its communes", async () => {
  const places = await readPlaces(words);
  assert.equal(places.length, 34);
  const [code, name, [first]] = places[0];
  assert.deepEqual([code, name, first], ["01", "Thành phố Hà Nội", ["00004", "Phường Ba Đình"]]);
});

test("what is of another release or language is asked for once more, and then refused", async () => {
  const folder = `${server.url}kept/words/`;
  for (const [file, read] of [["vi/dossier.json", () => readShape("vi", folder)], ["places.json", () => readPlaces(folder)]]) {
    const path = `/kept/words/qd26-2026/${file}`;
    const wrong = ["version", "rubric", "edition"].map((name) => other(file, { [name]: "0.0.0" }));
    if (file !== "places.json") wrong.push(other(file, { lang: "en" }));
    for (const text of [...wrong, wrong[0].slice(0, -9)]) {
      kept.set(path, text);
      asked = [];
      assert.ok(await read());
      assert.deepEqual(asked, [path, path]);
    }
  }
  const gone = await readShape("vi", `${server.url}gone/`).catch((error) => error);
  assert.deepEqual(gone.problems.map(({ code }) => code), ["MODULE-19"]);
  const stale = await serve({}, { answer: (_, response) => response.setHeader("content-type", "application/json").end(other("places.json", { version: "0.0.0" })) });
  const refused = await readPlaces(stale.url).catch((error) => error);
  assert.deepEqual(refused.problems.map(({ code }) => code), ["MODULE-11"]);
  await stale.close();
});

test("forms of one page load it once, and again where it did not come", async () => {
  const source = dossierSourceAt(`${server.url}good`);
  assert.equal(dossierSourceAt(`${server.url}good`), source);
  assert.notEqual(dossierSourceAt(""), source);
  asked = [];
  await Promise.all([source.shape("vi"), source.shape("vi"), source.places(), source.places()]);
  await source.shape("en");
  assert.deepEqual(asked.sort(), ["/good/words/qd26-2026/en/dossier.json", "/good/words/qd26-2026/places.json", "/good/words/qd26-2026/vi/dossier.json"]);
  const broken = dossierSourceAt(`${server.url}broken/`);
  await assert.rejects(broken.places());
  asked = [];
  await assert.rejects(broken.places());
  assert.deepEqual(asked, ["/broken/words/qd26-2026/places.json"]);
});
