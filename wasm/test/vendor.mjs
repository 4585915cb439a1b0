// Puts the one script of others that the form loads into the npm package, as the
// registry has it, behind what it is and its licence: see NOTICE.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const from = (name) => readFileSync(new URL(`node_modules/uqr/${name}`, import.meta.url), "utf8");
const to = fileURLToPath(new URL("../npm/vendor/", import.meta.url));
const { name, version, license } = JSON.parse(from("package.json"));
mkdirSync(to, { recursive: true });
writeFileSync(`${to}uqr.js`, `// ${name} ${version}, ${license} licence: makes QR codes.\n/*!\n${from("LICENSE").trim()}\n*/\n${from("dist/index.mjs")}`);
