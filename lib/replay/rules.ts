/** What happened, in ms since 1970. */
export type ReplayedEvent = { id: string; at: number; marker: string; text: string; who: string };
/** A series as points in thousandths across and hundredths down; null breaks the line. */
export type ReplayedSeries = {
  id: string;
  name: string;
  unit: string;
  low: number;
  high: number;
  points: ([number, number] | null)[];
};

/** How many seconds pass in one. */
export const speeds = [10, 60, 300, 1_200] as const;
/** By itself, on a wall. */
export const wallSpeed = 60;

const decisions = new Set(["diagnosis", "repair"]);
export const isDecision = ({ marker }: Pick<ReplayedEvent, "marker">) => decisions.has(marker);

/** From a little before the first to a little after the last. */
export function spanOf(events: readonly ReplayedEvent[]): [from: number, to: number] {
  const all = events.map(({ at }) => at);
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const air = Math.max(60_000, (last - first) * 0.03);
  return [first - air, last + air];
}

/** Where a replay begins that is asked for at an instant; what is no instant of it is its beginning. */
export function begunAt(asked: unknown, [from, to]: readonly [number, number]) {
  const at = Number(asked);
  return at >= from && at <= to ? at : from;
}

/** The moments to step to and fro between: each once, in order. */
export const momentsOf = (events: readonly ReplayedEvent[]) =>
  [...new Set(events.map(({ at }) => at))].sort((a, b) => a - b);

export function stepFrom(now: number, events: readonly ReplayedEvent[], forward: boolean) {
  const moments = momentsOf(events);
  return forward ? moments.find((at) => at > now) : moments.findLast((at) => at < now);
}

export type Tick = { now: number; isStopped: boolean; asked: string | null };

/**
 * Where the replay is after so many ms of the room's time. `asks`: it stops right before a decision that it has not asked
 * about, so that the room may say what it would do. It stops at the end.
 */
export function tick(
  { now, asked }: Pick<Tick, "now" | "asked">,
  {
    passedMs,
    speed,
    asks,
    events,
    until,
  }: { passedMs: number; speed: number; asks: boolean; events: readonly ReplayedEvent[]; until: number },
): Tick {
  const then = Math.min(now + passedMs * speed, until);
  const decision = asks
    ? events.find((event) => isDecision(event) && event.at > now && event.at <= then && event.id !== asked)
    : undefined;
  if (decision) return { now: Math.max(now, decision.at - 1), isStopped: true, asked: decision.id };
  return { now: then, isStopped: then >= until, asked };
}

/** `1:05` from the start, `−0:10` before it; hours and minutes. */
export function sinceStart(at: number, zero: number) {
  const minutes = Math.floor(Math.abs(at - zero) / 60_000);
  const sign = at < zero && minutes > 0 ? "−" : "+";
  return `T${sign}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
