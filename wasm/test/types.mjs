// Makes the types of ../npm/src/documents from the JSON Schemas in English; with --check
// it only tells whether they are fresh.

import { readFileSync, writeFileSync } from "node:fs";

const schemas = new URL("../../ocop/schema/v1/en/", import.meta.url);
const types = new URL("../npm/src/documents/", import.meta.url);

/** The schemas and the names of their documents. What somebody writes may have members that are undefined: they are left out. */
const documents = [
  { file: "sheet", name: "Sheet", written: true },
  { file: "plan", name: "PlanRequest", written: true },
  { file: "council", name: "Council", written: true },
  { file: "dossier", name: "Dossier", written: true },
  { file: "milestones", name: "Milestones", written: true },
  { file: "holidays", name: "Holidays", written: true },
  { file: "life", name: "Life", written: true },
  { file: "verdict", name: "Verdict" },
  { file: "result", name: "Result" },
  { file: "plan-result", name: "Plan" },
  { file: "outcome", name: "Outcome" },
  { file: "difference", name: "Difference" },
  { file: "deadlines", name: "Deadlines" },
  { file: "standing", name: "Standing" },
  { file: "rubric", name: "Rubric" },
  { file: "paper", name: "Paper" },
];

/** Names in the package, which has one type of each, where the schema's own says too little or is one that browsers have. */
const names = {
  council: { policy: "CouncilPolicy" },
  outcome: { policy: "CouncilPolicy" },
  dossier: { file: "EvidenceFile", request: "OfficeRequest", results: "BusinessResults" },
  life: { step: "LifeStep" },
  verdict: { finding: "Problem" },
  standing: { finding: "Problem" },
  rubric: {
    set: "RubricSet", text: "RubricText", class: "RubricClass", gate: "RubricGate", part: "RubricPart", section: "RubricSection",
    group: "RubricGroup", condition: "RubricCondition", option: "RubricOption", evidence: "RubricEvidence", named: "RubricName",
  },
  paper: {
    node: "PaperNode", span: "PaperSpan", box: "PaperBox", item: "PaperItem", detail: "PaperDetail", meter: "PaperMeter",
    row: "PaperRow", cell: "PaperCell", signer: "PaperSigner",
  },
};

/** Types that no schema has, by the member that is of them. */
const members = { "Problem.code": { type: "ProblemCode", from: "codes" } };

/** What the schemas do not say of a type. */
const comments = {
  Problem: "What is wrong with an input: code, JSON Pointer, severity, message in vi and en",
  RubricSet: "The published rubric of one product set, each text an object with vi and en",
};

const capital = (name) => name[0].toUpperCase() + name.slice(1);

/** The types of one document; known are those of the documents before it, which it shares. */
class Declarations {
  #document;
  #schema;
  #known;
  #own = new Map(); // name → declaration, in the order of their first use
  #imports = new Map(); // file → names

  constructor(document, schema, known) {
    this.#document = document;
    this.#schema = schema;
    this.#known = known;
    this.#declare(document.name, schema);
  }

  /** The file's text. */
  get text() {
    const declarations = [...this.#own.values()].join("\n");
    const isUsed = (name) => new RegExp(`: ${name}\\b`).test(declarations); // not by what is declared elsewhere alone
    const imports = [...this.#imports].sort().map(([file, names]) => [file, [...names].filter(isUsed).sort().join(", ")]);
    const lines = imports.filter(([, used]) => used).map(([file, used]) => `import type { ${used} } from "./${file}.js";\n`);
    return `// Made by wasm/test/types.mjs from the JSON Schemas; do not edit.\n\n${lines.length > 0 ? `${lines.join("")}\n` : ""}${declarations}`;
  }

  #declare(name, schema) {
    this.#own.set(name, ""); // its place comes before what it uses
    const text = `${comment({ title: comments[name], ...schema })}export interface ${name} ${this.#object(schema, "", name)}\n`;
    const known = this.#known.get(name);
    if (!known) this.#known.set(name, { text, file: this.#document.file });
    else if (bare(known.text) !== bare(text)) throw new Error(`${this.#document.file}.json and ${known.file}.json have different types ${name}`);
    if (known) {
      this.#own.delete(name);
      this.#import(name, known.file);
    } else {
      this.#own.set(name, text);
    }
  }

  #import(name, file) {
    this.#imports.set(file, new Set(this.#imports.get(file)).add(name));
  }

  #typeOf(schema, indent) {
    if (schema.$ref) return this.#named(schema.$ref.replace("#/$defs/", ""));
    if ("const" in schema) return JSON.stringify(schema.const);
    const choices = schema.oneOf ?? schema.anyOf;
    if (choices) return choices.map((one) => this.#typeOf(one, indent)).join(" | ");
    if (schema.type === "array") return this.#list(schema, indent);
    if (schema.type === "object") return this.#object(schema, indent);
    const type = { string: "string", integer: "number", boolean: "boolean", null: "null" }[schema.type];
    if (!type) throw new Error(`no type for ${JSON.stringify(schema)}`);
    return type;
  }

  #named(key) {
    const name = names[this.#document.file]?.[key] ?? capital(key);
    if (!this.#own.has(name)) this.#declare(name, this.#schema.$defs[key]);
    return name;
  }

  /** A list is a tuple where it is a pair, else just a list. */
  #list({ items, minItems, maxItems }, indent) {
    const item = this.#typeOf(items, indent);
    if (minItems === 2 && maxItems === 2) return `[${item}, ${item}]`;
    return item.includes(" | ") ? `(${item})[]` : `${item}[]`;
  }

  #object({ properties, additionalProperties: others, required = [] }, indent, name) {
    if (!properties) return `{ [name: string]: ${others === true ? "unknown" : this.#typeOf(others, indent)} }`;
    const inner = `${indent}  `;
    const lines = Object.entries(properties).map(([key, one]) => {
      const known = members[`${name}.${key}`];
      if (known) this.#import(known.type, known.from);
      const type = known?.type ?? this.#typeOf(one, inner);
      const optional = !required.includes(key);
      return `${comment(one, inner)}${inner}${key}${optional ? "?" : ""}: ${type}${optional && this.#document.written ? " | undefined" : ""};\n`;
    });
    return `{\n${lines.join("")}${indent}}`;
  }
}

function comment({ title, description }, indent = "") {
  const text = [title, description].filter(Boolean).join(". ").replace(/\.\.+/g, ".");
  return text && `${indent}/** ${text} */\n`;
}

/** A declaration as it is compared: what it says of values, not how it is told. */
const bare = (text) => text.replace(/^ *\/\*\*.*\n/gm, "").replaceAll(" | undefined;", ";");

const files = new Map();
const known = new Map();
for (const document of documents) {
  const schema = JSON.parse(readFileSync(new URL(`${document.file}.json`, schemas)));
  files.set(document.file, new Declarations(document, schema, known).text);
}
const all = [...documents.map(({ file }) => file), "codes"].sort().map((file) => `export type * from "./${file}.js";\n`);
files.set("index", `// Made by wasm/test/types.mjs: every type of every document.\n\n${all.join("")}`);

let stale = false;
for (const [file, text] of files) {
  const target = new URL(`${file}.ts`, types);
  if (!process.argv.includes("--check")) {
    writeFileSync(target, text);
  } else if (readFileSync(target, "utf8") !== text) {
    console.error(`wasm/npm/src/documents/${file}.ts is not what the schema says: node wasm/test/types.mjs`);
    stale = true;
  }
}
process.exit(stale ? 1 : 0);
