import { readFileSync } from "node:fs";
import { prisma } from "@/lib/db/client";
import { perform } from "@/lib/db/perform";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent } from "@/tests/support/an-event";
import { expect, test } from "@/tests/support/browser";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript too";

  test(`a person takes their data along and is erased${how}`, async ({ open }) => {
    const event = await anEvent();
    const ann = await event.as("participant", "Ann Anyone");
    await perform(pitchTopic, ann, { title: "Mine alone" });
    const page = await open(ann, { javaScriptEnabled });
    await page.goto("/account");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download it (JSON)" }).click(),
    ]);
    const file = readFileSync(await download.path(), "utf8");
    expect(JSON.parse(file).data.member).toMatchObject([{ name: "Ann Anyone" }]);
    await page.getByRole("link", { name: "Erase me …" }).click();
    await page.getByLabel("I mean it. Nobody can bring it back.").check();
    await page.getByRole("button", { name: "Erase me" }).click();
    await expect(page).toHaveURL(/\/$/);
    expect(await prisma().user.count({ where: { id: ann.userId } })).toBe(0);
    expect((await page.goto("/account"))?.url()).toContain("/sign-in");
  });
}

test("a host says how long a private day is kept, holds it, and purges it; its pages carry the reader's name", async ({
  open,
}) => {
  const event = await anEvent({ visibility: "private" });
  const page = await open(event.host);
  await page.goto(`/e/${event.slug}/settings`);
  await page.getByRole("link", { name: "How long it is kept" }).click();
  await expect(page.locator("#watermark")).toContainText("Hedda Host");
  await page.getByLabel("Purge on").fill("2027-03-05");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Pick a day after the last day of the event.")).toBeVisible();
  await page.getByLabel("Purge on").fill("2027-06-01");
  await page.getByLabel("Put the reader’s name on the pages").uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.getByLabel("Why").fill("A court asks");
  await page.getByRole("button", { name: "Place a hold" }).click();
  await expect(page.getByText("A court asks")).toBeVisible();
  await page.reload();
  await expect(page.locator("#watermark")).toHaveCount(0);
  await page.getByRole("button", { name: "Lift the hold" }).click();
  await page.getByText("Purge it now").click();
  const now = page.locator("details");
  await now.getByText("Nothing", { exact: true }).click();
  await now.getByRole("textbox").fill("DevOpsDays Testhaven");
  await now.getByRole("button", { name: "Purge now" }).click();
  await expect(page.getByRole("link", { name: "Receipt of a purge" })).toBeVisible();
  expect((await page.goto(`/e/${event.slug}`))?.status()).toBe(404);
});
