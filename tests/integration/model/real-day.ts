import { castDots } from "@/lib/ballot/commands";
import { clearTopic, pinTopic, placeTopic } from "@/lib/board/commands";
import { enter } from "@/lib/db/enter";
import { perform } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { openPhase } from "@/lib/event/commands";
import { saveNote } from "@/lib/note/commands";
import { importProgramme, starTalk } from "@/lib/programme/commands";
import { agreeMerge, declineMerge, proposeMerge, splitTopic } from "@/lib/topic/commands/merge";
import { convene, editTopic, pitchTopic, withdrawTopic } from "@/lib/topic/commands/pitch";
import { anEvent } from "@/tests/support/an-event";
import type { Step, Who } from "./step";

export const budget = { perMember: 5, perTopic: 3 };
const nowhere = "00000000-0000-4000-8000-000000000000";
const slot = (startsAt: string) => ({ id: null, startsAt, minutes: 45 });
const room = (name: string) => ({ id: null, name, capacity: 20 });

/** A day in the real database: two rooms, three slots of which the last overlaps the others, two talks. */
export async function aRealDay(mayDotOwnTopic: boolean) {
  const event = await anEvent({
    dotsPerMember: budget.perMember,
    dotsPerTopic: budget.perTopic,
    mayDotOwnTopic,
    rooms: [room("Aula"), room("Barn")],
    slots: [slot("2027-03-04T14:00"), slot("2027-03-04T15:00"), slot("2027-03-04T14:30")],
  });
  await perform(importProgramme, event.host, twoTalks);
  const people = {
    host: event.host,
    facilitator: await event.as("facilitator"),
    ann: await event.as("participant"),
    bob: await event.as("participant"),
    cid: await event.as("participant"),
    stranger: await event.asStranger(),
  };
  const facts = await enter(event.host, "host", async ({ tx }) => ({
    hostMember: (await tx.member.findFirstOrThrow({ where: { role: "host" } })).id,
    slots: await tx.slot.findMany({ orderBy: [{ startsAt: "asc" }] }),
    rooms: await tx.room.findMany({ orderBy: { position: "asc" } }),
    entries: await tx.programmeEntry.findMany({ orderBy: { title: "asc" } }),
  }));
  const { facilitator, ann, bob, cid } = people;
  const members: Record<Exclude<Who, "stranger">, string> = {
    host: facts.hostMember,
    facilitator: facilitator.memberId,
    ann: ann.memberId,
    bob: bob.memberId,
    cid: cid.memberId,
  };
  return { event, people, members, ...facts, topics: [] as string[], merges: [] as string[] };
}

export type RealDay = Awaited<ReturnType<typeof aRealDay>>;
export type Outcome = { refused: string } | { value: unknown };

/** Does it, through the command that a form would call. */
export async function doIt(day: RealDay, step: Step): Promise<Outcome> {
  try {
    return { value: await performed(day, step) };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.reason };
    throw error;
  }
}

function performed(day: RealDay, step: Step) {
  const who = day.people[step.who];
  const topicId = "topic" in step ? (day.topics[step.topic] ?? nowhere) : nowhere;
  const mergeId = "merge" in step ? (day.merges[step.merge] ?? nowhere) : nowhere;
  switch (step.what) {
    case "pitch":
      return perform(pitchTopic, who, { title: step.title, sought: step.sought, anonymous: step.anonymous });
    case "edit":
      return perform(editTopic, who, { topicId, title: step.title, anonymous: step.anonymous });
    case "withdraw":
      return perform(withdrawTopic, who, { topicId });
    case "convene":
      return perform(convene, who, { topicId });
    case "dot":
      return perform(castDots, who, { topicId, dots: step.dots });
    case "phase":
      return perform(openPhase, who, { phase: step.phase, minutes: null });
    case "place":
      return perform(placeTopic, who, {
        topicId,
        slotId: day.slots[step.slot]?.id ?? "",
        roomId: day.rooms[step.room]?.id ?? "",
      });
    case "clear":
      return perform(clearTopic, who, { topicId });
    case "pin":
      return perform(pinTopic, who, { topicId, pinned: step.pinned });
    case "propose":
      return perform(proposeMerge, who, { from: topicId, into: day.topics[step.into] ?? nowhere });
    case "agree":
      return perform(agreeMerge, who, { mergeId });
    case "decline":
      return perform(declineMerge, who, { mergeId });
    case "split":
      return perform(splitTopic, who, { mergeId });
    case "note":
      return perform(saveNote, who, { topicId, body: `${step.line} of ${step.who}`, baseRev: step.base });
    case "star":
      return perform(starTalk, who, {
        entryId: day.entries[step.entry]?.id ?? nowhere,
        starred: step.starred ? "true" : "false",
      });
  }
}

const talk = (title: string) => ({
  key: title,
  kind: "talk" as const,
  slug: null,
  title,
  abstract: "",
  comments: "",
  url: null,
  day: "2027-03-04",
  startsAt: null,
  endsAt: null,
  speakers: [],
});

const twoTalks = {
  source: "made-up",
  event: { name: "Day", place: "", zone: "Europe/Brussels", startsOn: "2027-03-04", endsOn: "2027-03-05" },
  entries: [talk("First"), talk("Second")],
  slots: [],
  speakers: [],
  rooms: [],
};
