// What is published: sizes, the package's contents, types, and what bundlers make of it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { integrity } from "../npm/integrity.js";

const npm = fileURLToPath(new URL("../npm/", import.meta.url));
const here = fileURLToPath(new URL("./", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "ocop-"));
after(() => rmSync(work, { recursive: true }));

// The first module has to be there before the first score. The second is loaded
// behind it; it has its own limit, so that it does not grow unseen: it was 645 KB
// before papers, exemptions, days off and lives came into the dossier, 663 before it
// told what is due and where a dossier stands, 698 before figures and councils by
// office, 742 before papers, which would take 729 in a module of their own, 837 before
// reports, 868 before its data was joined and what only stack traces read left it, and
// 704 before papers had what stands beside a sheet's answers.
// One module with all of both is 726 KB.
const limits = { "ocop.wasm": 455_000, "ocop-checks.wasm": 713_000 };

test("modules keep their limits", () => {
  for (const [name, limit] of Object.entries(limits)) {
    const bytes = readFileSync(join(npm, name));
    const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
    console.log(`${name}: ${bytes.length} bytes, gzip ${gzipSync(bytes, { level: 9 }).length}, brotli ${brotli}`);
    assert.ok(brotli <= limit, `${name}: ${brotli} bytes of brotli, at most ${limit}`);
    assert.equal(integrity[name], `sha384-${createHash("sha384").update(bytes).digest("base64")}`);
  }
});

// An installed package: what npm packs, unpacked where Node looks for it.
const project = join(work, "project");
mkdirSync(join(project, "node_modules", "@ocop-vn"), { recursive: true });
const packed = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", work], { cwd: npm, stdio: ["ignore", "pipe", "ignore"] }));
const tarball = (Array.isArray(packed) ? packed : Object.values(packed))[0];
execFileSync("tar", ["-xzf", join(work, tarball.filename), "-C", join(project, "node_modules", "@ocop-vn")]);
execFileSync("mv", [join(project, "node_modules", "@ocop-vn", "package"), join(project, "node_modules", "@ocop-vn", "ocop")]);
for (const name of ["react", "react-dom", "scheduler", "vue", "@vue", "@types", "typescript", "csstype"]) {
  const from = join(here, "node_modules", name);
  if (existsSync(from)) symlinkSync(from, join(project, "node_modules", name));
}
writeFileSync(join(project, "package.json"), '{"name":"project","type":"module"}');

test("the package holds what its entries name, and nothing else", () => {
  const names = tarball.files.map((f) => f.path).sort();
  const { exports } = JSON.parse(readFileSync(join(npm, "package.json")));
  const files = (target) => (typeof target === "string" ? [target] : Object.values(target).flatMap(files));
  for (const file of files(exports)) if (!file.includes("*")) assert.ok(names.includes(file.slice(2)), file);
  for (const needed of ["README.md", "ELEMENT.md", "ocop.wasm", "vendor/client-zip.js", "vendor/pdf.js", "vendor/sha256.js", "words/qd26-2026/vi/13.json", "words/qd26-2026/vi/dossier.json", "words/qd26-2026/en/dossier.json", "words/qd26-2026/places.json", "words/qd26-2026/rules.json", "schema/dossier.json", "types/documents/sheet.d.ts"]) assert.ok(names.includes(needed), needed);
  // The licences of what it holds ask to go along.
  for (const [name, says] of [["LICENSE", /Apache License/], ["NOTICE", /The Go standard library[^]*go-json-experiment\/json[^]*client-zip[^]*@cantoo\/pdf-lib[^]*fflate[^]*@noble\/hashes[^]*uqr[^]*The Go Authors[^]*David Junger[^]*Andrew Dillon[^]*Arjun Barrett[^]*Paul Miller[^]*Anthony Fu/]]) {
    assert.ok(names.includes(name), name);
    assert.match(readFileSync(join(project, "node_modules/@ocop-vn/ocop", name), "utf8"), says);
  }
  for (const name of names) assert.doesNotMatch(name, /test|node_modules|\.map$|\.tgz$|\.mjs$/);
  console.log(`npm package: ${names.length} files, ${tarball.size} bytes packed, ${tarball.unpackedSize} unpacked`);
});

// Packing comes on its own: a page that scores does not load it.
test("what packs and opens keeps its limit", async () => {
  const { outputFiles: [{ contents }] } = await build({ entryPoints: [join(project, "node_modules/@ocop-vn/ocop/pack.js")], bundle: true, minify: true, format: "esm", platform: "browser", target: "es2022", write: false });
  const brotli = brotliCompressSync(contents).length;
  console.log(`package: ${contents.length} bytes, brotli ${brotli}`);
  assert.ok(brotli <= 17_000, `${brotli} bytes of brotli`);
});

test("Node loads the installed package", () => {
  writeFileSync(join(project, "run.js"), `
    import { load } from "@ocop-vn/ocop";
    import schema from "@ocop-vn/ocop/schema/sheet.json" with { type: "json" };
    import words from "@ocop-vn/ocop/words/qd26-2026/vi/13.json" with { type: "json" };
    const ocop = await load();
    console.log(ocop.score({ edition: "qd26-2026", set: 13, answers: {} }).status, schema.type, words.no, ocop.rubric(13, { lang: "vi" }).no);`);
  assert.match(execFileSync("node", ["--no-warnings", "run.js"], { cwd: project }).toString(), /^incomplete object 13 13/);
});

const entry = `
  import { load } from "@ocop-vn/ocop";
  globalThis.ocop = await load({ checks: false, words: ["vi"] });`;

test("esbuild bundles it", async () => {
  writeFileSync(join(project, "esbuild.js"), entry);
  const { warnings } = await build({ entryPoints: [join(project, "esbuild.js")], bundle: true, format: "esm", outfile: join(project, "out", "bundle.js"), platform: "browser", target: "es2022" });
  assert.deepEqual(warnings, []);
  // esbuild leaves addresses alone: the files go beside the bundle.
  cpSync(join(npm, "ocop.wasm"), join(project, "out", "ocop.wasm"));
  cpSync(join(npm, "words"), join(project, "out", "words"), { recursive: true });
  await import(pathToFileURL(join(project, "out", "bundle.js")));
  assert.equal(globalThis.ocop.score({ edition: "qd26-2026", set: 13, answers: {} }).status, "incomplete");
});

test("Vite bundles it, modules and words included", async () => {
  const { build: viteBuild } = await import("vite");
  writeFileSync(join(project, "index.html"), '<!doctype html><title>t</title><script type="module" src="/vite.js"></script>');
  writeFileSync(join(project, "vite.js"), `${entry}\nimport "@ocop-vn/ocop/element";`);
  await viteBuild({ root: project, logLevel: "error", base: "./", build: { outDir: join(work, "vite"), emptyOutDir: true, target: "es2022", assetsInlineLimit: 0 } });
  const assets = readdirSync(join(work, "vite", "assets"));
  assert.ok(assets.some((name) => /^ocop-.*\.wasm$/.test(name)), assets.join(" "));
  assert.equal(assets.filter((name) => name.endsWith(".json")).length, 3, "the words in both languages, and the rules");
});
