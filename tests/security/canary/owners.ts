/** Which rows of a table are A's, as a condition; null when nobody has said. `found`: every text column there is. */
export type Owners = (table: string, found: ReadonlySet<string>) => string | null;

/** `$1` the event of A, `$2` its org, `$3` its people. Tables that no column tells of are listed. */
const special: Record<string, string> = {
  event: "id = $1::uuid",
  org: "id = $2::uuid",
  user: "id = any ($3::uuid[])",
  purge_receipt: "purged_event_id = $1::uuid",
  verification_token: "identifier like 'to-a-%'",
  _prisma_migrations: "false",
};

const byColumn = [
  ["event_id", "event_id = $1::uuid"],
  ["org_id", "org_id = $2::uuid"],
  ["user_id", "user_id = any ($3::uuid[])"],
] as const;

/** A colleague of A may see what is in the company's space, so bait is laid in that of the event. */
const inItsSpace = "space_id in (select id from lib_priv.space where event_id = $1::uuid)";

export const owners: Owners = (table, found) =>
  special[table] ??
  (table.startsWith("lib_pub.") ? "false" : null) ??
  (found.has(`${table}.space_id`) ? inItsSpace : null) ??
  byColumn.find(([column]) => found.has(`${table}.${column}`))?.[1] ??
  null;
