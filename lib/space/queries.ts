import { z } from "zod";
import { orgQuery } from "@/lib/db/enter-org";
import { enterSpaces, type SpaceRole, spaceQuery } from "@/lib/db/enter-space";
import { query } from "@/lib/db/perform";
import { spaceFacts } from "@/lib/entry/queries/list";
import { Refused } from "@/lib/errors";
import { soughtInput } from "@/lib/member/input";
import { mostFound, soughtName } from "@/lib/member/rules";

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

/** Who may do more in a space than those who are just in it, and of these whoever's name is looked for; for its owners. */
export const viewRights = spaceQuery({
  atLeast: "owner",
  input: soughtInput,
  async run(scope, { sought }) {
    const { tx, space } = scope;
    const name = soughtName(sought);
    const found = await tx.$queryRaw<SpacePerson[]>`
      select user_id as "userId", name, base::text, extra::text, expires_at as until from space_people(${space.id}::int)
       where base >= 'editor' or extra is not null or position(${name}::text in lower(name)) > 0
       order by greatest(base, extra) desc, lower(name), user_id limit ${mostFound + 1}`;
    return {
      ...(await spaceFacts(scope)),
      licence: space.defaultLicence,
      ...{ sought: sought ?? "", people: found.slice(0, mostFound), more: found.length > mostFound },
    };
  },
});

/** Which event, and which company, a page is asked for: their spaces are found by it. */
export const viewEventId = query({ atLeast: "participant", input: z.undefined(), run: async ({ event }) => event.id });
export const viewOrgId = orgQuery({ atLeast: "member", input: z.undefined(), run: async ({ org }) => org.id });

/** The address of the space of an event or a company, for those who are in it. Refuses with `not-found`. */
export async function spaceOf(userId: string | null, of: { eventId: string } | { orgId: string }) {
  const space =
    userId && (await enterSpaces(userId, (tx) => tx.space.findFirst({ where: of, select: { slug: true } })));
  if (!space) throw new Refused("not-found");
  return space.slug;
}
