import type { Browser, Page } from "@playwright/test";
import { perform } from "@/lib/db/perform";
import { saveNote } from "@/lib/note/commands";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEntry, aPublished } from "@/tests/support/a-published";
import { aPersonalSpace } from "@/tests/support/a-space";
import { anEvent, aUser } from "@/tests/support/an-event";
import { expect, test } from "@/tests/support/browser";
import { desk, phone, projector } from "./pages/devices";
import { noteRefusals } from "./pages/refused-by-policy";

test.setTimeout(180_000);

const note = `## When the queue does not move

1. On mq-7.corp.quayside.internal look at the consumers; call mallory.quince@quayside.example if there are none.
2. Restart the one that is stuck: \`systemctl restart consumer\`
`;

/** Fills the text of the editor and saves. */
async function write(page: Page, fields: Record<string, string>) {
  await page.getByText("Technologies, licence and more").click();
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/Saved as revision/)).toBeVisible();
}

test("from an open-space note to a public recipe; a stranger improves it, and the change comes back by name", async ({
  open,
  browser,
}) => {
  const event = await anEvent();
  const ann = await event.as("participant", "Ann Tiller");
  const topicId = String(await perform(pitchTopic, ann, { title: `Stuck queues ${event.slug}` }));
  await perform(saveNote, ann, { topicId, body: note, baseRev: 0 });

  // a draft of what the circle wrote down
  const author = await open(ann, phone);
  await author.goto(`/e/${event.slug}/topics/${topicId}`);
  await author.getByRole("link", { name: "Make a library entry of this" }).click();
  await author.getByRole("radio", { name: /^Recipe/ }).check();
  await author.getByRole("button", { name: "Begin" }).click();
  await expect(author).toHaveURL(/\/edit$/);
  await write(author, { Licence: "CC-BY-4.0" });
  const at = author.url().replace(/\/edit$/, "");

  // what tells of somebody goes, everywhere at once
  await author.goto(`${at}/publish`);
  await author.getByLabel("What becomes of mq-7.corp.quayside.internal").selectOption("Mask");
  await author.getByLabel("What becomes of mallory.quince@quayside.example").selectOption("Mask");
  await author.getByRole("button", { name: "Save what was decided" }).click();
  await expect(author.getByText("Nothing of what you hid was found in the finished copy")).toBeVisible();
  const slug = await author.getByLabel("Public address").inputValue();
  await author.getByRole("button", { name: "Ask for it" }).click();
  await expect(author.getByText("Somebody", { exact: false }).first()).toBeVisible();
  await expect(author.getByRole("button", { name: "Approve exactly this" })).toHaveCount(0);

  // the second key is somebody else's
  const host = await open(event.host, desk);
  await host.goto(`${at}/publish`);
  await host.getByRole("button", { name: "Approve exactly this" }).click();
  await expect(host.getByText("It is public:")).toBeVisible();

  const stranger = await readAsNobody(browser, author.url());
  await stranger.goto(`/library/${slug}`);
  await expect(stranger.getByText("systemctl restart consumer").first()).toBeVisible();
  expect(await stranger.content()).not.toMatch(/mq-7|quayside|mallory|quince/i);

  // a stranger makes it theirs, makes it better, and gives it back
  const ben = await open({ userId: await aUser() }, phone);
  await ben.goto(`/library/${slug}`);
  await ben.getByRole("link", { name: "Fork it" }).click();
  await ben.getByRole("button", { name: "My own space" }).click();
  await ben.waitForURL(/\/s\/[^/]+\/[^/]+/);
  const mine = /^.*\/s\/[^/]+\/[0-9a-f-]{36}/.exec(ben.url())?.[0] ?? "";
  await ben.goto(`${mine}/edit`);
  const text = await ben.locator("#body").inputValue();
  await ben.locator("#body").fill(`${text}\n3. Watch it for ten minutes: it comes back stuck when the disk is full.\n`);
  await ben.getByRole("button", { name: "Save", exact: true }).click();
  await expect(ben.getByText(/Saved as revision/)).toBeVisible();
  await ben.goto(`${mine}/fork`);
  await ben.getByLabel("How you want to be named").fill("Ben Improver");
  await ben.getByLabel("Why it is better").fill("It came back twice.");
  await ben.getByRole("button", { name: "Offer it back" }).click();
  await expect(ben.getByText("Offered.", { exact: false })).toBeVisible();

  await host.goto(`${at}/proposals`);
  await host.getByRole("link", { name: "Ben Improver" }).click();
  await expect(host.locator("ins", { hasText: "ten minutes" })).toBeVisible();
  await host.getByRole("radio", { name: "Merge it", exact: true }).check();
  await host.getByRole("button", { name: "Decide" }).click();
  await expect(host.getByText("merged").first()).toBeVisible();

  // and the next version says whose it is: a name like any other, until somebody says that it stays
  await host.goto(`${at}/publish`);
  await host.getByLabel("What becomes of Ben Improver").selectOption("Keep");
  await host.getByRole("button", { name: "Save what was decided" }).click();
  await expect(host.getByText("Everything is decided and looked at.")).toBeVisible();
  await host.getByRole("button", { name: "Ask for it" }).click();
  const second = await open(await event.as("host", "Cleo Second"), desk);
  await second.goto(`${at}/publish`);
  await second.getByRole("button", { name: "Approve exactly this" }).click();
  // that it is public was said of the first version already
  await expect(second.getByRole("button", { name: "Approve exactly this" })).toHaveCount(0);
  await stranger.goto(`/library/${slug}`);
  await expect(stranger.getByText("Watch it for ten minutes", { exact: false })).toBeVisible();
  await expect(stranger.getByText("Ben Improver", { exact: false }).first()).toBeVisible();
});

/** A browser that nobody has signed in with. */
async function readAsNobody(browser: Browser, like: string) {
  const context = await browser.newContext({ ...phone, baseURL: new URL(like).origin });
  return context.newPage();
}

test("a recipe works for people in three environments, and everybody reads in which", async ({ open }) => {
  const { slug } = await aPublished({ title: "Drain a node", body: "`kubectl drain`" });
  for (const [environment, outcome] of [
    ["Kubernetes 1.29", "works"],
    ["Kubernetes 1.33", "works with changes"],
    ["RHEL 9", "fails"],
  ] as const) {
    const page = await open({ userId: await aUser() }, phone);
    await page.goto(`/library/${slug}/works`);
    await page.getByLabel("Where it ran").fill(environment);
    await page.getByRole("radio", { name: outcome, exact: true }).check();
    await page.getByRole("button", { name: "Say it" }).click();
    await expect(page.getByText("Thank you. It counts.")).toBeVisible();
  }
  const page = await open({ userId: await aUser() }, desk);
  await page.goto(`/library/${slug}/works`);
  for (const environment of ["Kubernetes 1.29", "Kubernetes 1.33", "RHEL 9"])
    await expect(page.getByText(environment).first()).toBeVisible();
});

test("what is read rests: its scripts wake at the first touch, and then work", async ({ browser, baseURL }) => {
  const { slug } = await aPublished({ title: "Rest", body: "```sh\necho rested\n```\n" });
  const context = await browser.newContext({
    ...desk,
    baseURL: String(baseURL),
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  const { refused } = await noteRefusals(page);
  await page.goto(`/library/${slug}`);
  await page.waitForLoadState("networkidle");
  const resting = page.locator('script[type="text/resting"]');
  expect(await resting.count()).toBeGreaterThan(3);
  await page.mouse.move(200, 200);
  await expect(resting).toHaveCount(0);
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Copy" }).first().click();
  await expect(page.getByText("Copied").first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("echo rested");
  expect(refused).toEqual([]);
});

test("a post-mortem is played on the room's screen, sixty times as fast as it was", async ({ open }) => {
  const reader = await aPersonalSpace();
  const at = (minute: number) => ({
    at: new Date(Date.UTC(2026, 8, 17, 15, minute)).toISOString(),
    precision: "minute",
  });
  const says = {
    kind: "postmortem",
    title: "The quay at night",
    timeline: [
      { id: "a", at: at(0), text: "The table is full." },
      { id: "b", at: at(4), text: "Somebody calls.", marker: "detection" },
      { id: "c", at: at(9), text: "The limit is raised.", marker: "repair" },
    ],
  };
  const page = await open(reader, projector);
  await page.goto(`/s/${reader.space}/${await anEntry(reader, says)}/replay`);
  await expect(page.getByText("All is quiet.")).toBeVisible();
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect(page.getByText("The table is full.").first()).toBeVisible();
  await expect(page.getByText("Somebody calls.")).toHaveCount(0);
  // four minutes are four seconds
  await expect(page.getByText("Somebody calls.").first()).toBeVisible({ timeout: 15_000 });
});
