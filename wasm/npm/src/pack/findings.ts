// What is wrong with a package, within a dossier's budget, as Go gathers it:
// errors come before warnings, and where there is more a last problem says so.

import { kinds, limits } from "../made/kinds.js";
import { problemOf, type Params } from "../problems.js";
import type { Problem } from "../types.js";

/** What the problems of a package are of. */
export type PackCode = keyof typeof kinds;

const more = "JSON-11";
const encoder = new TextEncoder();

/** The problems of one severity, and their bytes as JSON; full once one did not fit. */
class Tally {
  count = 0;
  bytes = 0;
  full = false;

  takes(bytes: number): boolean {
    this.full ||= this.count >= limits.problems || this.bytes + bytes > limits.output;
    if (this.full) return false;
    this.count++;
    this.bytes += bytes + 1; // and a comma
    return true;
  }
}

const isWarning = (problem: Problem): boolean => problem.severity === "warning";
const sizeOf = (problem: Problem): number => encoder.encode(JSON.stringify(problem)).length;

export class Findings {
  readonly #list: Problem[] = [];
  readonly #errors = new Tally();
  readonly #warnings = new Tally();
  #cut = false;

  /** Adds a problem of a code at a place. */
  add(code: PackCode, params?: Params, path?: string): void {
    this.take(problemOf(kinds[code], code, params, path));
  }

  /** Takes a problem that was found elsewhere. */
  take(problem: Problem): void {
    const fits = problem.code !== more && (isWarning(problem) ? this.#warnings : this.#errors).takes(sizeOf(problem));
    if (fits) this.#list.push(problem);
    else this.#cut = true;
  }

  get count(): number {
    return this.#list.length;
  }

  /** Whether something was found that is more than a warning. */
  get refused(): boolean {
    return this.#errors.count > 0 || this.#errors.full;
  }

  has(...codes: PackCode[]): boolean {
    return this.#list.some(({ code }) => codes.some((one) => one === code));
  }

  list(): Problem[] {
    const over = this.#list.length > limits.problems || this.#errors.bytes + this.#warnings.bytes > limits.output;
    const list = over ? this.#fitting() : [...this.#list];
    if (!this.#cut) return list;
    const last = problemOf(kinds[more], more, { limit: list.length });
    return [...list, { ...last, severity: this.refused ? "error" : "warning" }];
  }

  /** Without those of the last warnings that do not fit beside the errors. */
  #fitting(): Problem[] {
    const left = Object.assign(new Tally(), this.#errors, { full: false });
    const list = this.#list.filter((problem) => !isWarning(problem) || left.takes(sizeOf(problem)));
    this.#cut ||= list.length < this.#list.length;
    return list;
  }
}
