import { z } from "zod";

export const saySawInput = z.strictObject({ saw: z.enum(["yes", "no"]) });
