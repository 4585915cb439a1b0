// The files of the evidence, as they are kept on the device: each once, under its hash,
// however many dossiers and pieces name it. A file stands in "coming" until it is hashed
// and its dossier names it, so that a tab that is killed meanwhile loses nothing.

import type { EvidenceFile } from "../documents/dossier.js";
import { Source } from "../pack/source.js";
import type { Database } from "./database.js";
import { mediaTypeOf, safeName } from "./mediatype.js";
import type { Table } from "./tree.js";

/** A file that is kept. */
export interface KeptFile {
  sha256: string;
  size: number;
  type: string;
  blob: Blob;
  /** When it was taken last, in ms: it may be that its dossier does not name it yet. */
  since: number;
}

/** A file on its way, with what it is for: what the form wants to know again of one that a killed tab left. */
export interface Coming {
  key: string;
  dossier: string;
  name: string;
  blob: Blob;
  purpose: Table;
}

/** Why a file is not taken: no kind of the schema's, nothing in it, too large, the browser cannot read it, its hash cannot be worked out. */
export type Refusal = "kind" | "empty" | "large" | "unreadable" | "unhashed";

/** What became of a file. */
export type Outcome =
  /** As a piece of evidence names it; kept is whether the device keeps it, or the page only. */
  | { file: EvidenceFile; kept: boolean; purpose: Table; why?: undefined }
  | { why: Refusal; name: string; size: number; file?: undefined };

interface Ways {
  /** The id of the dossier that they are for. */
  dossier: string;
  purpose?: Table;
  /** Enters what became of one, before the next one begins: what is entered is not on its way any more. */
  onEach?: (outcome: Outcome) => void | Promise<void>;
  /** Tells how far it is: files that are done of all, and of the one at hand the part from 0 to 1. */
  onProgress?: (done: number, all: number, part: number) => void;
  signal?: AbortSignal;
}

/** The most bytes of a file. The schema takes ten times as much, but no phone hands that in and no commune's line takes it. */
export const mostFileBytes = 200_000_000;

const atOnce = 16 << 20; // bytes that are hashed in one piece
const day = 24 * 60 * 60_000; // ms

/** What the device has, in bytes. */
export interface Room {
  used: number;
  free: number;
}

export class Files {
  readonly #database: Database;
  #asked = false; // whether the browser was asked to keep what is there

  constructor(database: Database) {
    this.#database = database;
  }

  /** The file with a hash; undefined where this device has none. */
  get(sha256: string): Promise<KeptFile | undefined> {
    return this.#database.get("files", sha256);
  }

  /**
   * Takes files, one after the other, so that no more than one is in memory. Resolves with
   * what became of each; once it is not wanted any more, the others are not taken.
   */
  async take(files: Iterable<File | Coming>, { dossier, purpose = {}, onEach, onProgress, signal }: Ways): Promise<Outcome[]> {
    const all = [...files];
    const outcomes: Outcome[] = [];
    for (const one of all) {
      if (signal?.aborted) break;
      const tell = (part: number) => onProgress?.(outcomes.length, all.length, part);
      tell(0);
      const coming = one instanceof File ? comingOf(one, dossier, purpose) : one;
      const outcome = await alone(coming.key, () => this.#takeOne(coming, tell, onEach, signal));
      if (outcome) outcomes.push(outcome);
    }
    if (all.length > 0) onProgress?.(outcomes.length, all.length, 0);
    return outcomes;
  }

  /** undefined where it is not wanted any more. */
  async #takeOne(coming: Coming, tell: (part: number) => void, onEach: Ways["onEach"], signal: AbortSignal | undefined): Promise<Outcome | undefined> {
    const { key, name, blob } = coming;
    const outcome = await this.#kept(coming, tell, signal).catch((error: unknown): Outcome | undefined => {
      if (signal?.aborted) return undefined;
      return { why: error instanceof Refused ? error.why : "unreadable", name, size: blob.size };
    });
    if (outcome) await onEach?.(outcome);
    // What the device has here and could not put there stays on its way: the next start tries again. So does what cannot be hashed today.
    const isDone = outcome?.file ? outcome.kept || (await this.#database.holds("coming", key)) : outcome?.why !== "unhashed";
    if (isDone) await this.#database.change("coming", key, () => undefined);
    return outcome;
  }

  async #kept(coming: Coming, tell: (part: number) => void, signal: AbortSignal | undefined): Promise<Outcome> {
    const { key, name, purpose } = coming;
    const { size } = coming.blob;
    if (size === 0) throw new Refused("empty");
    if (size > mostFileBytes) throw new Refused("large");
    const type = await mediaTypeOf(coming.blob, name);
    if (!type) throw new Refused("kind");
    this.#persist();
    await this.#database.change<Coming>("coming", key, (there) => there ?? coming);
    // What is kept is hashed, and not what the picture has become in the camera's folder meanwhile.
    const { blob } = (await this.#database.get<Coming>("coming", key)) ?? coming;
    const sha256 = await hashOf(blob, tell, signal);
    const kept = await this.keep(sha256, blob, type);
    return { file: { name: safeName(name, type), mediaType: type, size, sha256 }, kept, purpose };
  }

  /** Keeps a file whose hash is known, as one out of a package; tells whether the device does, or the page only. */
  async keep(sha256: string, blob: Blob, type: string): Promise<boolean> {
    await this.#database.change<KeptFile>("files", sha256, (there) => ({ sha256, size: blob.size, type, blob: there?.blob ?? blob, since: Date.now() }));
    return !(await this.#database.holds("files", sha256));
  }

  /** The files that a killed tab has left on their way to a dossier; none that another window works on. */
  async unfinished(dossier: string): Promise<Coming[]> {
    const { held = [] } = (await navigator.locks?.query()) ?? {};
    const busy = new Set(held.map(({ name }) => name));
    const keys = (await this.#database.keys("coming")).filter((key) => !busy.has(lockOf(key)));
    const coming = await Promise.all(keys.map((key) => this.#database.get<Coming>("coming", key)));
    return coming.filter((one): one is Coming => one?.dossier === dossier);
  }

  /**
   * Removes the files that no dossier names, and those on their way to a dossier that is
   * not there any more; named are those of all dossiers on the device. What was taken within a day stays: another window may be about to name it,
   * and what was removed can be brought back. What had no room before may have it then.
   */
  async sweep(named: ReadonlySet<string>, dossiers?: ReadonlySet<string>): Promise<void> {
    for (const key of dossiers ? await this.#database.keys("coming") : []) {
      await this.#database.change<Coming>("coming", key, (coming) => (coming && dossiers?.has(coming.dossier) ? coming : undefined));
    }
    const isLeft = (kept: KeptFile | undefined) => kept !== undefined && Date.now() - kept.since > day;
    for (const sha256 of await this.#database.keys("files")) {
      if (named.has(sha256) || !isLeft(await this.get(sha256))) continue;
      await this.#database.change<KeptFile>("files", sha256, (kept) => (isLeft(kept) ? undefined : kept));
    }
    await this.#database.keepHeld();
  }

  /** What the device has; undefined where the browser does not tell. */
  async room(): Promise<Room | undefined> {
    const { usage, quota } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
    return usage === undefined || quota === undefined ? undefined : { used: usage, free: Math.max(0, quota - usage) };
  }

  /** Asks the browser, once, not to clear the device by itself. It may ask the person in turn, which nothing waits for. */
  #persist(): void {
    if (this.#asked) return;
    this.#asked = true;
    navigator.storage?.persist?.().catch(() => false);
  }
}

class Refused extends Error {
  readonly why: Refusal;

  constructor(why: Refusal) {
    super(why);
    this.why = why;
  }
}

/** A file as it is kept meanwhile: as a mere Blob, as Chromium does not count the bytes of a File against the room. */
const comingOf = (file: File, dossier: string, purpose: Table): Coming => ({ key: newKey(), dossier, name: file.name, blob: file.slice(0, file.size, file.type), purpose });

const newKey = (): string => hex(crypto.getRandomValues(new Uint8Array(16))); // randomUUID is missing where a page is not secure

const lockOf = (key: string): string => `ocop-coming-${key}`;

/** Works on a file on its way; other windows see that somebody does, where the browser has locks. */
const alone = <T>(key: string, work: () => Promise<T>): Promise<T> => navigator.locks?.request(lockOf(key), work) ?? work();

/** The SHA-256 of a file. Of a large one, or where the browser has none, a piece at a time. */
async function hashOf(blob: Blob, tell: (part: number) => void, signal: AbortSignal | undefined): Promise<string> {
  if (blob.size <= atOnce && crypto.subtle) return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", await blob.arrayBuffer())));
  const { sha256 } = await import("@noble/hashes/sha2.js").catch(() => {
    throw new Refused("unhashed");
  });
  const sum = sha256.create();
  let read = 0;
  for await (const piece of new Source(blob, signal).pieces()) {
    sum.update(piece);
    read += piece.length;
    tell(read / blob.size);
  }
  return hex(sum.digest());
}

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
