"use server";

import { openPhase, rotateCode, rotateWall } from "@/lib/event/commands";
import { callNext, endTurn, leaveQueue, queueTopic } from "@/lib/topic/commands/queue";
import { action } from "@/lib/web/action";

export const openPhaseAction = action(openPhase);
export const rotateCodeAction = action(rotateCode);
export const rotateWallAction = action(rotateWall);
export const callNextAction = action(callNext);
export const endTurnAction = action(endTurn);
export const queueTopicAction = action(queueTopic);
export const leaveQueueAction = action(leaveQueue);
