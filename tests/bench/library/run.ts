import { parseArgs } from "node:util";
import { setAppPassword } from "@/lib/db/app-role";
import { env } from "@/lib/env";
import { table } from "../figures";
import { openBenchDatabase } from "../hall";
import { fillLibrary } from "./fill";
import { measureLibrary } from "./measure";

const { values } = parseArgs({
  allowPositionals: true,
  options: { entries: { type: "string", default: "1000000" }, json: { type: "boolean" }, strict: { type: "boolean" } },
});

/** A gigabyte or two of index is read all the time: a library of this size is given memory for it. */
const settings = { shared_buffers: "3GB", max_wal_size: "8GB" };
const say = (line: string) => console.error(line);
const kept = process.env.BENCH_LIBRARY;
if (kept) Object.assign(process.env, { DATABASE_URL: kept, TWOFEET_SECRET: process.env.TWOFEET_SECRET });
const database = kept ? null : await openBenchDatabase(settings);
try {
  const ownerUrl = kept ?? database?.ownerUrl ?? "";
  if (database) await fillLibrary(ownerUrl, Number(values.entries), say);
  else await setAppPassword(ownerUrl);
  const figures = await measureLibrary(ownerUrl, env().DATABASE_APP_URL, say);
  console.log(table(figures));
  if (values.json) console.log(JSON.stringify(figures));
  process.exitCode = values.strict && figures.some(({ met }) => met === false) ? 1 : 0;
} finally {
  await database?.stop();
}
