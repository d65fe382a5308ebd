import { z } from "zod";
import { askOrg, type OrgCaller, type OrgScope, orgCommand, orgQuery, performInOrg } from "@/lib/db/enter-org";
import { hashToken, newToken } from "@/lib/db/session";
import { Refused } from "@/lib/errors";
import { doorOf } from "@/lib/sso/door";
import { endTokenInput, forceSsoInput, letBackInput, makeTokenInput, saveSsoInput } from "@/lib/sso/input";
import { discover } from "@/lib/sso/provider";
import { seal, unseal } from "@/lib/sso/sealed-secret";

const viewSecret = orgQuery({
  atLeast: "owner",
  input: z.undefined(),
  run: async ({ tx, org }) => {
    const kept = await tx.orgSso.findUnique({ where: { orgId: org.id } });
    return kept && unseal(kept.clientSecret, org.id);
  },
});

/**
 * Keeps how the company's sign-in is reached, once the provider has answered there. Another issuer has to prove
 * itself anew: nobody is forced to it yet, and who came by the old one is signed out. Refuses with `sso-unreachable`.
 */
export const saveSso = orgCommand({
  atLeast: "owner",
  input: saveSsoInput,
  async run({ tx, org, member, record }, { clientSecret, ...given }) {
    const kept = await tx.orgSso.findUnique({ where: { orgId: org.id } });
    if (!kept && !clientSecret) throw new Refused("invalid-input", { clientSecret: ["too-small"] });
    const secret = clientSecret ? { clientSecret: seal(clientSecret, org.id) } : {};
    if (kept) {
      const moved = kept.issuer !== given.issuer;
      const data = { door: doorOf(org.id), ...given, ...secret, savedAt: new Date(), ...(moved && { forcedAt: null }) };
      await tx.orgSso.update({ where: { orgId: org.id }, data });
      if (moved)
        await tx.session.deleteMany({ where: { user: { companyId: org.id }, userId: { not: member.userId } } });
    } else {
      const data = { orgId: org.id, door: doorOf(org.id), ...given, clientSecret: seal(clientSecret, org.id) };
      await tx.orgSso.create({ data });
    }
    record("sso.saved");
  },
});

/** The whole of saving: asks the provider between two transactions, so that a slow one holds nothing up. */
export async function tryAndSaveSso(caller: OrgCaller, input: z.input<typeof saveSsoInput>) {
  const kept = await askOrg(viewSecret, caller, undefined);
  const given = saveSsoInput.safeParse(input);
  if (given.success) {
    const { issuer, clientId, clientSecret } = given.data;
    await discover({ issuer, clientId, clientSecret: clientSecret || kept || "" });
  }
  return performInOrg(saveSso, caller, input);
}

/**
 * Answers the door to come in by, and whether the one who forces it is out by that.
 * From now on only the company's sign-in opens what is the company's. Refuses with `sso-try-first` as long as no owner
 * has come that way: nobody would be left to let the others in.
 */
export const forceSso = orgCommand({
  atLeast: "owner",
  input: forceSsoInput,
  async run({ tx, org, member, record }, { forced }) {
    const sso = await tx.orgSso.findUnique({ where: { orgId: org.id } });
    if (!sso || (forced === "yes" && !(await hasOwnerBySso({ tx, org }, sso.issuer))))
      throw new Refused("sso-try-first");
    const forcedAt = forced === "yes" ? (sso.forcedAt ?? new Date()) : null;
    await tx.orgSso.update({ where: { orgId: org.id }, data: { forcedAt } });
    record(forced === "yes" ? "sso.forced" : "sso.left-open");
    const { companyId } = await tx.user.findUniqueOrThrow({ where: { id: member.userId } });
    return { door: sso.door, isOut: forced === "yes" && companyId !== org.id };
  },
});

async function hasOwnerBySso({ tx, org }: Pick<OrgScope, "tx" | "org">, issuer: string) {
  const owners = await tx.orgMember.findMany({ where: { role: "owner", user: { companyId: org.id } } });
  const userId = { in: owners.map((owner) => owner.userId) };
  return (await tx.orgIdentity.count({ where: { issuer, userId } })) > 0;
}

/** Makes a token for the company's directory and says it once: only its hash is kept. */
export const makeScimToken = orgCommand({
  atLeast: "owner",
  input: makeTokenInput,
  async run({ tx, org, record }, { label }) {
    const token = `twofeet_${newToken()}`;
    const made = await tx.scimToken.create({ data: { orgId: org.id, tokenHash: hashToken(token), label } });
    record("scim.token-made", made.id);
    return token;
  },
});

export const endScimToken = orgCommand({
  atLeast: "owner",
  input: endTokenInput,
  async run({ tx, record }, { id }) {
    const { count } = await tx.scimToken.deleteMany({ where: { id } });
    if (count === 0) throw new Refused("not-found");
    record("scim.token-ended", id);
  },
});

/** Lets somebody back whom the directory had switched off. */
export const letBack = orgCommand({
  atLeast: "owner",
  input: letBackInput,
  async run({ tx, record }, { userId }) {
    const { count } = await tx.orgBar.deleteMany({ where: { userId } });
    if (count === 0) throw new Refused("not-found");
    const seat = await tx.orgMember.findFirst({ where: { userId } });
    record("member.let-back", seat?.id ?? null);
  },
});
