import type { Values } from "./front-matter";
import type { Outline } from "./outline";
import { cut, daySaid, listSaid, namesSaid, said, tagsSaid, textSaid } from "./said";

/** What recipes and post-mortems have in common, as a front matter says it, else as the text shows it. */
export function commonTold(values: Values, outline: Outline, path: string) {
  const lang = textSaid(said(values, "lang", "language", "locale"), 20).replace("_", "-");
  return {
    title: titleOf(values, outline, path),
    summary: textSaid(said(values, "summary", "description", "excerpt", "tldr"), 4_000) || cut(outline.summary, 600),
    lang: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang) ? lang : "en",
    tags: tagsSaid(
      [said(values, "tags", "tag"), said(values, "keywords", "topics"), said(values, "categories")].flatMap(listSaid),
    ),
    tech: tagsSaid(said(values, "tech", "technologies", "technology", "stack")),
    services: namesSaid(said(values, "services", "service", "systems", "product"), 200).slice(0, 100),
    licence: textSaid(said(values, "licence", "license", "spdx"), 100),
    credit: cut(namesSaid(said(values, "authors", "author", "credit"), 200).join(", "), 500),
  };
}

/** What a first heading is called that names a part, and not the whole. */
const partOnly =
  /^((executive|issue|incident|brief|short)? ?summary|synopsis|introduction|overview|background|title( \(.*\))?|description|usage|timeline|impact|tl;?dr|(incident|post-?mortem|issue) (title|name|reports?)|issue name)$/i;

function titleOf(values: Values, outline: Outline, path: string) {
  const heading = partOnly.test(outline.heading) ? "" : outline.heading;
  const file = path.split("/").at(-1) ?? "";
  const stem = file.replace(/(?<=.)\.[^.]*$/, "").replaceAll(/[-_]+/g, " ");
  const named = textSaid(said(values, "title", "name", "subject"), 300) || cut(heading, 300) || cut(stem, 300);
  return named.trim() || "…";
}

/** How fresh a runbook is: when it was looked at last, and by when it wants to be looked at again. */
export function reviewTold(values: Values) {
  const lastReviewedOn = daySaid(said(values, "last_reviewed_on", "last_reviewed", "reviewed_on", "last_verified"));
  const by = daySaid(said(values, "review_by", "review_on", "expires_on"));
  const span = textSaid(said(values, "review_in", "review_every"), 40);
  return { lastReviewedOn, reviewBy: by ?? (lastReviewedOn && later(lastReviewedOn, span)) };
}

/** `6 months` after a day; a month that is too short gives its last day. */
function later(day: string, span: string) {
  const [, count, unit] = /^(\d{1,4})\s*(day|week|month|year)s?$/i.exec(span) ?? [];
  if (!count || !unit) return null;
  const at = new Date(`${day}T00:00:00Z`);
  const many = Number(count);
  if (/day|week/i.test(unit)) at.setUTCDate(at.getUTCDate() + many * (/week/i.test(unit) ? 7 : 1));
  else moveMonths(at, many * (/year/i.test(unit) ? 12 : 1));
  return at.getUTCFullYear() > 9999 ? null : at.toISOString().slice(0, 10);
}

function moveMonths(at: Date, months: number) {
  const day = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() + months);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(day, last));
}

/** `SEV-1`, `P2`, `severity: 3`, `critical`: the label as it stands, and what of four it is. */
export function severityTold(values: Values) {
  const severityLabel = textSaid(said(values, "severity", "sev", "priority"), 60);
  const digit = /^(?:sev(?:erity)?|p|s|priority|level)?[\s-]*([0-5])\b/i.exec(severityLabel)?.[1];
  const named = ["critical", "major|high", "minor|medium|moderate", "low|trivial|cosmetic"].findIndex((names) =>
    new RegExp(`^(${names})\\b`, "i").test(severityLabel),
  );
  const severity = digit ? Math.min(4, Math.max(1, Number(digit))) : named >= 0 ? named + 1 : null;
  return { severity, severityLabel };
}
