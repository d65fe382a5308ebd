import { DateTime } from "luxon";
import { z } from "zod";
import { command } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { holdInput, purgeNowInput, retentionInput } from "@/lib/retention/input";
import { checkPurgeDay } from "@/lib/retention/rules";

/** Says when an event is purged and what stays. Refuses with `purge-too-early`. */
export const setRetention = command({
  atLeast: "host",
  input: retentionInput,
  async run({ tx, event, record }, { purgeOn, ...data }) {
    if (purgeOn) checkPurgeDay(purgeOn, dayOf(event.endsOn));
    const day = purgeOn ? new Date(purgeOn) : null;
    await tx.event.update({ where: { id: event.id }, data: { ...data, purgeOn: day } });
    record("retention.set");
  },
});

/** Nothing of the event is purged and nobody in it erased, until the hold is lifted. */
export const placeHold = command({
  atLeast: "host",
  input: holdInput,
  alone: true,
  async run({ tx, event, record }, { because }) {
    const heldAt = event.heldAt ?? new Date();
    await tx.event.update({ where: { id: event.id }, data: { heldAt, heldBecause: because } });
    record("hold.placed");
  },
});

export const liftHold = command({
  atLeast: "host",
  input: z.strictObject({}),
  alone: true,
  async run({ tx, event, record }) {
    await tx.event.update({ where: { id: event.id }, data: { heldAt: null, heldBecause: null } });
    record("hold.lifted");
  },
});

/** Makes the event due today. Answers its id, to be purged. Refuses with `under-hold` and `not-its-name`. */
export const purgeNow = command({
  atLeast: "host",
  input: purgeNowInput,
  alone: true,
  async run({ tx, event, record }, { name, keeps }) {
    if (event.heldAt) throw new Refused("under-hold");
    if (name.toLowerCase() !== event.name.toLowerCase()) throw new Refused("not-its-name", { name: ["not-its-name"] });
    const today = new Date(DateTime.now().setZone(event.zone).toISODate() ?? "");
    await tx.event.update({ where: { id: event.id }, data: { purgeOn: today, keeps, purgedAt: null } });
    record("purge.ordered");
    return event.id;
  },
});

const dayOf = (date: Date) => date.toISOString().slice(0, 10);
