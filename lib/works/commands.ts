import type { z } from "zod";
import { spaceCommand } from "@/lib/db/enter-space";
import { outside } from "@/lib/db/outside";
import { parse } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { recipeOf } from "@/lib/version/queries";
import { takeBackHereInput, takeBackInput, useInput, worksHereInput, worksInput } from "@/lib/works/input";
import { environmentOf } from "@/lib/works/rules";

/** Says how a released version went for the caller in one environment; said again, it replaces what they said before. */
export const reportWorksHere = spaceCommand({
  atLeast: "reader",
  input: worksHereInput,
  async run(scope, { id, version, environment, outcome, note }) {
    const { tx, space, reader } = scope;
    await recipeOf(scope, id);
    const of = { spaceId: space.id, entryId: id, version };
    if (!(await tx.recipeVersion.findFirst({ where: of, select: { version: true } }))) throw new Refused("not-found");
    const { parts, key: envKey } = environmentOf(environment);
    const row = { ...of, userId: reader.userId, envKey };
    const said = { env: parts, outcome, note, at: new Date() };
    const where = { spaceId_entryId_version_userId_envKey: row };
    await tx.worksHere.upsert({ where, create: { ...row, ...said }, update: said });
  },
});

/** Takes the caller's own word back. */
export const takeBackWorksHere = spaceCommand({
  atLeast: "reader",
  input: takeBackHereInput,
  async run({ tx, space, reader }, { id, version, envKey }) {
    const where = { spaceId: space.id, entryId: id, version, userId: reader.userId, envKey };
    await tx.worksHere.deleteMany({ where });
  },
});

/** The same of a published recipe. Refuses with `not-found`, `too-many-reports`, and a stranger with `not-signed-in`. */
export async function reportWorks(userId: string | null, entryId: string, typed: z.input<typeof worksInput>) {
  if (userId === null) throw new Refused("not-signed-in");
  const { version, environment, outcome, note } = parse(worksInput, typed);
  const { parts, key } = environmentOf(environment);
  await answered(
    (tx) => tx.$queryRaw`select report_works(${userId}::uuid, ${entryId}::uuid, ${version}, ${key},
      ${JSON.stringify(parts)}::jsonb, ${outcome}, ${note}) as no`,
  );
}

export async function takeBackWorks(userId: string | null, entryId: string, typed: z.input<typeof takeBackInput>) {
  if (userId === null) throw new Refused("not-signed-in");
  const { version, envKey } = parse(takeBackInput, typed);
  await answered(
    (tx) =>
      tx.$queryRaw`select report_works(${userId}::uuid, ${entryId}::uuid, ${version}, ${envKey}, '[]', null, '') as no`,
  );
}

/**
 * Says that a company of the caller runs a published recipe, or no longer; or, as its owner, whether its name is shown.
 * Refuses with `not-found` whoever does not count in that company.
 */
export async function declareUse(userId: string | null, entryId: string, typed: z.input<typeof useInput>) {
  if (userId === null) throw new Refused("not-signed-in");
  const { org, version, says } = parse(useInput, typed);
  await answered(
    (tx) =>
      tx.$queryRaw`select declare_use(${userId}::uuid, ${entryId}::uuid, ${org}::uuid, ${version}, ${says}) as no`,
  );
}

type Asked = Parameters<Parameters<typeof outside<unknown>>[0]>[0];

/** What a function of the database refuses, it names. */
async function answered(ask: (tx: Asked) => Promise<unknown>) {
  const [answer] = (await outside(ask)) as { no: string | null }[];
  if (answer?.no) throw new Refused(answer.no);
}
