// What every project tries of the rules.

import { load, OcopError } from "@ocop-vn/ocop";
import sheet from "./sheet.js";

export async function tried() {
  const ocop = await load();
  const { total, star } = ocop.score(sheet);
  const { name, parts } = ocop.rubric(sheet.set, { lang: "vi" });
  return {
    total,
    star,
    name,
    criterion: parts[0].sections[0].criteria[0].name,
    valid: ocop.validate(sheet, { as: "sheet" }).valid,
    problem: ocop.validate("{}").problems[0].code,
    refused: refusal(() => ocop.score("[]")),
  };
}

function refusal(act) {
  try {
    act();
  } catch (error) {
    return error instanceof OcopError;
  }
}
