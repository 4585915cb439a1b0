// Where the form of dossiers comes from: besides what every form reads, the shape of a
// dossier in a language, and the provinces and communes of today.

import { Asked, sharing, Source } from "../element/source.js";
import { readJSON } from "../fetch.js";
import type { Address, Lang } from "../types.js";
import { asked, checkRelease, edition, inFolder } from "../words.js";
import type { Shape } from "./shape.js";

/** A commune, ward or special zone. */
export type Commune = readonly [code: string, name: string];

/** A province with its communes, by code. */
export type Province = readonly [code: string, name: string, communes: readonly Commune[]];

/** Reads the shape of a dossier in a language, from another folder than words if one is given. */
export async function readShape(lang: Lang, folder?: Address): Promise<Shape> {
  return (await readOne<{ dossier: Shape }>(`${lang}/dossier.json`, ownShape(lang), folder, lang)).dossier;
}

/** Reads the provinces and communes, which are the same in every language. */
export async function readPlaces(folder?: Address): Promise<readonly Province[]> {
  const own = () => new URL("./words/qd26-2026/places.json", import.meta.url);
  return (await readOne<{ provinces: Province[] }>("places.json", own, folder)).provinces;
}

// Each address stands whole, so that bundlers see it and take the file along.
const ownShape = (lang: Lang) => () =>
  (lang === "vi" ? new URL("./words/qd26-2026/vi/dossier.json", import.meta.url) : new URL("./words/qd26-2026/en/dossier.json", import.meta.url));

/** Reads a file of this release, and once more where a cache has kept that of another. */
const readOne = <T>(name: string, own: () => URL, folder: Address | undefined, lang?: Lang): Promise<T> => asked(false, async (past) => {
  const file = `${edition}/${name}`;
  const content = await readJSON(`words/${file}`, inFolder(folder, file) ?? own(), past);
  checkRelease(content, lang, file);
  return content as T;
});

export class DossierSource extends Source {
  readonly #shapes: Record<Lang, Asked<Shape>> = { vi: new Asked(() => readShape("vi", this.wordsFolder)), en: new Asked(() => readShape("en", this.wordsFolder)) };
  readonly #places = new Asked(() => readPlaces(this.wordsFolder));

  shape(lang: Lang): Promise<Shape> {
    return this.#shapes[lang].get();
  }

  places(): Promise<readonly Province[]> {
    return this.#places.get();
  }
}

/** The source of a folder for forms of dossiers. */
export const dossierSourceAt = sharing((base) => new DossierSource(base));
