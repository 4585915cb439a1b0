// The tasks of a dossier: each with what is done, missing and wrong, and one tap to it.

import { h, icon } from "../element/dom.js";
import { isBegun, within, type Check } from "./check.js";
import type { Form } from "./form.js";
import type { Page, Task } from "./tasks.js";

interface ListOptions {
  form: Form;
  tasks: readonly Task[];
  check: () => Check | undefined;
  open: (page: Page) => void;
}

/** How a task stands. */
export interface Standing {
  state: "read" | "todo" | "begun" | "done" | "wrong";
  missing: number;
  wrong: number;
  advice: number;
}

/** How a task stands, by what was found in what it covers; undefined while that is not known. */
export function standingOf(form: Form, task: Task, check: Check | undefined): Standing {
  const places = task.pages.flatMap(({ covers }) => covers);
  const count = (problems: Check["problems"] = []) => within(problems, places).length;
  const [missing, wrong, advice] = [count(check?.missing), count(check?.wrong), count(check?.advice)];
  const begun = isBegun(form.dossier as never, places);
  const state = !task.isOwn || !task.counts ? "read" : wrong > 0 ? "wrong" : !begun ? "todo" : missing > 0 || !check ? "begun" : "done";
  return { state, missing, wrong, advice };
}

/** What there is to say of it. */
function wordsOf(form: Form, { isOptional }: Task, { state, missing, wrong, advice }: Standing): string {
  const { t } = form;
  const counts = [wrong > 0 && t("listWrong", { n: wrong }), missing > 0 && t("listMissing", { n: missing }), advice > 0 && t("listAdvice", { n: advice })].filter((text) => text !== false);
  const head = { read: "", todo: t(isOptional ? "listOptional" : "listTodo"), begun: t("listBegun"), done: t("listDone"), wrong: "" }[state];
  return [head, ...counts].filter(Boolean).join(" · ");
}

export function taskList({ form, tasks, check, open }: ListOptions): HTMLElement {
  const { t } = form;
  const row = (task: Task) => {
    const words = h("span", { class: "standing" });
    const mark = h("span", { class: "state", "aria-hidden": "true" });
    const element = h("li", {}, h("button", { type: "button", class: "task", part: "task", id: `task-${task.id}`, "data-task": task.id, onclick: () => task.pages[0] && open(task.pages[0]) },
      mark, h("span", { class: "name" }, task.name, words), icon("next")));
    const show = () => {
      const standing = standingOf(form, task, check());
      element.dataset.state = standing.state;
      mark.textContent = standing.state === "done" ? "✓" : standing.state === "wrong" ? "!" : "";
      words.textContent = wordsOf(form, task, standing);
    };
    show();
    form.onChange(show);
    return element;
  };
  const own = tasks.filter(({ isOwn }) => isOwn);
  const others = tasks.filter(({ isOwn }) => !isOwn);
  return h("div", { class: "tasks", part: "tasks" }, h("ol", { class: "list" }, own.map(row)),
    others.length > 0 && [h("h3", {}, t("listOthers")), h("ol", { class: "list" }, others.map(row))]);
}
