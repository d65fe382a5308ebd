import type { z } from "zod";
import { orgCommand } from "@/lib/db/enter-org";
import { command } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { inviteToEventInput, inviteToOrgInput, revokeInput } from "@/lib/invitation/input";
import { newLetterToken } from "@/lib/invitation/token";
import { readDomain, readMailbox } from "@/lib/member/mailbox";

/**
 * Makes an invitation to the event. Answers its token, which is nowhere afterwards but with whoever got it, and the
 * address it is bound to. Refuses with `bad-email`, `bad-domain`, `domain-lookalike`.
 */
export const inviteToEvent = command({
  atLeast: "host",
  input: inviteToEventInput,
  async run({ tx, event, member, record }, input) {
    const { token, ...row } = invitation(input);
    const data = { ...row, eventId: event.id, madeById: member.id };
    const { id } = await tx.invitation.create({ data });
    record("invitation.made", id);
    return { token, email: row.email };
  },
});

/** Takes an invitation back; who came by it stays. Refuses with `not-found`. */
export const revokeInvitation = command({
  atLeast: "host",
  input: revokeInput,
  async run({ tx, record }, { id }) {
    const { count } = await tx.invitation.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw new Refused("not-found");
    record("invitation.revoked", id);
  },
});

/** The same for an org. */
export const inviteToOrg = orgCommand({
  atLeast: "owner",
  input: inviteToOrgInput,
  async run({ tx, org, member, record }, input) {
    const { token, ...row } = invitation(input);
    const { id } = await tx.orgInvitation.create({ data: { ...row, orgId: org.id, madeById: member.id } });
    record("invitation.made", id);
    return { token, email: row.email };
  },
});

export const revokeOrgInvitation = orgCommand({
  atLeast: "owner",
  input: revokeInput,
  async run({ tx, record }, { id }) {
    const data = { revokedAt: new Date() };
    const { count } = await tx.orgInvitation.updateMany({ where: { id, revokedAt: null }, data });
    if (count === 0) throw new Refused("not-found");
    record("invitation.revoked", id);
  },
});

type Wanted = z.output<typeof inviteToEventInput> | z.output<typeof inviteToOrgInput>;

function invitation<W extends Wanted>({ role, uses, days, boundTo }: W): Made<W["role"]> {
  const expiresAt = new Date(Date.now() + days * 24 * 60 * 60_000);
  const email = boundTo !== null && isMailbox(boundTo) ? atField(() => readMailbox(boundTo)) : null;
  const domain = boundTo !== null && email === null ? atField(() => readDomain(boundTo)) : null;
  // an address has one person behind it
  return { role, uses: email ? 1 : uses, expiresAt, email, domain, ...newLetterToken() };
}

type Made<R> = ReturnType<typeof newLetterToken> & {
  role: R;
  uses: number;
  expiresAt: Date;
  email: string | null;
  domain: string | null;
};

/** `@harbour.example` is a domain, `ann@harbour.example` a mailbox. */
const isMailbox = (typed: string) => typed.normalize("NFKC").trim().lastIndexOf("@") > 0;

function atField<T>(read: () => T) {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refused) throw new Refused(error.reason, { boundTo: [error.reason] });
    throw error;
  }
}
