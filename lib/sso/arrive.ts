import { type CompanyScope, enterCompany } from "@/lib/db/enter-sso";
import { hashToken, newToken } from "@/lib/db/session";
import { Refused } from "@/lib/errors";
import { admitPerson } from "@/lib/sso/account";
import { arriveFrom, beginAt } from "@/lib/sso/provider";
import { unseal } from "@/lib/sso/sealed-secret";

const patienceMs = 10 * 60_000;

/** Whose sign-in begins here is not said: whoever came by a link that was passed on is told of no company. */
export const checkDoor = (door: string) => enterCompany({ door }, async () => undefined);

/**
 * Begins a sign-in: where the browser goes, and the ticket that it has to come back with. `back` is the address it
 * comes back to, another one for each company. Refuses with `not-found` and `sso-unreachable`.
 */
export async function beginSso(door: string, back: string, next: string) {
  const provider = await enterCompany({ door }, settings);
  const { address, pending } = await beginAt(provider, back);
  const ticket = newToken();
  await enterCompany({ door }, async ({ tx, org }) => {
    await tx.ssoArrival.deleteMany({ where: { expires: { lt: new Date() } } });
    const expires = new Date(Date.now() + patienceMs);
    const { issuer } = provider;
    await tx.ssoArrival.create({
      data: { orgId: org.id, ticketHash: hashToken(ticket), issuer, next, expires, ...pending },
    });
  });
  return { address: address.href, ticket };
}

type Back = { ticket: string; at: URL /** Whom this browser belonged to so far. */; before: string | null };

/**
 * Ends a sign-in: who it is, and where they wanted to go. A ticket is good once, at the company that gave it out, for
 * ten minutes. Refuses with `sso-failed`, `sso-not-yours`, `sso-barred`, `sso-unreachable`, `not-found`.
 */
export async function finishSso(door: string, { ticket, at, before }: Back) {
  // committed before the provider is asked: the same code, ticket and state never get so far again
  const { pending, provider } = await enterCompany({ door }, (scope) => take(scope, ticket));
  if (!pending || !provider || pending.expires < new Date() || pending.issuer !== provider.issuer)
    throw new Refused("sso-failed");
  const claims = await arriveFrom(provider, at, pending);
  const { userId, home } = await enterCompany({ door }, async (scope) => {
    const sso = await scope.tx.orgSso.findUniqueOrThrow({ where: { orgId: scope.org.id } });
    if (sso.issuer !== provider.issuer) throw new Refused("sso-failed");
    return { userId: await admitPerson(scope, { claims, sso, before }), home: `/o/${scope.org.slug}` };
  });
  return { userId, next: pending.next === "/" ? home : pending.next };
}

async function take(scope: CompanyScope, ticket: string) {
  const { tx, org } = scope;
  const where = { orgId_ticketHash: { orgId: org.id, ticketHash: hashToken(ticket) } };
  const pending = await tx.ssoArrival.findUnique({ where });
  if (pending) await tx.ssoArrival.delete({ where });
  return { pending, provider: pending && (await settings(scope)) };
}

async function settings({ tx, org }: CompanyScope) {
  const { issuer, clientId, clientSecret } = await tx.orgSso.findUniqueOrThrow({ where: { orgId: org.id } });
  return { issuer, clientId, clientSecret: unseal(clientSecret, org.id) };
}
