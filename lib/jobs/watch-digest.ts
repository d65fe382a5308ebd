import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Env, env } from "@/lib/env";
import { asOwner } from "@/lib/jobs/as-owner";
import { deliver } from "@/lib/mail/deliver";

type News = { userId: string; email: string; slug: string; entryId: string; spaceId: number; language: string };

/** Entries that others wrote in or spoke of since their watcher was told, and that they may still read. */
const news = `
  select w.user_id as "userId", u.email, s.slug, w.entry_id as "entryId", w.space_id as "spaceId", coalesce(e.language, 'en') as language
    from lib_priv.entry_watch w join "user" u on u.id = w.user_id and u.email is not null
    join lib_priv.space s on s.id = w.space_id left join event e on e.id = s.event_id
    join lib_priv.entry x on x.space_id = w.space_id and x.id = w.entry_id and x.deleted_at is null
   where exists (select from lib_priv.standing(w.user_id) t where t.space_id = w.space_id)
     and (exists (select from lib_priv.entry_revision r where r.space_id = w.space_id and r.entry_id = w.entry_id
            and r.at > w.told_at and r.author_id is distinct from w.user_id)
       or exists (select from lib_priv.entry_comment c where c.space_id = w.space_id and c.entry_id = w.entry_id
            and c.at > w.told_at and c.author_id <> w.user_id))
   order by u.id, w.entry_id`;

/** One mail a day for each person who watches: links and nothing else, for a mail lies where anybody may read it. */
export async function tellWatchers({ DATABASE_URL }: Pick<Env, "DATABASE_URL">) {
  await asOwner(DATABASE_URL, async (client) => {
    const { rows } = await client.query<News & { now: Date }>(`select n.*, now() from (${news}) n`);
    for (const [userId, own] of Map.groupBy(rows, (row) => row.userId)) {
      await deliver(await mailOf(own));
      for (const { spaceId, entryId, now } of own)
        await client.query(
          "update lib_priv.entry_watch set told_at = $4 where space_id = $1 and entry_id = $2 and user_id = $3",
          [spaceId, entryId, userId, now],
        );
    }
  });
}

async function mailOf(own: News[]) {
  const [{ email, language }] = own as [News];
  const file = join(import.meta.dirname, "../../messages", language, "watch.json");
  const { subject, text }: Record<string, string> = JSON.parse(await readFile(file, "utf8"));
  const links = own.map(({ slug, entryId }) => `${env().TWOFEET_URL}/s/${slug}/${entryId}/comments`);
  return { to: email, subject: subject ?? "", text: (text ?? "").replace("{links}", links.join("\n")) };
}
