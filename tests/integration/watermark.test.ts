import { expect, test } from "vitest";
import { ask, perform } from "@/lib/db/perform";
import { setRetention } from "@/lib/retention/commands";
import { viewTopicWatermark, viewWatermark } from "@/lib/retention/queries";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent } from "@/tests/support/an-event";

async function aDay(visibility: "public" | "private") {
  const event = await anEvent({ visibility });
  const ann = await event.as("participant", "Annika Reader");
  const pitch = (confidentiality: "open" | "chatham_house" | "sealed") =>
    perform(pitchTopic, event.host, { title: `A topic that is ${confidentiality}`, confidentiality });
  const topics = { open: await pitch("open"), house: await pitch("chatham_house"), sealed: await pitch("sealed") };
  return { event, ann, topics };
}

test("of an open day the confidential topics alone carry their reader's name", async () => {
  const { event, ann, topics } = await aDay("public");
  const mark = { name: "Annika Reader", zone: "Europe/Brussels" };
  expect(await ask(viewWatermark, ann, undefined)).toBeNull();
  const marks = await Promise.all(Object.values(topics).map((topicId) => ask(viewTopicWatermark, ann, { topicId })));
  expect(marks).toEqual([null, mark, mark]);
  expect(await ask(viewTopicWatermark, event.asVisitor(), { topicId: topics.house })).toBeNull();
});

test("of a private day every page does, so that a topic's own needs no second one", async () => {
  const { ann, topics } = await aDay("private");
  expect(await ask(viewWatermark, ann, undefined)).toMatchObject({ name: "Annika Reader" });
  expect(await ask(viewTopicWatermark, ann, { topicId: topics.sealed })).toBeNull();
});

test("whoever answers for the day can switch it off", async () => {
  const { event, ann, topics } = await aDay("public");
  await perform(setRetention, event.host, { purgeOn: "", keeps: "all", watermark: undefined });
  expect(await ask(viewTopicWatermark, ann, { topicId: topics.house })).toBeNull();
});
