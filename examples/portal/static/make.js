// The view Làm hồ sơ: the ready-made form in which a producer makes a dossier, and what
// other views bring there.

import { byId } from "./dom.js";
import { startForm } from "./filling.js";
import { dossierOf } from "./fromsheet.js";
import { lang, t, told } from "./lang.js";
import { library, problemsOf } from "./library.js";
import { note } from "./note.js";

const form = () => document.querySelector("#make ocop-dossier");
const say = (text, more) => note(byId("make-note"), text, more);

let ready; // resolves once the form takes dossiers, with or without the modules

export function start() {
  ready = new Promise((resolve) => byId("make").addEventListener("ocop-ready", resolve, { once: true }));
  // The name is that of what the device keeps; sheets are those of the view Tự chấm.
  const attributes = { name: "ocop-portal-dossiers", sheets: "ocop-portal" };
  return startForm(byId("make"), { attributes, place: byId("make-note"), texts: ["producerDone", "producerNext"] });
}

/** Begins a dossier with a sheet of the view Tự chấm; without one the form says how else to begin. */
export async function fromSheet(sheet) {
  if (!sheet) return;
  say(t("loading"));
  try {
    const ocop = await library();
    await ocop.loadWords(lang(), sheet.set);
    await openDossier(dossierOf(sheet, ocop.catalogue({ lang: lang() })));
  } catch (error) {
    say(`${t("sheetFailed")}.`, { problems: problemsOf(error), tone: "bad" });
  }
}

/** Opens a dossier beside those that are there; of a package with errors its files do not come along. */
export async function openDossier(dossier, { isOfPackage = false } = {}) {
  await toList();
  form().dossier = dossier;
  say(isOfPackage && t("withoutFiles"), { tone: "warn" });
}

/** Says how a package comes in with its evidence, which only the person can open for the form. */
export async function openPackage(name) {
  await toList();
  say(told("choosePackage", { name }));
}

/** Back to the list of dossiers: one that is given would take the place of the one at hand. */
async function toList() {
  say(t("loading"));
  await ready;
  form().dossier = null;
  while (form().dossier) await new Promise(requestAnimationFrame);
}
