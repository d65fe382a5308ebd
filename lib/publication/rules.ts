/** An address made of a title: its letters and digits, as far as ASCII has them. Empty when it has none. */
export function slugOf(title: string) {
  const plain = title.normalize("NFKD").replaceAll(/\p{M}/gu, "").replaceAll("ß", "ss").toLowerCase();
  const words = plain.split(/[^a-z0-9]+/).filter(Boolean);
  let slug = "";
  for (const word of words) {
    if (slug.length + word.length > 60) break;
    slug = slug ? `${slug}-${word}` : word;
  }
  return slug || (words[0] ?? "").slice(0, 60);
}

/** The version that comes after: 1 → 2, 1.4.2 → 1.5.0, 2026-11-23 → today, anything else with a number behind it. */
export function versionAfter(last: string | null, kind: "recipe" | "postmortem", now: Date) {
  if (last === null) return kind === "recipe" ? "1.0.0" : "1";
  if (/^\d+$/.test(last)) return String(Number(last) + 1);
  const [, major, minor] = /^(\d+)\.(\d+)\.\d+$/.exec(last) ?? [];
  if (major) return `${major}.${Number(minor) + 1}.0`;
  const today = now.toISOString().slice(0, 10);
  if (/^\d{4}-\d\d-\d\d$/.test(last) && last < today) return today;
  const [, before, number = "1"] = /^(.*)\.(\d+)$/.exec(last) ?? [];
  return before === undefined ? `${last.slice(0, 50)}.2` : `${before}.${Number(number) + 1}`;
}

/** Where a publication stands. */
export type Stage = "requested" | "waiting" | "released" | "stopped" | "withdrawn";
type Steps = { approvedAt: Date | null; releasedAt: Date | null; stoppedAt: Date | null; withdrawnAt: Date | null };

export function stageOf({ approvedAt, releasedAt, stoppedAt, withdrawnAt }: Steps): Stage {
  if (withdrawnAt) return "withdrawn";
  if (releasedAt) return "released";
  if (stoppedAt) return "stopped";
  return approvedAt ? "waiting" : "requested";
}
