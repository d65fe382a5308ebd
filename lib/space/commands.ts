import { spaceCommand } from "@/lib/db/enter-space";
import { Refused } from "@/lib/errors";
import { grantInput, licenceInput, revokeInput } from "@/lib/space/input";
import { namesIn } from "@/lib/space/names";

/**
 * Gives a member of what the space belongs to a right in it. It ends with its day, and with the membership at the latest.
 * Refuses with `not-found` whoever is no member, and with `day-gone` a day that is over.
 */
export const grantRight = spaceCommand({
  atLeast: "owner",
  input: grantInput,
  async run({ tx, space }, { userId, role, until }) {
    const expiresAt = until === null ? null : new Date(`${until}T23:59:59.999Z`);
    if (expiresAt && expiresAt <= new Date()) throw new Refused("day-gone", { until: ["day-gone"] });
    if ((await namesIn({ tx, space }, [userId])).size === 0) throw new Refused("not-found");
    await tx.spaceMember.upsert({
      where: { spaceId_userId: { spaceId: space.id, userId } },
      create: { spaceId: space.id, userId, role, expiresAt },
      update: { role, expiresAt },
    });
  },
});

/** Takes the right beyond membership back. */
export const revokeRight = spaceCommand({
  atLeast: "owner",
  input: revokeInput,
  async run({ tx, space }, { userId }) {
    await tx.spaceMember.deleteMany({ where: { spaceId: space.id, userId } });
  },
});

/** What a new entry of this space is offered first; null: nothing. */
export const offerLicence = spaceCommand({
  atLeast: "owner",
  input: licenceInput,
  async run({ tx, space }, { licence }) {
    await tx.space.update({ where: { id: space.id }, data: { defaultLicence: licence } });
  },
});
