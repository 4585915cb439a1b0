// Starts the page: the language, the views, what works without a connection.

import { byId } from "./dom.js";
import { lang, setLang, t, translatePage } from "./lang.js";
import { note } from "./note.js";
import { startOffline } from "./offline.js";

// Each view starts when it is first shown, so that a slow line carries only what is read.
const views = {
  score: { path: "/", start: async () => (await import("./score.js")).start(toMake) },
  make: { path: "/lam-ho-so", start: async () => (await import("./make.js")).start() },
  dossier: { path: "/ho-so", start: async () => (await import("./dossier.js")).start(toMake) },
  office: { path: "/co-quan", start: async () => (await import("./office.js")).start() },
  council: { path: "/hoi-dong", start: async () => (await import("./council.js")).start(formSheet) },
};

const viewAt = (path) => Object.keys(views).find((name) => views[name].path === path) ?? "score";

function show(name) {
  for (const other of Object.keys(views)) byId(other).hidden = other !== name;
  for (const link of document.querySelectorAll("nav [data-view]")) {
    if (link.dataset.view === name) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  nameView(name);
  note(byId("trouble"));
  started(name).catch(() => note(byId("trouble"), t("viewFailed"), { tone: "bad", actions: [[t("retry"), () => location.reload()]] }));
}

function nameView(name) {
  document.title = t("pageTitle", { view: document.querySelector(`nav [data-view=${name}]`).textContent });
}

/** Starts a view once. Until then its controls are inert, so that no press is lost. */
function started(name) {
  views[name].started ??= views[name].start().then(() => {
    for (const work of byId(name).querySelectorAll(".work")) work.inert = false;
  });
  return views[name].started;
}

/** The sheet of the view Tự chấm, which may not have been shown yet. */
async function formSheet() {
  await started("score");
  const { sheetOfForm } = await import("./score.js");
  return sheetOfForm();
}

/** Goes to the view Làm hồ sơ and does something there. */
async function toMake(act) {
  go("make"); // which says so where that fails
  await started("make").then(async () => act(await import("./make.js")), () => undefined);
}

function follow(event) {
  const link = event.target.closest("a[data-view]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(link.dataset.view);
}

function go(name) {
  if (viewAt(location.pathname) !== name) history.pushState(null, "", views[name].path);
  show(name);
  byId(`${name}-title`).focus();
}

document.addEventListener("click", follow);
addEventListener("popstate", () => show(viewAt(location.pathname)));

// A file dropped beside its field must not take the page away.
for (const type of ["dragover", "drop"]) addEventListener(type, (event) => event.preventDefault());

byId("language").addEventListener("click", () => setLang(lang() === "vi" ? "en" : "vi"));
function nameLanguage() {
  byId("language").textContent = lang() === "vi" ? "English" : "Tiếng Việt";
  byId("language").lang = lang() === "vi" ? "en" : "vi";
  nameView(viewAt(location.pathname));
}
document.addEventListener("languagechosen", nameLanguage);

translatePage();
show(viewAt(location.pathname));
nameLanguage();
startOffline();
