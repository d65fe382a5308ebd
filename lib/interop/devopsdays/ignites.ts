import type { Report } from "./report";
import type { Timed } from "./timed";

/** Five minutes, twenty slides. */
const minutes = 5;

/**
 * Spreads ignites that have a day but no time evenly through the ignite blocks of that day (of that `block`
 * name, if they say one), in the order in which they are written.
 */
export function spreadIgnites(ignites: Timed[], programme: Timed[], report: Report): Timed[] {
  const blocks = programme.filter(({ kinded, start }) => kinded.kind === "ignite" && start !== null);
  const waiting = ignites.filter(({ start }) => start === null);
  const placed = new Map<Timed, Timed>();
  const groups = Map.groupBy(waiting, ({ day, row }) => `${day} ${row.block.toLowerCase()}`);
  for (const group of groups.values()) {
    const fitting = blocksFor(group, blocks, report);
    const pairs = shares(group, fitting).flatMap((share, at) => spread(share, fitting[at]));
    for (const [ignite, timed] of pairs) placed.set(ignite, timed);
  }
  return ignites.map((ignite) => placed.get(ignite) ?? ignite);
}

function blocksFor(group: Timed[], blocks: Timed[], report: Report): Timed[] {
  const first = group[0];
  if (!first) return [];
  const { day, row } = first;
  const today = blocks.filter((block) => block.day === day);
  const named = today.filter((block) => row.block && block.row.block.toLowerCase() === row.block.toLowerCase());
  if (named.length > 0) return named;
  if (row.block && today.length > 0)
    report.doubt(row, `no ignite block is called ${row.block}: spread over all of ${day}`);
  if (today.length > 1 && !row.block)
    report.doubt(row, `${group.length} ignites in ${today.length} blocks of ${day}: shared out in order`);
  if (today.length === 0)
    report.doubt(row, `no ignite block on ${day}: ${group.length} ignites have a day but no time`);
  return today.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}

/** The group cut into as many pieces as there are blocks, the longer first. */
function shares(group: Timed[], blocks: Timed[]): Timed[][] {
  const size = Math.ceil(group.length / Math.max(1, blocks.length));
  return blocks.map((_, at) => group.slice(at * size, (at + 1) * size));
}

function spread(share: Timed[], block: Timed | undefined): [Timed, Timed][] {
  const start = block?.start;
  if (!block || start === null || start === undefined) return [];
  const room = (block.end ?? start + share.length * minutes) - start;
  const step = room / share.length;
  return share.map((ignite, at) => {
    const from = start + Math.floor(at * step);
    const lasts = Math.max(1, Math.min(minutes, Math.floor(step)));
    return [ignite, { ...ignite, start: from, end: from + lasts, endSaid: "time" }];
  });
}
