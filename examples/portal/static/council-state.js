// What a council has brought so far, kept on the device. Nothing is worked out here.

import { cleaned } from "/ocop/visible.js";
import { visible } from "./dom.js";
import { drop, keep, kept } from "./storage.js";

const KEY = "ocop-portal-council";
const aside = []; // {key, text}: what was kept but is no council
const empty = () => ({ members: [], gates: [], policy: {}, about: {}, asks: [] });

let state; // restored at the end of this file
let before; // for undo
let keeps; // likewise

export const council = () => state;

/** Whether the device keeps what is entered. */
export const isKept = () => keeps;

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

/** A member's name out of a file's: as much as the library takes, with nothing in it that would act on the field it stands in. */
export const memberName = (name, behind = "") => [...visible(name.normalize("NFC"))].slice(0, 64 - behind.length).join("") + behind;

/** Adds a member; the name is made unique. */
export function addMember(members, id, sheet, chair = false) {
  const taken = new Set(members.map((member) => member.id));
  let name = id;
  for (let n = 2; taken.has(name); n++) name = memberName(id, ` (${n})`);
  members.push({ id: name, chair, sheet });
}

/** Takes over a whole council: a document that the library found right. Where it does not name the product, what is typed stays. */
export function takeCouncil({ edition, set, members, seats, gates = [], policy = {}, about }) {
  return change(() => {
    const sheetOf = ({ id, chair, name, ...sheet }) => ({ edition, set, ...sheet });
    const memberIn = (m) => ({ id: m.id, chair: m.chair === true, ...(m.name && { name: m.name }), sheet: sheetOf(m) });
    state = { ...empty(), about: about ? aboutIn(about) : state.about, seats, gates, policy, members: members.map(memberIn) };
  });
}

/** The document that the library takes; the first member's product set is the council's. */
export function request() {
  const { members, seats, gates, policy } = state;
  const { edition, set } = members[0].sheet;
  const about = aboutOf(state.about);
  return {
    edition,
    set,
    ...(Object.keys(about).length > 0 && { about }),
    ...(seats !== undefined && { seats }),
    ...(Object.keys(policy).length > 0 && { policy }),
    ...(gates.length > 0 && { gates }),
    members: members.map(memberOf),
  };

  function memberOf({ id, chair, name, sheet }) {
    const { gates, ...others } = sheet; // the council finds knock-outs as one
    return { id, ...(chair && { chair }), ...(name && { name }), ...others };
  }
}

/** What is typed of the product and the meeting, as the library's document has it. */
const aboutOf = ({ date, rulesDate, ...texts }) =>
  withoutGaps({ ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, cleaned(text)])), day: date, rulesDay: rulesDate });

/** The same, back on the page. */
const aboutIn = ({ day, rulesDay, ...about }) => withoutGaps({ ...about, date: day, rulesDate: rulesDay });

/** Fills in what is not typed yet from a member's sheet. */
export function fillAbout(about, { product, producer, address } = {}) {
  for (const [name, text] of Object.entries(withoutGaps({ product, producer, address }))) about[name] ||= text;
}

export const withoutGaps = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== ""));

const saved = () => (keeps = keep(KEY, JSON.stringify(state)));

/** Goes on with what another window of the page enters; changed is called then. */
export function followOthers(changed) {
  addEventListener("storage", ({ key, newValue }) => {
    const found = key === KEY && newValue !== null ? parsed(newValue) : undefined;
    if (!isCouncil(found)) return;
    state = { ...empty(), ...found };
    before = undefined; // what is undone here must not undo what was done there
    changed();
  });
}

/** What the device keeps of a council but cannot open. */
export const damaged = () => [...aside];

/** Removes such a text from the device. */
export function forget(one) {
  aside.splice(aside.indexOf(one), 1);
  drop(one.key);
}

function restored() {
  let free = `${KEY}/kept`;
  for (; kept(free) !== null; free += "+") aside.push({ key: free, text: kept(free) });
  const text = kept(KEY);
  if (text === null) return empty();
  const found = parsed(text);
  if (isCouncil(found)) return found;
  aside.push({ key: free, text });
  if (keep(free, text)) drop(KEY);
  return empty();
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// What is kept may be of another version of this page, or half written. Here it
// need only have the shape that the page draws; the library judges the rest.

const isTable = (x) => typeof x === "object" && x !== null && !Array.isArray(x);
const isText = (x) => typeof x === "string";
const isTexts = (x) => Array.isArray(x) && x.every(isText);
const isAsk = (x) => isTable(x) && isText(x.id) && isText(x.of) && isText(x.why) && isSheet(x.sheet);
const isOpen = (x) => isTable(x) && Number.isInteger(x.at) && isSheet(x.sheet);
const isTurn = (x) => isTable(x) && isText(x.id) && isSheet(x.sheet ?? { edition: "", set: 1, answers: {} });
const isSimple = (x) => ["string", "number", "boolean"].includes(typeof x);

const isSheet = (x) =>
  isTable(x) && isText(x.edition) && Number.isInteger(x.set) && isTable(x.answers) && Object.values(x.answers).every(isText) && isTexts(x.gates ?? []);

const isMember = (x) => isTable(x) && isText(x.id) && ["boolean", "undefined"].includes(typeof x.chair) && isSheet(x.sheet);

const isCouncil = (x) =>
  isTable(x) && Array.isArray(x.members) && x.members.every(isMember) && isTexts(x.gates) && isTable(x.policy) && Object.values(x.policy).every(isSimple) && ["number", "undefined"].includes(typeof x.seats) &&
  isTable(x.about ?? {}) && Object.values(x.about ?? {}).every(isText) && Array.isArray(x.asks ?? []) && (x.asks ?? []).every(isAsk) &&
  (x.open === undefined || isOpen(x.open)) && (x.turnOf === undefined || isTurn(x.turnOf)) && ["boolean", "undefined"].includes(typeof x.turns);

state = { ...empty(), ...restored() };
keeps = keep(`${KEY}/try`, "x".repeat(1 << 16)); // as much as a council takes
drop(`${KEY}/try`);
