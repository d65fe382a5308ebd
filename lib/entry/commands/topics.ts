import { spaceCommand } from "@/lib/db/enter-space";
import { topicToTell } from "@/lib/entry/begin";
import { entryTopicInput } from "@/lib/entry/input";
import { entryOf } from "@/lib/entry/save";

/**
 * Says that an entry was discussed in a topic of an event the caller is in; twice is once. Refuses with `not-found` an
 * entry that is not here, and a topic that is sealed, gone, or not for the caller.
 */
export const nameTopic = spaceCommand({
  atLeast: "contributor",
  input: entryTopicInput,
  async run(scope, { id, topicId }) {
    const { tx, space } = scope;
    await entryOf(scope, id);
    const { eventId } = await topicToTell(scope, topicId);
    const named = { spaceId: space.id, entryId: id, eventId, topicId, relation: "discussed-in" };
    await tx.entryTopic.createMany({ data: [named], skipDuplicates: true });
  },
});

/** Takes that back. Where an entry was born or rehearsed stays. */
export const unnameTopic = spaceCommand({
  atLeast: "contributor",
  input: entryTopicInput,
  async run({ tx, space }, { id, topicId }) {
    const where = { spaceId: space.id, entryId: id, topicId, relation: "discussed-in" };
    await tx.entryTopic.deleteMany({ where });
  },
});
