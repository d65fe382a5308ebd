import { z } from "zod";
import { mostSeries } from "@/lib/series/input";
import { type BesideSeries, listName } from "./pack";

type File = { path: string; bytes: Uint8Array };
/** What came beside an entry: pictures as they were sent, not looked at yet. `link`: how the entry's file names it. */
export type CameBeside = { pictures: { link: string; alt: string; bytes: Uint8Array }[]; series: BesideSeries[] };
export type WithBeside<T> = T & { beside?: CameBeside };

const fileName = z
  .string()
  .max(120)
  .regex(/^[\w.-]+$/);
/** PostgreSQL knows no text with a NUL in it. */
const said = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\0]*$/);
const list = z.object({
  twofeet: z.literal(1),
  entry: z.string().max(300),
  pictures: z.array(z.object({ file: fileName, alt: said(1_000).default("") })).max(200),
  series: z
    .array(
      z.object({
        file: fileName,
        name: said(2_000),
        unit: said(200).default(""),
        sourceName: said(200).default(""),
        isQuiet: z.boolean().default(false),
      }),
    )
    .max(mostSeries.ofEntry),
});

/** Gives each file what the folder beside it holds, and leaves the folder out; what no list names stays a file. */
export function gathered<T extends File>(files: readonly T[]): WithBeside<T>[] {
  const byPath = new Map<string, T>(files.map((file) => [file.path, file]));
  const taken = new Set<string>();
  const came = new Map<string, CameBeside>();
  for (const file of files) {
    const read = file.path.endsWith(`/${listName}`) ? listIn(file.bytes) : null;
    if (!read) continue;
    const folder = file.path.slice(0, -listName.length - 1);
    const [, above = "", name = ""] = /^(.*\/)?([^/]+)$/.exec(folder) ?? [];
    const bytesAt = (one: string) => byPath.get(`${folder}/${one}`)?.bytes;
    came.set(`${above}${read.entry}`, besideOf(read, name, bytesAt));
    for (const { file: one } of [{ file: listName }, ...read.pictures, ...read.series]) taken.add(`${folder}/${one}`);
  }
  const left = files.filter(({ path }) => !taken.has(path));
  return left.map((file) => ({ ...file, ...(came.has(file.path) && { beside: came.get(file.path) as CameBeside }) }));
}

function listIn(bytes: Uint8Array) {
  try {
    return list.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch {
    return null;
  }
}

function besideOf(read: z.output<typeof list>, folder: string, bytesAt: (file: string) => Uint8Array | undefined) {
  const pictures = read.pictures.flatMap(({ file, alt }) => {
    const bytes = bytesAt(file);
    return bytes ? [{ link: `${folder}/${file}`, alt, bytes }] : [];
  });
  const series = read.series.flatMap(({ file, ...said }) => {
    const samples = samplesIn(bytesAt(file));
    return samples ? [{ ...said, ...samples }] : [];
  });
  return { pictures, series };
}

/** Null for what is no table of ascending times and numbers, as we write it. */
function samplesIn(bytes: Uint8Array | undefined) {
  const rows = new TextDecoder()
    .decode(bytes)
    .split(/\r?\n/)
    .filter(Boolean)
    .slice(-mostSeries.samples - 1);
  const cells = rows.map((row) => /^(\d{4}-\d\d-\d\dT[\d:.]+Z),(-?[\d.]+(?:e[+-]?\d+)?)$/i.exec(row)).filter(Boolean);
  const at = cells.map((one) => Date.parse(one?.[1] ?? ""));
  const vals = cells.map((one) => Number(one?.[2]));
  const isWhole =
    [...at, ...vals].every(Number.isFinite) && at.every((time, no) => no === 0 || time > (at[no - 1] ?? 0));
  return at.length > 0 && isWhole ? { at, vals } : null;
}
