// What a person wants of the way to a star, as it is entered, kept, and asked for.

import type { PlanRequest } from "../types.js";
import { sheetOf, type Draft, type Wishes } from "./draft.js";

/** What the module takes for the cost of a change, and what it takes where none is given. */
export const mostCost = 1000;
export const usualCost = 1;

const isCost = (given: unknown): given is number => Number.isInteger(given) && 0 <= Number(given) && Number(given) <= mostCost;

/** The cost that a text says, the usual one where it is empty; undefined where it says none. */
export function costIn(text: string): number | undefined {
  const digits = text.trim() || String(usualCost);
  const cost = /^\d+$/.test(digits) ? Number(digits) : undefined;
  return isCost(cost) ? cost : undefined;
}

export function setCost(wishes: Wishes, criterion: string, cost: number): void {
  if (cost === usualCost) delete wishes.cost[criterion];
  else wishes.cost[criterion] = cost;
}

export function setLocked(wishes: Wishes, criteria: readonly string[], locked: boolean): void {
  wishes.locked = [...wishes.locked.filter((code) => !criteria.includes(code)), ...(locked ? criteria : [])];
}

/** The wishes in what the device has kept, which may be anything. */
export function wishesIn(kept: unknown): Wishes {
  const { star, locked, cost } = Object(kept) as { [N in keyof Wishes]: unknown };
  return {
    ...(typeof star === "number" && { star }),
    locked: Array.isArray(locked) ? locked.filter((code) => typeof code === "string") : [],
    cost: Object.fromEntries(Object.entries(Object(cost)).filter((entry): entry is [string, number] => isCost(entry[1]))),
  };
}

/** What to ask the module. It refuses a whole request for one criterion that the product set has not. */
export function requestFor(draft: Draft, star: number, criteria: Iterable<string>): PlanRequest {
  const { locked, cost } = draft.wishes;
  const codes = [...criteria];
  return {
    ...sheetOf(draft), star,
    locked: codes.filter((code) => locked.includes(code)),
    cost: Object.fromEntries(codes.filter((code) => Object.hasOwn(cost, code)).map((code) => [code, cost[code]])),
  };
}
