// What the form of dossiers says beside what the form of sheets says: each part has its
// words beside it, and all of them are one speaker's.

import { speaking, texts as ofSheets, type Speak } from "../element/texts.js";
import type { Lang } from "../types.js";
import { texts as base } from "./texts/base.js";
import { texts as evidence } from "./texts/evidence.js";

const texts = {
  vi: { ...ofSheets.vi, ...base.vi, ...evidence.vi },
  en: { ...ofSheets.en, ...base.en, ...evidence.en },
};

export type SayKey = keyof typeof texts.vi;

export type Say = Speak<SayKey>;

export const sayIn = (lang: Lang): Say => speaking<SayKey>(texts[lang]);
