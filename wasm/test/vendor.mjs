// Puts the scripts of others that the package loads into it, each one file behind
// what it is made of and the licences: see NOTICE. QR codes for the form, ZIP files
// and SHA-256 in pieces for packages, which WebCrypto has not, and PDF files.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const modules = new URL("node_modules/", import.meta.url);
const to = fileURLToPath(new URL("../npm/vendor/", import.meta.url));

/** What of each is used; nothing else of it comes along. */
const scripts = [
  { script: "uqr.js", entry: "uqr", names: "encode", does: "makes QR codes" },
  { script: "client-zip.js", entry: "client-zip", names: "makeZip", does: "writes ZIP files as a stream" },
  { script: "sha256.js", entry: "@noble/hashes/sha2.js", names: "sha256", does: "SHA-256, a piece at a time" },
  {
    script: "pdf.js", entry: "@cantoo/pdf-lib", names: "PDFDocument", does: "joins pictures and PDF files into one",
    // Half of it would be for SVG pictures, colours by name and letters, which no page of ours has.
    without: /\/(node-html-better-parser|html-entities|culori)\/|\/(Courier|Helvetica|Times|Symbol|ZapfDingbats)[\w-]*\.compressed\.json$/,
  },
];

/** Leaves out what is not used though it is imported. */
const leaving = (filter) => ({
  name: "leaving",
  setup: ({ onLoad }) => onLoad({ filter }, () => ({ contents: "export default undefined; export const parse = undefined, encode = undefined, NodeType = undefined, converter = () => undefined;", loader: "js" })),
});

/** The packages that files are of, with their versions and licences. */
function packagesOf(paths) {
  const names = new Set(paths.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []));
  return [...names].sort().map((name) => {
    const folder = new URL(`${name}/`, modules);
    const { version, license } = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
    const text = readFileSync(new URL(readdirSync(folder).find((file) => /^licen[cs]e/i.test(file)), folder), "utf8").trim();
    return { title: `${name} ${version}`, license, text };
  });
}

const listed = (texts) => [...new Set(texts)].join(" and ");

mkdirSync(to, { recursive: true });
for (const { script, entry, names, does, without } of scripts) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export { ${names} } from "${entry}";`, resolveDir: fileURLToPath(new URL(".", modules)) },
    bundle: true, minify: true, format: "esm", target: "es2022", legalComments: "none", write: false, metafile: true,
    plugins: without ? [leaving(without)] : [],
  });
  const [{ inputs }] = Object.values(metafile.outputs);
  const packages = packagesOf(Object.keys(inputs).filter((path) => inputs[path].bytesInOutput > 0 && !without?.test(path)));
  const about = `${listed(packages.map(({ title }) => title))}, ${listed(packages.map(({ license }) => license))} licence: ${does}.`;
  writeFileSync(`${to}${script}`, `// ${about}\n/*!\n${packages.map(({ text }) => text).join("\n\n")}\n*/\n${outputFiles[0].text}`);
}
