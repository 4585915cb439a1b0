// Compiles a shape with ajv, tells how long that took, and checks files with it:
// node ajv.mjs SHAPE FILE…

import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";

const [shape, ...files] = process.argv.slice(2);
const text = readFileSync(shape, "utf8");
const from = performance.now();
const fits = new Ajv({ strict: true }).compile(JSON.parse(text));
const took = performance.now() - from;
console.log(`ajv compiles it in ${Math.round(took)} ms`);
let wrong = took > 2000;
for (const file of files) {
  if (fits(JSON.parse(readFileSync(file, "utf8")))) continue;
  console.log(`${file}: ${JSON.stringify(fits.errors)}`);
  wrong = true;
}
process.exit(wrong ? 1 : 0);
