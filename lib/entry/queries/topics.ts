import { roleAtLeast, spaceQuery } from "@/lib/db/enter-space";
import { entryInput } from "@/lib/entry/input";
import { entryOf } from "@/lib/entry/save";

/** How an entry and a topic of open space have to do with each other. */
export type TopicRelation = "born-in" | "discussed-in" | "rehearsed-in";
export type NamedTopic = {
  topicId: string;
  title: string;
  eventName: string;
  eventSlug: string;
  relation: TopicRelation;
};

/**
 * The topics of an entry that the reader may know of, and, for who may write, those of their own events to be named.
 * Refuses with `not-found`.
 */
export const viewTopicsOf = spaceQuery({
  atLeast: "reader",
  input: entryInput,
  async run(scope, { id }) {
    const { tx, space, reader } = scope;
    await entryOf(scope, id);
    const topics = await tx.$queryRaw<NamedTopic[]>`
      select topic_id as "topicId", title, event_name as "eventName", event_slug as "eventSlug", relation
        from topics_of_entry(${space.id}::int, ${id}::uuid, ${reader.userId}::uuid)`;
    const mayName = roleAtLeast("contributor", reader.role);
    if (!mayName) return { topics, mayName, choices: [] };
    const choices = await tx.$queryRaw<{ topicId: string; title: string; eventName: string }[]>`
      select topic_id as "topicId", title, event_name as "eventName" from topics_to_name(${reader.userId}::uuid)`;
    const named = new Set(topics.filter(({ relation }) => relation === "discussed-in").map(({ topicId }) => topicId));
    return { topics, mayName, choices: choices.filter(({ topicId }) => !named.has(topicId)) };
  },
});
