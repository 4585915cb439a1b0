// The form of dossiers as people meet it: all of the dossier can be reached, what is wrong
// is said where it stands, and nothing of what was entered is lost.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { findings } from "./axe.mjs";
import { desktop, done, dossierOf, everything, eventually, exampleOf, openCards, openTask, pathsOf, phone, problemsOf, put, reads, shape, stop, visitForm, visitWith, walk } from "./dossier-page.mjs";
import { internal } from "./internal.mjs";

after(stop);

const { fieldsOf } = await internal("dossier/shape");
const { writes } = await internal("dossier/roles");

test("every field of the schema can be reached", async () => {
  const seen = new Set();
  for (const office of [undefined, "commune", "council"]) {
    const page = await visitWith(everything(), { office });
    await walk(page, async () => {
      await openCards(page);
      (await pathsOf(page)).forEach((path) => seen.add(path.replace(/\/\d+(?=\/|$)/g, "/*").replace(/\/(claims|answers)\/[\d.]+/g, "/$1/*")));
    });
    await done(page);
  }
  const covered = (pointer) => seen.has(pointer) || (pointer.endsWith("/gates/*") && seen.has(pointer.slice(0, -2))) || /\/(claims|answers)\/\*/.test(pointer) && seen.has(pointer.replace(/(\/\*)\/option$/, "$1"));
  assert.deepEqual(fieldsOf(shape).filter((pointer) => pointer !== "/edition" && !covered(pointer)), []);
});

/** An Ocop that finds one problem at each of some places. */
const finding = (paths) => `(() => {
  const form = document.querySelector("ocop-dossier");
  const own = form.ocop;
  const problems = ${JSON.stringify(paths)}.map((path, i) => ({ code: "TEST-" + i, path, severity: "error", layer: "rule", message: { vi: "Sai ở " + path, en: "Wrong at " + path }, params: {} }));
  form.ocop = { ...own, review: () => ({ valid: false, problems }) };
})()`;

test("whatever is wrong is said at its field, and on its task", async () => {
  const dossier = everything();
  const criterion = Object.keys(dossier.report.claims)[0];
  const inRows = (pointer) => pointer.replaceAll("/claims/*", `/claims/${criterion}`).replaceAll("/answers/*", `/answers/${criterion}`).replaceAll("/*", "/0");
  for (const office of [undefined, "commune", "council"]) {
    const page = await visitWith(dossier, { office });
    const own = fieldsOf(shape).map(inRows).filter((path) => writes(office ?? "producer", path));
    await page.evaluate(finding(own));
    await eventually(async () => assert.equal((await problemsOf(page)).length, own.length));
    const said = new Map();
    await walk(page, async () => {
      const here = await page.evaluate(() => [...document.querySelector("ocop-dossier").shadowRoot.querySelectorAll(".problem")].map((p) => [p.dataset.code, p.closest("[data-path]").dataset.path]));
      here.forEach(([code, at]) => said.set(code, at));
    });
    const lost = own.filter((path, i) => !said.has(`TEST-${i}`));
    assert.deepEqual(lost, [], office);
    // At the field itself, or at the closest that there is around it.
    own.forEach((path, i) => assert.ok(path === said.get(`TEST-${i}`) || path.startsWith(`${said.get(`TEST-${i}`)}/`), `${path} is said at ${said.get(`TEST-${i}`)}`));
    await done(page);
  }
});

test("what is missing counts on the list, and is said on a page once it was left", async () => {
  const dossier = exampleOf("thuc-pham-lan-dau");
  delete dossier.producer.phone;
  const page = await visitWith(dossier, { viewport: phone });
  await reads(page.locator("#task-producer"), /còn thiếu 1 chỗ/);
  await reads(page.locator("#task-earlier"), /Không bắt buộc/);
  await openTask(page, "producer");
  await page.locator("#page-next").click();
  await page.locator("#at-producer-phone").waitFor();
  assert.equal(await page.locator(".problem").count(), 0, "not before one had a chance to enter it");
  await page.locator("#page-next").click();
  await page.locator("#page-back").click();
  await reads(page.locator('[data-path="/producer/phone"] .problem'), /Còn thiếu.*Điện thoại/s);
  await page.locator("#at-producer-phone").fill("0905 123 456");
  await eventually(async () => assert.equal(await page.locator(".problem").count(), 0));
  assert.equal((await dossierOf(page)).producer.phone, "0905 123 456");
  await done(page);
});

test("the parts that are missing as a whole are asked for field by field", async () => {
  const page = await visitWith({ edition: "qd26-2026", application: "re-assessment", producer: { name: "HTX" } });
  const missing = (await problemsOf(page)).filter(({ code }) => code === "DOSSIER-01").map(({ path }) => path);
  for (const path of ["/producer/phone", "/producer/representative/gender", "/product/name", "/registration/commune", "/report/plan/market", "/previous/star", "/updates/labels"]) assert.ok(missing.includes(path), path);
  await done(page);
});

test("where something is wrong, the rules still look at the rest", async () => {
  const dossier = exampleOf("thuc-pham-lan-dau");
  dossier.producer.email = "sai";
  dossier.registration.samples = 1;
  const page = await visitWith(dossier);
  const codes = (await problemsOf(page)).map(({ code }) => code);
  assert.ok(codes.includes("DOSSIER-12") && codes.includes("DOSSIER-46"), codes.join());
  await done(page);
});

test("what is typed is there after a reload, and two windows lose nothing of each other's", async () => {
  const page = await visitWith(exampleOf("thuc-pham-lan-dau"));
  const context = page.context();
  await openTask(page, "producer");
  await page.locator("#at-producer-name").fill("HTX Sen Đồng Tháp");
  await page.reload();
  await page.locator("#at-producer-name").waitFor();
  assert.equal(await page.locator("#at-producer-name").inputValue(), "HTX Sen Đồng Tháp");

  const other = await context.newPage();
  await other.goto(page.url());
  await other.locator(".open").first().click();
  await openTask(other, "producer");
  await other.locator("#page-next").click();
  await other.locator("#at-producer-phone").fill("0905 111 222");
  await page.locator("#at-producer-name").fill("HTX Sen Tháp Mười");
  for (const one of [page, other]) {
    await eventually(async () => {
      const { producer } = await dossierOf(one);
      assert.deepEqual([producer.name, producer.phone], ["HTX Sen Tháp Mười", "0905 111 222"]);
    });
  }
  await done(page);
});

/** Types into fields and has the page go elsewhere before the device can have kept it. */
const typeAndGo = (page, values, address) => Promise.all([page.waitForURL(address), page.locator("ocop-dossier").evaluate((form, [values, address]) => void setTimeout(() => {
  for (const [id, text] of Object.entries(values)) {
    const field = form.shadowRoot.getElementById(id);
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  location.href = address;
}), [values, address])]);

test("what is typed in the moment in which the page goes is kept, unless another window wrote in its place since", async () => {
  const page = await visitWith(exampleOf("thuc-pham-lan-dau"));
  const address = page.url();
  await openTask(page, "producer");
  const other = await page.context().newPage();
  await other.goto(address);
  await other.locator(".open").first().click();
  await openTask(other, "producer");
  await typeAndGo(page, { "at-producer-name": "HTX Sen Đồng Tháp", "at-producer-taxCode": "1400123456" }, "about:blank");
  await other.locator("#at-producer-name").fill("HTX Sen Tháp Mười");
  await eventually(async () => assert.equal(await other.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("/left/")).length), 1));
  await page.goto(address);
  await page.locator(".open").first().click();
  for (const one of [page, other]) {
    await eventually(async () => {
      const { producer } = await dossierOf(one);
      assert.deepEqual([producer.name, producer.taxCode], ["HTX Sen Tháp Mười", "1400123456"]);
    });
  }
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("/left/"))), [], "once");
  await done(page);
});

test("the way back stays in the form", async () => {
  const page = await visitWith(exampleOf("thuc-pham-lan-dau"));
  await page.goBack().catch(() => {});
  await page.goForward().catch(() => {});
  await page.goto(page.url());
  await page.locator(".open").first().click();
  await openTask(page, "plan");
  await page.goBack();
  await page.locator(".tasks").waitFor();
  await page.goBack();
  await page.locator("#begin").waitFor();
  await page.goForward();
  await page.locator(".tasks").waitFor();
  await done(page);
});

test("each office writes its own fields and reads the others'", async () => {
  for (const office of [undefined, "commune", "council"]) {
    const page = await visitWith(everything(), { office });
    await walk(page, async (where) => {
      const fields = await page.evaluate(() => [...document.querySelector("ocop-dossier").shadowRoot.querySelectorAll(".entry :is(input, textarea, select)")].map((control) => control.closest("[data-path]")?.dataset.path));
      for (const path of fields.filter((one) => one !== undefined)) assert.ok(writes(office ?? "producer", path), `${office}: ${where}: ${path}`);
    });
    await done(page);
  }
});

test("a dossier from a program takes the place of what is at hand; what is none is refused", async () => {
  const page = await visitWith(exampleOf("thuc-pham-lan-dau"));
  const errors = await page.evaluate(async () => {
    const form = document.querySelector("ocop-dossier");
    const found = [];
    form.addEventListener("ocop-error", ({ detail }) => found.push(...detail.problems.map(({ code }) => code)));
    for (const wrong of [{ answers: {} }, [], { edition: "qd148-2023", producer: {} }]) {
      form.dossier = wrong;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return found;
  });
  assert.deepEqual(errors, ["FORM-09", "FORM-09", "FORM-10"]);
  assert.equal((await dossierOf(page)).product.name, exampleOf("thuc-pham-lan-dau").product.name);
  await put(page, exampleOf("du-lich-lan-dau"));
  assert.equal((await dossierOf(page)).product.set, 26);
  await page.evaluate(() => (document.querySelector("ocop-dossier").dossier = null));
  await page.locator("#begin").waitFor();
  await eventually(async () => assert.equal(await page.locator(".products > ul > .product").count(), 1, "it took the place of the first"));
  await page.locator("#removed summary").click();
  await page.locator("#removed button").click();
  await eventually(async () => assert.equal(await page.locator(".products > ul > .product").count(), 2, "which can still be had back"));
  await done(page);
});

test("with disabled everything can be read and nothing changed, and back", async () => {
  const page = await visitWith(everything());
  const disable = (on) => page.evaluate((now) => document.querySelector("ocop-dossier").toggleAttribute("disabled", now), on);
  const controls = () => page.locator(".entry :is(input, textarea, select), .entry button:not([id^=paper-], #finish, #package, #save-json, [id^=edit-], [id$=-open], [id$=-find], #find-evidence, #due-save)");
  await disable(true);
  await walk(page, async (where) => {
    if (!/finish|due/.test(where)) assert.deepEqual(await controls().evaluateAll((all) => all.map(({ outerHTML }) => outerHTML.slice(0, 100))), [], where);
  });
  await openTask(page, "producer");
  await reads(page.locator('[data-path="/producer/name"]'), new RegExp(exampleOf("thuc-pham-lan-dau").producer.name));
  await disable(false);
  await page.locator("#at-producer-name").waitFor();
  await disable(true);
  await page.locator("#to-list").click();
  await page.locator("#to-home").click();
  await page.locator(".product .open").waitFor();
  assert.equal(await page.locator(".way-in, .product .actions button").count(), 0);
  await done(page);
});

test("a print that the browser begins has the page at hand", async () => {
  const page = await visitWith(exampleOf("thuc-pham-lan-dau"));
  await openTask(page, "plan");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("#at-report-plan-market").isVisible(), true);
  assert.equal(await page.locator(".bar").isVisible(), false);
  await done(page);
});

test("the ways to begin stand where they are from the first, below the dossiers that are kept", async () => {
  const page = await visitWith(exampleOf("thuc-pham-lan-dau"));
  await page.locator("#to-home").click();
  await page.locator(".product").waitFor();
  await page.addInitScript(() => {
    globalThis.places = [];
    const look = () => {
      const begin = document.querySelector("ocop-dossier")?.shadowRoot?.querySelector("#begin");
      if (begin) globalThis.places.push(Math.round(begin.getBoundingClientRect().top + scrollY));
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.reload();
  await page.locator(".product").waitFor();
  await page.waitForFunction(() => globalThis.places.length > 10);
  assert.equal(new Set(await page.evaluate(() => globalThis.places)).size, 1);
  await done(page);
});

test("dossiers stand side by side: copied, removed, had back", async () => {
  const page = await visitWith(exampleOf("thuc-pham-lan-dau"));
  await page.locator("#to-home").click();
  await page.locator("[id^=copy-]").click();
  await eventually(async () => assert.equal(await page.locator(".product").count(), 2));
  await page.locator("[id^=remove-]").first().click();
  await eventually(async () => assert.equal(await page.locator(".product").count(), 1));
  await page.locator(".notice", { hasText: "Đã xóa" }).getByRole("button", { name: "Hoàn tác" }).click();
  await eventually(async () => assert.equal(await page.locator(".product").count(), 2));
  await done(page);
});

test("no page has an axe finding, and none is wider than the screen", async () => {
  const looks = [{ viewport: phone }, { viewport: { width: 320, height: 640 }, asksAxe: false }, { viewport: desktop, colorScheme: "dark", lang: "en" }];
  for (const { lang = "vi", asksAxe = true, ...options } of looks) { // to axe 320 pixels are as 360
    const page = await visitForm(options);
    await page.evaluate((tag) => (document.querySelector("ocop-dossier").lang = tag), lang);
    const look = async (where) => {
      await page.setViewportSize(options.viewport);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ ...options.viewport, height }); // at full length nothing lies half under the bar
      if (asksAxe) assert.deepEqual(await findings(page), [], where);
      const wide = await page.evaluate(() => [...document.querySelector("ocop-dossier").shadowRoot.querySelectorAll("*")].filter((e) => e.checkVisibility() && !e.closest(".unseen, .one > .box > .name") && e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5).map((e) => e.outerHTML.slice(0, 120)));
      assert.deepEqual(wide, [], where);
    };
    await look("home");
    await put(page, everything());
    await look("list");
    await walk(page, look);
    await done(page);
  }
});

