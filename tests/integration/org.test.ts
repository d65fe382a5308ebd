import { expect, test } from "vitest";
import { prisma } from "@/lib/db/client";
import { enter } from "@/lib/db/enter";
import { enterOrg } from "@/lib/db/enter-org";
import { performOutside } from "@/lib/db/outside";
import { createOrg } from "@/lib/org/commands/create-org";
import { anEvent, aUser } from "@/tests/support/an-event";
import { anOrg } from "@/tests/support/an-org";

test("whoever makes an org owns it, and the address cannot be guessed from the name", async () => {
  const org = await anOrg("Hafen & Söhne");
  expect(org.slug).toMatch(/^hafen-sohne-[a-z2-9]{8}$/);
  const seen = await enterOrg(org.owner, "owner", async ({ tx, member }) => ({
    member,
    changes: await tx.orgChange.findMany({ select: { kind: true, actorId: true } }),
  }));
  expect(seen.member.role).toBe("owner");
  expect(seen.changes).toEqual([{ kind: "org.created", actorId: seen.member.id }]);
});

test("without a confirmed address nobody makes an org", async () => {
  await expect(performOutside(createOrg, await aUser(), { name: "x", ownerName: "y" })).rejects.toThrow(
    "confirm-email-first",
  );
});

test("inside one org nothing of another is seen or written", async () => {
  const [ours, theirs] = [await anOrg(), await anOrg()];
  await enterOrg(ours.owner, "member", async ({ tx }) => {
    expect(await tx.org.findMany({ select: { slug: true } })).toEqual([{ slug: ours.slug }]);
    expect(await tx.orgMember.count()).toBe(1);
  });
  const data = { orgId: theirs.id, userId: ours.owner.userId, name: "Mallory" };
  await expect(enterOrg(ours.owner, "owner", ({ tx }) => tx.orgMember.create({ data }))).rejects.toThrow(
    /row-level security/,
  );
});

test("an event stays with its org", async () => {
  const [org, event] = [await anOrg(), await anEvent()];
  const where = { id: event.id };
  await expect(
    enter(event.host, "host", ({ tx }) => tx.event.update({ where, data: { orgId: org.id } })),
  ).rejects.toThrow(/stays with its org/);
});

test("who was removed from an event is nobody in it any more", async () => {
  const event = await anEvent({ visibility: "private" });
  const person = await event.as("facilitator");
  const before = await enter(event.host, "host", async ({ event }) => event.listenEpoch);
  const where = { eventId_id: { eventId: event.id, id: person.memberId } };
  await enter(event.host, "host", ({ tx }) => tx.member.update({ where, data: { userId: null } }));
  await expect(enter(person, "visitor", async () => "in")).rejects.toThrow("not-found");
  expect(await enter(event.host, "host", async ({ event }) => event.listenEpoch)).toBe(before + 1);
  expect(
    await prisma().$queryRaw`select slug from events_for(${person.userId}::uuid) where slug = ${event.slug}`,
  ).toEqual([]);
});
