// The package's own files. Each address stands whole, so that bundlers see it and
// take the file along. For Node, embedded.ts stands in the place of this.

/** The files that the package loads. */
export type FileName = "ocop.wasm" | "ocop-checks.wasm" | "words/vi" | "words/en" | "rules";

/** Where a file of the package is, or what is in it. */
export type Place = URL | Promise<Uint8Array>;

export function own(name: FileName): Place {
  switch (name) {
    case "ocop.wasm":
      return new URL("./ocop.wasm", import.meta.url);
    case "ocop-checks.wasm":
      return new URL("./ocop-checks.wasm", import.meta.url);
    case "words/vi":
      return new URL("./words/qd26-2026/vi/all.json", import.meta.url);
    case "words/en":
      return new URL("./words/qd26-2026/en/all.json", import.meta.url);
    case "rules":
      return new URL("./words/qd26-2026/rules.json", import.meta.url);
  }
}
