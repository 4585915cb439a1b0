// The rules in a Web Worker: the same methods, each with a promise. A page that
// scores one sheet at a time needs no worker; one that scores thousands does.

import { datedOptions, documentOf, isDated, reasonOf } from "./plain.js";
import { failure, OcopError } from "./problems.js";

// What these take is read here, as Ocop reads it: on the way to the worker a
// value would lose what tells plain data from other.
const takeDocuments = ["score", "plan", "council", "safety", "vector", "validate", "claims", "deadlines", "life"];
const takeDocumentSecond = ["paper", "paperHTML", "paperParts"]; // behind a name

/** Starts a worker; options are those of load, url and wordsURL as absolute addresses. */
export async function loadInWorker(options) {
  const worker = new Worker(new URL("./worker-script.js", import.meta.url), { type: "module" });
  const waiting = new Map();
  let next = 0;
  const ask = (method, args) =>
    new Promise((resolve, reject) => {
      const id = ++next;
      post(worker, { id, method, args });
      waiting.set(id, { resolve, reject });
    });
  worker.onmessage = ({ data: { id, value, problems } }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (problems) reject(new OcopError(problems));
    else resolve(value);
  };
  worker.onerror = (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
  };
  try {
    const methods = await ask("load", [options]);
    const ocop = Object.fromEntries(methods.map((method) => [method, async (...args) => ask(method, readArgs(method, args))]));
    return { ...ocop, terminate: () => worker.terminate() };
  } catch (error) {
    worker.terminate();
    throw error;
  }
}

function readArgs(method, [first, ...others]) {
  if (takeDocumentSecond.includes(method)) return [first, ...readArgs("score", others)];
  if (!takeDocuments.includes(method)) return [first, ...others];
  if (isDated(method)) others = [owned(datedOptions(method, others[0]))];
  return [own(documentOf(first)), ...others];
}

/** Text, or bytes that go along alone and not with all that they are a view of. */
const own = (read) => (read instanceof Uint8Array ? read.slice() : read);

const owned = (options) => Object.fromEntries(Object.entries(options).map(([name, value]) => [name, own(value)]));

function post(worker, message) {
  try {
    worker.postMessage(message);
  } catch (error) {
    const reason = reasonOf(error); // something in it cannot be sent
    throw failure("MODULE-10", { found: reason, foundVi: reason });
  }
}
