// Values as they are read: in lists of what is entered, and where somebody may not write.

import { criteriaOf } from "../element/law.js";
import { writeDay } from "./day.js";
import type { Form } from "./form.js";
import { writeNumber } from "./number.js";
import { isYear, type Shape } from "./shape.js";
import type { Json } from "./tree.js";

/** A value in words. */
export function textOf(form: Pick<Form, "t" | "lang">, shape: Shape, value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  switch (shape.kind) {
    case "choice":
      return shape.choices?.find((choice) => choice.value === value)?.title ?? String(value);
    case "date":
      return writeDay(String(value));
    case "flag":
      return value === true ? form.t("yes") : "";
    case "number":
      return typeof value === "number" && !isYear(shape) ? writeNumber(value, form.lang) : String(value);
    default:
      return typeof value === "object" ? JSON.stringify(value) : String(value);
  }
}

/** A level in words: its letter, what is printed of it, and its points; "" where there is none. */
export function levelWords({ rubric, t }: Pick<Form, "rubric" | "t">, code: string, option: Json | undefined): string {
  if (typeof option !== "string") return "";
  const printed = rubric && criteriaOf(rubric).find((one) => one.code === code)?.options.find((one) => one.code === option);
  if (!printed) return option === "none" ? t("ftLevelNone") : option;
  return t(option.length === 1 ? "ftLevel" : "ftLevelNamed", { option, label: printed.label, points: printed.points });
}
