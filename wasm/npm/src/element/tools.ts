// What can be done with a sheet as a whole.

import { h, icon } from "./dom.js";

/** @param act share (undefined where it is not wanted), print, save, open, clear */
export function sheetTools({ t, act, saved }) {
  return h("section", { class: "tools", part: "tools", "aria-labelledby": "tools-title" },
    h("h3", { id: "tools-title" }, t("sheet")),
    h("p", { class: "hint" }, t(saved ? "saved" : "notSaved")),
    h("div", { class: "actions" },
      act.share && tool("share", t("share"), act.share),
      tool("print", t("print"), act.print),
      tool("save", t("export"), act.save),
      tool("open", t("import"), act.open),
      tool("clear", t("clear"), act.clear)));
}

/** What can be done before there is a sheet. */
export const startTools = ({ t, act }) => h("div", { class: "actions" }, tool("open", t("import"), act.open));

const tool = (name, label, act) => h("button", { type: "button", class: "quiet", "data-tool": name, onclick: act }, icon(name), label);
