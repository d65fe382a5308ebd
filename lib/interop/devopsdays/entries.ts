import { showClock } from "./clock";
import { dayAfter } from "./dates";
import { type Kind, readsLikeTalk } from "./kind";
import type { TalkFinder } from "./match";
import { nameOf, reportMarkup, type Talk } from "./pages";
import type { Report, Where } from "./report";
import { length, type Timed } from "./timed";

/** One entry of a programme: times are the event's own, `2025-03-18T09:15`; `key` stays the same when it moves. */
export type Entry = Where & {
  key: string;
  kind: Kind;
  /** Open space in which topics can be placed. */
  slot: boolean;
  slug: string | null;
  /** The slug that was written, also when no file has it. */
  said: string | null;
  title: string;
  abstract: string;
  comments: string;
  url: string | null;
  day: string;
  startsAt: string | null;
  endsAt: string | null;
  speakers: readonly string[];
};

const slugged = new Set<Kind>(["talk", "workshop", "ignite"]);

/** Settles kinds that need more than one row, and reports what differs from what was written. */
export function settleKinds(rows: Timed[], report: Report): Timed[] {
  const anyTalk = rows.some(
    ({ row, kinded }) => row.list === "program" && kinded.kind === "talk" && kinded.typed === "talk",
  );
  return rows.map((timed) => {
    const { row, kinded } = timed;
    const minutes = length(timed) ?? 0;
    const untyped = !anyTalk && kinded.kind === "other" && minutes >= 15 && minutes <= 75 && readsLikeTalk(row.title);
    const kind = untyped ? "talk" : kinded.kind;
    if (!kinded.asTyped) report.repair(row, `type ${row.type ? `"${row.type}"` : "missing"}: taken as ${kinded.typed}`);
    const plain = kinded.typed === "custom" && (kind === "break" || kind === "other");
    const same = { "open-space": "openSpace" }[kinded.typed] ?? kinded.typed;
    if (kind !== same && !plain) report.repair(row, `"${row.title}" is typed ${kinded.typed}: taken as ${shown(kind)}`);
    if (kind === "talk" && minutes > 0 && minutes <= 5)
      report.doubt(row, `"${row.title}" is a talk of ${minutes} minutes: an ignite?`);
    return { ...timed, kinded: { ...kinded, kind } };
  });
}

const shown = (kind: Kind) => (kind === "openSpace" ? "open space" : kind);

/** An entry with what its talk file says; a slug without a file stays as plain text. */
export function entryOf(timed: Timed, talks: TalkFinder, report: Report): Omit<Entry, "key"> {
  const { row, kinded } = timed;
  const talk = talkOf(timed, talks, report);
  if (!row.title) report.doubt(row, "a row without a title");
  if (row.title.length > 120) report.doubt(row, `the title has ${row.title.length} characters`);
  reportMarkup({ body: row.comments, file: row.file, bodyLine: row.line }, report);
  return {
    file: row.file,
    line: row.line,
    kind: talk && !slugged.has(kinded.kind) ? "talk" : kinded.kind,
    slot: kinded.slot && timed.start !== null,
    slug: talk?.slug ?? null,
    said: slugged.has(kinded.kind) && /^[^\s]*[-_][^\s]*$/.test(row.title) ? row.title : null,
    title: talk?.title ?? (titleOf(timed) || "–"),
    abstract: talk?.abstract ?? "",
    comments: row.comments,
    url: urlOf(row.url),
    day: timed.day,
    startsAt: timed.start === null ? null : local(timed.day, timed.start),
    endsAt: timed.end === null ? null : local(timed.day, timed.end),
    speakers: talk?.speakers ?? [],
  };
}

function talkOf({ row, kinded }: Timed, talks: TalkFinder, report: Report): Talk | null {
  if (!slugged.has(kinded.kind)) {
    const exact = kinded.kind === "other" ? talks.all.find(({ slug }) => slug === row.title) : undefined;
    if (exact) report.repair(row, `"${row.title}" is typed ${kinded.typed} but has a talk file: taken as talk`);
    return exact ?? null;
  }
  if (isBlock(row.list, kinded.kind, row.title)) return null;
  const talk = talks.find(row.title, row, report);
  const typed = kinded.typed === kinded.kind;
  if (!talk && typed && row.title) report.doubt(row, `no talk file for "${row.title}": kept as plain text`);
  return talk;
}

/** A row of ignites in the programme is the name of a block, unless it is a slug. */
const isBlock = (list: string, kind: Kind, title: string) =>
  list === "program" && kind === "ignite" && (/\s/.test(title) || /^ignites?\W*$/i.test(title));

function titleOf({ row, kinded }: Timed) {
  const name = slugged.has(kinded.kind) ? nameOf(row.title) : row.title;
  return kinded.kind === "ignite" ? name.replace(/\s*:\s*$/, "") : name;
}

/** Addresses without a host are the website's own. */
const urlOf = (url: string) =>
  [url, url.startsWith("/") ? `https://devopsdays.org${url}` : ""].find(
    (full) => /^https?:\/\/[^/]/i.test(full) && URL.canParse(full),
  ) ?? null;

export const local = (day: string, minutes: number) =>
  `${dayAfter(day, Math.floor(minutes / 1440))}T${showClock(minutes)}`;
