import { keepSeries } from "@/lib/beside/keep";
import { type SpaceScope, spaceCommand } from "@/lib/db/enter-space";
import { entryOf } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";
import { readSeries } from "@/lib/interop/series/read-series";
import { onsetsOf } from "@/lib/onset/rules";
import { importSeriesInput, pinSignalInput, seriesSource } from "@/lib/series/input";
import { quietOf, samplesOf } from "@/lib/series/queries";

/**
 * Takes numbers over time into an entry; what is there already is not taken twice. Answers how many came and what is
 * doubtful about them. Refuses with `not-found`, `no-series`, `series-too-much`.
 */
export const importSeries = spaceCommand({
  atLeast: "contributor",
  input: importSeriesInput,
  async run(scope, { entryId, text, zone, sourceName, quiet }) {
    await scope.oneAtATime(`series ${entryId}`);
    const { document } = await entryOf(scope, entryId);
    const day = document.kind === "postmortem" ? document.times.started?.at?.slice(0, 10) : undefined;
    const { series, doubts } = readSeries(text, { zone, day, name: nameOf(sourceName) });
    if (series.length === 0) throw new Refused("no-series");
    const as = { sourceName, isQuiet: quiet === "on" };
    const count = await keepSeries(
      scope,
      entryId,
      series.map((one) => ({ ...one, ...as })),
    );
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

const nameOf = (file: string) => file.replace(/\.\w{1,5}$/, "");
