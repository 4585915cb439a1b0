// What runs in the worker that worker.js starts.

import { load, methodsOf, Ocop } from "./ocop.js";
import { reasonOf } from "./plain.js";
import { failure, isOcopError } from "./problems.js";

const methods = methodsOf(Ocop);
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
    const { problems } = isOcopError(error) ? error : failure("MODULE-09", { reason: reasonOf(error) });
    self.postMessage({ id, problems });
  }
};
