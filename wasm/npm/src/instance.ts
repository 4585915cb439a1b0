// One running module, that starts anew when it stops.

import { isWhole } from "./plain.js";
import { failure, OcopError } from "./problems.js";
import { imports } from "./wasi.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export class Instance {
  #module;
  #name;
  #exports;
  #written;

  /** @param {WebAssembly.Module} module */
  constructor(module, name) {
    this.#module = module;
    this.#name = name;
    this.#start();
  }

  #start() {
    let memory;
    const host = imports(() => memory);
    try {
      const { exports } = new WebAssembly.Instance(this.#module, host.imports);
      memory = exports.memory;
      exports._initialize();
      this.#exports = exports;
      this.#written = host.written;
    } catch (error) {
      throw failure("MODULE-06", { name: this.#name, reason: error.message });
    }
  }

  get exports() {
    return this.#exports;
  }

  /** Bytes of the module's memory; good until the next call. */
  bytes(at, length) {
    return new Uint8Array(this.#exports.memory.buffer, at, length);
  }

  /**
   * Does something with the instance. Should the module stop, a new one does it
   * once more; should that stop too, the caller hears why, and the next call
   * begins with another.
   */
  run(work) {
    let reason;
    for (let attempt = 0; attempt < 2; attempt++) {
      if (!this.#exports) this.#start();
      try {
        return work(this);
      } catch (error) {
        if (error instanceof OcopError) throw error;
        reason = firstLine(this.#written()) || error.message;
        this.#exports = undefined;
      }
    }
    throw failure("MODULE-09", { reason });
  }

  /** Has an operation done with a document, and options from optionBytes; gives the answer's text, or throws its problems. */
  call(op, document, options) {
    const { done, answer } = this.run(() => this.#call(op, document, options));
    if (done) return answer;
    throw new OcopError(JSON.parse(answer).problems);
  }

  #call(op, document, options) {
    const bytes = this.#bytes(op, document);
    const at = bytes && this.#room(op, bytes.length); // for it alone: whether it is too large does not hang on options
    if (at === 0 || !bytes) return { done: isVerdict(op), answer: this.#answer() };
    if (!options) {
      this.bytes(at, bytes.length).set(bytes);
      return { done: this.#exports.call(op) === 1, answer: this.#answer() };
    }
    const asked = op + ASKED;
    const before = this.#room(asked, options.length + bytes.length);
    if (before === 0) return { done: false, answer: this.#answer() };
    this.bytes(before, options.length).set(options);
    this.bytes(before + options.length, bytes.length).set(bytes);
    return { done: this.#exports.call(asked) === 1, answer: this.#answer() };
  }

  #answer() {
    return decoder.decode(this.bytes(this.#exports.answer(), this.#exports.answer_length()));
  }

  /** A document's bytes; none where the module refuses it for its size alone, which needs no encoding. */
  #bytes(op, document) {
    if (document instanceof Uint8Array) return document;
    const { length } = document; // a letter takes a byte or more
    return length > 4096 && this.#room(op, length) === 0 ? undefined : encode(document);
  }

  /** Where a document of so many bytes goes; 0 where it is too large, and then the answer says so. */
  #room(op, length) {
    return this.#exports.room(op, Math.min(length, 0x7fff_ffff));
  }
}

/** A text as UTF-8. Half a character has none: in its place stands a byte that the module refuses, as it does in a file. */
function encode(text) {
  if (isWhole(text)) return encoder.encode(text);
  const pieces = text.split(/\p{Surrogate}/u).map((piece) => encoder.encode(piece));
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length + 1, -1)).fill(0xff);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length + 1;
  }
  return bytes;
}

/** What stands before the document of a paper: what is asked, and the words of its product set. */
export function paperBytes({ name, lang, format, council, words }) {
  const asked = String(name).replace(/[^\w-]/gu, "?").slice(0, 64); // one word: what is none, the module says
  const text = encoder.encode(words ? JSON.stringify(words) : "");
  return joined([encoder.encode(`${asked || "?"} ${lang} ${format} ${council} ${text.length}\n`), text]);
}

/** The options on and holidays, text or bytes each, as they stand before a document; undefined where there is none. */
export function optionBytes({ on, holidays }) {
  if (on === undefined && holidays === undefined) return undefined;
  const parts = [on, holidays].map((part) => (typeof part === "string" ? encode(part) : part));
  const lengths = encoder.encode(`${parts.map((part) => part?.length ?? -1).join(" ")}\n`);
  return joined([lengths, ...parts.filter((part) => part !== undefined)]);
}

function joined(parts) {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The operations, as wasm/internal/bridge numbers them. */
export const Op = {
  score: 1, plan: 2, council: 3, vector: 4, parseVector: 5, rules: 6,
  checkSheet: 7, checkPlan: 8, checkCouncil: 9, safety: 10, checkDossier: 20, claims: 21, deadlines: 22, life: 23, paper: 24,
};

const ASKED = 100; // added where options stand before the document

const isVerdict = (op) => op === Op.checkSheet || op === Op.checkPlan || op === Op.checkCouncil || op === Op.checkDossier;

const firstLine = (text) => text.trim().split("\n")[0];
