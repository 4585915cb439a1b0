// A small picture of a file of evidence. Pictures are read one after the other, and only
// once they come into sight: a hundred photos of a phone are some gigabytes of pixels.

import { h } from "../element/dom.js";
import type { EvidenceFile } from "../documents/dossier.js";
import type { Files } from "./files.js";

const side = 160; // pixels: 80 of a screen that has two for one

const small = new Map<string, HTMLCanvasElement>(); // those that were drawn, by hash
let turn: Promise<unknown> = Promise.resolve();

/** The file's picture, or the ending of its name where it has none. */
export function preview(files: Files, file: Partial<EvidenceFile>): HTMLElement {
  const { name = "", mediaType = "", sha256 = "" } = file;
  const place = h("span", { class: "ev-preview", "aria-hidden": "true" }, name.slice(name.lastIndexOf(".") + 1).toUpperCase());
  if (!mediaType.startsWith("image/")) return place;
  const show = () => small.has(sha256) && place.replaceChildren(copyOf(small.get(sha256)!));
  if (show()) return place;
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    seen.disconnect();
    turn = turn.then(() => (place.isConnected ? draw(files, sha256).then(show) : undefined)).catch(() => {}); // HEIC, which few browsers read
  });
  seen.observe(place);
  return place;
}

async function draw(files: Files, sha256: string): Promise<void> {
  const kept = small.has(sha256) ? undefined : await files.get(sha256);
  if (!kept) return;
  const bitmap = await createImageBitmap(kept.blob, { resizeWidth: side, resizeQuality: "medium" });
  small.set(sha256, canvasOf(bitmap, bitmap.width, bitmap.height));
  bitmap.close();
}

/** The picture as large as a screen shows it; undefined where the browser cannot read it. */
export async function largePicture(blob: Blob): Promise<HTMLCanvasElement | undefined> {
  const bitmap = await createImageBitmap(blob).catch(() => undefined);
  if (!bitmap) return undefined;
  const scale = Math.min(1, 1600 / Math.max(bitmap.width, bitmap.height));
  const canvas = canvasOf(bitmap, Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  bitmap.close();
  return canvas;
}

/** On a canvas, for which no policy has to allow addresses of pictures. */
function canvasOf(picture: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
  const canvas = h("canvas", { width, height });
  canvas.getContext("2d")?.drawImage(picture, 0, 0, width, height);
  return canvas;
}

const copyOf = (canvas: HTMLCanvasElement): HTMLCanvasElement => canvasOf(canvas, canvas.width, canvas.height);
