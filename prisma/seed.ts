import { randomInt } from "node:crypto";
import { found, outside } from "@/lib/db/outside";
import { demoHost } from "@/lib/event/front-door";
import { newJoinCode } from "@/lib/event/rules";
import { fillBoard, fillDots, fillMembers, fillTopics } from "./harbour-city/crowd";
import { fillLibrary } from "./harbour-city/library";
import { fillProgramme, settle, today, zone } from "./harbour-city/setting";

/** The same day on every machine: chance with a seed (mulberry32). */
function chance(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Fills an empty database with a made-up, believable day in the middle of its voting: 30 topics, 120 members,
 * 6 rooms × 4 slots, talks and ignites. Does nothing when it is there already.
 */
export async function seed() {
  const random = chance(2009);
  const people = await makePeople();
  if (!people) return null;
  const [hostId = "", ...guests] = people;
  const founding = {
    userId: hostId,
    hostName: "Noor Vanhaven",
    slug: demoHost.slug,
    name: "DevOpsDays Harbour City",
    zone,
    startsOn: today,
    endsOn: today,
    joinCode: newJoinCode(() => randomInt(2 ** 32) / 2 ** 32),
    visibility: "public" as const,
  };
  await found(founding, async (scope) => {
    await settle(scope);
    await fillProgramme(scope);
    const members = await fillMembers(scope, guests, random);
    const topicIds = await fillTopics(scope, members, random);
    await fillDots(scope, members, topicIds, random);
    await fillBoard(scope, topicIds);
    scope.record("event.created");
  });
  await fillLibrary(hostId, guests[0] ?? "");
  return { slug: demoHost.slug };
}

async function makePeople() {
  return outside(async (tx) => {
    if (await tx.user.findUnique({ where: { email: demoHost.email } })) return null;
    const host = { email: demoHost.email, emailVerified: new Date(), name: "Noor Vanhaven" };
    const users = await tx.user.createManyAndReturn({
      data: [host, ...Array.from({ length: 119 }, () => ({ name: null }))],
    });
    return users.map((user) => user.id);
  });
}
