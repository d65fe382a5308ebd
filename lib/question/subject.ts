import type { Tx } from "@/lib/db/client";
import { Refused } from "@/lib/errors";
import type { About } from "@/lib/question/rules";
import { livingTopic } from "@/lib/topic/queries";

/**
 * What is asked about, as a question refers to it; `isNamed` is false where nobody is named. Refuses with `not-found`
 * (also for what nobody asks about: a break) and `sealed`.
 */
export async function subjectOf(tx: Tx, about: About, id: string) {
  if (about === "talk") {
    const entry = await tx.programmeEntry.findFirst({ where: { id, kind: { notIn: ["break", "open_space"] } } });
    if (!entry) throw new Refused("not-found");
    return { refersTo: { entryId: id }, isNamed: true, convenerId: null };
  }
  const { confidentiality, convenerId } = await livingTopic(tx, id);
  if (confidentiality === "sealed") throw new Refused("sealed");
  return { refersTo: { topicId: id }, isNamed: confidentiality === "open", convenerId };
}
