// What a link carries: a sheet's vector, and behind a ~ what stands beside the levels,
// as JSON in base64url. A link without it is as good as ever.

import type { Ocop } from "../ocop.js";
import { OcopError, problemOf, type Words } from "../problems.js";
import type { Sheet } from "../types.js";
import { sheetOf, wholeSheet, type Draft } from "./draft.js";
import { linkTo, type Links } from "./share.js";

/** The links of a draft. */
export function linksOf(ocop: Ocop, draft: Draft): Links {
  const { about, evidence, notes } = wholeSheet(draft);
  const beside = { ...(about && { about }), ...(evidence && { evidence }), ...(notes && { notes }) };
  const vector = ocop.vector(sheetOf(draft));
  const linkWith = (data: object) => linkTo(Object.keys(data).length > 0 ? `${vector}~${toBase64(JSON.stringify(data))}` : vector);
  return { whole: linkWith(beside), toView: linkWith({ ...beside, view: true }), levels: linkTo(vector) };
}

/** The sheet in a link; one that is not as the rules want it throws an OcopError. */
export function sheetInLink(ocop: Ocop, text: string): { sheet: Sheet; isToView: boolean } {
  const [, vector = "", beside] = /^([^~]*)(?:~(.*))?$/s.exec(text) ?? [];
  const { view = false, ...others } = beside === undefined ? {} : besideIn(beside);
  const sheet = { ...others, ...ocop.parseVector(vector) };
  ocop.score(sheet);
  return { sheet, isToView: view === true };
}

function besideIn(text: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(fromBase64(text));
    if (typeof read === "object" && read !== null && !Array.isArray(read)) return read as Record<string, unknown>;
  } catch {
    // said below
  }
  throw new OcopError([problemOf(broken, "FORM-08")]);
}

const broken: Words = ["Phần tên sản phẩm, minh chứng và ghi chú trong liên kết bị đứt hoặc bị sửa.", "What the link says of product, evidence and notes is cut off, or was changed."];

const toBase64 = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

const fromBase64 = (text: string): string =>
  new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0)));
