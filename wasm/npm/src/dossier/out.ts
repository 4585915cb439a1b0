// Where a dossier goes to: read once more, and handed in, as a package with its evidence,
// on paper, or as a file. Advice never stands in the way; what is missing or wrong is told
// when somebody wants to hand it in, and papers are there all the same.

import { open } from "../element/dialog.js";
import { h, icon } from "../element/dom.js";
import { saveBlob, saveFile } from "../element/files.js";
import { problemsOf } from "../element/intake.js";
import type { NamedBlob } from "../pack.js";
import { reasonOf } from "../plain.js";
import { failure } from "../problems.js";
import type { Evidence, Problem } from "../types.js";
import { answersOf } from "./answers.js";
import { isMissing } from "./check.js";
import { foundList } from "./found.js";
import type { Form } from "./form.js";
import { fileName, paperRow, papersOf } from "./onpaper.js";
import { placeWords } from "./where.js";

/** A part of the dossier as it is read once more: a task, by what its pages cover. */
export interface Reviewed {
  name: string;
  pages: readonly { covers: readonly string[] }[];
}

/** The last page: what is entered, what is missing in it, and what becomes of it. */
export function handInPage(form: Form, parts: readonly Reviewed[]): HTMLElement {
  const { t } = form;
  const found = h("div", { class: "standing-of" });
  const review = h("div", { class: "review-of" }, parts.map((part, i) => reviewOf(form, part, i)));
  let drawn = "";
  const show = () => {
    const problems = form.found("");
    const now = JSON.stringify(problems);
    if (now === drawn) return;
    drawn = now;
    found.replaceChildren(...foundParts(form, problems));
  };
  show();
  form.onChange(show);
  const button = (id: string, label: string, act: () => void, kind = "quiet") => h("button", { type: "button", class: kind, id, onclick: act }, label);
  return h("div", { class: "hand-in" },
    found,
    h("h3", {}, t("ftReview")), review,
    h("h3", {}, t(form.office === "producer" ? "ftHandIn" : "ftPassOn")),
    h("p", { class: "hint" }, t(form.office === "producer" ? "ftHandInHint" : "ftPassOnHint")),
    h("div", { class: "actions" },
      button("finish", t(form.office === "producer" ? "ftFinish" : "ftFinishOffice"), () => void whenWhole(form, () => form.finish()), "main"),
      button("package", t("ftPackage"), () => void whenWhole(form, () => void savePackage(form)))),
    h("h3", {}, t("ftPapers")), h("p", { class: "hint" }, t("ftPapersHint")),
    papersOf(form).map((paper) => paperRow(form, paper)),
    h("h3", {}, t("ftFile")), h("p", { class: "hint" }, t("ftFileHint")),
    h("div", { class: "actions" }, h("button", { type: "button", class: "quiet", id: "save-json", onclick: () => saveJSON(form) }, icon("save"), t("ftJSON"))));
}

/** What was found, as lists of what is missing, wrong, and worth a look. */
function foundParts(form: Form, problems: readonly Problem[]): HTMLElement[] {
  const { t } = form;
  const errors = problems.filter(({ severity }) => severity === "error");
  const lists = [
    ["missing", "ftMissing", errors.filter(isMissing)],
    ["wrong", "ftWrong", errors.filter((problem) => !isMissing(problem))],
    ["advice", "ftAdvice", problems.filter(({ severity }) => severity === "warning")],
  ] as const;
  const head = h("p", { class: "head", role: "status" }, t(errors.length > 0 ? "ftNotWhole" : form.office === "producer" ? "ftIsWhole" : "ftIsWholeOffice", { n: errors.length }));
  return [head, ...lists.filter(([, , list]) => list.length > 0).map(([name, title, list]) => h("section", { "data-found": name }, h("h3", {}, t(title, { n: list.length })), foundList(form, list)))];
}

/** A task's answers, folded; they are drawn when somebody looks at them, and follow what changes. */
function reviewOf(form: Form, { name, pages }: Reviewed, i: number): HTMLElement {
  const { t } = form;
  const covers = pages.flatMap((page) => page.covers);
  const place = h("div");
  let drawn = "";
  const show = () => {
    const now = fold.open ? JSON.stringify(covers.map((pointer) => form.value(pointer))) : "";
    if (now === drawn || !fold.open) return;
    drawn = now;
    place.replaceChildren(answersOf(form, covers) ?? h("p", { class: "hint" }, t("ftNothing")));
  };
  const [first] = covers;
  const fold: HTMLDetailsElement = h("details", { id: `review-${i}`, ontoggle: show }, h("summary", {}, name), place,
    first !== undefined && h("div", { class: "actions" }, h("button", { type: "button", class: "quiet", id: `edit-${i}`, "aria-label": t("ftEditOf", { name }), onclick: () => form.goTo(first) }, t("edit"))));
  form.onChange(show);
  return fold;
}

/** Does something with a dossier that has no errors; of another it says what is missing and wrong. */
async function whenWhole(form: Form, act: () => void): Promise<void> {
  const { t } = form;
  try {
    await form.ready();
  } catch (error) {
    const problems = problemsOf(error);
    return form.notices.show("hand-in", { tone: "bad", text: () => t("ftNoChecks"), problems: () => foundList(form, problems) });
  }
  form.notices.drop("hand-in");
  const errors = form.found("").filter(({ severity }) => severity === "error");
  if (errors.length === 0) return act();
  const { dialog } = open(form.body, {
    t, title: t("ftNotYet"), kind: "question",
    body: [h("p", {}, t("ftNotYetText", { n: errors.length })), foundList(form, errors, { onGo: () => dialog.close("") }), h("div", { class: "actions" }, h("button", { type: "button", class: "quiet", onclick: () => dialog.close("") }, t("close")))],
  });
}

/** Hands the dossier out as it stands, as other programs take it. */
export const saveJSON = (form: Form): void => saveFile(`${fileName(form, form.t("ftDossierFile"))}.json`, `${JSON.stringify(form.dossier, null, 1)}\n`);

/** Hands out the package: the dossier with the files of its evidence. Where one is not on this device it is named, and nothing is made. */
export async function savePackage(form: Form): Promise<void> {
  const { t, notices, dossier, today } = form;
  const ended = new AbortController();
  const bar = h("progress", { max: 1, value: 0, "aria-label": t("ftPacking") });
  notices.show("package", { text: () => [t("ftPacking"), " ", bar], actions: [{ label: "cancel", act: () => ended.abort() }] });
  try {
    const { files, missing } = await filesOf(form);
    if (missing.length > 0) return notices.show("package", { tone: "bad", text: () => t("ftFilesMissing", { n: missing.length }), problems: () => missingList(form, missing) });
    const [ocop, { packBlob }] = await Promise.all([form.ready(), import("../pack.js").catch(unloaded)]);
    const onProgress = ({ loaded, total }: { loaded: number; total: number }) => (bar.value = total > 0 ? loaded / total : 1);
    const blob = await packBlob(ocop, dossier as never, files, { on: today, signal: ended.signal, onProgress });
    const name = `${fileName(form, t("ftDossierFile"))}.zip`;
    saveBlob(name, blob);
    notices.show("package", { text: () => t.parts("ftPacked", { name }) });
  } catch (error) {
    if (ended.signal.aborted) return notices.drop("package");
    const problems = problemsOf(error);
    notices.show("package", { tone: "bad", text: () => t("ftPackageFails"), problems: () => foundList(form, problems) });
  }
}

const unloaded = (error: unknown): never => {
  throw failure("MODULE-04", { name: "pack.js", reason: reasonOf(error) });
};

/** The files of the evidence that are on this device, each by its name once, and where in the list the pieces are whose file is not. */
export async function filesOf({ dossier, files }: Pick<Form, "dossier" | "files">): Promise<{ files: NamedBlob[]; missing: number[] }> {
  const found = new Map<string, NamedBlob>();
  const missing: number[] = [];
  for (const [i, { file }] of ((dossier.evidence ?? []) as Partial<Evidence>[]).entries()) {
    const kept = file?.sha256 ? await files.get(file.sha256) : undefined;
    if (kept && file) found.set(file.name, { name: file.name, blob: kept.blob });
    else missing.push(i);
  }
  return { files: [...found.values()], missing };
}

const missingList = (form: Form, missing: readonly number[]): HTMLElement => h("ul", { class: "plain" }, missing.map((i) => {
  const pointer = `/evidence/${i}`;
  return h("li", {}, h("button", { type: "button", class: "to", onclick: () => form.goTo(pointer) }, placeWords(form, pointer)));
}));
