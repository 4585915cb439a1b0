// The council's rules of procedure and the knock-outs that it found.

import { byId, el, visible } from "./dom.js";
import { dayOf, t } from "./lang.js";
import { amend, council, withoutGaps } from "./council-state.js";
import { rubricOf } from "./library.js";

// What provincial rules often say; the decision itself leaves it open.
const usual = { maxSpread: 10, quorum: "3/4", chairRequired: true, minima: "majority" };

/** Wires the fields; changed is called when the reader changed one. */
export function startPolicy(changed) {
  const take = () => {
    amend((state) => {
      state.seats = numberIn("seats");
      state.policy = withoutGaps({
        maxSpread: numberIn("maxSpread"),
        quorum: byId("quorum").value || undefined,
        chairRequired: byId("chairRequired").checked || undefined,
        minima: byId("minima").value,
      });
    });
    drawWords();
    changed();
  };
  byId("policy").addEventListener("input", take);
  document.addEventListener("languagechosen", () => byId("usual-said").replaceChildren());
  byId("usual-policy").addEventListener("click", () => {
    amend((state) => (state.policy = { ...usual }));
    drawPolicy();
    byId("usual-said").textContent = t("usualSaid");
    changed();
    if (council().seats === undefined) byId("seats").focus(); // the quorum is a share of these
  });
}

/** Shows the rules as they stand. */
export function drawPolicy() {
  const { seats, policy } = council();
  byId("seats").value = seats ?? "";
  byId("maxSpread").value = policy.maxSpread ?? "";
  byId("chairRequired").checked = policy.chairRequired === true;
  byId("minima").value = policy.minima ?? "majority";
  offer(byId("quorum"), policy.quorum ?? "");
  drawWords();
}

/** Selects a value, which becomes an option if it was none. */
function offer(select, value) {
  if (![...select.options].some((option) => option.value === value)) select.append(el("option", { value }, value));
  select.value = value;
}

function drawWords() {
  const { seats, policy, about } = council();
  const words = [
    seats !== undefined && t("policySeats", { seats }),
    policy.quorum && t("policyQuorum", { quorum: policy.quorum }),
    policy.maxSpread !== undefined && t("policySpread", { points: policy.maxSpread }),
    policy.chairRequired && t("policyChair"),
    policy.minima === "all" && t("policyAll"),
    policy.minima === "mean" && t("policyMean"),
  ].filter(Boolean);
  const issued = about.rules?.trim() ? t("policyIssued", { number: about.rules.trim(), date: about.rulesDate ? dayOf(about.rulesDate) : "…" }) : t("policyUnnamed");
  byId("policy-words").textContent = visible(`${issued}: ${words.length > 0 ? words.join("; ") : t("policyNone")}`);
}

/** Shows the knock-outs of the council's product set, except those that follow from answers. */
export async function drawGates(changed) {
  const { members, gates } = council();
  const rubric = members.length > 0 ? await rubricOf(members[0].sheet.set) : undefined;
  const choices = (rubric?.gates ?? []).filter((gate) => !gate.zeroPointsAt);
  byId("gates").hidden = choices.length === 0;
  byId("gates-words").textContent = gates.length > 0 ? t("gatesSome", { n: gates.length }) : t("gatesNone");
  byId("gate-list").replaceChildren(...choices.map((gate) => drawGate(gate, changed)));
}

function drawGate({ id, label }, changed) {
  const box = el("input", { type: "checkbox", checked: council().gates.includes(id) });
  box.addEventListener("change", () => {
    amend((state) => (state.gates = box.checked ? [...state.gates, id] : state.gates.filter((gate) => gate !== id)));
    const n = council().gates.length;
    byId("gates-words").textContent = n > 0 ? t("gatesSome", { n }) : t("gatesNone");
    changed();
  });
  return el("label", { className: "tick" }, box, " ", el("span", {}, label));
}

const numberIn = (id) => (byId(id).value === "" ? undefined : Number(byId(id).value));
