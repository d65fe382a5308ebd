import type pg from "pg";
import { columns } from "./columns";
import { type Owners, owners } from "./owners";
import type { Columns } from "./rules";

export type Column = {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
  hasDefault: boolean;
  /** PostgreSQL computes it itself. */
  generated: boolean;
};
export type Reference = { table: string; columns: string[]; target: string; targets: string[] };

/** What a person could have typed, or what could hold it: text and json, lists of them, bytes. */
const wordy = /^_?(text|varchar|bpchar|citext|name|json|jsonb|bytea|xml)$/;
export const holdsWords = ({ type, generated }: Column) => wordy.test(type) && !generated;

/** Of pg-boss, with tables of its own making: all that stands in them is searched for bait instead. */
const queue = "pgboss";

/** All that stands in the queue of jobs, now, as one text. */
export async function readQueue(db: pg.Client) {
  const { rows: tables } = await db.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = $1",
    [queue],
  );
  const lines: string[] = [];
  for (const { name } of tables) {
    const { rows } = await db.query<{ line: string }>(`select to_jsonb(t)::text as line from ${name} t`);
    lines.push(...rows.map(({ line }) => line));
  }
  return lines.join("\n");
}

/** Every column of the product's tables, of whichever schema. */
export async function readColumns(db: pg.Client): Promise<Column[]> {
  const { rows } = await db.query<Column>(`
    select c.table_schema || '.' || c.table_name as table, c.column_name as column, c.udt_name as type,
      c.is_nullable = 'YES' as nullable, c.column_default is not null or c.is_identity = 'YES' as "hasDefault",
      c.is_generated = 'ALWAYS' as generated
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema not in ('pg_catalog', 'information_schema', '${queue}') and t.table_type = 'BASE TABLE'
     order by 1, c.ordinal_position`);
  return rows.map((row) => ({ ...row, table: row.table.replace(/^public\./, "") }));
}

export async function readReferences(db: pg.Client): Promise<Reference[]> {
  const names = (of: string, from: string) =>
    `array(select a.attname::text from unnest(${of}) with ordinality k(n, i)
       join pg_attribute a on a.attrelid = ${from} and a.attnum = k.n order by k.i)`;
  const { rows } = await db.query<Reference>(`
    select f.conrelid::regclass::text as table, f.confrelid::regclass::text as target,
      ${names("f.conkey", "f.conrelid")} as columns, ${names("f.confkey", "f.confrelid")} as targets
      from pg_constraint f where f.contype = 'f'`);
  return rows.map((row) => ({ ...row, table: plain(row.table), target: plain(row.target) }));
}

const plain = (name: string) => name.replaceAll('"', "");

export const namesOf = (found: Column[]) => new Set(found.map(({ table, column }) => `${table}.${column}`));

/** Columns of words without a rule, rules without a column, and tables of which nobody says whose their rows are. */
export function uncovered(found: Column[], rules: Columns = columns, whose: Owners = owners) {
  const all = namesOf(found);
  const wordy = [...namesOf(found.filter(holdsWords))];
  const tables = [...new Set(found.map(({ table }) => table))];
  return [
    ...wordy.filter((name) => !(name in rules)).map((name) => `${name}: no rule`),
    ...Object.keys(rules).flatMap((name) => (wordy.includes(name) ? [] : [`${name}: no such column`])),
    ...tables.filter((table) => whose(table, all) === null).map((table) => `${table}: whose are its rows?`),
  ];
}
