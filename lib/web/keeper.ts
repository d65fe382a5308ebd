import "server-only";
import { keeperOf } from "@/lib/db/keeper";
import { audienceOf } from "@/lib/live/channel";
import { viewerId } from "@/lib/web/viewer";

/** For whom this browser may keep the pages of an event in which the viewer has that role. */
export async function viewerKeeper(role: string | null) {
  return keeperOf(await viewerId(), audienceOf(role));
}
