import AxeBuilder from "@axe-core/playwright";
import type { Page, Route } from "@playwright/test";
import { performInSpace } from "@/lib/db/enter-space";
import { perform } from "@/lib/db/perform";
import { beginDraft, saveText } from "@/lib/entry/commands/write";
import { saveNote } from "@/lib/note/commands";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anOrgSpace, aPersonalSpace } from "@/tests/support/a-space";
import { anEvent } from "@/tests/support/an-event";
import { expect, test } from "@/tests/support/browser";
import { aPng } from "@/tests/support/pictures";
import { desk, phone } from "./pages/devices";
import { sidewaysAt, smallTargets } from "./pages/reach";

const plain = { ...phone, javaScriptEnabled: false };
const texts = { summary: "", lang: "en", licence: "", credit: "", tags: "", tech: "", services: "" };
const lines = "one\n\ntwo\n\nthree\n";
const text = (page: Page) => page.locator("#body");
const save = (page: Page) => page.getByRole("button", { name: "Save" }).click();

test("without JavaScript: from a topic's notes to an entry, previewed, saved, compared and brought back", async ({
  open,
}) => {
  const event = await anEvent();
  const ann = await event.as("participant", "Ann");
  const topicId = String(await perform(pitchTopic, ann, { title: "Fewer pages at night" }));
  await perform(saveNote, ann, { topicId, body: "Group alerts by **service**.", baseRev: 0 });
  const page = await open(ann, plain);
  await page.goto(`/e/${event.slug}/topics/${topicId}`);
  await page.getByRole("link", { name: "Make a library entry of this" }).click();
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page).toHaveURL(/\/edit$/);
  await text(page).fill("Group alerts by **team**.\n\n<script>alert(1)</script>");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.locator("strong", { hasText: "team" })).toBeVisible();
  await expect(page.getByText("<script>alert(1)</script>").first()).toBeVisible();
  await save(page);
  await expect(page.getByText("Saved as revision 2.")).toBeVisible();

  await page.getByLabel("Picture", { exact: true }).setInputFiles({
    name: "load.png",
    mimeType: "image/png",
    buffer: Buffer.from(aPng("somewhere")),
  });
  await page.getByLabel("What it shows").fill("Load at night");
  await page.getByRole("button", { name: "Add picture" }).click();
  await expect(page.getByRole("img", { name: "Load at night" })).toBeVisible();
  await expect(page.getByText(/!\[Load at night\]\(attachment:/)).toBeVisible();

  await page.goto(page.url().replace(/\/edit.*/, "/history"));
  await expect(page.locator("ins", { hasText: "team" })).toBeVisible();
  await page.getByLabel("Compare to revision 1").check();
  await page.getByLabel("Compare from revision 2").check();
  await page.getByRole("button", { name: "Compare these two" }).click();
  await page.getByRole("button", { name: "Bring back revision 1" }).click();
  await expect(page.locator("strong", { hasText: "service" })).toBeVisible();
});

async function anEntryOfTwo() {
  const space = await anOrgSpace();
  const [ann, bob] = [await space.as(), await space.as()];
  const id = await performInSpace(beginDraft, ann, { kind: "recipe", title: "Restart it", body: lines });
  return { ann, bob, id, at: `/s/${space.space}/${id}` };
}

test("what is typed survives a dead network and a reload, and is merged with what another saved", async ({ open }) => {
  const { ann, bob, id, at } = await anEntryOfTwo();
  const page = await open(ann, phone);
  await page.goto(`${at}/edit`);
  await expect(text(page)).toHaveValue(lines);
  const dead = (route: Route) => (route.request().method() === "POST" ? route.abort() : route.continue());
  await page.route("**/*", dead);
  await text(page).fill(`${lines}\nmine\n`);
  await save(page);
  await expect(page.getByText("There is no network just now.")).toBeVisible();
  const theirs = { id, base: 1, title: "Restart it", ...texts, body: lines.replace("one", "ONE") };
  await performInSpace(saveText, bob, theirs);
  await page.reload();
  await expect(page.getByText("What you typed here before is back.")).toBeVisible();
  await expect(text(page)).toHaveValue(`${lines}\nmine\n`);
  await page.unroute("**/*", dead);
  await save(page);
  await expect(page.getByText("Somebody else saved meanwhile.")).toBeVisible();
  await expect(text(page)).toHaveValue(`${lines.replace("one", "ONE")}\nmine\n`);
  await page.reload();
  await expect(page.getByText("What you typed here before is back.")).toBeHidden();
});

for (const [how, device] of Object.entries({ with: phone, without: plain }))
  test(`${how} JavaScript, two who changed one line are told, and both texts are there`, async ({ open }) => {
    const { ann, bob, id, at } = await anEntryOfTwo();
    const page = await open(ann, device);
    await page.goto(`${at}/edit`);
    await performInSpace(saveText, bob, { id, base: 1, title: "Restart it", ...texts, body: "ONE\n" });
    await text(page).fill("eins\n");
    await save(page);
    await expect(page.getByText("Somebody changed the same place since you began.")).toBeVisible();
    await expect(text(page)).toHaveValue("eins\n");
    await expect(page.locator("#now-body")).toHaveValue("ONE\n");
    await text(page).fill("ONE, eins\n");
    await save(page);
    await expect(page.getByText("Saved as revision 3.")).toBeVisible();
  });

test("a picture that is pasted is kept with the entry, and its mark stands in the text", async ({ open }) => {
  const { ann, at } = await anEntryOfTwo();
  const page = await open(ann, desk);
  await page.goto(`${at}/edit`);
  await text(page).evaluate(
    (area, bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], "load.png", { type: "image/png" }));
      area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    },
    Array.from(aPng("somewhere")),
  );
  await expect(text(page)).toHaveValue(/!\[load\]\(attachment:[0-9a-f]{64}\)/);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("img", { name: "load" }).first()).toBeVisible();
});

test("every screen of a space: axe is content, nothing scrolls sideways, all is large enough to tap", async ({
  open,
}) => {
  const own = await aPersonalSpace();
  const body =
    "# Why\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```sh\nsystemctl restart orders --now --no-block --quiet\n```\n";
  const id = await performInSpace(beginDraft, own, { kind: "postmortem", title: "Orders stood still", body });
  await performInSpace(saveText, own, { id, base: 1, title: "Orders stood still", ...texts, tags: "dns", body: "x" });
  const at = `/s/${own.space}`;
  const found: string[] = [];
  for (const path of ["/s", at, `${at}/new`, `${at}/${id}`, `${at}/${id}/edit`, `${at}/${id}/history?from=1&to=2`]) {
    const page = await open(own, { ...phone, reducedMotion: "reduce" });
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const axe = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
    const said = [...axe, ...(await smallTargets(page)), ...(await sidewaysAt(page, 320, 100))];
    found.push(...said.map((what) => `${path.replace(own.space, "…")} ${what}`));
    const shots = process.env.SHOTS;
    if (shots) await photograph(page, `${shots}/${path.split("/").slice(2).join("-").slice(30) || "home"}`);
  }
  expect(found).toEqual([]);
});

async function photograph(page: Page, name: string) {
  for (const [look, { viewport }] of Object.entries({ phone, desk }))
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${name.replaceAll(/[?&=]/g, "-")}-${look}-${colorScheme}.png`, fullPage: true });
    }
}
