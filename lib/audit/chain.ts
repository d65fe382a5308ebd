import { createHash } from "node:crypto";

/** An entry of a chain as it is stored; `hash` is hex. */
export type AuditEntry = {
  chainId: string;
  seq: number;
  at: Date;
  eventId: string | null;
  orgId: string | null;
  actorId: string | null;
  action: string;
  objectId: string | null;
  digest: string | null;
  hash: string;
};

/** Where a chain stood at some time, written down outside the database. */
export type Anchor = { chainId: string; seq: number; hash: string };

/** `changed`: the hash does not follow from what stands there. `missing`: an entry is gone. `rewritten`: not what was anchored. */
export type Fault = { seq: number; kind: "changed" | "missing" | "rewritten" };
export type Finding = { chainId: string; entries: number; head: string; fault: Fault | null };

/** What an entry's hash is made of; the same as `audit_line` in SQL. */
export function lineOf(entry: Omit<AuditEntry, "hash">) {
  const { chainId, seq, at, eventId, orgId, actorId, action, objectId, digest } = entry;
  const fields = ["v1", chainId, seq, at.toISOString(), eventId, orgId, actorId, action, objectId, digest];
  return fields.map((field) => field ?? "").join("\n");
}

/** sha256 over the hash before it and the entry's own line; the first has nothing before it. Hex. */
export function hashAfter(before: string, entry: Omit<AuditEntry, "hash">) {
  return createHash("sha256").update(before, "hex").update(lineOf(entry)).digest("hex");
}

/**
 * Reads a chain from its beginning and stops at the first fault. Anchors are what a head was seen to be: without one,
 * nobody can tell that the newest entries were cut off, or all of them written anew.
 */
export async function verifyChain(
  chainId: string,
  entries: AsyncIterable<AuditEntry> | Iterable<AuditEntry>,
  anchors: readonly Anchor[] = [],
): Promise<Finding> {
  const seen = new Map(anchors.filter((one) => one.chainId === chainId).map(({ seq, hash }) => [seq, hash]));
  let [last, head] = [0, ""];
  const found = (fault: Fault | null): Finding => ({ chainId, entries: last, head, fault });
  for await (const entry of entries) {
    const kind = faultOf(entry, last, head, seen.get(entry.seq));
    if (kind) return found({ seq: kind === "missing" ? last + 1 : entry.seq, kind });
    [last, head] = [entry.seq, entry.hash];
  }
  return found(Math.max(0, ...seen.keys()) > last ? { seq: last + 1, kind: "missing" } : null);
}

function faultOf(entry: AuditEntry, last: number, head: string, anchored: string | undefined) {
  if (entry.seq !== last + 1) return "missing";
  if (hashAfter(head, entry) !== entry.hash) return "changed";
  return anchored !== undefined && anchored !== entry.hash ? "rewritten" : null;
}
