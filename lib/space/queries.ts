import { z } from "zod";
import { enterSpaces, type SpaceRole, spaceQuery } from "@/lib/db/enter-space";
import { spaceFacts } from "@/lib/entry/queries/list";

export type SpacePerson = {
  userId: string;
  name: string;
  /** By membership of what the space belongs to. */
  base: SpaceRole;
  /** Beyond that, and until when; null: as long as the membership. */
  extra: SpaceRole | null;
  until: Date | null;
};

/** All spaces of a person with how much is in them; their own last used first. */
export const listSpaces = (userId: string) =>
  enterSpaces(userId, async (tx, spaces) => {
    const counts = await tx.entry.groupBy({ by: ["spaceId"], where: { deletedAt: null }, _count: true });
    const countOf = new Map(counts.map(({ spaceId, _count }) => [spaceId, _count]));
    return spaces.map((space) => ({ ...space, entries: countOf.get(space.id) ?? 0 }));
  });

/** Who is in a space and what they may do in it; for its owners. */
export const viewRights = spaceQuery({
  atLeast: "owner",
  input: z.undefined(),
  async run(scope) {
    const { tx, space, reader } = scope;
    const people = await tx.$queryRaw<SpacePerson[]>`
      select user_id as "userId", name, base::text, extra::text, expires_at as until from space_people(${space.id}::int)`;
    return { ...(await spaceFacts(scope)), licence: space.defaultLicence, me: reader.userId, people };
  },
});
