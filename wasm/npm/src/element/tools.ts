// What can be done with a sheet as a whole.

import type { Act } from "./act.js";
import type { Change } from "./changes.js";
import { h, icon, say, type Icon } from "./dom.js";
import type { Speak, TextKey } from "./texts.js";

interface ToolsOptions {
  t: Speak;
  act: Act;
  /** Whether the device keeps the sheet. */
  saved: boolean;
  /** Whether it may leave as a link. */
  shares: boolean;
}

export interface Tools {
  element: HTMLElement;
  /** Shows what can be taken back, and what can be done again. */
  history(t: Speak, changes: { done?: Change | undefined; undone?: Change | undefined }): void;
}

export function sheetTools({ t, act, saved, shares }: ToolsOptions): Tools {
  const [undo, redo] = [plain("undo", "", act.undo), plain("redo", "", act.redo)]; // history says what they would do
  const element = h("section", { class: "tools", part: "tools", "aria-labelledby": "tools-title" },
    h("h3", { id: "tools-title" }, t("sheet")),
    h("p", { class: "hint" }, t(saved ? "saved" : "notSaved")),
    h("div", { class: "actions" },
      tool("review", t("review"), act.review, "main"),
      shares && tool("share", t("share"), act.share),
      tool("print", t("print"), act.print),
      tool("save", t("export"), act.save),
      tool("open", t("import"), act.open),
      undo, redo,
      plain("another", t("another"), act.another),
      plain("duplicate", t("duplicate"), act.duplicate),
      plain("compare", t("compare"), act.compare),
      tool("clear", t("clear"), act.clear)));
  return {
    element,
    history(t, { done, undone }) {
      name(undo, t, "undo", done);
      name(redo, t, "redo", undone);
    },
  };
}

/** What can be done with somebody else's sheet. */
export function viewTools({ t, act, shares }: Omit<ToolsOptions, "saved">): Tools {
  const element = h("section", { class: "tools", part: "tools", "aria-labelledby": "tools-title" },
    h("h3", { id: "tools-title" }, t("sheet")),
    h("div", { class: "actions" }, shares && tool("share", t("share"), act.share), tool("print", t("print"), act.print), tool("save", t("export"), act.save)));
  return { element, history() {} };
}

/** What can be done before there is a sheet. */
export const startTools = ({ t, act }: Pick<ToolsOptions, "t" | "act">): HTMLElement => h("div", { class: "actions" }, tool("open", t("import"), act.open));

/** A button with a drawing. */
export const tool = (name: Icon, label: string, act: () => void, kind: "main" | "quiet" = "quiet"): HTMLElement =>
  h("button", { type: "button", class: kind, "data-tool": name, onclick: () => act() }, icon(name), label);

const plain = (name: string, label: string, act: () => void): HTMLButtonElement =>
  h("button", { type: "button", class: "quiet", "data-tool": name, onclick: () => act() }, label);

/** Says on a button what it would take back, or do again. */
function name(button: HTMLButtonElement, t: Speak, key: "undo" | "redo", change: Change | undefined): void {
  button.disabled = !change;
  say(button, change ? `${t(key)}: ${whatOf(t, change)}` : t(key));
}

const whats: Record<string, TextKey> = { answers: "changedAnswer", evidence: "changedEvidence", notes: "changedNote", gates: "changedGate", about: "changedAbout", star: "changedPlan", locked: "changedPlan", cost: "changedPlan" };

function whatOf(t: Speak, change: Change): string {
  const [[path]] = change;
  const [of = "", code = ""] = path.split("/");
  const key = change.length === 1 ? whats[of] : undefined;
  return t(key ?? "changedMuch", { code, n: change.length });
}
