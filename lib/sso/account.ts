import type { OrgSso } from "@/generated/prisma/client";
import type { CompanyScope } from "@/lib/db/enter-sso";
import { Refused } from "@/lib/errors";
import type { Claims } from "@/lib/sso/provider";
import { checkPin, personSaid, roleSaid } from "@/lib/sso/rules";

type Who = { claims: Claims; sso: OrgSso /** Whom this browser belonged to so far. */; before: string | null };

/**
 * The account of whoever the provider means. It is the company's: made for this issuer and subject, and opened by
 * nothing but the company's sign-in, so that no provider ever opens an account that somebody has otherwise.
 * Refuses with `sso-not-yours` and `sso-barred`.
 */
export async function admitPerson(scope: CompanyScope, { claims, sso, before }: Who) {
  checkPin(claims, sso);
  const said = personSaid(claims);
  const { tx, org } = scope;
  const at = { orgId: org.id, issuer: claims.iss, subject: claims.sub };
  const known = await tx.orgIdentity.findUnique({ where: { orgId_issuer_subject: at } });
  const userId =
    known?.userId ?? (await foreseen(scope, claims, said.verifiedEmail)) ?? (await newAccount(scope, said));
  await checkWelcome(scope, userId);
  const where = { orgId_issuer_subject: at };
  await tx.orgIdentity.upsert({ where, create: { ...at, userId }, update: { lastAt: new Date() } });
  if (before && said.verifiedEmail)
    await tx.$executeRaw`select carry_into_company(${before}::uuid, ${userId}::uuid, ${said.verifiedEmail})`;
  await takeSeat(scope, userId, said.name, roleSaid(claims, sso));
  return userId;
}

type Said = ReturnType<typeof personSaid>;

/**
 * An account that the company's directory has made ahead, or one from before the company changed its provider. Never
 * one that this issuer has given to somebody already: mailboxes are handed on, subjects are not.
 */
async function foreseen({ tx, org }: CompanyScope, { iss, sub }: Claims, verifiedEmail: string | null) {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    select u.id from "user" u join org_member m on m.org_id = ${org.id}::uuid and m.user_id = u.id
      left join scim_user s on s.org_id = m.org_id and s.member_id = m.id
     where u.company_id = m.org_id
       and not exists (select from org_identity i where i.org_id = m.org_id and i.user_id = u.id and i.issuer = ${iss})
       and (s.external_id = ${sub} or u.work_email = ${verifiedEmail})
     order by s.external_id = ${sub} desc nulls last limit 1`;
  return row?.id;
}

export async function newAccount({ tx, org }: CompanyScope, { name, login }: Pick<Said, "name" | "login">) {
  const data = { name, workEmail: login, companyId: org.id, emailVerified: new Date() };
  return (await tx.user.create({ data })).id;
}

async function checkWelcome({ tx, org }: CompanyScope, userId: string) {
  const where = { orgId_userId: { orgId: org.id, userId } };
  const out = (await tx.orgBar.findUnique({ where })) ?? (await tx.orgRemoval.findUnique({ where }));
  if (out) throw new Refused("sso-barred");
}

/** A member from now on. What the provider says of owners holds from each sign-in; the last owner stays one. */
async function takeSeat({ tx, org, record }: CompanyScope, userId: string, name: string, role: Role | null) {
  const seat = await tx.orgMember.findUnique({ where: { orgId_userId: { orgId: org.id, userId } } });
  if (!seat) {
    const data = { orgId: org.id, userId, name, role: role ?? ("member" as const) };
    record("member.joined", (await tx.orgMember.create({ data })).id);
    return;
  }
  record("member.signed-in", seat.id);
  if (!role || role === seat.role) return;
  const others = await tx.orgMember.count({ where: { role: "owner", id: { not: seat.id } } });
  if (role === "member" && others === 0) return;
  await tx.orgMember.update({ where: { orgId_id: { orgId: org.id, id: seat.id } }, data: { role } });
  record("member.role-changed", seat.id);
}

type Role = "member" | "owner";
