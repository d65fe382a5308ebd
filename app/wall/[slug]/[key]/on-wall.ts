import { Refused } from "@/lib/errors";
import { published } from "@/lib/publication/queries";
import { publishedReplay, viewWallReplay } from "@/lib/replay/queries";
import { wallSpeed } from "@/lib/replay/rules";
import { lookAtWall } from "@/lib/web/look";

/** What the wall plays and where it is by now, however often the projector is started; null: nothing, it shows the board. */
export async function replayOnWall(slug: string, key: string) {
  const shown = await lookAtWall(viewWallReplay, slug, key, undefined);
  const reel = shown && (shown.reel ?? (await publishedReel(shown.slug)));
  if (!reel) return null;
  const [from, to] = reel.span;
  const begun = Math.min(to, from + (Date.now() - shown.startedAt.getTime()) * wallSpeed);
  return { reel: { ...reel, begun }, startedAt: shown.startedAt.toISOString() };
}

/** What was withdrawn, or tells of no times any more, is not shown: the wall goes on with its board. */
async function publishedReel(slug: string) {
  try {
    const found = await published(slug);
    return found.isGone ? null : publishedReplay(found);
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}
