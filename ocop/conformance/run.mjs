#!/usr/bin/env node
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { Reference } from "./documents.mjs";

const HELP = `Runs the conformance suite.

  run.mjs [--suite DIR] [--kind sheet,plan]
      judges the second reading in reading.mjs, which knows nothing but the
      published rubric: sheets, councils, plans and vectors
  run.mjs [--suite DIR] [--kind sheet,dossier] --command 'PROGRAM ARGUMENTS'
      judges a program: a case a line goes in, an answer a line comes out

Exit 0: all passed. Exit 1: something failed. Exit 2: it could not be used.
Node 20 or later, nothing else. run.py is the same in Python.`;

// --- The suite

function readJSON(...path) {
  return JSON.parse(readFileSync(path.join("/"), "utf8"));
}

/** The cases with their kinds. The files must be those that suite.json names. */
function readSuite(folder) {
  const cases = [], seen = new Set();
  const { files, documents } = readJSON(folder, "suite.json");
  for (const file of documents) checked(folder, file);
  for (const file of files) {
    for (const line of checked(folder, file).trimEnd().split("\n")) {
      const c = JSON.parse(line);
      if (seen.has(c.id)) throw new Error(`${c.id} is there twice`);
      seen.add(c.id);
      cases.push({ kind: file.kind, ...c });
    }
  }
  return cases;
}

function checked(folder, { name, sha256 }) {
  const data = readFileSync(`${folder}/${name}`);
  if (createHash("sha256").update(data).digest("hex") !== sha256) throw new Error(`${name} is not the file that suite.json names`);
  return data.toString();
}

/** What a program gets: a document that is a base and changes comes as input. */
function question(folder, { id, kind, input, text, base64, base, patch = [], with: beside }) {
  if (base !== undefined) input = patch.reduce(changed, readJSON(folder, "documents", base));
  return { id, kind, input, text, base64, with: beside };
}

/** One operation of a JSON Patch (RFC 6902): add, remove or replace. */
function changed(document, { op, path, value }) {
  const root = { "": document };
  const names = path.split("/").map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = names.pop();
  const at = names.reduce((at, name) => at[name], root);
  if (Array.isArray(at)) at.splice(last === "-" ? at.length : Number(last), op === "add" ? 0 : 1, ...(op === "remove" ? [] : [value]));
  else if (op === "remove") delete at[last];
  else at[last] = value;
  return root[""];
}

/**
 * Where an answer is not what is expected, or "". Of objects the named members
 * count, problems are equal in any order, all else is equal.
 */
function differs(want, have, at = "") {
  if (isObject(want) && isObject(have)) {
    for (const [name, value] of Object.entries(want)) {
      if (!Object.hasOwn(have, name)) return `${at}/${name}: expected ${short(value)}, is not there`;
      const found = (name === "problems" ? differInAnyOrder : differs)(value, have[name], `${at}/${name}`);
      if (found) return found;
    }
    return "";
  }
  if (Array.isArray(want) && Array.isArray(have) && want.length === have.length) {
    return want.map((w, i) => differs(w, have[i], `${at}/${i}`)).find(Boolean) ?? "";
  }
  return isDeepStrictEqual(want, have) ? "" : `${at}: expected ${short(want)}, got ${short(have)}`;
}

function differInAnyOrder(want, have, at) {
  const left = Array.isArray(have) ? [...have] : [];
  for (const w of want) {
    const i = left.findIndex((h) => !differs(w, h));
    if (i < 0) return `${at}: expected ${short(w)}, got ${short(have)}`;
    left.splice(i, 1);
  }
  return left.length > 0 ? `${at}: not expected: ${short(left)}` : "";
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function short(value) {
  return cut(JSON.stringify(value));
}

function cut(text) {
  return text.length <= 400 ? text : text.slice(0, 400) + "…";
}

// --- Who answers

/** The answers of the second reading, by id. */
function byReading(folder, questions) {
  const reference = new Reference(readJSON(folder, "rubric.json"));
  const known = questions.filter((q) => Reference.knows(q.kind));
  return { agreed: true, answers: new Map(known.map((q) => [q.id, [reference.answer(q.kind, bytesOf(q), q.with?.star)]])) };
}

function bytesOf({ input, text, base64 }) {
  return base64 === undefined ? Buffer.from(text ?? JSON.stringify(input)) : Buffer.from(base64, "base64");
}

/** The answers of a program, by id, and whether it went as agreed. */
async function byProgram(command, questions) {
  const [name, ...rest] = command.match(/"[^"]*"|'[^']*'|\S+/g).map((word) => word.replace(/^(["'])(.*)\1$/, "$2"));
  const program = spawn(name, rest, { stdio: ["pipe", "pipe", "inherit"] });
  await once(program, "spawn");
  const ended = once(program, "exit");
  program.stdin.on("error", () => {}); // it ended early: what it did not answer is told as failed
  const ask = async () => {
    for (const q of questions) {
      if (!program.stdin.write(JSON.stringify(q) + "\n")) await Promise.race([once(program.stdin, "drain"), ended]);
    }
    program.stdin.end();
  };
  const asked = ask();
  const answers = new Map();
  let agreed = true;
  for await (const line of createInterface({ input: program.stdout, crlfDelay: Infinity })) {
    try {
      const answer = JSON.parse(line);
      if (typeof answer.id !== "string") throw new Error("no id");
      answers.set(answer.id, [...(answers.get(answer.id) ?? []), answer]);
    } catch {
      agreed = false;
      console.log(`no answer with an id: ${cut(line)}`);
    }
  }
  await asked;
  const [status, signal] = await ended;
  if (status !== 0) console.log(`the program ended with status ${status ?? signal}`);
  return { answers, agreed: agreed && status === 0 };
}

async function main() {
  const { values: flags } = parseArgs({
    options: { suite: { type: "string" }, kind: { type: "string" }, command: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (flags.help) return console.log(HELP), 0;
  const folder = flags.suite ?? fileURLToPath(new URL("v1", import.meta.url));
  let cases = readSuite(folder);
  const kinds = flags.kind?.split(",") ?? [...new Set(cases.map((c) => c.kind))].sort();
  cases = cases.filter((c) => kinds.includes(c.kind));
  const questions = cases.map((c) => question(folder, c));
  let { answers, agreed } = flags.command ? await byProgram(flags.command, questions) : byReading(folder, questions);

  const table = new Map(kinds.map((kind) => [kind, { passed: 0, failed: 0, skipped: 0 }]));
  for (const c of cases) {
    const given = answers.get(c.id) ?? [];
    answers.delete(c.id);
    if (!flags.command && !Reference.knows(c.kind)) {
      table.get(c.kind).skipped++;
      continue;
    }
    const wrong = given.length === 1 ? differs(c.expect, given[0]) : `${given.length} answers instead of one`;
    table.get(c.kind)[wrong ? "failed" : "passed"]++;
    if (wrong) console.log(`FAILED ${c.id} (${c.rules.join(", ")})\n  ${wrong}`);
  }
  for (const id of answers.keys()) {
    agreed = false;
    console.log(`answered, but not asked: ${cut(id)}`);
  }
  const names = ["passed", "failed", "skipped"];
  console.log(" ".repeat(14) + names.map((name) => name.padStart(9)).join(""));
  for (const [kind, counts] of table) console.log(kind.padEnd(14) + names.map((name) => String(counts[name]).padStart(9)).join(""));
  const [passed, failed, skipped] = names.map((name) => [...table.values()].reduce((sum, counts) => sum + counts[name], 0));
  if (skipped > 0) console.log("Skipped are kinds that the published rubric does not decide; --command judges a program on them.");
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  if (passed + failed === 0) throw new Error("there was nothing to judge");
  return agreed && failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`run.mjs: ${error.message}`);
  process.exitCode = 2;
}
