// Sheets that look like one that is there already. None is taken or dropped before
// somebody has said what it is.

import { button, byId, el } from "./dom.js";
import { t, told } from "./lang.js";
import { addMember, change, council } from "./council-state.js";
import { changesBetween, sameName, sameSheet } from "./sheets.js";

/** Puts a sheet aside to be asked about, if it looks like a member's; a name that nobody gave says nothing. */
export function askedAbout(state, id, named, sheet) {
  const namesake = named ? state.members.find((member) => sameName(member.id, id)) : undefined;
  const twin = namesake && sameSheet(namesake.sheet, sheet) ? namesake : state.members.find((member) => sameSheet(member.sheet, sheet));
  if (!namesake && !twin) return false;
  const why = !twin ? "name" : twin === namesake ? "both" : "sheet";
  state.asks.push({ id, why, of: (why === "sheet" ? twin : namesake).id, sheet });
  return true;
}

/** Draws the questions; answered is called with what to say. */
export async function drawAsks(answered) {
  const asks = council().asks;
  const drawn = await Promise.all(asks.map((ask) => drawAsk(ask, answered)));
  if (asks === council().asks) byId("council-asks").replaceChildren(...drawn); // else a later turn draws
}

async function drawAsk(ask, answered) {
  const { id, of, why, sheet } = ask;
  const old = council().members.find((member) => member.id === of);
  const differ = why === "name" && old ? await changesBetween(old.sheet, sheet) : "";
  const answer = (said, work) => () => {
    change((state) => {
      state.asks = state.asks.filter((one) => one !== ask);
      work?.(state);
    });
    answered(said);
  };
  const replace = ({ members }) => {
    const member = members.find((one) => one.id === of);
    if (member) member.sheet = sheet;
    else addMember(members, id, sheet);
  };
  const question = { name: () => told("askName", { of, changes: differ }), sheet: () => told("askSheet", { id, of }), both: () => told("askBoth", { of }) }[why];
  return el("div", { className: "note warn ask", role: "group" }, el("p", {}, el("span", {}, question())), el("div", { className: "actions" },
    why === "name" && button(t("askReplace"), answer(told("replacedSheet", { id: of, changes: differ }), replace), "small"),
    button(t("askAdd"), answer(t("added", { n: 1 }), ({ members }) => addMember(members, id, sheet)), "small"),
    button(t("askSkip"), answer(told("skipped", { id })), "small")));
}
