import AxeBuilder from "@axe-core/playwright";
import type { BrowserContext, Page } from "@playwright/test";
import { enter } from "@/lib/db/enter";
import { ask, perform } from "@/lib/db/perform";
import { openPhase } from "@/lib/event/commands";
import { saveNote } from "@/lib/note/commands";
import { viewTalk } from "@/lib/programme/queries";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { viewTopic, viewTopics } from "@/lib/topic/queries";
import { aFullDay } from "@/tests/support/a-full-day";
import { anEvent, type Person } from "@/tests/support/an-event";
import { expect, test } from "@/tests/support/browser";
import { startServer } from "@/tests/support/server";
import { phone } from "./pages/devices";
import { KeptNotes } from "./pages/kept-notes";
import { allThatIsStored, keptPages, visit } from "./pages/phone-storage";
import { PitchPage } from "./pages/pitch-page";
import { sidewaysAt, smallTargets } from "./pages/reach";
import { TopicsPage } from "./pages/topics-page";

const titles = async (who: Person) => (await ask(viewTopics, who, undefined)).snapshot.topics.map(({ title }) => title);

/** How often each thing was announced: every effect is, once. */
const told = (host: Person, kind: string) => enter(host, "host", ({ tx }) => tx.change.count({ where: { kind } }));

/** The code that keeps things comes when the page has come to rest; a person is slower than a test. */
const awake = (page: Page) => page.waitForLoadState("networkidle");

async function offline(page: Page) {
  await awake(page);
  await page.context().setOffline(true);
}

test("a pitch, a star, an edit, notes and a name made offline are applied once when the network is back", async ({
  open,
}) => {
  const day = await aFullDay();
  await perform(openPhase, day.host, { phase: "marketplace", minutes: null });
  const who = day.regular;
  const topicId = (await ask(viewTopics, who, undefined)).ballot.mine[0] ?? "";
  const context = (await open(who, phone)).context();
  const [pitch, talk, topic, me] = (await Promise.all(
    ["topics/pitch", `talk/${day.talkId}`, `topics/${topicId}`, "me"].map(async (path) => {
      const page = await context.newPage();
      await page.goto(`/e/${day.slug}/${path}`);
      await awake(page);
      return page;
    }),
  )) as [Page, Page, Page, Page];
  const was = (await ask(viewTalk, who, { entryId: day.talkId })).entry.starred;
  await context.setOffline(true);

  const form = new PitchPage(pitch, day.slug);
  await form.title.fill("From the tunnel");
  await form.send.click();
  await expect(new KeptNotes(pitch).saved("From the tunnel")).toBeVisible();

  const star = talk.getByRole("button", { name: /Star/ });
  await star.click();
  await expect(star).toHaveAttribute("aria-pressed", String(!was));
  await expect(star).toContainText("Saved on this phone");

  await topic.getByText("Change the topic").click();
  await topic.getByLabel("What do you want to talk about?").fill("A better title");
  await topic.getByRole("button", { name: "Save", exact: true }).click();
  await expect(new KeptNotes(topic).saved("A better title")).toBeVisible();
  await topic.getByText("Write notes").click();
  await topic.getByRole("textbox", { name: "Notes" }).fill("Said in the tunnel.");
  await expect(topic.getByText("Saved on this phone. It goes out by itself").last()).toBeVisible();

  await me.getByLabel("Others see").fill("Tunnel Tom");
  await me.getByRole("button", { name: "Save", exact: true }).click();
  await expect(new KeptNotes(me).saved("Tunnel Tom")).toBeVisible();
  await expect(new KeptNotes(me).saved("From the tunnel")).toBeVisible();
  const before = await told(day.host, "topic.pitched");

  await context.setOffline(false);
  await expect(new KeptNotes(me).list).toBeHidden();
  await expect.poll(() => titles(who)).toContain("A better title");
  const view = await ask(viewTopic, who, { topicId });
  expect([view.note.body, view.ballot.member?.name]).toEqual(["Said in the tunnel.", "Tunnel Tom"]);
  expect((await ask(viewTalk, who, { entryId: day.talkId })).entry.starred).toBe(!was);
  expect((await titles(who)).filter((title) => title === "From the tunnel")).toHaveLength(1);
  expect((await told(day.host, "topic.pitched")) - before).toBe(1);
  expect(await new KeptNotes(me).onTheShelf()).toBe(0);
  await expect(me.getByRole("heading", { name: "Tunnel Tom" })).toBeVisible();
});

test("a pitch that waits survives that the page is closed; another tab shows it and sends it", async ({ open }) => {
  const event = await anEvent();
  const ann = await event.as("participant", "Ann");
  const form = await new PitchPage(await open(ann, phone), event.slug).open();
  const context = form.page.context();
  const other = await new TopicsPage(await context.newPage(), event.slug).open();
  await awake(other.page);
  await offline(form.page);
  await form.title.fill("Second thoughts");
  await form.send.click();
  await expect(new KeptNotes(other.page).saved("Second thoughts")).toBeVisible();
  await form.page.close();
  await context.route("**/outbox", (request) => request.abort());
  await context.setOffline(false);
  await other.open();
  const kept = new KeptNotes(other.page);
  await expect(kept.list.getByRole("listitem").filter({ hasText: "Second thoughts" })).toBeVisible();
  await context.unroute("**/outbox");
  await kept.list.getByRole("button", { name: "Send now" }).click();
  await expect(kept.list).toBeHidden();
  expect(await titles(event.host)).toEqual(["Second thoughts"]);
});

test("what was done offline is still there after a reload without a network, and goes out once", async ({ open }) => {
  const event = await anEvent({ phase: "voting" });
  const ann = await event.as("participant", "Ann");
  const topicId = await perform(pitchTopic, event.host, { title: "Stars above" });
  const page = await open(ann, phone);
  await visit(page, event.slug, "/topics");
  const form = await new PitchPage(page, event.slug).open();
  const pitchPath = `/e/${event.slug}/topics/pitch`;
  await expect.poll(() => keptPages(page, event.slug), { timeout: 40_000 }).toContain(pitchPath);
  await offline(page);
  await form.title.fill("Under the bridge");
  await form.send.click();
  await expect(new KeptNotes(page).saved("Under the bridge")).toBeVisible();
  await page.reload();
  await expect(new KeptNotes(page).saved("Under the bridge")).toBeVisible();

  const list = await new TopicsPage(page, event.slug).open();
  await expect(new KeptNotes(page).saved("Under the bridge")).toBeVisible();
  await list.put("Stars above").click();
  await list.put("Stars above").click();
  await list.open();
  await expect(list.mine("Stars above", 2)).toBeVisible();
  await page.context().setOffline(false);
  await expect(new KeptNotes(page).list).toBeHidden();
  await expect.poll(async () => (await ask(viewTopics, ann, undefined)).ballot.dots[topicId]).toBe(2);
  await expect
    .poll(async () => (await titles(event.host)).sort(), { timeout: 15_000 })
    .toEqual(["Stars above", "Under the bridge"]);
  expect(await told(event.host, "topic.pitched")).toBe(2);
});

test("what was not sent yet can be taken back", async ({ open }) => {
  const event = await anEvent();
  const form = await new PitchPage(await open(await event.as("participant", "Ann"), phone), event.slug).open();
  await offline(form.page);
  await form.title.fill("Better not");
  await form.send.click();
  const kept = new KeptNotes(form.page);
  await kept.saved("Better not").getByRole("button", { name: "Take back" }).click();
  await expect(kept.list).toBeHidden();
  await form.page.context().setOffline(false);
  await form.title.fill("Better this");
  await form.send.click();
  await form.page.waitForURL(/\/topics\/[0-9a-f-]{36}$/);
  expect(await titles(event.host)).toEqual(["Better this"]);
});

test("a pitch that comes too late comes back with its words, and hangs once it is changed and sent again", async ({
  open,
}) => {
  const event = await anEvent();
  const form = await new PitchPage(await open(await event.as("participant", "Ann"), phone), event.slug).open();
  const list = await new TopicsPage(await form.page.context().newPage(), event.slug).open();
  await awake(list.page);
  await offline(form.page);
  await form.title.fill("Too late");
  await form.pitch.fill("The train stood still.");
  await form.send.click();
  await expect(new KeptNotes(form.page).saved("Too late")).toBeVisible();
  await perform(openPhase, event.host, { phase: "placing", minutes: null });
  await form.page.context().setOffline(false);

  const kept = new KeptNotes(list.page);
  const back = kept.back("Too late");
  await expect(back).toContainText("Pitching is closed for today.");
  await expect(back).toContainText("The train stood still.");
  await expect(list.page.getByRole("link", { name: /One thing could not be taken/ })).toBeVisible();
  expect(await titles(event.host)).toEqual([]);
  await list.page.reload();
  await expect(back).toBeVisible();

  await perform(openPhase, event.host, { phase: "marketplace", minutes: null });
  await back.getByRole("button", { name: "Change" }).click();
  await list.page.getByLabel("What do you want to talk about?").fill("Just in time");
  await expect(list.page.getByLabel("One line of pitch")).toHaveValue("The train stood still.");
  await list.page.getByRole("button", { name: "Send it again" }).click();
  await expect(kept.list).toBeHidden();
  await expect.poll(() => titles(event.host)).toEqual(["Just in time"]);
});

test("a refused edit shows at its field what was wrong, and can be let go", async ({ open }) => {
  const event = await anEvent();
  const ann = await event.as("participant", "Ann");
  const topicId = await perform(pitchTopic, ann, { title: "Short" });
  const page = await open(ann, phone);
  await page.goto(`/e/${event.slug}/topics/${topicId}`);
  await offline(page);
  await page.getByText("Change the topic").click();
  const title = page.getByLabel("What do you want to talk about?");
  await title.evaluate((field: HTMLInputElement) => field.removeAttribute("maxlength"));
  await title.fill("x".repeat(120));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const kept = new KeptNotes(page);
  await expect(kept.saved("xxx")).toBeVisible();
  await page.context().setOffline(false);
  await kept.back("xxx").getByRole("button", { name: "Change" }).click();
  await expect(kept.list.getByText("At most 100 letters.")).toBeVisible();
  await kept.list.getByRole("button", { name: "Leave it as it was" }).click();
  await kept.list.getByRole("button", { name: "Let it go" }).click();
  await expect(kept.list).toBeHidden();
  expect(await titles(event.host)).toEqual(["Short"]);
});

test("what waits and what came back: axe is content in both lights, nothing scrolls sideways, all can be tapped", async ({
  open,
}) => {
  const event = await anEvent();
  const ann = await event.as("participant", "Ann");
  const form = await new PitchPage(await open(ann, { ...phone, reducedMotion: "reduce" }), event.slug).open();
  const { page } = form;
  await offline(page);
  for (const title of ["Averylongwordwithoutanyplacetobreakitforthenarrowscreen", "Second"]) {
    await form.title.fill(title);
    await form.send.click();
    await expect(new KeptNotes(page).saved(title)).toBeVisible();
  }
  const said = [...(await smallTargets(page)), ...(await inBothLights(page))];
  await perform(openPhase, event.host, { phase: "placing", minutes: null });
  await page.context().setOffline(false);
  await expect(new KeptNotes(page).back("Second")).toBeVisible();
  await page.goto(`/e/${event.slug}/me`);
  await expect(new KeptNotes(page).back("Second")).toBeVisible();
  said.push(...(await smallTargets(page)), ...(await inBothLights(page)));
  await new KeptNotes(page).back("Second").getByRole("button", { name: "Change" }).click();
  said.push(...(await smallTargets(page)), ...(await inBothLights(page)), ...(await sidewaysAt(page, 320, 100)));
  expect(said).toEqual([]);
});

async function inBothLights(page: Page) {
  const said: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // buttons take their colours over 160 ms
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag22aa", "best-practice"])
      .analyze();
    said.push(
      ...violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map(({ html }) => html.slice(0, 120))}`),
    );
  }
  return said;
}

/** The server takes it and says so, but the answer is lost on the way. */
async function loseAnswers(context: BrowserContext, times: number, after: () => Promise<void> = async () => {}) {
  await context.route(
    "**/outbox",
    async (route) => {
      await route.fetch();
      await after();
      await route.abort();
    },
    { times },
  );
}

test("a pitch whose answers get lost hangs once, and two tabs agree", async ({ open }) => {
  const event = await anEvent();
  const form = await new PitchPage(await open(await event.as("participant", "Ann"), phone), event.slug).open();
  const context = form.page.context();
  const other = await new TopicsPage(await context.newPage(), event.slug).open();
  await awake(form.page);
  await loseAnswers(context, 2);
  await form.title.fill("Echo");
  await form.send.click();
  await expect(form.page.getByText("It may have arrived already.")).toBeVisible();
  await expect(new KeptNotes(form.page).list).toBeHidden({ timeout: 30_000 });
  await expect(new KeptNotes(other.page).list).toBeHidden();
  await expect(other.note("Echo").or(other.newOnes).first()).toBeVisible();
  expect(await titles(event.host)).toEqual(["Echo"]);
  expect(await told(event.host, "topic.pitched")).toBe(1);
});

test("a server that dies after it took a pitch and before it said so hangs it once", async ({ open }) => {
  test.setTimeout(120_000);
  const server = await startServer();
  const event = await anEvent();
  const page = await open(await event.as("participant", "Ann"), { ...phone, at: server.url });
  const form = await new PitchPage(page, event.slug).open();
  await awake(page);
  await loseAnswers(page.context(), 1, server.kill);
  await form.title.fill("Last words");
  await form.send.click();
  await expect(new KeptNotes(page).saved("Last words")).toContainText("It may have arrived already.");
  expect(await titles(event.host)).toEqual(["Last words"]);
  await server.start();
  await expect(new KeptNotes(page).list).toBeHidden({ timeout: 60_000 });
  expect(await told(event.host, "topic.pitched")).toBe(1);
  await server.stop();
});

test("a visitor pitches offline, and joins with it when the network is back", async ({ open }) => {
  const event = await anEvent();
  const page = await open(null, phone);
  await page.goto(`/j/${event.code}`);
  const form = await new PitchPage(page, event.slug).open();
  await offline(page);
  await form.title.fill("From outside");
  await form.name.fill("Vera");
  await form.send.click();
  await expect(new KeptNotes(page).saved("From outside")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText("Your topic hangs on the wall.")).toBeVisible();
  const { snapshot } = await ask(viewTopics, event.host, undefined);
  expect(snapshot.topics.map(({ title, convener }) => [title, convener])).toEqual([["From outside", "Vera"]]);
  expect(await enter(event.host, "host", ({ tx }) => tx.member.count())).toBe(2);
});

test("notes written offline meet those that others wrote meanwhile, and no word is lost", async ({ open }) => {
  const event = await anEvent({ phase: "running" });
  const ann = await event.as("participant", "Ann");
  const topicId = await perform(pitchTopic, event.host, { title: "Dark" });
  await perform(saveNote, event.host, { topicId, body: "First.\n", baseRev: 0 });
  const page = await open(ann, phone);
  await page.goto(`/e/${event.slug}/topics/${topicId}`);
  await offline(page);
  await page.getByText("Write notes").click();
  const notes = page.getByRole("textbox", { name: "Notes" });
  await notes.fill("First.\n\nHers.\n");
  await expect(page.getByText("Saved on this phone. It goes out by itself")).toBeVisible();
  await notes.fill("First.\n\nHers, longer.\n");
  await perform(saveNote, event.host, { topicId, body: "Zeroth.\nFirst.\n", baseRev: 1 });
  await page.context().setOffline(false);
  await expect
    .poll(async () => (await ask(viewTopic, ann, { topicId })).note.body)
    .toBe("Zeroth.\nFirst.\n\nHers, longer.\n");
  await expect(notes).toHaveValue("Zeroth.\nFirst.\n\nHers, longer.\n");
});

test("of a private event a phone holds nothing that was sent, and no word of one who was removed meanwhile", async ({
  open,
}) => {
  const event = await anEvent({ visibility: "private", name: "Closed Doors" });
  const ann = await event.as("participant", "Ann");
  const form = await new PitchPage(await open(ann, phone), event.slug).open();
  const { page } = form;
  await awake(page);
  await form.title.fill("Told in confidence");
  await form.send.click();
  await page.waitForURL(/\/topics\/[0-9a-f-]{36}$/);
  expect(await allThatIsStored(page)).not.toContain("Told in confidence");

  await form.open();
  await offline(page);
  await form.title.fill("Never sent");
  await form.send.click();
  await expect(new KeptNotes(page).saved("Never sent")).toBeVisible();
  expect(await allThatIsStored(page)).toContain("Never sent");
  await enter(ann, "participant", async ({ tx }) => {
    await tx.topic.deleteMany();
    await tx.member.delete({ where: { eventId_id: { eventId: event.id, id: ann.memberId } } });
  });
  await page.context().setOffline(false);
  // the server's page is in place of what one may not see any more
  await expect(page.getByRole("heading", { name: "Nothing hangs here" })).toBeVisible();
  await expect.poll(() => new KeptNotes(page).onTheShelf()).toBe(0);
  const left = await allThatIsStored(page);
  for (const trace of ["Never sent", "Told in confidence", "Closed Doors", event.id]) expect(left).not.toContain(trace);
  expect(await titles(event.host)).toEqual([]);
});

test("who leaves is told what is not sent yet, and takes it along; the next person finds nothing", async ({ open }) => {
  const event = await anEvent();
  const form = await new PitchPage(await open(await event.as("participant", "Ann"), phone), event.slug).open();
  const { page } = form;
  await awake(page);
  await page.context().route("**/outbox", (route) => route.abort());
  await form.title.fill("Only Ann's");
  await form.send.click();
  await expect(new KeptNotes(page).saved("Only Ann's")).toBeVisible();
  await page.goto(`/e/${event.slug}/me`);
  await expect(page.getByText("One thing on this phone has not been sent yet.")).toBeVisible();
  await page.getByRole("button", { name: "Sign out here" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.context().unroute("**/outbox");
  await page.goto(`/e/${event.slug}/topics`);
  await awake(page);
  expect(await new KeptNotes(page).onTheShelf()).toBe(0);
  expect(await titles(event.host)).toEqual([]);
});
