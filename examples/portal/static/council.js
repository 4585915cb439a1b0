// The view Hội đồng: sheets in, outcome out.

import { byId, download, el, onChoose, onDrop } from "./dom.js";
import { t, told } from "./lang.js";
import { addMember, change, clear, council, damaged, forget, request, takeCouncil, undo } from "./council-state.js";
import { bytesOf, parse, sheetOfBytes, sheetOfText } from "./intake.js";
import { criteriaOf, library, problemsOf, rubricOf } from "./library.js";
import { drawMembers } from "./members.js";
import { note, problemList } from "./note.js";
import { outcomeView } from "./outcome.js";
import { paperTools } from "./papers.js";
import { drawGates, drawPolicy, startPolicy } from "./policy.js";

let ocop;
let turn = 0; // a later outcome overtakes one that still waits for words

/** Wires the view; formSheet gives the sheet of the view Tự chấm, or null. */
export async function start(formSheet) {
  onChoose(byId("sheet-files"), takeFiles);
  onDrop(byId("sheets"), takeFiles);
  byId("take-form").addEventListener("click", () => takeForm(formSheet));
  byId("council-sample").addEventListener("click", takeSample);
  byId("add-pasted").addEventListener("click", takePasted);
  byId("save-council").addEventListener("click", () => download("hoi-dong.json", `${JSON.stringify(request(), null, 1)}\n`));
  byId("clear-council").addEventListener("click", () => drawAfter(clear(), t("cleared")));
  startPolicy(drawOutcome);
  document.addEventListener("languagechosen", drawAll);
  drawAll(); // not awaited: what is typed meanwhile is taken
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

async function ready() {
  try {
    ocop = await library();
    return true;
  } catch (error) {
    note(byId("council-note"), t("failed"), { problems: problemsOf(error), tone: "bad", actions: [[t("retry"), drawAll]] });
    return false;
  }
}

/** Draws everything anew from the state. */
async function drawAll() {
  drawDamaged();
  drawPolicy();
  if (!ocop) note(byId("council-note"), t("loading"));
  if (!(await ready())) return;
  note(byId("council-note"));
  drawMembers(ocop, membersChanged);
  await drawRest();
}

/** After a change that can be undone: says it and draws. */
async function drawAfter(saved, text, rest) {
  await drawAll();
  if (!ocop) return;
  note(byId("council-note"), saved ? text : [text, ` ${t("notKept")}`], { actions: [[t("undo"), takeBack]], tone: saved ? "" : "warn", ...rest });
}

async function takeBack() {
  undo();
  await drawAll();
  byId("sheets-title").focus();
}

async function membersChanged(said) {
  if (!said) return drawRest();
  await drawAfter(true, said);
  byId("council-note").querySelector("button").focus(); // the button that was pressed is gone
}

async function drawRest() {
  try {
    await drawGates(drawOutcome);
  } catch (error) {
    return showOutcome(el("p", {}, t("failed")), problemList(problemsOf(error)));
  }
  await drawOutcome();
}

async function drawOutcome() {
  if (!ocop) return;
  const mine = ++turn;
  const { members } = council();
  byId("outcome-actions").hidden = members.length === 0;
  byId("minutes").replaceChildren();
  if (members.length === 0) return showOutcome(el("p", { className: "muted" }, t("noOutcome")));
  try {
    const outcome = ocop.council(request());
    const rubric = await rubricOf(outcome.set);
    if (mine !== turn) return;
    const unfinished = members.filter((member) => ocop.score(member.sheet).unanswered.length > 0).map((member) => member.id);
    showOutcome(...outcomeView(outcome, rubric, criteriaOf(rubric), unfinished));
    byId("minutes").replaceChildren(el("h3", {}, t("minutes")), paperTools(["minutes"], request, () => outcome.set));
  } catch (error) {
    showOutcome(el("p", {}, t("councilProblems")), problemList(problemsOf(error), placeOf));
  }
}

function showOutcome(...nodes) {
  byId("outcome-body").replaceChildren(...nodes.flat().filter(Boolean));
  // Who cannot see the panel hears one sentence, not the whole table.
  byId("outcome-said").textContent = byId("outcome-body").querySelector(".headline, p")?.textContent ?? "";
}

/** Where in the council's document a problem stands, in words. */
function placeOf(path) {
  const [, head, at] = path.split("/");
  if (head === "members" && at !== undefined) return t("sheetOf", { id: council().members[at]?.id || t("memberDefault", { n: Number(at) + 1 }) });
  const name = head === "policy" ? at : head;
  return ["seats", "quorum", "maxSpread", "minima", "gates"].includes(name) ? t(name) : "";
}

async function takeFiles(files) {
  if (!(await ready())) return;
  const added = [];
  const failed = [];
  for (const file of files) {
    try {
      const bytes = await bytesOf(file, "council");
      const found = parse(bytes);
      if (found !== null && typeof found === "object" && Object.hasOwn(found, "members")) return takeWhole(bytes, "tookCouncil");
      added.push([file.name.replace(/\.json$/i, ""), sheetOfBytes(ocop, bytes)]);
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

/** Adds sheets [name, sheet], and says which could not be read and why. */
async function takeSheets(added, failed) {
  const where = byId("council-note");
  const problems = failed.flatMap(([, error]) => problemsOf(error));
  const said = failed.map(([name]) => [told("notAdded", { name }), ". "]);
  if (added.length === 0) return note(where, said, { problems, tone: "bad" });
  const saved = change(({ members }) => {
    for (const [name, sheet] of added) addMember(members, name || t("memberDefault", { n: members.length + 1 }), sheet);
  });
  await drawAfter(saved, [t("added", { n: added.length }), " ", said], { problems });
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
  await drawAfter(takeCouncil(document), t(said, { n: document.members.length }));
}
