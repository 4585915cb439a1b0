// What is wrong with a package, within a dossier's budget, as Go gathers it:
// errors come before warnings, and where there is more a last problem says so.

import { problemOf } from "../problems.js";
import { kinds, limits } from "../made/kinds.js";

const more = "JSON-11";
const encoder = new TextEncoder();

/** The problems of one severity, and their bytes as JSON; full once one did not fit. */
class Tally {
  count = 0;
  bytes = 0;
  full = false;

  takes(bytes) {
    this.full ||= this.count >= limits.problems || this.bytes + bytes > limits.output;
    if (this.full) return false;
    this.count++;
    this.bytes += bytes + 1; // and a comma
    return true;
  }
}

const isWarning = (problem) => problem.severity === "warning";
const sizeOf = (problem) => encoder.encode(JSON.stringify(problem)).length;

export class Findings {
  #list = [];
  #errors = new Tally();
  #warnings = new Tally();
  #cut = false;

  /** Adds a problem of a code at a place. */
  add(code, params, path) {
    this.take(problemOf(kinds[code], code, params, path));
  }

  /** Takes a problem that was found elsewhere. */
  take(problem) {
    const fits = problem.code !== more && (isWarning(problem) ? this.#warnings : this.#errors).takes(sizeOf(problem));
    if (fits) this.#list.push(problem);
    else this.#cut = true;
  }

  get count() {
    return this.#list.length;
  }

  /** Whether something was found that is more than a warning. */
  get refused() {
    return this.#errors.count > 0 || this.#errors.full;
  }

  has(...codes) {
    return this.#list.some((problem) => codes.includes(problem.code));
  }

  list() {
    const over = this.#list.length > limits.problems || this.#errors.bytes + this.#warnings.bytes > limits.output;
    const list = over ? this.#fitting() : [...this.#list];
    if (!this.#cut) return list;
    const last = problemOf(kinds[more], more, { limit: list.length });
    return [...list, { ...last, severity: this.refused ? "error" : "warning" }];
  }

  /** Without those of the last warnings that do not fit beside the errors. */
  #fitting() {
    const left = Object.assign(new Tally(), this.#errors, { full: false });
    const list = this.#list.filter((problem) => !isWarning(problem) || left.takes(sizeOf(problem)));
    this.#cut ||= list.length < this.#list.length;
    return list;
  }
}
