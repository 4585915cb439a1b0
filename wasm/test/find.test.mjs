// Finding product sets by what people call products, as package scoring/qd26/words does.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { internal } from "./internal.mjs";

const { finder } = await internal("element/find");
const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const find = Object.fromEntries(["vi", "en"].map((lang) => [lang, finder(read(`../npm/words/qd26-2026/${lang}/all.json`).index)]));
const sorted = (found) => [...found.keys()].sort((a, b) => a - b);

test("the form finds what Go finds", () => {
  const table = read("../../scoring/qd26/words/testdata/find.json");
  assert.ok(table.length > 400);
  for (const { lang, text, sets } of table) assert.deepEqual(sorted(find[lang](text)), sets, `${lang}: ${text}`);
});

test("a set tells by which word it was found, unless by its own name", () => {
  assert.deepEqual([...find.vi("MAM TOM")], [[9, "mắm tôm"], [10, "mắm tôm"]]);
  assert.equal(find.vi("rượu").get(14), "");
});
