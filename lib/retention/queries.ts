import { DateTime } from "luxon";
import { z } from "zod";
import { isNameless } from "@/lib/confidentiality/rules";
import { query, type Scope } from "@/lib/db/perform";
import { topicInput } from "@/lib/topic/input";

const nothing = z.undefined();

/** How long the event is kept, and who holds it. Days as YYYY-MM-DD. */
export const viewRetention = query({
  atLeast: "host",
  input: nothing,
  async run({ event }) {
    const { id, name, slug, zone, visibility, keeps, heldAt, heldBecause, purgedAt, watermark } = event;
    const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
    const today = DateTime.now().setZone(zone).toISODate() ?? "";
    const days = { purgeOn: day(event.purgeOn), endsOn: day(event.endsOn) ?? "", today };
    return { id, name, slug, zone, visibility, keeps, heldAt, heldBecause, purgedAt, watermark, ...days };
  },
});

/** What stayed of an event that was purged, in the order of the day. */
export const viewOutcomes = query({
  atLeast: "visitor",
  input: nothing,
  async run({ tx, event }) {
    const { name, zone, purgedAt } = event;
    const outcomes = await tx.outcome.findMany({ orderBy: [{ startsAt: "asc" }, { room: "asc" }, { title: "asc" }] });
    return { name, zone, purgedAt, outcomes };
  },
});

/** Whether pages of this event carry their reader's name, and which. */
export const viewWatermark = query({
  atLeast: "visitor",
  input: nothing,
  async run(scope) {
    return scope.event.visibility === "private" ? markOf(scope) : null;
  },
});

/** Whether the page of one topic does: where the event is open to all and the topic is not. */
export const viewTopicWatermark = query({
  atLeast: "visitor",
  input: topicInput,
  async run(scope, { topicId }) {
    if (scope.event.visibility === "private") return null;
    const topic = await scope.tx.topic.findFirst({ where: { id: topicId }, select: { confidentiality: true } });
    return topic && isNameless(topic.confidentiality) ? markOf(scope) : null;
  },
});

/** Whoever is no member has no name here. */
async function markOf({ tx, event, member }: Scope) {
  if (!event.watermark || !member) return null;
  const where = { eventId_id: { eventId: event.id, id: member.id } };
  return { name: (await tx.member.findUniqueOrThrow({ where, select: { name: true } })).name, zone: event.zone };
}
