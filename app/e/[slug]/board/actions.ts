"use server";

import { clearTopic, pinTopic, placeTopic } from "@/lib/board/commands";
import { action } from "@/lib/web/action";

export const placeTopicAction = action(placeTopic);
export const clearTopicAction = action(clearTopic);
export const pinTopicAction = action(pinTopic);
