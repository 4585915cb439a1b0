import type { Dated, Dossier, Lang, Ocop, Options, RubricSet, Verdict, Worded, Written } from "./index.js";

/** A method with a promise. Of one with several forms it knows the last, so those stand below. */
type Promised<F> = F extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;

/** The methods of Ocop, each with a promise. */
export type RemoteOcop = { [K in Exclude<keyof Ocop, "validate" | "rubric">]: Promised<Ocop[K]> } & {
  validate(document: Written<Dossier>, options?: { as?: "dossier" } & Dated): Promise<Verdict>;
  validate(document: Written<unknown>, options: { as: "dossier" } & Dated): Promise<Verdict>;
  validate(document: Written<unknown>, options: { as: "dossier" | "sheet" | "plan" | "council" }): Promise<Verdict>;
  rubric(set: number): Promise<RubricSet>;
  rubric(set: number, options: { lang: Lang }): Promise<Worded<RubricSet>>;
  terminate(): void;
};

export function loadInWorker(options?: Options): Promise<RemoteOcop>;
