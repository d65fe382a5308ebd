import fc from "fast-check";
import type { Place, Snapshot, Tally, TopicCard } from "@/lib/live/feed";
import type { Board } from "@/lib/live/hub/board";

/** Topics of every made-up board, in the order in which they were pitched. */
export const topicIds = ["a", "b", "c", "d", "e"];

const cell = fc.record({ slotId: fc.constantFrom("s1", "s2"), roomId: fc.constantFrom("r1", "r2") });
const place = fc.option(
  fc
    .record({ at: cell, pinned: fc.boolean(), from: fc.option(cell) })
    .map(({ at, pinned, from }): Place => ({ ...at, pinned, from })),
);

const topic = (id: string, pitch: fc.Arbitrary<string>) =>
  fc
    .record({
      title: fc.constantFrom("On-call", "Chaos", "Toil"),
      pitch,
      convener: fc.constantFrom(null, "Ann", "Bob"),
      merged: fc.subarray(["Pager duty", "Runbooks"]),
      place,
    })
    .map(
      (card): TopicCard => ({
        id,
        ...card,
        sought: card.convener === null,
        pitchedAt: `2027-03-04T14:0${topicIds.indexOf(id)}:00.000Z`,
      }),
    );

const tally = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 3 }));
const speaking = fc.option(
  fc.record({
    topicId: fc.constantFrom(...topicIds),
    since: fc.constant("2027-03-04T14:10:00.000Z"),
    seconds: fc.constant(60),
  }),
);

/** What a board can be at one moment: topics come, go, come back after a split, move, and are merged into. */
const moment = (pitch: fc.Arbitrary<string>) =>
  fc.subarray(topicIds).chain((living) =>
    fc.record({
      topics: fc.tuple(...living.map((id) => topic(id, pitch))),
      tallies: fc.tuple(...living.map(() => fc.option(tally))),
      phase: fc.constantFrom("marketplace" as const, "voting" as const, "placing" as const),
      endsAt: fc.constantFrom(null, "2027-03-04T15:00:00.000Z"),
      open: fc.boolean(),
      rooms: fc.constantFrom(["Aula"], ["Aula", "Barn"]),
      slots: fc.constantFrom(["s1"], ["s1", "s2"]),
      waiting: fc.subarray(living),
      speaking,
    }),
  );

/** A day's boards one after the other, `seq` 1 and up. `pitch`: how long the texts are. */
export const boards = (pitch: fc.Arbitrary<string> = fc.constant("")) =>
  fc.array(moment(pitch), { minLength: 1, maxLength: 12, size: "max" }).map((moments) =>
    moments.map(({ topics, tallies, phase, endsAt, open, rooms, slots, ...queue }, n): Board => {
      const given = topics.flatMap(({ id }, at) => (tallies[at] ? [[id, tallies[at]] as [string, Tally]] : []));
      const rules = { dotsPerMember: 5, dotsPerTopic: 3, mayDotOwnTopic: true };
      return {
        seq: n + 1,
        open,
        tallies: Object.fromEntries(given),
        cards: {
          event: { id: "e", slug: "day", name: "Day", zone: "UTC", phase, phaseEndsAt: endsAt, ...rules },
          rooms: rooms.map((name) => ({
            id: name,
            name,
            capacity: null,
            stepFree: false,
            projector: false,
            quiet: false,
          })),
          slots: slots.map((id) => ({
            id,
            startsAt: `2027-03-04T1${id[1]}:00:00.000Z`,
            endsAt: `2027-03-04T1${id[1]}:45:00.000Z`,
            title: null,
          })),
          topics,
          queue,
        },
      };
    }),
  );

/** All but what two looks at the same board may differ in. */
export const visible = ({ seq: _, now: __, hub: ___, ...rest }: Snapshot) => rest;
