// The rules in a Web Worker: the same methods, each with a promise. A page that
// scores one sheet at a time needs no worker; one that scores thousands does.

import { addressOf } from "./fetch.js";
import type { Ocop } from "./ocop.js";
import { bytesOf, datedOptions, documentOf, isDated, jsonOf, optionsOf, plain, reasonOf, within, type Document } from "./plain.js";
import { failure, OcopError } from "./problems.js";
import type { Address, Dated, Dossier, Lang, Options, Problem, RubricSet, Sheet, Source, Step, Verdict, Worded, Written } from "./types.js";

/** A method with a promise. Of one with several forms it knows the last, so those stand below. */
type Promised<F> = F extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;

/** The methods of Ocop, each with a promise. */
export type RemoteOcop = { [K in Exclude<keyof Ocop, "validate" | "rubric" | "explain">]: Promised<Ocop[K]> } & {
  validate(document: Written<Dossier>, options?: { as?: "dossier" | undefined } & Dated): Promise<Verdict>;
  validate(document: Written<unknown>, options: { as: "dossier" } & Dated): Promise<Verdict>;
  validate(document: Written<unknown>, options: { as: "dossier" | "sheet" | "plan" | "council" }): Promise<Verdict>;
  explain(document: Written<Sheet | Dossier>): Promise<Step[]>;
  explain(document: Written<Sheet | Dossier>, options: { lang: Lang }): Promise<Worded<Step>[]>;
  rubric(set: number): Promise<RubricSet>;
  rubric(set: number, options: { lang: Lang }): Promise<Worded<RubricSet>>;
  /** Ends the worker: what it has not answered, and what is asked later, is refused as MODULE-17. */
  terminate(): void;
};

/** What goes to the worker, and what comes back. */
export interface Question {
  id: number;
  method: string;
  args: unknown[];
}
export type Answer = { id: number; value: unknown } | { id: number; problems: Problem[] };

const script = "worker-script.js";

/** Loads the rules in a worker of their own; the options are those of load. */
export async function loadInWorker(options?: Options): Promise<RemoteOcop> {
  const given = optionsToSend(options);
  const line = new Line(start());
  try {
    const methods = (await line.ask("load", [given])) as string[];
    const ocop = Object.fromEntries(methods.map((method) => [method, async (...args: unknown[]) => line.ask(method, argumentsToSend(method, args))]));
    return { ...ocop, terminate: () => line.end(failure("MODULE-17")) } as RemoteOcop;
  } catch (error) {
    line.end(failure("MODULE-17"));
    throw error;
  }
}

/** The line to a worker: what it was asked, and who waits for the answer. */
class Line {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: OcopError) => void }>();
  #asked = 0;
  #answers = false; // so its script was loaded
  #ended: OcopError | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<Answer>) => this.#take(data);
    worker.onmessageerror = () => this.end(failure("MODULE-17"));
    worker.onerror = ({ message }) => this.end(this.#answers ? failure("MODULE-17") : unloaded(message));
  }

  ask(method: string, args: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#ended) throw this.#ended;
      const id = ++this.#asked;
      this.#post({ id, method, args });
      this.#waiting.set(id, { resolve, reject });
    });
  }

  /** Ends the worker, for a reason that all hear who wait. */
  end(error: OcopError): void {
    this.#ended ??= error;
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #post(question: Question): void {
    try {
      this.#worker.postMessage(question);
    } catch (error) {
      const reason = reasonOf(error); // something in it cannot be sent
      throw failure("MODULE-10", { found: reason, foundVi: reason });
    }
  }

  #take(answer: Answer): void {
    this.#answers = true;
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ("problems" in answer) waiting?.reject(new OcopError(answer.problems));
    else waiting?.resolve(answer.value);
  }
}

/** A browser does not say why a worker's script does not load. */
const unloaded = (reason = "not found, or not allowed by worker-src") => failure("MODULE-04", { name: script, reason });

// ---- the worker's start

/** A page's part of Trusted Types, as far as it is needed. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): Policy;
}
interface Policy {
  createScriptURL(url: string): string | URL; // in truth something that Worker takes
}
let policy: Policy | undefined; // a page lets it be made once

function start(): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  try {
    policy ??= trustedTypes?.createPolicy("ocop", { createScriptURL: (url) => url });
  } catch {
    // The page knows no policy of this name; it may have a default one, or ask for none.
  }
  try {
    return policy ? startBy(policy) : startPlainly();
  } catch (error) {
    throw trustedTypes && error instanceof TypeError ? failure("MODULE-22") : unloaded(reasonOf(error));
  }
}

/** Bundlers find the worker's script by this form of words, and by no other. */
const startPlainly = () => new Worker(new URL("./worker-script.js", import.meta.url), { type: "module" });

/** The same by a policy: for the moment of that form of words Worker is one that asks the policy. */
function startBy(policy: Policy): Worker {
  const { Worker } = globalThis;
  globalThis.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(policy.createScriptURL(String(url)), options);
    }
  };
  try {
    return startPlainly();
  } finally {
    globalThis.Worker = Worker;
  }
}

// ---- what goes along: read here, as Ocop reads it. On the way to the worker a value
// would lose what tells plain data from other, and what a framework made reactive
// cannot go at all.

/** The methods that take documents: parseVector takes text alone. */
type DocumentMethod = Exclude<{ [K in keyof Ocop]: Uint8Array extends Parameters<Ocop[K]>[0 | 1] ? K : never }[keyof Ocop], "parseVector">;

/** Which of their arguments are documents; where there are two, problems tell them apart by name. */
const documents: Readonly<Record<DocumentMethod, readonly [index: number, name?: string][]>> = {
  score: [[0]], plan: [[0]], council: [[0]], safety: [[0]], vector: [[0]], explain: [[0]], compare: [[0, "from"], [1, "to"]],
  validate: [[0]], review: [[0]], claims: [[0]], deadlines: [[0]], life: [[0]],
  paper: [[1]], paperHTML: [[1]], paperParts: [[1]],
};

function argumentsToSend(method: string, args: readonly unknown[]): unknown[] {
  return args.map((value, i) => {
    const document = isIn(documents, method) && documents[method].find(([index]) => index === i);
    if (document) return documentToSend(value, document[1]);
    if (isDated(method) && i === 1) return datedToSend(datedOptions(method, value as Dated));
    if (method === "loadChecks") return sourceToSend(value as Source);
    return dataToSend(value);
  });
}

const isIn = <T extends object>(table: T, name: string): name is string & keyof T => Object.hasOwn(table, name);

function documentToSend(value: unknown, name?: string): Document {
  const read = () => alone(documentOf(value));
  return name === undefined ? read() : within(name, read);
}

/** Text, or bytes that go along alone and not with all that they are a view of. */
const alone = (read: Document): Document => (read instanceof Uint8Array ? read.slice() : read);

const datedToSend = ({ on, holidays, ...rest }: ReturnType<typeof datedOptions>) =>
  ({ ...rest, ...(on && { on: alone(on) }), ...(holidays && { holidays: alone(holidays) }) });

/** Other objects as they are in JSON. */
function dataToSend(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const read = jsonOf(plain(value));
  if (typeof read !== "string") return alone(read);
  try {
    return JSON.parse(read);
  } catch {
    throw failure("MODULE-10", { found: "more data than any document", foundVi: "nhiều dữ liệu hơn mọi tài liệu" });
  }
}

function optionsToSend(options: Options | undefined): Options {
  const { checks, words, wordsURL, ...source } = optionsOf(options, ["url", "module", "bytes", "integrity", "checks", "words", "wordsURL"]);
  return {
    ...sourceToSend(source),
    ...(checks !== undefined && { checks: typeof checks === "object" ? sourceToSend(checks) : checks }),
    ...(words !== undefined && { words: dataToSend(words) as Lang[] }),
    ...(wordsURL !== undefined && { wordsURL: addressToSend(wordsURL) }),
  };
}

function sourceToSend(source: Source | undefined): Source {
  const { url, bytes, ...rest } = optionsOf(source, ["url", "module", "bytes", "integrity"]);
  return {
    ...rest,
    ...(url !== undefined && { url: addressToSend(url) }),
    ...(bytes !== undefined && { bytes: bytesOf(bytes)?.slice() ?? bytes }),
  };
}

/** An address as it is in the page: the worker stands elsewhere. */
const addressToSend = (address: Address): string => addressOf(address, script).href;
