import { ascii, joined, viewOf } from "@/lib/picture/bytes";

const [start, end, scan, comment, exif] = [0xd8, 0xd9, 0xda, 0xfe, 0xe1];

/** JPEG (ITU T.81) without what applications added: of those segments only colours and the way up stay. Null when it is none. */
export function cleanJpeg(bytes: Uint8Array) {
  if (bytes[0] !== 0xff || bytes[1] !== start) return null;
  const parts = [bytes.subarray(0, 2)];
  for (let at = 2; at + 2 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && marker === end) return joined([...parts, bytes.subarray(at, at + 2)]);
    const until = endOf(bytes, at, marker);
    if (until === null) return null;
    parts.push(...kept(marker, bytes.subarray(at, until)));
    at = until;
  }
  return null;
}

/** Where the segment ends that begins here, its scan included; null when none does, or it goes on beyond the end. */
function endOf(bytes: Uint8Array, at: number, marker: number) {
  if (bytes[at] !== 0xff || at + 4 > bytes.length) return null;
  // any number of these may stand before a marker
  if (marker === 0xff) return at + 1;
  const next = at + 2 + viewOf(bytes).getUint16(at + 2);
  if (next > bytes.length || next < at + 4) return null;
  return marker === scan ? afterScan(bytes, next) : next;
}

/** Where the next marker stands: within a scan 0xff is followed by 0, or says where to begin anew. */
function afterScan(bytes: Uint8Array, from: number) {
  const isMarker = (code: number) => code !== 0 && !(code >= 0xd0 && code <= 0xd7);
  let at = from;
  while (at + 1 < bytes.length && !(bytes[at] === 0xff && isMarker(bytes[at + 1] ?? 0))) at++;
  return at;
}

function kept(marker: number, segment: Uint8Array): Uint8Array[] {
  const says = (name: string) => ascii(segment, 4, name.length) === name;
  if (marker === exif && says("Exif\0\0")) return wayUp(segment);
  if (marker === 0xe0) return says("JFIF\0") ? [segment] : [];
  if (marker === 0xe2) return says("ICC_PROFILE\0") ? [segment] : [];
  if (marker === 0xee) return says("Adobe") ? [segment] : [];
  const isAdded = marker === 0xff || (marker >= 0xe0 && marker <= 0xef) || marker === comment;
  return isAdded ? [] : [segment];
}

const orientation = 0x0112;

/** An Exif segment that says nothing but which way is up; none when that is as it lies. */
function wayUp(segment: Uint8Array): Uint8Array[] {
  const tiff = viewOf(segment.subarray(10));
  if (tiff.byteLength < 14) return [];
  const little = tiff.getUint16(0) === 0x4949;
  const table = tiff.getUint32(4, little);
  if (table + 2 > tiff.byteLength) return [];
  const count = tiff.getUint16(table, little);
  for (let at = table + 2; at + 12 <= Math.min(tiff.byteLength, table + 2 + count * 12); at += 12) {
    const up = tiff.getUint16(at + 8, little);
    if (tiff.getUint16(at, little) === orientation && up > 1 && up <= 8) return [segmentFor(up)];
  }
  return [];
}

function segmentFor(up: number) {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, up, 0, 0, 0, 0, 0, 0];
  const name = [0x45, 0x78, 0x69, 0x66, 0, 0];
  return Uint8Array.from([0xff, exif, 0, 2 + name.length + tiff.length, ...name, ...tiff]);
}
