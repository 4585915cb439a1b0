// Keeps what goes wrong in a page where a test finds it, also after a reload.

const wrong = JSON.parse(sessionStorage.getItem("wrong") ?? "[]");
const note = (what) => {
  wrong.push(what);
  sessionStorage.setItem("wrong", JSON.stringify(wrong));
};
addEventListener("error", (event) => note(event.message ?? `not loaded: ${event.target.outerHTML}`), true);
addEventListener("unhandledrejection", (event) => note(`not handled: ${event.reason}`));
addEventListener("securitypolicyviolation", (event) => note(`${event.effectiveDirective} forbids ${event.blockedURI}`));
console.error = console.warn = (...said) => note(said.join(" "));
