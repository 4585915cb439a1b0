// What changed in a draft, member by member. A change can be taken back, kept for
// later, and made in a draft that another window has written meanwhile: what the two
// did not both touch, both keep.

import { blank, type About, type Draft } from "./draft.js";

/** Members with what they were and what they are; null where there was none, or is none. */
export type Change = readonly (readonly [path: string, was: string | null, is: string | null])[];

/** All that stands in a draft: "answers/1.1" is "b", "evidence/1.1/contract" is "". */
function membersOf({ answers, gates, about, evidence, notes, wishes }: Draft): Map<string, string> {
  const table = (name: string, of: object) => Object.entries(of).map(([key, value]) => [`${name}/${key}`, String(value)] as const);
  const list = (name: string, of: readonly string[]) => of.map((key) => [`${name}/${key}`, ""] as const);
  return new Map([
    ...table("answers", answers), ...list("gates", gates), ...table("about", about), ...table("notes", notes),
    ...Object.entries(evidence).flatMap(([code, kinds]) => list(`evidence/${code}`, kinds)),
    ...(wishes.star === undefined ? [] : [["star", String(wishes.star)] as const]), ...list("locked", wishes.locked), ...table("cost", wishes.cost),
  ]);
}

/** The draft in which these members stand. */
function draftWith({ edition, set }: Draft, members: ReadonlyMap<string, string>): Draft {
  const draft = { ...blank(set), edition };
  for (const [path, value] of members) {
    const [of, key = "", kind = ""] = path.split("/");
    if (of === "answers") draft.answers[key] = value;
    else if (of === "notes") draft.notes[key] = value;
    else if (of === "gates") draft.gates.push(key);
    else if (of === "evidence") (draft.evidence[key] ??= []).push(kind);
    else if (of === "locked") draft.wishes.locked.push(key);
    else if (of === "cost") draft.wishes.cost[key] = Number(value);
    else if (of === "star") draft.wishes.star = Number(value);
    else if (of === "about") draft.about[key as keyof About] = value;
  }
  return draft;
}

/** What changed from one draft to another. */
export function changeBetween(before: Draft, after: Draft): Change {
  const [was, is] = [membersOf(before), membersOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((path) => [path, was.get(path) ?? null, is.get(path) ?? null] as const)
    .filter(([, one, other]) => one !== other);
}

/** A draft in which a change was made. */
export function changed(draft: Draft, change: Change): Draft {
  const members = membersOf(draft);
  for (const [path, , is] of change) {
    if (is === null) members.delete(path);
    else members.set(path, is);
  }
  return draftWith(draft, members);
}

/** The change that takes another back. */
export const reverse = (change: Change): Change => change.map(([path, was, is]) => [path, is, was]);
