"use server";

import { answerLoosening, setConfidentiality } from "@/lib/confidentiality/commands";
import { saveNote } from "@/lib/note/commands";
import { agreeMerge, declineMerge, proposeMerge, splitTopic } from "@/lib/topic/commands/merge";
import { convene, editTopic, withdrawTopic } from "@/lib/topic/commands/pitch";
import { leaveQueue, queueTopic } from "@/lib/topic/commands/queue";
import { action } from "@/lib/web/action";

export const editTopicAction = action(editTopic);
export const withdrawTopicAction = action(withdrawTopic, (slug) => `/e/${slug}/topics`);
export const conveneAction = action(convene);
export const proposeMergeAction = action(proposeMerge);
export const agreeMergeAction = action(agreeMerge);
export const declineMergeAction = action(declineMerge);
export const splitTopicAction = action(splitTopic);
export const queueTopicAction = action(queueTopic);
export const leaveQueueAction = action(leaveQueue);
export const setConfidentialityAction = action(setConfidentiality);
export const answerLooseningAction = action(answerLoosening);
export const saveNoteAction = action(saveNote);
