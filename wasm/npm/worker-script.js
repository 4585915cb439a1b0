// What runs in the worker that worker.js starts.

import { load, Ocop, OcopError } from "./index.js";
import { failure } from "./problems.js";

const methods = Object.getOwnPropertyNames(Ocop.prototype).filter((name) => name !== "constructor");
let ocop;

self.onmessage = async ({ data: { id, method, args } }) => {
  try {
    if (method === "load") {
      ocop = await load(...args);
      self.postMessage({ id, value: methods });
    } else {
      self.postMessage({ id, value: await ocop[method](...args) });
    }
  } catch (error) {
    const { problems } = error instanceof OcopError ? error : failure("MODULE-09", { reason: error.message });
    self.postMessage({ id, problems });
  }
};
