"use server";

import { redirect } from "next/navigation";
import { joinCrew, viewCrewInvitation } from "@/lib/event/crew";
import { performAs } from "@/lib/web/action";
import { join } from "@/lib/web/join";
import { look } from "@/lib/web/look";

/** Becomes a participant first if one is not yet: whoever holds the link is let in by it. */
export async function joinCrewAction(slug: string, key: string) {
  const { joinCode } = await look(viewCrewInvitation, slug, { key });
  const userId = await join(slug, joinCode);
  await performAs(userId, joinCrew, slug, { key });
  redirect(`/e/${slug}/desk`);
}
