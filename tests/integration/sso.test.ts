import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { prisma } from "@/lib/db/client";
import { enter } from "@/lib/db/enter";
import { askOrg, performInOrg } from "@/lib/db/enter-org";
import { newToken, openSession, sessionCookie, userOfToken } from "@/lib/db/session";
import { newSignInLink } from "@/lib/db/sign-in-link";
import { finishSso } from "@/lib/sso/arrive";
import { forceSso, tryAndSaveSso } from "@/lib/sso/commands";
import { viewSso } from "@/lib/sso/queries";
import { authOptions } from "@/lib/web/auth";
import { anEvent, aUser } from "@/tests/support/an-event";
import { anAddress } from "@/tests/support/an-org";
import { asOwner } from "@/tests/support/as-owner";
import { type IdentityProvider, throughProvider, unsigned } from "@/tests/support/identity-provider";
import { visitAuth } from "@/tests/support/next-auth";
import { aCompany, aSubject, seatOf, startProviders } from "@/tests/support/sso";

// the marker package throws wherever no bundler has replaced it
vi.mock("server-only", () => ({}));

let ours: IdentityProvider;
let theirs: IdentityProvider;
beforeAll(async () => {
  [ours, theirs] = (await startProviders(2)) as [IdentityProvider, IdentityProvider];
});
afterEach(() => {
  ours.tamper = null;
});
afterAll(() => Promise.all([ours.stop(), theirs.stop()]));

describe("who comes by the company's sign-in", () => {
  test("is a member from then on, by an account that has no other way in, and the same one the next time", async () => {
    const company = await aCompany(ours);
    const person = { sub: aSubject(), email: anAddress(), email_verified: true, name: "Ann Arbor" };
    const { userId, next } = await company.signIn(person);
    expect(next).toBe("/next");
    expect(await seatOf(company.id, userId)).toMatchObject({ name: "Ann Arbor", role: "member" });
    const account = await prisma().user.findUniqueOrThrow({ where: { id: userId } });
    expect(account).toMatchObject({ email: null, workEmail: person.email, companyId: company.id });
    expect((await company.signIn({ ...person, email: anAddress(), name: "Ann Married" })).userId).toBe(userId);
  });

  test("is known by issuer and subject: another subject with the same mailbox is somebody else", async () => {
    const company = await aCompany(ours);
    const email = anAddress();
    const first = await company.signIn({ sub: aSubject(), email, email_verified: true });
    const second = await company.signIn({ sub: aSubject(), email, email_verified: true });
    expect(second.userId).not.toBe(first.userId);
  });

  test("never gets into an account that somebody has otherwise, whatever mailbox the provider swears to", async () => {
    const company = await aCompany(ours);
    const email = anAddress();
    const victim = await aUser(email);
    const { userId } = await company.signIn({ sub: aSubject(), email, email_verified: true });
    expect(userId).not.toBe(victim);
  });

  test("gets nothing of another company whose provider knows the same subject", async () => {
    const [mine, other] = [await aCompany(ours), await aCompany(theirs)];
    const person = { sub: aSubject(), email: anAddress(), email_verified: true };
    const here = await mine.signIn(person);
    const there = await other.signIn(person);
    expect(there.userId).not.toBe(here.userId);
    expect(await seatOf(mine.id, there.userId)).toBeUndefined();
  });

  test("brings along what they were in the company by their own account, when both proved the same mailbox", async () => {
    const company = await aCompany(ours);
    const [email, elsewhere] = [anAddress(), anAddress()];
    const before = await company.as("member", "Ann of old", email);
    const stays = await company.as("member", "Bob", elsewhere);
    const ann = await company.signIn({ sub: aSubject(), email, email_verified: true }, before.userId);
    expect(await seatOf(company.id, ann.userId)).toMatchObject({ id: before.memberId, name: "Ann of old" });
    expect(await seatOf(company.id, before.userId)).toBeUndefined();

    const unproved = await company.signIn({ sub: aSubject(), email: elsewhere, email_verified: false }, stays.userId);
    expect(unproved.userId).not.toBe(stays.userId);
    expect(await seatOf(company.id, stays.userId)).toMatchObject({ id: stays.memberId });
    const another = await company.signIn({ sub: aSubject(), email: anAddress(), email_verified: true }, stays.userId);
    expect(await seatOf(company.id, another.userId)).not.toMatchObject({ id: stays.memberId });
  });

  test("is an owner while the provider says so, and the last owner stays one", async () => {
    const company = await aCompany(ours);
    const [boss, person] = [{ sub: aSubject(), groups: ["staff", "twofeet-owners"] }, { sub: aSubject() }];
    const { userId } = await company.signIn(boss);
    expect(await seatOf(company.id, userId)).toMatchObject({ role: "owner" });
    await company.signIn({ ...boss, groups: ["staff", "not-twofeet-owners"] });
    expect(await seatOf(company.id, userId)).toMatchObject({ role: "member" });
    expect(await seatOf(company.id, (await company.signIn(person)).userId)).toMatchObject({ role: "member" });
  });

  test("has to be of this company where one issuer serves many", async () => {
    const company = await aCompany(ours, { pinClaim: "tid", pinValue: "harbour" });
    await expect(company.signIn({ sub: aSubject(), tid: "quay" })).rejects.toThrow("sso-not-yours");
    await expect(company.signIn({ sub: aSubject() })).rejects.toThrow("sso-not-yours");
    expect((await company.signIn({ sub: aSubject(), tid: "harbour" })).userId).toBeTruthy();
  });
});

describe("an account of a company", () => {
  test("takes no address of its own, and leaves nothing to whoever signs in by mail in the same browser", async () => {
    const company = await aCompany(ours);
    const { userId } = await company.signIn({ sub: aSubject(), email: anAddress(), email_verified: true });
    const day = await anEvent({ of: company.owner, visibility: "private" });
    await enter(day.host, "host", ({ tx, event }) =>
      tx.member.create({ data: { eventId: event.id, userId, name: "Ann", role: "participant" } }),
    );
    const email = anAddress();
    const query = Object.fromEntries(new URL(await newSignInLink(email, "/"), "http://localhost").searchParams);
    const { cookies } = await visitAuth(authOptions(userId), { at: "callback/email", query });
    const other = await userOfToken(cookies[sessionCookie()]);
    expect(other).not.toBeNull();
    expect(other).not.toBe(userId);
    expect(await prisma().user.findUnique({ where: { id: userId } })).toMatchObject({ email: null });
    expect(await enter({ slug: day.slug, userId }, "participant", async () => "still in")).toBe("still in");
    await expect(enter({ slug: day.slug, userId: other }, "visitor", async () => "in")).rejects.toThrow("not-found");
  });

  test("does not outlive the way in: a session of it ends by itself as any other's", async () => {
    const company = await aCompany(ours);
    const { userId } = await company.signIn({ sub: aSubject() });
    const token = newToken();
    await openSession({ token, userId });
    const hours = (count: number) => new Date(Date.now() + count * 60 * 60_000);
    expect(await userOfToken(token, hours(11))).toBe(userId);
    expect(await userOfToken(token, hours(11 + 13))).toBeNull();
  });
});

describe("what comes back from a provider is believed only when", () => {
  const lies: [string, NonNullable<IdentityProvider["tamper"]>][] = [
    ["it is signed", unsigned],
    ["it is signed with the provider's key", (token) => ours.signed(token, ours.strangeKey)],
    ["it says nothing else than what was signed", (token) => forged(token)],
    ["it is meant for us", (token) => ours.signed(changed(token, { aud: "another-client" }))],
    ["it comes from the issuer", (token) => ours.signed(changed(token, { iss: theirs.issuer }))],
    ["it belongs to this very sign-in", (token) => ours.signed(changed(token, { nonce: "of-another-one" }))],
    ["it has a nonce at all", (token) => ours.signed(changed(token, { nonce: undefined }))],
    ["it is not over", (token) => ours.signed(changed(token, { exp: Math.floor(Date.now() / 1000) - 600 }))],
    ["it says who", (token) => ours.signed(changed(token, { sub: undefined }))],
    ["its key is not a shared secret", (token) => ours.signed({ ...token, header: { ...token.header, alg: "HS256" } })],
  ];

  test.each(lies)("%s", async (_name, lie) => {
    const company = await aCompany(ours);
    ours.tamper = ({ header, payload }) => ours.signed({ header, payload });
    expect((await company.signIn({ sub: aSubject() })).userId).toBeTruthy();
    ours.tamper = lie;
    await expect(company.signIn({ sub: aSubject() })).rejects.toThrow("sso-failed");
  });

  test("it comes once: the same answer again, with the same ticket, gets nobody in", async () => {
    const company = await aCompany(ours);
    ours.person = { sub: aSubject() };
    const { address, ticket } = await company.begin();
    const at = await throughProvider(address, company.back);
    expect((await finishSso(company.door, { ticket, at, before: null })).userId).toBeTruthy();
    await expect(finishSso(company.door, { ticket, at, before: null })).rejects.toThrow("sso-failed");
  });

  test("a ticket is used up, even when the provider would give out one code more for it", async () => {
    const company = await aCompany(ours);
    ours.person = { sub: aSubject() };
    const { address, ticket } = await company.begin();
    const [first, second] = [
      await throughProvider(address, company.back),
      await throughProvider(address, company.back),
    ];
    expect(second.searchParams.get("code")).not.toBe(first.searchParams.get("code"));
    expect((await finishSso(company.door, { ticket, at: first, before: null })).userId).toBeTruthy();
    await expect(finishSso(company.door, { ticket, at: second, before: null })).rejects.toThrow("sso-failed");
  });

  test("it bears the state that went there", async () => {
    const company = await aCompany(ours);
    ours.person = { sub: aSubject() };
    for (const state of ["another", null]) {
      const { address, ticket } = await company.begin();
      const at = await throughProvider(address, company.back);
      if (state === null) at.searchParams.delete("state");
      else at.searchParams.set("state", state);
      await expect(finishSso(company.door, { ticket, at, before: null })).rejects.toThrow("sso-failed");
    }
  });

  test("it comes to the browser that asked: another one's ticket, and state, and code are of no use", async () => {
    const company = await aCompany(ours);
    ours.person = { sub: aSubject() };
    const [mine, other] = [await company.begin(), await company.begin()];
    const at = await throughProvider(mine.address, company.back);
    await expect(finishSso(company.door, { ticket: other.ticket, at, before: null })).rejects.toThrow("sso-failed");
    await expect(finishSso(company.door, { ticket: "", at, before: null })).rejects.toThrow("sso-failed");

    // an attacker who puts the right state on their own code has not the verifier that goes with it
    const fresh = await company.begin();
    at.searchParams.set("state", new URL(fresh.address).searchParams.get("state") ?? "");
    await expect(finishSso(company.door, { ticket: fresh.ticket, at, before: null })).rejects.toThrow("sso-failed");
  });

  test("it comes from the provider that was asked, to the company that asked (mix-up)", async () => {
    const [mine, other] = [await aCompany(ours), await aCompany(theirs)];
    ours.person = theirs.person = { sub: aSubject() };
    const [here, there] = [await mine.begin(), await other.begin()];
    const at = await throughProvider(there.address, other.back);
    at.searchParams.set("state", new URL(here.address).searchParams.get("state") ?? "");
    await expect(finishSso(mine.door, { ticket: here.ticket, at, before: null })).rejects.toThrow("sso-failed");

    const again = await mine.begin();
    const answer = await throughProvider(again.address, mine.back);
    await expect(finishSso(other.door, { ticket: again.ticket, at: answer, before: null })).rejects.toThrow(
      "sso-failed",
    );
    answer.searchParams.delete("iss");
    await expect(finishSso(mine.door, { ticket: again.ticket, at: answer, before: null })).rejects.toThrow(
      "sso-failed",
    );
  });

  test("the company still trusts that provider when it comes", async () => {
    const company = await aCompany(ours);
    ours.person = { sub: aSubject() };
    const { address, ticket } = await company.begin();
    const at = await throughProvider(address, company.back);
    await tryAndSaveSso(company.owner, { ...company.settings, issuer: theirs.issuer });
    await expect(finishSso(company.door, { ticket, at, before: null })).rejects.toThrow("sso-failed");
  });
});

describe("an arrival remembers whom it asked", () => {
  test("and counts for that issuer alone, though the one of now answers honestly", async () => {
    const company = await aCompany(ours);
    ours.person = { sub: aSubject() };
    const come = async (began: string) => {
      const { address, ticket } = await company.begin();
      const at = await throughProvider(address, company.back);
      await asOwner((client) =>
        client.query("update sso_arrival set issuer = $1 where org_id = $2", [began, company.id]),
      );
      return finishSso(company.door, { ticket, at, before: null });
    };
    await expect(come(theirs.issuer)).rejects.toThrow("sso-failed");
    await expect(come(`${ours.issuer}/`)).rejects.toThrow("sso-failed");
    expect((await come(ours.issuer)).next).toBe("/next");
  });
});

describe("the settings of a company's sign-in", () => {
  test("belong to owners, hold no secret, and are no address of the operator's network", async () => {
    const company = await aCompany(ours);
    const member = await company.as("member");
    await expect(askOrg(viewSso, member, undefined)).rejects.toThrow("forbidden");
    await expect(tryAndSaveSso(member, company.settings)).rejects.toThrow("forbidden");
    await expect(tryAndSaveSso(await company.asStranger(), company.settings)).rejects.toThrow("not-found");
    expect(JSON.stringify(await askOrg(viewSso, company.owner, undefined))).not.toContain(
      company.settings.clientSecret,
    );
    for (const issuer of [
      "http://127.0.0.1:1/",
      "https://127.0.0.1/",
      "https://[::1]/",
      "https://169.254.169.254/",
      "https://localhost/",
    ])
      await expect(tryAndSaveSso(company.owner, { ...company.settings, issuer })).rejects.toThrow("sso-unreachable");
    await expect(tryAndSaveSso(company.owner, { ...company.settings, issuer: "file:///etc/passwd" })).rejects.toThrow(
      "invalid-input",
    );
  });

  test("are forced only after an owner has come that way", async () => {
    const company = await aCompany(ours);
    const yes = { forced: "yes" } as const;
    await expect(performInOrg(forceSso, company.owner, yes)).rejects.toThrow("sso-try-first");
    await company.signIn({ sub: aSubject() });
    await expect(performInOrg(forceSso, company.owner, yes)).rejects.toThrow("sso-try-first");
    await company.signIn({ sub: aSubject(), groups: ["twofeet-owners"] });
    await performInOrg(forceSso, company.owner, yes);
    await expect(askOrg(viewSso, company.owner, undefined)).rejects.toThrow("not-found");
  });
});

type Token = Parameters<NonNullable<IdentityProvider["tamper"]>>[0];
const changed = ({ header, payload }: Token, claims: object) => ({ header, payload: { ...payload, ...claims } });

/** Another subject under the signature of the right one. */
function forged(token: Token) {
  const [header, , signature] = ours.signed(token).split(".");
  const payload = Buffer.from(JSON.stringify({ ...token.payload, sub: "the-boss" })).toString("base64url");
  return [header, payload, signature].join(".");
}
