import { prisma } from "@/lib/db/client";
import { enterSpace, enterSpaces, personalSpace, type SpaceCaller, type SpaceRole } from "@/lib/db/enter-space";
import { aUser } from "@/tests/support/an-event";
import { anOrg } from "@/tests/support/an-org";

/** Somebody of a test with an account. */
export type Reader = SpaceCaller & { userId: string };

/** A fresh person and their own space. */
export async function aPersonalSpace(): Promise<Reader> {
  const userId = await aUser();
  return { space: await personalSpace(userId), userId };
}

/** The space of a fresh company, as its owner, with a way to have more people in it. */
export async function anOrgSpace() {
  const org = await anOrg();
  const space = await spaceOf(org.owner.userId, "org");
  const owner: Reader = { space, userId: org.owner.userId };
  return {
    org,
    space,
    owner,
    /** A member of the company, with that right in the space beyond what members have. */
    as: async (role?: SpaceRole, expiresAt: Date | null = null) => {
      const { userId, memberId } = await org.as("member");
      if (role)
        await enterSpace(owner, "owner", ({ tx, space: { id: spaceId } }) =>
          tx.spaceMember.create({ data: { spaceId, userId, role, expiresAt } }),
        );
      return { space, userId, memberId };
    },
    asStranger: async (): Promise<Reader> => ({ space, userId: await aUser() }),
  };
}

/** The address of the space of that kind which this person is in. */
export const spaceOf = (userId: string, kind: "event" | "org") =>
  enterSpaces(userId, async (_tx, spaces) => {
    const found = spaces.find((space) => space.kind === kind);
    if (!found) throw new Error(`${userId} is in no space of an ${kind}`);
    return found.slug;
  });

/** Tables of the library that hold what belongs to a space. */
export const spaceTables = () => prisma().$queryRaw<
  { table: string; enabled: boolean; forced: boolean; policies: string[] }[]
>`
  select c.oid::regclass::text as table, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    array(select p.polname::text from pg_policy p where p.polrelid = c.oid order by 1) as policies
    from pg_class c where c.relnamespace = 'lib_priv'::regnamespace and c.relkind in ('r', 'p')`;
