import { randomBytes } from "node:crypto";
import type pg from "pg";
import { type Column, holdsWords, namesOf, readColumns, readReferences } from "./catalogue";
import { columns } from "./columns";
import { fillTable } from "./fill";
import { owners } from "./owners";

export type Owned = { event: string; org: string | null; people: string[] };
type Table = { table: string; own: Column[]; whose: string };
/** `mark`: what every text of A begins with. `watched`: what stands there as it is, and where; ids of A's rows too. */
export type Bait = { mark: string; watched: Map<string, string>; laid: string[]; empty: string[] };

/** Puts a text of its own into every text column of every row of A. Each table has at least one row of A, or is named in `empty`. */
export async function layBait(db: pg.Client, owned: Owned): Promise<Bait> {
  const found = await readColumns(db);
  const all = namesOf(found);
  const bait: Bait = { mark: `cnry${randomBytes(3).toString("hex")}-`, watched: new Map(), laid: [], empty: [] };
  const references = await readReferences(db);
  const whoseOf = (table: string) => literal(owners(table, all) ?? "false", owned);
  const tables = [...new Set(found.map(({ table }) => table))].filter((table) => whoseOf(table) !== "false");
  const columnsOf = (table: string) => found.filter((column) => column.table === table);
  // what refers to a table that is still empty has to wait for it
  for (let round = 0; round < 3; round++)
    for (const table of tables)
      if (!(await hasRows(db, table, whoseOf(table))))
        await fillTable(db, { table, columns: columnsOf(table), references, whoseOf });
  for (const table of tables)
    if (await hasRows(db, table, whoseOf(table)))
      await layOn(db, { table, own: columnsOf(table), whose: whoseOf(table) }, bait);
    else bait.empty.push(table);
  return bait;
}

async function layOn(db: pg.Client, { table, own, whose }: Table, bait: Bait) {
  const name = quoted(table);
  // history may not be rewritten, not even by its owner, while its triggers stand
  await db.query(`alter table ${name} disable trigger user`);
  for (const { column } of own.filter(holdsWords)) {
    const rule = columns[`${table}.${column}`];
    if (typeof rule !== "object" || !("token" in rule)) continue;
    const label = `${bait.mark}${table}-${column}-`.replaceAll(/[_.]/g, "-");
    const token = rule.token(`('${label}' || left(md5(random()::text || clock_timestamp()::text), 8))`);
    const update = `update ${name} set "${column}" = ${token} where ${whose}`;
    // some columns go without one another: then each where it stands
    await db.query(update).catch(() => db.query(`${update} and "${column}" is not null`));
    const { rows } = await db.query(
      `select 1 from ${name} where ${whose} and "${column}"::text like '%${label}%' limit 1`,
    );
    (rows.length > 0 ? bait.laid : bait.empty).push(`${table}.${column}`);
  }
  await db.query(`alter table ${name} enable trigger user`);
  await watch(db, { table, own, whose }, bait);
}

async function watch(db: pg.Client, { table, own, whose }: Table, bait: Bait) {
  for (const { column, type } of own) {
    const isWatched = columns[`${table}.${column}`] === "itself" || (type === "uuid" && column === "id");
    if (!isWatched) continue;
    const { rows } = await db.query(`select ${asText(column, type)} as value from ${quoted(table)} where ${whose}`);
    for (const { value } of rows) if (value) bait.watched.set(value.toLowerCase(), `${table}.${column}`);
  }
}

const asText = (column: string, type: string) =>
  type === "bytea" ? `encode("${column}", 'hex')` : `"${column}"::text`;

async function hasRows(db: pg.Client, table: string, whose: string) {
  return (await db.query(`select 1 from ${quoted(table)} where ${whose} limit 1`)).rows.length > 0;
}

export const quoted = (table: string) =>
  table
    .split(".")
    .map((part) => `"${part}"`)
    .join(".");

const literal = (whose: string, { event, org, people }: Owned) =>
  whose
    .replaceAll("$1", `'${event}'`)
    .replaceAll("$2", org ? `'${org}'` : "null")
    .replaceAll("$3", `'{${people.join(",")}}'`);
