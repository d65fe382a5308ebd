import { z } from "zod";
import { ticked } from "@/lib/event/input";

export const placeTopicInput = z.strictObject({ topicId: z.uuid(), slotId: z.uuid(), roomId: z.uuid() });
export const clearTopicInput = z.strictObject({ topicId: z.uuid() });
export const pinTopicInput = z.strictObject({ topicId: z.uuid(), pinned: ticked });
