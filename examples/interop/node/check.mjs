// Checks OCOP dossiers with ajv against the published JSON Schema.
//   node check.mjs SCHEMA FILE…
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [schemaFile, ...files] = process.argv.slice(2);
const ajv = addFormats(new Ajv({ allErrors: true }));
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")));

let refused = 0;
for (const file of files) {
  const valid = validate(JSON.parse(readFileSync(file, "utf8")));
  console.log(`${file}: ${valid ? "fits" : "refused"}`);
  if (valid) continue;
  refused++;
  for (const error of validate.errors) console.log(`  ${error.instancePath || "/"}: ${error.message}`);
}
process.exit(refused ? 1 : 0);
