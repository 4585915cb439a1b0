// What dossiers are called.

import type { Form } from "./form.js";
import { isTable, valueAt, type Table } from "./tree.js";

/** The product's name; "" where there is none yet. */
export function nameOf({ product }: Table): string {
  return isTable(product) && typeof product.name === "string" ? product.name.trim() : "";
}

/** The kind of application in words; "" while there is none. */
export function applicationName(form: Form, dossier: Table): string {
  const kind = valueAt(dossier, "/application");
  return form.shape("/application").choices?.find(({ value }) => value === kind)?.title ?? "";
}
