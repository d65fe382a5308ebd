import { askSpace, performInSpace } from "@/lib/db/enter-space";
import { ask } from "@/lib/db/perform";
import { viewDesk } from "@/lib/event/queries";
import { importSeries } from "@/lib/series/commands";
import { viewSeries } from "@/lib/series/queries";
import { anEntry, aPublished } from "@/tests/support/a-published";
import { spaceOf } from "@/tests/support/a-space";
import { anEvent } from "@/tests/support/an-event";
import { expect, test } from "@/tests/support/browser";
import { desk, phone, projector } from "./pages/devices";
import { noteRefusals } from "./pages/refused-by-policy";

const at = (text: string) => ({ at: `2026-03-14T${text}:00Z`, precision: "minute", text });
const timeline = [
  { id: "a", at: at("09:15"), text: "Pager says that payments fail", marker: "detection" },
  { id: "b", at: at("09:19"), text: "The table of connections is full", marker: "diagnosis" },
  { id: "c", at: at("10:40"), text: "Limit raised, payments come back", marker: "repair" },
];
const incident = { kind: "postmortem", title: "Connections refused", times: { started: at("09:12") }, timeline };
const csv = [
  "time,payments per minute",
  ...Array.from({ length: 60 }, (_, minute) => {
    return `${new Date(Date.UTC(2026, 2, 14, 9, 2 * minute)).toISOString()},${minute > 6 && minute < 50 ? 3 : 64 + (minute % 5)}`;
  }),
].join("\n");

test("a host puts an incident of the event on the wall, which plays it to whoever has its key alone, until it is taken off", async ({
  open,
  browser,
}) => {
  const event = await anEvent({ visibility: "private" });
  const here = { space: await spaceOf(event.host.userId, "event"), userId: event.host.userId };
  const entryId = await anEntry(here, incident);
  await performInSpace(importSeries, here, { entryId, text: csv });
  const { wallKey } = await ask(viewDesk, event.host, undefined);

  const host = await open(event.host, desk);
  await host.goto(`/e/${event.slug}/desk`);
  const origin = new URL(host.url()).origin;
  const hall = await (await browser.newContext({ ...projector, baseURL: origin })).newPage();
  const { refused } = await noteRefusals(hall);
  await hall.goto(`/wall/${event.slug}/${wallKey}`);
  await expect(hall.getByText(event.slug, { exact: false }).or(hall.locator(".wall")).first()).toBeVisible();
  await expect(hall.getByText("Connections refused")).toHaveCount(0);

  await host.getByRole("link", { name: "Play an incident on the wall" }).click();
  await host.getByRole("button", { name: "Play it on the wall" }).first().click();
  await expect(host.getByText("On the wall: Connections refused")).toBeVisible();

  await expect(hall.getByRole("heading", { name: "Connections refused" })).toBeVisible({ timeout: 15_000 });
  await expect(hall.getByText("payments per minute")).toBeVisible();
  // sixty times as fast, and by itself: nobody presses anything there
  await expect(hall.getByText("Pager says that payments fail")).toBeVisible({ timeout: 20_000 });
  await expect(hall.getByText("The table of connections is full")).toBeVisible({ timeout: 20_000 });
  await expect(hall.getByText("Limit raised, payments come back")).toHaveCount(0);
  await expect(hall.getByRole("button")).toHaveCount(0);
  await hall.screenshot({ path: test.info().outputPath("wall-replay.png") });
  // the key opens nothing else of the library, and without it nothing is there
  for (const path of [`/s/${here.space}/${entryId}`, `/s/${here.space}/${entryId}/replay`, `/e/${event.slug}/replay`]) {
    expect((await hall.request.get(path)).status()).toBe(404);
  }
  expect((await hall.request.get(`/wall/${event.slug}/${wallKey.slice(1)}x`)).status()).toBe(404);

  await host.getByRole("button", { name: "Show the board again" }).click();
  await expect(hall.getByRole("heading", { name: "Connections refused" })).toHaveCount(0, { timeout: 15_000 });
  await hall.keyboard.press("ArrowRight");
  expect(refused).toEqual([]);
});

test("anybody plays something published, and takes its numbers along", async ({ browser, open }) => {
  const event = await anEvent();
  const { slug, reader, entryId } = await aPublished(incident);
  await performInSpace(importSeries, reader, { entryId, text: csv });
  const { listed } = await askSpace(viewSeries, reader, { entryId });

  const host = await open(event.host, desk);
  await host.goto(`/e/${event.slug}/replay`);
  await host.screenshot({ path: test.info().outputPath("choose.png"), fullPage: true });
  const origin = new URL(host.url()).origin;
  await host.getByLabel("Its address").fill(`${origin}/library/${slug}`);
  await host.getByRole("button", { name: "Play it on the wall" }).last().click();
  await expect(host.getByText(`On the wall: ${slug}`)).toBeVisible();

  const context = await browser.newContext({ ...phone, baseURL: origin });
  const nobody = await context.newPage();
  const { wallKey } = await ask(viewDesk, event.host, undefined);
  await nobody.goto(`/wall/${event.slug}/${wallKey}`);
  await expect(nobody.getByRole("heading", { name: "Connections refused" })).toBeVisible();

  await nobody.goto(`/library/${slug}`);
  await nobody.getByRole("link", { name: "Play the incident" }).click();
  await nobody.getByRole("link", { name: "On", exact: true }).click();
  await expect(nobody.getByText("Pager says that payments fail")).toBeVisible();
  await nobody.screenshot({ path: test.info().outputPath("public-replay.png") });

  const author = await open(reader, desk);
  await author.goto(`/s/${reader.space}/${entryId}/series`);
  const [download] = await Promise.all([
    author.waitForEvent("download"),
    author.getByRole("link", { name: "Take along as CSV" }).first().click(),
  ]);
  expect(download.suggestedFilename()).toBe("payments per minute.csv");
  const file = await author.request.get(`/s/${reader.space}/${entryId}/series/${listed[0]?.id}.csv`);
  expect(file.headers()).toMatchObject({ "cache-control": "private, no-store" });
  expect((await nobody.request.get(file.url())).status()).toBe(404);
});
