// The package's own files for programs on a server: they stand in scripts, so that
// they are there wherever a bundler puts those, and no path can be wrong.

import { brotliDecompressSync } from "node:zlib";
import type { FileName, Place } from "./files.js";

const texts: Record<FileName, () => Promise<{ default: string }>> = {
  "ocop.wasm": () => import("embedded:ocop.wasm"),
  "ocop-checks.wasm": () => import("embedded:ocop-checks.wasm"),
  "words/vi": () => import("embedded:words/qd26-2026/vi/all.json"),
  "words/en": () => import("embedded:words/qd26-2026/en/all.json"),
  rules: () => import("embedded:words/qd26-2026/rules.json"),
};

export const own = (name: FileName): Place =>
  texts[name]().then((text) => new Uint8Array(brotliDecompressSync(Buffer.from(text.default, "base64"))));
