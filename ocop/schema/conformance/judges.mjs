// Judges the cases of conformance_test.go with ajv (strict, with formats and
// without), cfworker and hyperjump, and their shapes with ajv. Each line of the cases has the document as
// text, whether the library refuses it, and the places that the first judge found.
import { createInterface } from "node:readline";
import { createReadStream, readFileSync, readdirSync } from "node:fs";
import { Validator } from "@cfworker/json-schema";
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [cases, schemas, shapes] = process.argv.slice(2);

const escape = (name) => name.replaceAll("~", "~0").replaceAll("/", "~1");

// places are where ajv's errors stand, as the library names them.
function places(errors) {
  const found = new Set();
  for (const { keyword, instancePath, params } of errors) {
    if (keyword === "required") found.add(`${instancePath}/${escape(params.missingProperty)}`);
    else if (keyword === "additionalProperties") found.add(`${instancePath}/${escape(params.additionalProperty)}`);
    else if (!["oneOf", "anyOf", "if", "not"].includes(keyword) || errors.every((e) => e.instancePath === instancePath)) found.add(instancePath);
    else found.add(instancePath);
  }
  return found;
}

const related = (a, b) => a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);
const covers = (a, b) => [...a].every((x) => [...b].some((y) => related(x, y)));

const judges = {};
for (const file of readdirSync(schemas).filter((name) => name.endsWith(".json"))) {
  const name = file.replace(".json", "");
  const schema = JSON.parse(readFileSync(`${schemas}/${file}`, "utf8"));
  const withFormats = addFormats(new Ajv({ strict: true, allErrors: true })).compile(schema);
  const withoutFormats = new Ajv({ strict: true, validateFormats: false }).compile(schema);
  const shape = new Ajv({ strict: true }).compile(JSON.parse(readFileSync(`${shapes}/${file}`, "utf8")));
  const cfworker = new Validator(schema, "2020-12", true);
  registerSchema(schema);
  judges[name] = { withFormats, withoutFormats, shape, cfworker, hyperjump: await validate(schema.$id) };
}

let count = 0;
let samePlaces = 0;
const wrong = [];
for await (const line of createInterface({ input: createReadStream(cases) })) {
  const { as, document, refused, paths } = JSON.parse(line);
  const value = JSON.parse(document);
  const j = judges[as];
  const verdicts = {
    ajv: !j.withFormats(value),
    "ajv without formats": !j.withoutFormats(value),
    cfworker: !j.cfworker.validate(value).valid,
  };
  if (count % 10 === 0) verdicts.hyperjump = !j.hyperjump(value).valid; // slow: each tenth
  for (const [judge, verdict] of Object.entries(verdicts)) {
    if (verdict !== refused) wrong.push(`${judge} ${verdict ? "refuses" : "accepts"} ${as}: ${document.slice(0, 600)}`);
  }
  if (!refused && !j.shape(value)) wrong.push(`the shape of ${as} refuses for ajv what the schema takes: ${document.slice(0, 600)}`);
  if (verdicts.ajv && refused) {
    const found = places(j.withFormats.errors);
    const known = new Set(paths ?? []);
    if (covers(found, known) && covers(known, found)) samePlaces++;
    else wrong.push(`ajv's places ${JSON.stringify([...found])}, not ${JSON.stringify(paths)}: ${as} ${document.slice(0, 300)}`);
  }
  count++;
}
console.log(`${count} cases by ajv (strict, with and without formats) and cfworker, each tenth by hyperjump; ${samePlaces} refused at the same places; ${wrong.length} disagreements`);
for (const w of wrong.slice(0, 10)) console.error(w);
process.exit(wrong.length || !count ? 1 : 0);
