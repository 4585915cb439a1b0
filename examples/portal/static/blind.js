// Scoring in turn on one device: a member sees neither others' sheets nor totals,
// and when one is done the screen shows nothing of it.

import { askedAbout } from "./asks.js";
import { addMember, amend, council } from "./council-state.js";
import { button, byId, el } from "./dom.js";
import { t } from "./lang.js";
import { library, problemsOf } from "./library.js";
import { hideSheet, showInstead, showSheet } from "./membersheet.js";
import { note } from "./note.js";
import { sameName } from "./sheets.js";

/** Begins; the view gives the council's product set, hides what it shows, and draws it again when all is done. */
export function startTurns(view) {
  amend((state) => (state.turns = true));
  view.hide();
  nextMember(view);
}

/** Goes on after the page was left. */
export function resumeTurns(view) {
  const { turnOf } = council();
  view.hide();
  if (turnOf) enter(view, turnOf);
  else nextMember(view);
}

/** Asks who is next; of those before nothing is shown but that their sheets are in. */
function nextMember(view, said) {
  const name = el("input", { type: "text", id: "turn-name", maxLength: 64, autocomplete: "off", required: true });
  const where = el("div", { role: "status" });
  const begin = (event) => {
    event.preventDefault();
    const id = name.value.trim();
    if (id === "") return name.focus();
    if (council().members.some((member) => sameName(member.id, id)) || council().asks.some((ask) => sameName(ask.id, id))) return note(where, t("turnTaken"), { tone: "warn" });
    const turnOf = { id };
    amend((state) => (state.turnOf = turnOf));
    enter(view, turnOf);
  };
  const form = el("form", { className: "card", onsubmit: begin },
    el("label", { htmlFor: "turn-name" }, t("turnName")), name, where,
    el("div", { className: "actions" }, el("button", { className: "main" }, t("turnBegin"))));
  const end = el("details", {}, el("summary", {}, t("turnsEnd")), el("p", {}, t("turnsEndHint")), button(t("turnsShow"), () => endTurns(view)));
  showInstead(t("turnNext"), said && el("p", { className: "note" }, said), el("p", { className: "muted" }, t("turnHint")), form, end);
}

/** The form of the member whose turn it is. */
function enter(view, { id, sheet }) {
  let entered = sheet;
  const where = el("div", { role: "status" });
  const say = (...what) => {
    note(where, ...what);
    where.scrollIntoView({ block: "center" });
  };
  const done = async () => {
    const open = entered ? (await library()).score(entered).unanswered.length : undefined;
    if (open === undefined) return say(t("turnEmpty"), { tone: "warn" });
    if (open > 0) return say(t("turnOpen", { n: open }), { tone: "warn", actions: [[t("turnGiveOpen"), give]] });
    give();
  };
  const give = () => {
    const given = entered;
    leave();
    amend((state) => {
      if (!askedAbout(state, id, true, given)) addMember(state.members, id, given);
    });
    nextMember(view, t("turnTook"));
  };
  const leave = () => {
    amend((state) => delete state.turnOf);
    hideSheet();
  };
  showSheet({
    title: t("sheetOf", { id }),
    hint: t("turnSheetHint"),
    sheet,
    set: view.set(),
    changed: (given) => amend((state) => (state.turnOf = { id, sheet: (entered = given) })),
    buttons: () => [button(t("turnDone"), done, "main"), button(t("turnDrop"), () => (leave(), nextMember(view)))],
    said: where,
  }).catch((error) => say(t("failed"), { problems: problemsOf(error), tone: "bad" }));
}

function endTurns(view) {
  amend((state) => delete state.turns);
  hideSheet();
  view.done();
  byId("sheets-title").focus();
}
