// One running module, that starts anew when it stops.

import { failure, OcopError } from "./problems.js";
import { imports } from "./wasi.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

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

  /** Has an operation done with a document; gives the answer's text, or throws its problems. */
  call(op, document) {
    const { done, answer } = this.run(() => this.#call(op, document));
    if (done) return answer;
    throw new OcopError(JSON.parse(answer).problems);
  }

  #call(op, document) {
    const bytes = typeof document === "string" ? encoder.encode(document) : document;
    const e = this.#exports;
    const at = e.room(op, bytes.length);
    let done = at === 0 ? isVerdict(op) : true;
    if (at !== 0) {
      this.bytes(at, bytes.length).set(bytes);
      done = e.call(op) === 1;
    }
    return { done, answer: decoder.decode(this.bytes(e.answer(), e.answer_length())) };
  }
}

/** The operations, as wasm/internal/bridge numbers them. */
export const Op = {
  score: 1, plan: 2, council: 3, vector: 4, parseVector: 5, rules: 6,
  checkSheet: 7, checkPlan: 8, checkCouncil: 9, safety: 10, checkDossier: 20, claims: 21,
};

const isVerdict = (op) => op === Op.checkSheet || op === Op.checkPlan || op === Op.checkCouncil || op === Op.checkDossier;

const firstLine = (text) => text.trim().split("\n")[0];
