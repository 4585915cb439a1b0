// The view Cơ quan: the same form for who takes dossiers in. Each office writes its own
// fields and reads the others'; which one it is, the device remembers.

import { byId } from "./dom.js";
import { startForm } from "./filling.js";
import { keep, kept } from "./storage.js";

const KEY = "ocop-portal-office";

export function start() {
  const form = document.querySelector("#office ocop-dossier");
  const choice = byId("office-choice");
  if (kept(KEY) === "council") choice.value = "council";
  const follow = () => form.setAttribute("office", choice.value);
  choice.addEventListener("change", () => {
    keep(KEY, choice.value);
    follow();
  });
  follow();
  return startForm(form, byId("office-note"), ["officeDone", "officeNext"]);
}
