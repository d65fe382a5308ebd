import { afterAll, beforeAll, expect, test } from "vitest";
import { viewBoard } from "@/lib/board/queries";
import { prisma } from "@/lib/db/client";
import { enter } from "@/lib/db/enter";
import { keeperOf } from "@/lib/db/keeper";
import { ask, perform } from "@/lib/db/perform";
import { endSessions } from "@/lib/db/session";
import { editEvent } from "@/lib/event/commands";
import { viewSettings } from "@/lib/event/queries";
import { restHeader } from "@/lib/offline/rules";
import { purgeNow } from "@/lib/retention/commands";
import { purge } from "@/lib/retention/purge";
import { openPhones } from "@/tests/chaos/open-phones";
import { anEvent, type Person } from "@/tests/support/an-event";
import { aLiveServer, aPhone } from "@/tests/support/live-server";
import { soon } from "@/tests/support/soon";

let live: Awaited<ReturnType<typeof aLiveServer>>;
beforeAll(async () => {
  live = await aLiveServer();
});
afterAll(() => live.close());

const phoneOf = (userId: string | null) => aPhone(live, userId);
const keeperFor = async (slug: string, userId: string | null) =>
  (await (await phoneOf(userId)).call(`e/${slug}/keeper`)).json();

test("a phone learns for whom it keeps, by a name that tells nothing and is the same in all events", async () => {
  const [event, other] = [await anEvent(), await anEvent()];
  const ann = await event.as("participant");
  const answer = await (await phoneOf(ann.userId)).call(`e/${event.slug}/keeper`);
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  const keeper = await answer.json();
  expect(keeper).toEqual(keeperOf(ann.userId, "hall"));
  expect(keeper.person).toMatch(/^[\w-]{22}$/);
  expect(keeper.person).not.toContain(ann.userId.slice(0, 8));
  expect(await keeperFor(other.slug, ann.userId)).toEqual(keeper);
  expect(await keeperFor(event.slug, event.host.userId)).toEqual(keeperOf(event.host.userId, "crew"));
  expect(await keeperFor(event.slug, null)).toEqual({ person: "nobody", audience: "hall" });
});

test("the larger the hall, the longer its phones rest between the pages that they keep", async () => {
  const event = await anEvent();
  const rest = async () => {
    const answer = await (await phoneOf(null)).call(`e/${event.slug}/keeper`);
    return Number(answer.headers.get(restHeader));
  };
  expect(await rest()).toBe(0);
  const phones = await openPhones(live.origin, event.slug, 40);
  try {
    await soon(async () => expect(await rest()).toBe(40 * 45));
  } finally {
    phones.stop();
  }
});

test("of a private event nobody may keep anything, unless its host says so", async () => {
  const shut = await anEvent({ visibility: "private" });
  const ann = await shut.as("participant");
  expect(await keeperFor(shut.slug, ann.userId)).toBeNull();
  expect((await ask(viewBoard, ann, undefined)).mayBeKept).toBe(false);

  const { draft } = await ask(viewSettings, shut.host, undefined);
  expect(draft.keptOnPhones).toBe(false);
  const { slug: _, ofOrg: __, ...form } = draft;
  await perform(editEvent, shut.host, { ...form, keptOnPhones: "on" } as never);
  expect(await keeperFor(shut.slug, ann.userId)).toEqual(keeperOf(ann.userId, "hall"));
  expect((await ask(viewBoard, ann, undefined)).mayBeKept).toBe(true);
});

test("a stranger learns nothing: a private event that may be kept is as little there as one that never was", async () => {
  const event = await anEvent({ visibility: "private", keptOnPhones: true });
  const stranger = await phoneOf((await event.asStranger()).userId);
  const [hidden, missing] = await Promise.all(
    [event.slug, "no-such-day"].map((slug) => stranger.call(`e/${slug}/keeper`)),
  );
  expect(hidden?.status).toBe(404);
  expect(await hidden?.text()).toBe(await missing?.text());
});

test.each([
  ["nothing", 404],
  ["outcomes", 200],
  ["all", 200],
] as const)("a purge that keeps %s empties what phones kept", async (keeps, status) => {
  const event = await anEvent({ name: `A day ${crypto.randomUUID()}`, visibility: "private", keptOnPhones: true });
  const ann = await event.as("participant");
  const phone = await phoneOf(ann.userId);
  expect(await keeperFor(event.slug, ann.userId)).toEqual(keeperOf(ann.userId, "hall"));
  await perform(purgeNow, event.host, { name: await nameOf(event.host), keeps });
  await purge(event.id, { secret: "a secret of a test", forgetMail: async () => 0 });
  await soon(async () => {
    const answer = await phone.call(`e/${event.slug}/keeper`);
    expect(answer.status).toBe(status);
    // what a phone makes of `null`: nobody may keep it, all of it goes
    if (status === 200) expect(await answer.json()).toBeNull();
  });
});

const nameOf = (host: Person) => enter(host, "host", async (scope) => scope.event.name);

test("who is removed, and who signs out elsewhere, is told at once", async () => {
  const event = await anEvent({ visibility: "private", keptOnPhones: true });
  const [ann, bob] = [await event.as("participant"), await event.as("participant")];
  const [anns, bobs] = [await phoneOf(ann.userId), await phoneOf(bob.userId)];
  for (const phone of [anns, bobs]) expect((await phone.call(`e/${event.slug}/keeper`)).status).toBe(200);
  await enter(event.host, "host", ({ tx }) =>
    tx.member.delete({ where: { eventId_id: { eventId: event.id, id: ann.memberId } } }),
  );
  await prisma().$executeRaw`select pg_notify('sessions', '')`;
  await endSessions(bob.userId);
  await soon(async () => {
    for (const phone of [anns, bobs]) expect((await phone.call(`e/${event.slug}/keeper`)).status).toBe(404);
  });
});
