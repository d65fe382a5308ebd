import { randomBytes } from "node:crypto";
import { withinOrg } from "@/lib/db/enter-org";
import { type OutsideCommand, outside } from "@/lib/db/outside";
import { Refused } from "@/lib/errors";
import { createOrgInput } from "@/lib/org/input";
import { addressOf } from "@/lib/org/rules";

/**
 * Makes an org; the maker becomes its owner. Answers its address, which nobody guesses: 40 bits of it are random.
 * Refuses with `confirm-email-first`.
 */
export const createOrg: OutsideCommand<typeof createOrgInput, string> = {
  input: createOrgInput,
  run: (userId, { name, ownerName }) =>
    outside(async (tx) => {
      const slug = addressOf(name, randomBytes(8));
      const [made] = await tx.$queryRaw<{ id: string; member_id: string }[]>`
        select * from found_org(${userId}::uuid, ${ownerName}, ${slug}, ${name})`;
      if (!made) throw new Refused("confirm-email-first");
      return withinOrg(tx, { ...made, role: "owner" }, userId, async ({ record }) => {
        record("org.created");
        return slug;
      });
    }),
};
