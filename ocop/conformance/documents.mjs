// Reads documents strictly and says what is wrong with them, each with its code and
// JSON Pointer; what is right is given to the rules in reading.mjs.

import { ProductSet, council, parseVector, plan, score, vector } from "./reading.mjs";

const EARLIER = ["qd148-2023", "qd1048-2019"]; // there are such editions, but no rubric of them
const LEVELS = 16, PROBLEMS = 100;
const limits = (kind) => (kind === "council" ? { bytes: 1 << 20, items: 20_000 } : { bytes: 1 << 16, items: 2_000 });

// What the published JSON Schema cannot say.
const RULES = /^(JSON-0[1-6]|JSON-1[0-2]|PLAN-0[15]|COUNCIL-0[123489]|VECTOR-0[1-4]|EDITION-03)$/;

function problem(code, path = "") {
  return { code, path, severity: "error", layer: RULES.test(code) ? "rule" : "schema" };
}

function pointer(path, name) {
  return `${path}/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

// --- JSON

const TOKEN = /[ \t\n\r]*([{}[\]:,]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)/y;

/** The document cannot be read on: a code and where that is. */
class Broken extends Error {
  constructor(code, path) {
    super(code);
    this.problem = problem(code, path);
  }
}

/** Reads a document as far as it goes. Of members that stand twice the last counts. */
class Reader {
  problems = [];
  whole = false;
  root = undefined;
  spelled = new Set(); // where a number is not written in digits alone
  at = 0;

  constructor(text, items) {
    this.text = text;
    this.items = items;
    try {
      this.value("", this.token(""), (value) => (this.root = value));
      this.whole = true;
      if (/[^ \t\n\r]/.test(text.slice(this.at))) throw new Broken("JSON-03", "");
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      this.problems.push(error.problem);
    }
  }

  token(path) {
    TOKEN.lastIndex = this.at;
    const found = TOKEN.exec(this.text);
    if (!found) throw new Broken("JSON-01", path);
    this.at = TOKEN.lastIndex;
    return found[1];
  }

  /** Puts a value where it belongs, a list or an object before what stands in it. */
  value(path, token, put) {
    if (token === "{" || token === "[") {
      if (path.split("/").length > LEVELS) throw new Broken("JSON-05", path);
      const value = token === "{" ? Object.create(null) : [];
      put(value);
      token === "{" ? this.members(path, value) : this.elements(path, value);
    } else if ("}]:,".includes(token)) {
      throw new Broken("JSON-01", path);
    } else {
      if (/^-?[0-9]+[.eE]/.test(token)) this.spelled.add(path);
      put(this.scalar(path, token));
    }
  }

  scalar(path, token) {
    const value = JSON.parse(token);
    if (/[\ud800-\udfff]/u.test(value)) throw new Broken("JSON-01", path); // half a surrogate pair
    return value;
  }

  members(path, found) {
    let token = this.token(path);
    while (token !== "}") {
      if (token[0] !== '"') throw new Broken("JSON-01", path);
      const name = this.scalar(path, token);
      const at = pointer(path, name);
      if (this.token(at) !== ":") throw new Broken("JSON-01", at);
      if (name in found) this.problems.push(problem("JSON-06", at));
      this.value(at, this.token(at), (value) => (found[name] = value));
      token = this.afterOne(path, "}");
    }
  }

  elements(path, found) {
    let token = this.token(path);
    while (token !== "]") {
      this.value(pointer(path, found.length), token, (value) => found.push(value));
      token = this.afterOne(path, "]");
    }
  }

  /** What begins the next one, or the bracket that closes. */
  afterOne(path, close) {
    if (--this.items < 0) throw new Broken("JSON-12", "");
    let token = this.token(path);
    if (token === close) return token;
    if (token === ",") token = this.token(path);
    else throw new Broken("JSON-01", path);
    if (token === close) throw new Broken("JSON-01", path);
    return token;
  }
}

// --- Documents

const SHEET = { edition: "string", set: "integer", answers: "object", gates: "array", about: "object", evidence: "object", notes: "object" };
const texts = (...names) => Object.fromEntries(names.map((name) => [name, "string"]));
const FORMS = {
  sheet: SHEET,
  plan: { ...SHEET, star: "integer", locked: "array", cost: "object" },
  council: { edition: "string", set: "integer", members: "array", seats: "integer", policy: "object", gates: "array", about: "object" },
  member: { ...SHEET, id: "string", name: "string", chair: "boolean" },
  policy: { maxSpread: "integer", quorum: "string", chairRequired: "boolean", minima: "string" },
  "about a sheet": texts("product", "producer", "address", "assessor", "day"),
  "about a council": texts("product", "producer", "address", "day", "place", "rules", "rulesDay"),
};
const REQUIRED = {
  sheet: ["edition", "set", "answers"],
  plan: ["edition", "set", "answers"],
  council: ["edition", "set", "members"],
  member: ["id", "answers"],
};
const MOVES = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
const SHOWS = /[^\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff]/;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SHARE = /^([1-9][0-9]{0,2}|1000)\/([1-9][0-9]{0,2}|1000)$/;

function typeOf(value) {
  if (Array.isArray(value)) return "array";
  if (Number.isSafeInteger(value)) return "integer";
  return value === null ? "null" : typeof value;
}

/** Judges a document. Of one that breaks off it does not say what is missing. */
class Check {
  constructor(sets, reader) {
    this.sets = sets;
    this.reader = reader;
    this.problems = reader.problems;
    this.of = undefined; // the product set, once it is known
  }

  add(code, path) {
    this.problems.push(problem(code, path));
  }

  typed(path, value, type) {
    if (typeOf(value) !== type) {
      this.add("JSON-09", path);
      return false;
    }
    if (type === "integer" && this.reader.spelled.has(path)) this.add("JSON-10", path);
    return true;
  }

  within(code, path, value, least, most) {
    if (value < least || value > most) this.add(code, path);
  }

  /** The members of an object that are of their type. */
  form(name, path, value) {
    if (!this.typed(path, value, "object")) return {};
    const good = {};
    for (const [member, given] of Object.entries(value)) {
      const at = pointer(path, member);
      if (!Object.hasOwn(FORMS[name], member)) this.add("JSON-07", at);
      else if (this.typed(at, given, FORMS[name][member])) good[member] = given;
    }
    for (const member of REQUIRED[name] ?? []) if (!(member in value) && this.reader.whole) this.add("JSON-08", path);
    return good;
  }

  document(kind, value, star) {
    const good = this.form(kind, "", value);
    if (good.edition !== undefined && good.edition !== this.sets.get(1).edition) {
      this.add("SHEET-01", "/edition");
      if (EARLIER.includes(good.edition)) this.add("EDITION-03", "/edition");
    } else if (good.edition !== undefined && good.set !== undefined) {
      this.of = this.sets.get(good.set);
      if (!this.of && this.reader.whole) this.add("SHEET-04", "/set"); // else the number may be cut off
    }
    this.sheet("", good, kind === "council" ? "about a council" : "about a sheet");
    this.gates(good.gates ?? []);
    if (kind === "council") this.council(good);
    if (kind === "plan") this.plan(good, star);
  }

  sheet(path, sheet, about) {
    for (const [at, option, c] of this.byCriterion(path + "/answers", sheet.answers, "string")) {
      if (c && !c.points.has(option)) this.add(option === "none" ? "SHEET-05" : "SHEET-03", at);
    }
    for (const [at, note] of this.byCriterion(path + "/notes", sheet.notes, "string")) this.text(at, note, 500, true);
    for (const [at, ids] of this.byCriterion(path + "/evidence", sheet.evidence, "array")) {
      ids.forEach((id, i) => {
        if (!this.typed(`${at}/${i}`, id, "string")) return;
        if (i >= 40 || id.length > 64 || !ID.test(id) || ids.indexOf(id) < i) this.add("SHEET-13", `${at}/${i}`);
      });
    }
    for (const [name, text] of Object.entries(this.form(about, path + "/about", sheet.about ?? {}))) {
      const at = `${path}/about/${name}`;
      if (name === "day" || name === "rulesDay") this.day(at, text);
      else this.text(at, text, 300);
    }
  }

  /** Members that are named by criteria: where, what, the criterion if it is known. */
  byCriterion(path, object = {}, type) {
    return Object.entries(object).flatMap(([code, value]) => {
      const at = pointer(path, code);
      if (this.of && !this.of.of.has(code)) this.add("SHEET-02", at);
      else if (this.typed(at, value, type)) return [[at, value, this.of?.of.get(code)]];
      return [];
    });
  }

  text(path, text, most, lines = false) {
    if ([...text].length > most || MOVES.test(text) || !SHOWS.test(text) || (!lines && /[\t\n\r]/.test(text))) this.add("SHEET-12", path);
  }

  day(path, text) {
    const day = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) && !text.startsWith("0000") ? new Date(text + "T00:00:00Z") : new Date(NaN);
    if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text)) this.add("DATE-01", path);
  }

  gates(gates) {
    const seen = new Set();
    gates.forEach((gate, i) => {
      const at = `/gates/${i}`;
      if (!this.typed(at, gate, "string") || !this.of) return;
      if (!this.of.gates.has(gate)) this.add([...this.sets.values()].some((s) => s.gates.has(gate)) ? "SHEET-07" : "SHEET-06", at);
      else if (this.of.derived.has(gate)) this.add("SHEET-08", at);
      else if (seen.has(gate)) this.add("SHEET-09", at);
      seen.add(gate);
    });
  }

  council(council) {
    const names = new Set();
    let chair = false;
    (council.members ?? []).forEach((given, i) => {
      const at = `/members/${i}`;
      const member = this.form("member", at, given);
      this.sheet(at, member, "about a sheet");
      for (const name of ["edition", "set"]) {
        if (member[name] !== undefined && member[name] !== council[name]) this.add("COUNCIL-04", `${at}/${name}`);
      }
      if ("gates" in member) this.add("COUNCIL-10", at + "/gates");
      if ("name" in member) this.text(at + "/name", member.name, 300);
      if ("id" in member) {
        const id = member.id.trim().normalize("NFC"); // one name may be written in several ways
        if (member.id === "" || [...member.id].length > 64) this.add("COUNCIL-06", at + "/id");
        else if (names.has(id)) this.add("COUNCIL-01", at + "/id");
        names.add(id);
      }
      if (chair && member.chair) this.add("COUNCIL-02", at + "/chair");
      chair ||= member.chair;
    });
    if (council.members) {
      const count = council.members.length;
      this.within("COUNCIL-05", "/members", count, 1, 100);
      if (count <= 100 && council.seats >= 1 && council.seats < count) this.add("COUNCIL-03", "/members");
    }
    this.within("COUNCIL-07", "/seats", council.seats, 1, 100);
    this.policy(this.form("policy", "/policy", council.policy ?? {}), council.seats !== undefined);
  }

  policy({ maxSpread, minima = "all", quorum }, seats) {
    this.within("COUNCIL-07", "/policy/maxSpread", maxSpread, 0, 100);
    if (!["majority", "all", "mean"].includes(minima)) this.add("COUNCIL-07", "/policy/minima");
    if (quorum === undefined) return;
    const share = SHARE.exec(quorum);
    if (!share) this.add("COUNCIL-07", "/policy/quorum");
    else if (Number(share[1]) > Number(share[2])) this.add("COUNCIL-09", "/policy/quorum");
    if (share && !seats) this.add("COUNCIL-08", "/seats");
  }

  plan({ answers, locked = [], cost, star: own }, star) {
    locked.forEach((code, i) => {
      if (!this.typed(`/locked/${i}`, code, "string") || !this.of) return;
      if (!this.of.of.has(code)) this.add("SHEET-02", `/locked/${i}`);
      else if (locked.indexOf(code) < i) this.add("PLAN-04", `/locked/${i}`);
    });
    for (const [at, n] of this.byCriterion("/cost", cost, "integer")) this.within("PLAN-03", at, n, 0, 1000);
    this.within("PLAN-02", "/star", own, 1, 5);
    if (own === undefined && star === undefined) this.add("PLAN-05", "");
    if (!this.of || this.problems.length > 0) return;
    for (const c of this.of.criteria) if (c.applies(answers) && !(c.code in answers)) this.add("PLAN-01", "/answers");
  }
}

// --- Answers

const RESULTS = { sheet: score, council, plan, vector };

/** Answers the kinds of case that the published rubric decides. */
export class Reference {
  static knows(kind) {
    return kind in RESULTS || kind === "vector-parse";
  }

  constructor(rubric) {
    this.sets = new Map(rubric.sets.map((data) => [data.no, new ProductSet(rubric.edition, data, rubric.bands)]));
  }

  answer(kind, bytes, star) {
    let text;
    try {
      text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return { problems: [problem("JSON-02")] };
    }
    if (kind === "vector-parse") {
      const answer = parseVector(this.sets, text);
      return typeof answer === "string" ? { problems: [problem(answer)] } : answer;
    }
    if (bytes.length > limits(kind).bytes) return { problems: [problem("JSON-04")] };
    const reader = new Reader(text, limits(kind).items);
    const check = new Check(this.sets, reader);
    if (reader.root !== undefined) check.document(kind === "vector" ? "sheet" : kind, reader.root, star);
    const problems = check.problems.length > PROBLEMS ? [...check.problems.slice(0, PROBLEMS), problem("JSON-11")] : check.problems;
    if (problems.length > 0) return { problems };
    return RESULTS[kind](check.of, { ...reader.root, star: star ?? reader.root.star });
  }
}
