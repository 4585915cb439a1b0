// Short messages where the reader looks, and lists of problems.

import { button, el } from "./dom.js";
import { say } from "./lang.js";

/** Shows a message, with buttons [text, what they do]; without a text it takes the message away. */
export function note(where, text, { actions = [], problems = [], placeOf, tone = "" } = {}) {
  if (!text) return where.replaceChildren();
  const row = actions.map(([label, act]) => button(label, act, "small"));
  where.replaceChildren(el("div", { className: `note ${tone}` }, el("p", {}, el("span", {}, text), row), problems.length > 0 && problemList(problems, placeOf)));
}

/** Problems with their place in words, the message, and the code for whoever mends the system. */
export function problemList(problems, placeOf = () => "") {
  return el("ul", { className: "problems" }, problems.map((problem) => problemItem(problem, placeOf(problem.path, problem.code))));
}

function problemItem({ code, path, severity, message }, place) {
  return el(
    "li",
    { className: severity },
    place && el("strong", {}, place),
    el("span", {}, say(message)),
    el("code", {}, path ? `${code} · ${path}` : code),
  );
}
