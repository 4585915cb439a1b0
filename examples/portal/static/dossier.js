// The view Kiểm tra hồ sơ: a dossier's file or package in, its problems or its
// result out.

import { button, byId, el, onChoose, onDrop, visible } from "./dom.js";
import { dossierTexts } from "./dossier-texts.js";
import { addTexts, say, t, told } from "./lang.js";
import { bytesOf, isPackage, parse } from "./intake.js";
import { library, problemsOf } from "./library.js";
import { note, problemList } from "./note.js";
import { claimedView } from "./claimed.js";
import { checkPackage, packedFiles } from "./package.js";
import { paperTools } from "./papers.js";
import { loadPlaces, placeOf } from "./places.js";

addTexts(dossierTexts);

let latest; // {name, judge, verdict}: what is checked, to be shown anew in another language
let work = new AbortController(); // a later file ends what is done about an earlier one

let toMake; // leads on to the view Làm hồ sơ

/** Wires the view. */
export function start(leadOn) {
  toMake = leadOn;
  onChoose(byId("dossier-file"), takeFiles);
  onDrop(byId("dossier-drop"), takeFiles);
  byId("dossier-sample").addEventListener("click", takeSample);
  document.addEventListener("languagechosen", () => latest && check());
}

function begin() {
  work.abort();
  work = new AbortController();
  return work.signal;
}

async function takeFiles([file, ...others]) {
  const signal = begin();
  try {
    const judge = (await isPackage(file)) ? packageJudge(file) : documentJudge(await bytesOf(file, "dossier"));
    if (signal.aborted) return;
    latest = { name: file.name, file, judge };
    await check(others.length > 0 ? told("oneFile", { name: file.name }) : "");
  } catch (error) {
    if (signal.aborted) return;
    latest = undefined;
    fail(told("notRead", { name: file.name }), { problems: problemsOf(error) });
  }
}

async function takeSample() {
  const signal = begin();
  try {
    const response = await fetch("/samples/ho-so.json");
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const judge = documentJudge(new Uint8Array(await response.arrayBuffer()));
    if (signal.aborted) return;
    latest = { name: "ho-so.json", judge };
  } catch {
    return signal.aborted || fail(t("sampleFailed"));
  }
  await check();
}

// What gives the verdict: {valid, problems, bytes}, and of a package its files.
const documentJudge = (bytes) => (ocop) => ({ ...ocop.validate(bytes), bytes });
const packageJudge = (file) => (ocop, signal) => checkPackage(ocop, file, { signal, progress: progressOf(t("checkingPackage")) });

/** Shows a message with a bar beside it; gives what moves the bar. */
function progressOf(text) {
  const bar = el("progress", { value: 0, ariaLabel: text });
  note(byId("dossier-note"), [text, " ", bar]);
  return (share) => (bar.value = share);
}

/** Checks the latest file and shows what was found. */
async function check(remark = "") {
  const signal = begin();
  const file = latest;
  try {
    const ocop = await loadChecks();
    if (signal.aborted) return;
    file.verdict ??= await file.judge(ocop, signal);
    const shown = await verdictView(ocop, file);
    if (signal.aborted) return;
    note(byId("dossier-note"), remark);
    byId("verdict").replaceChildren(...shown);
    byId("verdict").querySelector("h2").focus();
  } catch (error) {
    if (signal.aborted) return;
    fail(`${t("failed")}.`, { problems: problemsOf(error), actions: [[t("retry"), () => check()]] });
  }
}

/** Builds what is shown of a verdict. */
async function verdictView(ocop, file) {
  const { name, verdict } = file;
  const { valid, problems, bytes } = verdict;
  const dossier = parse(bytes);
  const claims = valid && (await claimedView(ocop, ocop.claims(bytes)));
  const card = el("div", { className: "card" }, heading(name, verdict, dossier), packedFiles(verdict), lists(problems, dossier), claims, dossier && editButton(file));
  return bytes ? [card, papersOf(bytes, dossier)] : [card];
}

/** The way on to the form, where the dossier is mended. A package with errors is not opened: its dossier goes without the files. */
const editButton = ({ name, file, verdict: { valid, bytes, files } }) =>
  el("p", { className: "actions" }, button(t("openToEdit"), () => toMake((make) => (files && !valid ? make.openFile(new File([bytes], name), "withoutFiles") : make.openFile(file ?? new File([bytes], name))))));

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

function heading(name, { valid, problems, files }, dossier) {
  const count = problems.filter((p) => p.severity === "error").length;
  const what = t(files ? "thePackage" : "theDossier");
  const words = !valid ? t("errorsFound", { what, n: count }) : problems.length > 0 ? t("validWarned", { what, n: problems.length }) : t("valid", { what });
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
  const place = (path, code) => (path === "" && code.startsWith("PACK-") ? t("wholePackage") : placeOf(path, dossier));
  const groups = [["errors", "error"], ["warnings", "warning"]].map(([title, severity]) => [title, problems.filter((p) => p.severity === severity)]);
  const shown = groups.filter(([, found]) => found.length > 0).map(([title, found]) => el("div", {}, el("h3", {}, t(title, { n: found.length })), problemList(found, place)));
  const shapeless = problems.some((p) => p.severity === "error" && p.layer === "schema"); // then the library compares nothing yet
  return problems.length > 0 ? [...shown, shapeless && el("p", {}, t("checkAgain")), copyButton(problems, place)] : [];
}

/** Copies the list as text, to be sent to whoever mends the dossier. */
function copyButton(problems, place) {
  if (!navigator.clipboard) return undefined;
  const copy = button(t("copyList"), async () => {
    const lines = problems.map((p) => visible(`- ${place(p.path, p.code)}: ${say(p.message)} (${p.code} ${p.path})`));
    await navigator.clipboard.writeText(`${lines.join("\n")}\n`);
    copy.textContent = t("copied");
  });
  return el("div", { className: "actions" }, copy);
}
