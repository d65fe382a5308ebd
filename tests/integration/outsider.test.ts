import { expect, test } from "vitest";
import { prisma } from "@/lib/db/client";
import { enter } from "@/lib/db/enter";
import { ask, perform } from "@/lib/db/perform";
import { userOfToken } from "@/lib/db/session";
import { viewShell } from "@/lib/event/queries";
import { callOutsiders, dismissOutsiders, keepOutsideLook, showOutsiderOut } from "@/lib/outsider/commands";
import { viewOutsideLook } from "@/lib/outsider/queries";
import { anEvent } from "@/tests/support/an-event";

const called = async (event: Awaited<ReturnType<typeof anEvent>>) => {
  const people = await perform(callOutsiders, event.host, {});
  return people.map(({ userId, token }) => ({ slug: event.slug, userId, token }));
};
const heads = (host: { slug: string; userId: string }) => enter(host, "host", ({ tx }) => tx.member.count());

test("three people are called: of another company, one who is shown out, one who takes part", async () => {
  const event = await anEvent({ visibility: "private" });
  const [elsewhere, removed, participant] = await called(event);
  for (const one of [elsewhere, removed, participant]) expect(await userOfToken(one?.token)).toBe(one?.userId);
  await expect(ask(viewShell, elsewhere as never, undefined)).rejects.toThrow("not-found");
  expect(await ask(viewShell, removed as never, undefined)).toMatchObject({ role: "participant" });
  await perform(showOutsiderOut, event.host, { userId: removed?.userId ?? "" });
  await expect(ask(viewShell, removed as never, undefined)).rejects.toThrow("not-found");
  expect(await ask(viewShell, participant as never, undefined)).toMatchObject({ role: "participant" });
});

test("they go without a trace: no member, no session, no account", async () => {
  const event = await anEvent({ visibility: "private" });
  const before = await heads(event.host);
  const people = await called(event);
  await perform(dismissOutsiders, event.host, {});
  expect(await heads(event.host)).toBe(before);
  const ids = people.map(({ userId }) => userId);
  expect(await prisma().user.count({ where: { id: { in: ids } } })).toBe(0);
  expect(await prisma().session.count({ where: { userId: { in: ids } } })).toBe(0);
});

test("those that a look left behind go with the next one", async () => {
  const event = await anEvent();
  const [, , left] = await called(event);
  await called(event);
  expect(await userOfToken(left?.token)).toBeNull();
  await perform(dismissOutsiders, event.host, {});
});

test("nobody can be shown out by this who was not called for it", async () => {
  const event = await anEvent();
  const ann = await event.as("participant");
  await perform(showOutsiderOut, event.host, { userId: ann.userId });
  expect(await ask(viewShell, ann, undefined)).toMatchObject({ role: "participant" });
});

test("the last look is kept for hosts, in place of the one before", async () => {
  const event = await anEvent();
  const row = { group: "pages" as const, what: "/e/[slug]" };
  const nothing = { stranger: "nothing", elsewhere: "nothing", removed: "nothing", participant: "reached" } as const;
  for (const asked of [1, 2])
    await perform(keepOutsideLook, event.host, { asked, rows: [{ ...row, reach: nothing }], untried: [] });
  const { look } = await ask(viewOutsideLook, event.host, undefined);
  expect(look?.report).toMatchObject({ asked: 2, rows: [{ what: "/e/[slug]" }] });
  await expect(ask(viewOutsideLook, await event.as("facilitator"), undefined)).rejects.toThrow("forbidden");
});
