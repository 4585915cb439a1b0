// The view Kiểm tra hồ sơ: a dossier's file in, its problems or its result out.

import { button, byId, el, onChoose, onDrop, visible } from "./dom.js";
import { say, t, told } from "./lang.js";
import { bytesOf, parse } from "./intake.js";
import { library, problemsOf } from "./library.js";
import { note, problemList } from "./note.js";
import { claimedView } from "./claimed.js";
import { paperTools } from "./papers.js";
import { loadPlaces, placeOf } from "./places.js";

let latest; // {name, bytes}: what is checked, to be shown anew in another language
let turn = 0; // a later file overtakes an earlier one that is still being worked on

/** Wires the view. */
export function start() {
  onChoose(byId("dossier-file"), takeFiles);
  onDrop(byId("dossier-drop"), takeFiles);
  byId("dossier-sample").addEventListener("click", takeSample);
  document.addEventListener("languagechosen", () => latest && check());
}

async function takeFiles([file, ...others]) {
  const mine = ++turn;
  try {
    const bytes = await bytesOf(file, "dossier");
    if (mine !== turn) return;
    latest = { name: file.name, bytes };
    await check(others.length > 0 ? told("oneFile", { name: file.name }) : "");
  } catch (error) {
    if (mine !== turn) return;
    latest = undefined;
    fail(told("notRead", { name: file.name }), { problems: problemsOf(error) });
  }
}

async function takeSample() {
  const mine = ++turn;
  try {
    const response = await fetch("/samples/ho-so.json");
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (mine !== turn) return;
    latest = { name: "ho-so.json", bytes };
  } catch {
    return fail(t("sampleFailed"));
  }
  await check();
}

/** Checks the latest document and shows what was found. */
async function check(remark = "") {
  const mine = ++turn;
  const { name, bytes } = latest;
  try {
    const ocop = await loadChecks();
    if (mine !== turn) return;
    const { valid, problems } = ocop.validate(bytes);
    const dossier = parse(bytes);
    const claims = valid ? await claimedView(ocop, ocop.claims(bytes)) : undefined;
    if (mine !== turn) return;
    note(byId("dossier-note"), remark);
    byId("verdict").replaceChildren(el("div", { className: "card" }, heading(name, valid, problems, dossier), lists(problems, dossier), claims), papersOf(bytes, dossier));
    byId("verdict").querySelector("h2").focus();
  } catch (error) {
    if (mine !== turn) return;
    fail(`${t("failed")}.`, { problems: problemsOf(error), actions: [[t("retry"), () => check()]] });
  }
}

/** Says why there is no verdict; an earlier file's verdict does not stay beside it. */
function fail(text, rest) {
  byId("verdict").replaceChildren();
  note(byId("dossier-note"), text, { tone: "bad", ...rest });
}

let checksLoaded = false;

/** The library with the checks of dossiers, which only this view needs. */
async function loadChecks() {
  if (!checksLoaded) note(byId("dossier-note"), t("loadingChecks"));
  const ocop = await library();
  await Promise.all([ocop.loadChecks(), loadPlaces()]);
  checksLoaded = true;
  return ocop;
}

/** The forms of a dossier, and its minutes if a council has met: of one with mistakes too. */
function papersOf(bytes, dossier) {
  const names = ["form-01", "form-02", "form-03", "self-assessment", "score-sheet", ...(dossier?.council ? ["minutes"] : [])];
  const set = dossier?.product?.set;
  const known = Number.isInteger(set) && set >= 1 && set <= 26;
  return el("div", { className: "card" }, el("h3", {}, t("papers")), el("p", { className: "muted" }, t("papersHint")), paperTools(names, () => bytes, () => (known ? set : undefined)));
}

function heading(name, valid, problems, dossier) {
  const count = problems.filter((p) => p.severity === "error").length;
  const words = !valid ? t("errorsFound", { n: count }) : problems.length > 0 ? t("validWarned", { n: problems.length }) : t("valid");
  const whose = [dossier?.product?.name, dossier?.producer?.name].filter((text) => typeof text === "string");
  return el(
    "div",
    { className: valid ? "verdict good" : "verdict bad" },
    el("h2", { tabIndex: -1 }, words),
    el("p", { className: "muted" }, [name, ...whose].join(" · ")),
  );
}

/** The problems, errors first. */
function lists(problems, dossier) {
  const place = (path) => placeOf(path, dossier);
  const groups = [["errors", "error"], ["warnings", "warning"]].map(([title, severity]) => [title, problems.filter((p) => p.severity === severity)]);
  const shown = groups.filter(([, found]) => found.length > 0).map(([title, found]) => el("div", {}, el("h3", {}, t(title, { n: found.length })), problemList(found, place)));
  const shapeless = problems.some((p) => p.severity === "error" && p.layer === "schema"); // then the library compares nothing yet
  return problems.length > 0 ? [...shown, shapeless && el("p", {}, t("checkAgain")), copyButton(problems, place)] : [];
}

/** Copies the list as text, to be sent to whoever mends the dossier. */
function copyButton(problems, place) {
  if (!navigator.clipboard) return undefined;
  const copy = button(t("copyList"), async () => {
    const lines = problems.map((p) => visible(`- ${place(p.path)}: ${say(p.message)} (${p.code} ${p.path})`));
    await navigator.clipboard.writeText(`${lines.join("\n")}\n`);
    copy.textContent = t("copied");
  });
  return el("div", { className: "actions" }, copy);
}
