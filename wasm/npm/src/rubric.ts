// Joins rules, which the module has, and words, which come as files, to the
// rubric as it is published. Words stand under the codes of the rules, and were
// held to them: see checkSet in words.ts.

import type { Rules } from "./types.js";
import type { CriterionWords, SetWords } from "./words.js";

type Criterion = Rules["parts"][number]["sections"][number]["criteria"][number];

/** Gives the text, or both texts, that a function finds in the words. */
export type TextOf<W, T> = (at: (words: W) => string | readonly string[] | undefined) => T;

/** A rubric with what text finds for each name, label and note. */
export function joinRubric<T>(rules: Rules, text: TextOf<SetWords, T>) {
  return {
    no: rules.no,
    name: text((w) => w.name),
    class: structuredClone(rules.class),
    gates: rules.gates.map((gate) => ({ ...structuredClone(gate), label: text((w) => w.gates[gate.id]) })),
    parts: rules.parts.map((part) => ({
      ...part,
      name: text((w) => w.parts[part.code]),
      sections: part.sections.map((section) => ({
        ...section,
        name: text((w) => w.sections[section.code]),
        criteria: section.criteria.map((criterion) => joinCriterion<T>(criterion, (at) => text((w) => at(w.criteria[criterion.code]!)))),
      })),
    })),
  };
}

function joinCriterion<T>({ code, max, options, ...rules }: Criterion, text: TextOf<CriterionWords, T>) {
  const group = text((w) => w.group);
  const cases = [...new Set(options.flatMap((option) => option.case ?? []))];
  return {
    code,
    max,
    name: text((w) => w.name),
    ...(group ? { group: { code: code.split(".").slice(0, 2).join("."), name: group } } : {}),
    notes: text((w) => w.notes),
    ...structuredClone(rules),
    ...(cases.length > 0 ? { cases: cases.map((n) => text((w) => w.cases?.[n])) } : {}),
    options: options.map((option) => ({ ...option, label: text((w) => w.options[option.code]) })),
  };
}
