import { randomBytes } from "node:crypto";
import { z } from "zod";
import { command } from "@/lib/db/perform";
import { hashToken } from "@/lib/db/session";
import { outsideReport } from "@/lib/outsider/rules";

const nothing = z.strictObject({});

/**
 * Calls a member of another company, one who is going to be removed and a participant, with a session each that ends
 * within ten minutes. They are nobody's, and `dismissOutsiders` takes them away with all that they were.
 */
export const callOutsiders = command({
  atLeast: "host",
  input: nothing,
  async run({ tx, record, oneAtATime }) {
    await oneAtATime("member");
    const tokens = ["elsewhere", "removed", "participant"].map(() => randomBytes(32).toString("base64url"));
    const people = await tx.$queryRaw<
      { user_id: string }[]
    >`select user_id from call_outsiders(${tokens.map(hashToken)})`;
    record("outsider.called");
    return people.map(({ user_id }, at) => ({ userId: user_id, token: tokens[at] ?? "" }));
  },
});

/** Removes one of those who were called, as a host removes anybody. */
export const showOutsiderOut = command({
  atLeast: "host",
  input: z.strictObject({ userId: z.uuid() }),
  async run({ tx }, { userId }) {
    await tx.$executeRaw`select show_outsider_out(${userId}::uuid)`;
  },
});

export const dismissOutsiders = command({
  atLeast: "host",
  input: nothing,
  async run({ tx, record, oneAtATime }) {
    await oneAtATime("member");
    await tx.$executeRaw`select dismiss_outsiders()`;
    record("outsider.dismissed");
  },
});

/** Keeps what they reached, in place of what was kept before. */
export const keepOutsideLook = command({
  atLeast: "host",
  input: outsideReport,
  async run({ tx, event }, report) {
    const look = { report, lookedAt: new Date() };
    const where = { eventId: event.id };
    await tx.outsiderLook.upsert({ where, create: { ...where, ...look }, update: look });
  },
});
