import type { PackedFile } from "@/lib/interop/entry/unzip";
import { exactlySince } from "@/lib/relative/rules";

/** What lies beside an entry's document, as it travels. `at` in ms since 1970. */
export type BesidePicture = { sha256: string; mime: string; alt: string; bytes: Uint8Array };
export type BesideSeries = {
  name: string;
  unit: string;
  sourceName: string;
  isQuiet: boolean;
  at: readonly number[];
  vals: readonly number[];
};
/** `left`: how many of them were too much for one file. */
export type Beside = { pictures: readonly BesidePicture[]; series: readonly BesideSeries[]; left: number };

export const nothingBeside: Beside = { pictures: [], series: [], left: 0 };
export const isEmpty = ({ pictures, series, left }: Beside) => pictures.length + series.length + left === 0;

const endings: Record<string, string> = { "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp" };
/** What says what is in the folder. */
export const listName = "beside.json";
const fileOf = ({ sha256, mime }: Pick<BesidePicture, "sha256" | "mime">) => `${sha256}.${endings[mime] ?? "bin"}`;

/** How an entry's texts name a picture that lies in a folder beside its file, instead of as `attachment:<sha256>`. */
export function asFiles(text: string, folder: string, { pictures }: Beside) {
  const files = new Map(pictures.map((picture) => [picture.sha256, `${folder}/${fileOf(picture)}`]));
  return text.replaceAll(/attachment:([0-9a-f]{64})/g, (mark, sha256) => files.get(sha256) ?? mark);
}

/**
 * The folder beside an entry's file: its pictures by their digests, its series as CSV, and a list that says what each is.
 * `entry`: the name of that file. Empty when nothing lies beside it.
 */
export function folderOf(entry: string, folder: string, beside: Beside): PackedFile[] {
  if (isEmpty(beside)) return [];
  const pictures = beside.pictures.map((one) => ({ path: `${folder}/${fileOf(one)}`, bytes: one.bytes }));
  const series = beside.series.map((one, at) => ({
    path: `${folder}/${csvName(at)}`,
    bytes: bytesOf(csvOf(one)),
  }));
  const list = {
    twofeet: 1,
    entry: entry.split("/").at(-1),
    pictures: beside.pictures.map((one) => ({ file: fileOf(one), alt: one.alt })),
    series: beside.series.map(({ at: _at, vals: _vals, ...one }, at) => ({ file: csvName(at), ...one })),
    ...(beside.left > 0 && { left: beside.left }),
  };
  return [
    { path: `${folder}/${listName}`, bytes: bytesOf(`${JSON.stringify(list, null, 2)}\n`) },
    ...pictures,
    ...series,
  ];
}

export const csvName = (at: number) => `series-${String(at + 1).padStart(3, "0")}.csv`;

/** The same as a value: pictures in base64. */
export const besideAsJson = ({ pictures, series, left }: Beside) => ({
  pictures: pictures.map(({ bytes, ...one }) => ({ ...one, base64: Buffer.from(bytes).toString("base64") })),
  series,
  ...(left > 0 && { left }),
});

/**
 * RFC 4180, with times that every program reads and numbers that read back as they were. `since`: from when times count, where
 * no date may be told.
 */
export function csvOf({ name, at, vals }: Pick<BesideSeries, "name" | "at" | "vals">, since: number | null = null) {
  const said = (time: number) =>
    since === null ? new Date(Math.round(time)).toISOString() : exactlySince(since, Math.round(time));
  return [`time,${cell(name)}`, ...at.map((time, place) => `${said(time)},${vals[place]}`), ""].join("\r\n");
}

// a spreadsheet would run what begins like a formula
const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

const bytesOf = (text: string) => new TextEncoder().encode(text);
