import { DateTime } from "luxon";
import { enter } from "@/lib/db/enter";
import { perform } from "@/lib/db/perform";
import { openPhase } from "@/lib/event/commands";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent } from "@/tests/support/an-event";
import { expect } from "@/tests/support/browser";
import { aHall, banner, isLive, test } from "./pages/bad-air";
import { phone } from "./pages/devices";
import { TopicsPage } from "./pages/topics-page";

const zone = "Asia/Tokyo";
const there = (minutes: number) => DateTime.now().plus({ minutes }).setZone(zone);
const slot = (minutes: number) => ({ id: null, startsAt: there(minutes).toFormat("yyyy-MM-dd'T'HH:mm"), minutes: 45 });

/** A day in Tokyo with one slot that runs, and when that began, and one that comes. */
async function today() {
  const first = slot(-10);
  const begun = first.startsAt.slice(-5);
  const days = { startsOn: there(-24 * 60).toISODate() ?? "", endsOn: there(48 * 60).toISODate() ?? "" };
  const event = await anEvent({ zone, ...days, slots: [first, slot(60)], phase: "running" });
  await perform(openPhase, event.host, { phase: "running", minutes: 10 });
  return { event, begun };
}

for (const days of [-1, 1])
  test(`a phone whose clock is ${days} day off shows what runs now, and counts down by the server's clock`, async ({
    open,
  }) => {
    const { event, begun } = await today();
    const page = await open(null, phone);
    await page.clock.install({ time: Date.now() + days * 24 * 60 * 60_000 });
    await page.goto(`/e/${event.slug}/board`);
    const running = page.locator(".slot-tabs a", { has: page.locator(".slot-now") });
    await expect(running).toHaveText(begun);
    await expect(running).toHaveCount(1);
    await expect(page.getByRole("timer")).toHaveText(/^(9:[0-5]\d|10:00)$/);
    await page.goto(`/e/${event.slug}`);
    await expect(page.getByRole("heading", { name: "Open space" })).toContainText(begun);
    await isLive(page);
    await expect(page.getByRole("timer")).toHaveText(/^(8:[0-5]\d|9:[0-5]\d|10:00)$/);
  });

test("cut off: how fresh the page is in the event's own time, and a button that keys and screen readers find", async ({
  open,
  network,
}) => {
  const event = await anEvent({ zone });
  await perform(pitchTopic, await event.as("participant"), { title: "Still here" });
  const air = await network();
  const page = await open(null, { ...phone, at: air.url });
  await new TopicsPage(page, event.slug).open();
  await isLive(page);
  const region = page.getByRole("status").filter({ hasText: "You are offline." });
  const hole = air.blackhole();
  await page.evaluate(() => dispatchEvent(new globalThis.Event("focus")));
  await expect(region).toBeVisible({ timeout: 25_000 });
  await expect(region).toContainText(
    new RegExp(`Last updated (${there(0).toFormat("HH:mm")}|${there(-1).toFormat("HH:mm")})`),
  );
  const again = region.getByRole("button", { name: "Try again" });
  await again.focus();
  await page.keyboard.press("Enter");
  await expect(region.getByRole("button", { name: "Asking …" })).toBeFocused();
  await expect(again).toBeFocused({ timeout: 20_000 });
  hole.back();
  await again.press("Enter");
  await expect(banner(page)).toHaveCount(0);
  await isLive(page);
});

test("a server that is away behind its proxy is said to be, and is not asked before it wants to be", async ({
  open,
}) => {
  const { event, voter } = await aHall(["Bad gateway"]);
  const page = await open(voter, phone);
  const asked: number[] = [];
  await page.routeWebSocket("**", (socket) => socket.close());
  await page.route("**/live/e/*/board?*", (route) => {
    asked.push(Date.now());
    return route.fulfill({ status: 503, headers: { "retry-after": "6" }, body: "gone to lunch" });
  });
  await new TopicsPage(page, event.slug).open();
  await expect(banner(page)).toContainText("The server does not answer just now.", { timeout: 20_000 });
  await page.evaluate(() => dispatchEvent(new globalThis.Event("focus")));
  await expect.poll(() => asked.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(3);
  const gaps = asked.slice(1).map((at, n) => at - (asked[n] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5_900);
});

test("whoever is removed from a private event is told so, and their phone stops asking", async ({ open }) => {
  const event = await anEvent({ visibility: "private" });
  const guest = await event.as("participant");
  const page = await open(guest, phone);
  const gone: string[] = [];
  await page.exposeFunction("heardGone", (slug: string) => gone.push(slug));
  await page.addInitScript(() => {
    const { heardGone } = globalThis as unknown as { heardGone: (slug: string) => void };
    addEventListener("twofeet:gone", (heard) => heardGone((heard as CustomEvent<{ slug: string }>).detail.slug));
  });
  let asked = 0;
  page.on("request", (request) => {
    if (request.url().includes("/board?")) asked += 1;
  });
  await new TopicsPage(page, event.slug).open();
  await isLive(page);
  await enter(event.host, "host", async ({ tx }) => {
    await tx.member.delete({ where: { eventId_id: { eventId: event.id, id: guest.memberId } } });
    await tx.$executeRaw`select pg_notify('sessions', '')`;
  });
  await expect.poll(() => gone, { timeout: 30_000 }).toEqual([event.slug]);
  const before = asked;
  // that it asks no more shows only in time that passes: longer than the pause between two asks
  await page.waitForTimeout(6_000);
  expect(asked - before).toBeLessThanOrEqual(1);
});
