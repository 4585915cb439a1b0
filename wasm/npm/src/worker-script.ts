// What runs in the worker that worker.js starts.

import { load, methods, type Ocop } from "./ocop.js";
import { reasonOf } from "./plain.js";
import { failure, isOcopError } from "./problems.js";
import type { Options } from "./types.js";
import type { Answer, Question } from "./worker.js";

let ocop: Ocop | undefined;

self.onmessage = async ({ data }: MessageEvent<Question>) => {
  const answer = await answerTo(data);
  self.postMessage(answer);
};

async function answerTo({ id, method, args }: Question): Promise<Answer> {
  try {
    return { id, value: await (method === "load" ? begin(args[0] as Options) : ask(method as keyof Ocop, args)) };
  } catch (error) {
    const { problems } = isOcopError(error) ? error : failure("MODULE-09", { reason: reasonOf(error) });
    return { id, problems };
  }
}

/** Loads the rules; tells what they can be asked. */
async function begin(options: Options): Promise<string[]> {
  ocop = await load(options);
  return methods();
}

function ask(method: keyof Ocop, args: unknown[]): unknown {
  const call = ocop?.[method] as (...args: unknown[]) => unknown;
  return call(...args);
}
