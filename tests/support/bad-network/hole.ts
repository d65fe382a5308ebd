import { expect, type Page } from "@playwright/test";
import { castDots } from "@/lib/ballot/commands";
import type { Caller } from "@/lib/db/enter";
import { ask, perform } from "@/lib/db/perform";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { viewTopics } from "@/lib/topic/queries";
import { TopicsPage } from "@/tests/e2e/pages/topics-page";
import type { BadNetwork } from "./proxy";

type Hall = {
  slug: string;
  /** Whose phone falls into the hole, having given a dot to "Dark matter". */
  voter: Caller;
  convener: Caller;
  stranger: Caller;
  /** "Dark matter", "Black holes", "Red shift". */
  topics: string[];
};

export const titles = ["Dark matter", "Black holes", "Red shift"];
const patient = { timeout: 30_000 };

/**
 * The phone of a voter falls into a hole for that many seconds: it gives and takes back dots while the hall goes on.
 * Answers after how many seconds it said that it is offline, and after how many it agreed again with the database.
 */
export async function throughAHole(page: Page, air: BadNetwork, hall: Hall, seconds: number) {
  const { voter, convener, stranger, topics } = hall;
  const [dark = "", black = "", red = ""] = topics;
  const list = new TopicsPage(page, hall.slug);
  const ballot = async () => (await ask(viewTopics, voter, undefined)).ballot.dots;
  const banner = page.locator(".offline-banner");
  await expect.poll(ballot, patient).toEqual({ [dark]: 1 });

  const hole = air.blackhole();
  const began = Date.now();
  const since = (instant: number) => (Date.now() - instant) / 1000;
  await list.put("Black holes").click();
  await list.put("Black holes").click();
  await list.takeBack("Dark matter").click();
  await expect(banner).toContainText("2 changes are saved on this phone", patient);
  const noticedSeconds = since(began);
  await perform(castDots, stranger, { topicId: red, dots: 3 });
  await perform(pitchTopic, convener, { title: "Born in the dark" });
  // the hole is that long, whatever happens in it
  await page.waitForTimeout(seconds * 1_000 - (Date.now() - began));
  expect(await ballot()).toEqual({ [dark]: 1 });

  hole.back();
  const back = Date.now();
  await expect(list.note("Red shift")).toContainText("3 dots", patient);
  await expect(list.newOnes).toBeVisible(patient);
  await expect(banner).toHaveCount(0, patient);
  await expect(page.locator('.topic-list [data-state="pending"]')).toHaveCount(0, patient);
  await expect.poll(ballot, { ...patient, intervals: [50] }).toEqual({ [black]: 2 });
  return { noticedSeconds, agreedSeconds: since(back) };
}
