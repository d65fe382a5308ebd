import { prisma } from "@/lib/db/client";
import { enter } from "@/lib/db/enter";
import { fillBoard, fillDots, fillMembers, fillTopics } from "@/prisma/harbour-city/crowd";
import { fillProgramme, settle } from "@/prisma/harbour-city/setting";
import { anEvent } from "./an-event";

/** An event of a test with the whole of the made-up day in it: programme, topics, dots, a board begun. */
export async function aFullDay() {
  const event = await anEvent({ rooms: [], slots: [] });
  const data = Array.from({ length: 110 }, () => ({ name: null }));
  const users = (await prisma().user.createManyAndReturn({ data })).map(({ id }) => id);
  const topicIds = await enter(event.host, "host", async (scope) => {
    await settle(scope);
    await fillProgramme(scope);
    const members = await fillMembers(scope, users, () => 0.5);
    const topics = await fillTopics(scope, members, () => 0.5);
    await fillDots(scope, members, topics, steps());
    await fillBoard(scope, topics);
    scope.record("event.created");
    return topics;
  });
  const [talkId = ""] = await enter(event.host, "host", async ({ tx }) =>
    (await tx.programmeEntry.findMany({ where: { kind: "talk" }, take: 1 })).map(({ id }) => id),
  );
  /** One who pitched, has dots and stands on the board. */
  const regular = { slug: event.slug, userId: users[4] ?? "" };
  return { ...event, topicIds, talkId, regular };
}

/** Anything but chance. */
function steps() {
  let step = 0;
  return () => {
    step = (step + 0.137) % 1;
    return step;
  };
}
