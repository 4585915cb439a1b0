// The files of the evidence, as they are kept on the device: each once, under its hash,
// however many dossiers and pieces name it.

import type { Database } from "./database.js";

/** A file that is kept. */
export interface KeptFile {
  sha256: string;
  size: number;
  type: string;
  blob: Blob;
}

export class Files {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The file with a hash; undefined where this device has none. */
  get(sha256: string): Promise<KeptFile | undefined> {
    return this.#database.get("files", sha256);
  }
}
