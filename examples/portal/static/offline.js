// Works without a connection after the first visit: sw.js keeps the files.

import { button, byId } from "./dom.js";
import { t } from "./lang.js";

let waiting; // a newer version that is ready to take over
let replaced = false; // a newer version has taken over, from another tab perhaps, and this page is still of the older one

export function startOffline() {
  addEventListener("online", draw);
  addEventListener("offline", draw);
  document.addEventListener("languagechosen", draw);
  draw();
  if (!navigator.serviceWorker) return;
  let controlled = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    replaced ||= controlled; // the first to take over is of this page's own version
    controlled = true;
    draw();
  });
  // After the page itself, so that a slow line is not shared.
  if (document.readyState === "complete") register();
  else addEventListener("load", register);
}

async function register() {
  try {
    const registration = await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
    const look = () => {
      if (!registration.waiting || !navigator.serviceWorker.controller) return;
      waiting = registration.waiting;
      draw();
    };
    registration.addEventListener("updatefound", () => registration.installing.addEventListener("statechange", look));
    look();
  } catch (error) {
    console.warn(error); // the page works, though not offline
  }
}

/** One short line at the foot: no connection, kept on the device, or a new version. */
function draw() {
  const line = byId("offline");
  if (waiting || replaced) line.replaceChildren(t("newVersion"), " ", button(t("useNewVersion"), useNew, "small"));
  else if (!navigator.onLine) line.textContent = t("offline");
  else line.textContent = navigator.serviceWorker?.controller ? t("offlineReady") : "";
}

/** Has the newer version take over, unless it has already, and begins anew with it. */
function useNew() {
  if (waiting?.state !== "installed") return location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage("take over");
}
