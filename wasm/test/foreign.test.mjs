// The form in other people's pages, in headless Chromium: their colours, letters,
// headers, forms, shells and frames.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { load } from "../npm/index.js";
import { launch } from "./chromium.mjs";
import { desktop, done, eventually, example, npm, openDialogs, phone, put, sheetOf, stop, tooWide, visit } from "./element-page.mjs";
import { serve } from "./serve.mjs";

const ocop = await load();
const coffee = example("ca-phe-dak-lak"); // 92 points, held at 4 stars by 1.5
const half = { ...coffee, answers: Object.fromEntries(Object.entries(coffee.answers).slice(0, 16)) };

const pages = new Map();
const site = await serve({ "/ocop/": npm }, {
  answer(request, response) {
    const page = pages.get(request.url);
    if (!page) return false;
    response.removeHeader("content-security-policy"); // these pages are not strict
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(page);
    return true;
  },
});
after(async () => {
  await stop();
  await site.close();
});

/** Puts a page there; gives its address. */
function write({ style = "", html = "", body = "<ocop-score></ocop-score>" }) {
  const path = `/page-${pages.size}`;
  pages.set(path, `<!doctype html><html ${html}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Page</title><link rel="icon" href="data:,"><style>${style}</style><script type="module" src="/ocop/element.js"></script></head><body>${body}</body></html>`);
  return path;
}

/** The page, opened, with a sheet in its form. */
async function open(page, { sheet = coffee, ...options } = {}) {
  const opened = await visit({ url: site.url, path: write(page), ...options });
  await opened.locator("button.set").first().waitFor();
  if (sheet) {
    await opened.locator("ocop-score").evaluate((form, given) => (form.sheet = given), sheet);
    await opened.locator("fieldset.criterion").first().waitFor();
  }
  return opened;
}

const styleOf = (page, selector, ...names) => page.locator(selector).first().evaluate((element, names) => names.map((name) => getComputedStyle(element)[name]), names);

const luminance = (colour) => {
  const [r, g, b] = colour.match(/[\d.]+/g).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

test("the page's color-scheme rules, and a page that says nothing is light", async () => {
  for (const [style, colorScheme, dark] of [
    ["", "dark", false],
    [":root { color-scheme: light }", "dark", false],
    [":root { color-scheme: light dark }", "dark", true],
    [":root { color-scheme: light dark }", "light", false],
    [":root { color-scheme: dark }", "light", true],
    ["body { color-scheme: dark } ", "light", true],
    [":root { color-scheme: dark } ocop-score { color-scheme: light }", "dark", false],
  ]) {
    const page = await open({ style }, { colorScheme });
    const [text] = await styleOf(page, "h2", "color");
    const [ground] = await styleOf(page, ".criterion", "backgroundColor");
    assert.deepEqual([luminance(text) > 0.5, luminance(ground) < 0.2], [dark, dark], `${style} on a ${colorScheme} device`);
    await done(page);
  }
});

test("no root font and no inherited style of the page changes the form", async () => {
  const look = (page) => page.evaluate(() => {
    const root = document.querySelector("ocop-score").shadowRoot;
    const of = (selector) => {
      const { fontSize, lineHeight, padding, letterSpacing, wordSpacing, textTransform, whiteSpace, textIndent, textShadow, fontStyle, fontVariant, fontWeight, textAlign, color, wordBreak, hyphens } = getComputedStyle(root.querySelector(selector));
      return { fontSize, lineHeight, padding, letterSpacing, wordSpacing, textTransform, whiteSpace, textIndent, textShadow, fontStyle, fontVariant, fontWeight, textAlign, color, wordBreak, hyphens };
    };
    return ["h2", ".criterion", ".option", ".option .points", ".notes", "summary", ".bar", ".panel .quiet"].map(of);
  });
  const plain = await open({ style: "body { margin: 0 }" });
  const expected = await look(plain);
  assert.equal(expected[2].fontSize, "16px");
  await done(plain);
  const leaks = "text-transform: uppercase; letter-spacing: 3px; word-spacing: 9px; white-space: nowrap; text-indent: 40px; text-shadow: 1px 1px red; font: italic small-caps 900 30px/3 serif; text-align: right; color: red; cursor: wait; word-break: break-all; hyphens: auto; visibility: visible";
  for (const style of ["html { font-size: 62.5% } body { margin: 0 }", "html { font-size: 32px } body { margin: 0 }", `body { margin: 0; ${leaks} }`, `body { margin: 0 } ocop-score { ${leaks} }`]) {
    const page = await open({ style });
    assert.deepEqual(await look(page), expected, style);
    await done(page);
  }
  const own = await open({ style: "html { font-size: 62.5% } ocop-score { --ocop-font-size: 1.25rem }" });
  assert.deepEqual(await styleOf(own, ".option", "fontSize", "padding"), ["12.5px", "6.25px"], "a page can give the size");
  await done(own);
  const hidden = await visit({ url: site.url, path: write({ body: "<main style='visibility: hidden; direction: rtl'><ocop-score></ocop-score></main>" }) });
  await hidden.locator("button.set").first().waitFor({ state: "attached" });
  assert.deepEqual(await styleOf(hidden, "button.set", "visibility", "direction"), ["hidden", "rtl"], "what a page means stays");
  await done(hidden);
});

test("at 200% text and 320 pixels nothing scrolls sideways, and the bar leaves two thirds", async () => {
  const browser = await launch("--blink-settings=defaultFontSize=32");
  try {
    for (const viewport of [{ width: 320, height: 568 }, { width: 568, height: 320 }, phone]) {
      const page = await browser.newPage({ viewport });
      await page.goto(new URL(write({}), site.url).href);
      await page.locator("button.set").first().waitFor();
      const fits = async (where) => {
        assert.deepEqual(await tooWide(page), [], `${viewport.width} ${where}`);
        const covers = await page.evaluate(() => {
          const bar = document.querySelector("ocop-score").shadowRoot.querySelector(".bar");
          return bar && getComputedStyle(bar).position === "sticky" ? bar.offsetHeight / innerHeight : 0;
        });
        assert.ok(covers <= 1 / 3, `${viewport.width} ${where}: the bar covers ${covers}`);
      };
      await fits("choosing");
      for (const lang of ["vi", "en"]) {
        await page.evaluate((to) => (document.querySelector("ocop-score").lang = to), lang);
        for (const sheet of [half, coffee, example("cay-mai-vang"), example("du-lich-cong-dong")]) {
          await put(page, sheet);
          await eventually(async () => assert.deepEqual((await sheetOf(page)).set, sheet.set));
          await page.locator(".panel[data-state=scored]").waitFor();
          await page.locator("details").evaluateAll((folds) => folds.forEach((fold) => (fold.open = true)));
          await fits(`set ${sheet.set} ${lang}`);
        }
      }
      assert.deepEqual(await styleOf(page, ".option", "fontSize"), ["32px"], "people's own text size rules");
      await openDialogs(page, fits);
      await page.close();
    }
  } finally {
    await browser.close();
  }
});

test("a place that is as wide as what it holds is not empty, and one that is narrow is not burst", async () => {
  for (const [body, viewport, least, most] of [
    ["<div style='display: flex'><ocop-score></ocop-score></div>", desktop, 700, 1280],
    ["<div style='display: flex'><nav style='width: 100px; flex: none'></nav><main style='flex: 1'><ocop-score></ocop-score></main></div>", phone, 200, 260],
    ["<div style='float: left; white-space: nowrap'><ocop-score></ocop-score></div>", phone, 300, 360],
    ["<dialog open><ocop-score></ocop-score></dialog>", desktop, 700, 1280],
  ]) {
    const page = await open({ body, style: "body { margin: 0 }" }, { viewport });
    const { width } = await page.locator("ocop-score").boundingBox();
    assert.ok(width >= least && width <= most, `${body}: ${width}`);
    await done(page);
  }
});

test("a link keeps the page's anchor, which leads where it would have led", async () => {
  const tall = '<div style="height: 3000px"></div>';
  const path = write({ body: `<h1>Page</h1>${tall}<h2 id="mục 2">2</h2><ocop-score id="form"></ocop-score><h2 id="after">3</h2>${tall}` });
  const at = async (hash) => {
    const page = await visit({ url: site.url, path: path + hash });
    await page.locator("button.set, fieldset.criterion").first().waitFor();
    return page;
  };
  const linkOf = async (page) => {
    await page.locator('[data-tool="share"]').click();
    const link = await page.locator("[part~=dialog] input").inputValue();
    await page.keyboard.press("Escape");
    return new URL(link).hash;
  };
  const has = (page) => eventually(async () => {
    assert.deepEqual(await sheetOf(page), coffee);
    await page.locator("fieldset.criterion").first().waitFor();
  });
  const place = (page) => page.evaluate(() => [location.hash, Math.abs(Math.round(document.getElementById(decodeURIComponent(location.hash.slice(1))).getBoundingClientRect().top))]);
  const vector = ocop.vector(coffee);
  const second = `#${encodeURIComponent("mục 2")}`;

  const sender = await at("#mục 2");
  await put(sender, coffee);
  await has(sender);
  assert.equal(await linkOf(sender), `${second}&ocop=${vector}`);
  await sender.evaluate(() => history.replaceState(null, "", "#access_token=secret"));
  assert.equal(await linkOf(sender), `#ocop=${vector}`, "what names nothing in the page goes nowhere");
  await done(sender);

  for (const hash of [second, "#form"]) {
    const reader = await at(`${hash}&ocop=${vector}`);
    await has(reader);
    assert.deepEqual(await place(reader), [hash, 0]);
    await reader.reload();
    await has(reader);
    assert.equal(await reader.locator("dialog").count(), 0, "a reload asks nothing");
    await done(reader);
  }
  for (const [hash, left] of [[`#ocop=${vector}`, ""], [`#%E1&ocop=${vector}`, "#%E1"], [`#a&b&ocop=${encodeURIComponent(vector)}`, "#a&b"], [`#after&ocop=${vector}`, "#after"]]) {
    const other = await at(hash);
    await has(other);
    assert.deepEqual(await other.evaluate(() => [location.hash, scrollY]), [left, 0], hash);
    await done(other);
  }
  // Who has scrolled meanwhile is left where they are.
  const slow = await at("");
  await slow.evaluate((hash) => {
    scrollTo(0, 200);
    location.hash = hash;
  }, `${second}&ocop=${vector}`);
  await has(slow);
  assert.deepEqual(await slow.evaluate(() => [location.hash, scrollY]), [second, 200]);
  await done(slow);
});

const pagesOf = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;

test("wherever the form stands, the paper is printed alone and whole", async () => {
  const form = "<ocop-score council></ocop-score>";
  const deep = "<div id=host></div><script>document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML = '<main style=\"height: 100vh; overflow: auto\"><ocop-score council></ocop-score></main>'</script>";
  const seen = [];
  for (const [where, page] of [
    ["the page", { body: `<h1>Page</h1>${form}` }],
    ["a shell", { style: "html, body { margin: 0; height: 100vh; overflow: hidden } body { display: flex }", body: `<main style="height: 100vh; overflow: auto">${form}</main>` }],
    ["a fixed place", { body: `<div style="position: fixed; inset: 0; overflow: auto">${form}</div>` }],
    ["a dialog", { body: `<p>Page</p><dialog style="height: 300px">${form}</dialog><script>document.querySelector("dialog").showModal()</script>` }],
    ["a shadow root", { body: deep }],
    ["a page with a print style", { style: "@media print { div { display: none } html { visibility: hidden } body { width: 200px; transform: scale(.5) } }", body: `<div>${form}</div>` }],
  ]) {
    const opened = await open(page);
    await opened.locator("ocop-score").evaluate((form) => {
      globalThis.print = () => (globalThis.printed = true);
      form.style.setProperty("--ocop-print-font", "monospace");
    });
    await opened.locator('[data-tool="print"]').click();
    await opened.waitForFunction(() => globalThis.printed);
    await opened.emulateMedia({ media: "print" });
    const shown = await opened.evaluate(() => ({
      text: document.documentElement.innerText.trim(),
      others: [...document.querySelectorAll("html > *, html > * *, dialog")].filter((e) => !e.closest("[data-ocop-prints]") && e.checkVisibility()).length,
    }));
    const paper = opened.locator("[data-ocop-prints] main");
    assert.deepEqual([await paper.isVisible(), (await paper.locator("tr").count()) > 34], [true, true], where);
    assert.match(await paper.innerText(), /PHIẾU CHẤM ĐIỂM[^]*92[^]*THÀNH VIÊN HỘI ĐỒNG/, where);
    assert.deepEqual(shown, { text: "", others: 0 }, where);
    assert.deepEqual(await styleOf(opened, "[data-ocop-prints] main", "fontFamily"), ["monospace"], where);
    const pdf = await opened.pdf({ preferCSSPageSize: true });
    seen.push([where, pagesOf(pdf)]);
    await eventually(async () => assert.equal(await opened.locator("[data-ocop-prints]").count(), 0, "nothing is left of it"));
    assert.equal(await opened.evaluate(() => document.adoptedStyleSheets.length), 0);
    await opened.emulateMedia({ media: null });
    assert.ok(await opened.locator(".criterion").first().isVisible());
    await done(opened);
  }
  const [[, most]] = seen;
  assert.ok(most > 2, `${most} pages`);
  assert.deepEqual(seen, seen.map(([where]) => [where, most]));
});

test("a print that the browser begins is the paper alone where the page would cut it off, and the page elsewhere", async () => {
  const form = "<ocop-score council></ocop-score>";
  const aside = `<h1>Page</h1>${form}`;
  const inShadow = (html) => `<h1>Page</h1><div id=host></div><script>document.querySelector("#host").attachShadow({ mode: "open" }).innerHTML = ${JSON.stringify(html)}</script>`;
  const counts = [];
  for (const [where, page, cutOff] of [
    ["a shell", { style: "html, body { margin: 0; height: 100vh; overflow: hidden } body { display: flex }", body: `<main style="height: 100vh; overflow: auto">${aside}</main>` }, true],
    ["a body that scrolls", { style: "html, body { margin: 0; height: 100%; overflow: auto }", body: aside }, true],
    ["a dialog", { body: `<h1>Page</h1><dialog>${form}</dialog><script>document.querySelector("dialog").showModal()</script>` }, true],
    ["a fixed place", { body: `<h1>Page</h1><div style="position: fixed; inset: 0; overflow: auto">${form}</div>` }, true],
    ["a shell in a shadow root", { body: inShadow(`<main style="height: 100vh; overflow: auto">${form}</main>`) }, true],
    ["a shadow root", { body: inShadow(form) }, false],
    ["the page", { body: aside }, false],
    ["a page that always has its bar", { style: "html { overflow-y: scroll } body { overflow-x: hidden }", body: aside }, false],
  ]) {
    const opened = await open(page);
    const shown = async () => {
      await opened.evaluate(() => dispatchEvent(new Event("beforeprint")));
      await opened.emulateMedia({ media: "print" });
      const is = await opened.evaluate(() => ({
        alone: document.querySelector("html > [data-ocop-prints]")?.shadowRoot.querySelector("main").innerText,
        page: Boolean(document.querySelector("h1")?.checkVisibility()),
      }));
      const paper = await opened.locator("ocop-score [part~=paper]").evaluate((place) => (place.firstChild?.shadowRoot?.querySelector("main") ?? place).innerText);
      await opened.evaluate(() => dispatchEvent(new Event("afterprint")));
      await opened.emulateMedia({ media: null });
      assert.equal(await opened.locator("[data-ocop-prints]").count(), 0, `${where}: nothing is left of it`);
      return { ...is, paper };
    };
    await opened.waitForFunction((form) => form.result, await opened.locator("ocop-score").elementHandle());
    const first = await shown();
    assert.deepEqual([first.alone, first.page], [undefined, true], where);
    assert.match(first.paper, /hãy bấm nút “In phiếu”/, where);
    const { alone, page: whole } = await eventually(async () => {
      const next = await shown();
      assert.match(next.alone ?? next.paper, /PHIẾU CHẤM ĐIỂM[^]*92[^]*THÀNH VIÊN HỘI ĐỒNG/, where);
      return next;
    });
    assert.deepEqual([Boolean(alone), whole], [cutOff, !cutOff], where);
    if (cutOff) counts.push([where, pagesOf(await opened.pdf({ preferCSSPageSize: true }))]);
    assert.equal(await opened.locator("[data-ocop-prints]").count(), 0, where);
    await done(opened);
  }
  const [[, most]] = counts;
  assert.ok(most > 2, `${most} pages`);
  assert.deepEqual(counts, counts.map(([where]) => [where, most]));

  // What somebody prints alone is not mixed up with a form that is cut off, nor is a form that is not to be seen.
  const busy = await open({ body: `<dialog>${form}</dialog><script>document.querySelector("dialog").showModal()</script>` });
  const alone = () => busy.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    const texts = [...document.querySelectorAll("[data-ocop-prints]")].map((one) => one.textContent);
    dispatchEvent(new Event("afterprint"));
    return texts;
  });
  await busy.evaluate(async () => {
    globalThis.print = () => {};
    const { printAlone } = await import("/ocop/papers.js");
    const own = document.createElement("p");
    own.textContent = "own";
    printAlone(own);
  });
  await alone(); // what papers take is loaded
  await eventually(async () => assert.deepEqual(await alone(), [""]));
  await busy.evaluate(() => document.querySelector("dialog").close());
  assert.deepEqual(await alone(), []);
  await done(busy);
});

test("in a frame the paper is what the frame prints", async () => {
  const inner = write({ body: "<ocop-score></ocop-score>" });
  const page = await visit({ url: site.url, path: write({ body: `<iframe src="${inner}" width="400" height="300"></iframe>` }) });
  const frame = page.frameLocator("iframe");
  await frame.locator("button.set").first().waitFor();
  const [, child] = page.frames();
  await child.evaluate((sheet) => {
    globalThis.print = () => (globalThis.printed = true);
    document.querySelector("ocop-score").sheet = sheet;
  }, coffee);
  await frame.locator('[data-tool="print"]').click();
  await child.waitForFunction(() => globalThis.printed);
  await page.emulateMedia({ media: "print" });
  assert.match(await frame.locator("[data-ocop-prints] main").innerText(), /PHIẾU TỰ ĐÁNH GIÁ[^]*4 sao/);
  assert.equal(await frame.locator("ocop-score").isVisible(), false);
  await done(page);
});

test("in a page's <form> it is a field: its value, what is missing, reset and disabled", async () => {
  const body = '<form><fieldset><ocop-score name="sheet" no-save required></ocop-score></fieldset><button>Send</button></form><script>document.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); globalThis.sent = new FormData(event.target).get("sheet"); })</script>';
  const page = await open({ body }, { sheet: null });
  const value = () => page.evaluate(() => new FormData(document.querySelector("form")).get("sheet"));
  const state = () => page.evaluate(() => {
    const { validity, validationMessage, form } = document.querySelector("ocop-score");
    return [form === document.forms[0], validity.valid, validationMessage];
  });
  assert.deepEqual([await value(), await state()], [null, [true, false, "Hãy chọn bộ sản phẩm và chấm đủ các tiêu chí."]]);
  await put(page, half);
  await eventually(async () => assert.deepEqual(await state(), [true, false, "Còn 18 tiêu chí chưa chấm."]));
  assert.deepEqual(JSON.parse(await value()), await sheetOf(page));
  await page.locator("button", { hasText: "Send" }).click();
  assert.equal(await page.evaluate(() => globalThis.sent), undefined, "what is not finished is not sent");
  const focused = () => page.evaluate(() => document.querySelector("ocop-score").shadowRoot.activeElement?.name);
  const { unanswered: [first] } = await page.evaluate(() => document.querySelector("ocop-score").result);
  await eventually(async () => assert.equal(await focused(), `answer-${first}`, "the keyboard is at what is missing"));
  await page.evaluate(() => document.querySelector("ocop-score").removeAttribute("required"));
  assert.deepEqual(await state(), [true, true, ""]);
  await page.evaluate(() => document.querySelector("ocop-score").setAttribute("required", ""));
  await put(page, coffee);
  await eventually(async () => assert.deepEqual(await state(), [true, true, ""]));
  await page.locator("button", { hasText: "Send" }).click();
  assert.deepEqual(JSON.parse(await page.evaluate(() => globalThis.sent)), coffee);

  await page.evaluate(() => (document.querySelector("fieldset").disabled = true));
  assert.equal(await value(), null, "what is disabled is not sent");
  assert.equal(await page.locator(".criterion input:not(:disabled), .fields button:not(:disabled)").count(), 0);
  assert.ok(await page.locator(".criterion .option").first().isVisible(), "but it can be read");
  await page.evaluate(() => (document.querySelector("fieldset").disabled = false));
  assert.equal(await page.locator(".option input:disabled").count(), 0);

  await page.evaluate(() => document.forms[0].reset());
  assert.deepEqual((await sheetOf(page)).answers, {});
  await page.locator('.notice[data-id="replaced"] button.quiet').click();
  assert.deepEqual(await sheetOf(page), coffee, "a reset can be taken back");
  await done(page);
});

test("what is not kept is there again when people come back to the page", async () => {
  const page = await open({ body: '<form><ocop-score name="sheet" no-save no-share></ocop-score></form>' }, { sheet: null });
  await page.evaluate((state) => document.querySelector("ocop-score").formStateRestoreCallback(state, "restore"), JSON.stringify(half));
  await eventually(async () => assert.deepEqual((await sheetOf(page))?.answers, half.answers));
  await done(page);
});

test("it speaks the page's language, wherever that stands and whenever it changes", async () => {
  const body = "<section id=part><div id=host></div></section><script>document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML = '<main><ocop-score></ocop-score></main>'</script>";
  const page = await open({ html: 'lang="en"', body });
  const asks = () => eventually(async () => assert.match(await page.locator("h2").innerText(), /Coffee/));
  const hoi = () => eventually(async () => assert.match(await page.locator("h2").innerText(), /cà phê/));
  const say = (selector, lang) => page.locator(selector).evaluate((element, to) => (to === null ? element.removeAttribute("lang") : element.setAttribute("lang", to)), lang);
  await asks();
  for (const [selector, lang, says] of [
    ["html", "vi", hoi], ["#part", "en-GB", asks], ["#host", "vi", hoi], ["#host main", "en", asks],
    ["ocop-score", "vi", hoi], ["ocop-score", null, asks], ["#host main", null, hoi], ["#host", null, asks], ["#part", null, hoi],
  ]) {
    await say(selector, lang);
    await says();
  }
  // Elsewhere in the page it follows what holds there.
  await page.locator("ocop-score").evaluate((form) => {
    const place = document.body.appendChild(document.createElement("div"));
    place.lang = "en";
    place.append(form);
  });
  await asks();
  // What stands nowhere follows nobody, and asks for nothing.
  await page.locator("ocop-score").evaluate((form) => {
    globalThis.form = form;
    form.remove();
    document.documentElement.lang = "vi";
  });
  await page.evaluate(() => document.querySelector("#part").append(globalThis.form));
  await hoi();
  await done(page);
});

test("a fixed header and what floats at the foot cover nothing", async () => {
  const style = "header { position: fixed; inset: 0 0 auto; height: 100px; background: navy; z-index: 9 } #chat { position: fixed; inset: auto 8px 8px auto; width: 60px; height: 60px } body { padding-top: 100px; min-height: 3000px } ocop-score { --ocop-offset-top: 100px; --ocop-offset-bottom: 76px }";
  for (const viewport of [phone, desktop]) {
    const page = await open({ style, body: "<header></header><p style='height: 900px'></p><ocop-score></ocop-score><div id=chat></div>" }, { sheet: null, viewport, reducedMotion: "reduce" });
    const topOf = async (selector) => (await page.locator(selector).first().boundingBox()).y;
    await page.locator('button.set[data-set="13"]').click();
    await page.locator("h2", { hasText: "cà phê" }).waitFor();
    await eventually(async () => assert.ok((await topOf("h2")) >= 100 && (await topOf("h2")) < 300, `the title is at ${await topOf("h2")}`));
    await page.locator("#open summary").click();
    await page.locator(".chip").nth(20).click();
    assert.ok((await topOf(".criterion:focus-within")) >= 100, "what is gone to stands below the header");
    if (viewport === phone) {
      const { y, height } = await page.locator(".bar").boundingBox();
      assert.ok(y + height <= viewport.height - 75, "the bar stands above the chat");
    } else {
      assert.ok((await topOf(".aside")) >= 100, "the panel stands below the header");
      const { y, height } = await page.locator(".aside").boundingBox();
      assert.ok(y + height <= viewport.height - 75, "and above the chat");
    }
    await page.locator('[data-tool="clear"]').evaluate((button) => button.click());
    await page.evaluate(() => document.querySelector("ocop-score").shadowRoot.querySelector('dialog [data-choice="yes"]').click());
    await page.evaluate((sheet) => (document.querySelector("ocop-score").sheet = sheet), { ...coffee, answers: { 9.9: "a" } });
    await page.locator(".notice").first().waitFor();
    await page.evaluate(() => scrollBy(0, 300));
    assert.ok((await topOf(".notice")) >= 100, "messages stand below the header");
    await done(page);
  }
});

test("where nothing can stick, the bar stands at the end of the form", async () => {
  const page = await open({ body: "<div style='overflow: hidden'><ocop-score></ocop-score></div><footer>Page</footer>" }, { viewport: phone });
  await page.locator("footer").scrollIntoViewIfNeeded();
  const bar = await page.locator(".bar").boundingBox();
  assert.ok(bar.y > 0 && bar.y + bar.height <= (await page.locator("footer").boundingBox()).y + 1, JSON.stringify(bar));
  await page.locator(".bar .score").click();
  await page.locator("dialog .panel").waitFor();
  await done(page);
});

test("in a frame as high as all it holds, dialogs open near what was pressed", async () => {
  const inner = write({ body: "<ocop-score></ocop-score>" });
  const page = await visit({ url: site.url, viewport: phone, path: write({ style: "body { margin: 0 } iframe { width: 100%; height: 15000px; border: 0 }", body: `<iframe src="${inner}"></iframe>` }) });
  const frame = page.frameLocator("iframe");
  await frame.locator("button.set").first().waitFor();
  const [, child] = page.frames();
  await child.evaluate((sheet) => (document.querySelector("ocop-score").sheet = sheet), half);
  await frame.locator("fieldset.criterion").first().waitFor();
  for (const [opener, title] of [['[data-tool="share"]', /Chia sẻ/], ['[data-tool="clear"]', /Xóa/], [".bar .score", /Kết quả/]]) {
    await frame.locator(opener).click();
    const box = await frame.locator("dialog").boundingBox();
    assert.match(await frame.locator("dialog h2").innerText(), title);
    assert.ok(box.y >= 0 && box.y < phone.height - 150, `${opener}: ${box.y}`);
    assert.ok(box.height < phone.height, `${opener}: ${box.height} high`);
    await frame.locator("dialog .round").first().click();
  }
  await done(page);
});
