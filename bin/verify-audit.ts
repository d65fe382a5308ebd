import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { type Anchor, type AuditEntry, type Finding, verifyChain } from "@/lib/audit/chain";

const perRead = 5_000;

/** Every chain of the audit, from its beginning, against the heads that were written down outside the database. */
export async function verifyAudit(ownerUrl: string, anchors: readonly Anchor[]): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(`select distinct chain_id as id from audit order by 1`);
    const chains = new Set([...rows.map(({ id }) => id), ...anchors.map(({ chainId }) => chainId)]);
    const findings: Finding[] = [];
    for (const id of chains) findings.push(await verifyChain(id, entriesOf(client, id), anchors));
    return findings;
  } finally {
    await client.end();
  }
}

const text = `select chain_id as "chainId", seq::int, at, event_id as "eventId", org_id as "orgId", actor_id as "actorId",
  action, object_id as "objectId", digest, encode(hash, 'hex') as hash
  from audit where chain_id = $1 and seq > $2 order by seq limit ${perRead}`;

async function* entriesOf(client: pg.Client, chainId: string): AsyncGenerator<AuditEntry> {
  for (let last = 0; ; ) {
    const { rows } = await client.query<AuditEntry>(text, [chainId, last]);
    yield* rows;
    last = rows.at(-1)?.seq ?? 0;
    if (rows.length < perRead) return;
  }
}

/** The heads that the daily job wrote into the data folder, one a line. */
export function anchorsIn(folder: string): Anchor[] {
  const file = join(folder, "audit-heads.jsonl");
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Anchor);
}

async function report() {
  const anchors = anchorsIn(process.env.TWOFEET_DATA || ".twofeet");
  const findings = await verifyAudit(process.env.DATABASE_URL ?? "", anchors);
  for (const { chainId, entries, head, fault } of findings) {
    const verdict = fault ? `BROKEN at entry ${fault.seq}: ${fault.kind}` : "whole";
    console.log(`${chainId}  ${entries} entries  ${head.slice(0, 16) || "-"}  ${verdict}`);
  }
  const broken = findings.filter(({ fault }) => fault).length;
  console.log(`${findings.length} chains, ${anchors.length} anchors, ${broken} broken`);
  // not exit(): what is still on its way into a pipe would be lost
  process.exitCode = broken ? 1 : 0;
}

if (process.argv[1] === import.meta.filename) await report();
