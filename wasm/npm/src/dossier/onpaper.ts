// The dossier on paper: looked at, printed, or as a file. Drafts are filled in as far as
// they go; what is missing stays a blank to fill in by hand.

import { open } from "../element/dialog.js";
import { h } from "../element/dom.js";
import { inFileName, saveBlob } from "../element/files.js";
import { apart, loadDrawing } from "../element/print.js";
import { problemsOf } from "../element/intake.js";
import type { PaperName, PaperOptions } from "../types.js";
import { foundList } from "./found.js";
import type { Form } from "./form.js";
import type { SayKey } from "./texts.js";

/** A paper of a dossier. */
export interface DossierPaper {
  name: PaperName;
  title: SayKey;
  council?: PaperOptions["council"];
}

/** The papers that an office makes; those of the offices before it go along with its own. */
export function papersOf({ office, dossier }: Form): DossierPaper[] {
  const ofProducer: DossierPaper[] = [{ name: "form-01", title: "ftForm01" }, { name: "form-02", title: "ftForm02" }, { name: "self-assessment", title: "ftSelf" }];
  const ofCommune: DossierPaper[] = [{ name: "form-03", title: "ftForm03" }];
  const ofCouncil: DossierPaper[] = [
    { name: "minutes", title: "ftMinutes", council: "province" },
    ...(dossier.ministry ? [{ name: "minutes", title: "ftMinutesMinistry", council: "ministry" } as const] : []),
    { name: "report", title: "ftReport" },
  ];
  return { producer: ofProducer, commune: [...ofCommune, ...ofProducer], council: [...ofCouncil, ...ofCommune, ...ofProducer] }[office];
}

/** A paper with what can be done with it. */
export function paperRow(form: Form, paper: DossierPaper): HTMLElement {
  const { t } = form;
  const name = t(paper.title);
  const button = (what: string, label: SayKey, act: () => Promise<void>) =>
    h("button", { type: "button", class: "quiet", id: `paper-${paper.name}-${paper.council ?? ""}-${what}`, "aria-label": t("ftPaperDo", { what: t(label), name }), onclick: () => void act() }, t(label));
  return h("div", { class: "paper-row", role: "group", "aria-label": name },
    h("p", { class: "name" }, name),
    h("div", { class: "actions" },
      button("show", "ftShow", () => showPaper(form, paper)), button("print", "ftPrint", () => printPaper(form, paper)),
      button("docx", "ftDocx", () => savePaper(form, paper, "docx")), button("html", "ftHtml", () => savePaper(form, paper, "html"))));
}

/** Prints a paper alone. */
export const printPaper = (form: Form, paper: DossierPaper): Promise<void> => withPaper(form, paper, async () => {
  const [{ printAlone }, drawn] = await Promise.all([loadDrawing(), draw(form, paper)]);
  return () => printAlone(drawn);
});

/** Shows a paper on the screen. */
export const showPaper = (form: Form, paper: DossierPaper): Promise<void> => withPaper(form, paper, async () => {
  const drawn = await draw(form, paper, ({ className, lang, childNodes }) => h("article", { class: className, lang }, ...childNodes)); // the page has its main part
  return () => void open(form.body, {
    t: form.t, title: form.t(paper.title), kind: "page",
    body: [h("div", { class: "actions" }, h("button", { type: "button", class: "quiet", onclick: () => void printPaper(form, paper) }, form.t("ftPrint"))),
      h("div", { class: "shown-paper", tabindex: 0, role: "region", "aria-label": form.t(paper.title) }, drawn)],
  });
});

/** Hands a paper out as a file. */
export const savePaper = (form: Form, paper: DossierPaper, format: "docx" | "html"): Promise<void> => withPaper(form, paper, async () => {
  const { dossier, lang } = form;
  const options = { lang, council: paper.council };
  const [ocop, { paperDOCX }] = await Promise.all([form.ready(), import("../papers.js")]);
  const document = dossier as never;
  const blob = format === "docx" ? await paperDOCX(ocop, paper.name, document, options) : new Blob([ocop.paperHTML(paper.name, document, options)], { type: "text/html;charset=utf-8" });
  return () => saveBlob(`${fileName(form, form.t(paper.title))}.${format}`, blob);
});

/** The name of a file that is made of the dossier: what it is, and of which product. */
export const fileName = ({ dossier }: Form, what: string): string => [what, dossier.product?.name ?? ""].map(inFileName).filter(Boolean).join("-");

async function draw(form: Form, { name, council }: DossierPaper, within = (sheet: HTMLElement) => sheet): Promise<HTMLElement> {
  const [ocop, { drawPaper, style }] = await Promise.all([form.ready(), loadDrawing()]);
  return apart(style, form.body, within(drawPaper(ocop.paper(name, form.dossier as never, { lang: form.lang, council }))));
}

/** Says that a paper is on its way, and why where it does not come. */
async function withPaper(form: Form, paper: DossierPaper, make: () => Promise<() => void>): Promise<void> {
  const { t, notices } = form;
  notices.show("paper", { text: () => t("ftPaperComes", { name: t(paper.title) }) });
  try {
    const done = await make();
    notices.drop("paper");
    done();
  } catch (error) {
    const problems = problemsOf(error);
    notices.show("paper", { tone: "bad", text: () => t("ftPaperFails", { name: t(paper.title) }), problems: () => foundList(form, problems) });
  }
}
