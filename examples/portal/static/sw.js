// Keeps the portal's files on the device. files.js, which the server makes, names
// each file with the SHA-256 of its content. Only a file that has its hash is
// kept, whatever headers it comes with: a proxy may strip or forge those.

/* global files, version */
importScripts("/files.js");

const PREFIX = "ocop-portal-";
const CACHE = PREFIX + version;

// At once: the page, the scoring module, the forms and the Vietnamese words. The checks
// of dossiers, what joins pictures and the English words are kept when they are first
// used, or when a view says that it is going to.
const later = /^\/ocop\/\w+\/(ocop-checks\.wasm|vendor\/pdf|words\/[^/]+\/(en\/|vi\/(index|\d+)\.json)|react|vue|worker)|^\/static\/\w+\/(places\/en|icon-)|^\/samples\//;
const atOnce = Object.keys(files).filter((path) => !later.test(path));

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== location.origin) return;
  if (Object.hasOwn(files, pathname)) event.respondWith(answer(pathname));
  else if (/^\/(ocop|static)\/[0-9a-f]{16}\//.test(pathname)) event.respondWith(answerOlder(event.request));
});
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
  if (event.data.keep) event.waitUntil(keepAll(event.data.keep));
});

async function install() {
  const cache = await caches.open(CACHE);
  for (const path of atOnce) { // one by one: the page itself comes first on a slow line
    if (await cache.match(path)) continue; // an earlier try brought it
    const response = await bring(cache, path);
    if (!(await cache.match(path))) throw new Error(`${path}: HTTP ${response.status}, or another version`);
  }
}

/** Leaves the version before this one, which pages that are still open go on with. */
async function activate() {
  const older = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  for (const name of older.slice(0, -1)) await caches.delete(name);
  await clients.claim();
}

/** Keeps what a view is going to need; what does not come now comes when it is asked for. */
async function keepAll(paths) {
  for (const path of paths) if (Object.hasOwn(files, path)) await answer(path).catch(() => undefined);
}

async function answer(path) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? bring(cache, path);
}

/** What this version does not have, a page of the version before may be asking for. */
const answerOlder = async (request) => (await caches.match(request)) ?? fetch(request);

/**
 * Fetches a file, and keeps it where it is the very file that files.js names;
 * another is handed on, not kept. What the browser's own cache has is good if it is
 * that file; else the server is asked.
 */
async function bring(cache, path) {
  let response = await fetch(path);
  if (!(await isNamed(path, response))) response = await fetch(path, { cache: "reload" });
  if (await isNamed(path, response)) await cache.put(path, response.clone());
  return response;
}

const isNamed = async (path, response) => response.ok && (await hashOf(response.clone())) === files[path];

/** The SHA-256 of what a response brings, in hexadecimal digits. */
async function hashOf(response) {
  const hash = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
