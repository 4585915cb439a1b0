// One running module, that starts anew when it stops.

import { isWhole, reasonOf, type Document, type ReadOptions } from "./plain.js";
import { failure, isOcopError, OcopError } from "./problems.js";
import type { Lang, Problem } from "./types.js";
import type { SetWords } from "./words.js";
import { imports } from "./wasi.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** What the modules export: see wasm/score and wasm/checks. */
export interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  room(op: number, length: number): number;
  call(op: number): number;
  answer(): number;
  answer_length(): number;
  answers(): number;
  result(set: number, count: number): number;
}

export class Instance {
  readonly #module: WebAssembly.Module;
  readonly #name: string;
  #exports: Exports | undefined;
  #written = () => "";

  constructor(module: WebAssembly.Module, name: string) {
    this.#module = module;
    this.#name = name;
    this.#start();
  }

  #start(): Exports {
    const host = imports(() => memory);
    let memory: WebAssembly.Memory;
    try {
      const exports = new WebAssembly.Instance(this.#module, host.imports).exports as unknown as Exports;
      memory = exports.memory;
      exports._initialize();
      this.#written = host.written;
      return (this.#exports = exports);
    } catch (error) {
      throw failure("MODULE-06", { name: this.#name, reason: reasonOf(error) });
    }
  }

  /**
   * Does something with the instance. Should the module stop, a new one does it
   * once more; should that stop too, the caller hears why, and the next call
   * begins with another.
   */
  run<T>(work: (exports: Exports) => T): T {
    let reason = "";
    for (let attempt = 0; attempt < 2; attempt++) {
      const exports = this.#exports ?? this.#start();
      try {
        return work(exports);
      } catch (error) {
        if (isOcopError(error)) throw error;
        reason = firstLine(this.#written()) || reasonOf(error);
        this.#exports = undefined;
      }
    }
    throw failure("MODULE-09", { reason });
  }

  /** Has an operation done with a document, and what stands before it; gives the answer's text, or throws its problems. */
  call(op: number, document: Document, options?: Uint8Array): string {
    const { done, answer } = this.run((exports) => call(exports, op, document, options));
    if (done) return answer;
    throw new OcopError((JSON.parse(answer) as { problems: Problem[] }).problems);
  }
}

/** Bytes of a module's memory; good until the next call. */
export const memoryOf = (exports: Exports, at: number, length: number) => new Uint8Array(exports.memory.buffer, at, length);

function call(exports: Exports, op: number, document: Document, options?: Uint8Array) {
  const bytes = bytesFor(exports, op, document);
  const at = bytes && room(exports, op, bytes.length); // for it alone: whether it is too large does not hang on options
  if (!at) return { done: isVerdict(op), answer: answerOf(exports) };
  if (!options) {
    memoryOf(exports, at, bytes.length).set(bytes);
    return { done: exports.call(op) === 1, answer: answerOf(exports) };
  }
  const asked = op + ASKED;
  const before = room(exports, asked, options.length + bytes.length);
  if (before === 0) return { done: false, answer: answerOf(exports) };
  memoryOf(exports, before, options.length).set(options);
  memoryOf(exports, before + options.length, bytes.length).set(bytes);
  return { done: exports.call(asked) === 1, answer: answerOf(exports) };
}

const answerOf = (exports: Exports) => decoder.decode(memoryOf(exports, exports.answer(), exports.answer_length()));

/** A document's bytes; none where the module refuses it for its size alone, which needs no encoding. */
function bytesFor(exports: Exports, op: number, document: Document): Uint8Array | undefined {
  if (document instanceof Uint8Array) return document;
  const { length } = document; // a letter takes a byte or more
  return length > 4096 && room(exports, op, length) === 0 ? undefined : encode(document);
}

/** Where a document of so many bytes goes; 0 where it is too large, and then the answer says so. */
const room = (exports: Exports, op: number, length: number) => exports.room(op, Math.min(length, 0x7fff_ffff));

/** A text as UTF-8. Half a character has none: in its place stands a byte that the module refuses, as it does in a file. */
function encode(text: string): Uint8Array {
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

/** What is asked of a paper, beside its document. */
export interface AskedPaper {
  name: unknown;
  lang: Lang;
  format: "json" | "html" | "docx";
  council: unknown;
  words: SetWords | undefined;
}

/** What stands before the document of a paper: what is asked, and the words of its product set. */
export function paperBytes({ name, lang, format, council, words }: AskedPaper): Uint8Array {
  const text = encoder.encode(words ? JSON.stringify(words) : "");
  return joined([encoder.encode(`${word(name)} ${lang} ${format} ${word(council)} ${text.length}\n`), text]);
}

/** What stands before the document of an explanation: the words in both languages, or in one. */
export function explainBytes(vi: SetWords | undefined, en: SetWords | undefined): Uint8Array {
  return framed([vi, en].map((words) => words && encoder.encode(JSON.stringify(words))));
}

/** One word: what is none, the module says. */
const word = (value: unknown) => (typeof value === "string" ? value : typeof value).replace(/[^\w-]/gu, "?").slice(0, 64) || "?";

/** The options on and holidays as they stand before a document; undefined where there is none. */
export function optionBytes({ on, holidays }: ReadOptions): Uint8Array | undefined {
  if (on === undefined && holidays === undefined) return undefined;
  return framed([on, holidays].map((part) => (typeof part === "string" ? encode(part) : part)));
}

/** Parts behind a line with their lengths; -1 where there is none. */
function framed(parts: readonly (Uint8Array | undefined)[]): Uint8Array {
  const lengths = encoder.encode(`${parts.map((part) => part?.length ?? -1).join(" ")}\n`);
  return joined([lengths, ...parts.filter((part) => part !== undefined)]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
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
  checkSheet: 7, checkPlan: 8, checkCouncil: 9, safety: 10, compare: 11,
  review: 19, checkDossier: 20, claims: 21, deadlines: 22, life: 23, paper: 24, explain: 25,
} as const;

const ASKED = 100; // added where options stand before the document

const isVerdict = (op: number) => op === Op.checkSheet || op === Op.checkPlan || op === Op.checkCouncil || op === Op.checkDossier || op === Op.review;

const firstLine = (text: string) => text.trim().split("\n")[0];
