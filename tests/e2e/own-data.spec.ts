import { readFileSync } from "node:fs";
import { prisma } from "@/lib/db/client";
import { perform } from "@/lib/db/perform";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent } from "@/tests/support/an-event";
import { expect, test } from "@/tests/support/browser";

test("a person takes their data along and is erased, without JavaScript", async ({ open }) => {
  const event = await anEvent();
  const ann = await event.as("participant", "Ann Anyone");
  await perform(pitchTopic, ann, { title: "Mine alone" });
  const page = await open(ann, { javaScriptEnabled: false });
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
