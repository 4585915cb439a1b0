// The view Làm hồ sơ: the ready-made form in which a producer makes a dossier, and what
// other views bring there.

import { byId } from "./dom.js";
import { startForm } from "./filling.js";
import { t } from "./lang.js";
import { note } from "./note.js";

export function start() {
  // The name is that of what the device keeps; sheets are those of the view Tự chấm.
  const attributes = { name: "ocop-portal-dossiers", sheets: "ocop-portal" };
  return startForm(byId("make"), { attributes, place: byId("make-note"), texts: ["producerDone", "producerNext"] });
}

/** Begins a dossier with a sheet of the view Tự chấm; without one the form says how else to begin. */
export const fromSheet = async (sheet) => sheet && openFile(new File([JSON.stringify(sheet)], "phieu.json"));

/** Opens a dossier or a package beside those that are there; what stands at the note says what did not come along. */
export async function openFile(file, remark) {
  note(byId("make-note"), remark && t(remark), { tone: "warn" });
  await document.querySelector("#make ocop-dossier").open(file);
}
