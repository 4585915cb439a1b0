// What people are asked and told about whole sheets.

import type { Problem } from "../types.js";
import { ask, type Choice } from "./dialog.js";
import type { Restored } from "./backup.js";
import { answered, isEmpty, wholeSheet, type Draft } from "./draft.js";
import { inFileName, saveFile } from "./files.js";
import { showProblems } from "./intake.js";
import type { Notice } from "./notices.js";
import { nameOf } from "./products.js";
import type { Kept, Place, Store } from "./store.js";
import type { Speak, TextKey } from "./texts.js";
import type { View } from "./view.js";

/** Hands a draft's sheet out as a file. */
export const saveDraft = (draft: Draft): void => saveFile(fileName(draft), `${JSON.stringify(wholeSheet(draft), null, 2)}\n`);

const fileName = ({ about, set }: Draft): string => `${["phieu-cham-ocop", inFileName(about.product ?? ""), `bo-${set}`].filter(Boolean).join("-")}.json`;

/** Whether the sheet at hand is really to be emptied. */
export async function mayClear({ t, body }: View): Promise<boolean> {
  const choices: Choice[] = [{ value: "yes", label: t("clearYes"), main: true }, { value: "", label: t("cancel") }];
  return (await ask(body, { t, title: t("clearTitle"), text: t("clearText"), choices })) === "yes";
}

/** What becomes of a sheet that comes in where another stands; "" where it stays outside. */
export async function whatToDo({ t, body }: View, before: Draft, draft: Draft): Promise<"yes" | "add" | "look" | ""> {
  const text = t("replaceText", { set: draft.set, old: answered(before), new: answered(draft) });
  const choices: Choice[] = [
    { value: "yes", label: t("replaceYes"), main: true },
    { value: "add", label: t("replaceAdd") },
    { value: "look", label: t("replaceLook") },
    { value: "", label: t("replaceNo") },
    { label: t("replaceSave"), act: () => saveDraft(before) }, // the question stays open
  ];
  return (await ask(body, { t, title: t("replaceTitle"), text, choices })) as "yes" | "add" | "look" | "";
}

/** Which product of a set is opened: its place, "new" for another, "" for none. */
export function pickProduct({ t, body }: View, products: readonly Kept[]): Promise<Place | "new" | ""> {
  const kept = products.map(({ place, draft }) => ({ value: place, label: t("pickOne", { name: nameOf(t, draft), n: answered(draft) }) }));
  return ask(body, { t, title: t("pickTitle"), text: t("pickText"), choices: [...kept, { value: "new", label: t("pickNew"), main: true }] });
}

/** Says that a product was removed, and how to have it back. */
export const tellRemoved = (view: View, undo: () => void): void => view.notices.show("removed", { text: (t) => t("removed"), actions: [{ label: "undo", act: undo }] });

/** Says what became of a backup. */
export function tellRestored(view: View, { added, there, refused }: Restored): void {
  const text = (t: Speak) => t("restored", { added, there, refused: new Set(refused.map(({ path }) => path.split("/")[2])).size });
  if (refused.length > 0) showProblems(view, "file", text, refused);
  else view.notices.show("file", { text });
}

/** Says that a sheet was replaced, and how to have the old one back. */
export const tellReplaced = (view: View, text: TextKey, undo: () => void): void => view.notices.show("replaced", { text: (t) => t(text), actions: [{ label: "undo", act: undo }] });

/** Says that what the form is drawn from did not come, and what is kept meanwhile. */
export function tellFailure(view: View, draft: () => Draft | null, problems: readonly Problem[], retry: () => void): void {
  const now = draft();
  const kept = now && !isEmpty(now) ? now : null;
  const text = (t: Speak) => (kept ? `${t("loadFails")} ${t("keptMeanwhile", { set: kept.set, n: answered(kept) })}` : t("loadFails"));
  tellLoading(view, text, kept && draft, problems, retry);
}

/** Says that the module did not come: the form goes on without a score. */
export function tellNoModule(view: View, draft: () => Draft | null, problems: readonly Problem[], retry: () => void): void {
  tellLoading(view, (t) => t("rulesFail"), draft() && draft, problems, retry);
}

/** @param kept what is entered when somebody presses the button; null where there is no button */
function tellLoading(view: View, text: Notice["text"], kept: (() => Draft | null) | null, problems: readonly Problem[], retry: () => void): void {
  const again: Notice["actions"] = problems.some(({ code }) => hopeless.has(code)) ? [] : [{ label: "retry", act: retry }];
  const save = () => {
    const draft = kept?.();
    if (draft) saveDraft(draft);
  };
  const out: Notice["actions"] = kept ? [{ label: "export", act: save, stays: true }] : [];
  showProblems(view, "load", text, problems, { actions: [...again, ...out] });
}

/** Where trying again is no use: WebAssembly is not there, or not allowed. */
const hopeless = new Set(["MODULE-03", "MODULE-18"]);

/** Says what the device keeps but this form cannot open; it can be had as a file. */
export function tellStrange(view: View, store: Store): void {
  for (const { key, edition, text } of store.strange()) {
    view.notices.show(key, {
      text: (t) => (edition ? t.parts("strange", { edition }) : t("damaged")),
      actions: [
        { label: "strangeSave", act: () => saveFile("phieu-cham-ocop-cu.json", text), stays: true },
        { label: "strangeDrop", act: () => store.forget(key) },
      ],
    });
  }
}
