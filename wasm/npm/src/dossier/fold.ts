// Texts as people type them on a phone: without diacritics, in any letters.

/** A text in small letters without diacritics, its spaces single. */
export const folded = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().replace(/\s+/g, " ").trim();
