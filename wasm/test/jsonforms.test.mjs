// The forms that the schemas come with, drawn by JSON Forms: every field of the
// dossier, with the self-assessment by criterion, for each of the 26 product sets.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { launch } from "./chromium.mjs";
import { policy, serve } from "./serve.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "ocop-forms-"));
execFileSync("go", ["run", "./ocop/cmd/ocop", "schema", "--dir", join(work, "schemas")], { cwd: root });
await build({
  entryPoints: [fileURLToPath(new URL("jsonforms-page.jsx", import.meta.url))], outfile: join(work, "page.js"),
  bundle: true, format: "esm", jsx: "automatic", define: { "process.env.NODE_ENV": '"production"' },
});
writeFileSync(join(work, "index.html"), `<!doctype html><html lang="vi"><title>form</title><link rel="icon" href="data:,"><main></main><script type="module" src="/page.js"></script>`);
// ajv, within JSON Forms, compiles schemas to functions.
const site = await serve({ "/": work }, { headers: { "content-security-policy": policy.replace("'wasm-unsafe-eval'", "'unsafe-eval'") } });
const browser = await launch();
const page = await browser.newPage();
const wrong = [];
page.on("pageerror", (error) => wrong.push(error.message));
page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
await page.goto(site.url);
await page.waitForFunction(() => globalThis.draw);
after(async () => {
  await browser.close();
  await site.close();
  rmSync(work, { recursive: true });
});

const read = (...path) => JSON.parse(readFileSync(join(...path), "utf8"));
const dossiers = readdirSync(join(root, "examples/dossiers")).filter((name) => name.endsWith(".json")).map((name) => read(root, "examples/dossiers", name));

/** A dossier as a form's data, and back: the members for criteria by other names. */
const renamed = (value, name) => {
  if (Array.isArray(value)) return value.map((item) => renamed(item, name));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [name(key), renamed(inner, name)]));
};
const toForm = (dossier) => renamed(dossier, (key) => (/^\d/.test(key) ? `c${key.replaceAll(".", "_")}` : key));
const fromForm = (data) => renamed(data, (key) => (/^c\d/.test(key) ? key.slice(1).replaceAll("_", ".") : key));

/** How many inputs a layout has for some data: one for each field, and in lists one for each item's. */
function inputs(element, schema, data) {
  if (element.type !== "Control") return element.elements.reduce((sum, inner) => sum + inputs(inner, schema, data), 0);
  const names = element.scope.split("/").slice(1).filter((_, i) => i % 2 === 1);
  const field = names.reduce((s, name) => s.properties[name], schema);
  if (field.type !== "array") return 1;
  const items = names.reduce((value, name) => value?.[name], data) ?? [];
  if (field.items.type !== "object") return items.length;
  return items.reduce((sum, item) => sum + inputs(element.options.detail, field.items, item), 0);
}

/** Draws a form and counts, category by category, its inputs and what could not be drawn. */
async function drawn(key, schema, layout, data) {
  await page.evaluate((all) => globalThis.draw(...all), [key, schema, layout, data]);
  await page.waitForFunction((key) => globalThis.form?.key === key, key);
  return page.evaluate(async () => {
    const counts = [];
    const missing = [];
    for (const tab of document.querySelectorAll(".categorization-master li")) {
      tab.click();
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const detail = document.querySelector(".categorization-detail");
      counts.push(detail.querySelectorAll("input, select, textarea").length);
      missing.push(...(detail.innerText.match(/No applicable [^\n]*/g) ?? []));
    }
    return { counts, missing };
  });
}

for (let set = 1; set <= 26; set++) {
  test(`set ${set}: every field is drawn`, async () => {
    for (const lang of set % 9 === 4 ? ["", "en"] : [""]) { // the labels alone differ
      const schema = read(work, "schemas", lang, `forms/${set}.json`);
      const layout = read(work, "schemas", lang, `forms/${set}.ui.json`);
      const own = dossiers.filter((dossier) => dossier.product.set === set);
      for (const [i, dossier] of (own.length && !lang ? own : [{}]).entries()) {
        const data = toForm(dossier);
        const key = `${set} ${lang} ${i}`;
        const { counts, missing } = await drawn(key, schema, layout, data);
        assert.deepEqual(missing, []);
        assert.ok(counts.reduce((sum, n) => sum + n) > 150, "the criteria among them");
        assert.deepEqual(counts, layout.elements.map((category) => inputs(category, schema, data)));
        const form = await page.evaluate(() => globalThis.form);
        assert.deepEqual(fromForm(form.data), dossier, "the form changes nothing by itself");
        if (dossier.edition) assert.deepEqual(form.errors, [], "an example is right in its form");
      }
    }
    assert.deepEqual(wrong, []);
  });
}

test("what is chosen at a criterion stands where the dossier has it", async () => {
  const dossier = dossiers.find((one) => one.product.set === 13);
  const layout = read(work, "schemas", "forms/13.ui.json");
  await page.evaluate((all) => globalThis.draw(...all), ["choose", read(work, "schemas", "forms/13.json"), layout, toForm(dossier)]);
  await page.waitForFunction(() => globalThis.form?.key === "choose");
  await page.locator(".categorization-master li", { hasText: layout.elements.find((one) => JSON.stringify(one).includes("/claims/")).label }).click();
  await page.locator("[id='#/properties/report/properties/claims/properties/c1_2/properties/option-input']").selectOption("a");
  await page.waitForFunction(() => globalThis.form.data.report.claims.c1_2.option === "a");
  const changed = fromForm(await page.evaluate(() => globalThis.form.data));
  assert.notEqual(dossier.report.claims["1.2"].option, "a");
  const expected = structuredClone(dossier);
  expected.report.claims["1.2"].option = "a";
  assert.deepEqual(changed, expected);
});
