// Places in a dossier, in the words of the form.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { internal } from "./internal.mjs";

const [{ placeWords }, { fieldsOf, shapeAt }, { sayIn }, { valueAt }] = await Promise.all(["dossier/where", "dossier/shape", "dossier/texts", "dossier/tree"].map(internal));

const form = (lang, dossier = {}) => {
  const shape = JSON.parse(readFileSync(new URL(`../npm/words/qd26-2026/${lang}/dossier.json`, import.meta.url), "utf8")).dossier;
  return { t: sayIn(lang), shape: (pointer) => shapeAt(shape, pointer), value: (pointer) => valueAt(dossier, pointer) };
};
const vi = (pointer, dossier) => placeWords(form("vi", dossier), pointer);

test("a place is said as the form names it", () => {
  assert.equal(vi(""), "Cả hồ sơ");
  assert.equal(vi("/producer/phone"), "Chủ thể › Điện thoại");
  assert.equal(vi("/producer/representative/gender"), "Chủ thể › Người đại diện theo pháp luật › Giới tính");
  assert.equal(placeWords(form("en"), "/producer/phone"), "Producer › Telephone");
});

test("a criterion is said by its number, a claim's without the way to it", () => {
  assert.equal(vi("/report/claims"), "Báo cáo tự đánh giá › Kết quả tự đánh giá theo tiêu chí");
  assert.equal(vi("/report/claims/1.1"), "Tiêu chí 1.1");
  assert.equal(vi("/report/claims/1.1/evidence"), "Tiêu chí 1.1 › Tài liệu minh chứng");
  assert.equal(vi("/report/claims/1.1/evidence/2"), "Tiêu chí 1.1 › Tài liệu minh chứng");
  assert.equal(vi("/report/claims/7/description"), "Tiêu chí 7 › Mô tả");
  assert.equal(vi("/proposed/answers/6.1.2"), "Kết quả Tổ tư vấn đề xuất › Tiêu chí 6.1.2");
  assert.equal(vi("/council/members/0/answers/1.1", { council: { members: [{ name: "Bà An", id: "m1" }] } }), "Kết quả của Hội đồng cấp tỉnh › Phiếu của thành viên › 1. Bà An › Tiêu chí 1.1");
});

test("a row is said by its number and what is in it", () => {
  const dossier = { evidence: [{ id: "a" }, { id: "b", title: "Giấy phép" }, { id: "c", title: " " }, "x", {}], report: { results: { years: [{ year: 2025 }, {}] } }, requests: [{ kind: "completion", asked: "2026-07-01" }] };
  assert.equal(vi("/evidence/0/expires", dossier), "Tài liệu minh chứng › 1. a › Ngày hết hạn");
  assert.equal(vi("/evidence/1", dossier), "Tài liệu minh chứng › 2. Giấy phép");
  assert.equal(vi("/evidence/2", dossier), "Tài liệu minh chứng › 3. c");
  assert.deepEqual([3, 4, 9].map((i) => vi(`/evidence/${i}`, dossier)), [4, 5, 10].map((n) => `Tài liệu minh chứng › dòng ${n}`));
  assert.equal(vi("/report/results/years/0/profit", dossier), "Báo cáo tự đánh giá › Kết quả thực hiện phương án sản xuất kinh doanh › Doanh thu và lợi nhuận theo năm › 1. 2025 › Lợi nhuận (triệu đồng)");
  assert.match(vi("/requests/0/done", dossier), /^Việc cơ quan yêu cầu › 1\. 2026-07-01 › /);
});

test("what dossiers do not have is said by its own name", () => {
  assert.equal(vi("/producer/fax"), "Chủ thể › fax");
  assert.equal(vi("/constructor/0/a~1b"), "constructor › 0 › a/b");
});

test("every field has a place in words, in both languages", () => {
  for (const lang of ["vi", "en"]) {
    const speaking = form(lang);
    for (const field of fieldsOf(speaking.shape(""))) {
      const words = placeWords(speaking, field.replaceAll("/*", "/0"));
      assert.doesNotMatch(words, /undefined|\{|\/|^$/, `${field}: ${words}`);
    }
  }
});
