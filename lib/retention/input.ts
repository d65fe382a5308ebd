import { z } from "zod";
import { ticked } from "@/lib/event/input";
import { keeps } from "@/lib/retention/rules";

export const retentionInput = z.strictObject({
  /** Empty: never by itself. */
  purgeOn: z.union([z.literal("").transform(() => null), z.iso.date()]),
  keeps: z.enum(keeps),
  watermark: ticked,
});

export const holdInput = z.strictObject({ because: z.string().trim().min(3).max(300) });

/** The event's name, typed out: what is about to be purged is not purged by a slip. */
export const purgeNowInput = z.strictObject({ name: z.string().trim().max(200), keeps: z.enum(keeps) });
