// A package that is looked at, as ocop/pack does in Go: the ZIP, the bag, its
// files and its dossier.

import { sha256 } from "@noble/hashes/sha2.js";
import { limits } from "../made/kinds.js";
import type { Params } from "../problems.js";
import type { Dossier, Verdict } from "../types.js";
import { entriesOf, type Entry } from "./archive.js";
import { contentOf, Damaged } from "./content.js";
import type { Findings, PackCode } from "./findings.js";
import { bagInfo, declaration, document, evidence, filesOf, manifest, payload, pointer, smallLimit, tagManifest, total, weigh, weighRatio, type NamedFile } from "./names.js";
import type { Source } from "./source.js";
import { checkDeclaration, checkInfo, hex, oxum, readSums, sumOf } from "./tags.js";

/** Gives a dossier's verdict. */
export type Validate = (text: Uint8Array | string) => Verdict | Promise<Verdict>;

/** Is told of bytes that went by. */
export type Tell = (bytes: number) => void;

/** A dossier that has no error, as it is written and read. */
interface Whole {
  text: Uint8Array;
  dossier: Dossier;
}

export class Bag {
  /** What the dossier is, where it has no error. */
  whole: Whole | undefined;

  /** The files that it names, by their place in the bag; and all files by name. */
  readonly files = new Map<string, NamedFile>();
  readonly entries = new Map<string, Entry>();

  readonly #source: Source;
  readonly #found: Findings;
  readonly #small = new Map<string, Uint8Array>();
  readonly #told = new Set<string>(); // files that were told of and need not be again
  #sums: ReadonlyMap<string, string> = new Map(); // of the payload

  constructor(source: Source, found: Findings) {
    this.#source = source;
    this.#found = found;
  }

  /** Looks at all but what the evidence contains; validate gives a dossier's verdict. */
  async check(validate: Validate): Promise<void> {
    for (const entry of await entriesOf(this.#source, this.#found)) {
      if (entry.name !== payload && entry.name !== evidence) this.entries.set(entry.name, entry); // folders stand for themselves
    }
    if (this.#found.count > 0) return; // what stands where is not sure
    this.#weigh();
    await this.#readSmall();
    const known = await this.#checkDossier(validate);
    this.#expected(known);
    this.#checkTags();
  }

  /** Looks at what the evidence comes to before any of it is unpacked. */
  #weigh(): void {
    const size = total([...this.entries.values()].filter(({ name }) => name.startsWith(evidence)));
    weigh(size, this.#found);
    weighRatio(this.#source.size, size, this.#found);
  }

  /** Reads the tag files and the dossier. */
  async #readSmall(): Promise<void> {
    for (const entry of this.entries.values()) {
      const limit = smallLimit(entry.name);
      if (limit === 0) continue;
      if (entry.size > limit) this.#overLimit(entry, limit);
      else await this.#hold(entry);
    }
  }

  /** A dossier that is too large is told of by its reader. */
  #overLimit({ name, size }: Entry, limit: number): void {
    if (name !== document) this.#tell("PACK-09", name, { size, limit });
  }

  async #hold(entry: Entry): Promise<void> {
    const bytes = new Uint8Array(entry.size);
    let at = 0;
    const whole = await this.#unpack(entry, (piece) => {
      bytes.set(piece, at);
      at += piece.length;
    });
    if (whole) this.#small.set(entry.name, bytes);
    else this.#tell("PACK-18", entry.name);
  }

  /** Reports something wrong with a file, at the piece of evidence that it is of, and remembers that. */
  #tell(code: PackCode, name: string, params?: Params): void {
    const file = this.files.get(name);
    this.#found.add(code, { ...params, name: file?.name ?? name }, file && pointer(file.piece));
    this.#told.add(name);
  }

  /**
   * Reads the dossier and looks for the files that it names. It is not known which
   * these are where the dossier has an error.
   */
  async #checkDossier(validate: Validate): Promise<boolean> {
    const isLarge = (this.entries.get(document)?.size ?? 0) > limits.document;
    const text = isLarge ? " ".repeat(limits.document + 1) : this.#small.get(document);
    if (text === undefined) return false;
    const { valid, problems } = await validate(text);
    for (const problem of problems) this.#found.take(problem);
    if (isLarge) this.#told.add(document);
    if (!valid || typeof text === "string") return false;
    const dossier: Dossier = JSON.parse(new TextDecoder().decode(text));
    this.whole = { text, dossier };
    for (const file of filesOf(dossier, this.#found)) this.#checkFile(file);
    return true;
  }

  #checkFile(file: NamedFile): void {
    const name = evidence + file.name;
    this.files.set(name, file);
    const entry = this.entries.get(name);
    if (!entry) this.#tell("PACK-20", name);
    else if (entry.size !== file.size) this.#tell("PACK-22", name, { size: entry.size, expected: file.size });
  }

  /** Tells of files that no package has, and of those that each has. */
  #expected(known: boolean): void {
    for (const name of this.entries.keys()) {
      const mayBe = name.startsWith(evidence) && !known;
      if (smallLimit(name) === 0 && !this.files.has(name) && !mayBe && !this.#isOtherManifest(name)) this.#tell("PACK-21", name);
    }
    for (const name of [declaration, manifest, document]) {
      if (!this.entries.has(name) && !this.#told.has(name)) this.#tell("PACK-20", name);
    }
  }

  /** Whether a file is a manifest, by the name of its algorithm, in place of the one that is needed. */
  #isOtherManifest(name: string): boolean {
    if (this.entries.has(manifest) || !/^manifest-.*\.txt$/s.test(name)) return false;
    this.#tell("PACK-28", name);
    this.#told.add(manifest);
    return true;
  }

  #checkTags(): void {
    const checks: [name: string, check: (bytes: Uint8Array) => void][] = [
      [declaration, (bytes) => checkDeclaration(bytes, this.#found)],
      [manifest, (bytes) => this.#checkManifest(bytes)],
      [tagManifest, (bytes) => this.#checkTagManifest(bytes)],
      [bagInfo, (bytes) => checkInfo(bytes, this.#oxum(), this.#found)],
    ];
    for (const [name, check] of checks) {
      const bytes = this.#small.get(name);
      if (bytes) check(bytes);
    }
  }

  /** The payload's oxum; "" where a file was told of already, as the count would only say so again. */
  #oxum(): string {
    if (this.#told.size > 0) return "";
    const list = [...this.entries.values()].filter(({ name }) => name.startsWith(payload));
    return oxum(total(list), list.length);
  }

  /** Compares the payload with its manifest: the same files, and the hashes that the dossier gives. */
  #checkManifest(bytes: Uint8Array): void {
    this.#sums = readSums(manifest, bytes, this.#found);
    for (const [name, sum] of this.#sums) {
      this.#checkListed(name);
      const file = this.files.get(name);
      if (file && file.sha256 !== sum && !this.#told.has(name)) this.#tell("PACK-24", name);
    }
    for (const name of this.entries.keys()) {
      if (name.startsWith(payload) && !this.#sums.has(name) && !this.#told.has(name)) this.#tell("PACK-30", name, { manifest });
    }
    this.#checkSums(this.#sums, [document]);
  }

  /** Compares the tag files with their manifest, which need not list all of them, nor itself. */
  #checkTagManifest(bytes: Uint8Array): void {
    const sums = readSums(tagManifest, bytes, this.#found);
    for (const name of sums.keys()) this.#checkListed(name);
    this.#checkSums(sums, [declaration, bagInfo, manifest]);
  }

  #checkListed(name: string): void {
    if (!this.entries.has(name) && !this.#told.has(name)) this.#tell("PACK-20", name);
  }

  /** Compares files that are held with their hashes. */
  #checkSums(sums: ReadonlyMap<string, string>, names: readonly string[]): void {
    for (const name of names) {
      const [bytes, sum] = [this.#small.get(name), sums.get(name)];
      if (bytes && sum && sumOf(bytes) !== sum && !this.#told.has(name)) this.#tell("PACK-23", name);
    }
  }

  /** Unpacks and hashes all evidence, unless it is too much; progress is told of bytes. */
  async checkContents(progress: (total: number) => Tell): Promise<void> {
    if (this.#found.has("PACK-09", "PACK-10")) return;
    const list = [...this.entries.values()].filter(({ name }) => smallLimit(name) === 0 && !this.#told.has(name));
    const tell = progress(total(list));
    for (const entry of list) await this.#checkContent(entry, tell);
  }

  async #checkContent(entry: Entry, tell: Tell): Promise<void> {
    const sum = sha256.create();
    const whole = await this.#unpack(entry, (piece) => {
      sum.update(piece);
      tell(piece.length);
    });
    const is = hex(sum.digest());
    const expected = [this.files.get(entry.name)?.sha256, this.#sums.get(entry.name)].filter((one) => one !== undefined);
    if (!whole) this.#tell("PACK-18", entry.name);
    else if (expected.some((one) => one !== is)) this.#tell("PACK-23", entry.name);
  }

  /** Unpacks a file; whether it is whole. */
  async #unpack(entry: Entry, take: (piece: Uint8Array) => void): Promise<boolean> {
    try {
      for await (const piece of contentOf(this.#source, entry)) take(piece);
      return true;
    } catch (error) {
      if (error instanceof Damaged) return false;
      throw error;
    }
  }
}
