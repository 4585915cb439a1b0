// What is due in a dossier, finished or not, and the file that calendars take.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, test } from "node:test";

import { load } from "../npm/node/index.js";
import { internal } from "./internal.mjs";

const folder = new URL("../../examples/dossiers/", import.meta.url);
const dossiers = readdirSync(folder).filter((name) => name.endsWith(".json")).map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")));
const on = "2026-11-26";

let ocop, due, calendar;
before(async () => ([ocop, due, calendar] = await Promise.all([load(), internal("dossier/due"), internal("dossier/calendar")])));

test("a dossier with a gap has the deadlines of the whole one", () => {
  const completed = { ...dossiers.find(({ ministry }) => ministry), requests: [{ kind: "completion", by: "province", asked: "2026-07-14", done: "2026-07-20" }, { kind: "completion", by: "ministry", asked: "2026-09-14" }] };
  const again = { ...dossiers.find(({ application, council }) => application === "re-assessment" && !council), registration: undefined };
  again.registration = { ...dossiers.find(({ application }) => application === "re-assessment").registration, communeReceipt: { number: "01-04/PĐK-24-09292-2026", date: "2026-07-06", receiver: "A" }, provinceReceipt: { number: "19-63/PĐK-24-09292-2026", date: "2026-07-10", receiver: "B" } };
  const inspected = { ...dossiers.find(({ decision }) => decision), inspections: [{ date: "2026-10-01", kind: "periodic", by: "province", conclusion: "breach", ground: "law-broken", concluded: "2026-11-20" }, { date: "2026-11-21", kind: "periodic", by: "province", conclusion: "kept" }] };
  for (const whole of [...dossiers, completed, again, inspected, { ...inspected, withdrawal: { by: "province", date: "2026-11-25", ground: "law-broken" } }]) {
    const { phone: _, ...producer } = whole.producer;
    assert.deepEqual(due.dueOf(ocop, { ...whole, producer }, on), ocop.deadlines(whole, { on }).due, whole.product.name);
  }
});

test("a draft says what follows from what it has", () => {
  assert.deepEqual(due.dueOf(ocop, { edition: "qd26-2026", application: "first", registration: { year: 2026 } }, on), []);
  assert.deepEqual(due.dueOf(ocop, { edition: "qd26-2026" }, on), []);
  const previous = { issued: "2024-02-28" };
  assert.deepEqual(due.dueOf(ocop, { edition: "qd26-2026", application: "re-assessment", previous }, "2026-09-10").map(({ key, from, by, state }) => [key, from, by, state]),
    [["renewal", "2026-09-01", "2026-10-31", "open"], ["expiry", null, "2027-02-28", "open"]]);
  assert.deepEqual(due.dueOf(ocop, { edition: "qd26-2026", application: "first", previous }, on), [], "the one that ended is over");
});

test("what is refused is told by its place in the dossier", () => {
  assert.throws(() => due.dueOf(ocop, { edition: "qd26-2026", application: "re-assessment", previous: { issued: "2026-02-31" } }, on), ({ problems }) => {
    assert.deepEqual(problems.map(({ path }) => path), ["/previous/issued"]);
    return true;
  });
});

test("days are counted by the calendar", () => {
  assert.deepEqual([due.daysBetween("2026-02-27", "2026-03-01"), due.daysBetween("2028-02-27", "2028-03-01"), due.daysBetween(on, on), due.daysBetween("2026-12-31", "2026-12-30")], [2, 3, 0, -1]);
});

// ---- the calendar

const entry = { id: "expiry-abc", day: "2026-12-31", title: "Hết hạn; Trà, “sen”", text: "Điều 4.3\nghi chú \\ hết" };
const now = Date.UTC(2026, 10, 26, 7, 5, 9);

/** The lines as a calendar reads them: unfolded (3.1), each with its name and value. */
const linesOf = (text) => text.replaceAll("\r\n ", "").split("\r\n").slice(0, -1).map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]);

test("a day that is due is an event of that whole day", () => {
  const lines = linesOf(calendar.calendarText("Thời hạn: Trà", [entry], now));
  const of = (name) => lines.filter(([one]) => one === name).map(([, value]) => value);
  assert.deepEqual([lines[0], lines.at(-1)], [["BEGIN", "VCALENDAR"], ["END", "VCALENDAR"]]);
  assert.deepEqual([of("VERSION"), of("UID"), of("DTSTAMP")], [["2.0"], ["expiry-abc@ocop-vn"], ["20261126T070509Z"]]);
  assert.deepEqual([of("DTSTART;VALUE=DATE"), of("DTEND;VALUE=DATE")], [["20261231"], ["20270101"]]);
  assert.deepEqual(of("SUMMARY"), ["Hết hạn\\; Trà\\, “sen”"]);
  assert.deepEqual(of("DESCRIPTION"), ["Điều 4.3\\nghi chú \\\\ hết", "Hết hạn\\; Trà\\, “sen”"]);
  const nested = lines.filter(([name]) => name === "BEGIN" || name === "END").map(([name, value]) => `${name} ${value}`);
  assert.deepEqual(nested.slice(1, -1), ["BEGIN VEVENT", "BEGIN VALARM", "END VALARM", "END VEVENT"]);
});

test("no line is longer than calendars take, and no letter is cut", () => {
  const title = "Nộp hồ sơ đánh giá lại 🌾 ".repeat(20);
  const text = calendar.calendarText("x", [{ ...entry, title }], now);
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.doesNotMatch(text, /[^\r]\n|\r[^\n]|\ufffd/);
  assert.ok(text.isWellFormed?.() ?? true);
  assert.equal(linesOf(text).find(([name]) => name === "SUMMARY")[1], title);
});

test("nothing in a name makes a line of its own", () => {
  const lines = linesOf(calendar.calendarText("a\r\nBEGIN:VEVENT", [{ ...entry, title: "b\rEND:VCALENDAR\u0007", text: "c\u2028d" }], now));
  assert.equal(lines.filter(([name, value]) => name === "BEGIN" && value === "VEVENT").length, 1);
  assert.equal(lines.filter(([name, value]) => name === "END" && value === "VCALENDAR").length, 1);
  assert.equal(lines.find(([name]) => name === "SUMMARY")[1], "b\\nEND:VCALENDAR");
});
