import type { SpaceScope } from "@/lib/db/enter-space";
import { picturesOf } from "@/lib/sanitise/pictures";

/** What goes out beside a copy, and is signed with it; a kind of which there is nothing is not named. */
export async function besideOf(scope: SpaceScope, entryId: string, copy: unknown) {
  const pictures = await picturesOf(scope, entryId, copy);
  return { beside: pictures.length > 0 ? { pictures } : {} };
}
