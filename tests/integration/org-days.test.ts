import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { prisma } from "@/lib/db/client";
import { enter } from "@/lib/db/enter";
import { askOrg, performInOrg } from "@/lib/db/enter-org";
import { redeemLetter } from "@/lib/db/letter";
import { performOutside } from "@/lib/db/outside";
import { createEventOf } from "@/lib/event/commands";
import { hashLetterToken } from "@/lib/invitation/token";
import { addDomain, removeDomain, setDomainAdmits } from "@/lib/org/commands/domains";
import { joinByDomain, joinDay } from "@/lib/org/commands/join";
import { forgiveRemoval, removeFromOrg, setOrgRole } from "@/lib/org/commands/members";
import { listOrgs, viewDomains, viewOrg, viewOrgPeople } from "@/lib/org/queries";
import { anAddress, anOrg, type OrgPerson } from "@/tests/support/an-org";

const day = {
  name: "Quiet Harbour",
  zone: "Europe/Brussels",
  startsOn: "2027-03-04",
  endsOn: "2027-03-05",
  hostName: "Hedda Host",
  conductUrl: null,
  visibility: "private" as const,
  rooms: [],
  slots: [],
};
const aDay = (by: OrgPerson, more: object = {}) =>
  performOutside(createEventOf(by.org), by.userId, { ...day, ...more });
const listed = async (person: OrgPerson) => (await askOrg(viewOrg, person, undefined)).events.map(({ slug }) => slug);
const isIn = ({ userId }: OrgPerson, slug: string) =>
  enter({ slug, userId }, "participant", async () => true).catch(() => false);

test("a private day of a company has a random address, and only its members know of it", async () => {
  const org = await anOrg();
  const [host, other] = [await org.as(), await org.as()];
  const slug = await aDay(host);
  expect(slug).toMatch(/^[a-z2-9]{16}$/);
  expect(await listed(host)).toEqual([slug]);
  expect([await listed(other), await listed(org.owner)]).toEqual([[], []]);
  expect([await isIn(other, slug), await isIn(org.owner, slug)]).toEqual([false, false]);
  await expect(performInOrg(joinDay, other, { slug })).rejects.toThrow("not-found");
});

test("to a day that is open to the company every member comes, and nobody else", async () => {
  const [org, elsewhere] = [await anOrg(), await anOrg()];
  const slug = await aDay(await org.as(), { openToOrg: "on" });
  const person = await org.as("member", "Maud Member");
  expect(await listed(person)).toEqual([slug]);
  expect(await performInOrg(joinDay, person, { slug })).toBe(slug);
  expect(await performInOrg(joinDay, person, { slug })).toBe(slug);
  expect(await isIn(person, slug)).toBe(true);
  await expect(performInOrg(joinDay, elsewhere.owner, { slug })).rejects.toThrow("not-found");
});

test("whoever is no member of a company makes no day there", async () => {
  const [org, elsewhere] = [await anOrg(), await anOrg()];
  await expect(aDay({ ...elsewhere.owner, org: org.slug })).rejects.toThrow("not-found");
});

test("who is removed from a company is out of all its days at once, and of no others", async () => {
  const [org, elsewhere] = [await anOrg(), await anOrg()];
  const person = await org.as();
  const [ours, open] = [await aDay(person), await aDay(await org.as(), { openToOrg: "on" })];
  await performInOrg(joinDay, person, { slug: open });
  await performInOrg(removeFromOrg, org.owner, { id: person.memberId });

  expect([await isIn(person, ours), await isIn(person, open)]).toEqual([false, false]);
  await expect(askOrg(viewOrg, person, undefined)).rejects.toThrow("not-found");
  const { removed, people } = await askOrg(viewOrgPeople, org.owner, { sought: "some" });
  expect(removed).toMatchObject([{ userId: person.userId }]);
  expect(people.some(({ id }) => id === person.memberId)).toBe(false);
  await expect(performInOrg(removeFromOrg, elsewhere.owner, { id: person.memberId })).rejects.toThrow("not-found");

  await performInOrg(forgiveRemoval, org.owner, { userId: person.userId });
  expect((await askOrg(viewOrgPeople, org.owner, undefined)).removed).toEqual([]);
});

test("a company keeps an owner: two who remove each other at once are one", async () => {
  await Promise.all(Array.from({ length: 8 }, removeEachOther));
});

async function removeEachOther() {
  const org = await anOrg();
  const other = await org.as("owner");
  const { people } = await askOrg(viewOrgPeople, org.owner, undefined);
  const mine = people.find(({ isMe }) => isMe)?.id ?? "";
  const both = await Promise.allSettled([
    performInOrg(removeFromOrg, org.owner, { id: other.memberId }),
    performInOrg(setOrgRole, other, { id: mine, role: "member" }),
  ]);
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
}

test("a domain counts once its keeper answered, and admits when the owners say so", async () => {
  const org = await anOrg();
  const domain = `${crypto.randomUUID()}.example`;
  const { token, to } = await performInOrg(addDomain, org.owner, { domain: `@${domain.toUpperCase()}` });
  expect(to).toBe(`postmaster@${domain}`);
  const person = await org.asStranger(anAddress(domain));
  const near = await org.asStranger(anAddress(`sub.${domain}`));
  const id = (await askOrg(viewDomains, org.owner, undefined)).domains[0]?.id ?? "";
  const joining = (userId: string) => performOutside(joinByDomain, userId, { org: org.slug, name: "Dom" });

  await expect(performInOrg(setDomainAdmits, org.owner, { id, admits: "on" })).rejects.toThrow("not-found");
  expect(await redeemLetter(hashLetterToken(token), null, "")).toEqual({ kind: "domain", verdict: "ok", slug: domain });
  expect(await redeemLetter(hashLetterToken(token), null, "")).toBeNull();
  expect((await listOrgs(person.userId)).open).toEqual([]);
  await expect(joining(person.userId)).rejects.toThrow("not-found");

  await performInOrg(setDomainAdmits, org.owner, { id, admits: "on" });
  expect((await listOrgs(person.userId)).open).toMatchObject([{ slug: org.slug }]);
  expect((await listOrgs(near.userId)).open).toEqual([]);
  await expect(joining(near.userId)).rejects.toThrow("not-found");
  expect(await joining(person.userId)).toBe(org.slug);
  expect((await askOrg(viewOrg, person, undefined)).role).toBe("member");
  await expect(performInOrg(addDomain, org.owner, { domain })).rejects.toThrow("domain-proved");

  await performInOrg(removeDomain, org.owner, { id });
  const late = await org.asStranger(anAddress(domain));
  await expect(joining(late.userId)).rejects.toThrow("not-found");
});

test("a member who was shown out does not come back by the domain", async () => {
  const org = await anOrg();
  const domain = `${crypto.randomUUID()}.example`;
  const { token } = await performInOrg(addDomain, org.owner, { domain });
  await redeemLetter(hashLetterToken(token), null, "");
  const { domains } = await askOrg(viewDomains, org.owner, undefined);
  await performInOrg(setDomainAdmits, org.owner, { id: domains[0]?.id ?? "", admits: "on" });
  const person = await org.as("member", "Back", anAddress(domain));
  await performInOrg(removeFromOrg, org.owner, { id: person.memberId });
  expect((await listOrgs(person.userId)).open).toEqual([]);
});

test("asking once more for a domain makes the first mail worthless", async () => {
  const org = await anOrg();
  const domain = `${crypto.randomUUID()}.example`;
  const first = await performInOrg(addDomain, org.owner, { domain });
  const second = await performInOrg(addDomain, org.owner, { domain, mailbox: "hostmaster" });
  expect(await redeemLetter(hashLetterToken(first.token), null, "")).toBeNull();
  expect(second.to).toBe(`hostmaster@${domain}`);
  expect(await prisma().$queryRaw`select 1 from org_domain`).toEqual([]);
});

test("a removal from the company waits for what its person is just writing, and nothing is written after it", async () => {
  const org = await anOrg();
  const person = await org.as();
  const slug = await aDay(person, { openToOrg: "on" });
  const order: string[] = [];
  const [entered, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const writing = enter(
    { slug, userId: person.userId },
    "participant",
    async ({ tx, event }) => {
      entered.resolve();
      await go.promise;
      await tx.room.create({ data: { eventId: event.id, name: "Late" } });
      order.push("written");
    },
    "together",
  );
  await entered.promise;
  const removing = performInOrg(removeFromOrg, org.owner, { id: person.memberId }).then(() => order.push("removed"));
  await pause(300);
  go.resolve();
  await Promise.all([writing, removing]);
  expect(order).toEqual(["written", "removed"]);
  expect(await isIn(person, slug)).toBe(false);
});
