// What a caller passes, read once into plain data of our own. A value may hold
// anything: getters that throw or change their mind, members that its prototype
// lends, cycles, half characters. Each own enumerable member is read once, and
// what comes of it is data that nobody else holds; what is no plain data is
// refused as what it is. Every door goes through here.

import { cut, failure, isOcopError, OcopError, type Words } from "./problems.js";
import type { Dated } from "./types.js";

const DEPTH = 16; // levels of nesting; the module takes no deeper document
const BYTES = 1 << 20; // the module takes no larger document, and most only a smaller one
const VALUES = BYTES / 2; // in JSON each takes two bytes at least

/** An object that was read: names and values side by side, so that no name can be one that objects lend. */
export class Members {
  constructor(
    readonly names: string[],
    readonly values: Data[],
  ) {}
}

/** Data of our own. */
export type Data = null | boolean | number | string | Data[] | Members;

/** What a caller passed, read: text or bytes of JSON, or data. */
export type Read = Data | Uint8Array;

/** What goes into the module. */
export type Document = string | Uint8Array;

/** Stands for what is larger than any document: a text that is, so that the module says so. */
const oversize: string = " ".repeat(BYTES + 1);

/** Text or bytes, as they are documents; or else data of our own: Members, lists, simple values. */
export function plain(value: unknown): Read {
  if (typeof value === "string") return value;
  const reader = new Reader();
  try {
    return reader.bytes(value) ?? reader.value(value);
  } catch (error) {
    if (error === oversize) return oversize;
    if (isOcopError(error)) throw error;
    throw refusal(reader.pointer, error === reader ? reader.found : unreadable(error));
  }
}

/** What plain gave, as a document for the module: text or bytes. */
export function jsonOf(read: Read): Document {
  if (typeof read === "string" || read instanceof Uint8Array) return read;
  try {
    return new Writer().value(read);
  } catch (error) {
    if (error === oversize) return oversize;
    if (error === half) throw refusal(placeOfHalf(read) ?? "", half);
    throw error;
  }
}

/** The product set that a document says it is of: a sheet's or a council's own, a dossier's product's; undefined where it says none. */
export function setOf(read: Read): number | undefined {
  let from: Read = read;
  if (!(read instanceof Members)) {
    try {
      from = plain(JSON.parse(read instanceof Uint8Array ? new TextDecoder().decode(read) : String(read)));
    } catch {
      return undefined; // what is wrong with it the module says
    }
  }
  const member = (of: Read | undefined, name: string) => (of instanceof Members ? of.values[of.names.indexOf(name)] : undefined);
  const set = member(from, "set") ?? member(member(from, "product"), "set");
  return isSetNumber(set) ? set : undefined;
}

/** Whether something is the number of a product set. */
export const isSetNumber = (set: unknown): set is number => Number.isInteger(set) && (set as number) >= 1 && (set as number) <= 26;

/** A value as a document for the module. */
export const documentOf = (value: unknown): Document => jsonOf(plain(value));

/** What must be text or its bytes, because it is no JSON. */
export function textOf(value: unknown): Document {
  const read = plain(value);
  if (typeof read === "string" || read instanceof Uint8Array) return read;
  throw refusal("", notText);
}

/** Options: an object whose own members bear these names and no others. */
export function optionsOf<O extends object, N extends string & keyof O>(options: O | undefined, names: readonly N[]): Pick<O, N> {
  const read: Partial<O> = Object.create(null);
  if (options === undefined) return read as Pick<O, N>;
  return reading(() => {
    if (options === null || typeof options !== "object") throw refusal("", notOptions);
    for (const name of Object.keys(options)) {
      if (!isIn(names, name)) throw failure("MODULE-14", { name, names: names.join(", ") });
      read[name] = options[name];
    }
    return read as Pick<O, N>;
  });
}

/** Reads something of a caller's; what throws at that is refused as unreadable. */
export function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw isOcopError(error) ? error : refusal("", unreadable(error));
  }
}

const isIn = <N extends string>(names: readonly N[], name: string): name is N => (names as readonly string[]).includes(name);

/** The options of the methods that depend on the day or on days off. */
const dated = { validate: ["as", "on", "holidays"], review: ["on", "holidays"], claims: ["on"], deadlines: ["on", "holidays"], life: ["on"] } as const;

export type DatedMethod = keyof typeof dated;

/** Options as they were read; what is not given is not there. */
export interface ReadOptions {
  as?: unknown;
  on?: Document;
  holidays?: Document;
}

/** Whether a method has such options. */
export const isDated = (method: string): method is DatedMethod => Object.hasOwn(dated, method);

/** The options of such a method, on and holidays read to text or bytes. */
export function datedOptions(method: DatedMethod, options: Dated | undefined): ReadOptions {
  const { as, on, holidays } = optionsOf<{ as?: unknown; on?: unknown; holidays?: unknown }, "as" | "on" | "holidays">(options, dated[method]);
  return {
    ...(as !== undefined && { as }),
    ...(on !== undefined && { on: within("on", () => textOf(on)) }),
    ...(holidays !== undefined && { holidays: within("holidays", () => documentOf(holidays)) }),
  };
}

/** Reads a part of what was passed: what is refused in it has its place there. */
export function within<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!isOcopError(error)) throw error;
    throw new OcopError(error.problems.map((problem) => ({ ...problem, path: `/${name}${problem.path}` })));
  }
}

class Reader {
  found: Words = notOptions; // what was refused
  readonly #open: object[] = []; // the objects and lists that the value at hand stands in
  readonly #path: (string | undefined)[] = []; // where in each of them it was when something was thrown
  #left = VALUES;

  get pointer(): string {
    return this.#path.slice(0, this.#open.length).filter((name) => name !== undefined).map(token).join("");
  }

  /** Bytes that were passed themselves; those within are no data. */
  bytes(value: unknown): Uint8Array | undefined {
    return typeof value === "object" && value !== null && !Array.isArray(value) && !isPlain(value) ? bytesOf(value) : undefined;
  }

  value(value: unknown): Data {
    switch (typeof value) {
      case "string":
      case "boolean":
        return value;
      case "number":
        return Number.isFinite(value) ? value : this.#refuse(named(String(value)));
      case "object":
        return value === null ? null : this.#object(value);
      default:
        return this.#refuse(types.get(typeof value) ?? named(typeof value));
    }
  }

  #object(value: object): Data {
    if (this.#open.includes(value)) this.#refuse(cycle);
    if (this.#open.length === DEPTH) this.#refuse(deep);
    const isList = Array.isArray(value);
    if (!isList && !isPlain(value)) this.#refuse(instance(value));
    this.#open.push(value);
    const read = isList ? this.#list(value) : this.#members(value as Record<string, unknown>);
    this.#open.pop();
    return read;
  }

  #members(object: Record<string, unknown>): Members {
    const names = Object.keys(object);
    this.#spend(names.length);
    const values = new Array<Data>(names.length);
    const depth = this.#open.length - 1;
    let count = 0;
    let i = 0;
    try {
      for (; i < names.length; i++) {
        const name = names[i]!;
        if (!Object.hasOwn(object, name)) continue; // a getter before it took it away
        const value = object[name];
        if (value === undefined) continue; // as in JSON
        if (count < i) names[count] = name;
        values[count++] = typeof value === "string" ? value : this.value(value);
      }
    } catch (error) {
      this.#path[depth] = names[i];
      throw error;
    }
    if (count < names.length) names.length = values.length = count;
    return new Members(names, values);
  }

  #list(list: readonly unknown[]): Data[] {
    const { length } = list;
    this.#spend(length);
    const items: Data[] = [];
    const depth = this.#open.length - 1;
    try {
      for (let i = 0; i < length; i++) {
        if (!Object.hasOwn(list, i)) this.#refuse(gap);
        items.push(this.value(list[i]));
      }
    } catch (error) {
      this.#path[depth] = String(items.length);
      throw error;
    }
    return items;
  }

  #spend(values: number): void {
    this.#left -= values;
    if (!(this.#left >= 0)) throw oversize; // a proxy may give any length
  }

  /** Throws the reader itself, which nobody else can throw; on the way out each level notes where it was. */
  #refuse(found: Words): never {
    this.found = found;
    throw this;
  }
}

/** Writes data of our own as JSON. JSON.stringify would ask lists for a toJSON that somebody lent them. */
class Writer {
  #left = BYTES;

  value(value: Data): string {
    if (typeof value === "string") return this.#text(value);
    if (Array.isArray(value)) return `[${value.map((item) => this.value(item)).join(",")}]`;
    if (!(value instanceof Members)) return String(Object.is(value, -0) ? 0 : value);
    return `{${value.names.map((name, i) => `${this.#text(name)}:${this.value(value.values[i]!)}`).join(",")}}`;
  }

  /** A text with half a character has no UTF-8, and would go on as another. */
  #text(text: string): string {
    this.#left -= text.length;
    if (this.#left < 0) throw oversize;
    if (!isWhole(text)) throw half;
    return JSON.stringify(text);
  }
}

/** The place of the first text with half a character; the member, where it is its name. */
function placeOfHalf(value: Read, path = ""): string | undefined {
  if (typeof value === "string") return isWhole(value) ? undefined : path;
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return undefined;
  const [names, values] = Array.isArray(value) ? [value.map((_, i) => String(i)), value] : [value.names, value.values];
  for (const [i, name] of names.entries()) {
    const at = path + token(name);
    const found = isWhole(name) ? placeOfHalf(values[i]!, at) : at;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a text has no lone surrogate. */
export const isWhole = (text: string): boolean => !/\p{Surrogate}/u.test(text);

/** Whether an object is one of no class, in this realm or another. */
function isPlain(object: object): boolean {
  const prototype = Object.getPrototypeOf(object);
  return prototype === Object.prototype || prototype === null ||
    (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "isPrototypeOf"));
}

const getter = (prototype: object, name: string) => {
  const { get } = Object.getOwnPropertyDescriptor(prototype, name)!;
  return <T>(object: object): T => Reflect.apply(get!, object, []);
};
const ways = (prototype: object) => ({ buffer: getter(prototype, "buffer"), offset: getter(prototype, "byteOffset"), length: getter(prototype, "byteLength") });
const ofTypedArray = ways(Object.getPrototypeOf(Uint8Array.prototype) as object);
const ofDataView = ways(DataView.prototype);
const lengths = [globalThis.ArrayBuffer, globalThis.SharedArrayBuffer].filter(Boolean).map(({ prototype }) => getter(prototype, "byteLength"));

/** The bytes of a view or buffer of any realm; undefined for another value. What a class adds to one does not count. */
export function bytesOf(value: object): Uint8Array | undefined {
  if (ArrayBuffer.isView(value)) {
    const { buffer, offset, length } = isTypedArray(value) ? ofTypedArray : ofDataView;
    return view(buffer(value), () => offset(value), () => length(value));
  }
  return lengths.some((length) => succeeds(() => length(value))) ? view(value as ArrayBuffer) : undefined;
}

const isTypedArray = (value: object) => succeeds(() => ofTypedArray.buffer(value));

function succeeds(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

function view(buffer: ArrayBufferLike, offset = () => 0, length: () => number | undefined = () => undefined): Uint8Array {
  try {
    return new Uint8Array(buffer, offset(), length());
  } catch {
    throw refusal("", detached);
  }
}

// ---- what is refused, in words

const refusal = (path: string, [foundVi, found]: Words) => failure("MODULE-10", { found, foundVi }, path);

const named = (name: string): Words => [name, name];
const types = new Map<string, Words>([["function", ["một hàm", "a function"]], ["symbol", ["một symbol", "a symbol"]], ["bigint", ["một số BigInt", "a BigInt"]]]);
const cycle: Words = ["một đối tượng chứa chính nó", "an object that holds itself"];
const deep: Words = [`dữ liệu lồng sâu hơn ${DEPTH} cấp`, `data nested deeper than ${DEPTH} levels`];
const gap: Words = ["danh sách có chỗ trống", "a list with a gap"];
const half: Words = ["văn bản có nửa ký tự (surrogate lẻ)", "a text with half a character (a lone surrogate)"];
const detached: Words = ["vùng nhớ đã chuyển đi hoặc đã thu nhỏ", "a buffer that was handed over or has shrunk"];
const notText: Words = ["dữ liệu không phải văn bản", "something that is no text"];
const notOptions: Words = ["tùy chọn không phải đối tượng", "options that are no object"];

const unreadable = (error: unknown): Words => {
  const reason = reasonOf(error);
  return [`một mục không đọc được (${reason})`, `a member that cannot be read (${reason})`];
};

function instance(object: object): Words {
  const name = nameOf(object);
  if (name === "Object") return ["đối tượng kế thừa một đối tượng khác", "an object that inherits from another"];
  return [`đối tượng của lớp ${name}`, `an instance of ${name}`];
}

/** The name of an object's class, as far as it can be had without running anything of its own. */
function nameOf(object: object): string {
  const value = (of: object, name: string): unknown => Object.getOwnPropertyDescriptor(of, name)?.value;
  let at: object | null = object;
  for (let step = 0; step < 3; step++) {
    at = Object.getPrototypeOf(at) as object | null;
    if (at === null) break;
    const made = value(at, "constructor");
    const name = typeof made === "function" && value(made, "name");
    if (typeof name === "string" && name !== "") return name;
  }
  return "?";
}

/** Why something was thrown, whatever it was. */
export function reasonOf(error: unknown): string {
  try {
    return String((error as Error | undefined)?.message ?? error);
  } catch {
    return "?";
  }
}

/** A name as JSON Pointers have it, shortened where it is long; half a character cannot stand in one. */
const token = (name: string) => `/${cut(name).replaceAll("~", "~0").replaceAll("/", "~1").replace(/\p{Surrogate}/gu, "\ufffd")}`;
