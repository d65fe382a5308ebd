import { expect, test } from "vitest";
import { setConfidentiality } from "@/lib/confidentiality/commands";
import { enterOrg } from "@/lib/db/enter-org";
import { askSpace, enterSpace, performInSpace } from "@/lib/db/enter-space";
import { perform } from "@/lib/db/perform";
import { nameTopic, unnameTopic } from "@/lib/entry/commands/topics";
import { viewTopicsOf } from "@/lib/entry/queries/topics";
import { removeMember } from "@/lib/member/commands";
import { pitchTopic, withdrawTopic } from "@/lib/topic/commands/pitch";
import { aRecipe } from "@/tests/support/a-recipe";
import { anOrgSpace } from "@/tests/support/a-space";
import { anEvent } from "@/tests/support/an-event";

const notFound = { reason: "not-found" };

/** An entry of a company that Ann, who is also at the event, named a topic of as where it was discussed. */
async function discussed(visibility: "public" | "unlisted" | "private", as?: "chatham_house") {
  const event = await anEvent({ visibility });
  const ann = await event.as("participant", "Ann Otter");
  const topicId = String(await perform(pitchTopic, ann, { title: "Quiet pagers", pitch: "" }));
  const space = await anOrgSpace();
  const id = await aRecipe(space.owner);
  const inSpace = await joinSpace(space, ann.userId);
  await performInSpace(nameTopic, inSpace, { id, topicId });
  if (as) await perform(setConfidentiality, ann, { topicId, confidentiality: as });
  const seenBy = (userId: string) => askSpace(viewTopicsOf, { space: space.space, userId }, { id });
  return { event, ann, topicId, space, id, inSpace, seenBy };
}

async function joinSpace({ org, space }: Awaited<ReturnType<typeof anOrgSpace>>, userId: string) {
  const data = { orgId: org.id, userId, role: "member" as const, name: "Ann Otter" };
  await enterOrg(org.owner, "owner", ({ tx }) => tx.orgMember.create({ data }));
  return { space, userId };
}

test("who is at the event reads where an entry was discussed; twice is once, and it can be taken back", async () => {
  const { ann, topicId, id, inSpace, seenBy, event } = await discussed("private");
  await performInSpace(nameTopic, inSpace, { id, topicId });
  const seen = await seenBy(ann.userId);
  expect(seen.topics).toEqual([
    {
      topicId,
      title: "Quiet pagers",
      eventName: "DevOpsDays Testhaven",
      eventSlug: event.slug,
      relation: "discussed-in",
    },
  ]);
  expect(seen.choices).toEqual([]);
  await performInSpace(unnameTopic, inSpace, { id, topicId });
  const after = await seenBy(ann.userId);
  expect([after.topics, after.choices.map((choice) => choice.topicId)]).toEqual([[], [topicId]]);
});

test("whoever of the space is not at the event learns of no private, unlisted or confidential topic", async () => {
  for (const made of [
    await discussed("private"),
    await discussed("unlisted"),
    await discussed("public", "chatham_house"),
  ]) {
    expect(await made.seenBy(made.space.owner.userId)).toMatchObject({ topics: [], choices: [] });
    expect((await made.seenBy(made.ann.userId)).topics).toHaveLength(1);
  }
  const open = await discussed("public");
  expect((await open.seenBy(open.space.owner.userId)).topics).toHaveLength(1);
});

test("a removed member reads and names its topics no longer, and what is sealed or withdrawn is named to nobody", async () => {
  const gone = await discussed("private");
  await perform(removeMember, gone.event.host, { id: gone.ann.memberId });
  expect(await gone.seenBy(gone.ann.userId)).toMatchObject({ topics: [], choices: [] });
  const again = { id: gone.id, topicId: gone.topicId };
  await expect(performInSpace(nameTopic, gone.inSpace, again)).rejects.toMatchObject(notFound);

  const sealed = await discussed("private");
  await perform(setConfidentiality, sealed.ann, { topicId: sealed.topicId, confidentiality: "sealed" });
  expect(await sealed.seenBy(sealed.ann.userId)).toMatchObject({ topics: [], choices: [] });
  await expect(
    performInSpace(nameTopic, sealed.inSpace, { id: sealed.id, topicId: sealed.topicId }),
  ).rejects.toMatchObject(notFound);

  const back = await discussed("public");
  await perform(withdrawTopic, back.ann, { topicId: back.topicId });
  expect((await back.seenBy(back.ann.userId)).topics).toEqual([]);
});

test("outside its space an entry has no topics, whoever asks", async () => {
  const [one, other] = [await discussed("public"), await discussed("public")];
  const asked = { id: one.id };
  await expect(askSpace(viewTopicsOf, other.inSpace, asked)).rejects.toMatchObject(notFound);
  await expect(performInSpace(nameTopic, other.inSpace, { ...asked, topicId: other.topicId })).rejects.toMatchObject(
    notFound,
  );
  const [row] = await enterSpace(
    other.inSpace,
    "reader",
    ({ tx }) => tx.$queryRaw<{ n: number }[]>`select count(*)::int as n from lib_priv.entry e,
      topics_of_entry(${1_000_000}::int, ${one.id}::uuid, ${one.ann.userId}::uuid)`,
  );
  expect(row?.n).toBe(0);
});
