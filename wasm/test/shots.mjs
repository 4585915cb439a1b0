// Pictures of the form and the portal, to be looked at: 360 and 1280 pixels
// wide, light and dark. node wasm/test/shots.mjs [FOLDER], dist/shots otherwise.

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./chromium.mjs";
import { root, startPortal } from "./portal-program.mjs";

const folder = process.argv[2] ?? join(root, "dist", "shots");
mkdirSync(folder, { recursive: true });
const example = (name) => join(root, "examples", name);
const coffee = JSON.parse(readFileSync(example("sheets/ca-phe-dak-lak.json")));
const half = { ...coffee, answers: Object.fromEntries(Object.entries(coffee.answers).slice(0, 16)) };

const portal = await startPortal();
const browser = await launch();
for (const [width, height] of [[360, 740], [1280, 900]]) {
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ baseURL: portal.url, viewport: { width, height }, colorScheme, reducedMotion: "reduce", serviceWorkers: "block" });
    const page = await context.newPage();
    const shoot = (name, options) => page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), ...options });
    const enter = async (sheet) => {
      await page.evaluate((given) => (document.querySelector("ocop-score").sheet = given), sheet);
      await page.locator("fieldset.criterion").first().waitFor();
    };
    await page.goto("/");
    await page.locator("button.set").first().waitFor();
    await shoot("1-choose");
    await enter(half);
    await shoot("2-half");
    await enter(coffee);
    await page.evaluate(() => scrollTo(0, 700));
    await shoot("3-held");
    if (width < 600) {
      await page.locator(".bar .score").click();
      await shoot("4-panel");
      await page.keyboard.press("Escape");
    }
    await page.locator('[data-tool="share"]').click();
    await page.locator(".qr svg").waitFor();
    await shoot("5-share");
    await page.goto("/hoi-dong");
    await page.locator("#council-sample").click();
    await page.locator("#by-criterion table").waitFor();
    await shoot("6-council", { fullPage: true });
    await page.locator("#by-criterion").evaluate((table) => table.scrollIntoView());
    await shoot("6-criteria");
    await page.locator("#members button").first().click();
    await page.waitForFunction(() => document.querySelector("#member-sheet ocop-score")?.result);
    await shoot("6-member");
    await page.locator("#member-sheet .actions button").nth(1).click();
    await page.goto("/ho-so");
    const faulty = JSON.parse(readFileSync(example("dossiers/do-uong-lan-dau.json")));
    delete faulty.producer.address;
    faulty.registration.date = "30/6/2026";
    for (const [name, dossier] of [["7-dossier", readFileSync(example("dossiers/thuc-pham-lan-dau.json"))], ["8-faulty", JSON.stringify(faulty)]]) {
      await page.setInputFiles("#dossier-file", { name: `${name}.json`, mimeType: "application/json", buffer: Buffer.from(dossier) });
      await page.locator(`#verdict >> text=${name}`).first().waitFor();
      await shoot(name, { fullPage: true });
    }
    for (const [name, at] of [["9-make", "/lam-ho-so"], ["9-office", "/co-quan"]]) {
      await page.goto(at);
      await page.locator("ocop-dossier #open").waitFor();
      await shoot(name, { fullPage: true });
      await page.evaluate((given) => (document.querySelector("ocop-dossier").dossier = given), faulty);
      await page.waitForFunction(() => document.querySelector("ocop-dossier").problems);
      await shoot(`${name}-tasks`, { fullPage: true });
    }
    await context.close();
  }
}
await browser.close();
await portal.stop();
console.log(folder);
