import { channelOf } from "../channel";
import type { Hall } from "./hall";

/** One refetch a millisecond is nothing to the snapshot cache; five seconds is as long as anyone should wait. */
const mostSpreadMs = 5_000;
/** A page made for one person takes about 15 ms of a processor: so a hall that keeps its day takes a third of one. */
const perPageMs = 45;

/** How far phones of an event should spread what all of them do at the same moment. */
export const spreadMs = (hall: Hall, eventId: string) => Math.min(mostSpreadMs, listeners(hall, eventId));

/** How long each phone of an event should rest between two pages that it fetches before they are asked for. */
export const restMs = (hall: Hall, eventId: string) => perPageMs * listeners(hall, eventId);

const listeners = ({ driver }: Hall, eventId: string) =>
  Math.max(...(["hall", "crew"] as const).map((audience) => driver.listeners(channelOf(eventId, audience))));
