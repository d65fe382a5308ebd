/** A moment of the programme: no end means an open one, no start that it has no time yet. */
export type Timed = { startsAt: Date | null; endsAt: Date | null };

/** An open end is over when the day's last hour is: three hours are enough for an evening. */
const openMinutes = 180;

const endOf = ({ startsAt, endsAt }: Timed) =>
  endsAt ?? (startsAt ? new Date(startsAt.getTime() + openMinutes * 60_000) : null);

export function runs(entry: Timed, now: Date) {
  const end = endOf(entry);
  return entry.startsAt !== null && entry.startsAt <= now && end !== null && now < end;
}

/** What runs now, and what begins next: everything that shares the earliest start after now. */
export function nowAndNext<T extends Timed>(entries: readonly T[], now: Date): { now: T[]; next: T[] } {
  const coming = entries.filter(({ startsAt }) => startsAt !== null && startsAt > now);
  const soonest = coming.reduce<Date | null>(
    (first, { startsAt }) => (first === null || (startsAt && startsAt < first) ? startsAt : first),
    null,
  );
  return {
    now: entries.filter((entry) => runs(entry, now)),
    next: coming.filter(({ startsAt }) => startsAt?.getTime() === soonest?.getTime()),
  };
}

/** The next moment at which something begins or ends; null when nothing does any more. */
export function nextChange(entries: readonly Timed[], now: Date): Date | null {
  const edges = entries
    .flatMap((entry) => [entry.startsAt, endOf(entry)])
    .filter((edge) => edge !== null && edge > now);
  return edges.reduce((first, edge) => (first === null || (edge && edge < first) ? edge : first), null);
}

/** Entries that lie within a block of their own kind (ignites), under that block; all others stand alone. */
export function underBlocks<T extends Timed & { kind: string; slug: string | null }>(entries: readonly T[]) {
  const blocks = entries.filter((entry) => entry.kind === "ignite" && entry.slug === null && entry.startsAt);
  const blockOf = (entry: T) =>
    entry.kind === "ignite" && blocks.find((block) => block !== entry && holds(block, entry));
  const within = Map.groupBy(entries, (entry) => blockOf(entry) || null);
  return (within.get(null) ?? []).map((entry) => ({ ...entry, within: within.get(entry) ?? [] }));
}

function holds(block: Timed, entry: Timed) {
  const [blockEnd, end] = [endOf(block), endOf(entry)];
  if (!block.startsAt || !entry.startsAt || !blockEnd || !end) return false;
  const longer = blockEnd.getTime() - block.startsAt.getTime() > end.getTime() - entry.startsAt.getTime();
  return longer && block.startsAt <= entry.startsAt && end <= blockEnd;
}

/** Rows to add, to change and to take away, so that what is becomes what is wanted. */
export function difference<Is extends object, Wanted extends object>(
  is: readonly Is[],
  wanted: readonly Wanted[],
  keys: { is: (row: Is) => string | null; wanted: (row: Wanted) => string },
) {
  const known = new Map(is.flatMap((row) => (keys.is(row) === null ? [] : [[keys.is(row), row] as const])));
  const named = new Set(wanted.map(keys.wanted));
  const pairs = wanted.map((row) => ({ row, was: known.get(keys.wanted(row)) }));
  return {
    added: pairs.flatMap(({ row, was }) => (was ? [] : [row])),
    updated: pairs.flatMap(({ row, was }) => (was && differs(was, row) ? [{ was, row }] : [])),
    removed: is.filter((row) => !named.has(keys.is(row) ?? "") && keys.is(row) !== null),
  };
}

/** Whether any field of `row` has another value in `was`; an instant equals an instant. */
function differs(was: object, row: object) {
  const fields = new Map<string, unknown>(Object.entries(was));
  return Object.entries(row).some(([field, value]) => plain(fields.get(field)) !== plain(value));
}

const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : JSON.stringify(value));
