import { castDots } from "@/lib/ballot/commands";
import { perform } from "@/lib/db/perform";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent } from "@/tests/support/an-event";
import { expect, test } from "@/tests/support/browser";
import { startServer } from "@/tests/support/server";
import { phone, projector } from "./pages/devices";
import { staying } from "./pages/staying";
import { TopicsPage } from "./pages/topics-page";
import { WallPage } from "./pages/wall-page";

test("the server dies in the middle and comes back: two phones and a wall agree again, and none was loaded anew", async ({
  open,
}) => {
  test.setTimeout(120_000);
  const server = await startServer();
  const event = await anEvent({ phase: "voting", tallies: "shown", mayDotOwnTopic: true });
  const [ann, bob, cid] = [await event.as("participant"), await event.as("participant"), await event.as("participant")];
  const topicId = await perform(pitchTopic, cid, { title: "Chaos on purpose" });
  const at = { at: server.url };
  const [one, other, hall] = [
    await open(ann, { ...phone, ...at }),
    await open(bob, { ...phone, ...at }),
    await open(null, { ...projector, ...at }),
  ];
  const [hers, his] = [await new TopicsPage(one, event.slug).open(), await new TopicsPage(other, event.slug).open()];
  const wall = await new WallPage(hall, event.host).open();
  const onTheWall = wall.page.getByRole("listitem").filter({ hasText: "Chaos on purpose" });
  await hers.put("Chaos on purpose").click();
  for (const tally of [his.note("Chaos on purpose"), onTheWall]) await expect(tally).toContainText("1");
  const stay = await staying(one, other, hall);

  await server.kill();
  await hers.put("Chaos on purpose").click();
  await expect(one.getByText("1 change is saved on this phone")).toBeVisible({ timeout: 30_000 });
  await expect(hall.getByText("Reconnecting …")).toBeVisible({ timeout: 30_000 });
  await perform(castDots, cid, { topicId, dots: 3 });
  await perform(pitchTopic, cid, { title: "Pitched in the dark" });
  await server.start();

  for (const list of [hers, his])
    await expect(list.note("Chaos on purpose")).toContainText("5 dots", { timeout: 45_000 });
  await expect(onTheWall).toContainText("5", { timeout: 45_000 });
  await expect(wall.note("Pitched in the dark")).toBeVisible();
  await hers.newOnes.click();
  await his.newOnes.click();
  for (const list of [hers, his]) await expect(list.note("Pitched in the dark")).toBeVisible();
  await expect(hers.mine("Chaos on purpose", 2)).toBeVisible();
  await his.put("Pitched in the dark").click();
  await expect(hers.note("Pitched in the dark")).toContainText("1 dot");
  await stay();
  await server.stop();
});
