import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { prisma } from "@/lib/db/client";
import { enter } from "@/lib/db/enter";
import { askOrg, performInOrg } from "@/lib/db/enter-org";
import { forceSso, makeScimToken } from "@/lib/sso/commands";
import { viewSso } from "@/lib/sso/queries";
import { anEvent, type TestEvent } from "@/tests/support/an-event";
import { anAddress } from "@/tests/support/an-org";
import type { IdentityProvider } from "@/tests/support/identity-provider";
import { aLiveServer, aPhone, listenTo } from "@/tests/support/live-server";
import { aDirectory } from "@/tests/support/scim";
import { soon } from "@/tests/support/soon";
import { aCompany, aSubject, seatOf, startProviders } from "@/tests/support/sso";

// the marker package throws wherever no bundler has replaced it
vi.mock("server-only", () => ({}));

let provider: IdentityProvider;
let at: Awaited<ReturnType<typeof aLiveServer>>;
beforeAll(async () => {
  [provider] = (await startProviders(1)) as [IdentityProvider];
  at = await aLiveServer();
});
afterAll(() => Promise.all([provider.stop(), at.close()]));

type Visibility = "private" | "public";

/** A day of a company: Ann has an account of her own there, Sam one of the company's. */
async function aDay(visibility: Visibility = "private") {
  const company = await aCompany(provider);
  const event = await anEvent({ visibility, of: company.owner });
  const [ann, person] = [
    await company.as("member", "Ann"),
    { sub: aSubject(), email: anAddress(), email_verified: true },
  ];
  const sam = await company.signIn(person);
  const boss = await company.signIn({ sub: aSubject(), groups: ["twofeet-owners"] });
  for (const { userId } of [ann, sam]) await seat(event, userId);
  const force = (forced: "yes" | "no") =>
    performInOrg(forceSso, { org: company.slug, userId: boss.userId }, { forced });
  return { company, event, ann, sam, boss, person, force };
}

const seat = (event: TestEvent, userId: string) =>
  enter(event.host, "host", ({ tx, event: { id } }) =>
    tx.member.create({ data: { eventId: id, userId, role: "participant", name: "Somebody" } }),
  );

const enters = (slug: string, userId: string) =>
  enter({ slug, userId }, "participant", async () => "in").catch((error) => error.reason);

async function listed(userId: string) {
  const [events, orgs] = [
    await prisma().$queryRaw<{ slug: string }[]>`select slug from events_for(${userId}::uuid) where role is not null`,
    await prisma().$queryRaw<{ slug: string }[]>`select slug from orgs_for(${userId}::uuid)`,
  ];
  return [...events, ...orgs].map(({ slug }) => slug);
}

describe("a company that insists on its own sign-in", () => {
  test("is not found with any other account at any door, and is as before when it lets them in again", async () => {
    const { company, event, ann, sam, force } = await aDay();
    const [hers, his] = [await aPhone(at, ann.userId), await aPhone(at, sam.userId)];
    const doors = async (userId: string, phone: typeof hers) => [
      await enters(event.slug, userId),
      (await phone.call(`e/${event.slug}/board`)).status,
      (await phone.call(`e/${event.slug}/me`)).status,
      (await phone.call(`e/${event.slug}/join`, "POST", { code: event.code })).status,
      (await phone.call(`socket?slug=${event.slug}`)).status,
      (await askOrg(viewSso, { org: company.slug, userId }, undefined).catch((error) => error)).reason,
      (await listed(userId)).length,
    ];
    const inside = ["in", 200, 200, 200, 200, "forbidden", 2];
    const outside = ["not-found", 404, 404, 404, 404, "not-found", 0];
    expect(await doors(ann.userId, hers)).toEqual(inside);
    await force("yes");
    await soon(async () => expect(await doors(ann.userId, hers)).toEqual(outside));
    expect(await doors(sam.userId, his)).toEqual(inside);
    await force("no");
    await soon(async () => expect(await doors(ann.userId, hers)).toEqual(inside));
  });

  test("cuts the sockets of other accounts within five seconds, and leaves those of its own", async () => {
    const { event, ann, sam, force } = await aDay();
    const heard = { slug: event.slug, id: event.id };
    const [hers, his] = [await aPhone(at, ann.userId), await aPhone(at, sam.userId)];
    const [goes, stays] = [listenTo(at, hers, heard), listenTo(at, his, heard)];
    await Promise.all([goes.subscribed, stays.subscribed]);
    const since = performance.now();
    await force("yes");
    await soon(() => expect(goes.client.connection.state).not.toBe("connected"));
    expect(performance.now() - since).toBeLessThan(5_000);
    expect(stays.client.connection.state).toBe("connected");
    for (const { client } of [goes, stays]) client.disconnect();
  });

  test("still lets strangers into its public days, but nobody who belongs to it by another account", async () => {
    const { event, ann, sam, force } = await aDay("public");
    const guest = await event.as("participant");
    await force("yes");
    expect(await enters(event.slug, guest.userId)).toBe("in");
    expect(await enters(event.slug, sam.userId)).toBe("in");
    expect(await enters(event.slug, ann.userId)).toBe("forbidden");
  });

  test("says so only to whoever belongs to it", async () => {
    const { company, ann, sam, force } = await aDay();
    await force("yes");
    const waysOf = (userId: string) =>
      prisma().$queryRaw<{ door: string }[]>`select door from sign_ins_for(${userId}::uuid)`;
    expect(await waysOf(ann.userId)).toEqual([{ door: company.door }]);
    expect(await waysOf(sam.userId)).toEqual([]);
    expect(await waysOf((await company.asStranger()).userId)).toEqual([]);
  });
});

describe("a person whom the directory switches off in the middle of the day", () => {
  test("loses page, hot lane and socket within five seconds, whichever account they are in with", async () => {
    const { company, event, ann, sam } = await aDay();
    const directory = aDirectory(await performInOrg(makeScimToken, company.owner, { label: "Entra ID" }));
    for (const { userId } of [ann, sam]) {
      const phone = await aPhone(at, userId);
      const ear = listenTo(at, phone, { slug: event.slug, id: event.id });
      await ear.subscribed;
      const { id } = (await seatOf(company.id, userId)) ?? { id: "" };
      const since = performance.now();
      expect(
        (await directory("PATCH", `Users/${id}`, { Operations: [{ op: "replace", path: "active", value: false }] }))
          .status,
      ).toBe(200);
      expect(await enters(event.slug, userId)).toBe("not-found");
      await soon(() => expect(ear.client.connection.state).not.toBe("connected"));
      await soon(async () => expect((await phone.call(`e/${event.slug}/board`)).status).toBe(404));
      expect((await phone.call(`e/${event.slug}/keeper`)).status).toBe(404);
      expect(performance.now() - since).toBeLessThan(5_000);
      ear.client.disconnect();
    }
  });
});
