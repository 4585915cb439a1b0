// Joins rules, which the module has, and words, which come as files, to the
// rubric as it is published. Words stand in the order of the rules.

/** @param text gives the text, or both texts, that a function finds in the words */
export function joinRubric(rules, text) {
  return {
    no: rules.no,
    name: text((w) => w.name),
    gates: rules.gates.map((gate, i) => ({ ...gate, label: text((w) => w.gates[i]) })),
    parts: rules.parts.map((part, p) => ({
      ...part,
      name: text((w) => w.parts[p].name),
      sections: part.sections.map((section, s) => ({
        ...section,
        name: text((w) => w.parts[p].sections[s].name),
        criteria: section.criteria.map((criterion, c) => joinCriterion(criterion, (at) => text((w) => at(w.parts[p].sections[s].criteria[c])))),
      })),
    })),
  };
}

function joinCriterion({ code, max, options, ...rules }, text) {
  const group = text((w) => w.group);
  const cases = text((w) => w.cases);
  const joined = { code, max, name: text((w) => w.name) };
  if (group) joined.group = { code: code.split(".").slice(0, 2).join("."), name: group };
  joined.notes = text((w) => w.notes);
  Object.assign(joined, structuredClone(rules));
  if (cases) joined.cases = cases;
  joined.options = options.map((option, i) => ({ ...option, label: text((w) => w.options[i]) }));
  return joined;
}
