"use client";

import { createContext, type ReactNode, use } from "react";
import { Time } from "@/components/ui/time";

/** What the clock shows, in the event's zone, by the instant as it travels. */
const Faces = createContext<Record<string, string>>({});

/**
 * The server has read the clock for the times of the day already. A browser's first reading of a zone takes tens of
 * milliseconds on a phone, just when the page should begin to answer.
 */
export function ClockFaces({ faces, children }: { faces: Record<string, string>; children: ReactNode }) {
  return <Faces value={faces}>{children}</Faces>;
}

type ClockTimeProps = { at: string; until?: string; zone: string };

/** A time of the day, as `Time` shows it. Props: at, zone, until. */
export function ClockTime({ at, until, zone }: ClockTimeProps) {
  const faces = use(Faces);
  const [from, to] = [faces[at], until && faces[until]];
  if (!from || (until && !to)) return <Time at={at} zone={zone} {...(until && { until })} />;
  return (
    <time dateTime={at}>
      {from}
      {to && `–${to}`}
    </time>
  );
}
