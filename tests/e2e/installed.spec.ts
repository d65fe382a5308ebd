import { type Page, request } from "@playwright/test";
import { prisma } from "@/lib/db/client";
import { perform } from "@/lib/db/perform";
import { removeMember } from "@/lib/member/commands";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { aFullDay } from "@/tests/support/a-full-day";
import { anEvent } from "@/tests/support/an-event";
import { BadNetwork } from "@/tests/support/bad-network/proxy";
import { expect, test } from "@/tests/support/browser";
import { phone } from "./pages/devices";
import { allThatIsStored, bottom, eventCaches, keptPages, missingFiles, visit, wholeDay } from "./pages/phone-storage";

const patient = { timeout: 40_000 };
const noNetwork = (page: Page) => page.getByRole("heading", { name: "No network" });

test("after one visit the day is read without a network: reload, places, links, all of it alive", async ({ open }) => {
  const day = await aFullDay();
  const page = await open(day.regular, phone);
  await visit(page, day.slug);
  expect(await missingFiles(page)).toEqual([]);
  await page.context().setOffline(true);

  await page.reload();
  await expect(page.getByText("Last updated")).toBeVisible();
  await bottom(page, "Board").click();
  await page.waitForURL(/\/board$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Last updated")).toBeVisible();
  await bottom(page, "Topics").click();
  await page.waitForURL(/\/topics$/);
  // a page that answers to a finger has its scripts
  await page.getByRole("searchbox").fill("no such words at all");
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(0);
  await bottom(page, "Me").click();
  await page.waitForURL(/\/me$/);
  await bottom(page, "Now").click();
  await page.getByRole("link", { name: "The whole programme" }).click();
  await page.waitForURL(/\/programme/);
  await expect(page.getByRole("heading", { name: "Programme" })).toBeVisible();
});

test("talks and topics that were looked at are there, others say so in the person's language", async ({ open }) => {
  const day = await aFullDay();
  const page = await open(day.regular, { ...phone, locale: "fr-FR" });
  await visit(page, day.slug);
  const [seen = "", unseen = ""] = day.topicIds;
  await page.goto(`/e/${day.slug}/talk/${day.talkId}`);
  const talk = await page.getByRole("heading", { level: 1 }).textContent();
  await page.goto(`/e/${day.slug}/topics/${seen}`);
  await expect
    .poll(() => keptPages(page, day.slug), patient)
    .toEqual(expect.arrayContaining([`/e/${day.slug}/talk/${day.talkId}`, `/e/${day.slug}/topics/${seen}`]));

  await page.context().setOffline(true);
  await page.goto(`/e/${day.slug}/topics/${unseen}`);
  await expect(page.getByRole("heading", { name: "Pas de réseau" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Tableau/ })).toBeVisible();
  await page.getByRole("link", { name: talk ?? "" }).click();
  await expect(page.getByRole("heading", { level: 1, name: talk ?? "" })).toBeVisible();
  // whoever opens the installed app starts here
  await page.goto("/");
  await expect(page.getByRole("link", { name: talk ?? "" })).toBeVisible();
});

test("the board is read offline as it was last seen, not as it was first loaded", async ({ open }) => {
  const event = await anEvent();
  const page = await open(await event.as("participant"), phone);
  await visit(page, event.slug, "/topics");
  await perform(pitchTopic, await event.as("participant"), { title: "Came by the socket" });
  await expect(page.getByText("Came by the socket").or(page.getByRole("button", { name: /1 new/ }))).toBeVisible();
  await expect
    .poll(() => page.evaluate(async () => (await (await caches.match("/.board"))?.text()) ?? ""), patient)
    .toContain("Came by the socket");
  await page.context().setOffline(true);
  await page.goto(`/e/${event.slug}/topics`);
  await page.getByRole("button", { name: "1 new topic" }).click();
  await expect(page.getByText("Came by the socket")).toBeVisible();
});

test("two events share no cache", async ({ open }) => {
  const [one, other] = [await anEvent(), await anEvent()];
  const person = await one.as("participant");
  const page = await open(person, phone);
  await visit(page, one.slug);
  await visit(page, other.slug);
  const names = await eventCaches(page);
  expect(names.map((name) => name.split(".")[1]).sort()).toEqual([one.slug, other.slug].sort());
  expect(await keptPages(page, one.slug)).not.toContain(`/e/${other.slug}`);
  for (const path of await keptPages(page, one.slug)) expect(path).toMatch(new RegExp(`^/e/${one.slug}(/|$)`));
});

test("signing out leaves nothing to a stranger with the phone, online or off", async ({ open }) => {
  const event = await anEvent({ name: "Quiet Rooms Day" });
  const ann = await event.as("participant", "Annabel Longname");
  await perform(pitchTopic, ann, { title: "What Annabel pitched" });
  const page = await open(ann, phone);
  await visit(page, event.slug);
  await page.goto(`/e/${event.slug}/topics/pitch`);
  await page.locator("[name=title]").fill("Half a thought of Annabel");
  expect(await allThatIsStored(page)).toContain("Annabel");

  await page.goto(`/e/${event.slug}/me`);
  await page.getByRole("button", { name: "Sign out here" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  const left = await allThatIsStored(page);
  for (const trace of ["Annabel", event.slug, event.id, "Quiet Rooms"]) expect(left).not.toContain(trace);
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain("twofeet.session");

  await page.goto(`/e/${event.slug}`);
  await expect.poll(() => keptPages(page, event.slug), patient).toEqual(wholeDay(event.slug));
  expect(await allThatIsStored(page)).not.toContain('Annabel Longname"');
  await page.context().setOffline(true);
  await page.goto(`/e/${event.slug}/me`);
  await expect(page.getByText("You are looking around")).toBeVisible();
});

test("another tab of the one who signs out forgets within 5 s", async ({ open }) => {
  const event = await anEvent();
  const ann = await event.as("participant", "Annabel Longname");
  const page = await open(ann, phone);
  await visit(page, event.slug);
  const other = await page.context().newPage();
  await other.goto(`/e/${event.slug}/me`);
  await expect(other.getByRole("textbox", { name: "Others see" })).toHaveValue("Annabel Longname");
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out here" }).click();
  await expect(other.getByText("You are looking around")).toBeVisible({ timeout: 5_000 });
});

test("a member who is removed from a private event keeps nothing of it, in no tab, within 5 s", async ({ open }) => {
  const event = await anEvent({ visibility: "private", keptOnPhones: true, name: "Closed Doors Day" });
  const ann = await event.as("participant");
  const page = await open(ann, phone);
  await visit(page, event.slug);
  const other = await page.context().newPage();
  await other.goto(`/e/${event.slug}/board`);
  await expect.poll(() => eventCaches(page)).toHaveLength(1);

  await perform(removeMember, event.host, { id: ann.memberId });
  const soon = { timeout: 5_000 };
  await Promise.all([
    expect.poll(() => eventCaches(page).catch(() => null), soon).toEqual([]),
    expect(page.getByText("Nothing hangs here")).toBeVisible(soon),
    expect(other.getByText("Nothing hangs here")).toBeVisible(soon),
  ]);
  const left = await allThatIsStored(page);
  for (const trace of [event.slug, event.id, "Closed Doors"]) expect(left).not.toContain(trace);
  await page.context().setOffline(true);
  await page.goto(`/e/${event.slug}/board`);
  await expect(noNetwork(page)).toBeVisible();
  await expect(page.getByText("Closed Doors")).toHaveCount(0);
});

test("a private event leaves nothing on a phone unless its host allows it", async ({ open }) => {
  const open1 = await anEvent();
  const shut = await anEvent({ visibility: "private", name: "Closed Doors Day" });
  const ann = await shut.as("participant");
  const page = await open(ann, phone);
  // with a worker that is awake and wants to keep things
  await visit(page, open1.slug);
  for (const path of ["", "/board", "/topics", "/me", "/programme", "/stars"]) {
    const answer = await page.goto(`/e/${shut.slug}${path}`);
    expect(answer?.headers()["cache-control"]).toContain("no-store");
  }
  await bottom(page, "Board").click();
  await page.waitForURL(/\/board$/);
  await page.goto(`/e/${open1.slug}/topics/pitch`);
  await expect.poll(() => keptPages(page, open1.slug)).toContain(`/e/${open1.slug}/topics/pitch`);
  const left = await allThatIsStored(page);
  for (const trace of [shut.slug, shut.id, "Closed Doors"]) expect(left).not.toContain(trace);
  await page.context().setOffline(true);
  await page.goto(`/e/${shut.slug}/board`);
  await expect(noNetwork(page)).toBeVisible();
});

test("an event that is shut away takes what phones kept of it along", async ({ open }) => {
  const event = await anEvent();
  const page = await open(await event.as("participant"), phone);
  await visit(page, event.slug);
  await prisma().$transaction(async (tx) => {
    await tx.$executeRaw`select enter_event(${event.slug}, ${event.host.userId}::uuid, false)`;
    await tx.event.update({ where: { id: event.id }, data: { visibility: "private" } });
  });
  await page.goto(`/e/${event.slug}/board`);
  await expect.poll(() => eventCaches(page)).toEqual([]);
});

test("who signs in on another's phone is never shown what was kept for that other", async ({ open }) => {
  const event = await anEvent();
  const [ann, bob] = [await event.as("participant", "Annabel Longname"), await event.as("participant", "Bob Short")];
  const page = await open(ann, phone);
  await visit(page, event.slug);
  const bobs = await open(bob, phone);
  await page.context().clearCookies();
  await page.context().addCookies(await bobs.context().cookies());
  await page.goto(`/e/${event.slug}`);
  await expect.poll(() => keptPages(page, event.slug), patient).toEqual(wholeDay(event.slug));
  const left = await allThatIsStored(page);
  expect(left).toContain("Bob Short");
  expect(left).not.toContain("Annabel");
});

test("only pages of the day are kept: no desk, no settings, no sign-in, no wall", async ({ open }) => {
  const event = await anEvent();
  const page = await open(event.host, phone);
  await visit(page, event.slug);
  for (const path of ["desk", "settings", "join"]) await page.goto(`/e/${event.slug}/${path}`);
  await page.goto("/account");
  await page.goto(`/e/${event.slug}/board`);
  for (const path of await keptPages(page, event.slug)) expect(path).not.toMatch(/desk|settings|join|crew/);
  await page.context().setOffline(true);
  await page.goto(`/e/${event.slug}/desk`);
  await expect(noNetwork(page)).toBeVisible();
});

test("the app can be installed: a manifest with its icons, a worker that is never stale", async ({ open }) => {
  const page = await open(null, { ...phone, locale: "nl-NL" });
  await page.goto("/");
  const href = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await (await page.request.get(href ?? "", { headers: { "accept-language": "nl" } })).json();
  expect(manifest).toMatchObject({ name: "Twofeet", start_url: "/", scope: "/", display: "standalone", lang: "nl" });
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (at) => {
      const image = Object.assign(new Image(), { src: at });
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    expect(size).toBe(sizes);
  }
  expect(manifest.icons.map((icon: { purpose: string }) => icon.purpose)).toContain("maskable");
  await expect(page.locator("link[rel=apple-touch-icon]")).toHaveCount(1);
  await expect(page.locator("meta[name=theme-color]")).toHaveCount(2);
  const worker = await page.request.get("/sw.js");
  expect(worker.headers()).toMatchObject({
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "no-cache",
  });
});

test("on a network that carries nothing the kept page comes within 5 s, and a network that returns is noticed", async ({
  open,
}) => {
  const event = await anEvent();
  const network = await BadNetwork.open(Number(new URL(process.env.TWOFEET_URL ?? "").port));
  const page = await open(await event.as("participant"), { ...phone, at: network.url });
  await visit(page, event.slug);
  const { back } = network.blackhole();
  const began = Date.now();
  await bottom(page, "Board").click();
  await page.waitForURL(/\/board$/, { timeout: 8_000 });
  await expect(page.getByText("Last updated")).toBeVisible();
  expect(Date.now() - began).toBeLessThan(8_000);
  back();
  await expect(page.getByText("Last updated")).toBeHidden({ timeout: 30_000 });
  await network.close();
});

test("another site cannot sign anybody out or empty their phone", async ({ open }) => {
  const baseURL = process.env.TWOFEET_URL ?? "";
  const event = await anEvent();
  const page = await open(await event.as("participant"), phone);
  const [{ name, value } = { name: "", value: "" }] = await page.context().cookies();
  const stranger = await request.newContext({ baseURL });
  for (const origin of ["https://elsewhere.example", "null"]) {
    const headers = { origin, cookie: `${name}=${value}` };
    const answer = await stranger.post("/account/leave", { headers, form: {}, maxRedirects: 0 });
    expect(answer.status()).toBe(403);
    expect(answer.headers()["clear-site-data"]).toBeUndefined();
  }
  const headers = { origin: baseURL, cookie: `${name}=${value}` };
  const answer = await stranger.post("/account/leave", { headers, form: { here: "on" }, maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  expect(answer.headers()["clear-site-data"]).toBe('"cache", "storage"');
  await stranger.dispose();
});

test("the app is offered on the Me page, and only where the browser can install it", async ({ open }) => {
  const event = await anEvent();
  const page = await open(await event.as("participant"), phone);
  await page.goto(`/e/${event.slug}/me`);
  await expect(page.getByRole("button", { name: "Install" })).toHaveCount(0);
  const offered = () =>
    page.evaluate(() => {
      const offer = new globalThis.Event("beforeinstallprompt", { cancelable: true });
      const prompt = () => Promise.resolve(document.body.setAttribute("data-asked", ""));
      dispatchEvent(Object.assign(offer, { prompt }));
    });
  // a browser takes its time before it offers; here the page may still be waking
  await expect(async () => {
    await offered();
    await expect(page.getByRole("button", { name: "Install" })).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByRole("button", { name: "Install" }).click();
  await expect(page.locator("body[data-asked]")).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Install" })).toHaveCount(0);
});
