// What a file of a ZIP contains, a piece at a time.

import { deflated, type Entry } from "./archive.js";
import type { Source } from "./source.js";

/** Says that a file is not as long as its header says, has another CRC, or has something behind it. */
export class Damaged extends Error {}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The CRC-32 of bytes that come after others. */
function crc32(bytes: Uint8Array, before: number): number {
  let crc = ~before;
  for (let i = 0; i < bytes.length; i++) crc = table[(crc ^ bytes[i]) & 0xff] ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** The content of an entry; throws Damaged where it is not whole, at the latest behind the last piece. */
export const contentOf = (source: Source, entry: Entry): Pieces => (entry.method === deflated ? inflated(source, entry) : asStored(source, entry));

type Pieces = AsyncGenerator<Uint8Array<ArrayBuffer>>;

const packedOf = (source: Source, { body, packed }: Entry): Pieces => source.pieces(body, body + packed);

async function* asStored(source: Source, entry: Entry): Pieces {
  let crc = 0;
  for await (const piece of packedOf(source, entry)) {
    crc = crc32(piece, crc);
    yield piece;
  }
  if (crc !== entry.crc) throw new Damaged();
}

/**
 * The platform inflates gzip wherever it inflates at all, and holds it to the
 * length and the CRC behind it. No more is given on than the header says.
 */
async function* inflated(source: Source, entry: Entry): Pieces {
  const { readable, writable } = new DecompressionStream("gzip");
  feed(writable.getWriter(), source, entry).catch(() => {}); // what is wrong comes out of the reader too
  const reader = readable.getReader();
  let size: number | undefined = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > entry.size) break;
      yield value;
    }
  } catch {
    size = undefined;
  } finally {
    reader.cancel().catch(() => {});
  }
  if (source.failure) throw source.failure;
  if (size !== entry.size) throw new Damaged();
}

const gzipHeader = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
const most = 16 << 10; // bytes at a time: deflate makes at most 1,032 times as many of them

async function feed(writer: WritableStreamDefaultWriter<BufferSource>, source: Source, entry: Entry): Promise<void> {
  try {
    await writer.write(gzipHeader);
    for await (const piece of held(packedOf(source, entry), trailerOf(entry))) {
      for (let at = 0; at < piece.length; at += most) await writer.write(piece.subarray(at, at + most));
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error);
  }
}

/** What stands behind deflate in gzip: CRC and length. */
function trailerOf({ crc, size }: Entry): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, crc, true);
  view.setUint32(4, size, true);
  return new Uint8Array(view.buffer);
}

/**
 * Pieces and the trailer behind them, which may not stand anywhere before: some
 * platforms, such as Node 20, end with the first that they find, and do not look
 * at what stands behind it.
 */
async function* held(pieces: Pieces, trailer: Uint8Array<ArrayBuffer>): Pieces {
  let tail: Uint8Array = new Uint8Array(0);
  for await (const piece of pieces) {
    const joined = concat(tail, piece);
    if (find(joined, trailer) >= 0) throw new Damaged();
    tail = joined.slice(-(trailer.length - 1));
    yield piece;
  }
  if (find(concat(tail, trailer), trailer) !== tail.length) throw new Damaged();
  yield trailer;
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

function find(bytes: Uint8Array, sign: Uint8Array): number {
  for (let at = bytes.indexOf(sign[0]); at >= 0; at = bytes.indexOf(sign[0], at + 1)) {
    if (sign.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return -1;
}

/** Content as a Blob: what is gathered goes to the platform, which may keep it on the disk. */
export async function blobOf(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>, type: string): Promise<Blob> {
  const parts: Blob[] = [];
  let held: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const piece of pieces) {
    held.push(piece);
    size += piece.length;
    if (size < 4 << 20) continue;
    parts.push(new Blob(held));
    [held, size] = [[], 0];
  }
  return new Blob([...parts, ...held], { type });
}
