// The kinds of file that a dossier takes: what a file is, told by what is in it, and how
// it may be called. The list is that of the schema (/evidence/*/file/mediaType), the
// endings are those that ocop's shape of a file's name has.

import { folded } from "../pack/names.js";
import type { EvidenceFile } from "../documents/dossier.js";

export type MediaType = EvidenceFile["mediaType"];

/** The endings of names, the usual one first. */
export const endings: Readonly<Record<MediaType, readonly string[]>> = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
  "image/webp": ["webp"],
  "image/tiff": ["tif", "tiff"],
  "image/heic": ["heic"],
  "audio/mpeg": ["mp3"],
  "audio/mp4": ["m4a"],
  "video/mp4": ["mp4"],
  "video/quicktime": ["mov"],
  "application/msword": ["doc"],
  "application/vnd.ms-excel": ["xls"],
  "application/vnd.ms-powerpoint": ["ppt"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
  "application/zip": ["zip"],
};

const types = Object.keys(endings) as MediaType[];

const endingOf = (name: string): string => /\.((?=\d*[a-z])[a-z0-9]{2,5})$/i.exec(name)?.[1] ?? "";

/** What a file's name says that it is. */
const typeByName = (name: string): MediaType | undefined => types.find((type) => endings[type].includes(endingOf(name).toLowerCase()));

// ---- what is in it

const end = 1 << 16;

/** The beginning and the end, where a ZIP and an old Office file say what is in them; a byte is a letter. */
async function endsOf(file: Blob): Promise<string> {
  const ends = file.size <= 2 * end ? file : new Blob([file.slice(0, end), file.slice(-end)]);
  return new TextDecoder("latin1").decode(await ends.arrayBuffer());
}

const inZip = (folder: string): RegExp => new RegExp(`^PK\\x03\\x04[^]*PK\\x01\\x02[^]{42}${folder}/`);
const inOldOffice = (stream: string): RegExp => new RegExp(`^ÐÏ\\x11à[^]*${[...stream].join("\\0")}\\0`);

// The first that fits is it.
const signs: readonly (readonly [MediaType, RegExp])[] = [
  ["application/pdf", /^[^]{0,1024}?%PDF-\d/],
  ["image/jpeg", /^ÿØÿ/],
  ["image/png", /^.PNG\r\n/],
  ["image/webp", /^RIFF[^]{4}WEBP/],
  ["image/tiff", /^(?:II\*\0|MM\0\*)/],
  ["image/heic", /^[^]{4}ftyp(?:hei|hev|m[is]f1(?![^]{0,48}avi[fs]))/],
  ["audio/mp4", /^[^]{4}ftypM4[AB] /],
  ["video/quicktime", /^[^]{4}(?:ftypqt {2}|moov|mdat|wide)/],
  ["video/mp4", /^[^]{4}ftyp(?:iso[2-9m]|mp4[12]|avc1|M4V |MSNV|3g[p2]|dash|mmp4|XAVC)/],
  ["audio/mpeg", /^(?:ID3|ÿ[úûòóâã])/],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", inZip("word")],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", inZip("xl")],
  ["application/vnd.openxmlformats-officedocument.presentationml.presentation", inZip("ppt")],
  ["application/msword", inOldOffice("WordDocument")],
  ["application/vnd.ms-excel", inOldOffice("Workbook")],
  ["application/vnd.ms-excel", inOldOffice("Book")],
  ["application/vnd.ms-powerpoint", inOldOffice("PowerPoint Document")],
];

/** Where only the name tells one from another. */
const byName: readonly (readonly [MediaType, RegExp])[] = [
  ["application/zip", /^PK(?:\x03\x04|\x05\x06)/], // many other files are ZIP files inside
  ["application/msword", /^ÐÏ\x11à/], // whose list of streams may stand in the middle
  ["application/vnd.ms-excel", /^ÐÏ\x11à/],
  ["application/vnd.ms-powerpoint", /^ÐÏ\x11à/],
];

/** The media type of a file; undefined where the dossier takes none like it. */
export async function mediaTypeOf(file: Blob, name: string): Promise<MediaType | undefined> {
  const letters = await endsOf(file);
  const named = typeByName(name);
  const [type] = signs.find(([, sign]) => sign.test(letters)) ?? byName.find(([one, sign]) => one === named && sign.test(letters)) ?? [];
  return type === "video/mp4" && named === "audio/mp4" ? named : type; // a recording may say no more than MP4
}

// ---- how it is called

const mostLetters = 120; // the schema takes 200; a package's path has to fit Windows too

/** The name as the schema takes it on every system, with the ending of what the file is. */
export function safeName(name: string, type: MediaType): string {
  const ending = endingOf(name);
  const base = ending ? name.slice(0, -ending.length - 1) : name;
  const clean = base.normalize("NFC").replace(/[^\p{L}\p{M}\p{N} ._()[\],@=#+'-]+|\p{Default_Ignorable_Code_Point}+/gu, "-").replace(/\s+/g, " ").replace(/^[\p{M} .-]+/u, "");
  const short = [...clean].slice(0, mostLetters).join("").replace(/[ .-]+$/, "") || "tep";
  const own = endings[type].includes(ending.toLowerCase()) ? ending : endings[type][0];
  return `${isDevice(short) ? "tep-" : ""}${short}.${own}`;
}

/** Whether Windows takes a name for a device, whatever ending follows. */
const isDevice = (base: string): boolean => /^(?:aux|con|nul|prn|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/i.test(base);

/** The name, or with a number another one, so that no other content has it in the dossier. */
export function freeName(file: EvidenceFile, others: readonly EvidenceFile[]): string {
  const at = file.name.lastIndexOf(".");
  for (let n = 1; ; n++) {
    const name = n === 1 ? file.name : `${file.name.slice(0, at)} (${n})${file.name.slice(at)}`;
    const other = others.find((one) => folded(one.name) === folded(name));
    if (!other) return name;
    if (other.sha256 === file.sha256) return other.name;
  }
}
