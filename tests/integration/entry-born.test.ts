import { expect, test } from "vitest";
import { setConfidentiality } from "@/lib/confidentiality/commands";
import { askSpace, enterSpace, performInSpace } from "@/lib/db/enter-space";
import { perform } from "@/lib/db/perform";
import { beginDraft } from "@/lib/entry/commands/write";
import { viewBeginning } from "@/lib/entry/queries/list";
import { saveNote } from "@/lib/note/commands";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { spaceOf as spaceOfKind } from "@/tests/support/a-space";
import { anEvent } from "@/tests/support/an-event";

async function aTopic(confidentiality: "open" | "chatham_house" | "sealed") {
  const event = await anEvent();
  const ann = await event.as("participant", "Ann Otter");
  const topicId = String(await perform(pitchTopic, ann, { title: "Ann Otter on pagers", pitch: "With ann otter." }));
  if (confidentiality !== "sealed")
    await perform(saveNote, ann, { topicId, body: "Said by Ann Otter: fewer pages.", baseRev: 0 });
  if (confidentiality !== "open") await perform(setConfidentiality, ann, { topicId, confidentiality });
  const space = await spaceOfKind(ann.userId, "event");
  const told = (userId: string, from = space) => askSpace(viewBeginning, { space: from, userId }, { topicId });
  return { event, ann, topicId, space, told };
}

test("an open topic tells its pitch, its notes and who held it, and is where the entry was born", async () => {
  const { ann, topicId, space, told } = await aTopic("open");
  expect((await told(ann.userId)).told).toMatchObject({
    title: "Ann Otter on pagers",
    body: "With ann otter.\n\nSaid by Ann Otter: fewer pages.",
    credit: "Ann Otter",
  });
  const caller = { space, userId: ann.userId };
  const id = await performInSpace(beginDraft, caller, { kind: "recipe", title: "Fewer pages", body: "x", topicId });
  const born = await enterSpace(caller, "reader", ({ tx }) => tx.entryTopic.findMany({ where: { entryId: id } }));
  expect(born).toMatchObject([{ topicId, relation: "born-in" }]);
});

test("under the Chatham House rule nobody's name comes along", async () => {
  const { ann, told } = await aTopic("chatham_house");
  const { title, body, credit } = (await told(ann.userId)).told ?? {};
  expect([title, body, credit]).toEqual(["… on pagers", "With ….\n\nSaid by …: fewer pages.", ""]);
});

test("a sealed topic has nothing to tell, and neither has any to whoever is not in its event", async () => {
  const sealed = await aTopic("sealed");
  await expect(sealed.told(sealed.ann.userId)).rejects.toMatchObject({ reason: "not-found" });
  const caller = { space: sealed.space, userId: sealed.ann.userId };
  const { topicId } = sealed;
  await expect(
    performInSpace(beginDraft, caller, { kind: "recipe", title: "x", body: "", topicId }),
  ).rejects.toMatchObject({ reason: "not-found" });

  const [open, other] = [await aTopic("open"), await aTopic("open")];
  await expect(open.told(other.ann.userId, other.space)).rejects.toMatchObject({ reason: "not-found" });
});
