import { unzipSync } from "fflate";

export type PackedFile = { path: string; bytes: Uint8Array };
/** `left`: paths of what was in there and not taken, with why. */
export type Unpacked = { files: PackedFile[]; left: { path: string; why: "bad-path" | "too-large" }[] };

const limits = { files: 4_000, file: 1_000_000, table: 8_000_000, all: 60_000_000, ratio: 200, smallEnough: 100_000 };
/** Pictures, and tables of numbers. */
const isLarger = /\.(jpe?g|png|webp|csv)$/i;

/** Refused with its `message` as the reason: `zip-broken`, `zip-too-large`. */
export class BadZip extends Error {}

/**
 * Unpacks a zip in memory: at most 4,000 files, 1 MB each (8 MB a picture or a table), 60 MB in all, none of them two hundred times smaller than what it
 * says it is. What it says of sizes bounds what is written, so lying makes a file shorter, never longer.
 */
export function unzip(bytes: Uint8Array): Unpacked {
  const left: Unpacked["left"] = [];
  const seen = { files: 0, bytes: 0 };
  const isWanted = ({ name, size, originalSize }: { name: string; size: number; originalSize: number }) => {
    if (++seen.files > limits.files) throw new BadZip("zip-too-large");
    if (name.endsWith("/") || isHidden(name)) return false;
    const why = pathOf(name) === null ? "bad-path" : isTooLarge(name, size, originalSize) ? "too-large" : null;
    if (why) left.push({ path: name.slice(0, 300), why });
    else seen.bytes += originalSize;
    if (seen.bytes > limits.all) throw new BadZip("zip-too-large");
    return why === null;
  };
  try {
    const files = Object.entries(unzipSync(bytes, { filter: isWanted }));
    return { files: files.map(([path, content]) => ({ path: pathOf(path) ?? path, bytes: content })), left };
  } catch (error) {
    throw error instanceof BadZip ? error : new BadZip("zip-broken");
  }
}

const isTooLarge = (path: string, packed: number, size: number) =>
  size > (isLarger.test(path) ? limits.table : limits.file) ||
  (size > limits.smallEnough && size / Math.max(1, packed) > limits.ratio);

/** What systems and tools put beside the files. */
const isHidden = (path: string) => /(^|\/)(__MACOSX|\.|Thumbs\.db$)/.test(path) && !/(^|\/)\.\.(\/|$)/.test(path);

/** Relative, below its folder, with `/`; null for any other. */
export function pathOf(path: string) {
  const plain = path.replaceAll("\\", "/").replace(/^(\.\/)+/, "");
  const steps = plain.split("/");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a path with one in it is none
  const isBad = /^\/|^[A-Za-z]:|[\u0000-\u001f]/.test(plain) || steps.includes("..") || plain.length > 500;
  return isBad ? null : plain;
}
