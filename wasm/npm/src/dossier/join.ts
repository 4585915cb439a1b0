// Several pictures become one paper: a PDF with a page for each, upright, on A4. What a
// JPEG has is kept as it is; other pictures become JPEG. The pages of a PDF go along.

import type { PDFDocument, PDFImage, RotationTypes } from "@cantoo/pdf-lib";
import { mediaTypeOf } from "./mediatype.js";

/** Why nothing was joined: the script that makes PDF files is not there, a picture cannot be read, all together is too much for a phone's memory. */
export class NotJoined extends Error {
  readonly why: "missing" | "picture" | "large";
  /** Which one of them, from 0. */
  readonly at: number;

  constructor(why: NotJoined["why"], at = 0) {
    super(why);
    this.why = why;
    this.at = at;
  }
}

const mostBytes = 100_000_000;
const [short, long] = [595.28, 841.89]; // A4 in points
const mostSide = 4000; // pixels of a picture that is made anew: 340 a page's inch

/** One PDF of pictures and PDF files; throws NotJoined, and nothing is changed then. */
export async function joined(files: readonly Blob[], tell: (done: number) => void = () => {}): Promise<Blob> {
  if (files.reduce((sum, { size }) => sum + size, 0) > mostBytes) throw new NotJoined("large");
  const { PDFDocument: Document } = await import("@cantoo/pdf-lib").catch(() => {
    throw new NotJoined("missing");
  });
  const paper = await Document.create();
  for (const [i, file] of files.entries()) {
    try {
      if ((await mediaTypeOf(file, "")) === "application/pdf") await addPages(paper, await Document.load(await file.arrayBuffer()));
      else await addPicture(paper, file);
    } catch {
      throw new NotJoined("picture", i);
    }
    tell(i + 1);
  }
  return new Blob([(await paper.save()) as Uint8Array<ArrayBuffer>], { type: "application/pdf" });
}

async function addPages(paper: PDFDocument, other: PDFDocument): Promise<void> {
  for (const page of await paper.copyPages(other, other.getPageIndices())) paper.addPage(page);
}

async function addPicture(paper: PDFDocument, file: Blob): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const orientation = isJPEG(bytes) ? orientationOf(bytes) : undefined;
  const asItIs = orientation === undefined || mirrored.includes(orientation) ? undefined : await paper.embedJpg(bytes).catch(() => undefined);
  if (asItIs) addPage(paper, asItIs, turns.get(orientation!) ?? 0);
  else addPage(paper, await paper.embedJpg(await asJPEG(file)), 0);
}

/** A page that a picture fills as far as its shape allows; turned as a whole, which leaves the picture's bytes as they are. */
function addPage(paper: PDFDocument, picture: PDFImage, turn: number): void {
  const size: [number, number] = picture.width > picture.height ? [long, short] : [short, long];
  const { width, height } = picture.scaleToFit(...size);
  const page = paper.addPage(size);
  page.drawImage(picture, { x: (size[0] - width) / 2, y: (size[1] - height) / 2, width, height });
  page.setRotation({ type: "degrees" as RotationTypes.Degrees, angle: turn });
}

/** A picture that the browser can show as a JPEG, upright, on white. */
async function asJPEG(file: Blob): Promise<ArrayBuffer> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, mostSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const context = canvas.getContext("2d")!;
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.9));
  canvas.width = 0; // gives its memory back at once
  if (!blob) throw new Error("the canvas gives no JPEG");
  return blob.arrayBuffer();
}

// ---- how a camera was held: EXIF, the orientation

/** How far a page is turned, by the orientation. */
const turns = new Map([[3, 180], [6, 90], [8, 270]]);
const mirrored = [2, 4, 5, 7]; // which no page can be

const isJPEG = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8;

/** The orientation that a JPEG names, 1 where it names none. */
function orientationOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 2; at + 4 < view.byteLength && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xda) break; // the picture itself begins
    if (marker === 0xe1 && at + 18 < view.byteLength && view.getUint32(at + 4) === 0x45786966) return orientationIn(new DataView(view.buffer, view.byteOffset + at + 10)); // "Exif"
  }
  return 1;
}

/** The same in a TIFF's first directory. */
function orientationIn(tiff: DataView): number {
  const little = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return 1;
  for (let i = 0, at = directory + 2; i < tiff.getUint16(directory, little) && at + 12 <= tiff.byteLength; i++, at += 12) {
    if (tiff.getUint16(at, little) === 0x0112) return tiff.getUint16(at + 8, little);
  }
  return 1;
}
