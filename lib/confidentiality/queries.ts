import { allConsent, type Writer } from "@/lib/confidentiality/rules";
import type { Scope } from "@/lib/db/perform";
import { speaksFor } from "@/lib/topic/rules";

type Topic = NonNullable<Awaited<ReturnType<Scope["tx"]["topic"]["findFirst"]>>>;

/**
 * All who wrote about a topic: who pitched it, who convenes it, who wrote notes. One entry without a member for each
 * who cannot be asked: removed since, or pitched unnamed.
 */
export async function writersOf(tx: Scope["tx"], topic: Topic): Promise<Writer[]> {
  const rows = await tx.topicWriter.findMany({ where: { topicId: topic.id } });
  const revisions = await tx.noteRevision.findMany({
    where: { topicId: topic.id, memberId: { not: null } },
    select: { memberId: true },
    distinct: ["memberId"],
  });
  const named = [topic.pitcherId, topic.convenerId, ...rows.map(idOf), ...revisions.map(idOf)];
  const ids = [...new Set(named.flatMap((id) => id ?? []))];
  const gone = rows.filter(({ memberId }) => memberId === null).length + (topic.pitcherId === null ? 1 : 0);
  return [
    ...ids.map((memberId) => ({ memberId, consents: rows.some((row) => row.memberId === memberId && row.consents) })),
    ...Array.from({ length: gone }, () => ({ memberId: null, consents: false })),
  ];
}

const idOf = ({ memberId }: { memberId: string | null }) => memberId;

/** What the topic's page says of its confidentiality, and what the viewer may do about it. Numbers, no names. */
export async function confidenceOf({ tx, member }: Scope, topic: Topic, crew: boolean) {
  const { confidentiality, loosenTo } = topic;
  const writers = loosenTo ? await writersOf(tx, topic) : [];
  const me = writers.find(({ memberId }) => memberId !== null && memberId === member?.id);
  return {
    confidentiality,
    loosenTo,
    agreed: writers.filter(({ consents }) => consents).length,
    asked: writers.length,
    settled: allConsent(writers),
    /** Null: has no say. */
    mine: me ? me.consents : null,
    mayChange: member !== null && (crew || speaksFor(topic, member.id)),
  };
}
