import type { Page } from "@playwright/test";
import { perform } from "@/lib/db/perform";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent } from "@/tests/support/an-event";
import { expect, test } from "@/tests/support/browser";
import { aPusherServer } from "@/tests/support/pusher-server";
import { startServer } from "@/tests/support/server";
import { phone } from "./pages/devices";
import { TopicsPage } from "./pages/topics-page";

/** Which hosts a page asks, over what socket it hears, and what. */
function listenIn(page: Page) {
  const [hosts, sockets, heard] = [new Set<string>(), new Set<string>(), [] as string[]];
  page.on("request", (request) => hosts.add(new URL(request.url()).host));
  page.on("websocket", (socket) => {
    sockets.add(new URL(socket.url()).host);
    socket.on("framereceived", ({ payload }) => heard.push(String(payload)));
  });
  const hears = (text: string) => expect.poll(() => heard.some((frame) => frame.includes(text))).toBe(true);
  return { hosts, sockets, heard, hears };
}

test("a phone speaks with our own server only, which its policy says too", async ({ open, baseURL }) => {
  const event = await anEvent({ visibility: "private" });
  const page = await open(await event.as("participant"), phone);
  const { hosts, sockets, hears } = listenIn(page);

  const answer = await page.goto(`/e/${event.slug}/topics`);
  expect(answer?.headers()["content-security-policy"]).toContain("connect-src 'self';");
  await hears("subscription_succeeded");
  await perform(pitchTopic, event.host, { title: "Straight from our server", pitch: "" });
  await hears("Straight from our server");
  await expect(new TopicsPage(page, event.slug).newOnes).toBeVisible();
  const own = new URL(baseURL ?? "").host;
  expect([[...hosts], [...sockets]]).toEqual([[own], [own]]);
});

test("over somebody else's sockets a private event is read by its members' browsers only", async ({ open }) => {
  const app = { id: "hosted", key: "hosted-key", secret: "a secret of the hosted service" };
  const origins: string[] = [];
  const service = await aPusherServer({ ...app, origins });
  const place = { PUSHER_HOST: "127.0.0.1", PUSHER_PORT: `${service.port}` };
  const named = { PUSHER_APP_ID: app.id, PUSHER_KEY: app.key, PUSHER_SECRET: app.secret };
  const server = await startServer({ REALTIME: "pusher", ...named, ...place });
  origins.push(server.url);
  const event = await anEvent({ visibility: "private" });
  // the policy is built in, and was built for our own sockets
  const page = await open(await event.as("participant"), { ...phone, at: server.url, bypassCSP: true });
  const { hosts, sockets, heard, hears } = listenIn(page);

  await page.goto(`/e/${event.slug}/topics`);
  await hears("subscription_succeeded");
  await perform(pitchTopic, event.host, { title: "Sealed on the way", pitch: "" });
  await hears("ciphertext");
  await expect(new TopicsPage(page, event.slug).newOnes).toBeVisible();
  expect(heard.join()).not.toContain("Sealed on the way");
  expect([[...hosts], [...sockets]]).toEqual([[new URL(server.url).host], [`127.0.0.1:${service.port}`]]);
  await server.stop();
  service.close();
});
