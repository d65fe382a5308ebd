import { z } from "zod";
import { spaceQuery } from "@/lib/db/enter-space";
import { entryOf } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";

/** A post-mortem as its forms show it. Refuses with `not-found` any other entry, and with `forbidden` who may only read. */
export const viewPostmortem = spaceQuery({
  atLeast: "contributor",
  input: z.strictObject({ id: z.uuid() }),
  async run(scope, { id }) {
    const { document, revision } = await entryOf(scope, id);
    if (document.kind !== "postmortem") throw new Refused("not-found");
    return { document, revision };
  },
});
