import { outside } from "@/lib/db/outside";

export type Sawn = { people: number; mine: boolean };

/** How many people saw the same as a published entry tells, never who; and whether this person said so. */
export async function viewSawPublished(entryId: string, userId: string | null): Promise<Sawn> {
  const [found] = await outside(
    (tx) => tx.$queryRaw<Sawn[]>`select people, mine from saw_of(${entryId}::uuid, ${userId}::uuid)`,
  );
  return found ?? { people: 0, mine: false };
}
