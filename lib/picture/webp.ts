import { ascii, joined, viewOf } from "@/lib/picture/bytes";

const kept = /^(VP8 |VP8L|VP8X|ALPH|ANIM|ANMF|ICCP)$/;
/** Of VP8X: that there are chunks with Exif and with XMP. */
const metadataFlags = 0x08 | 0x04;

/** WebP (RFC 9649) without its other chunks; null when it is none, or ends too early. */
export function cleanWebp(bytes: Uint8Array) {
  if (ascii(bytes, 0, 4) !== "RIFF" || ascii(bytes, 8, 4) !== "WEBP") return null;
  const view = viewOf(bytes);
  const whole = 8 + view.getUint32(4, true);
  if (whole > bytes.length) return null;
  const parts: Uint8Array[] = [];
  for (let at = 12; at + 8 <= whole; ) {
    const size = view.getUint32(at + 4, true);
    const [end, kind] = [at + 8 + size + (size % 2), ascii(bytes, at, 4)];
    if (end > whole) return null;
    if (kept.test(kind)) parts.push(withoutFlags(kind, bytes.subarray(at, end)));
    at = end;
  }
  return parts.length > 0 ? joined([headOf(parts), ...parts]) : null;
}

function withoutFlags(kind: string, chunk: Uint8Array) {
  if (kind !== "VP8X") return chunk;
  const copy = chunk.slice();
  copy[8] = (copy[8] ?? 0) & ~metadataFlags;
  return copy;
}

function headOf(parts: readonly Uint8Array[]) {
  const head = new TextEncoder().encode("RIFF????WEBP");
  const size = parts.reduce((sum, part) => sum + part.length, 4);
  viewOf(head).setUint32(4, size, true);
  return head;
}
