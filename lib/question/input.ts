import { z } from "zod";
import { ticked } from "@/lib/event/input";
import { abouts } from "@/lib/question/rules";

/** What it is asked of. */
export const subjectInput = z.strictObject({ about: z.enum(abouts), subjectId: z.uuid() });
export const askQuestionInput = subjectInput.extend({
  body: z.string().trim().min(3).max(500),
  /** Nobody is told by whom, nor could find out. */
  unnamed: ticked,
});
export const questionInput = z.strictObject({ questionId: z.uuid() });
export const voteInput = questionInput.extend({ wants: z.enum(["yes", "no"]) });
export const answerInput = questionInput.extend({ answer: z.string().trim().max(1_000).default("") });
export const hideInput = questionInput.extend({ hide: z.enum(["yes", "no"]) });
