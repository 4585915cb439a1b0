export const integrity: { readonly "ocop.wasm": string; readonly "ocop-checks.wasm": string };
