import { createHash, randomUUID } from "node:crypto";
import type { AuditLine } from "@/lib/audit/rules";

export type Copied = ReturnType<typeof copyOf>;

/**
 * The audit as a file, one line of JSON for each entry, newest first, below a head that says of what, by whom and when.
 * The mark is on every line: half a copy still says whose it was. `digest` is the sha256 of the text, hex.
 */
export function copyOf({ of, by, lines }: { of: string; by: string; lines: AuditLine[] }) {
  const [copy, at] = [randomUUID(), new Date().toISOString()];
  const mark = `${by} · ${at} · ${copy.slice(0, 8)}`;
  const head = { twofeet: "audit", version: 1, of, copy, copiedBy: by, copiedAt: at, entries: lines.length, mark };
  const text = [head, ...lines.map((line) => ({ ...line, mark }))].map((line) => `${JSON.stringify(line)}\n`).join("");
  return { copy, at, text, digest: createHash("sha256").update(text).digest("hex") };
}
