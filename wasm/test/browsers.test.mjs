// The form and the package under a strict policy in Chromium, Firefox and WebKit:
// the same steps, and the same answers as in Node.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { load } from "../npm/index.js";
import { packBlob } from "../npm/pack.js";
import { paperDOCX } from "../npm/papers.js";
import { blobs, fitted, itemsOf, zipOf } from "./bags.mjs";
import { browsers } from "./browsers/index.mjs";
import { eventually as soon } from "./eventually.mjs";
import { startPortal } from "./portal-program.mjs";
import { serve } from "./serve.mjs";

const npm = new URL("../npm/", import.meta.url);
const pages = new URL("./pages/", import.meta.url);
const examples = new URL("../../examples/", import.meta.url);
const read = (name) => readFileSync(new URL(name, examples), "utf8");
const all = (folder) => readdirSync(new URL(folder, examples)).filter((name) => name.endsWith(".json")).map((name) => read(folder + name));
const watched = readFileSync(new URL("index.html", pages), "utf8").replace("<head>", '<head><script src="/watch.js"></script>');

const ocop = await load();
const coffee = JSON.parse(read("sheets/ca-phe-dak-lak.json")); // 92 points, held at 4 stars by 1.5
const half = { ...coffee, answers: Object.fromEntries(Object.entries(coffee.answers).slice(0, 16)) };
const eventually = (check) => soon(check, 60_000); // a machine may have much else to do
const base64 = async (blob) => Buffer.from(await blob.arrayBuffer()).toString("base64");

const work = mkdtempSync(join(tmpdir(), "ocop-browsers-"));
after(() => rmSync(work, { recursive: true }));

// ---- what is done in the page; each of these stands alone there

const element = (selector) => document.querySelector("ocop-score").shadowRoot.querySelector(selector);
const level = (criterion, code) => document.querySelector("ocop-score").shadowRoot.querySelector(`input[name="answer-${criterion}"][value="${code}"]`).closest("label");
const count = (selector) => document.querySelector("ocop-score").shadowRoot.querySelectorAll(selector).length;
const textOf = (selector) => document.querySelector("ocop-score").shadowRoot.querySelector(selector)?.innerText ?? "";
const state = () => {
  const { sheet, result } = document.querySelector("ocop-score");
  return { sheet, result };
};
const put = (sheet) => {
  document.querySelector("ocop-score").sheet = sheet;
};
const focused = () => {
  const at = document.querySelector("ocop-score").shadowRoot.activeElement;
  return at?.name || at?.dataset.tool;
};

/** What the rules answer, as JSON text; refusals too. */
async function answersOf(calls, remote) {
  const start = remote ? (await import("/ocop/worker.js")).loadInWorker : (await import("/ocop/index.js")).load;
  const rules = await start();
  const answers = [];
  for (const [method, ...args] of calls) {
    try {
      answers.push(JSON.stringify(await rules[method](...args)));
    } catch (error) {
      if (!error.problems) throw error;
      answers.push(JSON.stringify(error.problems));
    }
  }
  rules.terminate?.();
  return answers;
}

async function codeOfLoading(options) {
  const { load } = await import("/ocop/index.js");
  return load(options).then(() => "loaded", (error) => error.problems?.[0].code ?? String(error));
}

// ---- the rules, called on a sample of everything

const on = "2026-09-18";
const papers = ["form-01", "form-02", "form-03", "score-sheet", "self-assessment", "minutes", "report"];
const documentFor = (paper) => (paper === "minutes" ? councils[0] : dossiers[0]);
const sheets = all("sheets/");
const dossiers = all("dossiers/");
const councils = all("council/");
const calls = [
  ...sheets.flatMap((sheet) => [["score", sheet], ["score", JSON.parse(sheet)], ["safety", sheet], ["vector", sheet], ["plan", { ...JSON.parse(sheet), star: 5 }]]),
  ...councils.map((council) => ["council", council]),
  ...dossiers.flatMap((dossier) => [["validate", dossier, { on }], ["deadlines", dossier, { on }], ["life", dossier, { on }], ["claims", dossier]]),
  ["deadlines", read("deadlines/moc-ngay.json"), { on, holidays: read("deadlines/ngay-nghi-2027.json") }],
  ["life", read("deadlines/giay-chung-nhan.json")],
  ...papers.flatMap((name) => ["paper", "paperHTML", "paperParts"].map((method) => [method, name, documentFor(name), { lang: "en" }])),
  ["rubric", 13], ["rubric", 26, { lang: "en" }], ["rules", 1], ["catalogue", { lang: "vi" }],
  ["parseVector", ocop.vector(coffee)], ["compare", half, coffee],
  ["score", "{"], ["score", { ...coffee, answers: { 1.1: "z" } }], ["validate", {}], ["validate", '{"a":1,"a":2}'], ["rubric", 27],
];

const answers = calls.map(([method, ...args]) => {
  try {
    return JSON.stringify(ocop[method](...args));
  } catch (error) {
    return JSON.stringify(error.problems);
  }
});

/** The text of a paper in HTML, and what is left of a text without its spaces. */
const textIn = (html) => html.slice(html.indexOf("<main")).replace(/<[^>]*>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
const letters = (text) => text.replace(/\s+/g, "");

for (const [name, launch] of Object.entries(browsers)) {
  describe(name, () => {
    let browser;
    before(async () => {
      browser = await launch();
      await browser.resize(1280, 900);
    });
    after(() => browser?.close());

    /** A site of its own, so that no test finds what another has kept; with the form, and opened. */
    async function visit(t, hash = "", answer = () => false) {
      const site = await serve({ "/": pages, "/ocop/": npm }, {
        answer(request, response) {
          if (request.url !== "/") return answer(request, response);
          response.setHeader("content-type", "text/html; charset=utf-8");
          response.setHeader("content-security-policy", `${response.getHeader("content-security-policy")}; frame-src 'self'`);
          response.end(watched);
          return true;
        },
      });
      t.after(async () => {
        await browser.open("about:blank"); // so that nobody asks a site that is gone
        await site.close();
      });
      browser.heard.length = 0;
      await browser.open(site.url + hash);
      return site;
    }

    async function visitWith(t, sheet) {
      const site = await visit(t);
      await browser.evaluate(put, sheet);
      await eventually(async () => assert.deepEqual((await browser.evaluate(state)).result, ocop.score(sheet)));
      return site;
    }

    const isThere = (selector) => eventually(async () => assert.ok((await browser.evaluate(count, selector)) > 0, selector));
    const isGone = (selector) => eventually(async () => assert.equal(await browser.evaluate(count, selector), 0, selector));
    const says = (selector, pattern) => eventually(async () => assert.match(await browser.evaluate(textOf, selector), pattern));
    const holds = (sheet) => eventually(async () => assert.deepEqual(ocop.vector((await browser.evaluate(state)).sheet), ocop.vector(sheet)));

    async function nothingIsWrong() {
      assert.equal(await browser.evaluate(() => sessionStorage.getItem("wrong")), null);
      assert.deepEqual(browser.heard, []);
    }

    test("what goes wrong in a page is noticed", async (t) => {
      const script = `
        Promise.reject(new Error("rejected"));
        console.error("said");
        document.body.append(Object.assign(document.createElement("script"), { textContent: "inline" }));
        throw new Error("thrown");`;
      await visit(t, "", (request, response) => {
        if (request.url !== "/wrong.js") return false;
        response.setHeader("content-type", "text/javascript");
        response.end(script);
        return true;
      });
      await browser.evaluate(() => document.body.append(Object.assign(document.createElement("script"), { src: "/wrong.js" })));
      await eventually(async () => {
        const wrong = await browser.evaluate(() => sessionStorage.getItem("wrong"));
        for (const what of [/thrown/, /not handled: .*rejected/, /said/, /script-src-elem forbids inline/]) assert.match(wrong, what);
      });
    });

    test("a product set is chosen and scored to its star, and a reload keeps it", async (t) => {
      await visit(t);
      await eventually(async () => assert.equal(await browser.evaluate(count, "[part~=set]"), 26));
      await browser.evaluate(() => document.addEventListener("ocop-change", ({ detail }) => (globalThis.told = detail)));
      await browser.click(element, '[part~=set][data-set="13"]');
      await isThere("[part~=criterion]");
      for (const [criterion, code] of Object.entries(coffee.answers)) await browser.click(level, criterion, code);
      const expected = ocop.score(coffee);
      const { sheet, result } = await browser.evaluate(state);
      assert.deepEqual(sheet.answers, coffee.answers);
      assert.deepEqual(result, expected);
      assert.deepEqual(await browser.evaluate(() => globalThis.told), { sheet, result });
      await says("[part~=panel]", new RegExp(`${expected.star} sao\\s+${expected.total}\\s*/100`));
      await browser.reload();
      await holds(coffee);
      await isThere("[part~=criterion]");
      assert.equal(await browser.evaluate(count, "[part~=option] input:checked"), Object.keys(coffee.answers).length);
      await says("[part~=panel]", new RegExp(`${expected.star} sao\\s+${expected.total}\\s*/100`));
      await nothingIsWrong();
    });

    test("the language changes and the answers stay", async (t) => {
      await visitWith(t, half);
      await browser.evaluate(() => document.querySelector("ocop-score").setAttribute("lang", "en"));
      await says("h2", /Coffee/);
      await says("[part~=panel]", /stars still possible/);
      await holds(half);
      await nothingIsWrong();
    });

    test("the keyboard reaches an answer and changes it, and Escape closes a dialog", async (t) => {
      await visitWith(t, { ...coffee, answers: { 1.1: "a" } });
      for (let presses = 0; (await browser.evaluate(focused)) !== "answer-1.1"; presses++) {
        assert.ok(presses < 20, "Tab does not come to the first criterion");
        await browser.press("Tab");
      }
      await browser.press("ArrowDown");
      await holds({ ...coffee, answers: { 1.1: "b" } });
      await browser.press("Tab");
      await browser.press("Tab");
      assert.notEqual(await browser.evaluate(focused), "answer-1.1", "Tab leaves it");
      await browser.click(element, '[data-tool="share"]');
      await isThere("[part~=dialog][open]");
      await browser.press("Escape");
      await isGone("[part~=dialog]");
      assert.equal(await browser.evaluate(focused), "share", "the keyboard is where it was");
      await nothingIsWrong();
    });

    test("on a small screen a dialog is no wider than the page, whose scrollbar may take room", async (t) => {
      await browser.resize(360, 640);
      t.after(() => browser.resize(1280, 900));
      await visitWith(t, half);
      const beyond = () => browser.evaluate(() => {
        const { left, right } = document.querySelector("ocop-score").shadowRoot.querySelector("[part~=dialog]").getBoundingClientRect();
        return Math.max(-left, right - document.documentElement.clientWidth);
      });
      for (const opener of ["[part~=bar] button", '[data-tool="share"]']) {
        await browser.click(element, opener);
        await isThere("[part~=dialog][open]");
        assert.ok((await beyond()) <= 0, `${opener}: ${await beyond()} pixels beyond`);
        await browser.press("Escape");
        await isGone("[part~=dialog]");
      }
    });

    test("with letters of twice the size nothing scrolls sideways on a small screen", async (t) => {
      await browser.resize(320, 568);
      t.after(() => browser.resize(1280, 900));
      await visitWith(t, half);
      const seen = await browser.evaluate(() => {
        const form = document.querySelector("ocop-score");
        form.style.setProperty("--ocop-font-size", "32px");
        document.documentElement.style.fontSize = "62.5%";
        const root = form.shadowRoot;
        root.querySelectorAll("details").forEach((fold) => (fold.open = true));
        const beyond = [...root.querySelectorAll("[part~=frame] *")].filter((e) => !e.closest(".unseen") && e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5);
        return { size: getComputedStyle(root.querySelector("[part~=option]")).fontSize, beyond: beyond.map((e) => String(e.className || e.tagName)), bar: root.querySelector("[part~=bar]").offsetHeight > innerHeight / 3 };
      });
      assert.deepEqual(seen, { size: "32px", beyond: [], bar: false });
      await nothingIsWrong();
    });

    test("it follows the page's language and is a field of its form", async (t) => {
      await visitWith(t, half);
      await browser.evaluate(() => {
        const form = document.querySelector("ocop-score");
        const outer = document.body.appendChild(document.createElement("form"));
        form.removeAttribute("lang");
        form.setAttribute("name", "sheet");
        form.setAttribute("required", "");
        outer.append(form);
        document.documentElement.lang = "en";
      });
      await says("h2", /product set/);
      await browser.evaluate(put, half);
      await holds(half);
      const field = () => browser.evaluate(() => {
        const { validity, validationMessage } = document.querySelector("ocop-score");
        return [JSON.parse(new FormData(document.forms[0]).get("sheet")), validity.valueMissing, validationMessage];
      });
      await eventually(async () => assert.deepEqual(await field(), [(await browser.evaluate(state)).sheet, true, "Criteria still to answer: 18."]));
      await browser.evaluate(() => (document.documentElement.lang = "vi"));
      await says("h2", /cà phê/);
      await browser.evaluate(() => document.forms[0].reset());
      assert.deepEqual((await field())[0].answers, {});
      await nothingIsWrong();
    });

    test("a link leads to the sheet", async (t) => {
      const { url } = await visitWith(t, coffee);
      await browser.click(element, '[data-tool="share"]');
      await isThere("[part~=dialog] svg[role=img]");
      const link = await browser.evaluate(() => document.querySelector("ocop-score").shadowRoot.querySelector("[part~=dialog] input").value);
      assert.equal(link, `${url}#ocop=${ocop.vector(coffee)}`);
      await nothingIsWrong();
      await visit(t, new URL(link).hash);
      await holds(coffee);
      assert.equal(await browser.evaluate(() => location.hash), "");
      await nothingIsWrong();
    });

    test("a link keeps a router's address", async (t) => {
      const { url } = await visit(t, "#/san-pham/13?x=1");
      await browser.evaluate(put, coffee);
      await eventually(async () => assert.ok((await browser.evaluate(state)).result));
      await browser.click(element, '[data-tool="share"]');
      await isThere("[part~=dialog] input");
      const link = await browser.evaluate(() => document.querySelector("ocop-score").shadowRoot.querySelector("[part~=dialog] input").value);
      assert.equal(link, `${url}#/san-pham/13?x=1&ocop=${ocop.vector(coffee)}`);
      await visit(t, new URL(link).hash);
      await holds(coffee);
      assert.equal(await browser.evaluate(() => location.hash), "#/san-pham/13?x=1");
      await nothingIsWrong();
    });

    test("a link keeps the page's anchor", async (t) => {
      await visit(t, `#muc-2&ocop=${ocop.vector(coffee)}`);
      await holds(coffee);
      assert.equal(await browser.evaluate(() => location.hash), "#muc-2");
      await nothingIsWrong();
    });

    test("Back leads to the choice, and forward to the set", async (t) => {
      await visit(t);
      await isThere("[part~=set]");
      await browser.click(element, '[data-set="13"]');
      await isThere("[part~=criterion]");
      await browser.evaluate(() => history.back());
      await isThere("[part~=set]");
      await browser.evaluate(() => history.forward());
      await isThere("[part~=criterion]");
      await nothingIsWrong();
    });

    test("a device that keeps nothing is said so once, at the start", async (t) => {
      await visit(t);
      await isThere("[part~=set]");
      const saved = await browser.evaluate(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
        const form = document.querySelector("ocop-score");
        form.setAttribute("name", "other"); // which begins anew
        return form.shadowRoot.querySelectorAll('.notice[data-id="storage"]').length;
      });
      assert.equal(saved, 1);
      await browser.evaluate(put, half);
      await says(".tools .hint", /không được lưu/);
      await browser.click(element, '.notice[data-id="storage"] .round');
      await browser.click(level, "11", "b");
      await eventually(async () => assert.equal((await browser.evaluate(state)).sheet.answers["11"], "b"));
      await isGone('.notice[data-id="storage"]');
      await nothingIsWrong();
    });

    test("two windows, and two forms of one name, enter one sheet and lose nothing", async (t) => {
      await visitWith(t, half);
      // A frame is a window of its own, which hears of what is kept as any other does.
      await browser.evaluate(() => {
        document.querySelector("ocop-score").after(document.createElement("ocop-score"), Object.assign(document.createElement("iframe"), { src: location.href }));
      });
      const sheets = () => browser.evaluate(() => [document, document.querySelector("iframe").contentDocument].flatMap((page) => [...page.querySelectorAll("ocop-score")].map(({ sheet }) => sheet?.answers ?? null)));
      const all = (answers) => eventually(async () => assert.deepEqual(await sheets(), [answers, answers, answers]));
      await all(half.answers);
      const enter = (of, criterion, code) => browser.evaluate((n, of, value) => {
        const page = n < 2 ? document : document.querySelector("iframe").contentDocument;
        page.querySelectorAll("ocop-score")[n % 2].shadowRoot.querySelector(`input[name="answer-${of}"][value="${value}"]`).click();
      }, of, criterion, code);
      await eventually(() => enter(0, "3.1", "b"));
      await eventually(() => enter(1, "3.2", "b"));
      await eventually(() => enter(2, "3.3", "b"));
      const answers = { ...half.answers, "3.1": "b", "3.2": "b", "3.3": "b" };
      await all(answers);
      await browser.evaluate(() => document.querySelector("iframe").contentDocument.querySelector("ocop-score").clear());
      await all({});
      await says('.notice[data-id="replaced"]', /vừa bị xóa ở cửa sổ khác/);
      const press = (selector) => browser.evaluate((it) => document.querySelector("ocop-score").shadowRoot.querySelector(it).click(), selector);
      await press('.notice[data-id="replaced"] .actions button');
      await all(answers);
      await browser.reload();
      await holds({ ...half, answers });
      await isThere('[data-state="scored"] [data-tool="undo"]:enabled');
      for (let steps = 0; steps < 2; steps++) await press('[data-tool="undo"]'); // what was cleared comes and goes
      await holds({ ...half, answers });
      await nothingIsWrong();
    });

    test("names, evidence and notes are kept, and a second product stands beside the first", async (t) => {
      await visitWith(t, half);
      await browser.evaluate(() => {
        const root = document.querySelector("ocop-score").shadowRoot;
        const type = (id, text) => {
          const field = root.getElementById(id);
          field.value = text;
          field.dispatchEvent(new Event("input"));
        };
        type("about-product", "Cà phê Ea Kao");
        type("note-text-1.1", "hợp đồng 2025");
        root.querySelector("#evidence-1\\.1 input").click();
      });
      const { sheet } = await browser.evaluate(state);
      assert.deepEqual([sheet.about, sheet.notes], [{ product: "Cà phê Ea Kao" }, { "1.1": "hợp đồng 2025" }]);
      assert.equal(sheet.evidence["1.1"].length, 1);
      await browser.reload();
      await eventually(async () => assert.deepEqual((await browser.evaluate(state)).sheet, sheet));
      await isThere('[data-state="scored"]');
      await browser.click(element, '[data-tool="duplicate"]');
      await eventually(async () => assert.equal((await browser.evaluate(state)).sheet.about.product, "Cà phê Ea Kao (bản 2)"));
      await browser.click(element, '[data-tool="change"]');
      await eventually(async () => assert.equal(await browser.evaluate(count, ".product .open"), 2));
      await nothingIsWrong();
    });

    test("a file is opened", async (t) => {
      const file = join(work, `${name}.json`);
      writeFileSync(file, JSON.stringify(coffee));
      await visit(t);
      await eventually(async () => assert.ok(await browser.evaluate(() => Boolean(document.querySelector("ocop-score").ocop))));
      await browser.choose(file, element, '[data-tool="open"]');
      await holds(coffee);
      await isThere("[part~=criterion]");
      await nothingIsWrong();
    });

    test("what is printed is prepared", async (t) => {
      await visitWith(t, coffee);
      await browser.evaluate(() => {
        globalThis.print = () => {
          dispatchEvent(new Event("beforeprint"));
          globalThis.prints = document.querySelectorAll("[data-ocop-prints]").length;
          globalThis.alone = document.querySelector("html > [data-ocop-prints]").shadowRoot.textContent;
        };
      });
      await browser.click(element, '[data-tool="print"]');
      await eventually(async () => assert.equal(await browser.evaluate(() => globalThis.prints), 1));
      const [text, codes] = await browser.evaluate(() => {
        const { shadowRoot } = document.querySelector("ocop-score").shadowRoot.querySelector("[part~=paper] > *");
        return [shadowRoot.textContent, shadowRoot.querySelectorAll("svg[role=img]").length];
      });
      assert.match(text, /PHIẾU TỰ ĐÁNH GIÁ[^]*4 sao[^]*CHỦ THỂ/);
      assert.equal(codes, 1, "the QR code");
      assert.equal(await browser.evaluate(() => globalThis.alone), text, "the paper stands outside all that the page has");
      await browser.evaluate(() => dispatchEvent(new Event("afterprint")));
      const inShell = await browser.evaluate(() => {
        document.querySelector("ocop-score").parentElement.style = "height: 100vh; overflow: auto";
        dispatchEvent(new Event("beforeprint"));
        const alone = document.querySelector("html > [data-ocop-prints]")?.shadowRoot.textContent;
        dispatchEvent(new Event("afterprint"));
        return [alone, document.querySelectorAll("[data-ocop-prints]").length];
      });
      assert.deepEqual(inShell, [text, 0], "also in a print that the browser begins where the page cuts off, but for the code");
      await nothingIsWrong();
    });

    test("papers are drawn, printed alone and saved", async (t) => {
      await visit(t);
      const [prints, left, ...texts] = await browser.evaluate(async (made) => {
        const { drawPaper, printPaper } = await import("/ocop/papers.js");
        globalThis.print = () => {};
        printPaper(made[0]);
        const count = () => document.querySelectorAll("[data-ocop-prints]").length;
        const prints = count();
        dispatchEvent(new Event("afterprint"));
        return [prints, count(), ...made.map((tree) => drawPaper(tree).textContent)];
      }, papers.map((paper) => ocop.paper(paper, documentFor(paper))));
      assert.deepEqual([prints, left], [1, 0]);
      papers.forEach((paper, i) => assert.equal(letters(texts[i]), letters(textIn(ocop.paperHTML(paper, documentFor(paper)))), paper));
      const docx = await browser.evaluate(async (dossier) => {
        const [{ load }, { paperDOCX }] = await Promise.all([import("/ocop/index.js"), import("/ocop/papers.js")]);
        const blob = await paperDOCX(await load(), "form-02", dossier);
        return btoa(Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(""));
      }, dossiers[0]);
      assert.equal(docx, await base64(await paperDOCX(ocop, "form-02", dossiers[0])));
      await nothingIsWrong();
    });

    for (const [where, remote] of [["a page", false], ["a worker", true]]) {
      test(`${where} answers what Node answers`, async (t) => {
        await visit(t);
        const given = await browser.evaluate(answersOf, calls, remote);
        answers.forEach((expected, i) => assert.doesNotMatch(expected, /MODULE-0[19]/, calls[i].slice(0, 2).join(" ")));
        answers.forEach((expected, i) => assert.equal(given[i], expected, calls[i].slice(0, 2).join(" ")));
        await nothingIsWrong();
      });
    }

    test("who waits for a worker that is ended hears of it", async (t) => {
      await visit(t);
      const codes = await browser.evaluate(async (sheet) => {
        const { loadInWorker } = await import("/ocop/worker.js");
        const rules = await loadInWorker({ checks: false, words: [] });
        const code = (promise) => Promise.race([promise.then(() => "scored", (error) => error.problems?.[0].code), new Promise((resolve) => setTimeout(resolve, 1000, "waits"))]);
        const waiting = code(rules.score(sheet));
        rules.terminate();
        return Promise.all([waiting, code(rules.score(sheet))]);
      }, coffee);
      for (const code of codes) assert.match(code, /^MODULE-/);
    });

    test("a wrong hash and a lost module are said", async (t) => {
      await visit(t);
      const slim = { checks: false, words: [] };
      const integrity = `sha384-${"A".repeat(64)}`;
      assert.equal(await browser.evaluate(codeOfLoading, { ...slim, integrity }), "MODULE-05");
      assert.equal(await browser.evaluate(codeOfLoading, { ...slim, url: "/ocop/none.wasm" }), "MODULE-19");
      assert.equal(await browser.evaluate(codeOfLoading, { ...slim, url: "/ocop/package.json", integrity: undefined }), "MODULE-06");
      assert.equal(await browser.evaluate(codeOfLoading, slim), "loaded");
    });

    test("a module with more to its media type is loaded", async (t) => {
      await visit(t, "", (request, response) => {
        if (!request.url.endsWith(".wasm")) return false;
        response.setHeader("content-type", "application/wasm; charset=utf-8");
        response.end(readFileSync(new URL(request.url.split("/").at(-1), npm)));
        return true;
      });
      assert.equal(await browser.evaluate(codeOfLoading, {}), "loaded");
      await nothingIsWrong();
    });

    test("the portal's council takes members' files, keeps them and comes to the library's outcome", async (t) => {
      const portal = await startPortal();
      t.after(() => portal.stop());
      const council = JSON.parse(councils[0]);
      const { edition, set } = council;
      const files = council.members.map(({ id, answers }) => {
        const file = join(work, `${id}.json`);
        writeFileSync(file, JSON.stringify({ edition, set, answers }));
        return file;
      });
      const { average, star } = ocop.council({ edition, set, members: council.members.map(({ id, answers }) => ({ id, answers })) });
      const shows = (selector, pattern) => eventually(async () => assert.match(await browser.evaluate((at) => document.querySelector(at)?.innerText ?? "", selector), pattern));
      await browser.open(`${portal.url}hoi-dong`);
      await eventually(async () => assert.ok(await browser.evaluate(() => !document.querySelector("#council-work").inert)));
      await browser.choose(files, (selector) => document.querySelector(selector), "#sheet-files");
      const outcome = new RegExp(`${star} sao[^]*${average.replace(".", ",")} điểm`);
      await shows("#outcome-body", outcome);
      await shows("#by-criterion", /Ai chấm mức nào/);
      await browser.reload();
      await shows("#outcome-body", outcome);
      const names = await browser.evaluate(() => [...document.querySelectorAll("#members input[type=text]")].map(({ value }) => value));
      assert.deepEqual(names, council.members.map(({ id }) => id));
      // The dossier check opens a package.
      const { dossier, files: evidence } = fitted("thuc-pham-lan-dau.json");
      const bag = join(work, `${name}.zip`);
      writeFileSync(bag, zipOf(itemsOf(dossier, evidence)));
      await browser.open(`${portal.url}ho-so`);
      await eventually(async () => assert.ok(await browser.evaluate(() => !document.querySelector("#dossier .work").inert)));
      await browser.choose(bag, (selector) => document.querySelector(selector), "#dossier-file");
      await shows("#verdict", new RegExp(`Gói hồ sơ hợp lệ[^]*Đủ ${evidence.size} tệp minh chứng`));
      await nothingIsWrong();
    });

    test("packages are packed and opened", async (t) => {
      const { dossier, files } = fitted("thuc-pham-lan-dau.json");
      const list = [...files].map(([file, bytes]) => [file, bytes.toString("base64")]);
      const deflated = zipOf(itemsOf(dossier, files).map((item) => ({ ...item, method: 8 }))).toString("base64");
      await visit(t);
      const { zip, ...rest } = await browser.evaluate(async (dossier, list, deflated) => {
        const [{ load }, { open, pack, packBlob }] = await Promise.all([import("/ocop/index.js"), import("/ocop/pack.js")]);
        const bytesOf = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
        const textOf = async (blob) => btoa(Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(""));
        const files = list.map(([name, text]) => new File([bytesOf(text)], name));
        const rules = await load({ words: [] });
        const same = async ({ valid, files }) => valid && (await Promise.all(list.map(async ([name, text]) => (await textOf(await files.get(name).blob())) === text))).every(Boolean);
        const blob = await packBlob(rules, dossier, files);
        const streamed = await new Response(pack(rules, dossier, files)).blob();
        return {
          opened: await same(await open(rules, blob)),
          deflated: await same(await open(rules, bytesOf(deflated))),
          damaged: (await open(rules, bytesOf(deflated).fill(0, 900, 910))).valid,
          streamed: (await textOf(streamed)) === (await textOf(blob)),
          zip: await textOf(blob),
        };
      }, dossier, list, deflated);
      assert.deepEqual(rest, { opened: true, deflated: true, damaged: false, streamed: true });
      assert.equal(zip, await base64(await packBlob(ocop, dossier, blobs(files))));
      await nothingIsWrong();
    });
  });
}
