import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { upToDate } from "@/bin/database";
import { generateClient } from "@/bin/generate";
import { startCluster } from "@/bin/postgres/cluster";

/** A database of its own in a folder of its own, as durable as `npm start` makes it. */
export async function openBenchDatabase(settings: Record<string, string> = {}) {
  generateClient();
  const folder = mkdtempSync(join(tmpdir(), "twofeet-bench-"));
  const data = join(folder, "data");
  mkdirSync(data);
  const cluster = await startCluster({ folder, password: "owner", settings });
  delete process.env.DATABASE_APP_URL;
  Object.assign(process.env, {
    DATABASE_URL: cluster.ownerUrl,
    TWOFEET_DATA: data,
    TWOFEET_SECRET: randomBytes(32).toString("hex"),
    REALTIME: "embedded",
  });
  await upToDate();
  const stop = async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const postmaster = readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[0];
  return { ownerUrl: cluster.ownerUrl, pid: Number(postmaster), stop };
}

/** A hall in the middle of its vote: members with sessions, topics by one convener, tallies shown. */
export async function fillHall(ownerUrl: string, members: number, topics: number) {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  const slug = "bench";
  const [host] = await ids(client, `insert into "user" (name) values ('host') returning id`);
  const found = `select id, member_id from found_event($1, 'Host', $2, 'Bench', 'UTC', '2027-03-04', '2027-03-04', 'BENCH', 'public')`;
  const { id: eventId, member_id: hostMember } = (await client.query(found, [host, slug])).rows[0];
  await client.query(
    `update event set phase = 'voting', tallies = 'shown', dots_per_member = 100, dots_per_topic = 3 where id = $1`,
    [eventId],
  );
  const users = await ids(
    client,
    `insert into "user" (name) select 'm' || n from generate_series(1, $1::int) n returning id`,
    [members],
  );
  await client.query(`insert into member (event_id, user_id, name) select $1, u, 'Member' from unnest($2::uuid[]) u`, [
    eventId,
    users,
  ]);
  const tokens = users.map(() => randomBytes(32).toString("base64url"));
  await client.query(
    `insert into session (session_token, user_id, expires)
       select encode(sha256(t::bytea), 'hex'), u, now() + interval '1 day' from unnest($1::text[], $2::uuid[]) s(t, u)`,
    [tokens, users],
  );
  const pitched = await ids(
    client,
    `insert into topic (event_id, title, pitch, pitcher_id, convener_id)
       select $1, 'Topic number ' || n, 'What we would talk about, in a line or two.', $2, $2
         from generate_series(1, $3::int) n returning id`,
    [eventId, hostMember, topics],
  );
  await client.end();
  return { slug, eventId, topics: pitched, cookies: tokens.map((token) => `twofeet.session=${token}`) };
}

async function ids(client: pg.Client, sql: string, values: unknown[] = []) {
  return (await client.query<{ id: string }>(sql, values)).rows.map(({ id }) => id);
}

/** Rows a second that bare `pg` inserts in batches of that size, one commit each, without any of our rules. */
export async function bareInserts(ownerUrl: string, batch: number, seconds: number) {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  await client.query("create table if not exists bare (member int, topic int, dots int)");
  const numbers = Array.from({ length: batch }, (_, n) => n);
  const insert = {
    name: "bare",
    text: "insert into bare select * from unnest($1::int[], $2::int[], $3::int[])",
    values: [numbers, numbers, numbers],
  };
  const end = Date.now() + seconds * 1000;
  let rows = 0;
  while (Date.now() < end) rows += (await client.query(insert)).rowCount ?? 0;
  await client.query("drop table bare");
  await client.end();
  return rows / seconds;
}
