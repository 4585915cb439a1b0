// What a file of a ZIP contains, a piece at a time.

import { deflated } from "./archive.js";

/** Says that a file is not as long as its header says, has another CRC, or has something behind it. */
export class Damaged extends Error {}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The CRC-32 of bytes that come after others. */
function crc32(bytes, before) {
  let crc = ~before;
  for (let i = 0; i < bytes.length; i++) crc = table[(crc ^ bytes[i]) & 0xff] ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** The content of an entry; throws Damaged where it is not whole, at the latest behind the last piece. */
export const contentOf = (source, entry) => (entry.method === deflated ? inflated(source, entry) : asStored(source, entry));

const packedOf = (source, { body, packed }) => source.pieces(body, body + packed);

async function* asStored(source, entry) {
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
async function* inflated(source, entry) {
  const { readable, writable } = new DecompressionStream("gzip");
  feed(writable.getWriter(), source, entry).catch(() => {}); // what is wrong comes out of the reader too
  const reader = readable.getReader();
  let size = 0;
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

async function feed(writer, source, entry) {
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
function trailerOf({ crc, size }) {
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
async function* held(pieces, trailer) {
  let tail = new Uint8Array(0);
  for await (const piece of pieces) {
    const joined = concat(tail, piece);
    if (find(joined, trailer) >= 0) throw new Damaged();
    tail = joined.slice(-(trailer.length - 1));
    yield piece;
  }
  if (find(concat(tail, trailer), trailer) !== tail.length) throw new Damaged();
  yield trailer;
}

function concat(a, b) {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

function find(bytes, sign) {
  for (let at = bytes.indexOf(sign[0]); at >= 0; at = bytes.indexOf(sign[0], at + 1)) {
    if (sign.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return -1;
}

/** Content as a Blob: what is gathered goes to the platform, which may keep it on the disk. */
export async function blobOf(pieces, type) {
  const parts = [];
  let held = [];
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
