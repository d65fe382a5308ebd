import type { Scope } from "@/lib/db/perform";
import { madeUpName } from "@/lib/member/rules";
import day from "./programme.json" with { type: "json" };
import topics from "./topics.json" with { type: "json" };

export async function fillMembers({ tx, event }: Scope, users: string[], random: () => number) {
  const pick = (words: string[]) => words[Math.floor(random() * words.length)] ?? "";
  const joined = Date.now() - 3 * 60 * 60_000;
  const members = await tx.member.createManyAndReturn({
    data: users.map((userId, index) => ({
      eventId: event.id,
      userId,
      nameIsMadeUp: index > 60,
      name: index > 60 ? madeUpName(random) : `${pick(day.firstNames)} ${pick(day.lastNames)}`,
      role: index < 2 ? ("facilitator" as const) : ("participant" as const),
      joinedAt: new Date(joined + index * 40_000),
    })),
  });
  return members.map((member) => member.id);
}

export async function fillTopics({ tx, event }: Scope, members: string[], random: () => number) {
  const from = Date.now() - 50 * 60_000;
  const made = await tx.topic.createManyAndReturn({
    data: topics.map(([title = "", pitch = ""], index) => {
      const pitcherId = members[(index * 2) % 60] ?? "";
      const sought = index % 11 === 7;
      return {
        eventId: event.id,
        title,
        pitch,
        pitcherId,
        convenerId: sought ? null : pitcherId,
        anonymous: !sought && index % 9 === 6,
        pitchedAt: new Date(from + index * 70_000 + random() * 30_000),
      };
    }),
  });
  return made.map((topic) => topic.id);
}

/** Popular topics are asked for often, every topic by somebody; nobody has given more than five. */
export async function fillDots({ tx, event }: Scope, members: string[], topicIds: string[], random: () => number) {
  const data = members.slice(0, 104).flatMap((memberId) => {
    const wanted = new Map<string, number>();
    for (let dot = 0; dot < 5 - Math.floor(random() * 2); dot++) {
      const topicId = topicIds[Math.floor(random() ** 1.7 * topicIds.length)] ?? "";
      wanted.set(topicId, Math.min(3, (wanted.get(topicId) ?? 0) + 1));
    }
    return [...wanted].map(([topicId, dots]) => ({ eventId: event.id, topicId, memberId, dots, seq: 1 }));
  });
  await tx.dots.createMany({ data });
}

/** The facilitators have begun: the first slot is full, the second half. */
export async function fillBoard({ tx, event }: Scope, topicIds: string[]) {
  const rooms = await tx.room.findMany({ orderBy: { position: "asc" } });
  const slots = await tx.slot.findMany({ orderBy: { startsAt: "asc" } });
  const cells = slots.flatMap((slot) => rooms.map((room) => ({ slotId: slot.id, roomId: room.id })));
  const data = cells
    .slice(0, 14)
    .map((cell, index) => ({ eventId: event.id, topicId: topicIds[index] ?? "", ...cell }));
  await tx.placement.createMany({ data });
}
