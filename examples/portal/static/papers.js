// Papers of a document, printed or saved: the module fills them in, the package
// draws them.

import { paperDOCX, printPaper } from "/ocop/papers.js";
import { button, download, el } from "./dom.js";
import { lang, t } from "./lang.js";
import { library, problemsOf } from "./library.js";
import { note } from "./note.js";

/**
 * Buttons for papers of the document that documentOf gives, of the product set that
 * setOf gives; fileName names a paper's file.
 */
export function paperTools(names, documentOf, setOf, fileName = (name, format) => `${name}.${format}`) {
  const said = el("div", { role: "status" });
  const choice = el("select", { ariaLabel: t("paperChoice") }, names.map((name) => el("option", { value: name }, t(name))));
  const does = async (act) => {
    note(said, t("paperComing"));
    try {
      const ocop = await library();
      const set = setOf();
      await Promise.all([ocop.loadChecks(), set && ocop.loadWords(lang(), set)]);
      note(said);
      await act(ocop, choice.value, documentOf(), { lang: lang() });
    } catch (error) {
      note(said, t("failed"), { problems: problemsOf(error), tone: "bad", actions: [[t("retry"), () => does(act)]] });
    }
  };
  const save = (format, write) => () => does(async (ocop, name, ...rest) => download(fileName(name, format), await write(ocop, name, ...rest)));
  return el("div", { className: "papers" },
    el("div", { className: "actions" }, names.length > 1 && choice,
      button(t("paperPrint"), () => does((ocop, ...paper) => printPaper(ocop.paper(...paper)))),
      button(t("paperWord"), save("docx", paperDOCX)), button(t("paperPage"), save("html", page))),
    said);
}

const page = (ocop, ...paper) => new Blob([ocop.paperHTML(...paper)], { type: "text/html;charset=utf-8" });
