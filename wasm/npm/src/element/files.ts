// Sheets as files: exactly the sheet that other programs take, and nothing beside it.

import { h } from "./dom.js";

/** The most that the module takes for a sheet, in bytes. */
export const mostBytes = 64 * 1024;

/** A name as it may stand in the name of a file on any device. */
export const inFileName = (name: string): string =>
  name.replace(/[đĐ]/g, "d").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-|-$/g, "");

/** Hands a text to the person as a file of JSON. */
export const saveFile = (name: string, text: string): void => saveBlob(name, new Blob([text], { type: "application/json" }));

/** Hands a file to the person. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // some browsers read it late
}

let picker: HTMLInputElement | undefined; // some browsers forget one that nobody holds

interface Picking {
  /** What may be chosen; anything where it is left out. */
  accept?: string | undefined;
  multiple?: boolean | undefined;
  /** Whether the camera is asked for; where there is none, the browser offers files. */
  camera?: boolean | undefined;
}

/** Lets the person choose files; calls back with them. */
export function pickFiles(use: (files: File[]) => void, { accept, multiple, camera }: Picking): void {
  picker = h("input", { type: "file", accept, multiple, capture: camera && "environment", onchange: () => use([...(picker?.files ?? [])]) });
  picker.click();
}

/** What is chosen where files of JSON are. */
export const jsonFiles = ".json,application/json";
