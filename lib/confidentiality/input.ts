import { z } from "zod";
import { confidentialities } from "@/lib/confidentiality/rules";
import { ticked } from "@/lib/event/input";

const confidentiality = z.enum(confidentialities);

export const setConfidentialityInput = z.strictObject({
  topicId: z.uuid(),
  confidentiality,
  /** Notes written before sealing are not sealed: they go. */
  discard: ticked,
});

export const answerLooseningInput = z.strictObject({
  topicId: z.uuid(),
  /** What was asked, so that nobody consents to something else. */
  confidentiality,
  answer: z.enum(["yes", "no"]),
});
