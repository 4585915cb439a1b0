// The view Cơ quan: the same form for who takes dossiers in. Each office writes its own
// fields and reads the others'; which one it is, the device remembers.

import { byId } from "./dom.js";
import { startForm } from "./filling.js";
import { keep, kept } from "./storage.js";

const KEY = "ocop-portal-office";

export function start() {
  const choice = byId("office-choice");
  if (kept(KEY) === "council") choice.value = "council";
  choice.addEventListener("change", () => {
    keep(KEY, choice.value);
    document.querySelector("#office ocop-dossier").setAttribute("office", choice.value);
  });
  const attributes = { name: "ocop-portal-offices", office: choice.value };
  return startForm(byId("office"), { attributes, place: byId("office-note"), texts: ["officeDone", "officeNext"] });
}
