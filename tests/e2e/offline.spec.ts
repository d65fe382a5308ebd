import type { Page } from "@playwright/test";
import { ask, perform } from "@/lib/db/perform";
import { openPhase } from "@/lib/event/commands";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { viewTopics } from "@/lib/topic/queries";
import { anEvent, type Person } from "@/tests/support/an-event";
import { expect, test } from "@/tests/support/browser";
import { phone } from "./pages/devices";
import { KeptNotes } from "./pages/kept-notes";
import { PitchPage } from "./pages/pitch-page";
import { TopicsPage } from "./pages/topics-page";

async function aVoter(title: string) {
  const event = await anEvent({ phase: "voting" });
  const topicId = await perform(pitchTopic, await event.as("participant"), { title });
  return { event, topicId, voter: await event.as("participant") };
}

const given = async (voter: Person, topicId: string) => (await ask(viewTopics, voter, undefined)).ballot.dots[topicId];

/** How often the server said yes to a dot from this window. */
function acknowledged(page: Page) {
  let count = 0;
  page.on("response", (answer) => {
    if (answer.request().method() === "PUT" && answer.url().endsWith("/dots") && answer.ok()) count += 1;
  });
  return () => count;
}

test("dots on a dead network are saved on the phone, and go out by themselves, once", async ({ open }) => {
  const { event, topicId, voter } = await aVoter("Dead zones");
  const list = await new TopicsPage(await open(voter, phone), event.slug).open();
  const times = acknowledged(list.page);
  await list.page.context().setOffline(true);
  await list.put("Dead zones").click();
  await list.put("Dead zones").click();
  await expect(list.page.getByText("1 change is saved on this phone")).toBeVisible();
  await expect(list.mine("Dead zones", 2)).toBeVisible();
  expect(await given(voter, topicId)).toBeUndefined();

  await list.page.context().setOffline(false);
  await expect(list.page.getByText("saved on this phone")).toBeHidden();
  await expect.poll(() => given(voter, topicId)).toBe(2);
  await expect(list.left(3, 5)).toBeAttached();
  expect(times()).toBe(1);
});

test("a dot survives that its page is closed before the network is back", async ({ open }) => {
  const { event, topicId, voter } = await aVoter("Tunnels");
  const list = await new TopicsPage(await open(voter, phone), event.slug).open();
  const context = list.page.context();
  await context.setOffline(true);
  await list.put("Tunnels").click();
  await expect(list.page.getByText("1 change is saved on this phone")).toBeVisible();
  await list.page.close();
  await context.setOffline(false);

  const page = await context.newPage();
  const times = acknowledged(page);
  const again = await new TopicsPage(page, event.slug).open();
  await expect(again.mine("Tunnels", 1)).toBeVisible();
  await expect.poll(() => given(voter, topicId)).toBe(1);
  await again.open();
  await expect(again.mine("Tunnels", 1)).toBeVisible();
  expect(times()).toBe(1);
});

test("a dot that comes too late is taken off again, and says why", async ({ open }) => {
  const { event, topicId, voter } = await aVoter("Last call");
  const list = await new TopicsPage(await open(voter, phone), event.slug).open();
  await list.page.context().setOffline(true);
  await list.put("Last call").click();
  await perform(openPhase, event.host, { phase: "placing", minutes: null });
  await list.page.context().setOffline(false);
  await expect(list.page.getByRole("alert").filter({ hasText: "Voting is closed." })).toBeVisible();
  expect(await given(voter, topicId)).toBeUndefined();
});

test("a dot beyond the budget says what to do", async ({ open }) => {
  const event = await anEvent({ phase: "voting", dotsPerMember: 1, dotsPerTopic: 1 });
  const ann = await event.as("participant");
  for (const title of ["First love", "Second thought"]) await perform(pitchTopic, ann, { title });
  const list = await new TopicsPage(await open(await event.as("participant"), phone), event.slug).open();
  await list.put("First love").click();
  await expect(list.mine("First love", 1)).toBeVisible();
  await list.put("Second thought").click({ force: true });
  await expect(list.page.getByRole("alert").filter({ hasText: "All your dots are given." })).toBeVisible();
  await list.page.getByRole("button", { name: "Close" }).click();
  await expect(list.page.getByRole("alert").filter({ hasText: "All your dots" })).toHaveCount(0);
});

test("a pitch being typed survives a reload and a dead network, and hangs once", async ({ open }) => {
  const event = await anEvent();
  const page = await open(null, phone);
  await page.goto(`/j/${event.code}`);
  const pitch = await new PitchPage(page, event.slug).open();
  await pitch.title.fill("Written in a tunnel");
  await pitch.pitch.fill("It was dark.");
  await pitch.name.fill("Tilda");
  await page.reload();
  await expect(pitch.title).toHaveValue("Written in a tunnel");
  await expect(pitch.pitch).toHaveValue("It was dark.");
  await expect(pitch.name).toHaveValue("Tilda");

  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);
  await pitch.send.click();
  await expect(new KeptNotes(page).saved("Written in a tunnel")).toBeVisible();
  await expect(pitch.title).toHaveValue("");
  await page.context().setOffline(false);
  await expect(page.getByText("Your topic hangs on the wall.")).toBeVisible();
  const { snapshot } = await ask(viewTopics, event.host, undefined);
  expect(snapshot.topics.map(({ title, convener }) => [title, convener])).toEqual([["Written in a tunnel", "Tilda"]]);
  await pitch.open();
  await expect(pitch.title).toHaveValue("");
});
