// The view Hội đồng: sheets in, outcome out.

import { aboutWords, drawAbout, fileName, startAbout } from "./about.js";
import { askedAbout, drawAsks } from "./asks.js";
import { resumeTurns, startTurns } from "./blind.js";
import { byCriterion } from "./bycriterion.js";
import { addMember, amend, change, clear, council, damaged, followOthers, fillAbout, forget, isKept, memberName, request, takeCouncil, undo } from "./council-state.js";
import { councilTexts } from "./council-texts.js";
import { button, byId, download, el, onChoose, onDrop } from "./dom.js";
import { bytesOf, parse, sheetOfBytes, sheetOfText } from "./intake.js";
import { addTexts, t, told } from "./lang.js";
import { criteriaOf, library, problemsOf, rubricOf } from "./library.js";
import { drawMembers } from "./members.js";
import { hideSheet, showSheet } from "./membersheet.js";
import { note, problemList } from "./note.js";
import { outcomeView } from "./outcome.js";
import { paperTools } from "./papers.js";
import { drawGates, drawPolicy, startPolicy } from "./policy.js";
import { changesBetween, sameSheet } from "./sheets.js";

addTexts(councilTexts);

let ocop;
let turn = 0; // a later outcome overtakes one that still waits for words

/** Wires the view; formSheet gives the sheet of the view Tự chấm, or null. */
export async function start(formSheet) {
  onChoose(byId("sheet-files"), takeFiles);
  onDrop(byId("sheets"), takeFiles);
  byId("take-form").addEventListener("click", () => takeForm(formSheet));
  byId("council-sample").addEventListener("click", takeSample);
  byId("add-pasted").addEventListener("click", takePasted);
  byId("take-turns").addEventListener("click", () => startTurns(turns));
  byId("save-council").addEventListener("click", () => download(fileName("hoi-dong", "json"), `${JSON.stringify(request(), null, 1)}\n`));
  byId("clear-council").addEventListener("click", () => {
    clear();
    drawAfter(t("cleared"));
  });
  startAbout(drawOutcome);
  startPolicy(drawOutcome);
  document.addEventListener("languagechosen", () => {
    drawAll();
    resume();
  });
  followOthers(() => {
    drawAll();
    if (byId("member-sheet").hidden) resume();
  });
  drawAll(); // not awaited: what is typed meanwhile is taken
  resume();
}

/** Goes on with the sheet that was open when the page was left. */
function resume() {
  const { open, members } = council();
  if (council().turns) resumeTurns(turns);
  else if (open && members[open.at]) showMember(open);
}

/** Says what the device keeps of a council but cannot open; it can be had as a file. */
function drawDamaged() {
  const [first] = damaged();
  if (!first) return note(byId("council-damaged"));
  const drop = () => {
    forget(first);
    drawDamaged();
  };
  note(byId("council-damaged"), t("damaged"), { tone: "warn", actions: [[t("damagedSave"), () => download("hoi-dong-hong.json", first.text)], [t("damagedDrop"), drop]] });
}

/** Says that the device keeps nothing: from the start, and once for as long as it is so. */
function drawKept() {
  const text = isKept() ? "" : t("notKept");
  if (byId("council-kept").textContent !== text) note(byId("council-kept"), text, { tone: "warn" });
}

async function ready() {
  try {
    ocop = await library();
    return true;
  } catch (error) {
    showOutcome();
    note(byId("council-note"), t("failed"), { problems: problemsOf(error), tone: "bad", actions: [[t("retry"), drawAll]] });
    return false;
  }
}

/** Draws everything anew from the state. */
async function drawAll() {
  drawDamaged();
  drawKept();
  drawAbout();
  drawPolicy();
  if (!ocop) showOutcome(el("p", { className: "muted" }, t("loading"))); // below what can be pressed, which must not move
  if (!(await ready())) return;
  note(byId("council-note"));
  if (council().turns) return drawNothing();
  drawMembers(ocop, { changed: membersChanged, open: openMember, replace: replaceMember });
  await drawRest();
  await drawAsks(drawAfter).catch(showFailure);
}

/** While members score in turn, the page holds nothing of what they gave. */
function drawNothing() {
  turn++;
  for (const id of ["members", "council-asks", "outcome-body", "by-criterion", "minutes"]) byId(id).replaceChildren();
  byId("outcome-said").textContent = "";
}

/** After a change that can be undone: says it and draws. */
async function drawAfter(text, rest) {
  await drawAll();
  if (!ocop) return;
  note(byId("council-note"), text, { actions: [[t("undo"), takeBack]], ...rest });
  if (document.activeElement === document.body) byId("council-note").querySelector("button").focus(); // what was pressed is gone
}

async function takeBack() {
  undo();
  await drawAll();
  byId("sheets-title").focus();
}

const membersChanged = (said) => (said ? drawAfter(said) : drawRest());

async function drawRest() {
  try {
    await drawGates(drawOutcome);
  } catch (error) {
    return showFailure(error);
  }
  await drawOutcome();
}

const showFailure = (error) => showOutcome(el("p", {}, t("failed")), problemList(problemsOf(error)));

async function drawOutcome() {
  drawKept();
  if (!ocop || council().turns) return;
  const mine = ++turn;
  const { members } = council();
  byId("outcome-actions").hidden = members.length === 0;
  byId("minutes").replaceChildren();
  byId("by-criterion").hidden = true;
  if (members.length === 0) return showOutcome(el("p", { className: "muted" }, t("noOutcome")));
  try {
    const outcome = ocop.council(request());
    const rubric = await rubricOf(outcome.set);
    if (mine !== turn) return;
    const unfinished = members.filter((member) => ocop.score(member.sheet).unanswered.length > 0).map((member) => member.id);
    showOutcome(aboutWords(), ...outcomeView(outcome, rubric, criteriaOf(rubric), unfinished));
    byId("by-criterion").replaceChildren(...byCriterion(ocop, members, outcome, rubric));
    byId("by-criterion").hidden = false;
    byId("minutes").replaceChildren(el("h3", {}, t("minutes")), paperTools(["minutes"], request, () => outcome.set, (_, format) => fileName("bien-ban", format)));
  } catch (error) {
    showOutcome(el("p", {}, t("councilProblems")), problemList(problemsOf(error), placeOf));
  }
}

function showOutcome(...nodes) {
  byId("outcome-body").replaceChildren(...nodes.flat().filter(Boolean));
  // Who cannot see the panel hears one sentence, not the whole table.
  byId("outcome-said").textContent = byId("outcome-body").querySelector(".headline, p:not(.about, .muted)")?.textContent ?? "";
}

/** Where in the council's document a problem stands, in words. */
function placeOf(path) {
  const [, head, at] = path.split("/");
  if (head === "members" && at !== undefined) return t("sheetOf", { id: council().members[at]?.id || t("memberDefault", { n: Number(at) + 1 }) });
  const name = head === "policy" ? at : head;
  return ["seats", "quorum", "maxSpread", "minima", "gates"].includes(name) ? t(name) : "";
}

// ---- one member's sheet

function openMember(member) {
  const open = { at: council().members.indexOf(member), sheet: structuredClone(member.sheet) };
  amend((state) => (state.open = open));
  showMember(open);
}

function showMember({ at, sheet }) {
  const { id } = council().members[at];
  let entered = sheet;
  const close = () => {
    amend((state) => delete state.open);
    hideSheet();
  };
  const save = async () => {
    close();
    await putSheet(council().members[at], entered, "corrected");
  };
  const leave = () => {
    close();
    byId("members").children[at]?.querySelector("button")?.focus();
  };
  showSheet({
    title: t("sheetOf", { id }),
    hint: t("sheetOfHint"),
    sheet,
    changed: (given) => amend((state) => (state.open = { at, sheet: (entered = given) })),
    buttons: () => [button(t("saveSheet"), save, "main"), button(t("leaveSheet"), leave)],
  }).catch((error) => {
    close();
    note(byId("council-note"), t("failed"), { problems: problemsOf(error), tone: "bad" });
  });
}

async function replaceMember(member, file) {
  if (!(await ready())) return;
  try {
    await putSheet(member, sheetOfBytes(ocop, await bytesOf(file, "council")), "replacedSheet");
  } catch (error) {
    note(byId("council-note"), told("notAdded", { name: `“${file.name}”` }), { problems: problemsOf(error), tone: "bad" });
  }
}

/** Gives a member another sheet, and says what that changes and whose it looks like. */
async function putSheet(member, sheet, said) {
  const changes = await changesBetween(member.sheet, sheet);
  if (sameSheet(member.sheet, sheet)) return note(byId("council-note"), told("unchanged", { id: member.id }));
  const twin = council().members.find((one) => one !== member && sameSheet(one.sheet, sheet));
  change(() => (member.sheet = sheet));
  const text = told(said, { id: member.id, changes });
  await drawAfter(twin ? [text, " ", told("alsoLike", { id: twin.id })] : text, { tone: twin ? "warn" : "" });
}

// ---- sheets that come in

/** What scoring in turn needs of this view. */
const turns = {
  set: () => council().members[0]?.sheet.set,
  hide: drawNothing,
  done: drawAll,
};

async function takeFiles(files) {
  if (!(await ready())) return;
  const added = [];
  const failed = [];
  for (const file of files) {
    try {
      const bytes = await bytesOf(file, "council");
      const found = parse(bytes);
      if (found !== null && typeof found === "object" && Object.hasOwn(found, "members")) return takeWhole(bytes, "tookCouncil");
      added.push([memberName(file.name.replace(/\.json$/i, "")), sheetOfBytes(ocop, bytes)]);
    } catch (error) {
      failed.push([`“${file.name}”`, error]);
    }
  }
  await takeSheets(added, failed);
}

async function takePasted() {
  if (!(await ready())) return;
  const field = byId("pasted");
  const text = field.value.trim();
  if (text === "") return field.focus();
  const added = [];
  const failed = [];
  const lines = text.startsWith("{") ? [text] : text.split("\n").filter((line) => line.trim() !== "");
  const wrong = lines.filter((line) => {
    try {
      added.push([undefined, sheetOfText(ocop, line)]);
      return false;
    } catch (error) {
      failed.push([t("pastedText"), error]);
      return true;
    }
  });
  field.value = wrong.join("\n"); // what could not be read stays, to be mended
  await takeSheets(added, failed);
}

async function takeForm(formSheet) {
  const sheet = await formSheet();
  if (!(await ready())) return;
  if (!sheet) return note(byId("council-note"), t("emptyForm"));
  await takeSheets([[undefined, structuredClone(sheet)]], []);
}

/** Adds sheets [name, sheet], asks about those that look like one that is there, and says which could not be read and why. */
async function takeSheets(added, failed) {
  const where = byId("council-note");
  const problems = failed.flatMap(([, error]) => problemsOf(error));
  const said = failed.map(([name]) => [told("notAdded", { name }), ". "]);
  if (added.length === 0) return note(where, said, { problems, tone: "bad" });
  let asked = 0;
  change((state) => {
    for (const [file, sheet] of added) {
      const name = sheet.about?.assessor ? memberName(sheet.about.assessor) : file; // who scored knows best
      const id = name || t("memberDefault", { n: state.members.length + 1 });
      if (askedAbout(state, id, Boolean(name), sheet)) asked++;
      else addMember(state.members, id, sheet);
      fillAbout(state.about, sheet.about);
    }
  });
  const taken = added.length - asked;
  await drawAfter([taken > 0 && t("added", { n: taken }), " ", asked > 0 && t("asked", { n: asked }), " ", said].filter(Boolean), { problems });
}

async function takeSample() {
  try {
    const response = await fetch("/samples/hoi-dong.json");
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (await ready()) await takeWhole(bytes, "tookSample");
  } catch {
    note(byId("council-note"), t("sampleFailed"), { tone: "bad" });
  }
}

/** Takes a whole council's document in place of what is there. */
async function takeWhole(bytes, said) {
  const { valid, problems } = ocop.validate(bytes, { as: "council" });
  if (!valid) return note(byId("council-note"), `${t("failed")}.`, { problems, tone: "bad" });
  const document = parse(bytes);
  takeCouncil(document);
  const twins = twinsAmong(council().members);
  const text = t(said, { n: document.members.length });
  await drawAfter(twins.length > 0 ? [text, " ", told("twins", { names: twins.join("; ") })] : text, { tone: twins.length > 0 ? "warn" : "" });
}

/** The names, two by two, of members whose sheets say the same. */
const twinsAmong = (members) =>
  members.flatMap((one, i) => members.slice(i + 1).filter((other) => sameSheet(one.sheet, other.sheet)).map((other) => `${one.id} = ${other.id}`));
