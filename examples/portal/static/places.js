// Says in words where in a dossier something stands: "/producer/taxCode" is
// "Chủ thể › Mã số thuế". The names come from the dossier's schema.

import { lang, t } from "./lang.js";

const trees = new Map();

/** Loads the names; without them the bare paths are shown. */
export async function loadPlaces() {
  if (trees.has(lang())) return;
  try {
    const response = await fetch(new URL(`./places/${lang()}.json`, import.meta.url));
    if (response.ok) trees.set(lang(), await response.json());
  } catch {
    // paths do as well
  }
}

/** The place that a JSON Pointer names, in words. */
export function placeOf(pointer, dossier) {
  if (pointer === "") return t("wholeDocument");
  const words = [];
  let tree = trees.get(lang());
  let value = dossier;
  for (const segment of pointer.slice(1).split("/").map(unescape)) {
    const list = Array.isArray(value);
    const every = own(tree?.members, "*");
    tree = own(tree?.members, segment) ?? every;
    value = own(value, segment);
    words.push(wordOf(segment, list, tree === every, tree, value));
  }
  return capital(words.join(" › "));
}

/** A member that is an object's own: a dossier may have one called "constructor". */
const own = (object, name) => (typeof object === "object" && object !== null && Object.hasOwn(object, name) ? object[name] : undefined);

function wordOf(segment, inList, isItem, tree, value) {
  const n = Number(segment) + 1;
  if (inList) return value?.id ? t("itemNamed", { n, name: value.id }) : t("item", { n });
  if (isItem && /^[\d.]+$/.test(segment)) return t("criterion", { code: segment });
  return tree?.title ?? segment;
}

const unescape = (segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~");

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
