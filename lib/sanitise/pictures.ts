import type { SpaceScope } from "@/lib/db/enter-space";
import { textsOf } from "@/lib/sanitise/rules";

export type NamedPicture = { sha256: string; alt: string };

/** The pictures that a copy's texts show, each once, with what is said of it there. */
export function picturesNamedIn(copy: unknown): NamedPicture[] {
  const text = textsOf(copy)
    .map((one) => one.text)
    .join("\n");
  const named = [...text.matchAll(/attachment:([0-9a-f]{64})/g)].map(([, sha256 = ""]) => sha256);
  const said = new Map(
    [...text.matchAll(/!\[([^\]]*)\]\(attachment:([0-9a-f]{64})/g)].map(([, alt, sha]) => [sha, alt]),
  );
  return [...new Set(named)].map((sha256) => ({ sha256, alt: said.get(sha256) ?? "" }));
}

/** Those of them that the entry has itself: another's are never shown. */
export async function picturesOf({ tx, space }: SpaceScope, entryId: string, copy: unknown) {
  const named = picturesNamedIn(copy);
  if (named.length === 0) return [];
  const where = { spaceId: space.id, entryId, sha256: { in: named.map(({ sha256 }) => sha256) } };
  const held = new Set((await tx.attachment.findMany({ where, select: { sha256: true } })).map((one) => one.sha256));
  return named.filter(({ sha256 }) => held.has(sha256));
}
