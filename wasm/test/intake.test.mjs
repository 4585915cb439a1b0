// The READMEs' ten minutes from nothing to a page that takes dossiers in, done as they
// stand there, in an empty folder beside the repository.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { fitted } from "./bags.mjs";
import { launch } from "./chromium.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (name) => readFileSync(join(root, name), "utf8");

/** The commands and the page between two headings of a README. */
function section(readme, heading) {
  const text = read(readme).split(`## ${heading}\n`)[1].split("\n## ")[0];
  const [setUp, look] = [...text.matchAll(/```sh\n([^]*?)```/g)].map(([, commands]) => commands.replace(/ +# .*$/gm, ""));
  return { setUp, look, page: /```html\n([^]*?)```/.exec(text)[1] };
}

const { setUp, look, page } = section("README.md", "Ten minutes from nothing to a page that takes dossiers in");

test("both READMEs do the same, with the page of the example", () => {
  assert.deepEqual(section("README.vi.md", "Mười phút, từ chưa có gì đến trang nhận hồ sơ"), { setUp, look, page });
  assert.equal(page, read("examples/intake/index.html"));
});

test("the page takes in a dossier that somebody opens and hands in", async (t) => {
  const place = mkdtempSync(join(tmpdir(), "ocop-intake-"));
  after(() => rmSync(place, { recursive: true, force: true }));
  symlinkSync(root, join(place, "ocop-go"));
  const commands = setUp.trim().split("\n");
  assert.equal(commands.shift(), "make -C ocop-go wasm"); // which is done before these tests
  assert.equal(commands.pop(), "go run .");
  execFileSync("sh", ["-ec", commands.join("\n")], { cwd: place, stdio: ["ignore", "ignore", "pipe"] });
  const folder = join(place, "nhan-ho-so");

  execFileSync("go", ["build", "-o", "server", "."], { cwd: folder });
  const server = spawn("./server", { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  t.after(() => server.kill());
  const [, url] = /(http:\S+)/.exec(await new Promise((resolve) => server.stderr.once("data", (said) => resolve(String(said)))));

  // A producer's package, as the command makes it.
  const { dossier, files } = fitted("thuc-pham-lan-dau.json");
  mkdirSync(join(place, "files"));
  for (const [name, content] of files) writeFileSync(join(place, "files", name), content);
  writeFileSync(join(place, "ho-so.json"), JSON.stringify(dossier));
  execFileSync("go", ["-C", root, "run", "./ocop/cmd/ocop", "pack", "-o", join(place, "ho-so.zip"), join(place, "ho-so.json"), join(place, "files")]);

  const browser = await launch();
  t.after(() => browser.close());
  const tab = await browser.newPage({ viewport: { width: 360, height: 740 } });
  const faults = [];
  tab.on("pageerror", (error) => faults.push(String(error)));
  const said = new Promise((resolve) => tab.on("dialog", (dialog) => { resolve(dialog.message()); dialog.accept(); }));
  for (let tries = 0; tries < 50 && !(await tab.goto(url).catch(() => undefined)); tries++) await tab.waitForTimeout(100);
  const form = tab.locator("ocop-dossier");
  const chooser = tab.waitForEvent("filechooser");
  await form.locator("#open").click();
  await (await chooser).setFiles(join(place, "ho-so.zip"));
  await form.locator("#task-finish").click();
  await form.locator("#finish").click();
  const [, kept] = /^Đã nhận hồ sơ: (ho-so-\d+\.zip)$/.exec(await said) ?? assert.fail(await said);
  assert.ok(readdirSync(folder).includes(kept));
  assert.deepEqual(faults, []);
  execFileSync("sh", ["-ec", look], { cwd: folder, env: { ...process.env, PWD: folder } });
});
