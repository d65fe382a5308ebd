"use server";

import { castDots } from "@/lib/ballot/commands";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { callNext, endTurn } from "@/lib/topic/commands/queue";
import { viewAlike } from "@/lib/topic/queries";
import { action } from "@/lib/web/action";
import type { FormState } from "@/lib/web/form-state";
import { look } from "@/lib/web/look";

export const pitchAction = action(pitchTopic, (slug, id) => `/e/${slug}/topics/${id}`);
export const callNextAction = action(callNext);
export const endTurnAction = action(endTurn);

const cast = action(castDots);

/** One button carries both: the topic and its new number of dots, as `topic:dots`. */
export async function castAction(slug: string, previous: FormState, form: FormData) {
  const [topicId = "", dots = ""] = String(form.get("cast")).split(":");
  const fields = new FormData();
  fields.set("topicId", topicId);
  fields.set("dots", dots);
  return cast(slug, previous, fields);
}

/** Topics that read like the title that is being typed. */
export async function alikeAction(slug: string, title: string) {
  return look(viewAlike, slug, { title: title.slice(0, 100) });
}
