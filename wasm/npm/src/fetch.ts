// Brings files: by fetch, and in Node from the disk; and holds them to their hashes.

import { bytesOf, reasonOf } from "./plain.js";
import { failure, isOcopError } from "./problems.js";

/**
 * A module's source, {url | module | bytes, integrity}, looked at before anything
 * is loaded: what cannot be verified is refused, never loaded as it comes.
 * @param own {url, integrity} of the package's own file, which a source without a place means
 */
export function sourceOf({ url, module, bytes, integrity }, own, name) {
  if ([url, module, bytes].filter((place) => place !== undefined).length > 1) throw failure("MODULE-16", { name });
  const hashes = integrity === undefined ? undefined : hashesIn(integrity, name);
  if (hashes && module !== undefined) throw failure("MODULE-13", { name, reasonVi: "mô-đun đã dịch thì không còn byte để so", reason: "a module that is compiled has no bytes to compare" });
  if (module !== undefined) return { name, module };
  if (bytes !== undefined) {
    const copy = bytesOf(bytes)?.slice(); // nobody changes it between the check and the use
    if (!copy) throw failure("MODULE-06", { name, reason: "bytes: no bytes" });
    return { name, bytes: copy, hashes };
  }
  return { name, url: url ?? own.url(), hashes: hashes ?? (url === undefined ? hashesIn(own.integrity, name) : undefined) };
}

/** Compiles the module of a source. */
export async function compile({ name, url, module, bytes, hashes }) {
  if (module !== undefined) return module;
  try {
    if (bytes !== undefined) return await compileBytes(bytes, hashes, name);
    const at = absolute(url);
    if (at.protocol === "file:") return await compileBytes(await readFile(at), hashes, name);
    const response = await get(at, name, hashes);
    const unverified = fetchVerifies ? undefined : hashes;
    if (streams(response) && !unverified) return await WebAssembly.compileStreaming(response);
    return await compileBytes(new Uint8Array(await response.arrayBuffer()), unverified, name);
  } catch (error) {
    if (isOcopError(error)) throw error;
    if (error instanceof WebAssembly.CompileError) throw failure("MODULE-06", { name, reason: error.message });
    throw failure("MODULE-04", { name, reason: reasonOf(error) });
  }
}

async function compileBytes(bytes, hashes, name) {
  await verify(bytes, hashes, name);
  return WebAssembly.compile(bytes);
}

/** Reads a JSON file; its address comes from a function, which may find that there is none. */
export async function readJSON(addressOf, name) {
  try {
    const at = addressOf();
    const bytes = at.protocol === "file:" ? await readFile(at) : await (await get(at, name)).arrayBuffer();
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    if (isOcopError(error)) throw error;
    throw failure("MODULE-04", { name, reason: reasonOf(error) });
  }
}

async function get(url, name, hashes) {
  const integrity = hashes?.map((hash) => hash.text).join(" ");
  let response;
  try {
    response = await fetch(url, integrity ? { integrity } : {});
  } catch (error) {
    // fetch tells a wrong hash, an error page and a lost connection apart in its
    // console only; without the hash it tells more.
    response = integrity && (await fetch(url).catch(() => undefined));
    if (response?.ok) throw failure("MODULE-05", { name });
    if (!response) throw failure("MODULE-04", { name, reason: reasonOf(error) });
  }
  if (!response.ok) throw failure("MODULE-04", { name, reason: `HTTP ${response.status}` });
  return response;
}

const streams = (response) =>
  typeof WebAssembly.compileStreaming === "function" && response.headers.get("content-type")?.startsWith("application/wasm");

// A browser's fetch holds a file to its integrity, and keeps what it compiles
// while it streams; what other programs call fetch may not look at it at all.
const fetchVerifies = typeof globalThis.location === "object" && "integrity" in (globalThis.Request?.prototype ?? {});

/** An address as it stands in a page or a module. */
export function absolute(url) {
  return url instanceof URL ? url : new URL(url, globalThis.document?.baseURI ?? globalThis.location?.href ?? import.meta.url);
}

async function readFile(url) {
  const fs = "node:fs/promises"; // not a literal in the import: bundlers for browsers would look for it
  return new Uint8Array(await (await import(/* @vite-ignore */ /* webpackIgnore: true */ fs)).readFile(url));
}

// ---- integrity, as Subresource Integrity has it, but never forgiving

const sizes = new Map([["256", 32], ["384", 48], ["512", 64]]); // algorithm → bytes of its hash

/** The strongest hashes of an integrity text. What is malformed is refused: browsers would load it unverified. */
function hashesIn(integrity, name) {
  const all = typeof integrity === "string" ? integrity.split(/[\t\n\f\r ]+/).filter((item) => item !== "").map(hashIn) : [];
  if (all.length === 0 || all.includes(undefined)) throw failure("MODULE-12", { name });
  const strongest = all.map((hash) => hash.algorithm).sort().at(-1);
  return all.filter((hash) => hash.algorithm === strongest);
}

/** One hash: algorithm, base64, and options after ?, which say nothing yet. */
function hashIn(text) {
  const [, hash, algorithm, base64] = /^(sha(256|384|512)-([A-Za-z0-9+/]+={0,2}))(?:\?[!-~]*)?$/.exec(text) ?? [];
  return hash && isBase64(base64, sizes.get(algorithm)) ? { text: hash, algorithm, base64 } : undefined;
}

function isBase64(text, size) {
  try {
    const bytes = atob(text);
    return bytes.length === size && btoa(bytes) === text; // one way to write it, no other
  } catch {
    return false;
  }
}

async function verify(bytes, hashes, name) {
  if (!hashes) return;
  if (!globalThis.crypto?.subtle) throw failure("MODULE-13", { name, reasonVi: "trang không chạy qua https", reason: "the page does not come over https" });
  const hash = new Uint8Array(await crypto.subtle.digest(`SHA-${hashes[0].algorithm}`, bytes));
  const found = btoa(String.fromCharCode(...hash));
  if (!hashes.some((one) => one.base64 === found)) throw failure("MODULE-05", { name });
}
