// Made by wasm/test/types.mjs: every type of every document.

export type * from "./codes.js";
export type * from "./council.js";
export type * from "./deadlines.js";
export type * from "./difference.js";
export type * from "./dossier.js";
export type * from "./holidays.js";
export type * from "./life.js";
export type * from "./milestones.js";
export type * from "./outcome.js";
export type * from "./paper.js";
export type * from "./plan.js";
export type * from "./plan-result.js";
export type * from "./result.js";
export type * from "./rubric.js";
export type * from "./sheet.js";
export type * from "./standing.js";
export type * from "./verdict.js";
