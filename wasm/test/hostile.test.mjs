// What is passed in bad faith or by mistake: values that are no plain data, words
// and modules that do not belong together, hashes that verify nothing.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { runInNewContext } from "node:vm";
import { load, OcopError } from "../npm/index.js";
import { integrity } from "../npm/integrity.js";
import { internal } from "./internal.mjs";

const npm = new URL("../npm/", import.meta.url);
const { release } = await internal("made/release");
const read = (path) => readFileSync(new URL(path, npm));
const ocop = await load();
const sheet = JSON.parse(readFileSync(new URL("../../examples/sheets/ca-phe-dak-lak.json", import.meta.url)));
const text = JSON.stringify(sheet);
const want = ocop.score(text);
const small = { checks: false, words: [] };

/** What a call is refused with: code and place of each problem; [] where it is not. */
function refused(work) {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof OcopError, `thrown: ${typeof error}`);
    for (const { message } of error.problems) assert.ok(message.vi && message.en && !message.en.includes("undefined}"));
    return error.problems.map(({ code, path }) => `${code} ${path}`.trim());
  }
  return [];
}
const thrown = (work) => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return assert.fail("nothing was thrown");
};
const refusedLater = (promise) => promise.then(() => [], (error) => refused(() => { throw error; }));

/** The doors that take a document. */
const doors = {
  score: (x) => ocop.score(x), plan: (x) => ocop.plan(x), council: (x) => ocop.council(x), safety: (x) => ocop.safety(x),
  vector: (x) => ocop.vector(x), claims: (x) => ocop.claims(x), dossier: (x) => ocop.validate(x), deadlines: (x) => ocop.deadlines(x), life: (x) => ocop.life(x),
  sheet: (x) => ocop.validate(x, { as: "sheet" }), planCheck: (x) => ocop.validate(x, { as: "plan" }), councilCheck: (x) => ocop.validate(x, { as: "council" }),
};

// ---- values

test("what is no plain data is refused at every door, and its place is said", () => {
  const cycle = { ...sheet };
  cycle.answers = { "1.1": cycle };
  let deep = "a";
  for (let i = 0; i < 17; i++) deep = [deep];
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const gone = new Uint8Array(8);
  structuredClone(gone.buffer, { transfer: [gone.buffer] });
  class Sheet {
    edition = "qd26-2026";
  }
  const throwing = (thrown) => ({ ...sheet, get answers() { throw thrown; } });
  for (const [name, value, path] of [
    ["undefined", undefined, ""], ["a function", () => sheet, ""], ["a symbol", Symbol("x"), ""], ["a BigInt", 13n, ""], ["NaN", NaN, ""],
    ["a boxed text", new String(text), ""], ["a boxed number", { ...sheet, set: new Number(13) }, "/set"], ["a boxed truth", { ...sheet, set: new Boolean(true) }, "/set"],
    ["a Map", new Map(Object.entries(sheet)), ""], ["a Set", { ...sheet, gates: new Set() }, "/gates"], ["a WeakMap", new WeakMap(), ""], ["a Date", new Date(), ""],
    ["a RegExp", /x/, ""], ["a promise", Promise.resolve(sheet), ""], ["an error", new Error("x"), ""], ["an address", new URL("http://localhost/"), ""],
    ["a class", new Sheet(), ""], ["what inherits", Object.create(sheet), ""], ["a Date from elsewhere", runInNewContext("new Date()"), ""],
    ["a BigInt inside", { ...sheet, set: 13n }, "/set"], ["infinity", { ...sheet, set: Infinity }, "/set"], ["a function inside", { ...sheet, toJSON: () => sheet }, "/toJSON"],
    ["bytes inside", { ...sheet, answers: new Uint8Array(2) }, "/answers"],
    ["a cycle", cycle, "/answers/1.1"], ["too deep", { ...sheet, gates: [deep] }, `/gates${"/0".repeat(15)}`],
    ["a gap", { ...sheet, gates: ["a", , "b"] }, "/gates/1"], ["undefined in a list", { ...sheet, gates: [undefined] }, "/gates/0"],
    ["a revoked proxy", revoked.proxy, ""], ["a revoked proxy inside", { ...sheet, answers: revoked.proxy }, "/answers"],
    ["throws", throwing(new Error("x")), "/answers"], ["throws null", throwing(null), "/answers"], ["throws undefined", throwing(undefined), "/answers"],
    ["throws what throws", throwing({ get message() { throw null; } }), "/answers"], ["throws a revoked proxy", throwing(revoked.proxy), "/answers"],
    ["a detached view", gone, ""], ["a detached buffer", gone.buffer, ""],
    ["half a character", { ...sheet, answers: { "1.1": "\ud800" } }, "/answers/1.1"], ["half a character in a name", { ...sheet, "a/\udfff": 1 }, "/a~1\ufffd"],
  ]) {
    for (const [door, call] of Object.entries(doors)) assert.deepEqual(refused(() => call(value)), [`MODULE-10 ${path}`.trim()], `${door}: ${name}`);
  }
});

test("a value is read once, and only what is its own counts", () => {
  const reads = [];
  const watched = new Proxy({ ...sheet }, { get: (target, name) => (reads.push(name), target[name]) });
  assert.deepEqual(ocop.score(watched), want);
  assert.deepEqual(reads, Object.keys(sheet));
  // An answer that is another one the second time.
  let turn = 0;
  const fickle = { ...sheet, answers: { ...sheet.answers, get "1.1"() { return turn++ === 0 ? sheet.answers["1.1"] : "zz"; } } };
  assert.deepEqual(ocop.score(fickle), want);
  assert.equal(turn, 1);
  turn = 0;
  assert.deepEqual(refused(() => ocop.score({ ...fickle, total: 100, get answers() { return turn++ === 0 ? { "1.1": "zz" } : sheet.answers; } })), ["SHEET-03 /answers/1.1", "JSON-07 /total"].sort().reverse());
  // A getter that takes a member away does not uncover an inherited one.
  const removing = { edition: sheet.edition, get set() { delete this.gates; return sheet.set; }, answers: sheet.answers, gates: ["no-such-gate"] };
  try {
    Object.defineProperty(Object.prototype, "gates", { value: ["forged-dossier"], configurable: true, enumerable: true, writable: true });
    const { gates: _, ...without } = sheet;
    assert.deepEqual(ocop.score(without).gates, ocop.score(JSON.stringify(without)).gates);
    assert.deepEqual(ocop.score(removing).gates, []);
    Object.defineProperty(Object.prototype, "answers", { value: sheet.answers, configurable: true, enumerable: true, writable: true });
    assert.deepEqual(refused(() => ocop.score({ edition: sheet.edition, set: 13 })), ["JSON-08"]);
  } finally {
    delete Object.prototype.gates;
    delete Object.prototype.answers;
  }
  // No toJSON is asked, wherever it stands.
  const gated = { ...sheet, gates: ["forged-dossier"] };
  const vector = ocop.vector(JSON.stringify(gated));
  let asked = 0;
  for (const prototype of [Object.prototype, Array.prototype, String.prototype]) prototype.toJSON = () => asked++;
  try {
    assert.equal(ocop.score(sheet).total, want.total);
    assert.equal(ocop.vector(gated), vector);
  } finally {
    for (const prototype of [Object.prototype, Array.prototype, String.prototype]) delete prototype.toJSON;
  }
  assert.equal(asked, 0);
});

test("plain data of any origin, and bytes in any view, are taken", () => {
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array(bytes.length + 8);
  padded.set(bytes, 4);
  class Own extends Uint8Array {
    get length() { return 2; }
    get buffer() { return new ArrayBuffer(2); }
  }
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  for (const [name, value] of Object.entries({
    "no prototype": Object.assign(Object.create(null), sheet), "another realm's object": runInNewContext(`(${text})`), "a proxy": new Proxy(sheet, {}), "frozen": Object.freeze({ ...sheet }),
    "undefined members": { ...sheet, total: undefined, answers: { ...sheet.answers, "99": undefined } }, "symbols and hidden members": Object.defineProperty({ ...sheet, [Symbol("x")]: 1 }, "total", { value: 100 }),
    text, bytes, buffer: bytes.buffer, "a Buffer": Buffer.from(text), "a DataView": new DataView(padded.buffer, 4, bytes.length), "a part of a buffer": padded.subarray(4, 4 + bytes.length),
    "another realm's bytes": runInNewContext(`new Uint8Array([${bytes}])`), "another realm's buffer": runInNewContext(`new Uint8Array([${bytes}]).buffer`),
    "a class of bytes": new Own(bytes), "shared bytes": shared, "a shared buffer": shared.buffer,
  })) assert.deepEqual(ocop.score(value), want, name);
});

test("a list is refused as Go refuses it, and so is what is too large", () => {
  for (const value of [[], [sheet], null, true, 13]) {
    assert.deepEqual(refused(() => ocop.score(value)), refused(() => ocop.score(JSON.stringify(value))));
  }
  let graph = ["x"];
  for (let i = 0; i < 14; i++) graph = new Array(1000).fill(graph);
  const endless = new Proxy([], { get: (target, name) => (name === "length" ? NaN : target[name]) });
  for (const gates of [new Array(4e9), graph, new Array(1e5).fill("x".repeat(1 << 20)), endless, ["x".repeat(1 << 21)]]) {
    const from = process.cpuUsage();
    assert.deepEqual(refused(() => ocop.score({ ...sheet, gates })), ["JSON-04"]);
    assert.equal(ocop.validate({ ...sheet, gates }).problems[0].code, "JSON-04");
    assert.ok(process.cpuUsage(from).user < 2e6, "less than 2 s of work, however busy the machine is");
  }
  assert.deepEqual(refused(() => ocop.score(new Uint8Array(1 << 20))), ["JSON-04"]);
  assert.deepEqual(refused(() => ocop.parseVector(`OCOP:${"x".repeat(5000)}`)), ["VECTOR-04"], "as Go's ParseVector says it");
});

test("half a character is refused in text as in an object, never replaced", () => {
  for (const half of ["\ud800", "\udc00", "a\ud800b", "\udfff\ud800"]) {
    const inText = `{"edition":"qd26-2026","set":13,"answers":{"1.1":"${half}"}}`;
    assert.deepEqual(refused(() => ocop.score(inText)), ["JSON-02"]);
    assert.equal(ocop.validate(inText).problems[0].code, "JSON-02");
    assert.deepEqual(refused(() => ocop.score(JSON.stringify(JSON.parse(inText)))), ["JSON-01 /answers/1.1"], "escaped");
    assert.notDeepEqual(refused(() => ocop.parseVector(`OCOP:qd26-2026/13/1.1:${half}`)), []);
  }
  assert.deepEqual(refused(() => ocop.score(`\ufeff${text}`)), refused(() => ocop.score(Buffer.from(`\ufeff${text}`))), "a leading U+FEFF is data");
});

test("a getter that throws does not cost an instance", async () => {
  const { Instance } = WebAssembly;
  let made = 0;
  WebAssembly.Instance = function (...args) {
    made++;
    return new Instance(...args);
  };
  try {
    const loaded = await load(small);
    for (const thrown of [new Error("x"), null, undefined, new RangeError("x")]) refused(() => loaded.score({ ...sheet, get gates() { throw thrown; } }));
    loaded.score(sheet);
  } finally {
    WebAssembly.Instance = Instance;
  }
  assert.equal(made, 1);
});

test("what is shared cannot be changed", () => {
  assert.throws(() => (ocop.rules(13).parts[0].max = 100), TypeError);
  assert.throws(() => ocop.rules(13).gates.pop(), TypeError);
  assert.throws(() => (ocop.catalogue().sectors[0].name = "x"), TypeError);
  ocop.rubric(3).gates.forEach((gate) => gate.zeroPointsAt?.pop());
  assert.deepEqual(ocop.rubric(3).gates.map((gate) => gate.zeroPointsAt), ocop.rules(3).gates.map((gate) => gate.zeroPointsAt));
});

test("a kind of document that there is not is said as Go says it", () => {
  const go = readFileSync(new URL("../../ocop/editions.go", import.meta.url), "utf8");
  for (const as of ["song", "__proto__", "constructor", "toString", "", "Sheet", "sheet ", "x".repeat(500)]) {
    const [{ code, params, message }] = thrown(() => ocop.validate({}, { as })).problems;
    assert.equal(code, "DOCUMENT-01");
    assert.equal(params.kind, as.length > 80 ? `${as.slice(0, 80)}…` : as);
    if (as === "song") for (const text of Object.values(message)) assert.ok(go.includes(`"${text.replace("song", "{kind}")}"`), text);
  }
  for (const as of [null, 3, {}, new String("sheet")]) assert.deepEqual(refused(() => ocop.validate(sheet, { as })), ["DOCUMENT-01"]);
  assert.equal(ocop.validate(sheet, { as: undefined }).valid, false, "a sheet is no dossier");
});

test("options that there are not are refused", async () => {
  assert.deepEqual(refused(() => ocop.validate(sheet, { kind: "sheet" })), ["MODULE-14"]);
  assert.deepEqual(refused(() => ocop.rubric(13, { language: "vi" })), ["MODULE-14"]);
  assert.deepEqual(refused(() => ocop.rubric(13, null)), ["MODULE-10"]);
  assert.deepEqual(refused(() => ocop.rubric(13, { lang: "__proto__" })), ["MODULE-07"]);
  assert.deepEqual(await refusedLater(load({ ...small, integrty: integrity["ocop.wasm"] })), ["MODULE-14"]);
  assert.deepEqual(await refusedLater(load({ words: [], checks: { source: 1 } })), ["MODULE-14"]);
  assert.deepEqual(await refusedLater(load({ checks: false, words: ["fr"] })), ["MODULE-15"]);
  assert.deepEqual(await refusedLater(load({ checks: false, words: "vi" })), ["MODULE-15"]);
  assert.deepEqual(await refusedLater(ocop.loadWords("../vi")), ["MODULE-15"]);
  assert.deepEqual(await refusedLater(ocop.loadWords("vi", "../13")), ["MODULE-15"]);
  assert.deepEqual(await refusedLater(load({ checks: false, words: ["vi"], wordsURL: { toString() { throw null; } } })), ["MODULE-04"]);
  assert.deepEqual(await refusedLater(load("ocop.wasm")), ["MODULE-10"]);
});

test("an error's text moves no terminal", () => {
  const error = thrown(() => ocop.score({ ...sheet, answers: { "1.1\u001b[2J\u202e": "a\n\u2028b" }, "x\u0007": 1 }));
  assert.doesNotMatch(error.message.replaceAll("\n", ""), /[\u0000-\u001f\u007f-\u009f\u2028-\u202e]/);
  assert.equal(error.message.split("\n").length, error.problems.length, "a line each, and no more");
  assert.match(error.message, /\\u001b\[2J\\u202e/);
  assert.ok(error.problems.some(({ path }) => path === "/answers/1.1\u001b[2J\u202e"), "the data stay as they are");
});

// ---- hashes

const bytes = read("ocop.wasm");
const hash = (algorithm, of = bytes) => `${algorithm}-${createHash(algorithm).update(of).digest("base64")}`;

const served = new Map(); // path → [type, content]
const server = createServer((request, response) => {
  const [type, content] = served.get(request.url) ?? [];
  response.writeHead(type ? 200 : 404, { "content-type": type ?? "text/plain" }).end(content);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
after(() => server.close());
const at = `http://127.0.0.1:${server.address().port}`;
served.set("/ocop.wasm", ["application/wasm", bytes]);
served.set("/plain", ["application/octet-stream", bytes]);

test("integrity is verified wherever the module comes from, with each algorithm", async () => {
  const wrong = (algorithm) => hash(algorithm, "other");
  for (const source of [{ bytes }, { bytes: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) }, { url: `${at}/ocop.wasm` }, { url: `${at}/plain` }, { url: new URL("ocop.wasm", npm) }, {}]) {
    const codes = (integrity) => refusedLater(load({ ...source, ...small, integrity }));
    for (const algorithm of ["sha256", "sha384", "sha512"]) {
      assert.deepEqual(await codes(hash(algorithm)), [], algorithm);
      assert.deepEqual(await codes(wrong(algorithm)), ["MODULE-05"], algorithm);
      assert.deepEqual(await codes(`${hash(algorithm)}?anything`), []);
    }
    assert.deepEqual(await codes(` ${wrong("sha512")}\n\t${hash("sha512")} `), [], "one of two");
    assert.deepEqual(await codes(`${hash("sha256")} ${wrong("sha512")}`), ["MODULE-05"], "the strongest counts");
    assert.deepEqual(await codes(`${wrong("sha256")} ${hash("sha384")}`), []);
  }
});

test("integrity that verifies nothing is refused before anything is loaded", async () => {
  const good = hash("sha384");
  const base64 = good.slice(7);
  for (const malformed of [
    "", " ", base64, `sha-384-${base64}`, `sha1-${createHash("sha1").update(bytes).digest("base64")}`, `md5-${base64}`, `SHA384-${base64}`, `sha384-${base64.slice(1)}`, `sha384-${base64}=`, `sha384=${base64}`,
    `sha256-${base64}`, `sha512-${base64}`, "sha384-", `sha384-${"*".repeat(64)}`, `${good},${good}`, `${good} junk`, `${good} sha1-x`, `sha384-${base64.replaceAll("+", "-").replaceAll("/", "_")}x`, `sha256-${hash("sha256").slice(7, -2)}x=`,
    null, 0, false, [good], { toString: () => good }, new String(good),
  ]) {
    for (const source of [{}, { url: "http://127.0.0.1:1/never-asked" }, { bytes }, { module: new WebAssembly.Module(bytes) }]) {
      assert.deepEqual(await refusedLater(load({ ...source, ...small, integrity: malformed })), ["MODULE-12"], String(malformed));
    }
    assert.deepEqual(await refusedLater(ocop.loadChecks({ integrity: malformed })), ["MODULE-12"]);
    assert.deepEqual(await refusedLater(load({ url: "http://127.0.0.1:1/never-asked", words: [], checks: { integrity: malformed } })), ["MODULE-12"], "of the second module too");
  }
  assert.deepEqual(await refusedLater(load({ module: new WebAssembly.Module(bytes), integrity: good, ...small })), ["MODULE-13"]);
  assert.deepEqual(await refusedLater(load({ url: `${at}/ocop.wasm`, bytes, ...small })), ["MODULE-16"]);
});

test("bytes that change while they are verified change nothing", async () => {
  const own = new Uint8Array(bytes);
  const loading = load({ bytes: own, integrity: hash("sha384"), ...small });
  own.fill(0);
  assert.deepEqual((await loading).score(sheet), want);
});

test("of two sheets to compare each has its place, and neither reaches into the other", () => {
  const other = { ...sheet, answers: { ...sheet.answers, "1.1": "a" } };
  const told = ocop.compare(sheet, other);
  assert.deepEqual([told.before, told.after], [ocop.score(sheet), ocop.score(other)]);
  for (const written of [JSON.stringify, (of) => new TextEncoder().encode(JSON.stringify(of))]) assert.deepEqual(ocop.compare(written(sheet), written(other)), told);
  for (const [hostile, want] of [
    ['{},"to":{}', "JSON-0"], [`${text},"from":${text}`, "JSON-0"], [" ".repeat(2e6), "JSON-04 /from"], ['"\ud800"', "JSON-02 /from"], [Uint8Array.of(34, 255, 34), "JSON-02 /from"],
    ["\ufeff{}", "JSON-01 /from"], [undefined, "MODULE-10 /from"], [new Map(), "MODULE-10 /from"], [{ ...sheet, answers: { 1.1: "z" } }, "SHEET-03 /from/answers/1.1"],
  ]) {
    const first = refused(() => ocop.compare(hostile, other));
    assert.ok(first[0]?.startsWith(want) && first.every((one) => one.includes(" /from")), `${want}: ${first}`);
    assert.deepEqual(refused(() => ocop.compare(other, hostile)), first.map((one) => one.replace("/from", "/to")));
  }
  assert.deepEqual(refused(() => ocop.compare(sheet, { ...sheet, set: 12, answers: {} })), ["COMPARE-01"]);
});

// ---- words

/** Serves words of which one part (a product set's, the index, or all) is changed, and says what loading and joining them is refused with. */
async function withWords(change, { of = 13, source = {}, lang = "vi" } = {}) {
  const words = JSON.parse(read(`words/qd26-2026/${lang}/all.json`));
  const changed = (part) => [change(part), part].find((w) => w !== undefined);
  if (of === "index") words.index = changed(words.index);
  if (of === 13) words.sets[12] = changed(words.sets[12]);
  served.set(`/words/qd26-2026/${lang}/all.json`, ["application/json", JSON.stringify(of === "all" ? changed(words) : words)]);
  const loaded = await load({ ...small, ...source, wordsURL: `${at}/words` });
  return refusedLater(loaded.loadWords(lang).then(() => [loaded.catalogue({ lang }), loaded.rubric(13, { lang })]));
}

test("words are of the module's own release, or are refused", async () => {
  assert.deepEqual(await withWords(() => undefined), []);
  assert.deepEqual(await withWords(() => undefined, { of: "all" }), []);
  const other = "0".repeat(64);
  for (const change of [
    (w) => ({ ...w, rubric: other }), (w) => ({ ...w, version: "0.0.9" }), (w) => ({ ...w, lang: "en" }), (w) => ({ ...w, edition: "qd148-2023" }),
    ({ rubric, ...w }) => w, ({ version, ...w }) => w, () => null, () => [], () => "words",
  ]) {
    for (const of of [13, "all", "index"]) assert.deepEqual(await withWords(change, { of }), ["MODULE-11"], `${of}: ${change}`);
  }
  assert.deepEqual(await withWords((w) => ({ ...w, no: 12 })), ["MODULE-11"]);
  assert.deepEqual(await withWords(({ sets, ...w }) => w, { of: "all" }), ["MODULE-11"]);
  const [{ message }] = await withWords((w) => ({ ...w, rubric: other })).then(() => load({ ...small, wordsURL: `${at}/words` })).then((loaded) => loaded.loadWords("vi", 13)).catch((error) => error.problems);
  assert.match(message.en, /old words met a new module.*Reload the page past the cache/);
  assert.match(message.vi, /bản chữ cũ gặp mô-đun mới.*tải lại trang/);
});

test("words stand under exactly the codes of the rules, or are refused", async () => {
  const c = (w) => w.criteria["1.5"];
  for (const change of [
    (w) => { c(w).options.z = "Một mức nữa"; }, (w) => { delete c(w).options.a; }, (w) => { c(w).options.a = 3; }, (w) => { c(w).options.a = null; },
    (w) => { c(w).options = Object.values(c(w).options); }, (w) => { c(w).cases = { 1: "Một trường hợp" }; }, (w) => { c(w).notes = "x"; }, (w) => { delete c(w).name; }, (w) => { w.criteria["1.5"] = null; },
    (w) => { delete w.criteria["1.5"]; }, (w) => { w.criteria["99"] = c(w); }, (w) => { delete w.sections["1"]; }, (w) => { w.parts.D = "Phần D"; },
    (w) => { delete w.gates["forged-dossier"]; }, (w) => { w.gates.another = "x"; }, (w) => { w.gates = []; }, (w) => { delete w.name; },
    (w) => { delete w.criteria["1.5"]; w.criteria = { ...w.criteria, ["__proto__"]: c(JSON.parse(read("words/qd26-2026/vi/all.json")).sets[12]) }; },
  ]) assert.deepEqual(await withWords(change), ["MODULE-11"], String(change));
});

test("the order in which words stand does not matter", async () => {
  const reversed = (table) => Object.fromEntries(Object.entries(table).reverse());
  assert.deepEqual(await withWords((w) => {
    for (const criterion of Object.values(w.criteria)) criterion.options = reversed(criterion.options);
    return { ...w, gates: reversed(w.gates), criteria: reversed(w.criteria) };
  }), []);
  const loaded = await load({ ...small, wordsURL: `${at}/words` });
  await loaded.loadWords("vi", 13);
  assert.deepEqual(loaded.rubric(13, { lang: "vi" }), ocop.rubric(13, { lang: "vi" }));
});

test("a module of another rubric takes no words of this one", async () => {
  const other = Buffer.from(bytes.toString("latin1").replaceAll(release.rubric, "f".repeat(64)), "latin1");
  assert.ok(!other.equals(bytes), "the module bears the rubric's hash");
  assert.deepEqual(await withWords(() => undefined, { source: { bytes: other } }), ["MODULE-11"]);
});

test("a letter that texts may begin with stays", async () => {
  served.set("/words/qd26-2026/en/all.json", ["application/json", `\ufeff${read("words/qd26-2026/en/all.json")}`]);
  const loaded = await load({ ...small, wordsURL: `${at}/words` });
  assert.deepEqual(await refusedLater(loaded.loadWords("en", 13)), ["MODULE-21"], "a byte order mark is no JSON");
  const dossier = JSON.parse(readFileSync(new URL("../../examples/dossiers/do-uong-lan-dau.json", import.meta.url)));
  dossier.product.name = `\ufeff${"x".repeat(300)}`;
  const lengths = [dossier, JSON.stringify(dossier)].map((d) => JSON.stringify(ocop.validate(d)));
  assert.equal(lengths[0], lengths[1]);
});
