// The custom-elements manifest says what the form has, all of it and nothing else.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { internal } from "./internal.mjs";
import { manifest, page } from "./manifest.mjs";

const npm = new URL("../npm/", import.meta.url);
const sources = readdirSync(new URL("src/element/", npm)).map((name) => readFileSync(new URL(`src/element/${name}`, npm), "utf8")).join("\n");
const [{ declarations: [form], exports }] = manifest().modules;
const names = (list) => list.map(({ name }) => name).sort();
const found = (pattern) => [...new Set([...sources.matchAll(pattern)].map(([, name]) => name))].sort();

test("the tables and the manifest are made of the sources as they stand", () => {
  assert.equal(page(), readFileSync(new URL("ELEMENT.md", npm), "utf8"), "node wasm/test/manifest.mjs");
  assert.deepEqual(JSON.parse(readFileSync(new URL("custom-elements.json", npm), "utf8")), manifest(), "node wasm/test/manifest.mjs");
});

test("attributes, events, properties of style and parts are those that there are", async () => {
  const { OcopScore } = await internal("element");
  const { theme } = await internal("element/theme");
  assert.deepEqual(names(form.attributes), [...OcopScore.observedAttributes, "council", "no-history", "steps"].sort()); // which are asked when it prints, goes on or starts
  assert.deepEqual(names(form.events), found(/"(ocop-(?:ready|change|finish|error))": \{/g));
  assert.deepEqual(names(form.cssProperties), [...new Set([...[...theme.matchAll(/var\((--ocop-[a-z-]+)/g)].map(([, name]) => name), ...found(/var\((--ocop-[a-z-]*[a-z])[,)]/g)])].sort());
  assert.deepEqual(names(form.cssParts), found(/part: "([a-z]+)"/g));
});

test("nothing private is told", () => {
  assert.deepEqual(names(form.members), ["checkValidity", "clear", "form", "ocop", "reportValidity", "result", "sheet", "validationMessage", "validity"]);
  assert.equal(form.tagName, "ocop-score");
  assert.deepEqual(exports.map(({ name }) => name), ["OcopScore", "ocop-score"]);
  for (const member of form.members) assert.ok(member.description, member.name);
});
