import type { Page } from "@playwright/test";
import { askOrg, performInOrg } from "@/lib/db/enter-org";
import { performOutside } from "@/lib/db/outside";
import { perform } from "@/lib/db/perform";
import { createEventOf } from "@/lib/event/commands";
import { inviteToEvent, inviteToOrg } from "@/lib/invitation/commands";
import { joinDay } from "@/lib/org/commands/join";
import { removeFromOrg } from "@/lib/org/commands/members";
import { viewDomains } from "@/lib/org/queries";
import { anEvent, aUser } from "@/tests/support/an-event";
import { anAddress, anOrg } from "@/tests/support/an-org";
import { expect, test } from "@/tests/support/browser";
import { aSession } from "@/tests/support/session";
import { phone } from "./pages/devices";

const gone = (page: Page) => page.getByText("Nothing hangs here");
const soon = { timeout: 5_000 };

test("a company holds a day behind closed doors: made, invited to, and one of them shown out of it", async ({
  open,
}) => {
  const owner = await aUser(anAddress());
  const host = await open({ userId: owner }, phone);
  await host.goto("/account");
  await host.getByRole("link", { name: "Set up your company" }).click();
  await host.getByLabel("Name of the company").fill("Harbour Bank");
  await host.getByLabel("Your name there").fill("Olga Owner");
  await host.getByRole("button", { name: "Create it" }).click();
  await host.waitForURL(/\/o\/harbour-bank-[a-z2-9]{8}$/);
  await expect(host).toHaveTitle("Twofeet");

  await host.getByRole("link", { name: "Create a day" }).click();
  await host.getByRole("group", { name: "The event" }).getByLabel("Name", { exact: true }).fill("Quiet Harbour");
  for (const day of ["First day", "Last day"]) await host.getByLabel(day, { exact: true }).fill("2027-03-04");
  await host.getByLabel("Time zone").fill("Europe/Brussels");
  await expect(host.getByRole("radio", { name: "Members only" })).toBeChecked();
  await host.getByRole("button", { name: "Create the event" }).click();
  await host.waitForURL(/\/e\/[a-z2-9]{16}\/people$/);
  const slug = new URL(host.url()).pathname.split("/")[2];

  await host.getByRole("button", { name: "Make an invitation" }).click();
  const link = await host.getByLabel("Link", { exact: true }).inputValue();
  expect(link).toMatch(/\/invitation#t=[\w-]{22}$/);

  const page = await open({ userId: await aUser(anAddress()) }, phone);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(new URL(link).pathname + new URL(link).hash);
  await expect(page.getByText("You are invited to Quiet Harbour as participant.")).toBeVisible();
  expect(page.url()).not.toContain("#");
  expect(asked.join()).not.toContain(link.split("#t=")[1]);
  await page.getByLabel("Your name there").fill("Nora New");
  await page.getByRole("button", { name: "Accept the invitation" }).click();
  await page.waitForURL(`/e/${slug}`);
  await expect(page).toHaveTitle("Twofeet");

  await host.getByLabel("Look for a name").fill("Nora");
  await host.getByRole("button", { name: "Look", exact: true }).click();
  await host.getByText("Nora New", { exact: true }).click();
  await host.getByRole("button", { name: "Remove Nora New" }).click();
  await expect(gone(page)).toBeVisible(soon);
  expect((await page.goto(`/e/${slug}/topics`))?.status()).toBe(404);
  await expect(host.getByRole("heading", { name: "Shown out" })).toBeVisible();
});

test("an invitation waits for whoever has to sign in first, and works without JavaScript", async ({ open }) => {
  const event = await anEvent({ visibility: "private", name: "Quiet Harbour" });
  const { token } = await perform(inviteToEvent, event.host, {});
  const page = await open(null, { ...phone, javaScriptEnabled: false });
  await page.goto("/invitation");
  await page.getByLabel("The link you were given").fill(`https://day.example/invitation#t=${token}`);
  await page.getByRole("button", { name: "See what it opens" }).click();
  await expect(page.getByText("Sign in, and it waits for you here.")).toBeVisible();
  await expect(page.getByText("Quiet Harbour")).toHaveCount(0);

  const session = await aSession(await aUser(anAddress()));
  await page.context().addCookies([{ ...session, url: page.url() }]);
  await page.goto("/invitation");
  await page.getByLabel("Your name there").fill("Pia Plain");
  await page.getByRole("button", { name: "Accept the invitation" }).click();
  await expect(page).toHaveURL(`/e/${event.slug}`);
});

test("who is removed from the company loses the day that is open, its page and its feed, within 5 s", async ({
  open,
}) => {
  const org = await anOrg();
  const day = { name: "Quiet Harbour", zone: "Europe/Brussels", startsOn: "2027-03-04", endsOn: "2027-03-04" };
  const more = { hostName: "Hal", conductUrl: null, visibility: "private" as const, openToOrg: "on" as const };
  const making = createEventOf(org.slug);
  const slug = await performOutside(making, org.owner.userId, { ...day, ...more, rooms: [], slots: [] });
  const person = await org.as("member", "Maud Member");
  const page = await open(person, phone);
  await page.goto(`/o/${org.slug}`);
  await page.getByRole("button", { name: "I am coming" }).click();
  await page.waitForURL(`/e/${slug}`);
  expect((await page.request.get(`/live/e/${slug}/board`)).status()).toBe(200);

  await performInOrg(removeFromOrg, org.owner, { id: person.memberId });
  await Promise.all([
    expect(gone(page)).toBeVisible(soon),
    expect.poll(async () => (await page.request.get(`/live/e/${slug}/board`)).status(), soon).toBe(404),
  ]);
  expect((await page.goto(`/o/${org.slug}`))?.status()).toBe(404);
  await expect(performInOrg(joinDay, person, { slug })).rejects.toThrow("not-found");
});

test("the keeper of a domain answers by one button, and a stranger sees no company", async ({ open }) => {
  const org = await anOrg("Harbour Bank");
  const page = await open(org.owner, phone);
  await page.goto(`/o/${org.slug}/domains`);
  await page.getByLabel("Domain", { exact: true }).fill("hаrbour.example");
  await page.getByRole("button", { name: "Send the mail" }).click();
  await expect(page.getByText("only looks like another").first()).toBeVisible();
  const domain = `${crypto.randomUUID()}.example`;
  await page.getByLabel("Domain", { exact: true }).fill(domain);
  await page.getByRole("button", { name: "Send the mail" }).click();
  await expect(page.getByText(`A mail is on its way to postmaster@${domain}.`)).toBeVisible();
  expect((await askOrg(viewDomains, org.owner, undefined)).domains).toMatchObject([{ domain, provedAt: null }]);

  const stranger = await open(await org.asStranger(), phone);
  for (const path of ["", "/people", "/domains", "/new"]) {
    expect((await stranger.goto(`/o/${org.slug}${path}`))?.status()).toBe(404);
    await expect(gone(stranger)).toBeVisible();
    await expect(stranger.getByText("Harbour Bank")).toHaveCount(0);
  }
});

test("a letter for somebody else says so and names nothing", async ({ open }) => {
  const org = await anOrg("Harbour Bank");
  const { token } = await performInOrg(inviteToOrg, org.owner, { boundTo: anAddress() });
  const page = await open(await org.asStranger(), phone);
  await page.goto(`/invitation#t=${token}`);
  await expect(page.getByText("This invitation is for another address.")).toBeVisible();
  await expect(page.getByText("Harbour Bank")).toHaveCount(0);
});
