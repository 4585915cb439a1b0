// What is due in a dossier, as the module works it out, in the order of its days: also of
// a draft, as far as it says when something happened.

import { h, keepFocus, type Child } from "../element/dom.js";
import { inFileName, saveBlob } from "../element/files.js";
import { problemsOf } from "../element/intake.js";
import type { Ocop } from "../ocop.js";
import { isOf, OcopError } from "../problems.js";
import type { Deadlines, Milestones, Problem } from "../types.js";
import { calendarText, type Entry } from "./calendar.js";
import { isMissing } from "./check.js";
import { dayInWords, writeDay } from "./day.js";
import { foundList } from "./found.js";
import type { Draft, Form } from "./form.js";

export type Due = Deadlines["due"][number];

/**
 * What is due of a draft on a day. A whole dossier the module reads itself; one with gaps
 * is told it in milestones. What it refuses then, as a day that no calendar has, is told
 * by its place in the dossier.
 */
export function dueOf(ocop: Ocop, dossier: Draft, on: string): Due[] {
  try {
    return ocop.deadlines(dossier as never, { on }).due;
  } catch (error) {
    if (isOf(error, "MODULE-08")) throw error; // the checks are still on their way
    const wrong = problemsOf(error).filter((problem) => !isMissing(problem));
    try {
      return ocop.deadlines(milestonesOf(dossier), { on }).due;
    } catch (refused) {
      throw wrong.length > 0 ? new OcopError(wrong) : refused;
    }
  }
}

/** What has happened to a dossier, as the library reads it off a whole one. */
function milestonesOf(dossier: Draft): Milestones {
  const { application, registration, communeReport, council, provinceProposal, ministry, decision, inspections = [], withdrawal } = dossier;
  const previous = application === "first" ? undefined : dossier.previous;
  const breach = inspections.findLast(({ conclusion }) => conclusion === "breach");
  const milestones: Milestones = {
    application, filed: registration?.communeReceipt?.date, proposed: communeReport?.date,
    provinceComplete: completeOn(dossier, "province", registration?.provinceReceipt?.date), provinceScored: council?.date,
    sentOn: provinceProposal?.date, ministryComplete: completeOn(dossier, "ministry", provinceProposal?.received), ministryScored: ministry?.date,
    issued: decision ? decision.issued ?? decision.date : previous?.issued, expires: decision ? decision.expires : previous?.expires,
    concluded: breach?.concluded ?? breach?.date, withdrawn: withdrawal?.date,
  };
  return Object.fromEntries(Object.entries(milestones).filter(([, value]) => value !== undefined));
}

/** The day on which an office had all of the dossier; none while something that it asked for is not there. */
function completeOn({ requests = [] }: Draft, office: string, received: string | undefined): string | undefined {
  const done = requests.filter(({ kind, by }) => kind === "completion" && by === office).map((request) => request.done);
  return received === undefined || done.includes(undefined) ? undefined : [received, ...(done as string[])].sort().at(-1);
}

/** The page of the deadlines. */
export function duePage(form: Form): HTMLElement {
  const page = h("div", { class: "due" });
  let drawn = "";
  const show = () => {
    const { due, problems } = found(form);
    const now = JSON.stringify([due, problems, form.dossier.product?.name]);
    if (now === drawn) return;
    drawn = now;
    keepFocus(page, () => page.replaceChildren(...content(form, due, problems)));
  };
  show();
  form.onChange(show);
  return page;
}

function found({ ocop, dossier, today }: Form): { due?: Due[]; problems?: Problem[] } {
  if (!ocop) return {};
  try {
    return { due: dueOf(ocop, dossier, today) };
  } catch (error) {
    return isOf(error, "MODULE-08") ? {} : { problems: problemsOf(error) };
  }
}

function content(form: Form, due: readonly Due[] | undefined, problems: readonly Problem[] | undefined): HTMLElement[] {
  const { t, lang, dossier } = form;
  if (problems) return [h("p", {}, t("ftDueRefused")), foundList(form, problems)];
  if (!due) return [h("p", { class: "hint", role: "status" }, t("ftDueComes"))];
  if (due.length === 0) return [h("p", {}, t("ftDueNone"))];
  const ahead = due.filter(({ state }) => state === "open");
  const save = () => saveBlob(`${["han", inFileName(dossier.product?.name ?? "")].filter(Boolean).join("-")}.ics`, new Blob([calendarText(titleOf(form), ahead.map((one) => entryOf(form, one)), Date.now())], { type: "text/calendar;charset=utf-8" }));
  return [
    dossier.registration?.communeReceipt ? undefined : h("p", { class: "hint" }, t("ftDueNotFiled")),
    h("ol", { class: "days" }, due.map((one) => row(form, one))),
    ahead.length > 0 ? h("div", { class: "actions" }, h("button", { type: "button", class: "quiet", id: "due-save", onclick: save }, t("ftDueSave"))) : undefined,
    h("p", { class: "hint" }, t("ftDueHint", { today: dayInWords(form.today, lang) })),
  ].filter((one) => one !== undefined);
}

function row({ t, lang, today }: Form, { what, from, by, article, state, reading }: Due): HTMLElement {
  const left = daysBetween(today, by);
  const standing = state === "done" ? t("ftDone") : state === "missed" ? t("ftMissed", { n: -left }) : left === 0 ? t("ftToday") : t("ftLeft", { n: left });
  const beside: Child = [from && h("span", {}, t("ftFrom", { day: writeDay(from) })), h("span", {}, t("ftArticle", { article })), reading && h("span", {}, t("ftReading", { reading }))];
  return h("li", { "data-state": state },
    h("p", { class: "day" }, h("time", { datetime: by }, dayInWords(by, lang)), h("span", { class: "left" }, standing)),
    h("p", { class: "what" }, what[lang]),
    h("p", { class: "hint facts" }, beside));
}

/** Days from one to another, less than nothing where it is past. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

const titleOf = ({ t, dossier }: Form): string => t("ftCalendar", { name: dossier.product?.name ?? t("unnamed") });

function entryOf(form: Form, { key, what, from, by, article, reading }: Due): Entry {
  const { t, lang, dossier } = form;
  const { product, producer, registration } = dossier;
  const text = [[product?.name, producer?.name].filter(Boolean).join(", "), from && t("ftFrom", { day: writeDay(from) }), t("ftArticle", { article }), reading && t("ftReading", { reading })];
  return {
    id: `${key}-${hashOf([producer?.taxCode ?? producer?.name, product?.name, registration?.commune, dossier.application])}`,
    day: by, title: [what[lang], product?.name].filter(Boolean).join(": "), text: text.filter(Boolean).join("\n"),
  };
}

/** A short text that is the same for the same dossier (FNV-1a). It names, and proves nothing. */
function hashOf(parts: readonly unknown[]): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(JSON.stringify(parts))) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36);
}
