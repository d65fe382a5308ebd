import pg from "pg";
import { env } from "@/lib/env";

/** As the owner of the database, whom nothing is hidden from. */
export async function asOwner<T>(work: (client: pg.Client) => Promise<T>, url = env().DATABASE_URL) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

type Column = { table_schema: string; table_name: string; column_name: string };

/** `table.column` of every column of every table, in any schema of ours, that says one of these words. */
export function columnsThatSay(words: readonly string[]) {
  return asOwner(async (client) => {
    const { rows } = await client.query<Column>(`select table_schema, table_name, column_name
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`);
    if (rows.length < 100) throw new Error("Where are the columns?");
    const found: string[] = [];
    for (const { table_schema, table_name, column_name } of rows) {
      const text = `select 1 from "${table_schema}"."${table_name}" where "${column_name}"::text ilike any ($1) limit 1`;
      const { rowCount } = await client.query(text, [words.map((word) => `%${word}%`)]);
      if (rowCount) found.push(`${table_name}.${column_name}`);
    }
    return found.sort();
  });
}
