// The product that the council scores, typed once: on the page, in the minutes and
// in the names of files.

import { byId, el, visible } from "./dom.js";
import { dayOf, t } from "./lang.js";
import { amend, council } from "./council-state.js";

const fields = ["product", "producer", "address", "date", "rules", "rulesDate"];

/** Wires the fields; changed is called when something was typed. */
export function startAbout(changed) {
  for (const name of fields) {
    byId(`about-${name}`).addEventListener("input", (event) => {
      amend(({ about }) => (about[name] = event.target.value));
      drawWords();
      changed();
    });
  }
}

export function drawAbout() {
  for (const name of fields) byId(`about-${name}`).value = council().about[name] ?? "";
  drawWords();
}

const drawWords = () => (byId("about-words").textContent = visible(council().about.product?.trim() || t("aboutNone")));

/** The product in a few words, for the head of the outcome. */
export function aboutWords() {
  const { product, producer, address, date } = council().about;
  const rest = [producer, address, date && t("metOn", { date: dayOf(date) })].filter(Boolean);
  if (!product && rest.length === 0) return undefined;
  return el("p", { className: "about" }, product && el("strong", {}, product), rest.length > 0 && el("small", {}, rest.join(" · ")));
}

/** A name for a file of this council: what it is, the product, its set and the day. */
export function fileName(what, format) {
  const { about, members } = council();
  const day = about.date || new Date().toLocaleDateString("sv"); // that is 2026-08-21
  const set = members.length > 0 && `bo-${members[0].sheet.set}`;
  return `${[what, plain(about.product ?? ""), set, day].filter(Boolean).join("-")}.${format}`;
}

/** Letters that every device takes in a file's name. */
const plain = (name) => name.replace(/[đĐ]/g, "d").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-|-$/g, "");
