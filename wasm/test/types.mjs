// Makes the types of ../npm/src/documents from the JSON Schemas in English; with --check
// it only tells whether they are fresh.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";

const schemas = new URL("../../ocop/schema/v1/en/", import.meta.url);
const types = new URL("../npm/src/documents/", import.meta.url);

/** The schemas, and the names that their documents have in TypeScript. */
const documents = {
  sheet: "Sheet", result: "Result", plan: "PlanRequest", "plan-result": "Plan", council: "Council",
  outcome: "Outcome", dossier: "Dossier", verdict: "Verdict", rubric: "Rubric",
  milestones: "Milestones", holidays: "Holidays", deadlines: "Deadlines", life: "Life", standing: "Standing", paper: "Paper",
};

/** What says nothing of a type: rules, which the module checks, and ids. */
const rules = ["if", "then", "else", "allOf", "not", "pattern", "examples", "$id", "$schema", "title", "description"];

/** A schema with types and a comment in it, and no more. */
function plain(schema) {
  if (Array.isArray(schema)) return schema.map(plain);
  if (schema === null || typeof schema !== "object") return schema;
  const out = {};
  for (const [name, value] of Object.entries(schema)) {
    if (name === "properties" || name === "$defs") {
      out[name] = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
    } else if (!rules.includes(name)) {
      out[name] = plain(value);
    }
  }
  // A list is a tuple where its length is fixed and short, else just a list.
  if (out.minItems !== out.maxItems || out.maxItems > 3) {
    delete out.minItems;
    delete out.maxItems;
  }
  const choices = out.oneOf?.every((one) => "const" in one);
  if (choices) {
    out.enum = out.oneOf.map((one) => one.const);
    delete out.oneOf;
    delete out.type;
  }
  const comment = [schema.title, schema.description].filter((text) => typeof text === "string").join(". ").replace(/\.\.+/g, ".");
  if (comment) out.description = comment;
  return out;
}

const check = process.argv.includes("--check");
let stale = false;
mkdirSync(types, { recursive: true });
for (const [file, name] of Object.entries(documents)) {
  const schema = plain(JSON.parse(readFileSync(new URL(`${file}.json`, schemas))));
  const made = await compile({ ...schema, title: name }, name, {
    bannerComment: "/* Made by wasm/test/types.mjs from the JSON Schemas; do not edit. */\n",
    additionalProperties: false, format: true, unreachableDefinitions: false,
  });
  const target = new URL(`${file}.ts`, types);
  if (!check) {
    writeFileSync(target, made);
    continue;
  }
  if (readFileSync(target, "utf8") !== made) {
    console.error(`wasm/npm/src/documents/${file}.ts is not what the schema says: node wasm/test/types.mjs`);
    stale = true;
  }
}
process.exit(stale ? 1 : 0);
