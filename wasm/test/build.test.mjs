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
const root = fileURLToPath(new URL("../../", import.meta.url));
const here = fileURLToPath(new URL("./", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "ocop-"));
after(() => rmSync(work, { recursive: true }));

// The first module has to be there before the first score. The second is loaded
// behind it; it has its own limit, so that it does not grow unseen: it was 645 KB
// before papers, exemptions, days off and lives came into the dossier, 663 before it
// told what is due and where a dossier stands, 698 before figures and councils by
// office, 742 before papers, which would take 729 in a module of their own, 837 before
// reports, and 868 before its data was joined and what only stack traces read left it.
const limits = { "ocop.wasm": 460_000, "ocop-checks.wasm": 710_000 };

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

test("the package comes out the same from another folder", () => {
  const copy = join(work, "elsewhere", "ocop");
  const source = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root }).toString().trim().split("\n");
  for (const name of source) if (existsSync(join(root, name))) cpSync(join(root, name), join(copy, name));
  execFileSync("make", ["wasm"], { cwd: copy, stdio: "pipe" });
  const made = tarball.files.map(({ path }) => path);
  assert.ok(made.length > 100);
  for (const name of made) assert.ok(readFileSync(join(copy, "wasm/npm", name)).equals(readFileSync(join(npm, name))), name);
});

test("the package holds what its entries name, and nothing else", () => {
  const names = tarball.files.map((f) => f.path).sort();
  const { exports } = JSON.parse(readFileSync(join(npm, "package.json")));
  const files = (target) => (typeof target === "string" ? [target] : Object.values(target).flatMap(files));
  for (const file of files(exports)) if (!file.includes("*")) assert.ok(names.includes(file.slice(2)), file);
  for (const needed of ["README.md", "ELEMENT.md", "ocop.wasm", "vendor/client-zip.js", "vendor/sha256.js", "words/qd26-2026/vi/13.json", "words/qd26-2026/rules.json", "schema/dossier.json", "types/documents/sheet.d.ts"]) assert.ok(names.includes(needed), needed);
  // The licences of what it holds ask to go along.
  for (const [name, says] of [["LICENSE", /Apache License/], ["NOTICE", /The Go standard library[^]*go-json-experiment\/json[^]*client-zip[^]*@noble\/hashes[^]*uqr[^]*The Go Authors[^]*David Junger[^]*Paul Miller[^]*Anthony Fu/]]) {
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

test("types fit what is used", () => {
  writeFileSync(join(project, "use.ts"), `
    import { load, OcopError, type Result, type Sheet, type Dossier, type Holidays, type Life, type Milestones } from "@ocop-vn/ocop";
    import { loadInWorker } from "@ocop-vn/ocop/worker";
    import { open, pack, packBlob, type PackedFile } from "@ocop-vn/ocop/package";
    import { drawPaper, paperDOCX, printPaper, savePaper } from "@ocop-vn/ocop/papers";
    import { OcopScore, useOcop } from "@ocop-vn/ocop/react";
    import "@ocop-vn/ocop/element";
    const ocop = await load({ checks: false, words: ["vi"] });
    const sheet: Sheet = { edition: "qd26-2026", set: 13, answers: { "1.1": "c" } };
    const result: Result = ocop.score(sheet);
    const least: number | undefined = result.bounds?.star[0];
    const need: string | undefined = result.shortfalls[0]?.need;
    const label: string = ocop.rubric(13, { lang: "vi" }).parts[0].sections[0].criteria[0].options[0].label;
    const both: string = ocop.rubric(13).name.en;
    const points: number = ocop.rules(13).parts[0].sections[0].criteria[0].options[0].points;
    const to: number | null = ocop.plan({ ...sheet, star: 4, locked: ["3.1"] }).total.to;
    const dossier = {} as Dossier;
    const valid: boolean = ocop.validate(dossier).valid;
    const holidays: Holidays = { 2027: { off: ["2027-02-05"] } };
    const judged: boolean = ocop.validate(dossier, { on: "2026-09-17", holidays }).valid;
    const milestones: Milestones = { application: "first", filed: "2026-08-24" };
    const by: string = ocop.deadlines(milestones, { on: "2026-09-17", holidays: "{}" }).due[0].by;
    const life: Life = { steps: [{ step: "file", on: "2026-06-01" }] };
    const next: string[] = ocop.life(life, { on: "2026-09-17" }).next;
    ocop.deadlines(dossier);
    ocop.life(dossier);
    // @ts-expect-error a life knows no days off
    ocop.life(life, { holidays });
    // @ts-expect-error a sheet is not judged as of a day
    ocop.validate(sheet, { as: "sheet", on: "2026-09-17" });
    // @ts-expect-error there is no such step
    ocop.life({ steps: [{ step: "fly", on: "2026-06-01" }] });
    const remote = await loadInWorker();
    const later: string = (await remote.deadlines(milestones)).due[0].by;
    const again: Result = await remote.score(sheet);
    const checked: boolean = (await remote.validate(dossier)).valid && (await remote.validate(sheet, { as: "sheet" })).valid;
    const name: string = (await remote.rubric(13, { lang: "vi" })).name + (await remote.rubric(13)).name.vi;
    const drawn: HTMLElement = drawPaper(ocop.paper("report", sheet, { lang: "en" }));
    printPaper(await remote.paper("form-01", dossier));
    const word: Blob = await paperDOCX(ocop, "minutes", dossier, { council: "ministry" });
    await savePaper(remote, "form-02", "{}", { format: "docx" });
    // @ts-expect-error there is no such paper
    ocop.paper("form-04", dossier);
    const form = OcopScore({ lang: "vi", onChange: (e) => e.detail.result.total });
    const stream: ReadableStream<Uint8Array> = pack(ocop, dossier, [new File([], "a.pdf"), { name: "b.pdf", blob: new Blob() }], { signal: AbortSignal.timeout(9), onProgress: ({ loaded, total }) => loaded / total });
    const opened = await open(remote, await packBlob(remote, "{}", []), { on: "2026-09-17" });
    const piece: PackedFile | undefined = opened.valid ? opened.files.get(opened.dossier.evidence?.[0].file.name ?? "") : undefined;
    // @ts-expect-error of a package that is refused there is no dossier
    opened.dossier.evidence;
    // @ts-expect-error a Blob has no name
    pack(ocop, dossier, [new Blob()]);
    // @ts-expect-error an option is no number
    ocop.score({ edition: "qd26-2026", set: 13, answers: { "1.1": 3 } });
    // @ts-expect-error there is no product set 27
    ocop.score({ edition: "qd26-2026", set: 27, answers: {} });
    export { OcopError, useOcop, least, need, label, both, points, to, valid, again, form, checked, name, drawn, word, judged, by, next, later, stream, piece };`);
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({
    compilerOptions: { strict: true, noEmit: true, target: "es2022", module: "nodenext", lib: ["es2023", "dom", "dom.iterable"], types: [], skipLibCheck: false },
    files: ["use.ts"],
  }));
  execFileSync("node", [join(here, "node_modules/typescript/bin/tsc"), "-p", project], { stdio: "inherit" });
  execFileSync("node", [join(here, "types.mjs"), "--check"], { stdio: "inherit" });
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
