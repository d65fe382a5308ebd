import { ascii, joined, viewOf } from "@/lib/picture/bytes";

const signature = "\x89PNG\r\n\x1a\n";
/** What makes up the picture; texts, times, places and thumbnails are in other chunks. */
const kept = /^(IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|iCCP|sBIT|bKGD|pHYs|acTL|fcTL|fdAT)$/;

/** PNG (W3C, third edition) without its other chunks; null when it is none, or ends too early. */
export function cleanPng(bytes: Uint8Array) {
  if (ascii(bytes, 0, 8) !== signature) return null;
  const view = viewOf(bytes);
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const [end, kind] = [at + 12 + view.getUint32(at), ascii(bytes, at + 4, 4)];
    if (end > bytes.length) return null;
    if (kept.test(kind)) parts.push(bytes.subarray(at, end));
    if (kind === "IEND") return joined(parts);
    at = end;
  }
  return null;
}
