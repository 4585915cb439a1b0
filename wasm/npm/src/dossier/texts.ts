// What the form of dossiers says beside what the form of sheets says: each part has its
// words beside it, and all of them are one speaker's.

import { speaking, texts as ofSheets, type Speak } from "../element/texts.js";
import type { Lang } from "../types.js";
import { texts as base } from "./texts/base.js";
import { texts as controls } from "./texts/controls.js";
import { texts as evidence } from "./texts/evidence.js";
import { texts as fromto } from "./texts/fromto.js";
import { texts as office } from "./texts/office.js";

const texts = {
  vi: { ...ofSheets.vi, ...base.vi, ...controls.vi, ...evidence.vi, ...fromto.vi, ...office.vi },
  en: { ...ofSheets.en, ...base.en, ...controls.en, ...evidence.en, ...fromto.en, ...office.en },
};

export type SayKey = keyof typeof texts.vi;

export type Say = Speak<SayKey>;

export const sayIn = (lang: Lang): Say => speaking<SayKey>(texts[lang]);
