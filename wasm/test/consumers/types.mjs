// The types in other people's projects, as strict as a project can be.

import { join } from "node:path";
import { describe, test } from "node:test";
import { project, root, run } from "./setup.mjs";

const strict = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--skipLibCheck", "false", "--target", "es2022"];
const bundler = ["--module", "esnext", "--moduleResolution", "bundler"];
const node16 = ["--module", "node16", "--moduleResolution", "node16"];
const server = ["--lib", "es2022"];
const page = ["--lib", "es2022,dom,dom.iterable", "--jsx", "react-jsx", "--types", "react"];

const projects = [
  ["a server, by a bundler's rules", [...bundler, ...server, "server.mts"]],
  ["a server in ESM", [...node16, ...server, "server.mts"]],
  ["a server in CommonJS", [...node16, ...server, "server.cts"]],
  ["a page, by a bundler's rules", [...bundler, ...page, "page.tsx"]],
  ["a page in ESM", [...node16, ...page, "page.tsx"]],
];

describe("types", async () => {
  const folder = await project("types");
  const compilers = { "TypeScript 6": "tsc", "TypeScript 7": join(root, "wasm/test/node_modules/.bin/tsc") };
  for (const [compiler, tsc] of Object.entries(compilers)) {
    for (const [name, args] of projects) test(`${compiler}: ${name}`, () => run(folder, tsc, ...strict, ...args));
  }
});
