import type pg from "pg";
import { quoted } from "./bait";
import type { Column, Reference } from "./catalogue";

type Filling = {
  table: string;
  columns: Column[];
  references: Reference[];
  /** Which rows of a table are A's, as SQL. */
  whoseOf: (table: string) => string;
};

const samples: Record<string, string> = {
  uuid: "gen_random_uuid()",
  bool: "false",
  date: "current_date",
  json: "'{}'",
  jsonb: "'{}'",
  bytea: "'\\x00'",
};

/** Where only some words fit. */
const document = `'{"kind": "recipe", "title": "t"}'`;
const shapes: Record<string, string> = {
  "org_sso.door": "left(md5(random()::text), 22)",
  "lib_priv.entry.document": document,
  "lib_priv.entry_revision.document": document,
  "lib_priv.recipe_version.document": document,
  "lib_priv.publication.document": document,
  "lib_priv.works_here.outcome": "'works'",
  "rehearsal_report.outcome": "'works'",
  // either an entry, which it refers to, or something published
  "wall_replay.public_slug": "null",
  "lib_priv.entry_series.vals": "'{1, 2}'",
  "lib_priv.entry_series.offsets": "'{0, 60}'",
};

/**
 * A row of A in a table that no command of the story has filled: references lead to other rows of A, the rest is made
 * from its type. Where words exclude one another, one row for each. What a table does not take that way stays empty,
 * and the crawl says so.
 */
export async function fillTable(db: pg.Client, filling: Filling) {
  const needed = new Map<string, string>();
  for (const reference of filling.references.filter(({ table }) => table === filling.table))
    for (const [column, value] of await referred(db, reference, filling.whoseOf(reference.target)))
      if (!needed.has(column)) needed.set(column, value);
  // what says whose a row is need not refer to anything
  const [, whose, owner] = /^(\w+) = ('[^']+')/.exec(filling.whoseOf(filling.table)) ?? [];
  if (whose && owner && !needed.has(whose)) needed.set(whose, owner);
  const words = new Map<string, string>();
  for (const column of filling.columns) {
    if (needed.has(column.column) || column.generated || column.hasDefault) continue;
    if (!column.nullable) needed.set(column.column, await sample(db, column));
    else if (/^_?(text|varchar|jsonb?)$/.test(column.type)) words.set(column.column, await sample(db, column));
  }
  if (await inserted(db, filling.table, new Map([...needed, ...words]))) return;
  for (const word of words) await inserted(db, filling.table, new Map([...needed, word]));
  if (words.size === 0) await inserted(db, filling.table, needed);
}

async function inserted(db: pg.Client, table: string, values: Map<string, string>) {
  const names = [...values.keys()].map((name) => `"${name}"`).join(", ");
  const sql = `insert into ${quoted(table)} (${names}) values (${[...values.values()].join(", ")})`;
  return db.query(sql).then(
    () => true,
    () => false,
  );
}

async function referred(db: pg.Client, { columns, target, targets }: Reference, whose: string) {
  const wanted = targets.map((name) => `"${name}"::text`).join(", ");
  const { rows } = await db.query({
    text: `select ${wanted} from ${quoted(target)} where ${whose} limit 1`,
    rowMode: "array",
  });
  return columns.flatMap((column, at): [string, string][] => (rows[0]?.[at] ? [[column, `'${rows[0][at]}'`]] : []));
}

async function sample(db: pg.Client, { table, column, type }: Column) {
  const shape = shapes[`${table}.${column}`];
  if (shape) return shape;
  if (samples[type]) return samples[type];
  if (/^(text|varchar|citext|bpchar)$/.test(type)) return "md5(random()::text)";
  if (/^(int|float|numeric)/.test(type)) return "1";
  if (/^timestamp/.test(type)) return "now()";
  if (type.startsWith("_")) return "'{}'";
  const { rows } = await db.query(
    "select enumlabel from pg_enum e join pg_type t on t.oid = enumtypid where typname = $1 order by enumsortorder",
    [type],
  );
  return rows[0] ? `'${rows[0].enumlabel}'` : "null";
}
