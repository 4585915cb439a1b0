// The form of dossiers under the strictest policy, which ELEMENT.md says is enough: no
// styles and pictures but the form's own, and no text that becomes markup or script.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { close, open } from "./stage.mjs";

after(close);

const dossier = JSON.parse(readFileSync(new URL("../../examples/dossiers/do-uong-lan-dau.json", import.meta.url), "utf8"));
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

for (const office of ["producer", "commune", "council"]) {
  test(`every page of a dossier keeps to the policy: ${office}`, async () => {
    const page = await open(`policy-${office}`, `
      import "/ocop/dossier.js";
      const form = document.querySelector("ocop-dossier");
      form.addEventListener("ocop-change", () => { globalThis.ready = true; });
      form.dossier = ${JSON.stringify(dossier)};`, { body: `<ocop-dossier office="${office}"></ocop-dossier>`, headers: { "content-security-policy": policy } });
    const form = page.locator("ocop-dossier");
    const tasks = await form.locator("[data-task]").evaluateAll((all) => all.map(({ id }) => id));
    assert.ok(tasks.length > 3, tasks.join());
    await form.locator(`#${tasks[0]}`).click();
    for (let pages = 0; (await form.locator("[data-task]").count()) === 0; pages++) {
      assert.ok(pages < 60, "the last page leads to the tasks");
      await form.locator("#page-next").click();
    }
    assert.deepEqual(page.problems.filter((line) => !line.includes("'data:,'")), []); // which is the test page's own icon
  });
}
