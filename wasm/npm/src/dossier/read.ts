// Whether plain data is a dossier that this form can hold: unfinished, with wrong values
// and members that no dossier has, all of which it keeps.

import { documentOf } from "../plain.js";
import { OcopError, problemOf, type Words } from "../problems.js";
import { edition } from "../words.js";
import type { Draft } from "./form.js";
import { isTable } from "./tree.js";

// What a producer's part consists of: one of them is in every dossier that somebody began.
const parts = ["producer", "product", "registration", "report"];

/** Whether something has a part that dossiers have. */
export const looksLikeDossier = (data: unknown): boolean => isTable(data) && parts.some((name) => Object.hasOwn(data, name));

/** The draft that plain data is, with all that stands in it; what is none, or of another edition, throws an OcopError. */
export function draftOf(document: unknown): Draft {
  if (!isTable(document) || !looksLikeDossier(document)) throw new OcopError([problemOf(noDossier, "FORM-09")]);
  const { edition: of = edition } = document;
  if (of !== edition) throw new OcopError([problemOf(otherEdition, "FORM-10", { edition: typeof of === "string" ? of : JSON.stringify(of), own: edition }, "/edition")]);
  documentOf(document); // numbers and letters that no document can have would be refused at each check
  return { edition, ...document } as Draft;
}

const noDossier: Words = [
  "Tệp này là dữ liệu JSON nhưng không phải hồ sơ: không thấy chủ thể, sản phẩm, phiếu đăng ký hay báo cáo. Chưa mở gì.",
  "This file is JSON but no dossier: there is no producer, product, registration or report in it. Nothing was opened.",
];
const otherEdition: Words = [
  "Hồ sơ này lập theo quy định khác ({edition}); biểu mẫu này chỉ lập hồ sơ theo Quyết định 26/2026/QĐ-TTg ({own}). Chưa mở gì, tệp giữ nguyên.",
  "This dossier is of another edition ({edition}); this form is for Decision 26/2026/QĐ-TTg alone ({own}). Nothing was opened, and the file is as it was.",
];
