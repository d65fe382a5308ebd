import { z } from "zod";

/** An address in the library, as it is copied from the browser or alone. */
const publicAddress = z
  .string()
  .trim()
  .max(500)
  .transform((said) => /^(?:.*\/library\/)?([a-z0-9]+(?:-[a-z0-9]+)*)(?:[/?#].*)?$/.exec(said)?.[1] ?? "")
  .refine((slug) => slug !== "", "bad-address");

/** Either of the event's own space, or something published. */
export const showOnWallInput = z.union([
  z.strictObject({ entryId: z.uuid() }),
  z.strictObject({ published: publicAddress }),
]);
