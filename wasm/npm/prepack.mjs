// Refuses to pack a package that is not whole, as from a clone where nothing was
// built: npm itself leaves out in silence what is not there. npm runs it.

import { existsSync, readFileSync } from "node:fs";

const here = (path) => new URL(path, import.meta.url);
const { exports, files, customElements } = JSON.parse(readFileSync(here("package.json"), "utf8"));

/** Every path in the exports, however deep its conditions stand. */
const paths = (target) => (typeof target === "string" ? [target] : Object.values(target).flatMap(paths));

/** What a script or a declaration loads from beside it. */
function imports(path) {
  const text = readFileSync(here(path), "utf8");
  const names = [...text.matchAll(/(?:from|import|require|new URL)\s*\(?\s*"(\.\.?\/[^"]+)"/g)].map(([, name]) => name);
  return names.map((name) => new URL(name, here(path)).pathname.slice(here(".").pathname.length)).map((name) => (path.endsWith(".d.ts") ? name.replace(/\.js$/, ".d.ts") : name));
}

const wanted = new Set([...files.filter((name) => !name.includes("*")), customElements, ...paths(exports).map((path) => path.replace(/\*$/, "").replace(/^\.\//, ""))]);
for (const path of wanted) {
  if (!existsSync(here(path)) || !/\.js$|\.d\.ts$/.test(path)) continue;
  for (const name of imports(path)) wanted.add(name);
}
const missing = [...wanted].filter((path) => !existsSync(here(path)));
if (missing.length > 0) {
  console.error(`The package is not whole: run make wasm in the repository's root, with npm there. Missing:\n  ${missing.join("\n  ")}`);
  process.exit(1);
}
