// What the views Làm hồ sơ and Cơ quan share: the ready-made form of dossiers, and what the
// portal does with one that somebody has finished.

import { button, download, el } from "./dom.js";
import { fillingTexts } from "./filling-texts.js";
import { addTexts, t } from "./lang.js";
import { problemsOf, share } from "./library.js";
import { note } from "./note.js";

addTexts(fillingTexts);

/**
 * Puts a form with attributes at the end of a view. It follows the language of the page,
 * and the modules that it loads are for the other views too. What becomes of a finished
 * dossier is said at a place: texts are the keys of a title and of what comes next.
 */
export async function startForm(view, { attributes, place, texts }) {
  const form = el("ocop-dossier");
  for (const [name, value] of Object.entries(attributes)) form.setAttribute(name, value);
  form.addEventListener("ocop-ready", () => share());
  tellFinished(form, place, texts);
  form.ocop = share(); // before it looks for its own
  view.append(form);
  await import("/ocop/dossier.js");
  keepForLater(["/ocop/ocop-checks.wasm", "/ocop/vendor/pdf.js"]);
}

/** Has the service worker keep files now that may be asked for when there is no connection any more. */
async function keepForLater(files) {
  const { active } = (await navigator.serviceWorker?.ready) ?? {};
  active?.postMessage({ keep: files });
}

/** Says what comes after a finished dossier, in the language of the moment, until it is another. */
function tellFinished(form, place, texts) {
  let finished; // as it was handed in
  const draw = () => finished && place.replaceChildren(finishedView(form, texts));
  form.addEventListener("ocop-finish", ({ detail }) => {
    finished = JSON.stringify(detail.dossier);
    draw();
    place.querySelector("h2").focus();
    place.scrollIntoView({ block: "center" });
  });
  form.addEventListener("ocop-change", ({ detail }) => {
    if (finished === undefined || finished === JSON.stringify(detail.dossier)) return;
    finished = undefined;
    note(place);
  });
  document.addEventListener("languagechosen", draw);
}

function finishedView(form, [title, next]) {
  const said = el("div", { role: "status" });
  return el("div", { className: "card" },
    el("h2", { tabIndex: -1 }, t(title)), el("p", {}, t(next)), said,
    el("div", { className: "actions" }, button(t("savePackage"), () => handOn(form, said), "main")),
    el("p", { className: "muted" }, t("finishedWhere")));
}

/**
 * Hands the dossier with its evidence on, as one package. A portal with a server sends it
 * there: fetch(address, { method: "POST", body: await form.package() }). The server opens
 * and checks it anew with the Go library before it files anything.
 */
async function handOn(form, said) {
  note(said, t("packing"));
  try {
    download("ho-so-ocop.zip", await form.package());
    note(said, t("packed"));
  } catch (error) {
    note(said, `${t("failed")}.`, { problems: problemsOf(error), tone: "bad" });
  }
}
