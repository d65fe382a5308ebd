import { expect, test } from "vitest";
import { prisma } from "@/lib/db/client";
import { askOrg, enterOrg, performInOrg } from "@/lib/db/enter-org";
import { letterFor, redeemLetter } from "@/lib/db/letter";
import { ask, perform } from "@/lib/db/perform";
import { inviteToEvent, inviteToOrg, revokeInvitation } from "@/lib/invitation/commands";
import { letterInput } from "@/lib/invitation/input";
import { viewInvitations, viewOrgInvitations } from "@/lib/invitation/queries";
import { hashLetterToken } from "@/lib/invitation/token";
import { removeMember } from "@/lib/member/commands";
import { removeFromOrg } from "@/lib/org/commands/members";
import { anEvent, aUser } from "@/tests/support/an-event";
import { anAddress, anOrg } from "@/tests/support/an-org";

const aPrivateDay = () => anEvent({ visibility: "private", name: "Quiet Harbour" });
const redeem = (token: string, userId: string | null, name = "Nora New") =>
  redeemLetter(hashLetterToken(token), userId, name);
const open = (token: string, userId: string | null) => letterFor(hashLetterToken(token), userId);

test("an invitation opens a private event once, and the database holds only its hash", async () => {
  const event = await aPrivateDay();
  const { token } = await perform(inviteToEvent, event.host, {});
  expect(token).toMatch(/^[\w-]{22}$/);
  const [first, second] = [await aUser(anAddress()), await aUser(anAddress())];

  expect(await open(token, first)).toMatchObject({
    kind: "event",
    verdict: "ok",
    name: "Quiet Harbour",
    slug: event.slug,
  });
  expect(await redeem(token, first)).toEqual({ kind: "event", verdict: "ok", slug: event.slug });
  expect(await redeem(token, second)).toBeNull();
  expect(await open(token, second)).toBeNull();

  const [row] = await ask(viewInvitations, event.host, undefined);
  expect(row).toMatchObject({ used: 1, uses: 1, state: "used-up" });
  expect(JSON.stringify(row)).not.toContain(token);
  const kinds = await prisma().$transaction(async (tx) => {
    await tx.$executeRaw`select enter_event(${event.slug}, ${first}::uuid)`;
    return (await tx.change.findMany({ select: { kind: true } })).map(({ kind }) => kind);
  });
  expect(kinds).toContain("member.joined");
});

test("of an invitation for three, ten who come at once are three", async () => {
  const event = await aPrivateDay();
  const { token } = await perform(inviteToEvent, event.host, { uses: 3 });
  const people = await Promise.all(Array.from({ length: 10 }, () => aUser(anAddress())));
  const outcomes = await Promise.all(people.map((userId) => redeem(token, userId)));
  expect(outcomes.filter((outcome) => outcome?.verdict === "ok")).toHaveLength(3);
});

test("whoever is in already uses nothing up, and comes in once by two letters", async () => {
  const event = await aPrivateDay();
  const { token } = await perform(inviteToEvent, event.host, { uses: 2 });
  const userId = await aUser(anAddress());
  await redeem(token, userId);
  expect(await redeem(token, userId)).toMatchObject({ verdict: "member", slug: event.slug });
  expect(await ask(viewInvitations, event.host, undefined)).toMatchObject([{ used: 1, state: "open" }]);
});

test("a guest or a stranger is told to confirm an address and nothing of what it opens", async () => {
  const { token } = await perform(inviteToEvent, (await aPrivateDay()).host, {});
  const hidden = { verdict: "confirm-email-first", name: null, slug: null };
  for (const userId of [null, await aUser()]) {
    expect(await open(token, userId)).toMatchObject(hidden);
    expect(await redeem(token, userId)).toMatchObject({ verdict: "confirm-email-first", slug: null });
  }
});

test("a bound invitation opens for its address or its domain exactly, and tells others nothing of what it opens", async () => {
  const event = await aPrivateDay();
  const cases = [
    { boundTo: "Ann@Quay.example", opens: ["ann@quay.example"], shuts: ["bob@quay.example", "ann@quay.example.org"] },
    {
      boundTo: "@quay.example",
      opens: ["cee@quay.example"],
      shuts: ["x@sub.quay.example", "x@notquay.example", "x@quay.example.org"],
    },
  ];
  for (const { boundTo, opens, shuts } of cases) {
    const { token } = await perform(inviteToEvent, event.host, { boundTo, uses: 5 });
    for (const email of shuts) {
      const userId = await aUser(email.replace("@", `+${crypto.randomUUID()}@`));
      expect(await open(token, userId)).toMatchObject({ verdict: "not-for-you", name: null, slug: null });
      expect(await redeem(token, userId)).toMatchObject({ verdict: "not-for-you", slug: null });
    }
    for (const email of opens) {
      await prisma().user.deleteMany({ where: { email } });
      expect(await redeem(token, await aUser(email))).toMatchObject({ verdict: "ok" });
    }
  }
});

test("an address that nobody confirmed is no proof", async () => {
  const { token } = await perform(inviteToEvent, (await aPrivateDay()).host, { boundTo: "@quay.example" });
  const { id } = await prisma().user.create({ data: { email: anAddress("quay.example") } });
  expect(await open(token, id)).toMatchObject({ verdict: "confirm-email-first" });
});

test("what was taken back or is over opens nothing, like what never was", async () => {
  const event = await aPrivateDay();
  const userId = await aUser(anAddress());
  const { token } = await perform(inviteToEvent, event.host, {});
  const [listed] = await ask(viewInvitations, event.host, undefined);
  await perform(revokeInvitation, event.host, { id: listed?.id ?? "" });
  expect(await redeem(token, userId)).toBeNull();
  await expect(perform(revokeInvitation, event.host, { id: listed?.id ?? "" })).rejects.toThrow("not-found");

  const other = await anOrg();
  const made = await performInOrg(inviteToOrg, other.owner, {});
  await enterOrg(other.owner, "owner", ({ tx }) =>
    tx.orgInvitation.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } }),
  );
  expect(await open(made.token, userId)).toBeNull();
  expect(await redeem("A".repeat(22), userId)).toBeNull();
});

test("nobody who was shown out comes back by an invitation, neither of the event nor of its org", async () => {
  const event = await aPrivateDay();
  const person = await event.as("participant");
  await prisma().user.update({ where: { id: person.userId }, data: { email: anAddress(), emailVerified: new Date() } });
  await perform(removeMember, event.host, { id: person.memberId });
  const { token } = await perform(inviteToEvent, event.host, { uses: 5 });
  expect(await open(token, person.userId)).toBeNull();
  expect(await redeem(token, person.userId)).toBeNull();

  const org = await anOrg();
  const member = await org.as();
  await performInOrg(removeFromOrg, org.owner, { id: member.memberId });
  const letter = await performInOrg(inviteToOrg, org.owner, { uses: 5 });
  expect(await redeem(letter.token, member.userId)).toBeNull();
});

test("an invitation into a company makes a member with its role", async () => {
  const org = await anOrg();
  const { token } = await performInOrg(inviteToOrg, org.owner, { role: "owner" });
  const person = await org.asStranger();
  expect(await redeem(token, person.userId)).toEqual({ kind: "org", verdict: "ok", slug: org.slug });
  expect(await askOrg(viewOrgInvitations, person, undefined)).toMatchObject([{ role: "owner", state: "used-up" }]);
});

test.each([
  ["bad-email", "a＠b@c.example"],
  ["bad-domain", "harbour"],
  ["bad-domain", "@192.168.0.1"],
  ["domain-lookalike", "@hаrbour.example"], // a Cyrillic а
  ["domain-lookalike", "@аррӏе.example"], // all Cyrillic
])("refuses %s for %s", async (reason, boundTo) => {
  const { host } = await aPrivateDay();
  await expect(perform(inviteToEvent, host, { boundTo })).rejects.toMatchObject({
    reason,
    fields: { boundTo: [reason] },
  });
});

test("a letter is read from its whole link or from its token", () => {
  const token = "abcdefghijklmnopqrstuv";
  expect(letterInput.parse(` https://day.example/invitation#t=${token} `)).toBe(token);
  expect(letterInput.safeParse("abc").success).toBe(false);
});

test("what a company's own sign-in calls somebody counts in that company only", async () => {
  const org = await anOrg();
  const data = { companyId: org.id, workEmail: `nora-${crypto.randomUUID()}@quay.example`, emailVerified: new Date() };
  const { id } = await prisma().user.create({ data });
  const ours = await performInOrg(inviteToOrg, org.owner, { boundTo: "@quay.example" });
  const theirs = await performInOrg(inviteToOrg, (await anOrg()).owner, { boundTo: "@quay.example" });
  const nobodys = await perform(inviteToEvent, (await aPrivateDay()).host, {});
  expect(await redeem(ours.token, id)).toMatchObject({ verdict: "ok", slug: org.slug });
  for (const { token } of [theirs, nobodys])
    expect(await redeem(token, id)).toMatchObject({ verdict: "confirm-email-first", slug: null });
});

test("where a company insists on its own sign-in, a letter opens it to no other account", async () => {
  const org = await anOrg();
  const { token } = await performInOrg(inviteToOrg, org.owner, {});
  await enterOrg(org.owner, "owner", ({ tx }) =>
    tx.orgSso.create({
      data: {
        orgId: org.id,
        door: crypto.randomUUID().replaceAll("-", "").slice(0, 22),
        issuer: "https://login.example",
        clientId: "x",
        clientSecret: "x",
        forcedAt: new Date(),
      },
    }),
  );
  const person = await org.asStranger();
  expect(await open(token, person.userId)).toMatchObject({ verdict: "not-for-you", name: null, slug: null });
  expect(await redeem(token, person.userId)).toMatchObject({ verdict: "not-for-you", slug: null });
});
