import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { prisma } from "@/lib/db/client";
import {
  endOneSession,
  hashToken,
  livingSessions,
  newToken,
  openSession,
  sessionCookie,
  userOfToken,
} from "@/lib/db/session";
import { newSignInLink } from "@/lib/db/sign-in-link";
import { authOptions } from "@/lib/web/auth";
import { deviceOf } from "@/lib/web/device";
import { anEvent, aUser } from "@/tests/support/an-event";
import { aLiveServer, aPhone, listenTo } from "@/tests/support/live-server";
import { visitAuth } from "@/tests/support/next-auth";
import { aSession } from "@/tests/support/session";
import { soon } from "@/tests/support/soon";

// the marker package throws wherever no bundler has replaced it
vi.mock("server-only", () => ({}));

let at: Awaited<ReturnType<typeof aLiveServer>>;
beforeAll(async () => {
  at = await aLiveServer();
});
afterAll(() => at.close());

const anAddress = () => `ann-${crypto.randomUUID().slice(0, 8)}@example.org`;
const minutes = 60_000;
const hours = 60 * minutes;
const after = (ms: number) => new Date(Date.now() + ms);

async function signedIn() {
  const [userId, token] = [await aUser(anAddress()), newToken()];
  await openSession({ token, userId, device: "Firefox, Linux" });
  return { userId, token };
}

test("a session that nobody used for twelve hours is over", async () => {
  const { userId, token } = await signedIn();
  expect(await userOfToken(token, after(12 * hours - minutes))).toBe(userId);
  const resting = await signedIn();
  expect(await userOfToken(resting.token, after(12 * hours + minutes))).toBeNull();
});

test("a session that is used lives on, but not for longer than seven days", async () => {
  const { userId, token } = await signedIn();
  for (let hour = 8; hour < 7 * 24; hour += 8) expect(await userOfToken(token, after(hour * hours))).toBe(userId);
  expect(await userOfToken(token, after(7 * 24 * hours - minutes))).toBe(userId);
  expect(await userOfToken(token, after(7 * 24 * hours + minutes))).toBeNull();
});

test("a guest is still the same guest on the second morning, and on the eighth day nobody", async () => {
  const [userId, token] = [await aUser(), newToken()];
  const expires = after(7 * 24 * hours);
  await prisma().session.create({ data: { sessionToken: hashToken(token), userId, expires } });
  for (const night of [15, 40, 7 * 24 - 1]) expect(await userOfToken(token, after(night * hours))).toBe(userId);
  expect(await userOfToken(token, after(7 * 24 * hours + minutes))).toBeNull();
});

test("the hot lane counts as use, and knows a session that rested for too long as little as pages do", async () => {
  const event = await anEvent();
  const [userId, token] = [await aUser(anAddress()), newToken()];
  await openSession({ token, userId });
  const where = { sessionToken: hashToken(token) };
  const back = { usedAt: after(-6 * hours), startedAt: after(-10 * hours), expires: after(6 * hours) };
  await prisma().session.update({ where, data: back });
  const phone = await aPhone(at, null);
  phone.jar.set(sessionCookie(), token);
  expect((await phone.call(`e/${event.slug}/me`)).status).toBe(200);
  const used = await prisma().session.findUniqueOrThrow({ where });
  expect(used.expires.getTime()).toBeGreaterThan(after(11 * hours).getTime());
  const [row] = await prisma().$queryRaw<{ who: string | null }[]>`
    select use_session(${hashToken(token)}, ${after(13 * hours)}) as who`;
  expect(row?.who).toBeNull();
});

test("signing in makes a new token, and the one that the browser held before opens nothing any more", async () => {
  const email = anAddress();
  const userId = await aUser(email);
  const before = await aSession(userId);
  const other = await aSession(userId);
  const query = Object.fromEntries(new URL(await newSignInLink(email, "/"), "http://localhost").searchParams);
  const browser = { held: before.value, device: "Safari, iPhone" };
  const { cookies } = await visitAuth(authOptions(userId, browser), { at: "callback/email", query });
  const token = cookies[sessionCookie()];
  expect(token).not.toBe(before.value);
  expect(await Promise.all([token, before.value, other.value].map((one) => userOfToken(one)))).toEqual([
    userId,
    null,
    userId,
  ]);
  const fresh = await prisma().session.findUniqueOrThrow({ where: { sessionToken: hashToken(token ?? "") } });
  expect(fresh).toMatchObject({ device: "Safari, iPhone" });
  expect(fresh.expires.getTime()).toBeLessThan(after(12 * hours + minutes).getTime());
});

test("a person sees where they are signed in and ends one of them; its socket goes with it, nobody else can", async () => {
  const event = await anEvent({ visibility: "private" });
  const ann = await event.as("participant");
  const [here, there] = [await aPhone(at, ann.userId), await aPhone(at, ann.userId)];
  const heard = { slug: event.slug, id: event.id };
  const [stays, goes] = [listenTo(at, here, heard), listenTo(at, there, heard)];
  await Promise.all([stays.subscribed, goes.subscribed]);

  const sessions = await livingSessions(ann.userId);
  expect(sessions).toHaveLength(2);
  const ended = sessions.find(({ sessionToken }) => sessionToken === hashToken(there.jar.get(sessionCookie()) ?? ""));
  await endOneSession(await aUser(), ended?.id ?? "");
  expect(await livingSessions(ann.userId)).toHaveLength(2);

  const since = performance.now();
  await endOneSession(ann.userId, ended?.id ?? "");
  await soon(() => expect(goes.client.connection.state).not.toBe("connected"));
  expect(performance.now() - since).toBeLessThan(5_000);
  expect(stays.client.connection.state).toBe("connected");
  expect((await there.call(`e/${event.slug}/me`)).status).toBe(404);
  for (const { client } of [stays, goes]) client.disconnect();
});

test.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1",
    "Safari, iPhone",
  ],
  ["Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0", "Edge, Windows"],
  ["Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/150.0.0.0 Mobile Safari/537.36", "Chrome, Android"],
  ["curl/8", null],
])("%s is told as %s", (agent, device) => {
  expect(deviceOf(agent)).toBe(device);
});
