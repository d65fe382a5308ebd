import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import { TooLarge } from "@/lib/import/git-http";

/** `work`: bytes that are made when every object is put together from its beginnings, and nothing is remembered. */
const most = { objects: 30_000, object: 30_000_000, all: 150_000_000, depth: 100, work: 3_000_000_000, ms: 15_000 };

type Made = { size: number; depth: number; work: number };
type Pack = {
  bytes: Buffer;
  at: Map<number, Made>;
  named: Map<string, Made>;
  unknown: number;
  all: number;
  work: number;
};

/**
 * Reads what a pack of git says it unfolds to, before anything unfolds it: how many objects, how large each is, what it takes
 * to put together deltas of deltas. Nothing larger than one object is ever in memory. Throws `TooLarge`.
 */
export function measurePack(bytes: Buffer, now = Date.now) {
  const [begun, count] = [now(), bytes.length > 12 ? bytes.readUInt32BE(8) : 0];
  if (count > most.objects) throw new TooLarge();
  const pack: Pack = { bytes, at: new Map(), named: new Map(), unknown: 0, all: 0, work: 0 };
  let offset = 12;
  for (let no = 0; no < count; no++) {
    if (now() - begun > most.ms) throw new TooLarge();
    offset = measureOne(pack, offset);
  }
}

function measureOne(pack: Pack, offset: number) {
  const head = headOf(pack.bytes, offset);
  if (head.size > most.object) throw new TooLarge();
  const base = head.kind === 6 || head.kind === 7 ? baseOf(pack, head, offset) : null;
  const from = head.end + (head.kind === 7 ? 20 : (base?.length ?? 0));
  const { content, read } = inflated(pack.bytes, from, head.size);
  const size = base ? targetOf(content) : content.length;
  const made = { size, depth: base ? base.depth + 1 : 0, work: size + (base?.work ?? 0) };
  pack.at.set(offset, made);
  if (!base) pack.named.set(nameOf(head.kind, content), made);
  pack.all += size + content.length;
  pack.work += made.work;
  const isTooMuch = size > most.object || pack.all > most.all || made.depth > most.depth || pack.work > most.work;
  if (isTooMuch) throw new TooLarge();
  return from + read;
}

/** A kind of three bits and a size, seven bits a byte. */
function headOf(bytes: Buffer, offset: number) {
  const first = bytes.readUInt8(offset);
  let [size, scale, end] = [first & 15, 16, offset + 1];
  for (let byte = first; byte & 128; scale *= 128) {
    byte = bytes.readUInt8(end++);
    size += (byte & 127) * scale;
    if (scale > 2 ** 45) throw new TooLarge();
  }
  return { kind: (first >> 4) & 7, size, end };
}

/** What a delta changes: by how far before it lies, or by its name. Of a name that was not read yet the worst is assumed. */
function baseOf(pack: Pack, { kind, end }: { kind: number; end: number }, offset: number) {
  if (kind === 7) {
    const known = pack.named.get(pack.bytes.toString("hex", end, end + 20));
    if (!known && ++pack.unknown > most.depth) throw new TooLarge();
    return { ...(known ?? { size: 0, depth: pack.unknown, work: most.object }), length: 20 };
  }
  let [back, length, byte] = [-1, 0, 128];
  while (byte & 128) {
    byte = pack.bytes.readUInt8(end + length++);
    back = (back + 1) * 128 + (byte & 127);
    if (length > 6) throw new TooLarge();
  }
  const base = pack.at.get(offset - back);
  if (!base) throw new Error("not a pack");
  return { ...base, length };
}

/** Never more than it said it is. */
function inflated(bytes: Buffer, from: number, size: number) {
  const options = { info: true, maxOutputLength: Math.max(1, size) };
  const { buffer, engine } = inflateSync(bytes.subarray(from), options) as unknown as {
    buffer: Buffer;
    engine: { bytesWritten: number };
  };
  return { content: buffer, read: engine.bytesWritten };
}

/** What a delta says that comes of it: the second of the two sizes it begins with. */
function targetOf(delta: Buffer) {
  let at = 0;
  const next = () => {
    let [value, scale, byte] = [0, 1, 128];
    for (; byte & 128 && scale < 2 ** 45; scale *= 128) {
      byte = delta.readUInt8(at++);
      value += (byte & 127) * scale;
    }
    return value;
  };
  next();
  return next();
}

const kinds = ["", "commit", "tree", "blob", "tag"];
const nameOf = (kind: number, content: Buffer) =>
  createHash("sha1").update(`${kinds[kind]} ${content.length}\0`).update(content).digest("hex");
