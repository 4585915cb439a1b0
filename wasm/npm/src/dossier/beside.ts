// What the producer wrote of the four contents that the commune assesses (form 03.II),
// found in the dossier: figures and prose by their place, criteria by their names, as
// product sets number them differently and tourism has none of materials.

import { criteriaOf, type Rubric } from "../element/law.js";
import { under } from "./tree.js";

/** The contents of form 03. */
export const contents = ["materials", "labour", "idea", "identity"] as const;
export type Content = (typeof contents)[number];

/** Where else in the dossier a content is written of. */
const places: Record<Content, readonly string[]> = {
  materials: ["/report/results/materials", "/report/figures/materials", "/report/figures/area"],
  labour: ["/report/figures/workers"],
  idea: ["/report/history"],
  identity: ["/product/specification"],
};

// The names in both languages, as the rubric is that of the language at hand.
const names: Record<Content, RegExp> = {
  materials: /nguyên liệu|^nguồn gốc sản phẩm$|\bmaterials?\b|^origin of the product$/i,
  labour: /lao động|\blabour\b/i,
  idea: /ý tưởng|\bidea\b/i,
  identity: /bản sắc|câu chuyện|di sản văn hóa|\blocal wisdom\b|\bstory\b|\bheritage\b/i,
};

/** The places of what the producer wrote of a content. */
export const writtenOf = (rubric: Rubric | undefined, content: Content): string[] => [
  ...places[content],
  ...(rubric ? criteriaOf(rubric) : []).filter(({ name }) => names[content].test(name)).map(({ code }) => under("/report/claims", code)),
];

/** What the producer says of a content at its criteria, one below the other. */
export const descriptionsOf = (value: (pointer: string) => unknown, rubric: Rubric | undefined, content: Content): string =>
  writtenOf(rubric, content).filter((pointer) => pointer.startsWith("/report/claims/")).map((pointer) => value(`${pointer}/description`)).filter((text) => typeof text === "string" && text.trim() !== "").join("\n");
