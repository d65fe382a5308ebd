import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";

type Piece = { kind: "blob"; content: Buffer } | { kind: "delta"; onto: number; content: Buffer };

const sizes = (size: number, first: number, bits: number) => {
  const bytes = [first | (size & (2 ** bits - 1))];
  for (let left = Math.floor(size / 2 ** bits); left > 0; left = Math.floor(left / 128)) {
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | 128;
    bytes.push(left & 127);
  }
  return Buffer.from(bytes);
};

/** How git writes how far back something lies. */
function backwards(distance: number) {
  const bytes = [distance & 127];
  for (let left = Math.floor(distance / 128); left > 0; left = Math.floor(left / 128))
    bytes.unshift(128 | (--left & 127));
  return Buffer.from(bytes);
}

/** A pack with these objects; a delta names by its number what it changes. */
export function aPack(pieces: readonly Piece[], count = pieces.length) {
  const head = Buffer.from("PACK\0\0\0\x02\0\0\0\0", "latin1");
  head.writeUInt32BE(count, 8);
  const parts = [head];
  const offsets: number[] = [];
  let at = 12;
  for (const piece of pieces) {
    offsets.push(at);
    const isDelta = piece.kind === "delta";
    const base = isDelta ? backwards(at - (offsets[piece.onto] ?? 0)) : Buffer.alloc(0);
    const one = [sizes(piece.content.length, (isDelta ? 6 : 3) << 4, 4), base, deflateSync(piece.content)];
    parts.push(...one);
    at += Buffer.concat(one).length;
  }
  const all = Buffer.concat(parts);
  return Buffer.concat([all, createHash("sha1").update(all).digest()]);
}

/** A delta that repeats its base of that size so many times. */
export function repeated(size: number, times: number) {
  const op = Buffer.from([0x80 | 0x10 | 0x20 | 0x40, size & 255, (size >> 8) & 255, (size >> 16) & 255]);
  return Buffer.concat([sizes(size, 0, 7), sizes(size * times, 0, 7), ...Array.from({ length: times }, () => op)]);
}
