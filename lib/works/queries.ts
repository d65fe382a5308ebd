import { enterPublic, spaceQuery } from "@/lib/db/enter-space";
import { outside } from "@/lib/db/outside";
import { Refused } from "@/lib/errors";
import { type RecipeDocument, recipeDocument } from "@/lib/recipe/input";
import { recipeOf } from "@/lib/version/queries";
import { newestFirst } from "@/lib/version/rules";
import { worksHereOf } from "@/lib/works/input";
import { matrixOf, type Report, rehearsalKey } from "@/lib/works/rules";

const most = 5_000;

/** Whether a recipe of a space works for its members, by version and environment, and what the reader said. */
export const viewWorksHere = spaceQuery({
  atLeast: "reader",
  input: worksHereOf,
  async run(scope, { id }) {
    const { tx, space, reader } = scope;
    const { document } = await recipeOf(scope, id);
    const where = { spaceId: space.id, entryId: id };
    const rows = await tx.recipeVersion.findMany({ where, select: { version: true, yankedAt: true } });
    const reports = await tx.worksHere.findMany({ where, orderBy: { at: "desc" }, take: most });
    const rehearsed = await tx.$queryRaw<Rehearsed[]>`
      select version, event_name as "eventName", outcome, at from rehearsals_of(${space.id}::int, ${id}::uuid)`;
    const all = [...reports, ...rehearsed.map(asReport)];
    const versions = newestFirst(rows.filter(({ yankedAt }) => !yankedAt)).map(({ version }) => version);
    const own = reports.filter(({ userId }) => userId === reader.userId);
    return { title: document.title, versions, matrix: matrixOf(versions, all, new Date()), own: own.map(ownOf) };
  },
});

type Rehearsed = { version: string; eventName: string; outcome: string; at: Date };
/** What was said in a rehearsal is said of one place: the event. */
const asReport = ({ eventName, ...said }: Rehearsed): Report => ({
  ...{ ...said, note: "", envKey: rehearsalKey, env: [{ name: eventName, version: "" }] },
});

const ownOf = ({ version, envKey, outcome, at }: Omit<Report, "env" | "note">) => ({ version, envKey, outcome, at });

/** A published recipe with all that is said about it, by its address. Refuses with `not-found` what was withdrawn too. */
export async function viewPublicWorks(slug: string, userId: string | null) {
  const found = await enterPublic(async (tx) => {
    const entry = await tx.publicEntry.findUnique({ where: { slug: slug.replaceAll("\0", "") } });
    if (entry?.kind !== "recipe" || entry.withdrawnAt) throw new Refused("not-found");
    const rows = await tx.publicVersion.findMany({
      where: { entryId: entry.id },
      select: { version: true, yankedAt: true },
    });
    const reports = await tx.$queryRaw<Report[]>`
      select version, env_key as "envKey", env, outcome, note, at from lib_pub.works_report
       where entry_id = ${entry.id}::uuid order by at desc limit ${most}`;
    const usedBy = await tx.$queryRaw<Use[]>`select name, version, since from used_by(${entry.id}::uuid)`;
    const versions = newestFirst(rows.filter(({ yankedAt }) => !yankedAt)).map(({ version }) => version);
    const document: RecipeDocument = recipeDocument.parse(entry.document);
    return { id: entry.id, title: document.title, versions, matrix: matrixOf(versions, reports, new Date()), usedBy };
  });
  return { ...found, ...(await ownOfPublic(found.id, userId)) };
}

export type Use = { name: string; version: string; since: Date };
export type CompanyUse = { org_id: string; name: string; is_owner: boolean; version: string | null; is_shown: boolean };

function ownOfPublic(entryId: string, userId: string | null) {
  if (userId === null) return { own: [], companies: [] };
  return outside(async (tx) => ({
    own: await tx.$queryRaw<ReturnType<typeof ownOf>[]>`
      select version, env_key as "envKey", outcome, at from own_reports(${userId}::uuid, ${entryId}::uuid)`,
    companies: await tx.$queryRaw<CompanyUse[]>`
      select org_id, name, is_owner, version, is_shown from own_companies_use(${userId}::uuid, ${entryId}::uuid)`,
  }));
}
