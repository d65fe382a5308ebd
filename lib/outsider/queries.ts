import { z } from "zod";
import { query } from "@/lib/db/perform";
import { outsideReport } from "@/lib/outsider/rules";

const nothing = z.undefined();

/** What is asked for from outside: addresses of the event, and words that only its own pages hold. */
export const viewWhatToTry = query({
  atLeast: "host",
  input: nothing,
  async run({ tx, event }) {
    const topic = await tx.topic.findFirst({
      where: { withdrawnAt: null, intoId: null },
      select: { id: true, title: true },
    });
    const entry = await tx.programmeEntry.findFirst({ select: { id: true, title: true, day: true } });
    const rooms = await tx.room.findMany({ select: { name: true }, take: 1 });
    const day = (entry?.day ?? event.startsOn).toISOString().slice(0, 10);
    return { id: event.id, name: event.name, joinCode: event.joinCode, topic, entry, day, rooms };
  },
});
export type WhatToTry = Awaited<ReturnType<typeof viewWhatToTry.run>>;

/** The last look from outside, null when nobody has looked yet. */
export const viewOutsideLook = query({
  atLeast: "host",
  input: nothing,
  async run({ tx, event }) {
    const look = await tx.outsiderLook.findFirst();
    const read = look && outsideReport.safeParse(look.report);
    const { name, visibility, zone } = event;
    return {
      event: { name, visibility, zone },
      look: look && read?.success ? { at: look.lookedAt, report: read.data } : null,
    };
  },
});
