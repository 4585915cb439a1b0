// The dossier that a self-assessment begins: its levels become claims, its notes their
// descriptions. What a dossier asks for besides is left to be filled in.

export function dossierOf({ edition, set, answers, notes = {}, about = {} }, catalogue) {
  const codes = new Set([...Object.keys(answers), ...Object.keys(notes)]);
  const claims = Object.fromEntries([...codes].map((code) => [code, filled({ option: answers[code], description: notes[code]?.trim() })]));
  return {
    edition,
    producer: filled({ name: about.producer?.trim(), address: about.address?.trim() }),
    product: { ...filled({ name: about.product?.trim() }), ...classOf(set, catalogue) },
    report: { claims },
  };
}

/** The place of a product set in the classification (Appendix I). */
function classOf(set, { sectors }) {
  const { code, sets } = sectors.find(({ sets }) => sets.some(({ no }) => no === set));
  const { group, subgroup } = sets.find(({ no }) => no === set);
  return filled({ sector: code, group, subgroup, set });
}

/** The members that have something in them. */
const filled = (members) => Object.fromEntries(Object.entries(members).filter(([, value]) => value));
