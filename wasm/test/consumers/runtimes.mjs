// The installed package where there is no page: Node, Deno, Bun, and what tests with it.

import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { expected } from "./expected.mjs";
import { modules, nodes, project, run, tarball } from "./setup.mjs";

const seen = (said) => JSON.parse(said.trim().split("\n").at(-1));

/** The one program that stands in a package for this system. */
function binary(scope, ...names) {
  const folder = join(modules, scope);
  const [system] = existsSync(folder) ? readdirSync(folder) : [];
  return system && join(folder, system, ...names);
}

describe("runtimes", async () => {
  // Nothing but the package: whoever installs it gets nothing else along.
  const alone = await project("node");
  await run(alone, "npm", "install", "--no-save", "--no-audit", "--no-fund", "--omit", "peer", "--omit", "optional", tarball);

  test("it installs alone", () => {
    assert.deepEqual(readdirSync(join(alone, "node_modules")).filter((name) => !name.startsWith(".")), ["@ocop-vn"]);
  });

  for (const node of nodes()) {
    test(`Node, import and require: ${node}`, async () => {
      assert.deepEqual(seen(await run(alone, node, "run.mjs")), expected);
      const { total, name, problem } = expected;
      assert.deepEqual(seen(await run(alone, node, "run.cjs")), { total, known: true, name, problem });
    });
  }

  const deno = binary("@deno", "deno");
  const bun = binary("@oven", "bin", "bun");
  for (const [name, program, ...args] of [
    ["Deno, which may read nothing", deno, "run", "run.mjs"],
    ["Deno, require", deno, "run", "--allow-read", "run.cjs"],
    ["Bun", bun, "run.mjs"],
    ["Bun, require", bun, "run.cjs"],
  ]) {
    test(name, { skip: !program && "not to be had for this system" }, async () => {
      assert.equal(seen(await run(alone, program, ...args)).total, expected.total);
    });
  }

  for (const [name, ...args] of [["jest"], ["vitest", "run"]]) {
    test(name, async () => {
      assert.match(await run(await project(name), name, ...args), /Tests.*\b1 passed/);
    });
  }
});
