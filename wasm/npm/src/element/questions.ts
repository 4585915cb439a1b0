// What people are asked and told about whole sheets.

import { ask } from "./dialog.js";
import { answered, isEmpty, sheetOf } from "./draft.js";
import { saveFile } from "./files.js";
import { showProblems } from "./intake.js";

/** Hands a draft's sheet out as a file. */
export const saveDraft = (draft) => saveFile(`phieu-cham-ocop-bo-${draft.set}.json`, `${JSON.stringify(sheetOf(draft), null, 2)}\n`);

/** Whether the sheet at hand is really to be emptied. */
export async function mayClear({ t, body }) {
  const choices = [{ value: "yes", label: t("clearYes"), main: true }, { value: "", label: t("cancel") }];
  return (await ask(body, { t, title: t("clearTitle"), text: t("clearText"), choices })) === "yes";
}

/** Whether a draft may take the place of another. */
export async function mayReplace({ t, body }, before, draft) {
  const text = t("replaceText", { set: draft.set, old: answered(before), new: answered(draft) });
  const choices = [
    { value: "yes", label: t("replaceYes"), main: true },
    { value: "", label: t("replaceNo") },
    { label: t("replaceSave"), act: () => saveDraft(before) }, // the question stays open
  ];
  return (await ask(body, { t, title: t("replaceTitle"), text, choices })) === "yes";
}

/** Says that a sheet was replaced, and how to have the old one back. */
export const tellReplaced = (view, text, undo) => view.notices.show("replaced", { text: (t) => t(text), actions: [{ label: "undo", act: undo }] });

/** Says that the rules or words did not come, and what is kept meanwhile. */
export function tellFailure(view, draft, problems, retry) {
  const kept = draft && !isEmpty(draft);
  const hopeless = problems.some((p) => p.code === "MODULE-03"); // no WebAssembly: trying again is no use
  const text = (t) => (kept ? `${t("loadFails")} ${t("keptMeanwhile", { set: draft.set, n: answered(draft) })}` : t("loadFails"));
  const actions = [];
  if (!hopeless) actions.push({ label: "retry", act: retry });
  if (kept) actions.push({ label: "export", act: () => saveDraft(draft), stays: true });
  showProblems(view, "load", text, problems, { actions });
}

/** Says what the device keeps but this form cannot open; it can be had as a file. */
export function tellStrange(view, store) {
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
