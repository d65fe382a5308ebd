import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { enter } from "@/lib/db/enter";
import { ask, perform } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { starTalk } from "@/lib/programme/commands";
import { viewNow, viewProgramme, viewStars, viewTalk } from "@/lib/programme/queries";
import { anEvent, type Person } from "@/tests/support/an-event";

const minutes = (from: number) => new Date(Date.now() + from * 60_000);

/** An entry that began or begins that many minutes from now, and lasts half an hour. */
const anEntry = (host: Person, title: string, from: number | null) =>
  enter(host, "host", ({ tx, event }) =>
    tx.programmeEntry.create({
      data: {
        eventId: event.id,
        kind: "talk",
        title,
        abstract: "What nobody else may read",
        startsAt: from === null ? null : minutes(from),
        endsAt: from === null ? null : minutes(from + 30),
        day: minutes(from ?? 0),
      },
    }),
  );

test("now is what runs, next what begins soonest", async () => {
  const { host, asVisitor } = await anEvent();
  await anEntry(host, "Over", -60);
  await anEntry(host, "Running", -10);
  await anEntry(host, "Soon", 20);
  await anEntry(host, "Later", 90);
  const { now, next } = await ask(viewNow, asVisitor(), undefined);
  expect([now, next].map((entries) => entries.map(({ title }) => title))).toEqual([["Running"], ["Soon"]]);
});

test("what has no time is last and apart", async () => {
  const { host } = await anEvent();
  await anEntry(host, "Some day", null);
  const { days, untimed } = await ask(viewProgramme, host, undefined);
  expect([days, untimed.map(({ title }) => title)]).toEqual([[], ["Some day"]]);
});

test("a star is one's own, said twice is one, and taken back is none", async () => {
  const { host, as } = await anEvent();
  const { id: entryId } = await anEntry(host, "Ropes", 10);
  const [ann, bob] = [await as("participant"), await as("participant")];
  await Promise.all([1, 2, 3].map(() => perform(starTalk, ann, { entryId, starred: "true" })));

  const starsOf = async (person: Person) =>
    (await ask(viewStars, person, undefined)).days.flatMap(({ entries }) => entries).length;
  expect([await starsOf(ann), await starsOf(bob)]).toEqual([1, 0]);
  expect((await ask(viewTalk, ann, { entryId })).entry.starred).toBe(true);
  expect((await ask(viewTalk, bob, { entryId })).entry.starred).toBe(false);

  await perform(starTalk, ann, { entryId, starred: "false" });
  expect(await starsOf(ann)).toBe(0);
});

test("a star is for members, and for entries of this event", async () => {
  const [here, there] = [await anEvent(), await anEvent()];
  const { id } = await anEntry(there.host, "Elsewhere", 10);
  const member = await here.as("participant");
  const star = (person: Parameters<typeof perform>[1], entryId: string) =>
    perform(starTalk, person, { entryId, starred: "true" });
  await expect(star(here.asVisitor(), id)).rejects.toMatchObject({ reason: "forbidden" });
  await expect(star(member, id)).rejects.toMatchObject({ reason: "not-found" });
  await expect(star(member, randomUUID())).rejects.toMatchObject({ reason: "not-found" });
  await expect(star(member, "ropes")).rejects.toMatchObject({ reason: "invalid-input" });
});

test("a stranger of a private event finds no programme, no talk, no stars", async () => {
  const secret = await anEvent({ visibility: "private" });
  const { id: entryId } = await anEntry(secret.host, "Layoffs", 10);
  expect((await ask(viewTalk, secret.host, { entryId })).entry.abstract).toBe("What nobody else may read");

  const stranger = await secret.asStranger();
  const nowhere = { slug: "no-such-day", userId: stranger.userId };
  for (const caller of [stranger, secret.asVisitor(), nowhere]) {
    const asked = [
      ask(viewNow, caller, undefined),
      ask(viewProgramme, caller, undefined),
      ask(viewStars, caller, undefined),
      ask(viewTalk, caller, { entryId }),
    ];
    const reasons = (await Promise.allSettled(asked)).map((answer) => answer.status === "rejected" && answer.reason);
    for (const reason of reasons) expect(reason).toEqual(new Refused("not-found"));
  }
});

test("a talk of another event is not found through one's own", async () => {
  const [here, there] = [await anEvent(), await anEvent()];
  const { id: entryId } = await anEntry(there.host, "Elsewhere", 10);
  await expect(ask(viewTalk, here.host, { entryId })).rejects.toMatchObject({ reason: "not-found" });
});
