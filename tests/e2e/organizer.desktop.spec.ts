import { perform } from "@/lib/db/perform";
import { newSignInLink } from "@/lib/db/sign-in-link";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent } from "@/tests/support/an-event";
import { expect, test } from "@/tests/support/browser";
import { BoardPage } from "./pages/board-page";
import { desk, phone } from "./pages/devices";
import { staying } from "./pages/staying";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("from the printed link to a running event, with one form", async ({ open }) => {
  const page = await open(null, desk);
  const name = `Harbour ${crypto.randomUUID().slice(0, 8)}`;
  await page.goto(await newSignInLink(`${crypto.randomUUID()}@host.example`, "/new"));
  await page.getByRole("button", { name: /^Sign in as/ }).click();
  await expect(page).toHaveURL("/new");

  const basics = page.getByRole("group", { name: "The event" });
  await basics.getByLabel("Name", { exact: true }).fill(name);
  await basics.getByLabel("Your name there").fill("Hedda");
  await basics.getByLabel("Time zone").fill("Europe/Lisbon");
  await basics.getByLabel("First day").fill("2027-03-04");
  await basics.getByLabel("Last day").fill("2027-03-04");
  for (const [number, room] of [
    ["1", "Dock"],
    ["2", "Crane"],
  ] as const)
    await page
      .getByRole("group", { name: `Room ${number}` })
      .getByLabel("Name")
      .fill(room);
  await page.getByRole("button", { name: "Add these slots" }).click();
  await expect(page.getByLabel("Starts")).toHaveCount(4);
  await page.getByRole("button", { name: "Create the event" }).click();

  await expect(page.getByRole("heading", { name: "The desk" })).toBeVisible();
  const slug = name.toLowerCase().replace(" ", "-");
  await expect(page).toHaveURL(`/e/${slug}/desk`);
  await page.getByRole("button", { name: "Marketplace" }).click();
  await expect(page.getByText("Now for everybody: Marketplace.")).toBeVisible();
  const board = await new BoardPage(page, slug).open();
  await expect(board.cell("17:00", "Crane")).toContainText("Free");
});

test("the microphone: lined up, called, timed, thanked", async ({ open }) => {
  const event = await anEvent();
  await perform(pitchTopic, await event.as("participant", "Ann"), { title: "Postmortems nobody reads" });
  const page = await open(await event.as("facilitator"), desk);
  const hall = await open(null, phone);
  await hall.goto(`/e/${event.slug}/topics`);
  await page.goto(`/e/${event.slug}/desk`);
  await page.getByLabel("Line up a topic").selectOption({ label: "Postmortems nobody reads" });
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("list", { name: "Waiting for the microphone" })).toContainText("Postmortems");
  await expect(hall.getByText("Next: Postmortems nobody reads")).toBeVisible();
  await page.getByLabel("Time to speak").selectOption("30");
  await page.getByRole("button", { name: "Next, please" }).click();
  const microphone = hall.getByRole("region", { name: "At the microphone" });
  await expect(microphone).toContainText(/Postmortems nobody reads 0:[0-3]\d/);
  await page.getByRole("button", { name: "Thank you, done" }).click();
  await expect(microphone).toBeHidden();
});

test("the wall's link is copied, opens the wall, and goes dark when it is changed", async ({ open }) => {
  const event = await anEvent();
  await perform(pitchTopic, await event.as("participant"), { title: "On the wall" });
  const page = await open(await event.as("facilitator"), desk);
  await page.goto(`/e/${event.slug}/desk`);
  const part = page.getByRole("region", { name: "The way in" });
  await part.getByRole("button", { name: "Copy" }).last().click();
  await expect(part.getByRole("button", { name: "Copied" })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const wall = await open(null, desk);
  await wall.goto(link);
  await expect(wall.getByText("On the wall", { exact: true })).toBeVisible();

  await part.getByText("New link for the projector").first().click();
  await part.getByRole("button", { name: "New link for the projector" }).click();
  await expect(part.getByText("The old link shows nothing any more.")).toBeVisible();
  expect((await wall.goto(link))?.status()).toBe(404);
});

test("a new code lets nobody in by the old one", async ({ open }) => {
  const event = await anEvent();
  const page = await open(await event.as("facilitator"), desk);
  await page.goto(`/e/${event.slug}/desk`);
  const part = page.getByRole("region", { name: "The way in" });
  await part.getByText("New code").first().click();
  await part.getByRole("button", { name: "New code" }).click();
  await expect(part.getByText("This is the new code.")).toBeVisible();
  const code = (await part.getByLabel("Link to join").inputValue()).split("/").pop() ?? "";
  expect(code).not.toBe(event.code);
  const guest = await open(null, phone);
  await guest.goto(`/j/${event.code}`);
  await expect(guest.getByText("No event opens with that code.")).toBeVisible();
  await guest.goto(`/j/${code}`);
  await expect(guest).toHaveURL(`/e/${event.slug}`);
});

test("two facilitators want the same cell: the second is told by which topic, and still holds theirs", async ({
  open,
}) => {
  const event = await anEvent();
  for (const title of ["Here first", "Here second"])
    await perform(pitchTopic, await event.as("participant"), { title });
  const boards = [await open(await event.as("facilitator"), desk), await open(await event.as("facilitator"), desk)].map(
    (page) => new BoardPage(page, event.slug),
  );
  const [one, other] = boards as [BoardPage, BoardPage];
  await one.open();
  await other.open();
  await other.piece("Here second").click();
  await expect(other.page.getByText("Choose a cell for it.")).toBeVisible();
  await one.place("Here first", "14:00", "Aula");
  await expect(other.cell("14:00", "Aula")).toContainText("Here first");
  await other.cell("14:00", "Aula").getByRole("button").click();
  await expect(other.page.getByRole("alert").filter({ hasText: "Here first" })).toContainText("Here second");
  await other.cell("14:00", "Attic").getByRole("button").click();
  await expect(one.cell("14:00", "Attic")).toContainText("Here second");
});

test("the desk keeps what it shows while there is no network, and says who joined once there is", async ({ open }) => {
  const event = await anEvent({ phase: "voting" });
  const page = await open(event.host, desk);
  await page.goto(`/e/${event.slug}/desk`);
  const joined = page.getByText("2 joined", { exact: true });
  await expect(page.getByRole("heading", { name: "The desk" })).toBeVisible();
  const stay = await staying(page);
  await page.context().setOffline(true);
  await event.as("participant");
  // longer than it waits between two looks
  await page.waitForTimeout(17_000);
  await expect(page.getByRole("heading", { name: "The desk" })).toBeVisible();
  await expect(joined).toHaveCount(0);
  await page.context().setOffline(false);
  await expect(joined).toBeVisible({ timeout: 40_000 });
  await stay();
});
