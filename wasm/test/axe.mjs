// What axe-core finds on a page, by WCAG 2.2 A and AA and by its best practices.

import axe from "axe-core";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules that are broken, each with where; within a part of the page, where one is named. */
export async function findings(page, { within, off = [] } = {}) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(`${axe.source};void 0`);
  return page.evaluate(async ([within, runOnly, off]) => {
    // What passes is not asked for, nor the style sheets of other servers, of which there are none.
    const options = { runOnly, resultTypes: ["violations"], preload: false, rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])) };
    const { violations } = await globalThis.axe.run(within ?? document, options);
    return violations.map(({ id, nodes }) => [id, nodes.map(({ target, html }) => `${target.flat().join(" ")}: ${html.slice(0, 200)}`).slice(0, 3)]);
  }, [within, rules, off]);
}
