"use server";

import { pitchUnnamed } from "@/lib/topic/commands/unnamed";
import { action } from "@/lib/web/action";

/** Back to all topics: one's own page of it would be the first to tell. */
export const pitchUnnamedAction = action(pitchUnnamed, (slug) => `/e/${slug}/topics`);
