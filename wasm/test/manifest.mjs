// Makes the custom-elements manifest of the forms from their sources, and the tables of
// ELEMENT.md from the manifest: all, or the files that are named. With --check it
// writes nothing and fails where something is stale.

import { readFileSync, writeFileSync } from "node:fs";
import { create, ts } from "@custom-elements-manifest/analyzer";

const npm = new URL("../npm/", import.meta.url);
const read = (name) => readFileSync(new URL(name, npm), "utf8");

/** The manifest: what a page may use, and nothing else. */
export function manifest() {
  const modules = ["element", "dossier"].map((name) => ts.createSourceFile(`${name}.js`, read(`src/${name}.ts`), ts.ScriptTarget.ES2022, true));
  const made = create({ modules, plugins: [], context: { dev: false } });
  for (const module of made.modules) module.exports = module.exports.filter(({ declaration: { name } }) => module.declarations.some((one) => one.name === name)); // a type is none
  for (const declaration of made.modules.flatMap((module) => module.declarations)) {
    declaration.members = declaration.members.filter(({ privacy }) => privacy !== "private");
    declaration.superclass = { name: "HTMLElement" };
  }
  return { ...made, readme: "ELEMENT.md" };
}

/** The page about the forms, its tables made anew. */
export const page = () => manifest().modules.flatMap(({ declarations: [form] }) => Object.entries(tablesOf(form))).reduce(between, read("ELEMENT.md"));

/** What a form has, by the names that its tables have in the page. */
function tablesOf(form) {
  const tables = {
    attributes: table(["attribute", "type", "is"], form.attributes.map((a) => [code(a.name), code(a.type.text), a.description + (a.default ? `; ${code(a.default)} unless told otherwise` : "")])),
    properties: table(["name", "type", "is"], form.members.map((m) => [code(m.kind === "method" ? `${m.name}()` : m.name), typeOf(m), m.description])),
    events: table(["event", "when", "`detail`"], form.events.map((e) => [code(e.name), e.description, code(e.type.text.replace(/^CustomEvent<(.*)>$/, "$1"))])),
    looks: table(["property", "is"], form.cssProperties.map((p) => [code(p.name), p.description + (p.default ? `; ${code(p.default)} unless told otherwise` : "")])),
    parts: table(["part", "is"], form.cssParts.map((p) => [code(p.name), p.description])),
  };
  return Object.fromEntries(Object.entries(tables).map(([name, made]) => [`${form.tagName} ${name}`, made]));
}

/** The type of a property, or what a method gives. */
const typeOf = ({ kind, type, readonly, return: given }) => (kind === "method" ? given && code(given.type.text) : code(type.text) + (readonly ? ", read only" : "")) ?? "";

/** Puts a table between its two marks. */
function between(text, [name, made]) {
  const [from, to] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(from), text.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`ELEMENT.md: no place for ${name}`);
  return `${text.slice(0, start + from.length)}\n${made}\n${text.slice(end)}`;
}

const code = (text) => `\`${text.replaceAll("|", "\\|")}\``;

const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

if (process.argv[1] === import.meta.filename) {
  const named = process.argv.slice(2).filter((word) => word !== "--check");
  const made = { "custom-elements.json": `${JSON.stringify(manifest(), null, 2)}\n`, "ELEMENT.md": page() };
  for (const [name, text] of Object.entries(made)) {
    if (named.length > 0 && !named.includes(name)) continue;
    if (!process.argv.includes("--check")) writeFileSync(new URL(name, npm), text);
    else if (read(name) !== text) {
      console.error(`wasm/npm/${name} is stale: node wasm/test/manifest.mjs`);
      process.exitCode = 1;
    }
  }
}
