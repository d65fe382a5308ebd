import type { Page } from "@playwright/test";
import { perform } from "@/lib/db/perform";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent } from "@/tests/support/an-event";
import { expect, test } from "@/tests/support/browser";
import { BoardPage } from "./pages/board-page";
import { desk } from "./pages/devices";
import { TopicsPage } from "./pages/topics-page";

type Target = ReturnType<Page["getByRole"]>;

/** Goes there with Tab alone, and sees on the way where it is. */
async function tabTo(page: Page, target: Target) {
  await expect(target).toBeVisible();
  for (let steps = 0; steps < 60; steps++) {
    await page.keyboard.press("Tab");
    expect(await isFocusSeen(page)).toBe(true);
    if (await target.evaluate((one) => one === document.activeElement)) return;
  }
  throw new Error("Sixty Tabs do not lead there.");
}

/** The focused thing is drawn differently from the same thing without focus. */
function isFocusSeen(page: Page) {
  return page.evaluate(() => {
    const one = document.activeElement;
    if (!one || one === document.body) return true;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
  });
}

test("pitch and walk through the places with keys alone", async ({ open }) => {
  const event = await anEvent();
  const page = await open(null, desk);
  await page.goto(`/j/${event.code}`);
  await tabTo(page, page.getByRole("link", { name: "Topics", exact: true }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/topics$/);
  await tabTo(page, page.getByRole("link", { name: "Pitch a topic" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("What do you want to talk about?"));
  await page.keyboard.type("Hands off the mouse");
  await tabTo(page, page.getByLabel("Your name, as others see it"));
  await page.keyboard.type("Kit Keys");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/topics\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("article")).toContainText("Kit Keys");
  for (const [place, path] of [
    ["Board", "board"],
    ["Me", "me"],
  ] as const) {
    await tabTo(page, page.getByRole("link", { name: place, exact: true }));
    await page.keyboard.press("Enter");
    await page.waitForURL(new RegExp(`/${path}$`));
  }
});

test("give dots with keys alone: in the list, and one topic a screen", async ({ open }) => {
  const event = await anEvent({ phase: "voting" });
  await perform(pitchTopic, await event.as("participant"), { title: "Keys first" });
  const page = await open(await event.as("participant"), desk);
  const list = await new TopicsPage(page, event.slug).open();
  await tabTo(page, list.put("Keys first"));
  await page.keyboard.press("Enter");
  await expect(list.mine("Keys first", 1)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(list.mine("Keys first", 2)).toBeVisible();

  await page.goto(`/e/${event.slug}/topics/quick`);
  await expect(page.getByRole("group", { name: "Your dots on Keys first: 2" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("group", { name: "Your dots on Keys first: 1" })).toBeVisible();
  await page.keyboard.press("3");
  await expect(page.getByRole("group", { name: "Your dots on Keys first: 3" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("That was all of them")).toBeVisible();
});

test("place a topic with keys alone, walking the board by arrows", async ({ open }) => {
  const event = await anEvent();
  await perform(pitchTopic, await event.as("participant"), { title: "Placed by hand" });
  const board = await new BoardPage(await open(event.host, desk), event.slug).open();
  const { page } = board;
  await tabTo(page, board.piece("Placed by hand"));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Choose a cell for it.")).toBeVisible();
  const first = board.cell("14:00", "Aula").getByRole("button");
  for (let steps = 0; steps < 60 && !(await first.evaluate((one) => one === document.activeElement)); steps++)
    await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect(board.cell("15:00", "Attic").getByRole("button")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(board.cell("15:00", "Attic")).toContainText("Placed by hand");
});
