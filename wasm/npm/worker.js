// The rules in a Web Worker: the same methods, each with a promise. A page that
// scores one sheet at a time needs no worker; one that scores thousands does.

import { documentOf, reasonOf } from "./plain.js";
import { failure, OcopError } from "./problems.js";

// What these take is read here, as Ocop reads it: on the way to the worker a
// value would lose what tells plain data from other.
const takeDocuments = ["score", "plan", "council", "safety", "vector", "validate", "claims"];

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
  if (!takeDocuments.includes(method)) return [first, ...others];
  const document = documentOf(first);
  return [document instanceof Uint8Array ? document.slice() : document, ...others];
}

function post(worker, message) {
  try {
    worker.postMessage(message);
  } catch (error) {
    const reason = reasonOf(error); // something in it cannot be sent
    throw failure("MODULE-10", { found: reason, foundVi: reason });
  }
}
