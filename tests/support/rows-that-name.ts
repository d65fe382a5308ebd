import { enter } from "@/lib/db/enter";
import type { Person } from "@/tests/support/an-event";

/** Every row of every table of an event, as text, with the table's name: what the database itself holds. */
export async function rowsOf(host: Person) {
  return enter(host, "host", async ({ tx }) => {
    const tables = await tx.$queryRaw<{ name: string }[]>`
      select distinct c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'event_id' and not a.attisdropped
       where n.nspname = 'public' and c.relkind = 'r'`;
    const all: { table: string; row: string }[] = [];
    for (const { name } of tables) {
      const rows = await tx.$queryRawUnsafe<{ row: string }[]>(`select t::text as row from "${name}" t`);
      all.push(...rows.map(({ row }) => ({ table: name, row })));
    }
    return all;
  });
}

/** The tables in which one row holds both texts. */
export const tablesJoining = (rows: Awaited<ReturnType<typeof rowsOf>>, one: string, other: string) => [
  ...new Set(rows.filter(({ row }) => row.includes(one) && row.includes(other)).map(({ table }) => table)),
];
