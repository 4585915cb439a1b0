/** A built file as text: see wasm/bundle. */
declare module "embedded:*" {
  const text: string;
  export default text;
}

/** The little of Node that embedded.ts uses. */
declare module "node:zlib" {
  export function brotliDecompressSync(bytes: Uint8Array): Uint8Array;
}
declare const Buffer: { from(text: string, encoding: "base64"): Uint8Array };
