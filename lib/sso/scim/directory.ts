import type { CompanyScope } from "@/lib/db/enter-sso";
import { Refused } from "@/lib/errors";
import { newAccount } from "@/lib/sso/account";
import type { ScimUserInput, Wanted } from "@/lib/sso/scim/input";
import { type Person, peopleOf } from "@/lib/sso/scim/people";

/** Refuses with `not-found`. */
export async function personAt(scope: CompanyScope, id: string): Promise<Person> {
  const [person] = await peopleOf(scope, { filter: { attribute: "id", value: id } });
  if (!person) throw new Refused("not-found");
  return person;
}

/**
 * Somebody the directory announces: an account that waits for them to sign in with the company, or the one that they
 * had before they left. Refuses with `scim-taken`.
 */
export async function announce(scope: CompanyScope, given: ScimUserInput) {
  const { tx, org, record } = scope;
  const [taken] = await peopleOf(scope, { filter: { attribute: "username", value: given.userName } });
  if (taken) throw new Refused("scim-taken");
  const name = nameOf(given) ?? given.userName.split("@")[0] ?? given.userName;
  const userId =
    (await returning(scope, given)) ?? (await newAccount(scope, { name, login: given.userName.toLowerCase() }));
  const seat = await tx.orgMember.create({ data: { orgId: org.id, userId, name: name.slice(0, 60) } });
  record("member.announced", seat.id);
  return change(scope, await personAt(scope, seat.id), given);
}

/** A company account of that name whose owner was shown out: the directory takes them back. */
async function returning({ tx, org }: CompanyScope, { userName }: ScimUserInput) {
  const where = { orgId: org.id, user: { companyId: org.id, workEmail: userName.toLowerCase() } };
  const removal = await tx.orgRemoval.findFirst({ where });
  if (removal) await tx.orgRemoval.deleteMany({ where: { userId: removal.userId } });
  return removal?.userId;
}

/** Makes a person what the directory says. Refuses with `scim-taken`. */
export async function change(scope: CompanyScope, person: Person, given: Wanted) {
  const { tx, org } = scope;
  const name = nameOf(given)?.slice(0, 60);
  const at = { orgId: org.id, memberId: person.id };
  if (name) await tx.orgMember.update({ where: { orgId_id: { orgId: org.id, id: person.id } }, data: { name } });
  if (given.userName !== undefined || given.externalId !== undefined) {
    const userName = given.userName ?? person.user_name;
    const [other] = await peopleOf(scope, { filter: { attribute: "username", value: userName } });
    if (other && other.id !== person.id) throw new Refused("scim-taken");
    const data = { userName, externalId: given.externalId === undefined ? person.external_id : given.externalId };
    await tx.scimUser.upsert({ where: { orgId_memberId: at }, create: { ...at, ...data }, update: data });
  }
  if (given.active !== undefined && given.active !== person.active) await setActive(scope, person, given.active);
  return personAt(scope, person.id);
}

/**
 * Switched off, somebody counts for nobody in the company and its events from this commit on: sessions of the
 * company's account end, and every socket that hears what is not for everybody is looked at within a second.
 */
async function setActive(scope: CompanyScope, { id, user_id: userId }: Person, active: boolean) {
  const { tx, org, record } = scope;
  if (active) await tx.orgBar.deleteMany({ where: { userId } });
  else {
    await tx.orgBar.createMany({ data: [{ orgId: org.id, userId }], skipDuplicates: true });
    await endSessionsOfCompany(scope, userId);
  }
  record(active ? "member.let-back" : "member.switched-off", id);
}

/** For good: out of the company and of all its events. What they wrote stays, with a member who is nobody any more. */
export async function showOut(scope: CompanyScope, { id, user_id: userId }: Person) {
  await scope.tx.$executeRaw`select show_out_of_org(${id}::uuid)`;
  await endSessionsOfCompany(scope, userId);
  scope.record("member.removed", id);
}

// somebody's own account is theirs: the company closes its own doors to it, and no others
const endSessionsOfCompany = ({ tx, org }: CompanyScope, userId: string) =>
  tx.session.deleteMany({ where: { userId, user: { companyId: org.id } } });

function nameOf({ displayName, name }: Wanted) {
  const whole = [name?.givenName, name?.familyName].filter(Boolean).join(" ");
  return displayName || name?.formatted || whole || undefined;
}
