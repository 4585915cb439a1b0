// A static server for tests: folders with strict headers and right media types,
// as a careful portal would serve them.

import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

export const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'none'";

/**
 * Serves folders on 127.0.0.1: serve({ "/": pages, "/ocop/": npm }).
 *
 * - headers: more headers, or others ({} takes none away; null as a value does)
 * - answer: (request, response) => true when it has answered itself
 *
 * Gives {url, close}; url ends in a slash.
 */
export async function serve(folders, { headers = {}, answer } = {}) {
  // The longest prefix wins.
  const places = Object.entries(folders).sort(([a], [b]) => b.length - a.length);
  const all = { "content-security-policy": policy, "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "cache-control": "no-cache", ...headers };
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(all)) if (value !== null) response.setHeader(name, value);
    if (answer?.(request, response)) return;
    const file = find(places, decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    if (!file) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function find(places, path) {
  for (const [prefix, folder] of places) {
    if (!path.startsWith(prefix)) continue;
    const root = folder instanceof URL ? fileURLToPath(folder) : folder;
    const inside = normalize(`/${path.slice(prefix.length)}`);
    const file = join(root, inside.endsWith("/") ? `${inside}index.html` : inside);
    if (statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
  }
  return undefined;
}
