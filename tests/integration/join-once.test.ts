import { afterAll, beforeAll, expect, test } from "vitest";
import { prisma } from "@/lib/db/client";
import { enter } from "@/lib/db/enter";
import { deviceCookie, guestToken, hashToken, newToken, sessionCookie } from "@/lib/db/session";
import { anEvent } from "@/tests/support/an-event";
import { aLiveServer, aPhone } from "@/tests/support/live-server";

let server: Awaited<ReturnType<typeof aLiveServer>>;
beforeAll(async () => {
  server = await aLiveServer();
});
afterAll(() => server.close());

async function aDevice(code: string, device = newToken()) {
  const phone = await aPhone(server, null);
  phone.jar.set("twofeet.code", code).set(deviceCookie(), device);
  return phone;
}

const guests = (event: Awaited<ReturnType<typeof anEvent>>) =>
  enter(event.host, "host", ({ tx }) => tx.member.count({ where: { role: "participant" } }));

test("a join that is sent again, because its answer was lost, makes no second guest", async () => {
  const event = await anEvent({ phase: "voting" });
  const device = newToken();
  const sessions = new Set<string | undefined>();
  for (let times = 0; times < 3; times++) {
    const phone = await aDevice(event.code, device);
    expect((await phone.call(`e/${event.slug}/join`, "POST", {})).status).toBe(200);
    sessions.add(phone.jar.get(sessionCookie()));
    const { member } = await (await phone.call(`e/${event.slug}/me`)).json();
    expect(member).not.toBeNull();
  }
  expect(sessions.size).toBe(1);
  expect(await guests(event)).toBe(1);
});

test("sixty copies at once are one guest; ten devices are ten", async () => {
  const event = await anEvent({ phase: "voting" });
  const device = newToken();
  const copies = await Promise.all(Array.from({ length: 60 }, () => aDevice(event.code, device)));
  const answers = await Promise.all(copies.map((phone) => phone.call(`e/${event.slug}/join`, "POST", {})));
  expect(answers.map(({ status }) => status)).toEqual(Array(60).fill(200));
  expect(await guests(event)).toBe(1);
  const devices = await Promise.all(Array.from({ length: 10 }, () => aDevice(event.code)));
  await Promise.all(devices.map((phone) => phone.call(`e/${event.slug}/join`, "POST", {})));
  expect(await guests(event)).toBe(11);
});

test("a device's name is no key: without the server's secret nobody has its session", async () => {
  const device = newToken();
  expect(guestToken(device)).toBe(guestToken(device));
  expect(guestToken(device)).not.toBe(device);
  expect(guestToken(null)).not.toBe(guestToken(null));
  expect(await prisma().session.count({ where: { sessionToken: hashToken(device) } })).toBe(0);
});
