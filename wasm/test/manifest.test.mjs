// The custom-elements manifest says what the forms have, all of it and nothing else.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bundled, internal } from "./internal.mjs";
import { manifest, page } from "./manifest.mjs";

const read = (name) => readFileSync(new URL(`../npm/${name}`, import.meta.url), "utf8");
const names = (list) => list.map(({ name }) => name).sort();
const sorted = (list) => [...new Set(list)].sort();

/** The forms: where their events are declared, which attributes are only asked for when they are needed, and what a page may use. */
const forms = [
  { module: "element", name: "OcopScore", tag: "ocop-score", told: "element/desk", asked: ["council", "no-history", "steps"], members: ["checkValidity", "clear", "form", "ocop", "reportValidity", "result", "sheet", "validationMessage", "validity"] },
  { module: "dossier", name: "OcopDossier", tag: "ocop-dossier", told: "dossier/desk", asked: ["no-history"], members: ["dossier", "files", "ocop", "open", "package", "problems"] },
];

test("the tables and the manifest are made of the sources as they stand", () => {
  assert.equal(page(), read("ELEMENT.md"), "node wasm/test/manifest.mjs");
  assert.deepEqual(JSON.parse(read("custom-elements.json")), manifest(), "node wasm/test/manifest.mjs");
  assert.deepEqual(manifest().modules.map(({ path }) => path), forms.map(({ module }) => `${module}.js`));
});

for (const { module, name, tag, told, asked, members } of forms) {
  const { declarations: [form], exports } = manifest().modules.find(({ path }) => path === `${module}.js`);

  test(`${tag}: attributes, events, properties of style and parts are those that there are`, async () => {
    const script = await bundled(module);
    const { theme } = await internal("element/theme");
    const found = (pattern, text = script) => [...text.matchAll(pattern)].map(([, one]) => one);
    assert.deepEqual(names(form.attributes), [...(await internal(module))[name].observedAttributes, ...asked].sort());
    assert.deepEqual(names(form.events), sorted(found(/"(ocop-[a-z]+)": \{/g, read(`src/${told}.ts`))));
    assert.deepEqual(names(form.cssProperties), sorted([...found(/var\((--ocop-[a-z-]*[a-z])/g, theme), ...found(/var\((--ocop-[a-z-]*[a-z])[,)]/g)]));
    assert.deepEqual(names(form.cssParts), sorted(found(/\bpart: "([a-z]+)"/g)));
  });

  test(`${tag}: nothing private is told`, () => {
    assert.deepEqual(names(form.members), members);
    assert.equal(form.tagName, tag);
    assert.deepEqual(names(exports), [name, tag].sort());
    for (const member of form.members) assert.ok(member.description, member.name);
  });
}
