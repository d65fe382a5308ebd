import { createHash } from "node:crypto";
import pg from "pg";
import { fillHall } from "@/tests/bench/hall";
import { type Random, randomFrom, shuffled } from "./random";
import type { Rules, Voter } from "./voter";

export const rules: Rules = { perMember: 8, perTopic: 3 };

const topicsPerVoter = 5;

/** A hall in the middle of its vote, in which members want more than they have. */
export async function aGreedyHall(ownerUrl: string, members: number, random: Random) {
  const { slug, eventId, topics, cookies } = await fillHall(ownerUrl, members, 30);
  const client = new pg.Client(ownerUrl);
  await client.connect();
  const budget = "update event set dots_per_member = $2, dots_per_topic = $3 where id = $1";
  await client.query(budget, [eventId, rules.perMember, rules.perTopic]);
  const sessions = "select s.session_token, m.id from session s join member m on m.user_id = s.user_id";
  const { rows } = await client.query<{ session_token: string; id: string }>(sessions);
  const host = "select user_id from member where event_id = $1 and role = 'host'";
  const { user_id } = (await client.query<{ user_id: string }>(host, [eventId])).rows[0] as { user_id: string };
  await client.end();
  const memberOf = new Map(rows.map(({ session_token, id }) => [session_token, id]));
  const voters = cookies.map((cookie): Voter => {
    const own = randomFrom(random() * 2 ** 32);
    const token = createHash("sha256")
      .update(cookie.split("=")[1] ?? "")
      .digest("hex");
    const wanted = shuffled(own, topics).slice(0, topicsPerVoter);
    return { memberId: memberOf.get(token) ?? "", cookie, topics: wanted, random: own };
  });
  return { slug, eventId, host: { slug, userId: user_id }, voters };
}
