/** Names a revision of an entry to whoever wants to change exactly that. */
export const etagOf = ({ id, revision, status }: { id: string; revision: number; status: string }) =>
  `"${id}.${revision}.${status}"`;

/** Whether one of the tags in `If-Match` or `If-None-Match` is this one. A weak one counts for reading. */
export const isNamedIn = (header: string, etag: string, weakly = false) =>
  header.trim() === "*" ||
  header.split(",").some((one) => one.trim() === etag || (weakly && one.trim().replace(/^W\//, "") === etag));

export type Place = { at: Date; id: string };

export const cursorOf = ({ at, id }: Place) => Buffer.from(`${at.toISOString()} ${id}`).toString("base64url");

/** Null for what is no cursor of ours. */
export function placeOf(cursor: string | undefined): Place | null {
  const [when = "", id = ""] = Buffer.from(cursor ?? "", "base64url")
    .toString("utf8")
    .split(" ");
  const at = new Date(when);
  return Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/.test(id) ? null : { at, id };
}

/** RFC 7396, as deep as a document goes. */
export function patched(target: unknown, patch: unknown, depth = 0): unknown {
  if (!isMap(patch) || depth > 12) return patch;
  const kept = new Map(Object.entries(isMap(target) ? target : {}));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) kept.delete(key);
    else kept.set(key, patched(kept.get(key), value, depth + 1));
  }
  return Object.fromEntries(kept);
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a list shows of a document. */
export function shortOf(document: unknown) {
  const { title, summary, tags, tech } = document as Record<string, unknown>;
  return { title, summary: summary ?? "", tags: tags ?? [], tech: tech ?? [] };
}
