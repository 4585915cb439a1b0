// What there is to do, task by task, and the pages of each: one thing at a time. The tasks
// follow forms 01 to 03 and, for the council's secretary, Article 7.

import type { Child } from "../element/dom.js";
import { productClass } from "./classify.js";
import { answersTable, claimsSection } from "./claims.js";
import { duePage } from "./due.js";
import { field, fieldsIn } from "./fields.js";
import type { Form, Office } from "./form.js";
import { form03Page, membersPage, proposedPage } from "./office.js";
import { handInPage } from "./out.js";
import { exemptionsField, papersField } from "./papers-ticks.js";
import { placeFields } from "./places.js";
import type { SayKey } from "./texts.js";
import { isWithin, under } from "./tree.js";

/** A page of a task. */
export interface Page {
  /** Unique in the whole list. */
  id: string;
  title: string;
  hint?: string | undefined;
  /** Whether it is one value, whose name is the page's. */
  isOne?: boolean;
  /** The values that are entered on it. */
  covers: readonly string[];
  draw(form: Form): Child;
}

export interface Task {
  id: string;
  name: string;
  pages: readonly Page[];
  /** Whether there is anything to be done in it by whom fills in; else it is to be read. */
  isOwn: boolean;
  /** Whether what it covers counts as done and missing; the last ones only show. */
  counts: boolean;
  /** Whether nothing may have to be done in it. */
  isOptional?: boolean;
}

/** Members of a value as a page. */
const members = (form: Form, id: string, title: SayKey, of: string, ...names: string[]): Page => {
  const covers = names.map((name) => under(of, name));
  return { id, title: form.t(title), covers, draw: (now) => covers.map((pointer) => field(now, pointer)) };
};

/** One value as a page, which has its name already. */
const whole = (form: Form, id: string, pointer: string): Page => ({ id, title: form.shape(pointer).title ?? id, isOne: true, covers: [pointer], draw: (now) => field(now, pointer) });

/** The tasks of a dossier for who fills it in. */
export function tasksOf(form: Form): Task[] {
  const own = ofOffice[form.office](form);
  const last = [
    task(form, "due", "taskDue", [{ id: "due", title: form.t("taskDue"), covers: [], draw: duePage }], false),
    task(form, "finish", "taskFinish", [{ id: "finish", title: form.t("taskFinish"), covers: [], draw: (now) => handInPage(now, own) }], false),
  ];
  const others = producerTasks(form).map((other) => ({ ...other, isOwn: false }));
  return form.office === "producer" ? [...own, ...last] : [...own, ...last, ...others];
}

function task(form: Form, id: string, name: SayKey, pages: readonly Page[], counts = true): Task {
  const isOwn = !counts || pages.some((page) => page.covers.some((pointer) => form.mayWrite(pointer)));
  return { id, name: form.t(name), pages, isOwn, counts };
}

const ofOffice: Record<Office, (form: Form) => Task[]> = {
  producer: (form) => producerTasks(form),
  commune: (form) => [
    task(form, "receipt", "taskReceipt", [whole(form, "receipt", "/registration/communeReceipt")]),
    task(form, "requests", "taskRequests", [whole(form, "requests", "/requests")]),
    task(form, "form03", "taskForm03", [{ id: "form03", title: form.t("taskForm03"), covers: ["/communeReport"], draw: form03Page }]),
  ],
  council: (form) => [
    task(form, "receipt", "taskReceipt", [whole(form, "receipt", "/registration/provinceReceipt")]),
    task(form, "requests", "taskRequests", [whole(form, "requests", "/requests")]),
    task(form, "proposed", "taskProposed", [{ id: "proposed", title: form.t("taskProposed"), covers: ["/proposed"], draw: proposedPage }]),
    task(form, "council", "taskCouncil", councilPages(form, "council", "/council")),
    task(form, "province", "taskProvince", [whole(form, "province", "/provinceProposal")]),
    task(form, "ministry", "taskMinistry", councilPages(form, "ministry", "/ministry")),
    task(form, "decision", "taskDecision", [{ id: "decision", title: form.t("taskDecision"), covers: ["/decision", "/product/code"], draw: (now) => [field(now, "/decision"), field(now, "/product/code")] }]),
    task(form, "after", "taskAfter", [whole(form, "inspections", "/inspections"), whole(form, "withdrawal", "/withdrawal")]),
  ],
};

/** A council's record: its members' sheets with what they come to, and its papers. */
function councilPages(form: Form, id: string, pointer: string): Page[] {
  const sheets = ["members", "absent", "gates", "policy", "seats"];
  const papers = Object.keys(form.shape(pointer).members ?? {}).filter((name) => !sheets.includes(name));
  return [
    { id, title: form.t("pageSheets"), covers: sheets.map((name) => under(pointer, name)), draw: (now) => membersPage(now, pointer as "/council" | "/ministry") },
    { id: `${id}-papers`, title: form.t("pageRecord"), covers: papers.map((name) => under(pointer, name)), draw: (now) => fieldsIn(now, pointer, { except: sheets }) },
  ];
}

function producerTasks(form: Form): Task[] {
  return [
    task(form, "producer", "taskProducer", [
      members(form, "producer", "pageWho", "/producer", "name", "kind", "size", "taxCode", "founded", "licenceNumber", "localCapital"),
      members(form, "contact", "pageContact", "/producer", "address", "phone", "email"),
      whole(form, "representative", "/producer/representative"),
    ]),
    task(form, "product", "taskProduct", [
      { id: "class", title: form.t("pageClass"), isOne: true, covers: ["/product/set", "/product/sector", "/product/group", "/product/subgroup"], draw: productClass },
      members(form, "product", "pageProduct", "/product", "name", "specification", "standard", "code"),
      { id: "place", title: form.t("pagePlace"), hint: form.t("pagePlaceHint"), covers: ["/registration/province", "/registration/commune"], draw: placeFields },
      { id: "registration", title: form.t("pageRegistration"), covers: ["/application", "/registration/year", "/registration/samples", "/registration/date"], draw: (now) => ["/application", "/registration/year", "/registration/samples", "/registration/date"].map((pointer) => field(now, pointer)) },
      ...(form.office === "producer" ? [] : receiptPages(form)),
    ]),
    ...earlier(form),
    task(form, "papers", "taskPapers", [
      { id: "papers", title: form.shape("/report/papers").title ?? "", isOne: true, covers: ["/report/papers"], draw: papersField },
      { id: "exemptions", title: form.shape("/report/exemptions").title ?? "", hint: form.t("pageExemptionsHint"), isOne: true, covers: ["/report/exemptions"], draw: exemptionsField },
    ]),
    task(form, "results", "taskResults", [
      members(form, "history", "pageHistory", "/report", "history", "organisation"),
      members(form, "business", "pageBusiness", "/report/results", "materials", "quality", "market", "business"),
      whole(form, "years", "/report/results/years"),
      ...Object.keys(form.shape("/report/figures").members ?? {}).map((name) => ({ ...whole(form, name, under("/report/figures", name)), hint: form.t("pageFiguresHint") })),
    ]),
    task(form, "claims", "taskClaims", claimsPages(form)),
    task(form, "evidence", "taskEvidence", [{ id: "evidence", title: form.shape("/evidence").title ?? "", isOne: true, covers: ["/evidence"], draw: (now) => field(now, "/evidence") }]),
    task(form, "plan", "taskPlan", [members(form, "plan", "pagePlan", "/report/plan", "product", "production", "market"), members(form, "report", "pageReport", "/report", "date")]),
    ...(form.value("/extensions") === undefined ? [] : [task(form, "extensions", "taskExtensions", [whole(form, "extensions", "/extensions")], false)]),
  ];
}

/** The claims, a page for each section of the rubric; one that says so while no product set is chosen. */
function claimsPages(form: Form): Page[] {
  const sections = form.rubric?.parts.flatMap((part) => part.sections);
  if (!sections) return [{ id: "claims", title: form.t("taskClaims"), covers: ["/report/claims"], draw: (now) => answersTable(now, "/report/claims") }];
  return sections.map((section) => ({
    id: `claims-${section.code}`, title: `${section.code}. ${section.name}`,
    covers: section.criteria.map(({ code }) => under("/report/claims", code)), draw: (now) => claimsSection(now, section),
  }));
}

/** The receipts, where another office looks. */
const receiptPages = (form: Form): Page[] =>
  ["communeReceipt", "provinceReceipt"].filter((name) => !form.mayWrite(`/registration/${name}`)).map((name) => whole(form, name, `/registration/${name}`));

/** The earlier recognition, and what has changed since (Article 6.1): where the application asks for it, or somebody has written it. */
function earlier(form: Form): Task[] {
  const { application } = form.dossier;
  const asked = ["previous", ...(application === "upgrade" ? ["changes"] : application === "re-assessment" ? ["updates"] : [])];
  const names = ["previous", "changes", "updates"].filter((name) => asked.includes(name) || form.value(`/${name}`) !== undefined);
  const isLater = application === "upgrade" || application === "re-assessment" || names.length > 1;
  return [{ ...task(form, "earlier", isLater ? "taskEarlier" : "taskEarlierFirst", names.map((name) => whole(form, name, `/${name}`))), isOptional: !isLater }];
}

/** The page on which a pointer's value is entered: that which covers it most closely. */
export function pageOf(tasks: readonly Task[], pointer: string): { task: Task; page: Page } | undefined {
  const covering = tasks.flatMap((one) => one.pages.flatMap((page) => page.covers.map((place) => ({ task: one, page, place }))));
  const closest = (places: typeof covering) => places.sort((a, b) => b.place.length - a.place.length)[0];
  return closest(covering.filter(({ place }) => isWithin(pointer, place))) ?? closest(covering.filter(({ place }) => isWithin(place, pointer)).reverse());
}
