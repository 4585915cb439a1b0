// Joins rules, which the module has, and words, which come as files, to the
// rubric as it is published. Words stand under the codes of the rules, and were
// held to them: see checkSet in words.js.

/** @param text gives the text, or both texts, that a function finds in the words */
export function joinRubric(rules, text) {
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
        criteria: section.criteria.map((criterion) => joinCriterion(criterion, (at) => text((w) => at(w.criteria[criterion.code])))),
      })),
    })),
  };
}

function joinCriterion({ code, max, options, ...rules }, text) {
  const group = text((w) => w.group);
  const joined = { code, max, name: text((w) => w.name) };
  if (group) joined.group = { code: code.split(".").slice(0, 2).join("."), name: group };
  joined.notes = text((w) => w.notes);
  Object.assign(joined, structuredClone(rules));
  const cases = [...new Set(options.flatMap((option) => option.case ?? []))];
  if (cases.length > 0) joined.cases = cases.map((n) => text((w) => w.cases[n]));
  joined.options = options.map((option) => ({ ...option, label: text((w) => w.options[option.code]) }));
  return joined;
}
