import { orgCommand } from "@/lib/db/enter-org";
import { Refused } from "@/lib/errors";
import { newLetterToken } from "@/lib/invitation/token";
import { readDomain } from "@/lib/member/mailbox";
import { addDomainInput, domainAdmitsInput, domainInput } from "@/lib/org/input";

const daysToProve = 3;

/**
 * Claims a domain, or claims it once more; it counts when the mail to its keeper was answered. Answers that mailbox and
 * the token for it. Refuses with `bad-domain`, `domain-lookalike`, `domain-proved`.
 */
export const addDomain = orgCommand({
  atLeast: "owner",
  input: addDomainInput,
  async run({ tx, org, record, oneAtATime }, { domain: typed, mailbox }) {
    await oneAtATime("domain");
    const domain = readDomain(typed);
    const where = { orgId_domain: { orgId: org.id, domain } };
    if ((await tx.orgDomain.findUnique({ where }))?.provedAt) throw new Refused("domain-proved");
    const { token, tokenHash } = newLetterToken();
    const expiresAt = new Date(Date.now() + daysToProve * 24 * 60 * 60_000);
    const asked = { mailbox, tokenHash, expiresAt };
    const { id } = await tx.orgDomain.upsert({ where, create: { orgId: org.id, domain, ...asked }, update: asked });
    record("domain.claimed", id);
    return { token, to: `${mailbox}@${domain}` };
  },
});

/** Says whether people at a proved domain come in without an invitation. Refuses with `not-found`. */
export const setDomainAdmits = orgCommand({
  atLeast: "owner",
  input: domainAdmitsInput,
  async run({ tx, record }, { id, admits }) {
    const { count } = await tx.orgDomain.updateMany({ where: { id, provedAt: { not: null } }, data: { admits } });
    if (count === 0) throw new Refused("not-found");
    record(admits ? "domain.opened" : "domain.closed", id);
  },
});

/** Gives a domain up; members stay. Refuses with `not-found`. */
export const removeDomain = orgCommand({
  atLeast: "owner",
  input: domainInput,
  async run({ tx, record }, { id }) {
    const { count } = await tx.orgDomain.deleteMany({ where: { id } });
    if (count === 0) throw new Refused("not-found");
    record("domain.removed", id);
  },
});
