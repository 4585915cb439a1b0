// The pages of the offices: the commune's form 03 with what the producer wrote beside each
// content, the advisory team's proposal, and a council's sheets with what they come to.
// What follows from sheets the module says.

import { ask } from "../element/dialog.js";
import { h, stars, type Child } from "../element/dom.js";
import { jsonFiles, pickFiles } from "../element/files.js";
import { problemsOf } from "../element/intake.js";
import { criteriaOf } from "../element/law.js";
import { starText } from "../element/texts.js";
import type { Ocop } from "../ocop.js";
import { isOcopError } from "../problems.js";
import type { CouncilRecord, Outcome, Problem, Sheet } from "../types.js";
import { edition } from "../words.js";
import { answersOf } from "./answers.js";
import { contents, descriptionsOf, writtenOf, type Content } from "./beside.js";
import { box, idOf } from "./box.js";
import { answersTable, gatesField, sheetOfClaims } from "./claims.js";
import { field } from "./fields.js";
import { foundList } from "./found.js";
import type { Form } from "./form.js";
import { levelWords } from "./inwords.js";
import { calledOf, likenessOf, memberOf, requestOf, sheetsInFiles, sheetsInText, type Came, type Intake, type Member } from "./members.js";
import { paperRow } from "./onpaper.js";
import type { SayKey } from "./texts.js";
import { under, type Json } from "./tree.js";

// ---- the commune's report

/** Form 03: the four contents, each with what the producer wrote of it. */
export function form03Page(form: Form): HTMLElement {
  const at = (name: string) => under("/communeReport", name);
  return h("div", { class: "form03" },
    ["number", "report", "date"].map((name) => field(form, at(name))),
    contents.map((content) => finding(form, content, at(content))),
    paperRow(form, { name: "form-03", title: "ftForm03" }));
}

function finding(form: Form, content: Content, pointer: string): HTMLElement {
  const { t, rubric } = form;
  const written = answersOf(form, writtenOf(rubric, content)) ?? h("p", { class: "hint" }, t("ofNotWritten"));
  const described = under(pointer, "described");
  const words = () => descriptionsOf(form.value, rubric, content);
  const copy = h("button", { type: "button", class: "quiet", id: `${idOf(described)}-copy`, onclick: () => form.enter(described, words() || undefined) }, t("ofCopy"));
  const show = () => (copy.hidden = !form.mayWrite(described) || words() === "" || form.value(described) !== undefined);
  show();
  form.onChange(show);
  return box(form, pointer, [
    h("div", { class: "beside-of" }, h("p", { class: "title" }, t("ofWritten")), written),
    field(form, described), h("div", { class: "actions" }, copy), field(form, under(pointer, "assessed")),
  ]);
}

// ---- the advisory team's proposal

/** The proposal: begun with what the producer claims, changed criterion by criterion. */
export function proposedPage(form: Form): HTMLElement {
  const { t } = form;
  const pointer = "/proposed/answers";
  const difference = h("section", { class: "difference" });
  const begin = h("button", { type: "button", class: "quiet", id: "proposed-begin", onclick: () => form.enter(pointer, claimed(form)) }, t("ofFromClaims"));
  const show = () => {
    begin.hidden = !form.mayWrite(pointer) || form.value(pointer) !== undefined || Object.keys(claimed(form)).length === 0;
    difference.replaceChildren(...differenceOf(form));
  };
  show();
  form.onChange(show);
  return h("div", { class: "proposed" },
    field(form, "/proposed/date"), field(form, "/proposed/number"),
    h("h3", {}, t("ofProposed")), h("div", { class: "actions" }, begin), difference,
    answersTable(form, pointer), gatesField(form, "/proposed/gates"), field(form, "/proposed/note"));
}

/** The levels that the producer claims. */
const claimed = ({ dossier }: Form): Record<string, string> => sheetOfClaims(dossier)?.answers ?? {};

/** How the proposal differs from the claims, in points and levels. */
function differenceOf(form: Form): HTMLElement[] {
  const { t, ocop, rubric, dossier } = form;
  const proposed = dossier.proposed?.answers;
  if (!ocop || !rubric || !proposed) return [];
  const sheet = (answers: Record<string, string>): Sheet => ({ edition, set: rubric.no as Sheet["set"], answers });
  const found = trying(() => ocop.compare(sheet(claimed(form)), sheet(proposed)));
  if (!found || "problems" in found) return []; // what is wrong is told at the criteria
  const level = (code: string, option: string | null) => (option === null ? t("notAnswered") : levelWords(form, code, option));
  const items = found.changes.map(({ criterion, from, to, points }) => h("li", {}, h("strong", {}, t("ftCriterion", { code: criterion })), ": ",
    t("ofChange", { from: level(criterion, from), to: level(criterion, to), points: signed(points) })));
  return [
    h("p", {}, t("ofTotals", { claimed: found.before.total, proposed: found.after.total })),
    items.length > 0 ? h("ul", { class: "plain" }, items) : h("p", { class: "hint" }, t("ofNoChange")),
  ];
}

const signed = (points: number): string => (points > 0 ? `+${points}` : String(points).replace("-", "−"));

// ---- a council's sheets

type Place = "/council" | "/ministry";

/** The sheets of a council's members, who is absent, by what rules it sits, and what it comes to. */
export function membersPage(form: Form, place: Place): HTMLElement {
  const { t } = form;
  const pointer = under(place, "members");
  const members = membersAt(form, place);
  const outcome = h("section", { class: "outcome", "aria-labelledby": "outcome-title" });
  const rows = members.map((_, i) => memberRow(form, place, i));
  let drawn = "";
  const show = () => {
    if (membersAt(form, place).length !== members.length) return form.redraw(); // another window has added or removed one
    const now = JSON.stringify([form.value(place), form.value("/product/set"), form.ocop !== undefined]);
    if (now === drawn) return;
    drawn = now;
    outcome.replaceChildren(h("h3", { id: "outcome-title" }, t("ofOutcome")), h("div", {}, outcomeOf(form, place)));
  };
  show();
  form.onChange(show);
  return h("div", { class: "council" },
    form.mayWrite(pointer) && intake(form, place),
    box(form, pointer, rows.length > 0 ? rows : h("p", { class: "hint" }, t("ofNoSheets")), { label: t("ofSheets", { n: members.length }) }),
    field(form, under(place, "absent")), field(form, under(place, "seats")), field(form, under(place, "policy")), gatesField(form, under(place, "gates")),
    outcome,
    paperRow(form, place === "/council" ? { name: "minutes", title: "ftMinutes", council: "province" } : { name: "minutes", title: "ftMinutesMinistry", council: "ministry" }));
}

const recordAt = ({ dossier }: Form, place: Place): Partial<CouncilRecord> => (place === "/council" ? dossier.council : dossier.ministry) ?? {};

const membersAt = (form: Form, place: Place): readonly Member[] => {
  const { members } = recordAt(form, place);
  return Array.isArray(members) ? members : [];
};

/** Where sheets come in: files, or lines of links and vectors. */
function intake(form: Form, place: Place): HTMLElement {
  const { t } = form;
  const text: HTMLTextAreaElement = h("textarea", { id: "sheets-text", class: "field", rows: 3, autocomplete: "off", spellcheck: "false" });
  const addText = () => withOcop(form, async (ocop) => {
    const { left, ...found } = sheetsInText(ocop, text.value);
    text.value = left; // what could not be read stays, to be mended
    await take(form, place, found);
  });
  return h("section", { class: "intake" },
    h("p", { class: "hint" }, t("ofIntakeHint")),
    h("div", { class: "actions" }, h("button", { type: "button", class: "main", id: "sheets-files", onclick: () => pickFiles((files) => void withOcop(form, async (ocop) => take(form, place, await sheetsInFiles(ocop, files))), { multiple: true, accept: jsonFiles }) }, t("ofFiles"))),
    h("details", { id: "sheets-paste" }, h("summary", {}, t("ofPaste")),
      h("label", { class: "label", for: "sheets-text" }, t("ofPasteLabel")), text,
      h("div", { class: "actions" }, h("button", { type: "button", class: "quiet", id: "sheets-add", onclick: () => void addText() }, t("ofAdd")))));
}

/** Does something with the module; says why where it is not there. */
async function withOcop(form: Form, work: (ocop: Ocop) => Promise<void>): Promise<void> {
  try {
    await work(await form.ready());
  } catch (error) {
    const problems = problemsOf(error);
    form.notices.show("sheets", { tone: "bad", text: () => form.t("ofNotReady"), problems: () => foundList(form, problems) });
  }
}

/** Takes sheets in, one after the other; of one that looks like another the secretary says what it is. */
async function take(form: Form, place: Place, { came, refused }: Intake): Promise<void> {
  const { t } = form;
  const set = form.dossier.product?.set;
  const said: Child[] = [];
  let added = 0;
  for (const one of came) {
    const name = one.name || t("ofUnnamed");
    if (one.sheet.set !== set) said.push(t("ofOtherSet", { name, set: one.sheet.set, own: set ?? "–" }));
    else {
      const done = await takeOne(form, place, one, name);
      if (done === "added") added++;
      else said.push(t(outcomes[done], { name }));
      if ((done === "added" || done === "replaced") && one.sheet.gates?.length) said.push(t("ofGatesIn", { name, gates: one.sheet.gates.map((id) => gateLabel(form, id)).join("; ") }));
    }
  }
  const isBad = refused.length > 0 || said.length > 0;
  form.notices.show("sheets", {
    tone: isBad ? "bad" : "plain",
    text: () => [t("ofAdded", { n: added }), h("ul", { class: "plain" }, said.map((one) => h("li", {}, one)), refused.map(({ name, problems }) => h("li", {}, t("ofRefused", { name }), " ", problems.map(({ message, code }) => `${message[form.lang]} (${code})`).join(" "))))],
  });
  form.redraw();
}

const gateLabel = ({ rubric }: Form, id: string): string => rubric?.gates.find((gate) => gate.id === id)?.label ?? id;

const outcomes = { replaced: "ofReplaced", skipped: "ofSkipped", there: "ofThere" } as const;

/** Takes one sheet in. */
async function takeOne(form: Form, place: Place, one: Came, name: string): Promise<"added" | keyof typeof outcomes> {
  const members = membersAt(form, place);
  const like = likenessOf(members, one);
  if (like?.why === "both") return "there";
  const how = like ? await askAbout(form, name, calledOf(members[like.at] ?? {}), like.why) : "add";
  if (like && how === "replace") {
    form.enter(`${place}/members/${like.at}/answers`, one.sheet.answers);
    return "replaced";
  }
  if (how !== "add") return "skipped";
  const now = membersAt(form, place); // as it is after the question
  form.enter(`${place}/members`, [...now, memberOf(now, one)] as unknown as Json);
  return "added";
}

function askAbout({ t, body }: Form, name: string, of: string, why: "sheet" | "name"): Promise<string> {
  const choices = [{ label: t("ofReplace"), value: "replace" }, { label: t("ofAddAnyway"), value: "add" }, { label: t("ofSkip"), value: "skip" }];
  return ask(body, { t, title: t("ofLikeTitle"), text: t(why === "name" ? "ofLikeName" : "ofLikeSheet", { name, of }), choices: why === "name" ? choices : choices.slice(1) });
}

/** A member: who it is, and the sheet. */
function memberRow(form: Form, place: Place, i: number): HTMLElement {
  const { t } = form;
  const pointer = `${place}/members/${i}`;
  const id = idOf(pointer);
  const member = () => membersAt(form, place)[i] ?? ({} as Partial<Member>);
  const name = () => calledOf(member()) || t("ofMember", { n: i + 1 });
  const points = h("p", { class: "points" });
  const show = () => (points.textContent = pointsOf(form, member()));
  show();
  form.onChange(show);
  const sheet = h("div");
  // Drawn when somebody looks: eleven members' cards at once are more than a phone has time for.
  const fold: HTMLDetailsElement = h("details", { id: `${id}-sheet`, ontoggle: () => {
    if (fold.open && !sheet.firstChild) sheet.append(answersTable(form, under(pointer, "answers")));
  } }, h("summary", {}, t("ofSheet")), field(form, under(pointer, "id")), sheet);
  const replace = () => pickFiles((files) => void withOcop(form, async (ocop) => replaceSheet(form, place, i, await sheetsInFiles(ocop, files))), { accept: jsonFiles });
  const button = (what: string, label: string, act: () => void) => h("button", { type: "button", class: "quiet", id: `${id}-${what}`, "aria-label": `${label}: ${name()}`, onclick: act }, label);
  return box(form, pointer, [
    ["name", "office", "chair"].map((one) => field(form, under(pointer, one))), points, fold,
    form.mayWrite(pointer) && h("div", { class: "actions" }, button("replace", t("ofReplaceFile"), replace), button("remove", t("remove"), () => remove(form, place, i))),
  ], { label: name() });
}

/** What a member's sheet comes to by itself. */
function pointsOf({ t, ocop, rubric }: Form, { answers = {} }: Partial<Member>): string {
  const result = ocop && rubric && trying(() => ocop.score({ edition, set: rubric.no as Sheet["set"], answers }));
  if (!result || "problems" in result) return "";
  return result.unanswered.length > 0 ? t("ofOpen", { total: result.total, n: result.unanswered.length }) : t("points", { n: result.total });
}

/** Gives a member another sheet; of one that is not taken it is said why. */
async function replaceSheet(form: Form, place: Place, i: number, { came, refused }: Intake): Promise<void> {
  const { t, notices } = form;
  const [one] = came;
  if (came.length > 1) return notices.show("sheets", { tone: "bad", text: () => t("ofOneSheet") });
  if (!one || one.sheet.set !== form.dossier.product?.set) return take(form, place, { came, refused });
  form.enter(`${place}/members/${i}/answers`, one.sheet.answers);
  const name = calledOf(membersAt(form, place)[i] ?? {});
  notices.show("sheets", { text: () => t("ofReplaced", { name }) });
  form.redraw();
}

/** Takes a member's sheet out; it can be had back at once. */
function remove(form: Form, place: Place, i: number): void {
  const { t } = form;
  const pointer = `${place}/members`;
  const before = membersAt(form, place);
  const left = before.filter((_, at) => at !== i);
  const put = (members: readonly Member[]) => {
    form.enter(pointer, members.length > 0 ? ([...members] as unknown as Json) : undefined);
    form.redraw();
  };
  put(left);
  form.notices.show("sheets", { text: () => t("ofRemoved", { name: calledOf(before[i] ?? {}) || t("ofMember", { n: i + 1 }) }), actions: [{ label: "undo", act: () => put(before) }] });
}

// ---- what a council comes to

function outcomeOf(form: Form, place: Place): Child[] {
  const { t, ocop, rubric } = form;
  const request = requestOf(edition, form.dossier.product?.set, recordAt(form, place));
  if (!request) return [h("p", { class: "hint" }, t("ofNoOutcome"))];
  if (!ocop || !rubric) return [h("p", { class: "hint" }, t("scoreComes"))];
  const found = trying(() => ocop.council(request));
  if ("problems" in found) return [h("p", {}, t("ofWrongCouncil")), foundList(form, found.problems.map((problem) => ({ ...problem, path: place + problem.path })))];
  return [...headline(form, found), figures(form, place, found), ...sections(form, place, found)];
}

/** The status, in a word and what it means. */
function headline({ t, rubric }: Form, { status, star, band, authority, gates }: Outcome): Child[] {
  const head = (...text: Child[]) => h("p", { class: "headline" }, text);
  if (status === "classified") {
    const n = star ?? 0;
    return [head(stars(n), " ", starText(t, n)), band !== null && n < band && h("p", {}, t("ofBelowBand", { band })), h("p", {}, t(authority === "ministry" ? "ofMinistry" : authority === "province" ? "ofProvince" : "ofNoAuthority"))];
  }
  const [title, why] = noResult[status];
  const labels = gates.map(({ id }) => rubric?.gates.find((gate) => gate.id === id)?.label ?? id);
  return [head(t(title)), why && h("p", {}, t(why)), labels.length > 0 && h("ul", { class: "plain" }, labels.map((label) => h("li", {}, label)))];
}

const noResult: Record<Exclude<Outcome["status"], "classified">, readonly [SayKey, SayKey?]> = {
  rejected: ["ofRejected"], stopped: ["ofStopped"], "no-quorum": ["ofNoQuorum", "ofNoQuorumWhy"], incomplete: ["ofIncomplete", "ofIncompleteWhy"], "spread-too-wide": ["ofTooWide", "ofTooWideWhy"],
};

function figures(form: Form, place: Place, { average, sum, count, seats, spread, widest, members }: Outcome): HTMLElement {
  const { t, lang } = form;
  const name = nameIn(form, place);
  const row = (term: string, value: Child) => [h("dt", {}, term), h("dd", {}, value)];
  return h("dl", { class: "answers-of" },
    average !== null && row(t("ofAverage"), t("ofAverageIs", { average: lang === "vi" ? average.replace(".", ",") : average, sum, count })),
    widest.length === 2 && row(t("ofSpread"), t("ofSpreadIs", { points: spread, a: name(widest[0]!), b: name(widest[1]!) })),
    row(t("ofPresent"), seats === null ? t("ofCount", { n: count }) : t("ofCountOf", { n: count, seats })),
    row(t("ofTotalsOf"), h("ul", { class: "plain" }, members.map(({ id, total, chair }) => h("li", {}, `${name(id)}${chair ? ` (${t("ofChair")})` : ""}: ${t("points", { n: total })}`)))));
}

function sections(form: Form, place: Place, { pairs, contested, disagreements }: Outcome): HTMLElement[] {
  const { t, rubric } = form;
  const name = nameIn(form, place);
  const criteria = new Map(rubric && criteriaOf(rubric).map((criterion) => [criterion.code, criterion.name]));
  const criterion = (code: string) => `${code} ${criteria.get(code) ?? ""}`.trim();
  const list = (title: string, items: string[]) => (items.length > 0 ? [h("h4", {}, title), h("ul", { class: "plain" }, items.map((item) => h("li", {}, item)))] : []);
  return [
    ...list(t("ofTooFar"), pairs.map(({ members: [a, b], points }) => t("ofTooFarItem", { a: name(a), b: name(b), points }))),
    ...list(t("ofContested"), contested.map(({ star, criterion: code, met, missed }) => t("ofContestedItem", { star, criterion: criterion(code), met, missed }))),
    ...list(t("ofDisagreements"), disagreements.map(({ criterion: code, points: [least, most] }) => t("ofRange", { criterion: criterion(code), least, most }))),
  ];
}

/** What members are called, by their ids. */
const nameIn = (form: Form, place: Place) => {
  const names = new Map(membersAt(form, place).map((member) => [member.id, calledOf(member)]));
  return (id: string): string => names.get(id) ?? id;
};

/** What the module answers, or what it refuses. */
function trying<T extends object>(work: () => T): T | { problems: Problem[] } {
  try {
    return work();
  } catch (error) {
    if (!isOcopError(error)) throw error;
    return { problems: error.problems };
  }
}
