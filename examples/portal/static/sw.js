// Keeps the portal's files on the device. files.js, which the server makes, names
// each file with the SHA-256 of its content. Only a file that has its hash is
// kept, whatever headers it comes with: a proxy may strip or forge those.

/* global files, version */
importScripts("/files.js");

const PREFIX = "ocop-portal-";
const CACHE = PREFIX + version;

// At once: the page, the scoring module and the Vietnamese words. The checks of
// dossiers and the English words are kept when they are first used.
const later = /^\/ocop\/(ocop-checks\.wasm|words\/[^/]+\/(en\/|vi\/all)|react|vue|worker)|^\/(places\/en|samples\/|icon-)/;
const atOnce = Object.keys(files).filter((path) => !later.test(path));

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin || !Object.hasOwn(files, url.pathname)) return;
  event.respondWith(answer(url.pathname));
});
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
});

async function install() {
  const cache = await caches.open(CACHE);
  for (const path of atOnce) { // one by one: the page itself comes first on a slow line
    if (await cache.match(path)) continue; // an earlier try brought it
    const response = await bring(cache, path);
    if (!(await cache.match(path))) throw new Error(`${path}: HTTP ${response.status}, or another version`);
  }
}

async function activate() {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  await clients.claim();
}

async function answer(path) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? bring(cache, path);
}

/** Fetches a file, and keeps it where it is the very file that files.js names; another is handed on, not kept. */
async function bring(cache, path) {
  const response = await fetch(path, { cache: "no-cache" });
  if (response.ok && (await hashOf(response.clone())) === files[path]) await cache.put(path, response.clone());
  return response;
}

/** The SHA-256 of what a response brings, in hexadecimal digits. */
async function hashOf(response) {
  const hash = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
