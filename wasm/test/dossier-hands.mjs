// Fills in a dossier as people do: looks at the page at hand for what it asks, and enters
// what a dossier that is wanted has there, by the keyboard alone, by touch, or by what
// drives Firefox and WebKit. Hands have
//
// - look(work, arg): what a function gives in the page
// - press(id), check(id), select(id, value), write(id, text), pick(id, text, name): a button or fold, a radio or box,
//   a list, a field, a combobox by what is typed and what is chosen then
// - files(id, files): gives a button's file chooser files; { name, bytes }
// - answer(value): a choice of the dialog that is open
// - page(id): a task, or the page after this one, and waits until it is there

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { item, itemsOf, sum, zipOf } from "./bags.mjs";
import { eventually } from "./eventually.mjs";

// ---- what is wanted

/** A small file with the content of its kind, and a different one for each name. */
export function fileOf(name) {
  const letters = { pdf: "%PDF-1.7\n", jpg: "ÿØÿà", jpeg: "ÿØÿà", png: "\x89PNG\r\n\x1a\n", mp4: "\0\0\0\x18ftypmp42\0\0\0\0mp42isom" }[name.split(".").pop()];
  const bytes = letters ? Buffer.concat([Buffer.from(letters, "latin1"), Buffer.from(`${name}\n`.repeat(40))]) : zipOf([item("[Content_Types].xml", name), item("xl/workbook.xml", name)]);
  return { name, bytes };
}

/** The dossier with the sizes and hashes of the files that fileOf makes. */
export function withFiles(dossier) {
  const evidence = dossier.evidence.map((piece) => {
    const { bytes } = fileOf(piece.file.name);
    return { ...piece, file: { ...piece.file, size: bytes.length, sha256: sum(bytes) } };
  });
  return { ...dossier, evidence };
}

/** A dossier and its files as the package that the library makes. */
export function packageOf(dossier) {
  const whole = withFiles(dossier);
  return zipOf(itemsOf(whole, new Map(whole.evidence.map(({ file }) => [file.name, fileOf(file.name).bytes]))));
}

/** What the producer writes of a dossier; all of the offices is left out. */
export function producersPart({ communeReport, proposed, council, provinceProposal, ministry, decision, requests, inspections, withdrawal, ...own }) {
  const { communeReceipt, provinceReceipt, ...registration } = own.registration;
  return structuredClone({ ...own, registration });
}

const idLists = new Set(["evidence", "renewed"]);

/** A dossier with other ids of its evidence; those that lead nowhere are left out, and so are lists without any. */
function renamed(value, ids) {
  if (Array.isArray(value)) return value.map((one) => renamed(one, ids));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, member]) => {
    if (!idLists.has(name) || !Array.isArray(member) || member.some((one) => typeof one !== "string")) return [[name, renamed(member, ids)]];
    const list = member.flatMap((id) => ids.get(id) ?? []).sort();
    return list.length > 0 ? [[name, list]] : [];
  }));
}

/** What is wanted, with the ids, the files and the order of the pieces that are there by now. */
export function aimOf(wanted, { evidence: there = [] }) {
  const named = new Map(there.map((piece) => [piece.file.name, piece]));
  const aim = renamed(wanted, new Map(wanted.evidence.map(({ id, file }) => [id, named.get(file.name)?.id])));
  const pieces = there.map(({ id, file }) => ({ ...wanted.evidence.find((piece) => piece.file.name === file.name), id, file }));
  return { ...aim, evidence: pieces };
}

/** That a dossier holds all that is wanted, and nothing else. */
export function assertSame(dossier, wanted) {
  assert.equal(dossier.evidence.length, wanted.evidence.length);
  assert.deepEqual(renamed(dossier, new Map(dossier.evidence.map(({ id }) => [id, id]))), aimOf(wanted, dossier));
}

const at = (value, pointer) => pointer.split("/").slice(1).reduce((inside, name) => inside?.[name], value);

/** A day as one person and another writes it. */
const ways = [
  (y, m, d) => `${+d}/${+m}/${y}`, (y, m, d) => `${d}-${m}-${y}`, (y, m, d) => `ngày ${+d} tháng ${+m} năm ${y}`, (y, m, d) => `${d}.${m}.${y}`,
  (y, m, d) => `${+d}/${+m}/${y.slice(2)}`, (y, m, d) => `${d}${m}${y}`, (y, m, d) => `${+d} thang ${+m} nam ${y}`, (y, m, d) => `${y}-${m}-${d}`,
];
let days = 0;
const written = (day) => ways[days++ % ways.length](...day.split("-"));

const without = (text) => text.replace(/đ/g, "d").replace(/Đ/g, "D").normalize("NFD").replace(/\p{M}/gu, "");

// ---- what a page asks

/** In the page: what can be used there, in order, and the dossier. */
function asked() {
  const form = document.querySelector("ocop-dossier");
  const root = form.shadowRoot;
  const controls = [...root.querySelectorAll(".entry :is(input, select, textarea, button, summary)")].filter((one) => one.id && one.checkVisibility() && !one.disabled && !one.matches("[aria-hidden]"));
  return {
    dossier: form.dossier,
    controls: controls.map((one) => ({
      id: one.id, tag: one.localName, type: one.type, role: one.role, value: one.value, checked: one.checked, isDay: one.parentElement.matches(".day"), isOpen: one.localName === "summary" && one.parentElement.open,
      path: one.closest("[data-path]")?.dataset.path, isNumber: one.matches(".number"),
    })),
  };
}

/** The pointer that an id is made of begins with this. */
const idOf = (pointer) => `at${pointer.replaceAll("/", "-")}`;

/** What is to be done at a control; undefined where all is there. */
function wish(control, { dossier, aim, wanted, names }) {
  const { id, tag, type, role, value, checked, path, isDay, isNumber, isOpen } = control;
  const year = /^at-report-results-years-(\d{4})-(revenue|profit|output|unit)$/.exec(id);
  if (year) return wishYear(year, { dossier, aim });
  const proves = /^at-evidence-(\d+)-proves-(.+)$/.exec(id);
  if (proves) {
    const is = (of) => (of.report.claims[proves[2]]?.evidence ?? []).includes(dossier.evidence[proves[1]].id);
    return is(aim) !== checked && ((hands) => hands.check(id));
  }
  if (type === "search") return at(dossier, "/product/set") === undefined && ((hands) => hands.set(names.set, aim.product.set));
  if (path === undefined) return undefined;
  const [stands, is] = [at(dossier, path), at(aim, path)];
  if (tag === "summary") return wishFold(id, isOpen, { dossier, aim });
  if (tag === "button") return id === `${idOf(path)}-add` && (stands?.length ?? 0) < (is?.length ?? 0) && ((hands) => hands.press(id));
  if (type === "radio") {
    const code = /\/claims\/[\d.]+$/.test(path) ? is?.option : is;
    return code !== undefined && String(code) === value && !checked && ((hands) => hands.check(id));
  }
  if (type === "checkbox") {
    if (Array.isArray(stands) || Array.isArray(is)) { // a list of ids; the box's own ends its id
      const own = id.slice(idOf(path).length + 1);
      return (is ?? []).includes(own) !== checked && ((hands) => hands.check(id));
    }
    return path !== undefined && (is === true) !== checked && ((hands) => hands.check(id));
  }
  if (is === undefined || is === stands || typeof is === "object") return undefined;
  if (role === "combobox") return (hands) => hands.pick(id, without(names[path]), names[path]);
  if (tag === "select") return (hands) => hands.select(id, String(is));
  if (isDay) return (hands) => hands.write(id, written(is));
  if (isNumber) return (hands) => hands.write(id, is > 9999 ? is.toLocaleString("vi") : String(is));
  return (hands) => hands.write(id, is);
}

function wishYear([id, year, column], { dossier, aim }) {
  const row = ({ report }) => report?.results?.years?.find((one) => String(one.year) === year);
  const [is, stands] = [row(aim)?.[column], row(dossier)?.[column]];
  return is !== undefined && is !== stands && ((hands) => hands.write(id, typeof is === "number" ? is.toLocaleString("vi") : is));
}

/** Opens a card of evidence that is not filled in, and folds in it that have something to be entered; folds the card once it is. */
function wishFold(id, isOpen, { dossier, aim }) {
  const [, i, fold] = /^at-evidence-(\d+)-(?:(printed|others)-)?summary$/.exec(id) ?? [];
  if (i === undefined) return undefined;
  const [stands, is] = [dossier.evidence[i], aim.evidence[i]];
  const isOther = (...members) => members.some((name) => is[name] !== undefined && is[name] !== stands[name]);
  const tied = (of) => Object.entries(of.report.claims).filter(([, claim]) => claim.evidence?.includes(stands.id)).map(([code]) => code).join();
  const isUntied = tied(dossier) !== tied(aim);
  const opens = fold === "printed" ? isOther("number", "issuer", "issued", "expires") : fold === "others" ? isUntied : isUntied || isOther("kind", "title", "number", "issuer", "issued", "expires", "pages");
  if (isOpen) return !opens && fold === undefined && ((hands) => hands.press(id));
  return opens && ((hands) => unfold(hands, id));
}

/**
 * Opens a fold; what is in it may be drawn only then. One that the form opened as it
 * was pressed is closed by that, and pressed once more, as a person does.
 */
export async function unfold(hands, id) {
  const isThere = (one) => document.querySelector("ocop-dossier").shadowRoot.getElementById(one)?.matches("details[open] > :not(:last-child)");
  const opens = () => eventually(async () => assert.ok(await hands.look(isThere, id), `${id} does not open`), 5000);
  await hands.press(id);
  await opens().catch(async () => {
    await hands.press(id);
    await opens();
  });
}

/** What changes which controls there are: the page is looked at again then. */
const isTurning = ({ tag, type, role }) => tag === "button" || tag === "summary" || type === "search" || role === "combobox";

/** Enters all that the page at hand asks and has not. */
export async function fill(hands, wanted, names) {
  let last = "";
  let tries = 0;
  for (;;) {
    const { controls, dossier } = await hands.look(asked);
    const aim = aimOf(wanted, dossier);
    const wishes = controls.map((control) => ({ control, act: wish(control, { dossier, aim, wanted, names }) })).filter(({ act }) => act);
    if (wishes.length === 0) return;
    const now = JSON.stringify(wishes.map(({ control }) => control));
    tries = now === last ? tries + 1 : 0;
    assert.ok(tries <= (hands.tries ?? 0), `nothing came of it: ${wishes[0].control.id}`);
    last = now;
    const turn = wishes.findIndex(({ control }) => isTurning(control));
    for (const { act } of wishes.slice(0, turn < 0 ? undefined : turn + 1)) await act(hands);
  }
}

/** Adds the files of pieces that are not there, kind by kind, at a place for files. */
export async function addEvidence(hands, wanted, place = "evidence", only = () => true) {
  const { dossier } = await hands.look(asked);
  const there = new Set((dossier.evidence ?? []).map(({ file }) => file.name));
  const missing = wanted.evidence.filter((piece) => !there.has(piece.file.name) && only(piece));
  for (const kind of new Set(missing.map((piece) => piece.kind))) {
    const files = missing.filter((piece) => piece.kind === kind).map(({ file }) => fileOf(file.name));
    await hands.select(`kind-${place}`, kind);
    await hands.files(`choose-${place}`, files);
    files.forEach(({ name }) => there.add(name));
    await eventually(async () => assert.deepEqual(((await hands.look(asked)).dossier.evidence ?? []).map(({ file }) => file.name).sort(), [...there].sort()), 30_000);
  }
}

// ---- hands

const focused = () => {
  const form = document.querySelector("ocop-dossier");
  const { id, name } = form.shadowRoot.activeElement ?? {};
  return { id, name };
};
/** In the page: how many presses of Tab lead to an element from what has the keyboard, less than none where it is before it: an estimate, which is looked at again there. */
const distance = ([id, group]) => {
  const root = document.querySelector("ocop-dossier").shadowRoot;
  const [to, from] = [root.getElementById(id), root.activeElement];
  if (!to || to === from) return 0;
  const all = [...root.querySelectorAll("input, select, textarea, button, summary, [tabindex='-1']")].filter((one) => one === from || (one.checkVisibility() && !one.disabled && (one.tabIndex === 0 || one.localName === "summary")));
  const stops = all.filter((one, i) => one === from || one === to || one.type !== "radio" || all[i - 1]?.name !== one.name);
  const index = (one) => stops.findIndex((stop) => stop === one || (group && stop.name === group && one === to));
  return index(to) - (from ? index(from) : -1) || 1;
};
const byId = (page, id) => page.locator(`ocop-dossier [id="${id}"]`);

const played = (files) => files.map(({ name, bytes }) => ({ name, mimeType: "", buffer: bytes }));

/** What keyboard and touch in Chromium have in common. */
const common = (page) => ({
  look: (work, arg) => page.evaluate(work, arg),
  async type(text) {
    if (text.length > 30) await page.keyboard.insertText(text); // as a keyboard for Vietnamese gives it
    else await page.keyboard.type(text);
  },
});

/** Waits until the heading that stood there is gone. */
async function turned(page, act) {
  await page.evaluate(() => {
    const form = document.querySelector("ocop-dossier");
    form.shadowRoot.querySelector("h2").dataset.stood = "";
  });
  await act();
  await page.waitForFunction(() => {
    const heading = document.querySelector("ocop-dossier").shadowRoot.querySelector("h2");
    return heading && !("stood" in heading.dataset);
  });
}

/** The keyboard, and nothing else. */
export function keyboard(page) {
  page.on("filechooser", () => {}); // so that choosers are caught from now on, and not only while one is waited for
  const key = (name) => page.keyboard.press(name);
  const reach = async (id, group) => {
    await byId(page, id).waitFor(); // what folds hold is drawn as they open
    const isThere = ({ id: now, name }) => now === id || (group && name === group);
    for (let rounds = 0; !isThere(await page.evaluate(focused)); rounds++) {
      assert.ok(rounds < 100, `the keyboard does not come to ${id}`);
      const presses = await page.evaluate(distance, [id, group]);
      for (let i = 0; i < Math.abs(presses); i++) await key(presses < 0 ? "Shift+Tab" : "Tab");
    }
  };
  const hands = {
    ...common(page), reach,
    async press(id) {
      await reach(id);
      await key("Enter");
    },
    async check(id) {
      const { type, name } = await page.evaluate((one) => {
        const { type, name } = document.querySelector("ocop-dossier").shadowRoot.getElementById(one);
        return { type, name };
      }, id);
      if (type === "checkbox") {
        await reach(id);
        return key("Space");
      }
      await reach(id, name);
      if ((await page.evaluate(focused)).id === id) return key("Space");
      for (let presses = 0; (await page.evaluate(focused)).id !== id; presses++) {
        assert.ok(presses < 20, `the arrows do not come to ${id}`);
        await key("ArrowDown");
      }
    },
    async select(id, value) {
      await reach(id);
      const steps = await page.evaluate(([one, to]) => {
        const list = document.querySelector("ocop-dossier").shadowRoot.getElementById(one);
        return [...list.options].findIndex((option) => option.value === to) - list.selectedIndex;
      }, [id, value]);
      for (let i = 0; i < Math.abs(steps); i++) await key(steps > 0 ? "ArrowDown" : "ArrowUp");
    },
    async write(id, text) {
      await reach(id);
      await key("Control+A");
      await hands.type(text);
      await key("Tab");
    },
    async pick(id, text, name) {
      await reach(id);
      await key("Control+A");
      await page.keyboard.type(text);
      const entry = () => page.evaluate((one) => {
        const root = document.querySelector("ocop-dossier").shadowRoot;
        return root.getElementById(root.getElementById(one).getAttribute("aria-activedescendant"))?.querySelector("span").textContent;
      }, id);
      await byId(page, `${id}-list`).locator("li", { hasText: name }).first().waitFor();
      for (let presses = 0; (await entry()) !== name; presses++) {
        assert.ok(presses < 60, `the arrows do not come to ${name}`);
        await key("ArrowDown");
      }
      await key("Enter");
    },
    async set(text, no) {
      await reach("search");
      await page.keyboard.type(text);
      await key("ArrowDown");
      const here = () => page.evaluate(() => document.querySelector("ocop-dossier").shadowRoot.activeElement?.dataset.set);
      for (let presses = 0; (await here()) !== String(no); presses++) {
        assert.ok(presses < 26, `the arrows do not come to set ${no}`);
        await key("ArrowDown");
      }
      await key("Enter");
    },
    async files(id, files) {
      await reach(id);
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), key("Enter")]);
      await chooser.setFiles(played(files));
    },
    async answer(value) {
      const choice = page.locator(`ocop-dossier dialog [data-choice="${value}"]`);
      await choice.waitFor();
      const here = () => page.evaluate(() => document.querySelector("ocop-dossier").shadowRoot.activeElement?.dataset.choice);
      for (let presses = 0; (await here()) !== value; presses++) {
        assert.ok(presses < 20, `the keyboard does not come to ${value}`);
        await key("Tab");
      }
      await key("Enter");
    },
    page: (id) => turned(page, () => hands.press(id)),
  };
  return hands;
}

/** A finger: what is touched has to be seen and lie free. */
export const touch = (page) => pointing(page, "tap");

export const mouse = (page) => pointing(page, "click");

function pointing(page, how) {
  page.on("filechooser", () => {});
  const press = (locator) => locator[how]();
  const hands = {
    ...common(page),
    press: (id) => press(byId(page, id)),
    check: (id) => press(page.locator(`ocop-dossier label:has([id="${id}"])`)),
    select: (id, value) => byId(page, id).selectOption(value), // the browser's own list
    async write(id, text) {
      await hands.press(id);
      await page.keyboard.press("Control+A");
      await hands.type(text);
      await byId(page, id).blur();
    },
    async pick(id, text, name) {
      await hands.press(id);
      await page.keyboard.press("Control+A");
      await page.keyboard.type(text);
      await press(byId(page, `${id}-list`).locator("li").filter({ has: page.getByText(name, { exact: true }) }).first());
    },
    async set(text, no) {
      await hands.press("search");
      await page.keyboard.type(text);
      await press(page.locator(`ocop-dossier [data-set="${no}"]`));
    },
    async files(id, files) {
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), hands.press(id)]);
      await chooser.setFiles(played(files));
    },
    answer: (value) => press(page.locator(`ocop-dossier dialog [data-choice="${value}"]`)),
    page: (id) => turned(page, () => hands.press(id)),
  };
  return hands;
}

/** What drives Firefox and WebKit. */
export function driven(browser) {
  // In the page: each is brought to the middle, as drivers press what lies over it else: the bar at the foot.
  const query = (selector) => {
    const found = document.querySelector("ocop-dossier").shadowRoot.querySelector(selector);
    found?.scrollIntoView({ block: "center" });
    return found;
  };
  const found = (id) => `[id="${id}"]`;
  /** What is being drawn anew may lie under something for a moment: WebKit refuses to press it then. */
  const click = (selector) => eventually(() => browser.click(query, selector));
  const there = (find, what) => eventually(async () => assert.ok(await browser.evaluate(find, what), `${what} is missing`), 30_000);
  /** In the page: makes what is typed take the place of what stands in a field, which WebKit's driver cannot press in a shadow tree. */
  const selectAll = (id) => {
    const field = document.querySelector("ocop-dossier").shadowRoot.getElementById(id);
    field.focus();
    field.select();
  };
  const press = async (id) => {
    await there((one) => document.querySelector("ocop-dossier").shadowRoot.getElementById(one) !== null, id);
    await click(found(id));
  };
  const stood = (id) => {
    const root = document.querySelector("ocop-dossier").shadowRoot;
    if (id) root.querySelector("h2").dataset.stood = "";
    return !("stood" in root.querySelector("h2").dataset);
  };
  return {
    tries: 3, // WebKit's driver now and then presses what was there before a drawing
    look: (work, arg) => browser.evaluate(work, arg),
    press,
    check: (id) => click(`label:has(${found(id)})`),
    select: (id, value) => browser.evaluate((one, to) => { // no driver opens the browser's own list
      const list = document.querySelector("ocop-dossier").shadowRoot.getElementById(one);
      list.value = to;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    }, id, value),
    async write(id, text) {
      await browser.evaluate(selectAll, id);
      await browser.write(text.replaceAll("\n", " "));
      await browser.evaluate((one) => document.querySelector("ocop-dossier").shadowRoot.getElementById(one).blur(), id);
    },
    async pick(id, text, name) {
      await browser.evaluate(selectAll, id);
      await browser.write(text);
      const entry = (list, of) => {
        const line = [...document.querySelector("ocop-dossier").shadowRoot.getElementById(list).children].find((one) => one.querySelector("span").textContent === of);
        line?.scrollIntoView({ block: "center" });
        return line ?? null;
      };
      await there((list) => document.querySelector("ocop-dossier").shadowRoot.getElementById(list).childElementCount > 0, `${id}-list`);
      await eventually(() => browser.click(entry, `${id}-list`, name));
    },
    async set(text, no) {
      await browser.evaluate(selectAll, "search");
      await browser.write(text);
      await click(`[data-set="${no}"]`);
    },
    files: (id, files) => browser.choose(onDisk(files), query, found(id)),
    async answer(value) {
      await there((one) => document.querySelector("ocop-dossier").shadowRoot.querySelector(one) !== null, `dialog [data-choice="${value}"]`);
      await click(`dialog [data-choice="${value}"]`);
    },
    async page(id) {
      await browser.evaluate(stood, id);
      const hasTurned = () => browser.evaluate(stood);
      await eventually(async () => { // for what tries is for, one more press is what a person gives
        if (!(await hasTurned())) await press(id);
        await eventually(async () => assert.ok(await hasTurned(), `${id} leads nowhere`));
      }, 30_000);
    },
  };
}

/** Files on the disk, for choosers that take no others; each time in a folder of their own, as a browser reads none that was written anew since. */
let all;
const onDisk = (files) => {
  if (!all) process.once("exit", () => rmSync(all, { recursive: true }));
  all ??= mkdtempSync(join(tmpdir(), "ocop-hands-"));
  const folder = mkdtempSync(join(all, "files-"));
  return files.map(({ name, bytes }) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
};
