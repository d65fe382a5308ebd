import { call } from "@/components/live/request";
import { type Gone, type Keeper, wipeFor } from "@/lib/offline/rules";

/** What the server says of keeping an event: all of it is gone, nobody may keep it, or it is kept for that one. */
export type Verdict = { gone: Gone } | { forbidden: true } | { keeper: Keeper };

/** Asks whether this phone may still keep the event, and for whom; null when nothing was heard. */
export async function stillMine(slug: string, mine: Keeper): Promise<Verdict | null> {
  const answer = await call(`e/${slug}/keeper`);
  if (answer?.status === 404) return { gone: { slug, now: null } };
  if (!answer?.ok) return null;
  const keeper = (await answer.json()) as Keeper | null;
  if (!keeper) return { forbidden: true };
  const wipe = wipeFor(mine, keeper);
  if (wipe === "everything") return { gone: { slug: null, now: keeper.person } };
  return wipe === "event" ? { gone: { slug, now: null } } : { keeper };
}
