import { crc32, deflateSync } from "node:zlib";

function chunk(kind: string, data: Buffer) {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

/** One red dot as PNG, with words beside it and behind its end. */
export function aPng(words: string): Uint8Array<ArrayBuffer> {
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("tEXt", Buffer.from(`Location\0${words}`, "latin1")),
    chunk("eXIf", Buffer.from(`MM ${words}`, "latin1")),
    chunk("IDAT", deflateSync(Buffer.from([0, 255, 0, 0]))),
    chunk("IEND", Buffer.alloc(0)),
    Buffer.from(words),
  ]);
}

const segment = (marker: number, data: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255]), data]);

/** The skeleton of a JPEG that lies on its side, with words in every place where programs put some. */
export function aJpeg(words: string, orientation = 6): Uint8Array<ArrayBuffer> {
  const tiff = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from("JFIF\0\x01\x02\0\0\x01\0\x01\0\0", "latin1")),
    segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0", "latin1"), Buffer.from(tiff), Buffer.from(words)])),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${words}`, "latin1")),
    segment(0xe2, Buffer.from("ICC_PROFILE\0\x01\x01colours", "latin1")),
    segment(0xed, Buffer.from(`Photoshop ${words}`)),
    segment(0xfe, Buffer.from(words)),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4]),
    segment(0xc4, Buffer.alloc(20, 2)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([5, 6]),
    Buffer.from([0xff, 0xd9]),
    Buffer.from(words),
  ]);
}

/** The skeleton of a WebP with words in its own chunks for them. */
export function aWebp(words: string): Uint8Array<ArrayBuffer> {
  const part = (kind: string, data: Buffer) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(data.length);
    return Buffer.concat([Buffer.from(kind, "latin1"), size, data, Buffer.alloc(data.length % 2)]);
  };
  const parts = Buffer.concat([
    Buffer.from("WEBP"),
    part("VP8X", Buffer.from([0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    part("VP8L", Buffer.from([0x2f, 0, 0, 0, 0])),
    part("EXIF", Buffer.from(words)),
    part("XMP ", Buffer.from(words)),
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(parts.length);
  return Buffer.concat([Buffer.from("RIFF"), size, parts, Buffer.from(words)]);
}
