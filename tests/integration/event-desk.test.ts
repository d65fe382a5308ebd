import { expect, test } from "vitest";
import { castDots } from "@/lib/ballot/commands";
import { viewWall } from "@/lib/board/queries";
import { ask, perform } from "@/lib/db/perform";
import { openPhase, rotateCode, rotateWall } from "@/lib/event/commands";
import { joinCrew, rotateCrew, viewCrewInvitation, viewCrewLink } from "@/lib/event/crew";
import { slugOfCode, viewDesk, viewShell } from "@/lib/event/queries";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent } from "@/tests/support/an-event";

test("a facilitator opens a phase with an announced end, and reopens the one before", async () => {
  const event = await anEvent();
  const fay = await event.as("facilitator");
  const before = Date.now();
  expect(await perform(openPhase, fay, { phase: "voting", minutes: 20 })).toEqual({
    from: "marketplace",
    phase: "voting",
  });
  const { phase, phaseEndsAt } = await ask(viewShell, fay, undefined);
  expect(phase).toBe("voting");
  expect(Math.round(((phaseEndsAt?.getTime() ?? 0) - before) / 60_000)).toBe(20);
  expect(await perform(openPhase, fay, { phase: "marketplace", minutes: null })).toEqual({
    from: "voting",
    phase: "marketplace",
  });
  expect((await ask(viewShell, fay, undefined)).phaseEndsAt).toBeNull();
});

test.each([
  { phase: "lunch", minutes: null },
  { phase: "voting", minutes: 0 },
  { phase: "voting", minutes: 601 },
])("%o opens nothing", async (typed) => {
  const event = await anEvent();
  await expect(perform(openPhase, event.host, typed as never)).rejects.toMatchObject({ reason: "invalid-input" });
});

test("no dot slips in after voting was closed", async () => {
  const event = await anEvent({ phase: "voting" });
  const topicId = await perform(pitchTopic, event.host, { title: "On-call" });
  const people = await Promise.all(Array.from({ length: 10 }, () => event.as("participant")));
  const casts = people.map((who) => perform(castDots, who, { topicId, dots: 1 }));
  const closing = perform(openPhase, event.host, { phase: "placing", minutes: null });
  await Promise.allSettled([...casts, closing]);
  const { voters } = await ask(viewDesk, event.host, undefined);
  const late = await Promise.allSettled(people.map((who) => perform(castDots, who, { topicId, dots: 2 })));
  expect(late.every((cast) => cast.status === "rejected" && cast.reason.reason === "voting-closed")).toBe(true);
  expect((await ask(viewDesk, event.host, undefined)).voters).toBe(voters);
});

test("a rotated code opens the event, the old one nothing", async () => {
  const event = await anEvent();
  const code = await perform(rotateCode, await event.as("facilitator"), {});
  expect(code).not.toBe(event.code);
  expect(await slugOfCode(code)).toBe(event.slug);
  expect(await slugOfCode(code.toLowerCase())).toBe(event.slug);
  expect(await slugOfCode(event.code)).toBeNull();
});

test("a private event's code opens nothing", async () => {
  const event = await anEvent({ visibility: "private" });
  expect(await slugOfCode(event.code)).toBeNull();
});

test("a rotated wall link shows the wall, the old one nothing", async () => {
  const event = await anEvent({ visibility: "private" });
  const key = async () => (await ask(viewDesk, event.host, undefined)).wallKey;
  const at = (wallKey: string) => ask(viewWall, { slug: event.slug, userId: null, wallKey }, undefined);
  const old = await key();
  expect(await at(old)).toMatchObject({ joinCode: null });
  await perform(rotateWall, event.host, {});
  await expect(at(old)).rejects.toMatchObject({ reason: "not-found" });
  expect((await at(await key())).snapshot.event.slug).toBe(event.slug);
});

test("the desk counts joins by minute, heads that voted, and no names", async () => {
  const event = await anEvent({ phase: "voting" });
  const topicId = await perform(pitchTopic, event.host, { title: "On-call" });
  await perform(castDots, await event.as("participant", "Ann Unheard"), { topicId, dots: 1 });
  const desk = await ask(viewDesk, event.host, undefined);
  expect(desk).toMatchObject({ members: 2, voters: 1, role: "host", tickets: { all: 0, used: 0 } });
  expect(desk.joinsPerMinute.reduce((all, one) => all + one, 0)).toBe(2);
  expect(desk.joinsPerMinute).toHaveLength(10);
  expect(JSON.stringify(desk)).not.toContain("Ann Unheard");
});

test("the crew's link makes a participant a facilitator, and a host stays host", async () => {
  const event = await anEvent();
  const key = await ask(viewCrewLink, event.host, undefined);
  const ann = await event.as("participant");
  expect(await ask(viewCrewInvitation, ann, { key })).toMatchObject({ role: "participant", joinCode: event.code });
  await perform(joinCrew, ann, { key });
  expect((await ask(viewShell, ann, undefined)).role).toBe("facilitator");
  await perform(joinCrew, event.host, { key });
  expect((await ask(viewShell, event.host, undefined)).role).toBe("host");
});

test("a rotated crew link appoints nobody any more; those appointed stay", async () => {
  const event = await anEvent();
  const key = await ask(viewCrewLink, event.host, undefined);
  const [ann, bob] = [await event.as("participant"), await event.as("participant")];
  await perform(joinCrew, ann, { key });
  await perform(rotateCrew, event.host, {});
  await expect(perform(joinCrew, bob, { key })).rejects.toMatchObject({ reason: "not-found" });
  await expect(ask(viewCrewInvitation, bob, { key })).rejects.toMatchObject({ reason: "not-found" });
  expect((await ask(viewShell, ann, undefined)).role).toBe("facilitator");
  expect((await ask(viewShell, bob, undefined)).role).toBe("participant");
});

test("an address that no text can be is no address", async () => {
  await expect(ask(viewShell, { slug: "a\0b", userId: null }, undefined)).rejects.toMatchObject({
    reason: "not-found",
  });
});

test("another event's crew link opens nothing here", async () => {
  const [here, there] = [await anEvent(), await anEvent()];
  const key = await ask(viewCrewLink, there.host, undefined);
  await expect(ask(viewCrewInvitation, here.asVisitor(), { key })).rejects.toMatchObject({ reason: "not-found" });
});
