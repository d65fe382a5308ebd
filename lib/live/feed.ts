/**
 * What travels between the server and every phone that looks at a board: a snapshot, then frames.
 * Pure and free of imports: server, browser and tests share it.
 */

export type Phase = "before" | "marketplace" | "voting" | "placing" | "running" | "closing" | "closed";

/** Where a topic stands on the board; `from` is its previous cell, so that a phone can say "moved to". */
export type Place = {
  slotId: string;
  roomId: string;
  pinned: boolean;
  from: { slotId: string; roomId: string } | null;
};

/** `convener` is null while nobody convenes it (`sought`) or while the convener stays anonymous: always of a confidential topic. Instants as ISO strings. */
export type TopicCard = {
  id: string;
  title: string;
  pitch: string;
  convener: string | null;
  sought: boolean;
  /** Titles of topics merged into this one. */
  merged: string[];
  pitchedAt: string;
  place: Place | null;
  confidentiality?: "chatham_house" | "sealed";
};

export type RoomCard = {
  id: string;
  name: string;
  capacity: number | null;
  stepFree: boolean;
  projector: boolean;
  quiet: boolean;
};

/** Instants as ISO strings. */
export type SlotCard = { id: string; startsAt: string; endsAt: string; title: string | null };

export type EventCard = {
  id: string;
  slug: string;
  name: string;
  zone: string;
  phase: Phase;
  /** ISO instant of the announced end of the phase, for countdowns. */
  phaseEndsAt: string | null;
  dotsPerMember: number;
  dotsPerTopic: number;
  mayDotOwnTopic: boolean;
};

/** Dots and heads (distinct members) of a topic. */
export type Tally = [dots: number, heads: number];

/** Who is at the microphone and who is next, by topic id. */
export type PitchQueue = {
  speaking: { topicId: string; since: string; seconds: number } | null;
  waiting: string[];
};

/** The whole board at `seq`. `tallies` is null for those who may not see them. `now` is the server's clock. */
export type Snapshot = {
  seq: number;
  now: string;
  event: EventCard;
  rooms: RoomCard[];
  slots: SlotCard[];
  topics: TopicCard[];
  tallies: Record<string, Tally> | null;
  queue: PitchQueue;
  /** Whose frames continue this snapshot; absent when none of a hub's. */
  hub?: string | undefined;
};

/** What changed between `prev` and `seq`; absent fields did not change. */
export type Change = {
  seq: number;
  prev: number;
  now: string;
  /** Who looked at `prev` and at `seq`. */
  hub?: string | undefined;
  event?: EventCard;
  rooms?: RoomCard[];
  slots?: SlotCard[];
  topics?: TopicCard[];
  gone?: string[];
  /** Merged into what is known; null hides all. */
  tallies?: Record<string, Tally> | null;
  queue?: PitchQueue;
};

/** A frame is a hint: a change, or the word that the board moved on and a snapshot is due. */
export type Frame = Change | { seq: number; stale: true };

/** One member's own side of an event; never part of a shared payload. */
export type Ballot = {
  member: {
    name: string;
    nameIsMadeUp: boolean;
    role: "participant" | "facilitator" | "host";
    /** By which this phone knows whose unsent work it holds; says nothing to others. */
    mark: string;
  } | null;
  dots: Record<string, number>;
  /** Topics the member pitched or convenes. */
  mine: string[];
  /** Why this person may not give dots, by refusal reason; null when they may. */
  barred: string | null;
};

/**
 * The board after a frame, or "gap" when a snapshot is due. A change is the difference between two looks of one hub.
 * It fits the board at `prev`, which is the same for everybody, and what the same hub showed since. On what another
 * process saw in between it does not: that may have come and gone unseen. What is not newer changes nothing.
 */
export function applyFrame(snapshot: Snapshot, frame: Frame): Snapshot | "gap" {
  if (frame.seq <= snapshot.seq) return snapshot;
  if ("stale" in frame || !continues(snapshot, frame)) return "gap";
  const { prev: _, topics, gone = [], tallies, ...whole } = frame;
  return {
    ...snapshot,
    ...whole,
    topics: topics || gone.length > 0 ? mergeTopics(snapshot.topics, topics ?? [], gone) : snapshot.topics,
    tallies: mergeTallies(snapshot.tallies, tallies, gone),
  };
}

function continues(snapshot: Snapshot, { prev, hub }: Change) {
  return prev === snapshot.seq || (prev < snapshot.seq && hub !== undefined && hub === snapshot.hub);
}

function mergeTopics(known: TopicCard[], changed: TopicCard[], gone: string[]) {
  const replaced = new Set([...gone, ...changed.map(({ id }) => id)]);
  return [...known.filter(({ id }) => !replaced.has(id)), ...changed].sort(byPitch);
}

function byPitch(a: TopicCard, b: TopicCard) {
  const [x, y] = [a.pitchedAt + a.id, b.pitchedAt + b.id];
  return x < y ? -1 : x > y ? 1 : 0;
}

function mergeTallies(known: Snapshot["tallies"], changed: Change["tallies"], gone: string[]) {
  if (changed === null || (changed === undefined && known === null)) return null;
  if (changed === undefined && gone.length === 0) return known;
  const merged = Object.entries({ ...known, ...changed });
  return Object.fromEntries(merged.filter(([id, [dots]]) => dots > 0 && !gone.includes(id)));
}
