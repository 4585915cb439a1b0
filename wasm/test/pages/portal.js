// A portal that listens to two forms, set up before the element is known.

globalThis.heard = [];
for (const name of ["ocop-ready", "ocop-change", "ocop-finish", "ocop-error"]) {
  document.addEventListener(name, (event) => globalThis.heard.push({ name, id: event.target.id, detail: event.detail }));
}
document.querySelector("#two").sheet = { edition: "qd26-2026", set: 24, answers: { "1.1": "c", 9: "none" }, gates: ["not-wholly-from-province"] };
await import("/ocop/element.js");
