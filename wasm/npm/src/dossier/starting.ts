// How a dossier is begun: blank, with a self-assessment, with an earlier dossier, or with
// what somebody opens. Nothing is replaced: each becomes a dossier beside the others.

import { ask } from "../element/dialog.js";
import { jsonFiles, pickFiles } from "../element/files.js";
import { problemsOf, showProblems } from "../element/intake.js";
import { criteriaOf, setName } from "../element/law.js";
import { answered, wholeSheet } from "../element/draft.js";
import { Store as Sheets } from "../element/store.js";
import type { PackedFile } from "../pack.js";
import type { Problem, Rules, Sheet } from "../types.js";
import { saveBackup, restored, type Backup } from "./backup.js";
import { again, firstDossier, fromSheet, type Application } from "./begin.js";
import type { Files } from "./files.js";
import type { Draft, Form } from "./form.js";
import { nameOf } from "./names.js";
import { openFile } from "./open.js";
import type { Store } from "./store.js";
import { isSame, type Table } from "./tree.js";
import type { View } from "./view.js";

interface StartingOptions {
  form: Form;
  view: View;
  store: Store;
  files: Files;
  rules: readonly Rules[];
  /** The name under which the forms of sheets keep theirs on this device. */
  sheetsName: string;
  open: (id: string) => void;
  tell: (problems: Problem[]) => void;
}

export class Starting {
  readonly store: Store;
  readonly #options: StartingOptions;
  /** Puts what is opened beside the others; what is there already is not put there again. */
  readonly #beside = (dossier: Draft): Promise<void> => this.#add(dossier);

  constructor(options: StartingOptions) {
    this.#options = options;
    this.store = options.store;
  }

  /** A blank dossier, of the kind that the person says. */
  async blank(): Promise<void> {
    const { form } = this.#options;
    const application = await this.#application(form.t("startKindTitle"), form.t("startKindText"));
    if (application) await this.#add(firstDossier({ application, catalogue: form.catalogue, today: form.today }));
  }

  /** A dossier with a self-assessment: one that the form of sheets has kept on this device, or a file. */
  async fromSheet(): Promise<void> {
    const { form, view, sheetsName } = this.#options;
    const { t } = form;
    const kept = new Sheets(sheetsName).products();
    if (kept.length === 0) return this.pick();
    const choices = kept.map(({ place, draft }) => ({ value: place, label: t("pickOne", { name: draft.about.product?.trim() || `${t("set", { n: draft.set })}: ${setName(form.catalogue, draft.set)}`, n: answered(draft) }) }));
    const chosen = await ask(view.body, { t, title: t("startSheetTitle"), text: t("startSheetText"), choices: [...choices, { value: "file", label: t("startSheetFile") }] });
    const product = kept.find(({ place }) => place === chosen);
    if (product) await this.#addSheet(wholeSheet(product.draft));
    else if (chosen === "file") this.pick();
  }

  /** A dossier of the same product for another application, with one of this device or a file. */
  async again(): Promise<void> {
    const { form, view } = this.#options;
    const { t } = form;
    const kept = await this.store.list();
    const choices = kept.map(({ id, dossier }) => ({ value: id, label: nameOf(dossier) || t("unnamed") }));
    const chosen = kept.length === 0 ? "file" : await ask(view.body, { t, title: t("startAgainTitle"), text: t("startAgainText"), choices: [...choices, { value: "file", label: t("startAgainFile") }] });
    const earlier = kept.find(({ id }) => id === chosen);
    if (earlier) await this.#again(earlier.dossier as Draft);
    else if (chosen === "file") this.pick((dossier) => this.#again(dossier));
  }

  async #again(earlier: Draft): Promise<void> {
    const { form } = this.#options;
    const application = await this.#application(form.t("startAgainKind"), form.t("startAgainKindText"), ["re-assessment", "upgrade", "first"]);
    const province = form.shape("/registration/province").choices?.find(({ value }) => value === earlier.registration?.province)?.title;
    if (application) await this.#add(again(earlier, application, { today: form.today, province }));
  }

  async #application(title: string, text: string, kinds: readonly Application[] = ["first", "upgrade", "re-assessment"]): Promise<Application | undefined> {
    const { form, view } = this.#options;
    const names = form.shape("/application").choices ?? [];
    const choices = kinds.map((kind, i) => ({ value: kind, label: names.find(({ value }) => value === kind)?.title ?? kind, main: i === 0 }));
    const chosen = await ask(view.body, { t: form.t, title, text, choices });
    return kinds.find((kind) => kind === chosen);
  }

  /** Lets the person choose a file: a dossier, a package, a self-assessment, a backup. */
  pick(use = this.#beside): void {
    pickFiles(([file]) => file && void this.openFile(file, use), { accept: `${jsonFiles},.zip,application/zip` });
  }

  /** Opens what somebody chose or dropped. */
  async openFile(file: File, use = this.#beside): Promise<void> {
    const { form, view, tell } = this.#options;
    const leaving = new AbortController();
    const { signal } = leaving;
    view.notices.show("opening", { text: () => view.t("opening", { file: file.name }), actions: [{ label: "cancel", act: () => leaving.abort() }] });
    const opened = await form.ready().then((ocop) => openFile(file, { ocop, today: form.today, signal }), (error: unknown) => ({ problems: problemsOf(error) })).catch(() => undefined);
    view.notices.drop("opening");
    if (!opened || signal.aborted) return;
    if ("problems" in opened) {
      showProblems(view, "file", () => view.t.parts("openFails", { file: file.name }), opened.problems);
      return tell(opened.problems);
    }
    view.notices.drop("file");
    if ("backup" in opened) return this.#restore(opened.backup);
    if ("sheet" in opened) return this.#addSheet(opened.sheet);
    if (opened.told.length > 0) showProblems(view, "file", () => view.t.parts("openedWith", { file: file.name }), opened.told);
    await this.#keepFiles(opened.files);
    const there = (await this.store.list()).find(({ dossier }) => isSame(dossier, opened.dossier as Table));
    if (there && use === this.#beside) this.#options.open(there.id);
    else await use(opened.dossier);
  }

  /** The files of a package, under the hashes that were checked. */
  async #keepFiles(files: ReadonlyMap<string, PackedFile>): Promise<void> {
    for (const { sha256, type, blob } of files.values()) await this.#options.files.keep(sha256, await blob(), type);
  }

  async #addSheet(sheet: Sheet): Promise<void> {
    const { form, rules, view } = this.#options;
    const its = rules[sheet.set - 1];
    const application = await this.#application(form.t("startKindTitle"), form.t("startKindText"));
    if (!its || !application) return;
    const { dossier, ticked, gates } = fromSheet(sheet, { criteria: criteriaOf(its), application, catalogue: form.catalogue, today: form.today });
    await this.#add(dossier, ticked);
    if (gates.length > 0) view.notices.show("gates", { text: () => view.t("startGates") });
  }

  async #add(dossier: Draft, ticked: Record<string, string[]> = {}): Promise<void> {
    this.#options.open(await this.store.add(dossier as Table, { ticked }));
  }

  /** A copy to go on with, beside the other. */
  async copy(id: string): Promise<void> {
    const kept = await this.store.find(id);
    if (kept) await this.store.add(structuredClone(kept.dossier), { ticked: kept.ticked ?? {} });
  }

  async remove(id: string, redraw: () => Promise<void>): Promise<void> {
    const { view } = this.#options;
    await this.store.remove(id);
    view.notices.show("removed", { text: () => view.t("dossierRemoved"), actions: [{ label: "undo", act: () => void this.store.bringBack(id).then(redraw) }] });
  }

  async backup(): Promise<void> {
    saveBackup((await this.store.list()).map(({ dossier, at, ticked }) => ({ dossier: dossier as Draft, at, ticked })), this.#options.form.today);
  }

  async #restore(backup: Backup): Promise<void> {
    const { view, tell } = this.#options;
    const { added, there, refused } = restored(backup, (await this.store.list()).map(({ dossier }) => dossier as Draft));
    for (const { dossier, at, ticked = {} } of added) await this.store.add(dossier as Table, { ticked, at });
    const text = () => view.t("restoredDossiers", { added: added.length, there, refused: refused.length });
    if (refused.length > 0) {
      showProblems(view, "file", text, refused);
      tell(refused);
    } else view.notices.show("file", { text });
  }
}

