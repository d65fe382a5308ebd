import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { prisma } from "@/lib/db/client";
import { askOrg, performInOrg } from "@/lib/db/enter-org";
import { newToken, openSession, userOfToken } from "@/lib/db/session";
import { endScimToken, letBack, makeScimToken } from "@/lib/sso/commands";
import { viewSso } from "@/lib/sso/queries";
import { anEvent } from "@/tests/support/an-event";
import { anAddress, anOrg } from "@/tests/support/an-org";
import type { IdentityProvider } from "@/tests/support/identity-provider";
import { aDirectory } from "@/tests/support/scim";
import { aCompany, aSubject, seatOf, startProviders } from "@/tests/support/sso";

// the marker package throws wherever no bundler has replaced it
vi.mock("server-only", () => ({}));

let provider: IdentityProvider;
let company: Awaited<ReturnType<typeof aCompany>>;
let directory: ReturnType<typeof aDirectory>;
beforeAll(async () => {
  [provider] = (await startProviders(1)) as [IdentityProvider];
});
beforeEach(async () => {
  company = await aCompany(provider);
  directory = aDirectory(await performInOrg(makeScimToken, company.owner, { label: "Entra ID" }));
});
afterAll(() => provider.stop());

const off = {
  schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
  Operations: [{ op: "replace", value: { active: false } }],
};
const sameOff = { Operations: [{ op: "Replace", path: "active", value: "False" }] };
const on = { Operations: [{ op: "replace", path: "active", value: true }] };

async function signedIn(userId: string) {
  const token = newToken();
  await openSession({ token, userId });
  return token;
}

describe("the token of a company", () => {
  test("is needed for everything, is told once, kept as a hash, and ends", async () => {
    const token = await performInOrg(makeScimToken, company.owner, { label: "Okta" });
    expect((await aDirectory(token)("GET", "Users")).status).toBe(200);
    for (const wrong of [null, "", `${token}x`, "twofeet_aaaaaaaaaaaaaaaaaaaaaaaaaaaa"])
      for (const path of ["Users", "Users/x", "ServiceProviderConfig", "nothing"])
        expect((await aDirectory(wrong)("GET", path)).status).toBe(401);
    const seen = await askOrg(viewSso, company.owner, undefined);
    expect(JSON.stringify(seen)).not.toContain(token);
    const made = seen.tokens.find(({ label }) => label === "Okta");
    await performInOrg(endScimToken, company.owner, { id: made?.id ?? "" });
    expect((await aDirectory(token)("GET", "Users")).status).toBe(401);
  });

  test("opens this company and no other", async () => {
    const other = await anOrg("Quay Works");
    const stranger = await other.as("member", "Quentin Quay");
    const all = await directory("GET", "Users");
    expect(JSON.stringify(all.body)).not.toContain("Quentin");
    expect((await directory("GET", `Users/${stranger.memberId}`)).status).toBe(404);
    expect((await directory("PATCH", `Users/${stranger.memberId}`, off)).status).toBe(404);
    expect((await directory("DELETE", `Users/${stranger.memberId}`)).status).toBe(404);
    const found = await directory("GET", `Users?filter=${encodeURIComponent(`userName eq "${stranger.email}"`)}`);
    expect(found.body).toMatchObject({ totalResults: 0, Resources: [] });
  });
});

describe("a directory", () => {
  test("finds people by name, and own addresses of members only who knows them", async () => {
    const email = anAddress();
    const guest = await company.as("member", "Gil", email);
    expect(JSON.stringify((await directory("GET", "Users")).body)).not.toContain(email);
    const found = await directory("GET", `Users?filter=${encodeURIComponent(`userName eq "${email}"`)}`);
    expect(found.body).toMatchObject({ totalResults: 1, Resources: [{ id: guest.memberId, active: true }] });
    expect((await directory("GET", "Users?filter=active%20eq%20true")).status).toBe(400);
    const page = await directory("GET", "Users?startIndex=2&count=1");
    expect(page.body).toMatchObject({ totalResults: 2, startIndex: 2, itemsPerPage: 1 });
  });

  test("announces somebody, who then comes in by the company's sign-in into that very seat", async () => {
    const email = anAddress();
    const made = await directory("POST", "Users", {
      userName: email,
      externalId: "e-7",
      displayName: "Ann",
      active: true,
    });
    expect(made).toMatchObject({ status: 201, body: { userName: email, externalId: "e-7", active: true } });
    expect((await directory("POST", "Users", { userName: email.toUpperCase() })).status).toBe(409);
    const { userId } = await company.signIn({ sub: aSubject(), email, email_verified: true });
    expect(await seatOf(company.id, userId)).toMatchObject({ id: made.body.id, name: "Ann" });
    const unproved = anAddress();
    const waiting = await directory("POST", "Users", { userName: unproved });
    const other = await company.signIn({ sub: aSubject(), email: unproved, email_verified: false });
    expect(await seatOf(company.id, other.userId)).not.toMatchObject({ id: waiting.body.id });
  });

  test.each([
    ["as Okta says it", off],
    ["as Entra says it", sameOff],
  ])("switches somebody off, %s: sessions end, and the sign-in is shut", async (_name, how) => {
    const person = { sub: aSubject(), email: anAddress(), email_verified: true };
    const { userId } = await company.signIn(person);
    const seat = await seatOf(company.id, userId);
    const token = await signedIn(userId);
    expect(await directory("PATCH", `Users/${seat?.id}`, how)).toMatchObject({ status: 200, body: { active: false } });
    expect(await userOfToken(token)).toBeNull();
    await expect(company.signIn(person)).rejects.toThrow("sso-barred");
    await expect(askOrg(viewSso, { org: company.slug, userId }, undefined)).rejects.toThrow("not-found");
    expect((await askOrg(viewSso, company.owner, undefined)).bars).toMatchObject([{ userId }]);

    expect((await directory("PATCH", `Users/${seat?.id}`, on)).body).toMatchObject({ active: true });
    expect((await company.signIn(person)).userId).toBe(userId);
    await directory("PUT", `Users/${seat?.id}`, { userName: person.email, active: false });
    await performInOrg(letBack, company.owner, { userId });
    expect((await company.signIn(person)).userId).toBe(userId);
  });

  test("closes the company to somebody's own account, and nothing else of it", async () => {
    const guest = await company.as("member", "Gil");
    const event = await anEvent({ visibility: "private" });
    const token = await signedIn(guest.userId);
    await directory("PATCH", `Users/${guest.memberId}`, off);
    expect(await userOfToken(token)).toBe(guest.userId);
    const [count] = await prisma().$queryRaw<
      { n: number }[]
    >`select count(*)::int as n from orgs_for(${guest.userId}::uuid)`;
    expect(count?.n).toBe(0);
    expect(event.slug).toBeTruthy();
  });

  test("shows somebody out for good, and takes them back when it announces them again", async () => {
    const person = { sub: aSubject(), email: anAddress(), email_verified: true };
    const { userId } = await company.signIn(person);
    const seat = await seatOf(company.id, userId);
    const token = await signedIn(userId);
    expect((await directory("DELETE", `Users/${seat?.id}`)).status).toBe(204);
    expect((await directory("GET", `Users/${seat?.id}`)).status).toBe(404);
    expect(await userOfToken(token)).toBeNull();
    await expect(company.signIn(person)).rejects.toThrow("sso-barred");
    expect((await directory("POST", "Users", { userName: person.email })).status).toBe(201);
    expect((await company.signIn(person)).userId).toBe(userId);
  });

  test.each([
    ["no JSON", "PATCH", { Operations: [] }],
    ["an operation that is none", "PATCH", { Operations: [{ op: "explode" }] }],
    ["a value of the wrong kind", "PATCH", { Operations: [{ op: "replace", value: { active: "perhaps" } }] }],
    ["nobody's name", "PUT", { active: false }],
  ])("is told 400 for %s, and nothing changes", async (_name, method, body) => {
    const { memberId } = await company.as("member");
    expect((await directory(method, `Users/${memberId}`, body)).status).toBe(400);
    expect((await directory("GET", `Users/${memberId}`)).body).toMatchObject({ active: true });
  });

  test("cannot make owners, and what it says beside is passed over", async () => {
    const { body } = await directory("POST", "Users", {
      userName: anAddress(),
      role: "owner",
      orgId: crypto.randomUUID(),
      __proto__: { a: 1 },
    });
    const [seat] = await prisma().$transaction(async (tx) => {
      await tx.$executeRaw`select set_config('app.org_id', ${company.id}, true)`;
      return tx.orgMember.findMany({ where: { id: body.id } });
    });
    expect(seat).toMatchObject({ role: "member", orgId: company.id });
  });
});
