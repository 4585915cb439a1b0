// The controls of the dossier's form: how they read what people type, and how they are
// used by keyboard and by touch.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { internal } from "./internal.mjs";

const { readDay, writeDay, dayInWords } = await internal("dossier/day");

const today = "2026-07-03";

// A second reading, made without a calendar of the language: days are counted off.
const lengths = (year) => [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (n) => String(n).padStart(2, "0");
const english = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const formats = [
  (y, m, d) => `${d}/${m}/${y}`,
  (y, m, d) => `${two(d)}-${two(m)}-${y}`,
  (y, m, d) => `${d}. ${m}. ${y}`,
  (y, m, d) => `${d} ${m} ${y}`,
  (y, m, d) => `${two(d)}${two(m)}${y}`,
  (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  (y, m, d) => `${y}/${m}/${d}`,
  (y, m, d) => `ngày ${d} tháng ${m} năm ${y}`,
  (y, m, d) => `NGAY ${two(d)} THANG ${two(m)} NAM ${y}`,
  (y, m, d) => ` ${d}  tháng ${m}, năm ${y} `,
  (y, m, d) => `mùng ${d} tháng ${m} năm ${y}`,
  (y, m, d) => `${d} ${english[m - 1]} ${y}`,
  (y, m, d) => `${d} ${english[m - 1].slice(0, 3).toUpperCase()} ${y}`,
  (y, m, d) => `${english[m - 1]} ${d}, ${y}`,
  (y, m, d) => `${d}th of ${english[m - 1]}, ${y}`,
];
const short = [(y, m, d) => `${d}.${m}.${two(y % 100)}`, (y, m, d) => `${two(d)}${two(m)}${two(y % 100)}`, (y, m, d) => `${d} tháng ${m} năm ${two(y % 100)}`];

test("each day of the calendar is read however it is written, and no other one", () => {
  let read = 0;
  for (const year of [1900, 1969, 1970, 1996, 1999, 2000, 2023, 2024, 2026, 2069, 2070, 2100, 2199]) {
    for (let month = 1; month <= 12; month++) {
      for (let day = 1; day <= 31; day++) {
        const is = day <= lengths(year)[month - 1] ? `${year}-${two(month)}-${two(day)}` : undefined;
        for (const format of [...formats, ...(year >= 1970 && year < 2070 ? short : [])]) {
          const text = format(year, month, day);
          assert.equal(readDay(text, today), is, text);
          read++;
        }
        if (!is) continue;
        assert.equal(writeDay(is), `${two(day)}/${two(month)}/${year}`);
        assert.equal(readDay(writeDay(is), today), is);
        for (const lang of ["vi", "en"]) assert.equal(readDay(dayInWords(is, lang), today), is, dayInWords(is, lang));
      }
    }
  }
  assert.ok(read > 70_000);
});

test("a day without a year is of the year at hand; two figures are of 1970 to 2069", () => {
  assert.equal(readDay("3/7", "2025-01-09"), "2025-07-03");
  assert.equal(readDay("3 tháng 7", today), "2026-07-03");
  assert.equal(readDay("29/2", today), undefined);
  assert.equal(readDay("1.1.69", today), "2069-01-01");
  assert.equal(readDay("1.1.70", today), "1970-01-01");
});

test("what is no day stays unread", () => {
  for (const text of ["", "30/2", "31/4/2026", "29/2/2025", "7/13/2026", "0/7/2026", "3/0/2026", "32/1/26", "3/7/202", "3/7/20266", "3/7/0026", "3/7/2200", "2026", "7/2026", "tháng 7 năm 2026",
    "3 tháng giêng 2026", "rằm tháng bảy", "3 j 2026", "3 ju 2026", "hôm qua", "3/7/2026 hoặc 4/7/2026", "2026-7", "2026-13-01", "1e1/1/2026", "-3/7/2026", "3//7/2026", "20260703"]) {
    assert.equal(readDay(text, today), undefined, text);
  }
});

test("a day is said with its day of the week", () => {
  assert.equal(dayInWords("2026-07-03", "vi"), "Thứ Sáu, 3 tháng 7 năm 2026");
  assert.equal(dayInWords("2026-07-03", "en"), "Friday, 3 July 2026");
  assert.equal(dayInWords("no day", "vi"), "no day");
});
