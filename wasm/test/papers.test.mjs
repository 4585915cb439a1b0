// Papers in the page: drawn as the library writes them, printed alone, saved.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, test } from "node:test";
import { load } from "../npm/index.js";
import { paperDOCX, savePaper } from "../npm/papers.js";
import { done, example, stop, visit } from "./element-page.mjs";

after(stop);

const ocop = await load();
const dossiers = new URL("../../examples/dossiers/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, dossiers)));
const council = JSON.parse(readFileSync(new URL("../../examples/council/hoi-dong-tinh.json", import.meta.url)));
/** What the library writes within the page's body, as a browser writes it out. */
const body = (html) => html.slice(html.indexOf('<main class="') + html.slice(html.indexOf('<main class="')).indexOf(">\n") + 2, html.lastIndexOf("</main>"))
  .replaceAll(">\n", ">").replaceAll("&#39;", "'").replaceAll("&quot;", '"').replace(/style="width:(\d+%)"/g, 'style="width: $1;"');

const draw = (page, papers) => page.evaluate(async (trees) => {
  const { drawPaper } = await import("/ocop/papers.js");
  return trees.map((tree) => drawPaper(tree).innerHTML);
}, papers);

const hostile = () => {
  const dossier = read("thuc-pham-lan-dau.json");
  dossier.product.name = `<img src=x onerror=alert(1)> & "quoted" 'single' </main><script>alert(1)</script>`;
  dossier.producer.name = "Hợp tác xã أبجد";
  dossier.producer.address = "ấ".repeat(300);
  dossier.report.history = "Dòng một\n<b>hai</b>\n\nbốn & năm";
  return dossier;
};

test("papers are drawn as the library writes them", async () => {
  const page = await visit();
  const kinds = { "form-01": true, "form-02": true, "form-03": true, "score-sheet": true, "self-assessment": true, minutes: true, report: true };
  const all = [...readdirSync(dossiers).filter((name) => name.endsWith(".json")).map(read), {}];
  const asked = all.flatMap((document) => Object.keys(kinds).flatMap((name) => ["vi", "en"].map((lang) => [name, document, { lang }])));
  asked.push(["minutes", council, {}], ["self-assessment", example("ca-phe-dak-lak"), {}], ["report", example("ca-phe-dak-lak"), {}], ["report", hostile(), {}], ...Object.keys(kinds).slice(0, 3).map((name) => [name, hostile(), {}]));
  const made = asked.flatMap(([name, document, options]) => {
    try {
      return [[ocop.paper(name, document, options), ocop.paperHTML(name, document, options)]];
    } catch (error) {
      assert.match(error.problems[0].code, /^PAPER-0[23]$|^DOSSIER|^SHAPE/, `${name}: ${error}`);
      return [];
    }
  });
  assert.ok(made.length > 150, String(made.length));
  const drawn = await draw(page, made.map(([tree]) => tree));
  made.forEach(([tree, html], i) => assert.equal(drawn[i], body(html), tree.title));
  assert.equal(await page.evaluate(() => document.querySelectorAll("main.ocop-paper").length), 0, "nothing is put into the page");
  await done(page);
});

test("what moves a line or turns it is written out", async () => {
  const page = await visit();
  const text = "a\tb\rc\u0000d\u2028e\u202Ef\r\n<b>g</b>\n";
  const nodes = [
    { kind: "constructor", text }, { kind: "heading", level: 9, text }, { kind: "paragraph", text: "", spans: [{ text, tone: "alarm" }, { text, tone: "constructor" }] }, { kind: "field", text, value: text },
    { kind: "table", head: [text], widths: [0], numbers: [], bare: false, rows: [{ cells: [{ text }] }] }, { kind: "meters", meters: [{ label: text, value: 9, most: 0 }] },
  ];
  const [drawn] = await draw(page, [{ nodes }]);
  assert.ok(!/[\t\r\0\u2028\u202E]/.test(drawn) && !/<b>/.test(drawn), drawn);
  assert.match(drawn, /^<h3>a b c\\u0000d\\u2028e\\u202ef\n&lt;b&gt;g&lt;\/b&gt;<\/h3><p class=""><strong class="alarm">a b c/);
  assert.match(drawn, /<td>a b c[^<]*<br>&lt;b&gt;/);
  await done(page);
});

test("what is no paper is refused", async () => {
  const page = await visit();
  const said = await page.evaluate(async () => {
    const { drawPaper } = await import("/ocop/papers.js");
    return [undefined, {}, { nodes: "x" }, { get nodes() { throw new Error("no"); } }, { nodes: [null] }, { nodes: [{ kind: "table", rows: [{}] }] }].map((wrong) => {
      try {
        return drawPaper(wrong).outerHTML;
      } catch (error) {
        return error.problems?.[0].code;
      }
    });
  });
  assert.deepEqual(said, new Array(6).fill("MODULE-10"));
  await done(page);
});

test("a paper is printed alone, on its own page", async () => {
  const page = await visit();
  await page.evaluate(async (tree) => {
    const { printPaper } = await import("/ocop/papers.js");
    globalThis.print = () => {};
    printPaper(tree);
  }, ocop.paper("form-01", read("thuc-pham-lan-dau.json")));
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("ocop-score").isVisible(), false, "nothing else is printed");
  const paper = page.locator("[data-ocop-prints] main");
  assert.match(await paper.innerText(), /PHIẾU ĐĂNG KÝ/);
  const { font, margin } = await paper.evaluate((element) => ({ font: getComputedStyle(element).fontFamily, margin: document.adoptedStyleSheets.at(-1).cssRules[0].cssText }));
  assert.match(font, /Times New Roman/);
  assert.match(margin, /@page.*20mm 15mm 20mm 30mm/s);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: null });
  assert.equal(await page.locator("[data-ocop-prints]").count(), 0);
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
  assert.equal(await page.locator("ocop-score").isVisible(), true);
  await done(page);
});

test("a DOCX has the parts that the library writes, and is the same each time", async () => {
  const dossier = read("thuc-pham-lan-dau.json");
  const bytes = async () => Buffer.from(await (await paperDOCX(ocop, "form-02", dossier, { lang: "vi" })).arrayBuffer());
  const made = await bytes();
  const parts = ocop.paperParts("form-02", dossier);
  assert.equal(parts[0].name, "[Content_Types].xml");
  assert.equal(made.readUInt32LE(0), 0x04034b50);
  let at = 0;
  for (const { name, content } of parts) {
    for (const piece of [name, content]) {
      at = made.indexOf(piece, at);
      assert.ok(at > 0, name);
    }
  }
  assert.deepEqual(await bytes(), made);
  const remote = { paperParts: async (...args) => ocop.paperParts(...args) }; // as of a worker
  assert.deepEqual(Buffer.from(await (await paperDOCX(remote, "form-02", dossier)).arrayBuffer()), made);
});

test("papers are saved under their names", async () => {
  const page = await visit();
  const names = [];
  for (const format of ["html", "docx"]) {
    const saved = page.waitForEvent("download");
    await page.evaluate(async ([document, as]) => {
      const { load: start } = await import("/ocop/index.js");
      const { savePaper: save } = await import("/ocop/papers.js");
      globalThis.rules ??= await start();
      await save(globalThis.rules, "form-01", document, { format: as });
    }, [read("thuc-pham-lan-dau.json"), format]);
    names.push((await saved).suggestedFilename());
  }
  assert.deepEqual(names, ["form-01.html", "form-01.docx"]);
  await done(page);
  await assert.rejects(savePaper(ocop, "form-01", {}, { format: "pdf" }), (error) => error.problems[0].path === "/format");
  await assert.rejects(savePaper(ocop, "form-01", {}, { size: "A5" }), (error) => error.problems[0].code === "MODULE-14");
});
