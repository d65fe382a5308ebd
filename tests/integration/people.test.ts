import { expect, test } from "vitest";
import { prisma } from "@/lib/db/client";
import { enter } from "@/lib/db/enter";
import { ask, perform } from "@/lib/db/perform";
import { readmitMember, removeMember, setRole } from "@/lib/member/commands";
import { viewPeople } from "@/lib/member/queries";
import { mostFound } from "@/lib/member/rules";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent } from "@/tests/support/an-event";

const joinEvent = (slug: string, code: string, userId: string) =>
  prisma().$queryRaw<{ outcome: string }[]>`
    select outcome from join_event(${slug}, ${code}, ${userId}::uuid, 'Again', 'x', now())`;

test("whoever is removed is a stranger at once, and what they wrote stays without a convener", async () => {
  const event = await anEvent({ visibility: "private" });
  const person = await event.as("participant", "Remo Ved");
  const topicId = await perform(pitchTopic, person, { title: "Blameless reviews", pitch: "" });
  await perform(removeMember, event.host, { id: person.memberId });

  await expect(enter(person, "visitor", async () => "in")).rejects.toThrow("not-found");
  const topic = await enter(event.host, "host", ({ tx }) => tx.topic.findFirst({ where: { id: String(topicId) } }));
  expect(topic).toMatchObject({ title: "Blameless reviews", convenerId: null });
  const { people, removed } = await ask(viewPeople, event.host, undefined);
  expect(people.map(({ name }) => name)).toEqual(["Hedda Host"]);
  expect(removed).toMatchObject([{ id: person.memberId, name: "Remo Ved" }]);
});

test("of a public event too the code opens nothing to whoever was removed", async () => {
  const event = await anEvent();
  const person = await event.as("participant");
  await perform(removeMember, event.host, { id: person.memberId });
  expect(await joinEvent(event.slug, event.code, person.userId)).toEqual([{ outcome: "not-found" }]);
});

test("a removal that is taken back gives the same member back", async () => {
  const event = await anEvent({ visibility: "private" });
  const person = await event.as("facilitator");
  await perform(removeMember, event.host, { id: person.memberId });
  await perform(readmitMember, event.host, { id: person.memberId });
  expect(await enter(person, "participant", async ({ member }) => member)).toEqual({
    id: person.memberId,
    role: "participant",
  });
  await expect(perform(readmitMember, event.host, { id: person.memberId })).rejects.toThrow("not-found");
});

test("an event keeps a host: two who remove each other at once are one", async () => {
  await Promise.all(Array.from({ length: 8 }, removeEachOther));
});

async function removeEachOther() {
  const event = await anEvent();
  const other = await event.as("host");
  const { people } = await ask(viewPeople, event.host, undefined);
  const mine = people.find(({ isMe }) => isMe)?.id ?? "";
  const both = await Promise.allSettled([
    perform(removeMember, event.host, { id: other.memberId }),
    perform(removeMember, other, { id: mine }),
  ]);
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const hosts = await prisma().$transaction(async (tx) => {
    await tx.$executeRaw`select enter_event(${event.slug}, null::uuid)`;
    return tx.member.count({ where: { role: "host", userId: { not: null } } });
  });
  expect(hosts).toBe(1);
}

test("the only host neither goes nor steps down", async () => {
  const event = await anEvent();
  const { people } = await ask(viewPeople, event.host, undefined);
  const id = people[0]?.id ?? "";
  await expect(perform(removeMember, event.host, { id })).rejects.toThrow("last-host");
  await expect(perform(setRole, event.host, { id, role: "participant" })).rejects.toThrow("last-host");
});

test("a role holds from the next request on", async () => {
  const event = await anEvent();
  const person = await event.as("participant");
  await perform(setRole, event.host, { id: person.memberId, role: "host" });
  expect((await ask(viewPeople, person, undefined)).people).toHaveLength(2);
  await perform(setRole, event.host, { id: person.memberId, role: "participant" });
  await expect(ask(viewPeople, person, undefined)).rejects.toThrow("forbidden");
});

test("only the crew is listed until a name is sought; then whoever has it, and nobody else", async () => {
  const event = await anEvent({ visibility: "private" });
  await event.as("facilitator", "Fiona Facilitator");
  for (const name of ["Zoë Zander", "Anna Zander", "Per_cent 100%", "Someone Else"])
    await event.as("participant", name);
  const gone = await event.as("participant", "Zander Gone");
  await perform(removeMember, event.host, { id: gone.memberId });
  const found = async (sought?: string) => {
    const { people, count } = await ask(viewPeople, event.host, sought === undefined ? undefined : { sought });
    expect(count).toBe(6);
    return people.filter(({ role }) => role === "participant").map(({ name }) => name);
  };
  const { people } = await ask(viewPeople, event.host, undefined);
  expect(people.map(({ name }) => name)).toEqual(["Hedda Host", "Fiona Facilitator"]);
  for (const tooLittle of [undefined, "", " ", "z", " z "]) expect(await found(tooLittle)).toEqual([]);
  expect(await found("zANder")).toEqual(["Anna Zander", "Zoë Zander"]);
  expect(await found("ZOË")).toEqual(["Zoë Zander"]);
  // what means "anything" to a database is a letter here
  expect([await found("%%"), await found("__"), await found("0%")]).toEqual([[], [], ["Per_cent 100%"]]);
  await expect(ask(viewPeople, event.host, { sought: "x".repeat(61) })).rejects.toThrow("invalid-input");
});

test("more namesakes than a page shows are not all shown", async () => {
  const event = await anEvent();
  for (let at = 0; at < mostFound + 2; at++) await event.as("participant", `Guest ${at}`);
  const { people, more } = await ask(viewPeople, event.host, { sought: "guest" });
  expect([people.length, more]).toEqual([mostFound, true]);
});
