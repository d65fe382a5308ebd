import { ask, perform } from "@/lib/db/perform";
import { saveNote } from "@/lib/note/commands";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { viewTopics } from "@/lib/topic/queries";
import { anEvent } from "@/tests/support/an-event";
import { expect, test } from "@/tests/support/browser";
import { rowsOf, tablesJoining } from "@/tests/support/rows-that-name";
import { phone } from "./pages/devices";
import { recordTraffic } from "./pages/traffic";

test("a topic pitched under the Chatham House Rule names nobody on any screen, socket or answer", async ({ open }) => {
  const event = await anEvent({ visibility: "private" });
  const [ann, bob] = [await event.as("participant", "Annabella Named"), await event.as("participant", "Bob")];
  const his = await open(bob, phone);
  const heard = recordTraffic(his);
  await his.goto(`/e/${event.slug}/topics`);

  const hers = await open(ann, phone);
  await hers.goto(`/e/${event.slug}/topics/pitch`);
  await hers.getByLabel("What do you want to talk about?").fill("What went wrong");
  await hers.getByText("Who may know").first().click();
  await hers.getByRole("radio", { name: /Chatham House Rule/ }).check();
  await hers.getByRole("button", { name: "Hang it on the wall" }).click();
  await expect(hers.getByRole("heading", { name: "Chatham House Rule" })).toBeVisible();

  // what is new waits until one has read: the list is asked for anew
  await his.goto(`/e/${event.slug}/topics`);
  await his.getByText("What went wrong").first().waitFor();
  await his.getByText("Chatham House: no names").first().waitFor();
  const [topicId] = (await ask(viewTopics, bob, undefined)).snapshot.topics.map(({ id }) => id);
  for (const path of [`topics/${topicId}`, "board", "topics/quick", ""]) await his.goto(`/e/${event.slug}/${path}`);
  expect(await heard.holding(/What went wrong/)).not.toEqual([]);
  expect(await heard.holding(/Annabella/)).toEqual([]);

  await perform(pitchTopic, ann, { title: "Under her own name" });
  await his.goto(`/e/${event.slug}/topics`);
  await expect.poll(() => heard.holding(/Annabella/)).not.toEqual([]);
});

test("loosening waits for everybody who wrote, by buttons that work without JavaScript", async ({ open }) => {
  const event = await anEvent();
  const [ann, bob] = [await event.as("participant", "Ann"), await event.as("participant", "Bob")];
  const topicId = await perform(pitchTopic, ann, { title: "What went wrong", confidentiality: "chatham_house" });
  await perform(saveNote, bob, { topicId, body: "It was the cache.", baseRev: 0 });
  const plain = { ...phone, javaScriptEnabled: false };
  const [hers, his] = [await open(ann, plain), await open(bob, plain)];

  await hers.goto(`/e/${event.slug}/topics/${topicId}`);
  await hers.getByText("Change who may know").click();
  await hers.getByRole("button", { name: "Ask for open" }).click();
  await expect(hers.getByText("1 of 2 who wrote here said yes.")).toBeVisible();
  await his.goto(`/e/${event.slug}/topics/${topicId}`);
  await his.getByRole("button", { name: "Yes, I agree" }).click();
  await expect(his.getByText("Somebody asks")).toBeHidden();
  await expect(his.getByText("Ann", { exact: true })).toBeVisible();
});

test("an unnamed pitch works without JavaScript, and no row leads back from it", async ({ open }) => {
  const event = await anEvent({ visibility: "private" });
  const ann = await event.as("participant", "Annabella Named");
  const hers = await open(ann, { ...phone, javaScriptEnabled: false });
  await hers.goto(`/e/${event.slug}/topics/pitch`);
  await hers.getByRole("link", { name: "Pitch it without a name instead" }).click();
  await hers.getByLabel("What do you want to talk about?").fill("Nobody dares");
  await hers.getByRole("button", { name: "Hang it up unnamed" }).click();
  await hers.waitForURL(`**/e/${event.slug}/topics`);
  await expect(hers.getByText("Nobody dares").first()).toBeVisible();
  const [card] = (await ask(viewTopics, event.host, undefined)).snapshot.topics;
  expect(card).toMatchObject({ title: "Nobody dares", convener: null });
  expect(tablesJoining(await rowsOf(event.host), ann.memberId, card?.id ?? "")).toEqual([]);
});
