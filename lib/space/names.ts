import type { SpaceScope } from "@/lib/db/enter-space";

/** What these people are called in the space; whoever is there no more has no name here. */
export async function namesIn({ tx, space }: Pick<SpaceScope, "tx" | "space">, userIds: readonly (string | null)[]) {
  const ids = [...new Set(userIds)].filter((id) => id !== null);
  if (ids.length === 0) return new Map<string, string>();
  const people = await tx.$queryRaw<{ userId: string; name: string }[]>`
    select user_id as "userId", name from space_people(${space.id}::int, ${ids}::uuid[])`;
  return new Map(people.map(({ userId, name }) => [userId, name]));
}
