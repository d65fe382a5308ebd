import { type Random, shuffled } from "./random";

/** `close`: voting is closed for a moment and opened again. */
export type Blow = { atMs: number; what: "app" | "database" | "close" };
export type Blows = Record<Blow["what"], number>;

/** What happens when: the same for the same seed. One death of the database follows on one of the app. */
export function planOf(random: Random, seconds: number, blows: Blows): Blow[] {
  const kinds = Object.entries(blows) as [Blow["what"], number][];
  const order = shuffled(
    random,
    kinds.flatMap(([what, times]) => Array<Blow["what"]>(times).fill(what)),
  );
  const slotMs = (seconds * 880) / order.length;
  const plan = order.map((what, n) => ({ what, atMs: Math.round(seconds * 60 + (n + random() * 0.6) * slotMs) }));
  const [app, database] = [plan.findLast(({ what }) => what === "app"), plan.find(({ what }) => what === "database")];
  if (app && database && blows.database > 1) database.atMs = app.atMs + Math.round(random() * 1_000);
  return plan.sort((a, b) => a.atMs - b.atMs);
}
