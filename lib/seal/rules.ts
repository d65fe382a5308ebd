/** As far as one device can tell from what it was given: the highest revision of each note that anybody saw. */
export type Known = Record<string, number>;

type Shown = { id: string; rev: number; knows: Known };

/** All that is known once these notes are read. */
export function knownFrom(before: Known, shown: readonly Shown[]): Known {
  const known = { ...before };
  const tell = (id: string, rev: number) => {
    known[id] = Math.max(known[id] ?? 0, rev);
  };
  for (const note of shown) {
    tell(note.id, note.rev);
    for (const [id, rev] of Object.entries(note.knows)) tell(id, rev);
  }
  return known;
}

/** Notes that were shown older than they are known to be, or not at all. A server that replays is caught by this. */
export function heldBack(known: Known, shown: readonly Shown[]) {
  return Object.entries(known)
    .filter(([id, rev]) => (shown.find((note) => note.id === id)?.rev ?? 0) < rev)
    .map(([id]) => id);
}

/** A sealed room is purged this many days after the event's last. */
export const keptDays = 30;

export function purgeDay(endsOn: Date) {
  return new Date(endsOn.getTime() + keptDays * 24 * 60 * 60_000);
}

export const mostNotes = 200;
export const mostDevices = 10;
