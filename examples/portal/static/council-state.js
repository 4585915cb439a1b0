// What a council has brought so far, kept on the device. Nothing is worked out here.

import { keep, kept } from "./storage.js";

const KEY = "ocop-portal-council";
const empty = () => ({ members: [], gates: [], policy: {} });

let state = restored();
let before; // for undo

export const council = () => state;

/** Changes the state; what was there can be brought back once. */
export function change(work) {
  before = structuredClone(state);
  work(state);
  return saved();
}

/** Changes the state as one types, without a step to undo. */
export function amend(work) {
  work(state);
  return saved();
}

/** Brings back what was there before the last change. */
export function undo() {
  if (before) state = before;
  before = undefined;
  return saved();
}

export const clear = () => change(() => (state = empty()));

/** Adds a member; the name is made unique. */
export function addMember(members, id, sheet, chair = false) {
  const taken = new Set(members.map((member) => member.id));
  let name = id;
  for (let n = 2; taken.has(name); n++) name = `${id} (${n})`;
  members.push({ id: name, chair, sheet });
}

/** Takes over a whole council: a document that the library found right. */
export function takeCouncil({ edition, set, members, seats, gates = [], policy = {} }) {
  return change(() => {
    const sheetOf = (member) => ({ edition: member.edition ?? edition, set: member.set ?? set, answers: member.answers });
    state = { seats, gates, policy, members: members.map((m) => ({ id: m.id, chair: m.chair === true, sheet: sheetOf(m) })) };
  });
}

/** The document that the library takes; the first member's product set is the council's. */
export function request() {
  const { members, seats, gates, policy } = state;
  const { edition, set } = members[0].sheet;
  return {
    edition,
    set,
    ...(seats !== undefined && { seats }),
    ...(Object.keys(policy).length > 0 && { policy }),
    ...(gates.length > 0 && { gates }),
    members: members.map(memberOf),
  };

  function memberOf({ id, chair, sheet }) {
    return { id, ...(chair && { chair }), edition: sheet.edition, set: sheet.set, answers: sheet.answers };
  }
}

const saved = () => keep(KEY, JSON.stringify(state));

function restored() {
  try {
    const found = JSON.parse(kept(KEY));
    return Array.isArray(found?.members) && Array.isArray(found.gates) && found.policy ? found : empty();
  } catch {
    return empty();
  }
}
