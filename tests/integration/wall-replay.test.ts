import { expect, test } from "vitest";
import { setConfidentiality } from "@/lib/confidentiality/commands";
import { performInSpace } from "@/lib/db/enter-space";
import { ask, type Caller, perform } from "@/lib/db/perform";
import { discardEntry } from "@/lib/entry/commands/keep";
import { nameTopic } from "@/lib/entry/commands/topics";
import { rotateWall } from "@/lib/event/commands";
import { viewDesk } from "@/lib/event/queries";
import { clearWall, showOnWall } from "@/lib/replay/commands";
import { viewWallChoices, viewWallReplay } from "@/lib/replay/queries";
import { importSeries } from "@/lib/series/commands";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEntry, aPublished } from "@/tests/support/a-published";
import { aPersonalSpace, spaceOf } from "@/tests/support/a-space";
import { anEvent } from "@/tests/support/an-event";

const at = (text: string) => ({ at: `2026-03-14T${text}:00Z`, precision: "minute", text });
const timeline = [
  { id: "a", at: at("09:15"), text: "Pager of quicklime" },
  { id: "b", at: at("09:40"), text: "Rolled back", marker: "repair" },
];
const incident = { kind: "postmortem", title: "Connections refused", times: { started: at("09:12") }, timeline };
const csv = [
  "time,errors",
  ...Array.from({ length: 40 }, (_, minute) => `2026-03-14T09:${minute + 10}:00Z,${minute > 25 ? 90 : minute % 3}`),
].join("\n");
const notFound = { reason: "not-found" };

/** A private event with a post-mortem in its own space, and its wall. */
async function aWall() {
  const event = await anEvent({ visibility: "private" });
  const { host } = event;
  const here = { space: await spaceOf(host.userId, "event"), userId: host.userId };
  const entryId = await anEntry(here, incident);
  await performInSpace(importSeries, here, { entryId, text: csv });
  const key = async () => (await ask(viewDesk, host, undefined)).wallKey;
  const wall = async (wallKey?: string) =>
    ask(viewWallReplay, { slug: event.slug, userId: null, wallKey: wallKey ?? (await key()) }, undefined);
  const show = (by: Caller, id = entryId) => perform(showOnWall, by, { entryId: id });
  return { event, host, here, entryId, key, wall, show };
}

test("the wall plays what the host puts on it, with its series, until it is cleared", async () => {
  const { host, event, wall, show } = await aWall();
  expect(await wall()).toBeNull();
  await show(host);
  expect(await wall()).toMatchObject({ reel: { title: "Connections refused", events: [{ text: /quicklime/ }, {}] } });
  expect((await wall())?.reel?.series.map(({ name }) => name)).toEqual(["errors"]);
  expect(await ask(viewWallChoices, host, undefined)).toMatchObject({ shown: "Connections refused" });
  await perform(clearWall, await event.as("facilitator"), {});
  expect(await wall()).toBeNull();
});

test("only the key of this wall shows it: no member, no other wall, no key that was revoked", async () => {
  const [{ event, host, key, wall, show }, other] = [await aWall(), await aWall()];
  await show(host);
  for (const caller of [host, await event.as("participant"), { slug: event.slug, userId: null }])
    await expect(ask(viewWallReplay, caller, undefined)).rejects.toMatchObject(notFound);
  await expect(wall(await other.key())).rejects.toMatchObject(notFound);
  expect(await other.wall()).toBeNull();
  const old = await key();
  await perform(rotateWall, host, {});
  await expect(wall(old)).rejects.toMatchObject(notFound);
  expect(await wall()).toMatchObject({ reel: {} });
});

test("who does not run the event puts nothing on its wall and is not told what could be", async () => {
  const { event, show, wall } = await aWall();
  const ann = await event.as("participant");
  await expect(show(ann)).rejects.toMatchObject({ reason: "forbidden" });
  await expect(ask(viewWallChoices, ann, undefined)).rejects.toMatchObject({ reason: "forbidden" });
  expect(await wall()).toBeNull();
});

test("nothing of another space goes on a wall, whoever may read it, nor what cannot be played", async () => {
  const { host, here, show, wall } = await aWall();
  const own = await aPersonalSpace();
  const [elsewhere, silent, recipe] = [
    await anEntry({ ...own }, incident),
    await anEntry(here, { ...incident, timeline: [] }),
    await anEntry(here),
  ];
  const other = await aWall();
  for (const id of [elsewhere, silent, recipe, other.entryId, crypto.randomUUID()])
    await expect(show(host, id)).rejects.toMatchObject(notFound);
  expect(await wall()).toBeNull();
  const { choices } = await ask(viewWallChoices, host, undefined);
  expect(choices.map(({ title }) => title)).toEqual(["Connections refused"]);
});

test("what hangs on a topic held in confidence never shows, and goes from the wall when it comes to do so", async () => {
  const { event, host, here, entryId, show, wall } = await aWall();
  const ann = await event.as("participant");
  const topicId = String(await perform(pitchTopic, ann, { title: "What happened", pitch: "" }));
  await performInSpace(nameTopic, here, { id: entryId, topicId });
  await show(host);
  expect(await wall()).toMatchObject({ reel: {} });
  await perform(setConfidentiality, ann, { topicId, confidentiality: "chatham_house" });
  expect(await wall()).toBeNull();
  expect(await ask(viewWallChoices, host, undefined)).toMatchObject({ choices: [], shown: null });
  await expect(show(host)).rejects.toMatchObject(notFound);
});

test("what was thrown away goes from the wall", async () => {
  const { host, here, entryId, show, wall } = await aWall();
  await show(host);
  await performInSpace(discardEntry, here, { id: entryId });
  expect(await wall()).toBeNull();
});

test("anything published goes on any wall, by its address as it is copied", async () => {
  const { host, wall } = await aWall();
  const { slug } = await aPublished(incident);
  for (const published of [slug, `https://twofeet.example/library/${slug}?x=1#y`, `/library/${slug}/replay`]) {
    await perform(showOnWall, host, { published });
    expect(await wall()).toMatchObject({ slug, reel: null });
    await perform(clearWall, host, {});
  }
  const recipe = await aPublished();
  for (const published of [recipe.slug, "no-such-entry"])
    await expect(perform(showOnWall, host, { published })).rejects.toMatchObject(notFound);
  await expect(perform(showOnWall, host, { published: "<b>" })).rejects.toMatchObject({ reason: "invalid-input" });
});
