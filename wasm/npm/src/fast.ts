// The way of objects that does not go through JSON: a sheet becomes answer
// bytes, and bytes become a Result. It takes only sheets in which everything is
// right; the others go as JSON, so that the module says what is wrong. What it
// takes was read already: see plain.js.

import { memoryOf, type Exports, type Instance } from "./instance.js";
import { isSetNumber, Members, type Data, type Read } from "./plain.js";
import type { Result, Rules } from "./types.js";

const MAX_CRITERIA = 64;
const STATUS = ["classified", "incomplete", "stopped", "rejected"] as const; // from 1 on
const AUTHORITY = [null, "province", "ministry"] as const;

/** A sheet's members, as they were passed. */
interface Sheet {
  edition: Data | undefined;
  set: Data | undefined;
  answers: Members;
  gates: Data[];
}

type Table = ReturnType<typeof makeTable>;

export class Fast {
  readonly #instance: Instance;
  readonly #rulesOf: (set: number) => Rules;
  readonly #tables = new Map<number, Table>();
  #memory = new Uint8Array(); // the module's memory, looked at anew when it grew or the module did
  #bytes = this.#memory; // the answer bytes in it

  constructor(instance: Instance, rulesOf: (set: number) => Rules) {
    this.#instance = instance;
    this.#rulesOf = rulesOf;
  }

  /** The Result of a sheet; undefined where it has to go as JSON. */
  score(read: Read): Result | undefined {
    const sheet = sheetIn(read);
    const table = sheet && this.#tableOf(sheet);
    if (!table) return undefined;
    return this.#instance.run((exports) => {
      this.#look(exports);
      if (!write(table, sheet, this.#bytes)) return undefined;
      const at = exports.result(table.set, table.criteria.length);
      this.#look(exports); // a call may make the memory grow
      return at === 0 ? undefined : resultOf(table, this.#memory, at, this.#bytes);
    });
  }

  #tableOf({ edition, set }: Sheet): Table | undefined {
    if (!isSetNumber(set)) return undefined;
    let table = this.#tables.get(set);
    if (!table) {
      table = makeTable(this.#rulesOf(set));
      this.#tables.set(set, table);
    }
    return edition === table.edition ? table : undefined;
  }

  #look(exports: Exports): void {
    if (this.#memory.buffer === exports.memory.buffer) return;
    this.#bytes = memoryOf(exports, exports.answers(), MAX_CRITERIA + 4);
    this.#memory = new Uint8Array(exports.memory.buffer);
  }
}

/** A product set's rules in the form that bytes index. */
function makeTable(rules: Rules) {
  const criteria = rules.parts.flatMap((p) => p.sections).flatMap((s) => s.criteria);
  return {
    edition: rules.edition,
    set: rules.no,
    criteria: criteria.map((c) => c.code),
    options: criteria.map((c) => ["", "none", ...c.options.map((o) => o.code)]),
    // The module itself refuses none where a 0-point option is printed.
    places: new Map(criteria.map((c, at) => [c.code, { at, byteOf: new Map<Data | undefined, number>([["none", 1], ...c.options.map((o, i) => [o.code, i + 2] as const)]) }])),
    // Bit i is gate i by id, as in results; the rules list them as they are printed.
    gates: rules.gates.map(({ id, effect }) => ({ id, effect: effect as Result["gates"][number]["effect"] })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** A sheet's members; undefined where there is anything that a plain sheet has not. */
function sheetIn(read: Read): Sheet | undefined {
  if (!(read instanceof Members)) return undefined;
  let edition, set, answers;
  let gates: Data | undefined = none;
  for (let i = 0; i < read.names.length; i++) {
    switch (read.names[i]) {
      case "edition":
        edition = read.values[i];
        break;
      case "set":
        set = read.values[i];
        break;
      case "answers":
        answers = read.values[i];
        break;
      case "gates":
        gates = read.values[i];
        break;
      default:
        return undefined;
    }
  }
  return answers instanceof Members && Array.isArray(gates) ? { edition, set, answers, gates } : undefined;
}

const none: Data[] = [];

/** Writes a sheet's answers and gates as bytes; false where something is not plainly right. */
function write(table: Table, { answers: { names, values }, gates }: Sheet, bytes: Uint8Array): boolean {
  bytes.fill(0);
  for (let i = 0; i < names.length; i++) {
    const place = table.places.get(names[i]!);
    const answer = place?.byteOf.get(values[i]);
    if (!place || !answer) return false;
    bytes[place.at] = answer;
  }
  for (const id of gates) {
    const i = table.gates.findIndex((gate) => gate.id === id);
    const at = MAX_CRITERIA + (i >> 3);
    const bit = 1 << (i & 7);
    if (i < 0 || bytes[at]! & bit) return false;
    bytes[at]! |= bit;
  }
  return true;
}

/** Reads the bytes that Result.AppendCompact in package scoring wrote, for these answers. */
function resultOf(table: Table, memory: Uint8Array, start: number, answers: Uint8Array): Result {
  const byte = (place: number) => memory[place]!;
  const count = start + 12;
  let at = start + 16;
  const list = <T>(n: number, item: () => T) => {
    const out: T[] = [];
    while (out.length < n) out.push(item());
    return out;
  };
  const shortfall = () => {
    const i = byte(at + 1);
    const options = table.options[i]!;
    const made = { star: byte(at), criterion: table.criteria[i]!, have: options[byte(at + 2)] || null, need: options[byte(at + 3)]! };
    at += 4;
    return made;
  };
  const criterion = () => table.criteria[byte(at++)]!;
  // The lists are read in the order in which they stand.
  const shortfalls = list(byte(count), shortfall);
  const unanswered = list(byte(count + 1), criterion);
  const notApplicable = list(byte(count + 2), criterion);
  const gates = list(byte(count + 3), () => ({ ...table.gates[byte(at++)]! }));
  const status = STATUS[byte(start) - 1]!;
  return {
    edition: table.edition,
    set: table.set,
    status,
    total: byte(start + 1),
    parts: { A: byte(start + 2), B: byte(start + 3), C: byte(start + 4) },
    band: byte(start + 5) || null,
    star: byte(start + 6) || null,
    authority: AUTHORITY[byte(start + 7)]!,
    shortfalls,
    gates,
    unanswered,
    notApplicable,
    bounds: status === "stopped" || status === "rejected" ? null : { total: [byte(start + 8), byte(start + 9)], star: [byte(start + 10), byte(start + 11)] },
    answers: answersIn(table, answers, notApplicable),
  };
}

/** The answers that count, in printed order. */
function answersIn(table: Table, bytes: Uint8Array, fallenAway: readonly string[]): Record<string, string> {
  const answers: Record<string, string> = {};
  for (let i = 0; i < table.criteria.length; i++) {
    const code = table.criteria[i]!;
    const answer = bytes[i]!;
    if (answer !== 0 && !fallenAway.includes(code)) answers[code] = table.options[i]![answer]!;
  }
  return answers;
}
