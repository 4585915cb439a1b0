// The way of objects that does not go through JSON: a sheet becomes answer
// bytes, and bytes become a Result. It takes only sheets in which everything is
// right; the others go as JSON, so that the module says what is wrong. What it
// takes was read already: see plain.js.

import { Members } from "./plain.js";

const MAX_CRITERIA = 64;
const STATUS = [null, "classified", "incomplete", "stopped", "rejected"];
const AUTHORITY = [null, "province", "ministry"];

export class Fast {
  #instance;
  #rulesOf;
  #tables = new Map();
  #memory; // the module's memory, looked at anew when it grew or the module did
  #bytes; // the answer bytes in it

  constructor(instance, rulesOf) {
    this.#instance = instance;
    this.#rulesOf = rulesOf;
  }

  /** The Result of a sheet; undefined where it has to go as JSON. */
  score(read) {
    const sheet = sheetIn(read);
    const table = sheet && this.#tableOf(sheet);
    if (!table) return undefined;
    return this.#instance.run((instance) => {
      this.#look(instance);
      if (!write(table, sheet, this.#bytes)) return undefined;
      const at = instance.exports.result(table.set, table.criteria.length);
      this.#look(instance); // a call may make the memory grow
      return at === 0 ? undefined : resultOf(table, this.#memory, at, this.#bytes);
    });
  }

  #tableOf(sheet) {
    let table = this.#tables.get(sheet.set);
    if (!table) {
      if (!Number.isInteger(sheet.set) || sheet.set < 1 || sheet.set > 26) return undefined;
      table = makeTable(this.#rulesOf(sheet.set));
      this.#tables.set(table.set, table);
    }
    return sheet.edition === table.edition ? table : undefined;
  }

  #look({ exports }) {
    if (this.#memory?.buffer === exports.memory.buffer) return;
    const at = exports.answers();
    this.#memory = new Uint8Array(exports.memory.buffer);
    this.#bytes = this.#memory.subarray(at, at + MAX_CRITERIA + 4);
  }
}

/** A product set's rules in the form that bytes index. */
function makeTable(rules) {
  const criteria = rules.parts.flatMap((p) => p.sections).flatMap((s) => s.criteria);
  return {
    edition: rules.edition,
    set: rules.no,
    criteria: criteria.map((c) => c.code),
    options: criteria.map((c) => [null, "none", ...c.options.map((o) => o.code)]),
    indexOf: new Map(criteria.map((c, i) => [c.code, i])),
    // The module itself refuses none where a 0-point option is printed.
    answerOf: criteria.map((c) => new Map([["none", 1], ...c.options.map((o, i) => [o.code, i + 2])])),
    // Bit i is gate i by id, as in results; the rules list them as they are printed.
    gates: rules.gates.map(({ id, effect }) => ({ id, effect })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** A sheet's members; undefined where there is anything that a plain sheet has not. */
function sheetIn(read) {
  if (!(read instanceof Members)) return undefined;
  const sheet = { edition: undefined, set: undefined, answers: undefined, gates: none };
  for (let i = 0; i < read.names.length; i++) {
    switch (read.names[i]) {
      case "edition":
        sheet.edition = read.values[i];
        break;
      case "set":
        sheet.set = read.values[i];
        break;
      case "answers":
        sheet.answers = read.values[i];
        break;
      case "gates":
        sheet.gates = read.values[i];
        break;
      default:
        return undefined;
    }
  }
  return sheet.answers instanceof Members && Array.isArray(sheet.gates) ? sheet : undefined;
}

const none = [];

/** Writes a sheet's answers and gates as bytes; false where something is not plainly right. */
function write(table, { answers: { names, values }, gates }, bytes) {
  bytes.fill(0);
  for (let i = 0; i < names.length; i++) {
    const at = table.indexOf.get(names[i]);
    const answer = at === undefined ? undefined : table.answerOf[at].get(values[i]);
    if (answer === undefined) return false;
    bytes[at] = answer;
  }
  for (const id of gates) {
    const i = table.gates.findIndex((gate) => gate.id === id);
    if (i < 0 || bytes[MAX_CRITERIA + (i >> 3)] & (1 << (i & 7))) return false;
    bytes[MAX_CRITERIA + (i >> 3)] |= 1 << (i & 7);
  }
  return true;
}

/** Reads the bytes that Result.AppendCompact in package scoring wrote, for these answers. */
function resultOf(table, b, start, answers) {
  const count = start + 12;
  let at = start + 16;
  const list = (n, item) => {
    const out = [];
    while (out.length < n) out.push(item());
    return out;
  };
  const shortfall = () => {
    const i = b[at + 1];
    const made = { star: b[at], criterion: table.criteria[i], have: table.options[i][b[at + 2]], need: table.options[i][b[at + 3]] };
    at += 4;
    return made;
  };
  const criterion = () => table.criteria[b[at++]];
  // The lists are read in the order in which they stand.
  const shortfalls = list(b[count], shortfall);
  const unanswered = list(b[count + 1], criterion);
  const notApplicable = list(b[count + 2], criterion);
  const gates = list(b[count + 3], () => ({ ...table.gates[b[at++]] }));
  const status = STATUS[b[start]];
  return {
    edition: table.edition,
    set: table.set,
    status,
    total: b[start + 1],
    parts: { A: b[start + 2], B: b[start + 3], C: b[start + 4] },
    band: b[start + 5] || null,
    star: b[start + 6] || null,
    authority: AUTHORITY[b[start + 7]],
    shortfalls,
    gates,
    unanswered,
    notApplicable,
    bounds: status === "stopped" || status === "rejected" ? null : { total: [b[start + 8], b[start + 9]], star: [b[start + 10], b[start + 11]] },
    answers: answersIn(table, answers, notApplicable),
  };
}

/** The answers that count, in printed order. */
function answersIn(table, bytes, fallenAway) {
  const answers = {};
  for (let i = 0; i < table.criteria.length; i++) {
    if (bytes[i] !== 0 && !fallenAway.includes(table.criteria[i])) answers[table.criteria[i]] = table.options[i][bytes[i]];
  }
  return answers;
}
