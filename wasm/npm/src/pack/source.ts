// Where a package or a file is read from: a Blob, in pieces.

const piece = 256 << 10; // bytes that are held at a time
const window = 64 << 10;

const sizeOf: ((this: unknown) => number) | undefined = Object.getOwnPropertyDescriptor(Blob.prototype, "size")?.get;

/** The bytes that a Blob has, in this realm or another; undefined for another value. */
export function blobSize(value: unknown): number | undefined {
  try {
    return sizeOf?.call(value);
  } catch {
    return undefined;
  }
}

/** Whether a value is a Blob of any realm. */
export const isBlob = (value: unknown): value is Blob => blobSize(value) !== undefined;

export class Source {
  readonly size: number;
  readonly #blob: Blob;
  readonly #signal: AbortSignal | undefined;
  #window = { at: 0, bytes: new Uint8Array(0) };

  /** What kept it from being read: its file has changed, say, or nobody wants it any more. */
  failure: unknown;

  constructor(blob: Blob, signal?: AbortSignal) {
    this.#blob = blob;
    this.#signal = signal;
    this.size = blobSize(blob) ?? 0;
  }

  /** A part of it as a Blob. */
  slice(from: number, to: number, type?: string): Blob {
    return Blob.prototype.slice.call(this.#blob, from, to, type);
  }

  /** Reads so many bytes for a record; undefined where they are not to be had. */
  async bytes(at: number, length: number): Promise<Uint8Array | undefined> {
    if (at < 0 || at + length > this.size) return undefined;
    const inside = at - this.#window.at;
    if (inside >= 0 && inside + length <= this.#window.bytes.length) return this.#window.bytes.subarray(inside, inside + length);
    this.#window = { at, bytes: await this.#read(at, Math.min(this.size, at + Math.max(length, window))) };
    return this.#window.bytes.subarray(0, length);
  }

  /** The same to read numbers from. */
  async view(at: number, length: number): Promise<DataView | undefined> {
    const bytes = await this.bytes(at, length);
    return bytes && new DataView(bytes.buffer, bytes.byteOffset, length);
  }

  /** All bytes of a part, a piece at a time. */
  async *pieces(from = 0, to = this.size): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (let at = from; at < to; at += piece) yield await this.#read(at, Math.min(to, at + piece));
  }

  async #read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
    try {
      this.#signal?.throwIfAborted();
      const bytes = new Uint8Array(await this.slice(from, to).arrayBuffer());
      if (bytes.length !== to - from) throw new Error(`${bytes.length} bytes, not ${to - from}`);
      return bytes;
    } catch (error) {
      this.failure ??= this.#signal?.aborted ? this.#signal.reason : error;
      throw this.failure;
    }
  }
}
