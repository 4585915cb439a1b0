// The list of members with their sheets.

import { button, byId, el, onChoose, visible } from "./dom.js";
import { say, t, told } from "./lang.js";
import { amend, change, council } from "./council-state.js";
import { problemsOf } from "./library.js";
import { sameName } from "./sheets.js";

/**
 * Draws the list. changed is called with what to say, if anything, when the reader
 * changed it; open with a member whose sheet is wanted, replace with one and a file.
 */
export function drawMembers(ocop, { changed, open, replace }) {
  const { members } = council();
  byId("no-members").hidden = members.length > 0;
  byId("members").replaceChildren(...members.map((member) => drawMember(ocop, member, { changed, open, replace })));
}

function drawMember(ocop, member, { changed, open, replace }) {
  const name = el("input", { type: "text", value: member.id, maxLength: 64, ariaLabel: t("memberName"), autocomplete: "off" });
  name.addEventListener("input", () => {
    amend(() => (member.id = name.value));
    nameControls();
    tellNamesakes();
    changed();
  });
  const chair = el("input", { type: "checkbox", checked: member.chair });
  chair.addEventListener("change", () => {
    amend(({ members }) => members.forEach((one) => (one.chair = one === member && chair.checked)));
    for (const box of byId("members").querySelectorAll("[type=checkbox]")) box.checked = box === chair && chair.checked; // there is one chair
    changed();
  });
  const view = button(t("openMember"), () => open(member), "quiet small");
  const file = el("input", { type: "file", accept: ".json,application/json" });
  onChoose(file, ([chosen]) => replace(member, chosen));
  const remove = button(t("remove"), removeMember, "quiet small");
  const namesake = el("small", { className: "namesake", role: "status" });
  nameControls();
  tellNamesakes();
  return el(
    "li",
    {},
    name,
    namesake,
    el("div", { className: "row" }, el("p", {}, ...words(ocop, member.sheet)), el("label", { className: "tick" }, chair, " ", el("span", {}, t("chair")))),
    el("div", { className: "row tools" }, view, el("label", { className: "button quiet small file" }, el("span", {}, t("replaceMember")), file), remove),
  );

  function nameControls() {
    for (const [control, key] of [[view, "openOf"], [file, "replaceOf"], [remove, "removeOf"]]) control.ariaLabel = visible(t(key, { id: member.id }));
  }

  function tellNamesakes() {
    const other = council().members.find((one) => one !== member && sameName(one.id, member.id));
    namesake.replaceChildren(...(other ? told("namesake", { id: other.id }) : []));
  }

  function removeMember() {
    change(({ members }) => members.splice(members.indexOf(member), 1));
    changed(told("removed", { id: member.id }));
  }
}

/** What a sheet comes to by itself. */
function words(ocop, sheet) {
  let result;
  try {
    result = ocop.score(sheet);
  } catch (error) {
    return problemsOf(error).map((problem) => `${say(problem.message)} `); // kept by another version of the page
  }
  const { total, unanswered } = result;
  const points = unanswered.length > 0 ? t("memberOpen", { total, n: unanswered.length }) : t("memberTotal", { total });
  const found = sheet.gates ?? [];
  return found.length > 0 ? [points, ". ", t("memberGates", { gates: found.join(", ") })] : [points];
}
