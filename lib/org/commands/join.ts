import { orgCommand } from "@/lib/db/enter-org";
import { type OutsideCommand, outside } from "@/lib/db/outside";
import { Refused } from "@/lib/errors";
import { joinByDomainInput, joinDayInput } from "@/lib/org/input";

/** Comes to a day that is open to the whole company. Answers its address. Refuses with `not-found`. */
export const joinDay = orgCommand({
  atLeast: "member",
  input: joinDayInput,
  async run({ tx, member }, { slug }) {
    const [said] = await tx.$queryRaw<{ joined: boolean }[]>`
      select join_event_of_org(${slug}, ${member.userId}::uuid) as joined`;
    if (!said?.joined) throw new Refused("not-found");
    return slug;
  },
});

/** Becomes a member of a company by a confirmed mailbox at its domain. Answers its address. Refuses with `not-found`. */
export const joinByDomain: OutsideCommand<typeof joinByDomainInput, string> = {
  input: joinByDomainInput,
  run: (userId, { org, name }) =>
    outside(async (tx) => {
      const [said] = await tx.$queryRaw<{ joined: boolean }[]>`
        select join_org_by_domain(${org}, ${userId}::uuid, ${name}) as joined`;
      if (!said?.joined) throw new Refused("not-found");
      return org;
    }),
};
