import type { Env } from "@/lib/env";
import { asOwner } from "@/lib/jobs/as-owner";

/** How well each published entry is spoken of, where it works, and how often each word is used: made anew from what there is. */
export const rankLibrary = ({ DATABASE_URL }: Pick<Env, "DATABASE_URL">) =>
  asOwner(DATABASE_URL, async (client) => {
    await client.query("select lib_pub.forget_old_env()");
    await client.query("select lib_pub.rank_anew()");
    await client.query("select lib_pub.recount_words()");
  });
