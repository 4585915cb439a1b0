// The installed package in pages, as bundlers and frameworks build and serve them
// without any configuration, tried in Chromium.

import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { launch } from "../chromium.mjs";
import { serve } from "../serve.mjs";
import { expected } from "./expected.mjs";
import { dossier, filesIn, installed, leaks, project, run, sheet, start } from "./setup.mjs";

const browser = await launch();
after(() => browser.close());

/** A page does all that page.js tries, its form is ready, has a rubric and scores, and the form of dossiers checks. */
async function tryPage(url, more) {
  const page = await browser.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("response", (response) => {
    if (response.status() >= 400 && !response.url().endsWith("/favicon.ico")) faults.push(`${response.status()} ${response.url()}`);
  });
  try {
    await page.goto(url, { waitUntil: "networkidle" }); // a server for developers may load it twice
    await page.waitForFunction(() => window.tried);
    assert.deepEqual(await page.evaluate(() => window.tried), expected);
    assert.equal(await page.evaluate(() => window.worked), expected.total);
    const form = page.locator("ocop-score");
    await form.getByText(expected.criterion).first().waitFor();
    await form.evaluate((element, given) => void (element.sheet = given), sheet);
    await page.waitForFunction(() => document.querySelector("ocop-score").result);
    assert.equal(await form.evaluate((element) => element.result.total), expected.total);
    await checksDossier(page);
    await more?.(page);
    assert.deepEqual(faults, []);
  } catch (error) {
    throw new Error([error.message, ...faults].join("\n"), { cause: error });
  } finally {
    await page.close();
  }
}

/** The form of dossiers, which may be there, or is put there, says what is missing in a dossier, and packs none such. */
async function checksDossier(page) {
  await page.evaluate((given) => {
    const form = document.querySelector("ocop-dossier") ?? document.body.appendChild(document.createElement("ocop-dossier"));
    const { evidence, report: { claims, ...report }, ...rest } = given; // its files are nowhere
    form.dossier = { ...rest, report };
  }, dossier);
  await page.waitForFunction(() => document.querySelector("ocop-dossier").problems);
  const form = page.locator("ocop-dossier");
  await form.getByText(dossier.product.name).first().waitFor();
  const missing = await form.evaluate((element) => element.package().catch(({ problems }) => problems.map(({ code, path }) => `${code} ${path}`)));
  assert.deepEqual(missing, ["DOSSIER-01 /report/claims"]);
}

/** The same of a folder, as any server has it. */
async function tryFolder(t, folder, more = {}) {
  const { url, close } = await serve({ "/": folder, ...more }, { headers: { "content-security-policy": null } });
  t.after(close);
  await tryPage(url);
}

/** What a server wrote into the page. */
const fromServer = async (page) => assert.deepEqual(JSON.parse(await page.locator("pre").textContent()), expected);

describe("pages", () => {
  test("plain modules", async (t) => {
    await tryFolder(t, await project("page"), { "/ocop/": installed });
  });

  test("Vite", async (t) => {
    const folder = await project("vite", { own: true });
    const { url } = await start(t, folder, "vite", (port) => ["--port", port, "--host", "localhost"]);
    await tryPage(url);
    await run(folder, "vite", "build");
    assert.deepEqual(leaks(join(folder, "dist")), []);
    await tryFolder(t, join(folder, "dist"));
  });

  test("webpack", async (t) => {
    const folder = await project("webpack");
    const said = await run(folder, "webpack", "./page.js", "--mode", "production", "-o", "dist", "--output-filename", "page.js");
    assert.doesNotMatch(said, /WARNING in (?!asset size|entrypoint size|webpack performance)/);
    cpSync(join(folder, "index.html"), join(folder, "dist/index.html"));
    assert.deepEqual(leaks(join(folder, "dist")), []);
    await tryFolder(t, join(folder, "dist"));
  });

  // These two leave the addresses of files as they are: one copies the files.
  for (const [name, ...args] of [
    ["esbuild", "page.js", "--bundle", "--minify", "--format=esm", "--splitting", "--outdir=dist"],
    ["rollup", "page.js", "-p", "node-resolve", "-d", "dist"],
  ]) {
    test(name, async (t) => {
      const folder = await project(name);
      await run(folder, name, ...args);
      const dist = join(folder, "dist");
      assert.deepEqual(leaks(dist), []);
      for (const copied of readdirSync(installed).filter((file) => /\.wasm$|^words$|^worker-script\.js$|^chunk-/.test(file))) {
        cpSync(join(installed, copied), join(dist, copied), { recursive: true });
      }
      cpSync(join(folder, "index.html"), join(dist, "index.html"));
      await tryFolder(t, dist);
    });
  }

  test("Next", async (t) => {
    const folder = await project("next", { own: true });
    await run(folder, "next", "build");
    assert.deepEqual(leaks(join(folder, ".next/static")), []);
    for (const command of ["start", "dev"]) {
      const { url } = await start(t, folder, "next", (port) => [command, "-p", port]);
      await tryPage(url, async (page) => {
        await fromServer(page);
        await page.locator("output", { hasText: expected.total }).waitFor();
      });
      assert.deepEqual(await (await fetch(new URL("api/score", url))).json(), expected);
    }
  });

  test("SvelteKit", async (t) => {
    const folder = await project("sveltekit", { own: true });
    await run(folder, "vite", "build");
    assert.deepEqual(leaks(join(folder, "build")), []);
    const { url } = await start(t, folder, "node", () => ["build"]);
    await tryPage(url, fromServer);
    const dev = await start(t, folder, "vite", (port) => ["--port", port, "--host", "localhost"]);
    await tryPage(dev.url, fromServer);
  });

  // An address that is put together at run time made bundlers take along all 58
  // files that it might name.
  test("one name brings few files", async () => {
    const folder = await project("one", { own: true });
    await run(folder, "vite", "build", "--outDir", "vite");
    await run(folder, "webpack", "./index.js", "--mode", "production", "-o", "webpack");
    for (const made of ["vite", "webpack"]) {
      const files = filesIn(join(folder, made)).filter((file) => !file.endsWith(".html"));
      assert.ok(files.length <= 8, `${made}: ${files.length} files\n${files.join("\n")}`);
    }
  });

  test("React's hook brings no form", async () => {
    const folder = await project("hook");
    await run(folder, "esbuild", "index.js", "--bundle", "--format=esm", "--splitting", "--outdir=dist", "--external:react", "--metafile=meta.json");
    const { outputs } = JSON.parse(readFileSync(join(folder, "meta.json"), "utf8"));
    const first = new Set();
    const take = (name) => {
      if (first.has(name)) return;
      first.add(name);
      for (const { path, kind } of outputs[name].imports) if (kind === "import-statement" && path in outputs) take(path);
    };
    take("dist/index.js");
    const brought = [...first].flatMap((name) => Object.keys(outputs[name].inputs));
    assert.ok(brought.some((file) => file.endsWith("/ocop/react.js")), `${brought}`);
    for (const name of first) assert.doesNotMatch(readFileSync(join(folder, name), "utf8"), /attachShadow/, name);
  });
});
