import type { Page } from "@playwright/test";
import { perform } from "@/lib/db/perform";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent } from "@/tests/support/an-event";
import { anotherBuild } from "@/tests/support/another-build";
import { BadNetwork } from "@/tests/support/bad-network/proxy";
import { expect, test } from "@/tests/support/browser";
import { startServer } from "@/tests/support/server";
import { phone } from "./pages/devices";
import { bottom, eventCaches, missingFiles, visit } from "./pages/phone-storage";

const portOf = (url: string) => Number(new URL(url).port);
const buildsIn = async (page: Page) => [...new Set((await eventCaches(page)).map((name) => name.split(".")[2]))];
const staticCaches = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("static.")));

/** A page that answers to a finger has its scripts. */
async function isAlive(page: Page) {
  await expect(page.getByText("Still here")).toBeVisible();
  await page.getByRole("searchbox").fill("no such words at all");
  await expect(page.getByText("Still here")).toBeHidden();
  await page.getByRole("searchbox").fill("");
}

test("a new build takes over without taking away what one reads offline, and never mixes the two", async ({ open }) => {
  const event = await anEvent();
  await perform(pitchTopic, await event.as("participant"), { title: "Still here" });
  const network = await BadNetwork.open(portOf(process.env.TWOFEET_URL ?? ""));
  const build = anotherBuild(process.env.TWOFEET_DIST ?? "");
  const next = await startServer({ TWOFEET_DIST: build.folder });
  const page = await open(await event.as("participant"), { ...phone, at: network.url });
  const broken: string[] = [];
  page.on("response", (answer) => {
    if (answer.status() === 404 && answer.url().includes("/_next/static/")) broken.push(answer.url());
  });
  try {
    await visit(page, event.slug, "/topics");
    const [old = ""] = await buildsIn(page);
    await page.context().setOffline(true);
    network.target = portOf(next.url);
    network.reset();
    // whoever is offline while the new one is put up reads on
    await page.reload();
    await isAlive(page);
    expect(await missingFiles(page)).toEqual([]);

    await page.context().setOffline(false);
    await page.goto(`/e/${event.slug}/topics`);
    await expect.poll(async () => (await buildsIn(page)).includes("another"), { timeout: 30_000 }).toBe(true);
    expect(await missingFiles(page)).toEqual([]);
    await expect.poll(() => buildsIn(page), { timeout: 40_000 }).toEqual(["another"]);
    await expect.poll(() => staticCaches(page)).toEqual(["static.another"]);
    expect(old).not.toBe("another");

    await page.context().setOffline(true);
    await bottom(page, "Board").click();
    await page.waitForURL(/\/board$/);
    await bottom(page, "Topics").click();
    await page.waitForURL(/\/topics$/);
    await isAlive(page);
    expect(await missingFiles(page)).toEqual([]);
    expect(broken).toEqual([]);
  } finally {
    await next.stop();
    await network.close();
    build.remove();
  }
});
