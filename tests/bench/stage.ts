import { buildWhenChanged } from "@/bin/build";
import { linkKey } from "@/lib/db/link-key";
import { env } from "@/lib/env";
import { type Generator, startFloor, startGenerator } from "./children";
import { type Aim, type Figure, figure } from "./figures";
import { fillHall, openBenchDatabase } from "./hall";
import type { Place } from "./phone";
import type { Target } from "./questions";
import { type Server, startServer } from "./serve";

export type Stage = Awaited<ReturnType<typeof setStage>>;
export type Row = (stage: Stage) => Promise<void>;

/** Seconds that each load lasts, and the share of a full hall that takes part. */
const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const scale = Number(process.env.BENCH_SCALE ?? 1);

/** A hall in the middle of its vote, the server, the floors, those who make the load, and where figures go. */
export async function setStage() {
  const database = await openBenchDatabase();
  const { cookies, topics, slug, eventId } = await fillHall(database.ownerUrl, 2_010, 30);
  buildWhenChanged();
  const floor = await startFloor(4_000);
  const figures: Figure[] = [];
  let shared: Server | null = null;
  const secret = env().TWOFEET_SECRET;
  return {
    database,
    floor,
    figures,
    seconds,
    eventId,
    slug,
    /** Nobody but who watches a vote votes on these topics. */
    watched: { topics: topics.slice(25), cookies: cookies.slice(2_000) },
    members: cookies.slice(0, 2_000),
    topics: topics.slice(0, 25),
    generator: startGenerator(),
    many: (count: number) => Math.max(1, Math.round(count * scale)),
    /** One server for all rows that do not ask for a fresh one. */
    server: async () => {
      shared ??= await startServer();
      return shared;
    },
    freshServer: startServer,
    crowd: startGenerator,
    place: (port: number): Place => ({
      port,
      path: `/app/${env().PUSHER_KEY}?protocol=7&client=bench&version=1`,
      channel: `private-e.${eventId}.hall`,
      slug,
    }),
    /** Nobody has turned the wall's link over yet. */
    wallKey: linkKey(secret, "wall", eventId, 1),
    votes: (port: number): Target => ({
      port,
      cookies: cookies.slice(0, 2_000),
      topics: topics.slice(0, 25),
      ask: { method: "PUT", path: `/live/e/${slug}/dots` },
      expect: 200,
      hall: port === floor.port ? "floor" : "ours",
    }),
    say: (line: string) => console.error(line),
    add(name: string, value: number, unit: string, base: number | null, aim: Aim = {}) {
      const made = figure(name, value, unit, base, aim);
      figures.push(made);
      const verdict = made.met === null ? "" : made.met ? " (met)" : " (MISSED)";
      console.error(`  ${name}: ${made.value} ${unit}${verdict}${made.note ? `; ${made.note}` : ""}`);
    },
  };
}

export type Crowd = Generator;
