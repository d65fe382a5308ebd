import { z } from "zod";
import { enterSpaces, spaceQuery } from "@/lib/db/enter-space";

export type KeptSearch = { id: string; name: string; q: string; facets: string[] };

/** The searches that are kept in a space. */
export const viewKeptSearches = spaceQuery({
  atLeast: "reader",
  input: z.undefined(),
  run: ({ tx, space }) => tx.$queryRaw<KeptSearch[]>`
    select id, name, sought as q, facets from lib_priv.saved_search where space_id = ${space.id} order by lower(name), id`,
});

/** The searches that a person keeps for themselves. */
export const viewOwnKept = (userId: string) =>
  enterSpaces(userId, async (tx, spaces): Promise<KeptSearch[]> => {
    const own = spaces.find(({ kind }) => kind === "personal");
    if (!own) return [];
    return tx.$queryRaw`
      select id, name, sought as q, facets from lib_priv.saved_search where space_id = ${own.id} order by lower(name), id`;
  });
