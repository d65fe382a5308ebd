import pg from "pg";
import { spreadOf } from "../figures";
import { wordOf } from "./made-up";

export type Reader = { client: pg.Client; userId: string };

/** A member of three companies by their places in the order of size, and a connection as the app has it. */
export async function aReader(ownerUrl: string, appUrl: string, companies: readonly number[]): Promise<Reader> {
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  const { rows } = await owner.query<{ id: string }>(`insert into "user" (name) values ('reader') returning id`);
  const userId = rows[0]?.id ?? "";
  await owner.query(
    `insert into org_member (org_id, user_id, name)
      select s.org_id, $1, 'Reader' from (select org_id, row_number() over (order by id) as place from lib_priv.space where org_id is not null) s
       where place = any ($2)`,
    [userId, companies],
  );
  await owner.end();
  const client = new pg.Client(appUrl);
  await client.connect();
  return { client, userId };
}

/** Inside the door of all their spaces, or as who reads what is published; how long it took, in milliseconds. */
export async function timed(client: pg.Client, door: string, question: string, values: unknown[] = []) {
  await client.query(`begin; ${door}`);
  const began = performance.now();
  await client.query(question, values);
  const took = performance.now() - began;
  await client.query("commit");
  return took;
}

/** The same question with other words each time; the first five warm the caches. */
export async function spread(times: number, ask: (nth: number) => Promise<number>) {
  const took: number[] = [];
  for (let nth = -5; nth < times; nth++) {
    const ms = await ask(nth + 5);
    if (nth >= 0) took.push(ms);
  }
  return spreadOf(took);
}

/** Two words that a few hundred to a few thousand published entries have together, and one that every tenth has. */
export const fewHits = (nth: number) => `${wordOf(90 + (nth % 40))} ${wordOf(200 + ((nth * 7) % 150))}`;
export const manyHits = (nth: number) => wordOf(58 + (nth % 20));
export const reader = "set local role lib_reader";
export const spaces = (userId: string) => `select from enter_spaces('${userId}')`;
