// What can be done with a sheet as a whole.

import type { Act } from "./act.js";
import { h, icon, type Icon } from "./dom.js";
import type { Speak } from "./texts.js";

interface ToolsOptions {
  t: Speak;
  act: Act;
  /** Whether the device keeps the sheet. */
  saved: boolean;
  /** Whether it may leave as a link. */
  shares: boolean;
}

export function sheetTools({ t, act, saved, shares }: ToolsOptions): HTMLElement {
  return h("section", { class: "tools", part: "tools", "aria-labelledby": "tools-title" },
    h("h3", { id: "tools-title" }, t("sheet")),
    h("p", { class: "hint" }, t(saved ? "saved" : "notSaved")),
    h("div", { class: "actions" },
      tool("review", t("review"), act.review, "main"),
      shares && tool("share", t("share"), act.share),
      tool("print", t("print"), act.print),
      tool("save", t("export"), act.save),
      tool("open", t("import"), act.open),
      tool("clear", t("clear"), act.clear)));
}

/** What can be done before there is a sheet. */
export const startTools = ({ t, act }: Pick<ToolsOptions, "t" | "act">): HTMLElement => h("div", { class: "actions" }, tool("open", t("import"), act.open));

/** A button with a drawing. */
export const tool = (name: Icon, label: string, act: () => void, kind: "main" | "quiet" = "quiet"): HTMLElement =>
  h("button", { type: "button", class: kind, "data-tool": name, onclick: () => act() }, icon(name), label);
