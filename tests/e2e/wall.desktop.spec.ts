import type { Page } from "@playwright/test";
import { enter } from "@/lib/db/enter";
import { perform } from "@/lib/db/perform";
import { openPhase } from "@/lib/event/commands";
import type { Phase } from "@/lib/live/feed";
import { anEvent } from "@/tests/support/an-event";
import { expect, test } from "@/tests/support/browser";
import { projector } from "./pages/devices";
import { WallPage } from "./pages/wall-page";

const rooms = Array.from({ length: 12 }, (_, at) => ({
  id: null,
  name: `Room of the ${at + 1}. harbour`,
  capacity: 40,
}));
const slots = ["13:00", "14:00", "15:00", "16:00", "17:00"].map((time) => ({
  id: null,
  startsAt: `2027-03-04T${time}`,
  minutes: 45,
}));
const titles = Array.from({ length: 60 }, (_, at) => {
  const words = "Why does nobody delete anything, and what would happen to us all if somebody finally did it once?";
  return `${at + 1}: ${words.slice(0, 12 + ((at * 17) % 84))}`;
});

/** Twelve rooms, five slots, sixty topics of any length up to the longest, each in a cell of its own. */
async function aCrowdedDay(phase: Phase) {
  const event = await anEvent({ rooms, slots });
  await enter(event.host, "host", async ({ tx, event: { id: eventId }, member }) => {
    const pitcherId = member?.id ?? "";
    const topics = await tx.topic.createManyAndReturn({
      data: titles.map((title) => ({ eventId, title, pitch: "", pitcherId, convenerId: pitcherId })),
    });
    const data = topics.map(({ id }, at) => ({
      eventId,
      topicId: id,
      slotId: event.slots[Math.floor(at / 12)]?.id ?? "",
      roomId: event.rooms[at % 12]?.id ?? "",
    }));
    await tx.placement.createMany({ data });
  });
  await perform(openPhase, event.host, { phase, minutes: 30 });
  return event;
}

/** What is cut off, or scrolls, on the wall as it stands. */
function cutOff(page: Page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    const scrolls = root.scrollHeight > innerHeight || root.scrollWidth > innerWidth ? ["the page scrolls"] : [];
    const notes = [
      ...document.querySelectorAll<HTMLElement>("[data-whole], [data-whole] *, .wall-board h3, .wall-board"),
    ];
    const cut = notes.filter(
      ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
        clientHeight > 0 && (scrollHeight > clientHeight + 2 || scrollWidth > clientWidth + 2),
    );
    const outside = notes.filter((one) => one.getBoundingClientRect().bottom > innerHeight + 1);
    return [...scrolls, ...[...cut, ...outside].map((one) => `${one.className}: ${one.innerText.slice(0, 60)}`)];
  });
}

for (const phase of ["voting", "running"] as const)
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
    [3840, 2160],
  ] as const)
    test(`${phase}: all of 60 topics are on a wall of ${width} × ${height}, whole, page by page`, async ({ open }) => {
      const event = await aCrowdedDay(phase);
      const page = await open(null, { ...projector, viewport: { width, height } });
      await page.clock.install();
      await new WallPage(page, event.host).open();
      const seen = new Set<string>();
      const label = page.getByText(/^\d+ of \d+$/);
      await expect(label).toBeVisible();
      const pages = Number((await label.innerText()).split(" ").pop());
      for (let turn = 0; turn < pages; turn++) {
        expect(await cutOff(page)).toEqual([]);
        for (const title of titles) if (await page.getByText(title, { exact: true }).isVisible()) seen.add(title);
        const before = await label.innerText();
        await page.clock.fastForward(15_000);
        await expect(label).not.toHaveText(before);
      }
      expect(titles.filter((title) => !seen.has(title))).toEqual([]);
    });
