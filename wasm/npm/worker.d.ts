import type { Ocop, Options } from "./index.js";

/** The methods of Ocop, each with a promise. */
export type RemoteOcop = {
  [K in keyof Ocop]: Ocop[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;
} & { terminate(): void };

export function loadInWorker(options?: Options): Promise<RemoteOcop>;
