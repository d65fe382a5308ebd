import { connect } from "node:net";
import { anEvent } from "@/tests/support/an-event";
import { expect, test } from "@/tests/support/browser";
import { startServer } from "@/tests/support/server";

test("a page that does not exist says so", async ({ open }) => {
  const page = await open(null);
  const answer = await page.goto("/e/no-such-day");
  expect(answer?.status()).toBe(404);
});

test("the board is served beside the pages", async ({ request, open }) => {
  const event = await anEvent();
  const ann = await event.as("participant");
  const page = await open(ann);
  expect((await request.get(`/live/e/${event.slug}/board`)).status()).toBe(200);
  const mine = await page.request.get(`/live/e/${event.slug}/board`);
  expect(mine.status()).toBe(200);
});

test("a full address as the target is refused, for requests and for upgrades", async ({ baseURL }) => {
  const { port } = new URL(baseURL ?? "");
  const upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\n";
  const target = "GET http://169.254.169.254/app/x HTTP/1.1\r\nHost: x\r\n";
  expect(await said(Number(port), `${target}Connection: close\r\n\r\n`)).toContain("400 Bad Request");
  expect(await said(Number(port), `${target}${upgrade}\r\n`)).toBe("");
});

test("the server ends within seconds while phones hold connections open, and comes back on its port", async ({
  open,
}) => {
  const server = await startServer();
  const page = await open(null, { at: server.url });
  await page.goto("/");
  await server.stop();
  await server.start();
  expect((await page.goto("/"))?.status()).toBeLessThan(500);
  await server.stop();
});

function said(port: number, request: string) {
  return new Promise<string>((done) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(request));
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("close", () => done(text)).on("error", () => done(text));
  });
}
