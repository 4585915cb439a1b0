// A dossier that is still being written, as plain JSON: read and changed by JSON
// Pointers (RFC 6901), and put together where two windows have changed it.

/** Any value of JSON. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** An object of JSON. */
export type Table = { [name: string]: Json };

export const isTable = (value: unknown): value is Table => typeof value === "object" && value !== null && !Array.isArray(value);

/** The names that a pointer goes down by: "/a/b~1c" by "a" and "b/c". */
export const namesOf = (pointer: string): string[] => pointer.split("/").slice(1).map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));

/** The pointer to a member of what another points to. */
export const under = (pointer: string, name: string | number): string => `${pointer}/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** Whether a pointer leads to a place or to something in it. */
export const isWithin = (pointer: string, place: string): boolean => pointer === place || pointer.startsWith(`${place}/`);

/** What a pointer leads to; undefined where there is nothing. */
export const valueAt = (document: Json, pointer: string): Json | undefined => namesOf(pointer).reduce<Json | undefined>(member, document);

function member(of: Json | undefined, name: string): Json | undefined {
  if (Array.isArray(of)) return of[Number(name)];
  return isTable(of) && Object.hasOwn(of, name) ? of[name] : undefined;
}

/** A document with another value in a place; undefined takes it out, and the objects with it that would stand there empty. */
export const withValue = (document: Table, pointer: string, value: Json | undefined): Table => (put(document, namesOf(pointer), value) as Table | undefined) ?? {};

function put(of: Json | undefined, [name, ...deeper]: string[], value: Json | undefined): Json | undefined {
  if (name === undefined) return value;
  const inner = put(member(of, name), deeper, value);
  if (Array.isArray(of)) return inList(of, Number(name), inner ?? (deeper.length > 0 ? {} : undefined));
  const { [name]: _, ...others } = isTable(of) ? of : {};
  // In its place, so that members keep the order in which they were entered.
  const whole = isTable(of) && Object.hasOwn(of, name) && inner !== undefined ? { ...of, [name]: inner } : { ...others, ...(inner !== undefined && { [name]: inner }) };
  return Object.keys(whole).length > 0 ? whole : undefined;
}

/** A list with another item, or without it; the rows of a table stay where they are left empty. */
function inList(list: readonly Json[], at: number, item: Json | undefined): Json[] {
  return item === undefined ? list.filter((_, i) => i !== at) : Object.assign([...list], { [at]: item });
}

/** Whether two values say the same, whatever the order of their members. */
export function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  if (!isTable(a) || !isTable(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && isSame(a[name], b[name]));
}

/**
 * What stands somewhere, with what was changed elsewhere from one value to another: what
 * only one side touched, both keep; where both touched the same, what was changed last is
 * kept, which is mine. Pieces that have an id are known by it, other lists are one whole.
 */
export function merged(base: Json | undefined, mine: Json | undefined, theirs: Json | undefined): Json | undefined {
  if (isSame(base, mine)) return theirs;
  if (isSame(base, theirs)) return mine;
  if (isTable(mine) && isTable(theirs)) return mergedTables(isTable(base) ? base : {}, mine, theirs);
  const [was, is, now] = [byId(base ?? []), byId(mine), byId(theirs)];
  return was && is && now ? Object.values(mergedTables(was, is, now)) : mine;
}

function mergedTables(base: Table, mine: Table, theirs: Table): Table {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  return Object.fromEntries(names.flatMap((name) => {
    const value = merged(own(base, name), own(mine, name), own(theirs, name));
    return value === undefined ? [] : [[name, value]];
  }));
}

const own = (of: Table, name: string): Json | undefined => (Object.hasOwn(of, name) ? of[name] : undefined);

/** A list of pieces as a table by their ids; undefined where not each has an own one. */
function byId(list: Json | undefined): Table | undefined {
  if (!Array.isArray(list)) return undefined;
  const ids = list.map((item) => (isTable(item) && typeof item.id === "string" ? `id ${item.id}` : "")); // no number, which would change places
  return ids.every((id) => id !== "") && new Set(ids).size === ids.length ? Object.fromEntries(ids.map((id, i) => [id, list[i]!])) : undefined;
}
