import { z } from "zod";
import { outcomes } from "@/lib/works/rules";

export const startRehearsalInput = z.strictObject({ id: z.uuid(), version: z.string().max(60), topicId: z.uuid() });
export const rehearsalInput = z.strictObject({ topicId: z.uuid() });
export const reportRehearsalInput = z.strictObject({ topicId: z.uuid(), outcome: z.enum(outcomes) });
