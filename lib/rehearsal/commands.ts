import { spaceCommand } from "@/lib/db/enter-space";
import { command } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { reportRehearsalInput, startRehearsalInput } from "@/lib/rehearsal/input";
import { rehearsedIn } from "@/lib/rehearsal/queries";

/**
 * Starts the rehearsal of a released version of a recipe of an event's space in an open topic of that event; the same
 * again changes nothing, another one begins anew. Answers where it is. Refuses with `not-found`.
 */
export const startRehearsal = spaceCommand({
  atLeast: "contributor",
  input: startRehearsalInput,
  async run({ tx, space }, { id, version, topicId }) {
    const [started] = await tx.$queryRaw<{ slug: string | null }[]>`
      select start_rehearsal(${space.id}::int, ${id}::uuid, ${version.replaceAll("\0", "")}, ${topicId}::uuid) as slug`;
    if (!started?.slug) throw new Refused("not-found");
    return `/e/${started.slug}/topics/${topicId}/rehearsal`;
  },
});

/** Says how it went for the caller, once; said again, it replaces what they said before. Refuses with `not-found`. */
export const reportRehearsal = command({
  atLeast: "participant",
  input: reportRehearsalInput,
  async run(scope, { topicId, outcome }) {
    const { id } = await rehearsedIn(scope, topicId);
    await scope.tx.$executeRaw`
      insert into rehearsal_report as r (event_id, rehearsal_id, user_id, outcome)
        select m.event_id, ${id}::uuid, m.user_id, ${outcome} from member m where m.id = ${scope.member.id}::uuid
        on conflict (event_id, rehearsal_id, user_id) do update set outcome = excluded.outcome, at = now()`;
  },
});
