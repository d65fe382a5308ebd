import { placeTopic } from "@/lib/board/commands";
import { perform } from "@/lib/db/perform";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent } from "@/tests/support/an-event";
import { expect, test } from "@/tests/support/browser";
import { BoardPage } from "./pages/board-page";
import { phone } from "./pages/devices";
import { PitchPage } from "./pages/pitch-page";
import { TopicPage } from "./pages/topic-page";
import { TopicsPage } from "./pages/topics-page";

const plain = { ...phone, javaScriptEnabled: false };

test("by the code on the wall to a dot, and the dot back", async ({ open }) => {
  const event = await anEvent({ phase: "voting" });
  await perform(pitchTopic, await event.as("participant"), { title: "Plain old forms" });
  const page = await open(null, plain);
  await page.goto("/");
  await page.getByLabel("Enter a code").fill(event.code.toLowerCase());
  await page.getByRole("button", { name: "Open the event" }).click();
  // while dots are given the code leads straight to the topics
  await expect(page).toHaveURL(`/e/${event.slug}/topics`);
  const list = new TopicsPage(page, event.slug);
  await list.put("Plain old forms").click();
  await list.mine("Plain old forms", 1).click();
  await expect(list.mine("Plain old forms", 2)).toBeVisible();
  await list.takeBack("Plain old forms").click();
  await expect(list.mine("Plain old forms", 1)).toBeVisible();
  await expect(list.left(4, 5)).toBeAttached();
});

test("one topic a screen: give a dot and go on to the next", async ({ open }) => {
  const event = await anEvent({ phase: "voting" });
  const ann = await event.as("participant");
  for (const title of ["One thing", "Another thing"]) await perform(pitchTopic, ann, { title });
  const page = await open(await event.as("participant"), plain);
  await page.goto(`/e/${event.slug}/topics/quick`);
  const first = await page.getByRole("article").getByRole("heading").innerText();
  await page.getByRole("button", { name: "Give 2 dots" }).click();
  await expect(page.getByRole("group", { name: `Your dots on ${first}: 2` })).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByRole("article").getByRole("heading")).not.toHaveText(first);
});

test("a dot too many is refused with a sentence", async ({ open }) => {
  const event = await anEvent({ phase: "voting", dotsPerMember: 1, dotsPerTopic: 1 });
  const ann = await event.as("participant");
  for (const title of ["First love", "Second thought"]) await perform(pitchTopic, ann, { title });
  const list = await new TopicsPage(await open(await event.as("participant"), plain), event.slug).open();
  await list.put("First love").click();
  await list.put("Second thought").click({ force: true });
  await expect(list.page.getByRole("alert")).toContainText("All your dots are given.");
});

test("a pitch that is refused keeps what was typed, and hangs once it is right", async ({ open }) => {
  const event = await anEvent();
  const page = await open(null, plain);
  await page.goto(`/j/${event.code}`);
  await page.getByRole("link", { name: "Pitch a topic" }).click();
  const pitch = new PitchPage(page, event.slug);
  await pitch.title.fill("Eh");
  await pitch.pitch.fill("Two letters say too little.");
  await pitch.name.fill("Pia Plain");
  await pitch.send.click();

  await expect(page.getByRole("alert").filter({ hasText: "At least three letters" })).toBeVisible();
  await expect(pitch.title).toHaveValue("Eh");
  await expect(pitch.pitch).toHaveValue("Two letters say too little.");
  await expect(pitch.name).toHaveValue("Pia Plain");
  await pitch.hang({ title: "Eh? What incident?" });
  await expect(page.getByRole("article")).toContainText("Pia Plain");
  await expect(page.getByRole("heading", { name: "Eh? What incident?" })).toBeAttached();
});

test("a facilitator places by lists, and everybody can read the board", async ({ open }) => {
  const event = await anEvent();
  const crew = await event.as("facilitator");
  const topicId = await anyPitch(event, "Toil budgets");
  const page = await new TopicPage(await open(crew, plain), event.slug).open(topicId);
  await page.place("Thu 15:00", "Attic");
  await expect(page.page.getByText("It has its place.")).toBeAttached();
  const board = await new BoardPage(await open(null, plain), event.slug).open();
  await expect(board.cell("15:00", "Attic")).toContainText("Toil budgets");
  await expect(board.cell("14:00", "Attic")).toContainText("Free");
});

test("a taken cell is refused by name, and notes are saved by a button", async ({ open }) => {
  const event = await anEvent();
  const [first, second] = [await anyPitch(event, "Here already"), await anyPitch(event, "Comes too late")];
  const spot = event.withSpot();
  await perform(placeTopic, event.host, { topicId: first, ...spot });
  const page = await new TopicPage(await open(event.host, plain), event.slug).open(second);
  await page.place("Thu 14:00", "Aula");
  await expect(page.page.getByRole("alert").filter({ hasText: "Here already" })).toContainText("Comes too late");

  await page.page.getByText("Write notes").click();
  await page.page.getByLabel("Notes").fill("What we said, *briefly*.");
  await page.page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.page.getByText("What we said, briefly.")).toBeVisible();
});

async function anyPitch(event: Awaited<ReturnType<typeof anEvent>>, title: string) {
  return perform(pitchTopic, await event.as("participant"), { title });
}
