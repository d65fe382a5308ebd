import { roleAtLeast, spaceQuery } from "@/lib/db/enter-space";
import { query, type Scope } from "@/lib/db/perform";
import { entryInput } from "@/lib/entry/input";
import { Refused } from "@/lib/errors";
import { recipeDocument } from "@/lib/recipe/input";
import { rehearsalInput } from "@/lib/rehearsal/input";
import type { Outcome } from "@/lib/works/rules";

type Rehearsed = { id: string; version: string; document: unknown; topic: string };

/** What is rehearsed in a topic. Refuses with `not-found`: also once the topic is confidential, or the version yanked. */
export async function rehearsedIn({ tx }: Pick<Scope, "tx">, topicId: string) {
  const [found] = await tx.$queryRaw<Rehearsed[]>`
    select id, version, document, topic from rehearsed_in(${topicId}::uuid)`;
  if (!found) throw new Refused("not-found");
  return found;
}

/** The rehearsal of a topic, for those in its event: the recipe, how many said what, and what the viewer said. */
export const viewRehearsal = query({
  atLeast: "participant",
  input: rehearsalInput,
  async run(scope, { topicId }) {
    const { tx, event, member } = scope;
    const { id, version, document, topic } = await rehearsedIn(scope, topicId);
    const said = await tx.$queryRaw<{ outcome: Outcome; n: number; mine: boolean }[]>`
      select outcome, count(*)::int as n, bool_or(user_id = (select user_id from member where id = ${member.id}::uuid)) as mine
        from rehearsal_report where rehearsal_id = ${id}::uuid group by outcome`;
    const sums: Record<Outcome, number> = { works: 0, "works-with-changes": 0, fails: 0 };
    for (const { outcome, n } of said) sums[outcome] = n;
    const mine = said.find((one) => one.mine)?.outcome ?? null;
    return { event: event.name, topic, version, document: recipeDocument.parse(document), sums, mine };
  },
});

/** Whether a topic rehearses something, for those in its event; nobody else learns of it. */
export const viewIsRehearsed = query({
  atLeast: "visitor",
  input: rehearsalInput,
  async run({ tx, member }, { topicId }) {
    if (!member) return false;
    const found = await tx.$queryRaw<unknown[]>`select 1 from rehearsed_in(${topicId}::uuid)`;
    return found.length > 0;
  },
});

/** The topics in which a recipe of an event's space can be rehearsed; none in other spaces. */
export const viewStages = spaceQuery({
  atLeast: "reader",
  input: entryInput,
  async run({ tx, space, reader }) {
    if (space.kind !== "event" || !roleAtLeast("contributor", reader.role)) return [];
    return tx.$queryRaw<{ topicId: string; title: string }[]>`
      select topic_id as "topicId", title from topics_to_rehearse_in(${space.id}::int, ${reader.userId}::uuid)`;
  },
});
