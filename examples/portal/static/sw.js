// Keeps the portal's files on the device. files.js, which the server makes, has
// each file's hash: a new hash makes a new version.

/* global files */
importScripts("/files.js");

const CACHE = `ocop-portal-${hashOf(Object.entries(files).flat().join(" "))}`;
const PAGE = "/";

// At once: the page, the scoring module and the Vietnamese words. The checks of
// dossiers and the English words are kept when they are first used.
const later = /^\/ocop\/(ocop-checks\.wasm|words\/[^/]+\/(en\/|vi\/all)|react|vue|worker)|^\/(places\/en|samples\/|icon-)/;
const atOnce = Object.keys(files).filter((path) => !later.test(path));

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin || !files[url.pathname]) return;
  event.respondWith(answer(url.pathname));
});
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
});

async function install() {
  const cache = await caches.open(CACHE);
  for (const path of atOnce) { // one by one: the page itself comes first on a slow line
    const response = await bring(cache, path);
    if (!(await cache.match(path))) throw new Error(`${path}: HTTP ${response.status}, or another version`);
  }
}

async function activate() {
  for (const name of await caches.keys()) if (name.startsWith("ocop-portal-") && name !== CACHE) await caches.delete(name);
  await clients.claim();
}

async function answer(path) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? bring(cache, path);
}

/** Fetches a file and keeps it. A file of another version is handed on, not kept. */
async function bring(cache, path) {
  const response = await fetch(path, { cache: "no-cache" });
  const tag = response.headers.get("etag");
  if (response.ok && (!tag || tag.includes(files[path]))) await cache.put(path, response.clone());
  return response;
}

/** A short name for a text. */
function hashOf(text) {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) >>> 0;
  return hash.toString(36);
}
