import AxeBuilder from "@axe-core/playwright";
import type { Page, Route } from "@playwright/test";
import { anEntry } from "@/tests/support/a-published";
import { anOrgSpace } from "@/tests/support/a-space";
import { expect, test } from "@/tests/support/browser";
import { desk, phone } from "./pages/devices";
import { noteRefusals } from "./pages/refused-by-policy";

const body = `## What we saw

The queue grew for *two hours* before anybody looked. We waited.

- The alert was \`muted\`
- Later the queue grew again. We waited.

${"And so it went on, hour after hour, while the hall filled with people.\n\n".repeat(12)}The end of it.`;

async function aText() {
  const space = await anOrgSpace();
  const id = await anEntry(space.owner, { title: "The long queue", body, kind: "postmortem" });
  return { ann: await space.as(), at: `/s/${space.space}/${id}` };
}

/** Selects words of the text as a person does: from where the first begins to where the last ends. */
function select(page: Page, within: RegExp, words: string) {
  return page
    .locator(".told")
    .getByText(within)
    .evaluate((element, wanted) => {
      const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const nodes: Text[] = [];
      while (walk.nextNode()) nodes.push(walk.currentNode as Text);
      const [from, to] = [wanted.split(" ")[0] ?? "", wanted.split(" ").at(-1) ?? ""];
      const first = nodes.find(({ data }) => data.includes(from));
      const last = nodes.findLast(({ data }) => data.includes(to));
      if (!first || !last) throw new Error("no such words");
      getSelection()?.setBaseAndExtent(first, first.data.indexOf(from), last, last.data.lastIndexOf(to) + to.length);
    }, words);
}

const marks = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get("passage") ?? [])].map((range) => String(range)));

test("what is selected may be spoken of at once, and comment and passage lead to each other", async ({ open }) => {
  const { ann, at } = await aText();
  const page = await open(ann, phone);
  const { refused } = await noteRefusals(page);
  await page.goto(at);
  await select(page, /^Later the queue/, "Later We waited.");
  await page.getByRole("button", { name: "Comment on this" }).tap();
  await expect(page.getByRole("dialog").getByRole("blockquote")).toHaveText("Later the queue grew again. We waited.");
  await page.getByLabel("What do you want to say?").fill("Why did nobody act?");
  await page.getByRole("button", { name: "Say it" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect.poll(() => marks(page)).toEqual(["Later the queue grew again. We waited"]);
  const said = page.getByRole("region", { name: "What was said about passages" });
  await expect(said.getByText("Why did nobody act?")).toBeVisible();
  await expect(page.locator("[aria-details]")).toHaveText(/Later the queue/);

  await said.getByRole("link", { name: "Answer it" }).click();
  await expect(page).toHaveURL(/\/comments#comment-/);
  await page.getByRole("link", { name: "See it in the text" }).click();
  await expect(page).toHaveURL(/#passage-/);
  await expect(page.locator(":focus")).toHaveText(/Later the queue/);
  await page
    .locator(".told")
    .getByText("Later the queue")
    .click({ position: { x: 60, y: 10 } });
  await expect(page.locator(".passage-offer").getByRole("link", { name: /Why did nobody act/ })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(refused).toEqual([]);
});

test("by keyboard: Tab leads from a selection to the button, and what was typed survives a dead network and a reload", async ({
  open,
}) => {
  const { ann, at } = await aText();
  const page = await open(ann, desk);
  await page.goto(at);
  await page
    .locator(".told")
    .getByText(/^The queue grew/)
    .click();
  await page.keyboard.press("Home");
  await select(page, /^The queue grew/, "queue hours");
  await expect(page.getByRole("button", { name: "Comment on this" })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Comment on this" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("What do you want to say?")).toBeFocused();
  await page.keyboard.type("Two? It was three.");
  const dead = (route: Route) => (route.request().method() === "POST" ? route.abort() : route.continue());
  await page.route("**/*", dead);
  await page.getByRole("button", { name: "Say it" }).click();
  await expect(page.getByText("There is no network just now.")).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Go on with it" }).click();
  await expect(page.getByRole("dialog").getByRole("blockquote")).toHaveText("queue grew for two hours");
  await expect(page.getByLabel("What do you want to say?")).toHaveValue("Two? It was three.");
  await page.unroute("**/*");
  await page.getByRole("button", { name: "Say it" }).click();
  await expect.poll(() => marks(page)).toEqual(["queue grew for two hours"]);
  await expect(page.getByRole("button", { name: "Go on with it" })).toHaveCount(0);
});
