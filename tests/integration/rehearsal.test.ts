import { expect, test } from "vitest";
import { setConfidentiality } from "@/lib/confidentiality/commands";
import { askSpace, performInSpace } from "@/lib/db/enter-space";
import { ask, type Caller, perform } from "@/lib/db/perform";
import { viewTopicsOf } from "@/lib/entry/queries/topics";
import { removeMember } from "@/lib/member/commands";
import { reportRehearsal, startRehearsal } from "@/lib/rehearsal/commands";
import { viewIsRehearsed, viewRehearsal, viewStages } from "@/lib/rehearsal/queries";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { releaseVersion, yankVersion } from "@/lib/version/commands";
import { viewWorksHere } from "@/lib/works/queries";
import { rehearsalKey } from "@/lib/works/rules";
import { aRecipe } from "@/tests/support/a-recipe";
import { spaceOf } from "@/tests/support/a-space";
import { anEvent } from "@/tests/support/an-event";

const notFound = { reason: "not-found" };

/** An event whose member Ann rehearses a released recipe of its space in her topic. */
async function aRehearsal(visibility: "public" | "private" = "private") {
  const event = await anEvent({ visibility });
  const ann = await event.as("participant", "Ann Otter");
  const topicId = String(await perform(pitchTopic, ann, { title: "Stuck workers", pitch: "" }));
  const here = { space: await spaceOf(ann.userId, "event"), userId: ann.userId };
  const id = await aRecipe(here);
  await performInSpace(releaseVersion, { ...here, userId: event.host.userId }, { id, version: "1.0.0" });
  const at = await performInSpace(startRehearsal, here, { id, version: "1.0.0", topicId });
  const seenBy = (caller: Caller) => ask(viewRehearsal, caller, { topicId });
  const say = (caller: Caller, outcome: "works" | "works-with-changes" | "fails") =>
    perform(reportRehearsal, caller, { topicId, outcome });
  return { event, ann, topicId, here, id, at, seenBy, say };
}

test("a room says how a recipe went, each once; the sums say how many, and the recipe where", async () => {
  const { event, ann, topicId, here, id, at, seenBy, say } = await aRehearsal();
  expect(at).toBe(`/e/${event.slug}/topics/${topicId}/rehearsal`);
  const bob = await event.as("participant");
  await say(ann, "works");
  await say(bob, "fails");
  await say(bob, "works-with-changes");
  const seen = await seenBy(bob);
  expect(seen).toMatchObject({ version: "1.0.0", mine: "works-with-changes", topic: "Stuck workers" });
  expect(seen.sums).toEqual({ works: 1, "works-with-changes": 1, fails: 0 });
  const { matrix } = await askSpace(viewWorksHere, here, { id });
  expect(matrix.environments).toEqual([{ key: rehearsalKey, label: "DevOpsDays Testhaven" }]);
  expect(matrix.rows[0]?.cells[0]?.counts).toEqual({ works: 1, "works-with-changes": 1, fails: 0 });
  expect(JSON.stringify([seen.sums, matrix])).not.toMatch(new RegExp(`${ann.userId}|${bob.userId}|Ann Otter`));
  const { topics } = await askSpace(viewTopicsOf, here, { id });
  expect(topics).toMatchObject([{ topicId, relation: "rehearsed-in" }]);
});

test("two reports of one member at once are one", async () => {
  const { event, seenBy, say } = await aRehearsal();
  const bob = await event.as("participant");
  await Promise.all([say(bob, "works"), say(bob, "fails"), say(bob, "works"), say(bob, "fails")]);
  const { sums, mine } = await seenBy(bob);
  expect(sums.works + sums.fails).toBe(1);
  expect(mine && sums[mine]).toBe(1);
});

test("whoever is not in the event finds no rehearsal, a visitor of an open one neither, and whoever was removed no longer", async () => {
  const closed = await aRehearsal("private");
  for (const caller of [await closed.event.asStranger(), closed.event.asVisitor(), (await anEvent()).host]) {
    const stranger = { ...caller, slug: closed.event.slug };
    await expect(closed.seenBy(stranger)).rejects.toMatchObject(notFound);
    await expect(closed.say(stranger, "works")).rejects.toMatchObject(notFound);
  }
  const open = await aRehearsal("public");
  const isShown = (caller: Caller) => ask(viewIsRehearsed, caller, { topicId: open.topicId });
  expect([await isShown(open.ann), await isShown(open.event.asVisitor())]).toEqual([true, false]);
  await expect(open.seenBy(open.event.asVisitor())).rejects.toMatchObject({ reason: "forbidden" });
  await expect(open.say(await open.event.asStranger(), "works")).rejects.toMatchObject({ reason: "forbidden" });
  const gone = await closed.event.as("participant");
  await closed.say(gone, "works");
  await perform(removeMember, closed.event.host, { id: gone.memberId });
  await expect(closed.seenBy(gone)).rejects.toMatchObject(notFound);
  await expect(closed.say(gone, "fails")).rejects.toMatchObject(notFound);
});

test("from another event nothing of it is read or said, with its topic's id in hand", async () => {
  const [one, other] = [await aRehearsal(), await aRehearsal()];
  await expect(ask(viewRehearsal, other.ann, { topicId: one.topicId })).rejects.toMatchObject(notFound);
  await expect(perform(reportRehearsal, other.ann, { topicId: one.topicId, outcome: "works" })).rejects.toMatchObject(
    notFound,
  );
  for (const asked of [
    { id: one.id, version: "1.0.0", topicId: other.topicId },
    { id: other.id, version: "1.0.0", topicId: one.topicId },
    { id: other.id, version: "2.0.0", topicId: other.topicId },
  ])
    await expect(performInSpace(startRehearsal, other.here, asked)).rejects.toMatchObject(notFound);
  expect((await askSpace(viewStages, other.here, { id: other.id })).map(({ topicId }) => topicId)).toEqual([
    other.topicId,
  ]);
});

test("a rehearsal ends with its topic's openness, and with its version", async () => {
  const made = await aRehearsal();
  await performInSpace(
    yankVersion,
    { ...made.here, userId: made.event.host.userId },
    { id: made.id, version: "1.0.0", yanked: "yes" },
  );
  await expect(made.seenBy(made.ann)).rejects.toMatchObject(notFound);
  const told = await aRehearsal();
  await told.say(told.ann, "works");
  await perform(setConfidentiality, told.ann, { topicId: told.topicId, confidentiality: "chatham_house" });
  await expect(told.seenBy(told.ann)).rejects.toMatchObject(notFound);
  expect((await askSpace(viewWorksHere, told.here, { id: told.id })).matrix.environments).toEqual([]);
});
