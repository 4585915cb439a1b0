// All products of a device as one file, and back. What is restored stands beside what
// is there: nothing is replaced.

import type { Ocop } from "../ocop.js";
import { OcopError, problemOf, type Words } from "../problems.js";
import type { Problem } from "../types.js";
import { wholeSheet, type Draft } from "./draft.js";
import { saveFile } from "./files.js";
import { problemsOf } from "./intake.js";
import { entryIn, type Kept, type Store } from "./store.js";

const format = "ocop-products";
const version = 1;

/** The file: a product is a sheet with what the device keeps beside it. */
export interface Backup {
  format: typeof format;
  version: number;
  products: unknown[];
}

/** Hands all products out as one file. */
export function saveBackup(products: readonly Kept[]): void {
  const file: Backup = { format, version, products: products.map(({ draft, at }) => ({ sheet: wholeSheet(draft), wishes: draft.wishes, at })) };
  saveFile(`san-pham-ocop-${new Date().toLocaleDateString("sv")}.json`, `${JSON.stringify(file, null, 1)}\n`); // that is 2026-08-21
}

/** The backup in a document; null where it is none. One that a later version of the form has made is refused. */
export const backupIn = (document: Uint8Array): Backup | null => fileIn(document, { format, version, list: "products" }) as Backup | null;

/** The file of a format with a list in a document; null where it is none. */
export function fileIn(document: Uint8Array, of: { format: string; version: number; list: string }): unknown {
  let file;
  try {
    file = JSON.parse(new TextDecoder().decode(document));
  } catch {
    return null;
  }
  if (file?.format !== of.format) return null;
  if (file.version !== of.version || !Array.isArray(file[of.list])) throw new OcopError([problemOf(later, "FORM-07", { version: String(file.version) })]);
  return file;
}

/** Said of a backup that another version of a form has made. */
const later: Words = ["Bản sao lưu này do một phiên bản khác của biểu mẫu tạo ra ({version}); hãy mở bằng phiên bản mới nhất. Chưa mở gì, dữ liệu đang có không đổi.", "This backup was made by another version of the form ({version}); open it with the latest. Nothing was opened, and nothing that is here has changed."];

/** What became of a backup: how many products came in, were there, and what is wrong with the others. */
export interface Restored {
  added: number;
  there: number;
  refused: Problem[];
}

/** Puts the products of a backup beside those that are kept. */
export function restore({ products }: Backup, store: Store, ocop: Ocop): Restored {
  const told: Restored = { added: 0, there: 0, refused: [] };
  const known = new Set(store.products().map(({ draft }) => textOf(draft)));
  for (const [i, product] of products.entries()) {
    try {
      const { draft, at } = productIn(product, ocop);
      if (known.has(textOf(draft))) {
        told.there++;
        continue;
      }
      known.add(textOf(draft));
      store.add(draft, at);
      told.added++;
    } catch (error) {
      told.refused.push(...problemsOf(error).map((problem) => ({ ...problem, path: `/products/${i}/sheet${problem.path}` })));
    }
  }
  return told;
}

/** A product of a backup; one that the rules refuse throws an OcopError. */
function productIn(product: unknown, ocop: Ocop): { draft: Draft; at: number } {
  const entry = entryIn(product);
  if (entry) ocop.score(wholeSheet(entry.draft));
  else throw new OcopError([problemOf(unreadable, "FORM-06")]);
  return entry;
}

const unreadable: Words = ["Không đọc được sản phẩm này trong bản sao lưu; các sản phẩm khác vẫn được mở.", "This product in the backup cannot be read; the others were opened."];

const textOf = (draft: Draft): string => JSON.stringify(wholeSheet(draft));
