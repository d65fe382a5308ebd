import type { Page } from "@playwright/test";
import { ask, perform } from "@/lib/db/perform";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { viewTopics } from "@/lib/topic/queries";
import { anEvent, type Person } from "@/tests/support/an-event";
import { type Air, clearAir } from "@/tests/support/bad-network/air";
import { BadNetwork } from "@/tests/support/bad-network/proxy";
import { test as base, expect } from "@/tests/support/browser";

export const portOf = (url = process.env.TWOFEET_URL ?? "") => Number(new URL(url).port);

type Fixtures = {
  /** The air of one phone, before the site or another server. */
  network: (air?: Partial<Air>, target?: number) => Promise<BadNetwork>;
};

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  network: async ({}, use) => {
    const opened: BadNetwork[] = [];
    await use(async (air = {}, target = portOf()) => {
      const network = await BadNetwork.open(target, { air: { ...clearAir, ...air } });
      opened.push(network);
      return network;
    });
    await Promise.all(opened.map((network) => network.close()));
  },
});

export async function aHall(titles: string[]) {
  const event = await anEvent({ phase: "voting", tallies: "shown" });
  const convener = await event.as("participant");
  const topics: string[] = [];
  for (const title of titles) topics.push(await perform(pitchTopic, convener, { title }));
  return { event, convener, topics, voter: await event.as("participant") };
}

export const ballotOf = async (person: Person) => (await ask(viewTopics, person, undefined)).ballot.dots;
export const banner = (page: Page) => page.locator(".offline-banner");
export const pending = (page: Page) => page.locator('.topic-list [data-state="pending"]');
export const isLive = (page: Page) =>
  expect(page.locator('[role="status"][data-state="live"]')).toBeAttached({ timeout: 30_000 });

export async function seconds(work: () => Promise<unknown>) {
  const began = Date.now();
  await work();
  return (Date.now() - began) / 1000;
}
