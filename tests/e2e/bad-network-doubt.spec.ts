import { castDots } from "@/lib/ballot/commands";
import { perform } from "@/lib/db/perform";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { expect } from "@/tests/support/browser";
import { startServer } from "@/tests/support/server";
import { aHall, ballotOf, isLive, pending, portOf, seconds, test } from "./pages/bad-air";
import { phone } from "./pages/devices";
import { TopicsPage } from "./pages/topics-page";

test("a connection that is reset in the middle of an answer costs nothing but time", async ({ open, network }) => {
  const { event, topics, voter } = await aHall(["Torn"]);
  const air = await network({ rttMs: 300 });
  const page = await open(voter, { ...phone, at: air.url });
  const list = await new TopicsPage(page, event.slug).open();
  await isLive(page);
  for (const dots of [1, 2, 3]) {
    await list.put("Torn").click();
    await expect.poll(() => ballotOf(voter), { intervals: [20] }).toEqual({ [topics[0] ?? ""]: dots });
    air.reset();
    await expect(list.mine("Torn", dots)).toBeVisible();
    await expect(pending(page)).toHaveCount(0, { timeout: 20_000 });
  }
  expect(await ballotOf(voter)).toEqual({ [topics[0] ?? ""]: 3 });
});

test("an answer that arrives after a later one puts nothing back", async ({ open, network }) => {
  const { event, topics, voter } = await aHall(["Overtaken"]);
  const air = await network();
  const page = await open(voter, { ...phone, at: air.url });
  const list = await new TopicsPage(page, event.slug).open();
  await isLive(page);
  await page.evaluate(() => dispatchEvent(new globalThis.Event("focus")));
  await expect.poll(() => air.requests.some(({ line }) => line.includes("/board?"))).toBe(true);
  const held = air.hold(/\/board\?/);
  await page.evaluate(() => dispatchEvent(new globalThis.Event("focus")));
  await perform(castDots, await event.as("participant"), { topicId: topics[0] ?? "", dots: 3 });
  await expect(list.note("Overtaken")).toContainText("3 dots");
  held.release();
  await perform(castDots, await event.as("participant"), { topicId: topics[0] ?? "", dots: 1 });
  await expect(list.note("Overtaken")).toContainText("4 dots");
});

test("a socket that only claims to be open is found out in bounded time, and at once when the phone wakes", async ({
  open,
  network,
}) => {
  const { event, convener, voter } = await aHall(["Half a line"]);
  const [idle, woken] = [await network(), await network()];
  const [left, right] = [await open(voter, { ...phone, at: idle.url }), await open(null, { ...phone, at: woken.url })];
  const lists = [
    await new TopicsPage(left, event.slug).open(),
    await new TopicsPage(right, event.slug).open(),
  ] as const;
  await Promise.all([isLive(left), isLive(right)]);
  idle.halfOpen();
  woken.halfOpen();
  await perform(pitchTopic, convener, { title: "Said into the silence" });

  const onWaking = await seconds(async () => {
    await right.evaluate(() => dispatchEvent(new globalThis.Event("focus")));
    await expect(lists[1].newOnes).toBeVisible({ timeout: 10_000 });
  });
  expect(onWaking).toBeLessThan(8);
  const byItself = await seconds(() => expect(lists[0].newOnes).toBeVisible({ timeout: 60_000 }));
  console.log(`found out ${onWaking} s after waking, ${onWaking + byItself} s by itself`);
  expect(onWaking + byItself).toBeLessThan(25 + 10 + 8);
  await Promise.all([isLive(left), isLive(right)]);
});

test("a captive portal is no network: nothing it says is shown, and the page stays", async ({ open, network }) => {
  const { event, topics, voter } = await aHall(["Free wifi"]);
  const page = await open(voter, { ...phone, at: (await network()).url });
  const list = await new TopicsPage(page, event.slug).open();
  await isLive(page);
  const address = page.url();
  let asked = 0;
  await page.route("**/live/**", (route) => {
    asked += 1;
    const portal = "<!doctype html><title>Hotel</title><h1>Accept our terms</h1>";
    if (asked % 2) return route.fulfill({ status: 200, contentType: "text/html", body: portal });
    return route.fulfill({ status: 302, headers: { location: "https://portal.invalid/login" } });
  });
  await page.evaluate(() => dispatchEvent(new globalThis.Event("focus")));
  await list.put("Free wifi").click();
  await expect.poll(() => asked).toBeGreaterThan(4);
  await expect(pending(page).first()).toBeAttached();
  await expect(page.getByText("Accept our terms")).toHaveCount(0);
  expect(page.url()).toBe(address);
  expect(await ballotOf(voter)).toEqual({});

  await page.unroute("**/live/**");
  await expect(pending(page)).toHaveCount(0);
  await expect.poll(() => ballotOf(voter)).toEqual({ [topics[0] ?? ""]: 1 });
});

test("the server restarts while the air is bad: nothing is lost, nobody reloads", async ({ open, network }) => {
  test.setTimeout(240_000);
  const server = await startServer();
  const { event, topics, voter } = await aHall(["Phoenix"]);
  const air = await network({ rttMs: 150, jitterMs: 40, loss: 0.02 }, portOf(server.url));
  const page = await open(voter, { ...phone, at: air.url });
  const list = await new TopicsPage(page, event.slug).open();
  await isLive(page);
  await page.evaluate(() => Object.assign(globalThis, { stayed: true }));
  await list.put("Phoenix").click();
  await server.kill();
  await list.put("Phoenix").click();
  await expect(page.getByText("1 change is saved on this phone")).toBeVisible({ timeout: 30_000 });
  await server.start();
  await expect(pending(page)).toHaveCount(0, { timeout: 30_000 });
  await expect(list.mine("Phoenix", 2)).toBeVisible();
  await isLive(page);
  expect(await ballotOf(voter)).toEqual({ [topics[0] ?? ""]: 2 });
  expect(await page.evaluate(() => (globalThis as { stayed?: boolean }).stayed)).toBe(true);
  await server.stop();
});
