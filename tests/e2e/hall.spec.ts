import type { Page } from "@playwright/test";
import { castDots } from "@/lib/ballot/commands";
import { perform } from "@/lib/db/perform";
import { openPhase } from "@/lib/event/commands";
import type { Phase } from "@/lib/live/feed";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent, type Person, type TestEvent } from "@/tests/support/an-event";
import { expect, test } from "@/tests/support/browser";
import { BoardPage } from "./pages/board-page";
import { desk, phone, projector } from "./pages/devices";
import { PitchPage } from "./pages/pitch-page";
import { countingHand, staying } from "./pages/staying";
import { TopicPage } from "./pages/topic-page";
import { TopicsPage } from "./pages/topics-page";
import { recordTraffic } from "./pages/traffic";
import { WallPage } from "./pages/wall-page";

const topic = (person: Person, title: string, pitch = "") => perform(pitchTopic, person, { title, pitch });
const inPhase = (event: TestEvent, phase: Phase) => perform(openPhase, event.host, { phase, minutes: null });

test("from the QR code to the first dot it takes two taps, and nothing is typed", async ({ open }) => {
  const event = await anEvent({ phase: "voting" });
  await topic(await event.as("participant"), "Pager fatigue");
  const page = await open(null, phone);
  const hand = await countingHand(page);

  await page.goto(`/j/${event.code}`);
  await page.getByRole("link", { name: "Give your dots" }).click();
  await page.getByRole("button", { name: "Give 1 dot" }).click();
  // whoever looks elsewhere has seen what the tap did
  await expect(page.getByRole("group", { name: "Your dots on Pager fatigue: 1" })).toBeVisible();

  const list = await new TopicsPage(page, event.slug).open();
  await expect(list.mine("Pager fatigue", 1)).toBeVisible();
  const { taps, typed } = await hand();
  expect({ taps, typed }).toEqual({ taps: 2, typed: 0 });
});

test("a page that was rendered before its guest had joined finds out who looks at it", async ({ open }) => {
  const event = await anEvent({ phase: "voting" });
  await topic(await event.as("participant"), "Pager fatigue");
  const page = await open(null, phone);
  await page.goto(`/j/${event.code}`);
  const list = await new TopicsPage(page, event.slug).open();
  const heard = page.waitForResponse((answer) => answer.url().endsWith("/dots") && answer.ok());
  await list.put("Pager fatigue").click();
  await heard;
  await page.route("**/topics", async (route) => {
    const asNobody = await fetch(route.request().url(), { headers: { accept: "text/html" } });
    const { "content-encoding": _, "content-length": _length, ...headers } = Object.fromEntries(asNobody.headers);
    await route.fulfill({ headers, body: await asNobody.text() });
  });
  await page.reload();
  await expect(list.mine("Pager fatigue", 1)).toBeVisible();
});

test("what one phone pitches hangs on the other phone and on the wall", async ({ open }) => {
  const event = await anEvent();
  const [ann, bob] = [await event.as("participant", "Ann"), await event.as("participant", "Bob")];
  await topic(bob, "What nobody owns");
  const [one, other, hall] = [await open(ann, phone), await open(bob, phone), await open(null, projector)];
  const list = await new TopicsPage(other, event.slug).open();
  const wall = await new WallPage(hall, event.host).open();
  const stay = await staying(other, hall);

  const pitch = await new PitchPage(one, event.slug).open();
  await pitch.hang({ title: "Runbooks that run themselves", pitch: "Show yours." });

  await expect(wall.note("Runbooks that run themselves")).toBeVisible();
  await list.newOnes.click();
  await expect(list.note("Runbooks that run themselves")).toContainText("Ann");
  await stay();
});

test("a dot is in the tally of the other phone and of the wall while tallies are shown", async ({ open }) => {
  const event = await anEvent({ phase: "voting", tallies: "shown" });
  const [ann, bob] = [await event.as("participant"), await event.as("participant")];
  await topic(await event.as("participant"), "Blameless, honestly");
  const [one, other, hall] = [await open(ann, phone), await open(bob, phone), await open(null, projector)];
  const lists = [await new TopicsPage(one, event.slug).open(), await new TopicsPage(other, event.slug).open()] as const;
  const wall = await new WallPage(hall, event.host).open();
  const stay = await staying(one, other, hall);

  await lists[0].put("Blameless, honestly").click();
  await lists[0].put("Blameless, honestly").click();

  await expect(lists[1].note("Blameless, honestly")).toContainText("2 dots");
  await expect(wall.page.getByRole("listitem").filter({ hasText: "Blameless, honestly" })).toContainText("2");
  await lists[0].takeBack("Blameless, honestly").click();
  await expect(lists[1].note("Blameless, honestly")).toContainText("1 dot");
  await stay();
});

test("hidden tallies are nowhere: not on the page, in no answer, in no frame", async ({ open }) => {
  const event = await anEvent({
    phase: "voting",
    tallies: "hidden",
    dotsPerMember: 100,
    dotsPerTopic: 100,
    mayDotOwnTopic: true,
  });
  const [ann, bob, cid] = [await event.as("participant"), await event.as("participant"), await event.as("participant")];
  const topicId = await topic(await event.as("participant"), "The quiet favourite");
  for (const voter of [ann, bob]) await perform(castDots, voter, { topicId, dots: 61 });
  const mine = recorded(await open(await event.as("participant"), phone));
  const hall = recorded(await open(null, projector));
  const crew = recorded(await open(await event.as("facilitator"), desk));
  const list = await new TopicsPage(mine.page, event.slug).open();
  await new WallPage(hall.page, event.host).open();
  await new TopicsPage(crew.page, event.slug).open();
  for (const { traffic } of [mine, hall, crew]) await expect.poll(() => traffic.frames().length).toBeGreaterThan(1);

  await perform(castDots, cid, { topicId, dots: 61 });
  await expect(crew.page.getByText("183 dots")).toBeVisible();
  await topic(bob, "A frame after the dots");
  await list.newOnes.click();
  await expect(list.note("A frame after the dots")).toBeVisible();
  for (const path of ["", "/topics/quick", "/board", `/topics/${topicId}`, "/me"]) {
    await mine.page.goto(`/e/${event.slug}${path}`);
    expect(await mine.page.content()).not.toMatch(leaked);
  }
  expect(await hall.page.content()).not.toMatch(leaked);

  expect(await crew.traffic.holding(leaked)).not.toEqual([]);
  for (const { traffic } of [mine, hall]) {
    expect(traffic.from("/live/").length).toBeGreaterThan(0);
    expect(await traffic.holding(leaked)).toEqual([]);
  }
});

/** The tally before and after, as figures side by side or as words; or any tally at all. */
const leaked = /\[(122,2|183,3)\]|\b(122|183) dots|"tallies":\{"/;

const recorded = (page: Page) => ({ page, traffic: recordTraffic(page) });

test("two topics become one by the word of both conveners, and their dots come together on both phones", async ({
  open,
}) => {
  const event = await anEvent({ phase: "voting", tallies: "shown", mayDotOwnTopic: true });
  const [ann, bob] = [await event.as("participant", "Ann"), await event.as("participant", "Bob")];
  const [hers, his] = [await topic(ann, "Alert fatigue"), await topic(bob, "Too many pages at night")];
  for (const [who, topicId, dots] of [
    [ann, hers, 1],
    [ann, his, 1],
    [bob, hers, 2],
    [bob, his, 2],
  ] as const)
    await perform(castDots, who, { topicId, dots });
  const [one, other] = [await open(ann, phone), await open(bob, phone)];

  const page = await new TopicPage(one, event.slug).open(hers);
  await page.proposeToJoin("Too many pages at night");
  await expect(one.getByText("Proposed.")).toBeVisible();
  await one.getByRole("link", { name: "Topics", exact: true }).last().click();
  const list = new TopicsPage(one, event.slug);
  await expect(list.mine("Alert fatigue", 1)).toBeVisible();
  const stay = await staying(one);
  await (await new TopicPage(other, event.slug).open(his)).agree.click();

  await expect(list.note("Alert fatigue").getByRole("button")).toHaveCount(2);
  await expect(list.mine("Too many pages at night", 2)).toBeVisible();
  await expect(list.note("Too many pages at night")).toContainText("5 dots");
  await expect(list.left(3, 5)).toBeAttached();
  await stay();
  const his2 = await new TopicsPage(other, event.slug).open();
  await expect(his2.mine("Too many pages at night", 3)).toBeVisible();
  await expect(his2.left(2, 5)).toBeAttached();
});

test("a placed topic is on phones and wall at once, and a moved one says so where it was dotted", async ({ open }) => {
  const event = await anEvent({ phase: "voting" });
  const [ann, bob] = [await event.as("participant"), await event.as("participant", "Bob")];
  const topicId = await topic(bob, "Who reads the dashboards?");
  await perform(castDots, ann, { topicId, dots: 2 });
  await inPhase(event, "placing");
  const [one, hall, crew] = [await open(ann, phone), await open(null, projector), await open(event.host, desk)];
  const board = await new BoardPage(one, event.slug).open();
  const wall = await new WallPage(hall, event.host).open();
  const table = await new BoardPage(crew, event.slug).open();
  const stay = await staying(one, hall, crew);

  await table.place("Who reads the dashboards?", "14:00", "Aula");
  await expect(board.cell("14:00", "Aula")).toContainText("Who reads the dashboards?");
  await expect(wall.note("Who reads the dashboards?")).toBeVisible();
  await table.place("Who reads the dashboards?", "15:00", "Barn");
  await expect(board.cell("15:00", "Barn")).toContainText("Who reads the dashboards?");
  await expect(board.cell("15:00", "Barn")).toContainText("moved from 14:00 · Aula");
  await expect(board.cell("14:00", "Aula")).toContainText("Free");
  await expect(wall.note("Who reads the dashboards?")).toHaveCount(1);
  await one.getByRole("link", { name: "Topics", exact: true }).click();
  const list = new TopicsPage(one, event.slug);
  await expect(list.note("Who reads the dashboards?")).toContainText("moved to 15:00 · Barn");
  await stay();
});

test("the phase that a facilitator opens is announced on phones and wall", async ({ open }) => {
  const event = await anEvent();
  await topic(await event.as("participant"), "Small batches");
  const [one, hall, crew] = [
    await open(await event.as("participant"), phone),
    await open(null, projector),
    await open(await event.as("facilitator"), desk),
  ];
  await new TopicsPage(one, event.slug).open();
  const wall = await new WallPage(hall, event.host).open();
  await crew.goto(`/e/${event.slug}/desk`);
  const stay = await staying(one, hall);

  await crew.getByRole("button", { name: "Voting" }).click();

  await expect(one.getByRole("status").filter({ hasText: "Voting" })).toBeVisible();
  await expect(one.getByRole("link", { name: "Give your dots" })).toBeVisible();
  await expect(wall.page.getByText("Give your dots: 1 topic")).toBeVisible();
  await crew.getByRole("button", { name: "Undo: back to Marketplace" }).click();
  await expect(one.getByRole("status").filter({ hasText: "Marketplace" })).toBeVisible();
  await stay();
});
