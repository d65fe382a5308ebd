import { OAuth2Server } from "oauth2-mock-server";
import { expect, test, vi } from "vitest";
import { castDots } from "@/lib/ballot/commands";
import { prisma } from "@/lib/db/client";
import { ask, perform } from "@/lib/db/perform";
import { endSession, endSessions, hashToken, sessionCookie, userOfToken } from "@/lib/db/session";
import { livingLinks, newSignInLink } from "@/lib/db/sign-in-link";
import { viewMe } from "@/lib/event/queries";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { viewTopics } from "@/lib/topic/queries";
import { authOptions } from "@/lib/web/auth";
import { anEvent, aUser } from "@/tests/support/an-event";
import { visitAuth } from "@/tests/support/next-auth";
import { aSession } from "@/tests/support/session";

// the marker package throws wherever no bundler has replaced it
vi.mock("server-only", () => ({}));

const anAddress = () => `ann-${crypto.randomUUID().slice(0, 8)}@example.org`;

/** Presses the button of a mailed link in a browser that is that guest's. */
async function follow(link: string, guestId: string | null = null) {
  const query = Object.fromEntries(new URL(link, "http://localhost").searchParams);
  const { location, cookies } = await visitAuth(authOptions(guestId), { at: "callback/email", query });
  const token = cookies[sessionCookie()];
  return { location, token, userId: await userOfToken(token) };
}

test("a link signs in once, and its session is stored as a hash", async () => {
  const email = anAddress();
  const link = await newSignInLink(email, "/new");
  const { location, token, userId } = await follow(link);
  expect(location).toBe("/new");
  expect(await prisma().user.findUnique({ where: { id: userId ?? "" } })).toMatchObject({ email });
  expect(await prisma().session.count({ where: { sessionToken: token ?? "" } })).toBe(0);
  expect(await prisma().session.count({ where: { sessionToken: hashToken(token ?? "") } })).toBe(1);

  const again = await follow(link);
  expect(again).toMatchObject({ userId: null });
  expect(again.location).toMatch(/\/error\?error=Verification$/);
});

test("a link that is too old, or was made for another address, signs nobody in", async () => {
  expect((await follow(await newSignInLink(anAddress(), "/", -1))).userId).toBeNull();
  const link = await newSignInLink(anAddress(), "/");
  expect((await follow(link.replace(/email=[^&]+/, `email=${anAddress()}`))).userId).toBeNull();
});

test("links that can still be used are counted by address; old ones are forgotten", async () => {
  const email = anAddress();
  await newSignInLink(email, "/", -1);
  await newSignInLink(email, "/");
  expect(await livingLinks(email)).toBe(1);
  expect(await livingLinks(anAddress())).toBe(0);
});

test.each(["https://evil.example/", "//evil.example/", "/\\evil.example"])(
  "%s is nowhere to go on to",
  async (next) => {
    const { location } = await follow(await newSignInLink(anAddress(), next));
    expect(["/", ""]).toContain(location.replace(/^\/\?error=.*$/, "/"));
  },
);

test("a guest who adds an e-mail stays the same person: topics, dots and name", async () => {
  const event = await anEvent({ phase: "voting", voters: "confirmed" });
  const other = await perform(pitchTopic, event.host, { title: "On-call" });
  const ann = await event.as("participant", "Ann");
  const mine = await perform(pitchTopic, ann, { title: "Chaos" });
  expect((await ask(viewMe, ann, undefined)).barred).toBe("needs-confirmed-email");

  const { userId } = await follow(await newSignInLink(anAddress(), "/"), ann.userId);
  expect(userId).toBe(ann.userId);
  const me = { slug: event.slug, userId };
  expect(await ask(viewMe, me, undefined)).toMatchObject({ me: { name: "Ann" }, barred: null });
  await perform(castDots, me, { topicId: other, dots: 2 });
  expect((await ask(viewTopics, me, undefined)).ballot).toMatchObject({ mine: [mine], dots: { [other]: 2 } });
});

test("a guest who turns out to have an account brings along what the account has not", async () => {
  const [here, there] = [await anEvent({ phase: "voting" }), await anEvent()];
  const email = anAddress();
  const userId = await aUser(email);
  const guest = await here.as("participant", "Brisk Otter");
  const topicId = await perform(pitchTopic, here.host, { title: "On-call" });
  await perform(castDots, guest, { topicId, dots: 3 });

  const signedIn = await follow(await newSignInLink(email, "/"), guest.userId);
  expect(signedIn.userId).toBe(userId);
  const ballot = (await ask(viewTopics, { slug: here.slug, userId }, undefined)).ballot;
  expect(ballot).toMatchObject({ member: { name: "Brisk Otter" }, dots: { [topicId]: 3 } });
  expect((await ask(viewMe, { slug: there.slug, userId }, undefined)).me).toBeNull();
});

test("signing out ends this session, signing out everywhere ends all of them", async () => {
  const userId = await aUser();
  const [here, there, elsewhere] = [await aSession(userId), await aSession(userId), await aSession(userId)];
  await endSession(here.value);
  expect(await Promise.all([here, there].map(({ value }) => userOfToken(value)))).toEqual([null, userId]);
  await endSessions(userId);
  expect(await Promise.all([there, elsewhere].map(({ value }) => userOfToken(value)))).toEqual([null, null]);
});

test("a session that is over signs nobody in", async () => {
  const { value } = await aSession(await aUser());
  await prisma().session.updateMany({ where: { sessionToken: hashToken(value) }, data: { expires: new Date(0) } });
  expect(await userOfToken(value)).toBeNull();
});

/** A real provider's round trip: to it, back with a code, and in. */
async function throughProvider(provider: OAuth2Server, person: { sub: string; email: string }, guestId: string | null) {
  provider.service.removeAllListeners("beforeTokenSigning");
  provider.service.on("beforeTokenSigning", (token) => Object.assign(token.payload, person));
  const options = authOptions(guestId);
  options.providers.push({
    id: "club",
    name: "Club",
    type: "oauth",
    wellKnown: `${provider.issuer.url}/.well-known/openid-configuration`,
    clientId: "twofeet",
    clientSecret: "secret",
    checks: ["pkce", "state"],
    profile: ({ sub, email }) => ({ id: sub, email }),
  });
  const csrf = await visitAuth(options, { at: "csrf" });
  const csrfToken = csrf.cookies["next-auth.csrf-token"]?.split("|")[0] ?? "";
  const started = await visitAuth(options, {
    at: "signin/club",
    body: { csrfToken, callbackUrl: "/new" },
    cookies: csrf.cookies,
  });
  const asked = await fetch(started.location, { redirect: "manual" });
  const query = Object.fromEntries(new URL(asked.headers.get("location") ?? "").searchParams);
  const back = await visitAuth(options, { at: "callback/club", query, cookies: started.cookies });
  return { ...back, userId: await userOfToken(back.cookies[sessionCookie()]) };
}

test("a provider signs in the same person twice, and a guest becomes that person", async () => {
  const provider = new OAuth2Server();
  await provider.issuer.keys.generate("RS256");
  await provider.start(0, "localhost");
  const person = { sub: crypto.randomUUID(), email: anAddress() };
  const guestId = await aUser();
  const first = await throughProvider(provider, person, guestId);
  expect(first).toMatchObject({ location: "/new", userId: guestId });
  const account = await prisma().user.findUnique({ where: { id: guestId } });
  expect(account).toMatchObject({ email: person.email, emailVerified: expect.any(Date) });
  expect(await throughProvider(provider, person, await aUser())).toMatchObject({ userId: guestId });

  const taken = await throughProvider(provider, { sub: crypto.randomUUID(), email: person.email }, null);
  expect(taken.userId).toBeNull();
  expect(taken.location).toContain("error=OAuthAccountNotLinked");
  await provider.stop();
});
