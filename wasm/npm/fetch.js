// Brings files: by fetch, and in Node from the disk.

import { failure, OcopError } from "./problems.js";

/** Compiles a module from {url | module | bytes, integrity}. */
export async function compile({ url, module, bytes, integrity }, name) {
  if (module !== undefined) return module;
  try {
    if (bytes !== undefined) {
      await verify(bytes, integrity, name);
      return await WebAssembly.compile(bytes);
    }
    const at = absolute(url);
    if (at.protocol === "file:") return await compile({ bytes: await readFile(at), integrity }, name);
    const response = await get(at, name, integrity);
    if (streams(response)) return await WebAssembly.compileStreaming(response);
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    if (error instanceof OcopError) throw error;
    if (error instanceof WebAssembly.CompileError) throw failure("MODULE-06", { name, reason: error.message });
    throw failure("MODULE-04", { name, reason: error.message });
  }
}

/** Reads a JSON file. */
export async function readJSON(url, name) {
  try {
    const at = absolute(url);
    if (at.protocol === "file:") return JSON.parse(new TextDecoder().decode(await readFile(at)));
    return await (await get(at, name)).json();
  } catch (error) {
    if (error instanceof OcopError) throw error;
    throw failure("MODULE-04", { name, reason: error.message });
  }
}

async function get(url, name, integrity) {
  let response;
  try {
    response = await fetch(url, integrity ? { integrity } : {});
  } catch (error) {
    // fetch tells a wrong hash, an error page and a lost connection apart in its
    // console only; without the hash it tells more.
    response = integrity && (await fetch(url).catch(() => undefined));
    if (response?.ok) throw failure("MODULE-05", { name });
    if (!response) throw failure("MODULE-04", { name, reason: error.message });
  }
  if (!response.ok) throw failure("MODULE-04", { name, reason: `HTTP ${response.status}` });
  return response;
}

const streams = (response) =>
  typeof WebAssembly.compileStreaming === "function" && response.headers.get("content-type")?.startsWith("application/wasm");

/** An address as it stands in a page or a module. */
export function absolute(url) {
  return url instanceof URL ? url : new URL(url, globalThis.document?.baseURI ?? globalThis.location?.href ?? import.meta.url);
}

async function readFile(url) {
  const fs = "node:fs/promises"; // not a literal in the import: bundlers for browsers would look for it
  return new Uint8Array(await (await import(/* @vite-ignore */ /* webpackIgnore: true */ fs)).readFile(url));
}

async function verify(bytes, integrity, name) {
  if (!integrity) return;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
  const found = `sha384-${btoa(String.fromCharCode(...hash))}`;
  if (!integrity.split(/\s+/).includes(found)) throw failure("MODULE-05", { name });
}
