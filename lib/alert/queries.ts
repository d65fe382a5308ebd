import { viewFiringsInput } from "@/lib/alert/input";
import { type Firing, firings, type Threshold } from "@/lib/alert/rules";
import { type SpaceScope, spaceQuery } from "@/lib/db/enter-space";
import { type EntryDocument, entryDocument } from "@/lib/entry/input";
import { entryOf } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";
import { type Alert, readAlerts } from "@/lib/interop/alert/read-alerts";
import { samplesOf, timelineOf } from "@/lib/series/queries";

export type OfferedAlert = Alert & { key: string; recipe: string };
export type Fired = { name: string; unit: string; threshold: Threshold; alert: string | null; firings: Firing[] };

const mostRecipes = 200;

/**
 * Which alerts of the space's recipes could be run over the series of an entry, and when the one that is asked for would
 * have fired; `fired` is null when none is asked for.
 */
export const viewFirings = spaceQuery({
  atLeast: "reader",
  input: viewFiringsInput,
  async run(scope, { entryId, series, rule, comparison, value, minutes }) {
    const { document } = await entryOf(scope, entryId);
    const alerts = await alertsOf(scope);
    const chosen = alerts.find(({ key }) => key === rule);
    const own = value === null ? null : { comparison, value, forS: minutes * 60 };
    const threshold = chosen?.threshold ?? own;
    const fired = series && threshold ? await runOver(scope, { entryId, series, threshold }) : null;
    return { alerts, timeline: timelineOf(document), fired: fired && { ...fired, alert: chosen?.name ?? null } };
  },
});

type Run = { entryId: string; series: string; threshold: Threshold };

async function runOver({ tx }: SpaceScope, { entryId, series, threshold }: Run): Promise<Omit<Fired, "alert">> {
  const row = await tx.entrySeries.findFirst({ where: { entryId, id: series } });
  if (!row) throw new Refused("not-found");
  return { name: row.name, unit: row.unit, threshold, firings: firings(samplesOf(row), threshold) };
}

async function alertsOf({ tx, space }: SpaceScope): Promise<OfferedAlert[]> {
  const rows = await tx.entry.findMany({
    where: {
      spaceId: space.id,
      kind: "recipe",
      deletedAt: null,
      document: { path: ["recipeKind"], equals: "alert-rule" },
    },
    orderBy: { updatedAt: "desc" },
    take: mostRecipes,
    select: { id: true, document: true },
  });
  return rows.flatMap(({ id, document }) => {
    const recipe = entryDocument.parse(document);
    return textsOf(recipe)
      .flatMap(readAlerts)
      .map((alert, at) => ({ ...alert, key: `${id}/${at}`, recipe: recipe.title }));
  });
}

/** Its files, and what stands in fences of its text. */
function textsOf(recipe: EntryDocument) {
  const fenced = [...recipe.body.matchAll(/^(?:```|~~~)ya?ml\s*\n([\s\S]*?)^(?:```|~~~)/gm)].map(
    ([, text]) => text ?? "",
  );
  return [...(recipe.kind === "recipe" ? recipe.files.map(({ content }) => content) : []), ...fenced];
}
