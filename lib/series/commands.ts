import { createHash } from "node:crypto";
import type { EntrySeries } from "@/generated/prisma/client";
import { type SpaceScope, spaceCommand } from "@/lib/db/enter-space";
import { entryOf } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";
import { type ReadSeries, readSeries } from "@/lib/interop/series/read-series";
import { importSeriesInput, mostSeries, pinSignalInput, seriesSource } from "@/lib/series/input";
import { quietOf, samplesOf } from "@/lib/series/queries";
import { onsetsOf } from "@/lib/series/rules";

/**
 * Takes numbers over time into an entry; what is there already is not taken twice. Answers how many came and what is
 * doubtful about them. Refuses with `not-found`, `no-series`, `series-too-much`.
 */
export const importSeries = spaceCommand({
  atLeast: "contributor",
  input: importSeriesInput,
  async run(scope, { entryId, text, zone, sourceName, quiet }) {
    const { tx, space, reader, oneAtATime } = scope;
    await oneAtATime(`series ${entryId}`);
    const { document } = await entryOf(scope, entryId);
    const day = document.kind === "postmortem" ? document.times.started?.at?.slice(0, 10) : undefined;
    const { series, doubts } = readSeries(text, { zone, day, name: nameOf(sourceName) });
    if (series.length === 0) throw new Refused("no-series");
    const held = await tx.entrySeries.count({ where: { entryId } });
    const isTooMuch = series.some(({ at }) => at.length > mostSeries.samples);
    if (isTooMuch || held + series.length > mostSeries.ofEntry)
      throw new Refused("series-too-much", {}, { most: mostSeries.ofEntry });
    const key = { spaceId: space.id, entryId, sourceName, isQuiet: quiet === "on", addedById: reader.userId };
    const { count } = await tx.entrySeries.createMany({
      data: series.map((one) => ({ ...key, ...stored(one) })),
      skipDuplicates: true,
    });
    return { count, doubts };
  },
});

/** Takes back what came from one paste or file, with the pins on it. */
export const dropSeries = spaceCommand({
  atLeast: "contributor",
  input: seriesSource,
  async run(scope, { entryId, sourceName }) {
    await entryOf(scope, entryId);
    await scope.tx.entrySeries.deleteMany({ where: { entryId, sourceName } });
  },
});

/** Says which signal could have been seen first, as this person sees it; or takes that back. Refuses with `not-found`. */
export const pinSignal = spaceCommand({
  atLeast: "contributor",
  input: pinSignalInput,
  async run(scope, { entryId, onset, note }) {
    const { tx, space, reader } = scope;
    await entryOf(scope, entryId);
    const key = { spaceId: space.id, entryId, userId: reader.userId };
    if (onset === "") return void (await tx.firstSignal.deleteMany({ where: key }));
    const pinned = { ...(await onsetAt(scope, entryId, onset)), note };
    await tx.firstSignal.upsert({
      where: { spaceId_entryId_userId: key },
      create: { ...key, ...pinned },
      update: { ...pinned, at: new Date() },
    });
  },
});

async function onsetAt({ tx }: SpaceScope, entryId: string, named: string) {
  const [id = "", place = ""] = named.split("/");
  const series = await tx.entrySeries.findFirst({ where: { entryId, id } });
  const found = series && onsetsOf(samplesOf(series), await quietOf(tx, series))[Number(place)];
  if (!found) throw new Refused("not-found");
  return { seriesId: id, lo: new Date(found.lo ?? found.hi), hi: new Date(found.hi) };
}

type Stored = Pick<EntrySeries, "name" | "unit" | "t0" | "stepS" | "offsets" | "vals" | "sha256">;

/** Samples without a gap need no times of their own. */
function stored({ name, unit, at, vals }: ReadSeries): Stored {
  const [begun = 0, second] = at;
  const step = second === undefined ? 0 : second - begun;
  const isRegular = step > 0 && at.every((time, index) => time === begun + index * step);
  return {
    name,
    unit,
    t0: new Date(begun),
    stepS: isRegular ? step / 1_000 : null,
    offsets: isRegular ? [] : at.map((time) => (time - begun) / 1_000),
    vals,
    sha256: createHash("sha256")
      .update(JSON.stringify([name, unit, at, vals]))
      .digest("hex"),
  };
}

const nameOf = (file: string) => file.replace(/\.\w{1,5}$/, "");
