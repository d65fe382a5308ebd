import { z } from "zod";
import { confidentialities } from "@/lib/confidentiality/rules";
import { ticked } from "@/lib/event/input";
import { nameInput } from "@/lib/member/input";

const title = z
  .string()
  .trim()
  .min(3)
  .max(100)
  .regex(/^[^\p{Cc}]*$/u);
const pitch = z.string().trim().max(280).default("");

export const pitchTopicInput = z.strictObject({
  title,
  pitch,
  /** The convener's name stays away until the topic is placed. */
  anonymous: ticked,
  /** No convener yet: somebody else may take it on. */
  sought: ticked,
  confidentiality: z.enum(confidentialities).default("open"),
  /** The name to show; keeps the present one when left out. */
  name: nameInput.optional(),
});

/** Nothing in it says by whom. */
export const pitchUnnamedInput = pitchTopicInput.pick({ title: true, pitch: true, confidentiality: true });

export const topicInput = z.strictObject({ topicId: z.uuid() });
export const editTopicInput = z.strictObject({ topicId: z.uuid(), title, pitch, anonymous: ticked });
export const alikeInput = z.strictObject({ title: z.string().trim().max(100) });
export const proposeMergeInput = z.strictObject({ from: z.uuid(), into: z.uuid() });
export const mergeInput = z.strictObject({ mergeId: z.uuid() });
export const callInput = z.strictObject({
  topicId: z.uuid().optional(),
  seconds: z.coerce.number().int().min(10).max(600).default(60),
});
