// Finding product sets by what people call products. The rules are those of Find in
// scoring/qd26/words, which tells them; a test holds both to one table.

import type { Catalogue } from "../types.js";

/** The product sets that were found, with the word that led there: "" for the set's own number, name or sector. */
export type Found = ReadonlyMap<number, string>;

type Matches = (asked: string, word: string) => boolean;

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A text's words, in small letters, each mark apart, the tone at the end, and one spelling where there are several. */
const spelled = (text: string): string[] =>
  (text.replace(/đ/gi, "d\u0335").normalize("NFD").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) =>
    word.replace(tones, "")
      .replace(/^f/, "ph")
      .replace(/^(.{2,}[^s])s$/u, (_, one: string) => one.replace(/([iohx])e$/, "$1"))
      .replace(/(^|^qu|[^aeiouy\p{M}])y$/u, "$1i") + (word.match(tones) ?? []).join(""));

/** Whether a word is the one that is asked for. */
const whole: Matches = (asked, word) => asked === word || asked === word.replace(/\p{M}/gu, "");

/** Whether a word may become the one that is asked for, or is it. */
const unfinished: Matches = (asked, word) => {
  const [tone = ""] = asked.match(tones) ?? [];
  let rest = word;
  for (const letter of asked.replace(tones, "")) {
    if (!/\p{M}/u.test(letter)) rest = rest.replace(/^\p{M}+/u, ""); // marks that are not typed yet
    if (!rest.startsWith(letter)) return false;
    rest = rest.slice(letter.length);
  }
  return word.endsWith(tone);
};

/** What finds sets in a catalogue. */
export function finder(catalogue: Catalogue): (text: string) => Found {
  const line = (set: number, name: string, word = name) => ({ set, word, words: spelled(name) });
  const lines = [
    ...catalogue.sectors.flatMap((sector) => sector.sets.map((set) => line(set.no, `${set.no} ${set.name} ${sector.name}`, ""))),
    ...catalogue.search.flatMap(({ sets, words }) => words.flatMap((word) => sets.map((set) => line(set, word)))),
  ];
  const find = (asked: string[], last: Matches): Found => {
    const found = new Map<number, string>();
    for (const { set, word, words } of lines) {
      const stands = asked.every((one, i) => words.some((other) => (i === asked.length - 1 ? last : whole)(one, other)));
      if (stands && !found.has(set)) found.set(set, word);
    }
    return found;
  };
  return (text) => {
    const asked = spelled(text);
    const found = find(asked, whole);
    return found.size > 0 ? found : find(asked, unfinished);
  };
}
