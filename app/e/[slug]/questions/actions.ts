"use server";

import { answerQuestion, askQuestion, hideQuestion, voteForQuestion, withdrawQuestion } from "@/lib/question/commands";
import { action } from "@/lib/web/action";

export const askQuestionAction = action(askQuestion);
export const voteForQuestionAction = action(voteForQuestion);
export const answerQuestionAction = action(answerQuestion);
export const hideQuestionAction = action(hideQuestion);
export const withdrawQuestionAction = action(withdrawQuestion);
