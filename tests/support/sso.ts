import type { z } from "zod";
import { prisma } from "@/lib/db/client";
import { askOrg } from "@/lib/db/enter-org";
import { beginSso, finishSso } from "@/lib/sso/arrive";
import { tryAndSaveSso } from "@/lib/sso/commands";
import type { saveSsoInput } from "@/lib/sso/input";
import { viewSso } from "@/lib/sso/queries";
import { anOrg } from "@/tests/support/an-org";
import { anIdentityProvider, type IdentityProvider, throughProvider } from "@/tests/support/identity-provider";

export const theClient = { id: "twofeet", secret: "a secret of the company and its provider" };

/** Real providers, and a server that may ask them although they stand on this machine. Before anything asks for settings. */
export async function startProviders(count: number) {
  const providers = await Promise.all(Array.from({ length: count }, () => anIdentityProvider(theClient)));
  process.env.SSO_INSIDE = providers.map(({ issuer }) => new URL(issuer).host).join(",");
  return providers;
}

/** A fresh company that signs its people in with this provider. */
export async function aCompany(provider: IdentityProvider, given: Partial<z.input<typeof saveSsoInput>> = {}) {
  const org = await anOrg();
  const plain = { pinClaim: "", pinValue: "", ownerClaim: "groups", ownerValue: "twofeet-owners" };
  const settings = { issuer: provider.issuer, clientId: theClient.id, clientSecret: theClient.secret, ...plain };
  await tryAndSaveSso(org.owner, { ...settings, ...given });
  const { door } = await askOrg(viewSso, org.owner, undefined);
  const back = `http://localhost:3999/sso/${door}/back`;
  return {
    ...org,
    door,
    back,
    settings,
    begin: () => beginSso(door, back, "/next"),
    /** Somebody signs in with the company, all the way. */
    async signIn(person: { sub: string; [claim: string]: unknown }, before: string | null = null) {
      provider.person = person;
      const { address, ticket } = await beginSso(door, back, "/next");
      const at = await throughProvider(address, back);
      return finishSso(door, { ticket, at, before });
    },
  };
}

export const aSubject = () => `sub-${crypto.randomUUID()}`;

export const seatOf = async (orgId: string, userId: string) => {
  const [seat] = await prisma().$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('app.org_id', ${orgId}, true)`;
    return tx.orgMember.findMany({ where: { userId } });
  });
  return seat;
};
