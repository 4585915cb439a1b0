// The form in other people's pages, in headless Chromium: their colours, letters,
// headers, forms, shells and frames.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { launch } from "./chromium.mjs";
import { desktop, done, eventually, example, npm, phone, put, sheetOf, stop, visit } from "./element-page.mjs";
import { serve } from "./serve.mjs";

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
  if (sheet) await put(opened, sheet);
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
        const seen = await page.evaluate(() => {
          const most = document.documentElement.clientWidth;
          const root = document.querySelector("ocop-score").shadowRoot;
          const wide = [...root.querySelectorAll("*")].filter((e) => e.checkVisibility() && !e.closest(".unseen") && e.getBoundingClientRect().right > most + 0.5);
          const bar = root.querySelector(".bar");
          const covers = bar && getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
          return { scrolls: document.documentElement.scrollWidth > most, wide: wide.map((e) => e.className || e.tagName), covers: covers > innerHeight / 3 && covers };
        });
        assert.deepEqual(seen, { scrolls: false, wide: [], covers: false }, `${viewport.width} ${where}`);
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
      await page.locator(".bar .score").click();
      await page.locator("dialog .panel").waitFor();
      await fits("panel");
      await page.keyboard.press("Escape");
      await page.locator('[data-tool="share"]').click();
      await page.locator(".qr svg").waitFor();
      await fits("sharing");
      await page.close();
    }
  } finally {
    await browser.close();
  }
});
