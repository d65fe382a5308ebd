import { prisma } from "@/lib/db/client";
import { ask } from "@/lib/db/perform";
import { viewDesk } from "@/lib/event/queries";
import { anEvent, aUser } from "@/tests/support/an-event";
import { expect, test } from "@/tests/support/browser";

const anAddress = () => `day-${crypto.randomUUID().slice(0, 8)}`;
const aHost = async () => ({ userId: await aUser(`${anAddress()}@example.org`) });

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript too";

  test(`a code opens its event; a wrong one is still there to be corrected${how}`, async ({ open }) => {
    const event = await anEvent();
    const page = await open(null, { javaScriptEnabled });
    await page.goto("/");
    const code = page.getByLabel("Enter a code");
    await code.fill("nope 42");
    await page.getByRole("button", { name: "Open the event" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "No event opens with that code" })).toBeVisible();
    await expect(code).toHaveValue("nope 42");
    await code.fill(event.code.toLowerCase());
    await page.getByRole("button", { name: "Open the event" }).click();
    await expect(page).toHaveURL(new RegExp(`/e/${event.slug}$`));
  });

  test(`who scanned the code joins with the first thing they save${how}`, async ({ open }) => {
    const event = await anEvent();
    const page = await open(null, { javaScriptEnabled });
    await page.goto(`/j/${event.code}`);
    await expect(page).toHaveURL(new RegExp(`/e/${event.slug}$`));
    await page.goto(`/e/${event.slug}/join`);
    await expect(page.getByLabel("Enter a code")).toHaveValue(event.code);
    await page.getByRole("button", { name: "Open the event" }).click();
    await expect(page).toHaveURL(new RegExp(`/e/${event.slug}/topics$`));
    await page.goto(`/e/${event.slug}/me`);
    await page.getByLabel("Others see").fill("Ann");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Ann" })).toBeVisible();
  });

  test(`an event is made in one form, and a refusal loses nothing${how}`, async ({ open }) => {
    const slug = anAddress();
    const page = await open(await aHost(), { javaScriptEnabled });
    await page.goto("/new");
    await page.getByLabel("Name", { exact: true }).first().fill("Day of Doors");
    await page.getByRole("textbox", { name: "Address" }).fill(slug);
    await page.getByLabel("Your name there").fill("Hedda");
    await page.getByLabel("Time zone").fill("Mars/Olympus");
    await page.getByLabel("First day").fill("2027-03-04");
    await page.getByLabel("Last day").fill("2027-03-05");
    const room = page.getByRole("group", { name: "Room 1" });
    await room.getByLabel("Name").fill("Aula");
    await room.getByLabel("Seats").fill("many");
    await room.getByLabel("Quiet").check();
    await page.getByLabel("Ticket holders").check();
    await page.getByRole("button", { name: "Create the event" }).click();

    await expect(page.getByText("No such time zone.")).toBeVisible();
    await expect(room.getByText("A number, or nothing.")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Address" })).toHaveValue(slug);
    await expect(room.getByLabel("Name")).toHaveValue("Aula");
    await expect(room.getByLabel("Quiet")).toBeChecked();
    await expect(page.getByLabel("Ticket holders")).toBeChecked();
    await page.getByLabel("Time zone").fill("Europe/Brussels");
    await room.getByLabel("Seats").fill("80");
    await page.getByRole("button", { name: "Create the event" }).click();
    await expect(page).toHaveURL(new RegExp(`/e/${slug}/desk$`));

    await page.goto(`/e/${slug}/settings`);
    await page.getByLabel("Dots for each person").fill("7");
    await page.getByRole("button", { name: "Save the settings" }).click();
    await expect(page.getByText("Saved. Everybody sees it already.")).toBeVisible();
    await expect(page.getByLabel("Dots for each person")).toHaveValue("7");
    await expect(page.getByRole("group", { name: "Room 1" }).getByLabel("Name")).toHaveValue("Aula");
  });

  test(`a phase opens with one tap and is undone with another${how}`, async ({ open }) => {
    const event = await anEvent();
    const page = await open(event.host, { javaScriptEnabled });
    await page.goto(`/e/${event.slug}/desk`);
    await page.getByRole("button", { name: "Voting" }).click();
    await expect(page.getByText("Now for everybody: Voting.")).toBeVisible();
    await page.getByRole("button", { name: "Undo: back to Marketplace" }).click();
    await expect(page.getByText("Now for everybody: Marketplace.")).toBeVisible();
  });

  test(`the crew's link makes a guest a facilitator with one tap${how}`, async ({ open }) => {
    const event = await anEvent();
    const host = await open(event.host);
    await host.goto(`/e/${event.slug}/settings`);
    const link = await host.getByLabel("Link for facilitators").inputValue();
    const guest = await open(null, { javaScriptEnabled });
    await guest.goto(new URL(link).pathname);
    await guest.getByRole("button", { name: "Become a facilitator" }).click();
    await expect(guest).toHaveURL(new RegExp(`/e/${event.slug}/desk$`));
    await expect(guest.getByRole("heading", { level: 1, name: "The desk" })).toBeVisible();
  });
}

test("an address is proposed from the name, and an afternoon of slots comes at once", async ({ open }) => {
  const page = await open(await aHost());
  await page.goto("/new");
  await page.getByLabel("First day").fill("2027-03-04");
  const name = `Día de Puertas ${crypto.randomUUID().slice(0, 4)}`;
  await page.getByLabel("Name", { exact: true }).first().fill(name);
  await expect(page.getByRole("textbox", { name: "Address" })).toHaveValue(/^dia-de-puertas-\w{4}$/);
  await page.getByRole("button", { name: "Add these slots" }).click();
  await expect(page.getByRole("group", { name: "Slot 4" }).getByLabel("Starts")).toHaveValue("2027-03-04T17:00");
  await page.getByRole("button", { name: "Take slot 2 out" }).click();
  await expect(page.getByLabel("Starts")).toHaveCount(3);
});

test("a row that was taken out does not shift what is said about the others", async ({ open }) => {
  const page = await open(await aHost());
  await page.goto("/new");
  await page.getByRole("group", { name: "Room 1" }).getByLabel("Name").fill("Aula");
  await page.getByRole("button", { name: "Take room 2 out" }).click();
  await page.getByRole("group", { name: "Room 3" }).getByLabel("Name").fill("Attic");
  await page.getByRole("group", { name: "Room 3" }).getByLabel("Seats").fill("0");
  await page.getByRole("button", { name: "Create the event" }).click();
  await expect(page.getByRole("group", { name: "Room 3" }).getByText("At least 1.")).toBeVisible();
  await expect(page.getByRole("group", { name: "Room 3" }).getByLabel("Name")).toHaveValue("Attic");
});

test("opening a code's address joins nobody, and a private event's code opens nothing", async ({ open, request }) => {
  const [event, secret] = [await anEvent(), await anEvent({ visibility: "private" })];
  for (let times = 0; times < 3; times++) await request.get(`/j/${event.code}`);
  expect((await ask(viewDesk, event.host, undefined)).members).toBe(1);
  const page = await open(null);
  await page.goto(`/j/${secret.code}`);
  await expect(page).toHaveURL(new RegExp(`/\\?code=${secret.code}$`));
  await expect(page.getByRole("alert").filter({ hasText: "No event opens with that code" })).toBeVisible();
});

test("whoever has no e-mail yet signs in first, and comes back", async ({ open }) => {
  const page = await open(null);
  await page.goto("/new");
  await expect(page).toHaveURL(/\/sign-in\?why=new&next=\/new$/);
  await expect(page.locator("input[name=next]")).toHaveValue("/new");
});

test("no page shows an e-mail of somebody else", async ({ open }) => {
  const event = await anEvent();
  const email = `${anAddress()}@example.org`;
  const ann = await event.as("participant");
  await prisma().user.update({ where: { id: ann.userId }, data: { email } });
  const page = await open(event.host);
  for (const path of ["me", "desk", "settings"]) {
    await page.goto(`/e/${event.slug}/${path}`);
    expect(await page.content()).not.toContain(email);
  }
});
