// Puts the scripts of others that the package loads into it, each one file behind
// what it is and its licence: see NOTICE. QR codes for the form, ZIP files and
// SHA-256 in pieces for packages, which WebCrypto has not.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const modules = new URL("node_modules/", import.meta.url);
const to = fileURLToPath(new URL("../npm/vendor/", import.meta.url));

/** What of each is used; nothing else of it comes along. */
const scripts = [
  { script: "uqr.js", from: "uqr", entry: "uqr", names: "encode", licence: "LICENSE", does: "makes QR codes" },
  { script: "client-zip.js", from: "client-zip", entry: "client-zip", names: "makeZip", licence: "LICENSE.txt", does: "writes ZIP files as a stream" },
  { script: "sha256.js", from: "@noble/hashes", entry: "@noble/hashes/sha2.js", names: "sha256", licence: "LICENSE", does: "SHA-256, a piece at a time" },
];

mkdirSync(to, { recursive: true });
for (const { script, from, entry, names, licence, does } of scripts) {
  const read = (name) => readFileSync(new URL(`${from}/${name}`, modules), "utf8");
  const { version, license } = JSON.parse(read("package.json"));
  const { outputFiles } = await build({
    stdin: { contents: `export { ${names} } from "${entry}";`, resolveDir: fileURLToPath(new URL(".", modules)) },
    bundle: true, minify: true, format: "esm", target: "es2022", legalComments: "none", write: false,
  });
  writeFileSync(`${to}${script}`, `// ${from} ${version}, ${license} licence: ${does}.\n/*!\n${read(licence).trim()}\n*/\n${outputFiles[0].text}`);
}
