import type { DefineComponent } from "vue";
import type { Ocop, Sheet } from "./index.js";

export const OcopScore: DefineComponent<{ sheet?: Sheet; ocop?: Ocop }>;
