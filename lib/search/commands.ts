import { randomUUID } from "node:crypto";
import { spaceCommand } from "@/lib/db/enter-space";
import { Refused } from "@/lib/errors";
import { forgetSearchInput, keepSearchInput } from "@/lib/search/input";

/** So many searches are kept in a space: more is a mistake, or mischief. */
const keptAtMost = 100;

/** Keeps a search in a space, for all who are in it. Refuses with `too-many-searches`. */
export const keepSearch = spaceCommand({
  atLeast: "contributor",
  input: keepSearchInput,
  async run({ tx, space, reader, oneAtATime }, { name, q, facets }) {
    await oneAtATime("searches");
    const [kept] = await tx.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from lib_priv.saved_search where space_id = ${space.id}`;
    if ((kept?.n ?? 0) >= keptAtMost) throw new Refused("too-many-searches");
    const id = randomUUID();
    await tx.$executeRaw`
      insert into lib_priv.saved_search (space_id, id, name, sought, facets, created_by_id)
        values (${space.id}, ${id}::uuid, ${name}, ${q}, ${facets}::text[], ${reader.userId}::uuid)`;
    return id;
  },
});

/** Keeps it no longer: one's own, or as an editor anybody's. */
export const forgetSearch = spaceCommand({
  atLeast: "contributor",
  input: forgetSearchInput,
  async run({ tx, space, reader }, { id }) {
    const mayAny = reader.role === "editor" || reader.role === "approver" || reader.role === "owner";
    const gone = await tx.$executeRaw`
      delete from lib_priv.saved_search where space_id = ${space.id} and id = ${id}::uuid
        and (${mayAny} or created_by_id = ${reader.userId}::uuid)`;
    if (gone === 0) throw new Refused("not-found");
  },
});
