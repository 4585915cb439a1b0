// Brings files, by fetch or from a disk, and holds them to their hashes. What does
// not come says why: a wrong hash, a policy, a server's answer, a lost line.

import { own, type Place } from "./files.js";
import { integrity as ownHashes } from "./made/integrity.js";
import { bytesOf, reasonOf } from "./plain.js";
import { failure, isOcopError } from "./problems.js";
import type { Address, Source } from "./types.js";

/** A module's source, looked at. */
export interface Found {
  name: string;
  module?: WebAssembly.Module;
  place?: Place;
  hashes?: Hash[];
}

/**
 * A module's source, looked at before anything is loaded: what cannot be verified is
 * refused, never loaded as it comes. One without a place is the package's own file.
 */
export function sourceOf({ url, module, bytes, integrity }: Source, name: "ocop.wasm" | "ocop-checks.wasm"): Found {
  if ([url, module, bytes].filter((place) => place !== undefined).length > 1) throw failure("MODULE-16", { name });
  const hashes = integrity === undefined ? undefined : hashesIn(integrity, name);
  if (module !== undefined) {
    if (hashes) throw failure("MODULE-13", { name, reasonVi: "mô-đun đã dịch thì không còn byte để so", reason: "a module that is compiled has no bytes to compare" });
    return { name, module: module as WebAssembly.Module };
  }
  if (bytes !== undefined) {
    const copy = typeof bytes === "object" && bytes !== null ? bytesOf(bytes)?.slice() : undefined; // nobody changes it between the check and the use
    if (!copy) throw failure("MODULE-06", { name, reason: "bytes: no bytes" });
    return { name, place: Promise.resolve(copy), ...(hashes && { hashes }) };
  }
  if (url === undefined) return { name, place: own(name), hashes: hashes ?? hashesIn(ownHashes[name], name) };
  return { name, place: addressOf(url, name), ...(hashes && { hashes }) };
}

/** Compiles the module of a source. */
export async function compile({ name, module, place, hashes }: Found): Promise<WebAssembly.Module> {
  if (module !== undefined) return module;
  try {
    if (!(place instanceof URL)) return await compileBytes((await place)!, hashes, name);
    const response = await get(place, name, hashes);
    if (streams(response) && (!hashes || fetchVerifies)) return await WebAssembly.compileStreaming(response);
    return await compileBytes(await bytesIn(response), fetchVerifies && isFetched(place) ? undefined : hashes, name);
  } catch (error) {
    throw isOcopError(error) ? error : uncompiled(error, name);
  }
}

/** Why a module could not be compiled: where nothing can, the page's policy forbids it. */
function uncompiled(error: unknown, name: string) {
  try {
    new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)); // the least there is
  } catch {
    return failure("MODULE-18");
  }
  return error instanceof WebAssembly.CompileError ? failure("MODULE-06", { name, reason: error.message }) : lost(error, name);
}

async function compileBytes(bytes: Uint8Array, hashes: Hash[] | undefined, name: string) {
  await verify(bytes, hashes, name);
  return WebAssembly.compile(bytes as Uint8Array<ArrayBuffer>);
}

/** Reads a JSON file, which messages name; fresh asks past the browser's cache. */
export async function readJSON(name: string, place: Place, fresh: boolean): Promise<unknown> {
  const bytes = place instanceof URL ? await bytesIn(await get(place, name, undefined, fresh)) : await place;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    throw failure("MODULE-21", { name, reason: reasonOf(error) });
  }
}

async function bytesIn(response: Response) {
  return new Uint8Array(await response.arrayBuffer());
}

/** Asks for a file; one that has not its hash is asked for once more, past the caches, as they may have kept an older one. */
async function get(url: URL, name: string, hashes?: Hash[], fresh = false): Promise<Response> {
  if (!isFetched(url)) return readFile(url, name);
  const integrity = fetchVerifies && hashes?.map((hash) => hash.text).join(" ");
  const ask = (cache: RequestCache, held: object) => fetch(url, { cache, ...held }).catch((error: unknown) => lost(error, name));
  const wanted = await ask(fresh ? "reload" : "default", integrity ? { integrity } : {});
  const answer = integrity && !(wanted instanceof Response) ? await ask("reload", { integrity }) : wanted;
  // fetch does not tell a wrong hash, an error page and a lost line apart; without the hash it does.
  const told = integrity && !(answer instanceof Response) ? await ask("reload", {}) : answer;
  if (!(told instanceof Response)) throw told;
  if (!told.ok) throw failure("MODULE-19", { name, status: told.status });
  if (isPage(told)) throw failure("MODULE-20", { name });
  return told === answer || !hashes ? told : verified(told, hashes, name);
}

/** What came without its hash being asked for: another file, or the right one, as the line was back by then. */
async function verified(response: Response, hashes: Hash[], name: string): Promise<Response> {
  if (!globalThis.crypto?.subtle) throw failure("MODULE-05", { name });
  const bytes = await bytesIn(response);
  await verify(bytes, hashes, name);
  return new Response(bytes, response);
}

/** A file that did not come at all. */
const lost = (error: unknown, name: string) => failure("MODULE-04", { name, reason: reasonOf(error) });

const typeOf = (response: Response) => response.headers.get("content-type")?.trim().toLowerCase() ?? "";

/** Servers of single pages answer with their page whatever is asked for. */
const isPage = (response: Response) => typeOf(response).startsWith("text/html");

// Only the bare type streams: with a charset behind it browsers refuse.
const streams = (response: Response) => typeof WebAssembly.compileStreaming === "function" && typeOf(response) === "application/wasm";

// A browser's fetch holds a file to its integrity, and keeps what it compiles
// while it streams; what other programs call fetch may not look at it at all.
const fetchVerifies = typeof globalThis.location === "object" && "integrity" in (globalThis.Request?.prototype ?? {});

/** Node's fetch reads no files. */
const isFetched = ({ protocol }: URL) => protocol !== "file:";

/** An address as it stands in a page or a module; what is none is refused. */
export function addressOf(address: Address, name: string): URL {
  try {
    const text = typeof address === "string" ? address : address.href;
    if (typeof text !== "string") throw new TypeError("no address");
    return new URL(text, globalThis.document?.baseURI ?? globalThis.location?.href);
  } catch (error) {
    throw lost(error, name);
  }
}

interface FileSystem {
  readFile(url: URL): Promise<Uint8Array<ArrayBuffer>>;
}

/** Reads a file of a program's own disk; a browser has none. */
async function readFile(url: URL, name: string): Promise<Response> {
  const { process } = globalThis as { process?: { getBuiltinModule?(name: string): FileSystem | undefined } };
  const disk = process?.getBuiltinModule?.("node:fs/promises"); // no import, which bundlers for browsers would follow
  try {
    return disk ? new Response(await disk.readFile(url)) : await fetch(url);
  } catch (error) {
    throw lost(error, name);
  }
}

// ---- integrity, as Subresource Integrity has it, but never forgiving

interface Hash {
  text: string;
  algorithm: string;
  base64: string;
}

const sizes = new Map([["256", 32], ["384", 48], ["512", 64]]); // algorithm → bytes of its hash

/** The strongest hashes of an integrity text. What is malformed is refused: browsers would load it unverified. */
function hashesIn(integrity: unknown, name: string): Hash[] {
  const all = typeof integrity === "string" ? integrity.split(/[\t\n\f\r ]+/).filter((item) => item !== "").map(hashIn) : [];
  const known = all.filter((hash) => hash !== undefined);
  if (known.length === 0 || known.length < all.length) throw failure("MODULE-12", { name });
  const strongest = known.map((hash) => hash.algorithm).sort().at(-1);
  return known.filter((hash) => hash.algorithm === strongest);
}

/** One hash: algorithm, base64, and options after ?, which say nothing yet. */
function hashIn(text: string): Hash | undefined {
  const [, hash = "", algorithm = "", base64 = ""] = /^(sha(256|384|512)-([A-Za-z0-9+/]+={0,2}))(?:\?[!-~]*)?$/.exec(text) ?? [];
  return hash && isBase64(base64, sizes.get(algorithm)) ? { text: hash, algorithm, base64 } : undefined;
}

function isBase64(text: string, size: number | undefined): boolean {
  try {
    const bytes = atob(text);
    return bytes.length === size && btoa(bytes) === text; // one way to write it, no other
  } catch {
    return false;
  }
}

async function verify(bytes: Uint8Array, hashes: Hash[] | undefined, name: string): Promise<void> {
  if (!hashes) return;
  if (!globalThis.crypto?.subtle) throw failure("MODULE-13", { name, reasonVi: "trang không chạy qua https", reason: "the page does not come over https" });
  const hash = new Uint8Array(await crypto.subtle.digest(`SHA-${hashes[0]!.algorithm}`, bytes as Uint8Array<ArrayBuffer>));
  const found = btoa(String.fromCharCode(...hash));
  if (!hashes.some((one) => one.base64 === found)) throw failure("MODULE-05", { name });
}
