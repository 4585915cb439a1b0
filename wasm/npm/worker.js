// The rules in a Web Worker: the same methods, each with a promise. A page that
// scores one sheet at a time needs no worker; one that scores thousands does.

import { OcopError } from "./problems.js";

/** Starts a worker; options are those of load, url and wordsURL as absolute addresses. */
export async function loadInWorker(options = {}) {
  const worker = new Worker(new URL("./worker-script.js", import.meta.url), { type: "module" });
  const waiting = new Map();
  let next = 0;
  const ask = (method, args) =>
    new Promise((resolve, reject) => {
      waiting.set(++next, { resolve, reject });
      worker.postMessage({ id: next, method, args });
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
    const ocop = Object.fromEntries(methods.map((method) => [method, (...args) => ask(method, args)]));
    return { ...ocop, terminate: () => worker.terminate() };
  } catch (error) {
    worker.terminate();
    throw error;
  }
}
