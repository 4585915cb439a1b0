// What is in the tarball, what tools say of it, and how large its entries are.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, test } from "node:test";
import { filesIn, installed, leaks, root, run, tarball, work } from "./setup.mjs";

const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));

/** The files that an entry names, under whatever conditions. */
const named = (entry) => (typeof entry === "string" ? [entry] : Object.values(entry).flatMap(named));

describe("tarball", () => {
  test("it is whole, and has nothing else", () => {
    const needed = [
      "LICENSE", "NOTICE", "README.md", "custom-elements.json", "ocop.wasm", "ocop-checks.wasm", "types/index.d.ts",
      "words/qd26-2026/vi/all.json", "words/qd26-2026/en/all.json", "words/qd26-2026/rules.json",
      "words/qd26-2026/vi/dossier.json", "words/qd26-2026/en/dossier.json", "words/qd26-2026/places.json",
      ...Object.values(manifest.exports).flatMap(named).filter((file) => !file.includes("*")),
    ];
    assert.deepEqual(needed.filter((name) => !existsSync(join(installed, name))), []);
    const names = filesIn(installed).map((file) => relative(installed, file));
    assert.deepEqual(names.filter((name) => /^src\/|node_modules|\btest|\.map$|\.tgz$|(?<!\.d)\.ts$|tsconfig/.test(name)), []);
    for (const field of ["dependencies", "optionalDependencies", "bundleDependencies"]) assert.equal(manifest[field], undefined, field);
    assert.doesNotMatch(Object.keys(manifest.scripts ?? {}).join(), /install/); // nothing runs where it is installed
  });

  test("it names no folder of the machine that built it", () => {
    assert.deepEqual(leaks(installed), []);
  });

  test("React's entry is for the client", () => {
    assert.match(readFileSync(join(installed, "react.js"), "utf8"), /^["']use client["']/);
  });

  test("publint finds nothing", async () => {
    assert.match(await run(work, "publint", "--strict", tarball), /All good/);
  });

  // The package itself is for both kinds of modules, what needs a page for one.
  test("attw finds nothing", async () => {
    const attw = (...args) => run(work, "attw", tarball, "--profile", "node16", ...args);
    await attw("--entrypoints", ".");
    await attw("--exclude-entrypoints", ".", "./ocop.wasm", "./ocop-checks.wasm", "--ignore-rules", "cjs-resolves-to-esm");
  });

  test("entries keep their sizes", async () => {
    console.log(await run(work, "size-limit")); // it fails where one is over
  });

  test("what is not built is not packed", async () => {
    const clone = join(work, "clone");
    const tracked = execFileSync("git", ["-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]).toString().split("\0").filter(Boolean);
    for (const name of tracked) if (existsSync(join(root, name))) cpSync(join(root, name), join(clone, name));
    const packages = join(work, "packages");
    mkdirSync(packages);
    await assert.rejects(run(join(clone, "wasm/npm"), "npm", "pack", "--pack-destination", packages), /make wasm/);
    assert.deepEqual(readdirSync(packages), []);
  });
});
