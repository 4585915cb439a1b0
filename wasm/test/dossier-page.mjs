// What the tests of <ocop-dossier> share: pages with the form in it, and ways to reach
// into it and to walk through it.

import { readFileSync } from "node:fs";
import { visit } from "./element-page.mjs";

export { desktop, done, eventually, phone, reads, start, stop } from "./element-page.mjs";

export const exampleOf = (name) => JSON.parse(readFileSync(new URL(`../../examples/dossiers/${name}.json`, import.meta.url)));

/** What the form is drawn from. */
export const shape = JSON.parse(readFileSync(new URL("../npm/words/qd26-2026/vi/dossier.json", import.meta.url))).dossier;

/** A page with the form, whose rules are there. */
export async function visitForm({ office, ...options } = {}) {
  const page = await visit({ path: "dossier.html", ...options });
  if (office) await page.evaluate((name) => document.querySelector("ocop-dossier").setAttribute("office", name), office);
  await page.waitForFunction(() => document.querySelector("ocop-dossier")?.ocop);
  await page.locator("#open").waitFor();
  return page;
}

/** A page with a dossier at hand, checked. */
export async function visitWith(dossier, options) {
  const page = await visitForm(options);
  await put(page, dossier);
  return page;
}

export async function put(page, dossier) {
  await page.evaluate((given) => {
    document.querySelector("ocop-dossier").dossier = given;
  }, dossier);
  await page.locator(".task").first().waitFor();
  // What was at hand before has tasks and problems too, until the form takes what is given.
  await page.waitForFunction((product) => {
    const form = document.querySelector("ocop-dossier");
    return form.problems && JSON.stringify(form.dossier.product) === product;
  }, JSON.stringify(dossier.product));
}

export const dossierOf = (page) => page.evaluate(() => document.querySelector("ocop-dossier").dossier);
export const problemsOf = (page) => page.evaluate(() => document.querySelector("ocop-dossier").problems);

/** Opens a task's first page. */
export async function openTask(page, id) {
  if ((await page.locator("#to-list").count()) > 0) await page.locator("#to-list").click();
  await page.locator(`#task-${id}`).click();
  await page.locator(".entry").waitFor();
}

/** Goes through all pages of all tasks, one after the other; look is told each page's heading. */
export async function walk(page, look) {
  if ((await page.locator("#to-list").count()) > 0) await page.locator("#to-list").click();
  const tasks = await page.locator(".task").evaluateAll((all) => all.map((task) => task.dataset.task));
  for (const task of tasks) {
    await openTask(page, task);
    for (let more = true; more;) {
      await look(`${task}: ${await page.locator("h2").innerText()}`);
      const step = (await page.locator(".head .step").allInnerTexts())[0] ?? "1/1";
      const [, at, all] = /(\d+)(?:\/| of )(\d+)$/.exec(step);
      more = at !== all;
      if (more) await page.locator("#page-next").click();
    }
  }
}

/** Opens the cards of all pieces of evidence on the page at hand. */
export async function openCards(page) {
  await page.locator(".ev-card > details, [id$=-sheet]").evaluateAll((all) => all.forEach((card) => (card.open = true)));
  await page.waitForFunction(() => [...document.querySelector("ocop-dossier").shadowRoot.querySelectorAll("[id$=-sheet]")].every((sheet) => sheet.querySelector("[data-path]")));
  await page.waitForFunction(() => [...document.querySelector("ocop-dossier").shadowRoot.querySelectorAll(".ev-card")].every((card) => card.querySelector(".ev-all")));
}

/** The pointers that have a field on the page at hand. */
export const pathsOf = (page) => page.evaluate(() => [...document.querySelector("ocop-dossier").shadowRoot.querySelectorAll("[data-path]")].map((field) => field.dataset.path));

/** Everything that a dossier can hold, of examples put together: for walks, and not to be valid. */
export function everything() {
  const [first, upgrade, again] = ["thuc-pham-lan-dau", "thuc-pham-nang-hang", "thuc-pham-danh-gia-lai"].map(exampleOf);
  const request = { kind: "test", by: "province", asked: "2026-07-20", what: "Xét nghiệm lại", done: "2026-07-25", result: "Đạt", evidence: [first.evidence[0].id] };
  const withdrawal = { by: "province", number: "9/QĐ-UBND", date: "2027-02-01", ground: "untruthful" };
  const inspection = { date: "2027-01-10", kind: "periodic", by: "province", conclusion: "kept", concluded: "2027-01-12", ground: "untruthful", note: "Còn đáp ứng" };
  const exemption = { paper: "business-registration", ground: "Hộ sản xuất", evidence: [first.evidence[0].id] };
  return {
    ...first, application: "upgrade", previous: upgrade.previous, changes: upgrade.changes, updates: again.updates,
    requests: [request], inspections: [inspection], withdrawal, extensions: { "vn.example.portal": { ref: 7 } },
    report: { ...first.report, exemptions: [exemption], papers: { ...first.report.papers, other: "Bí mật kinh doanh" } },
  };
}
