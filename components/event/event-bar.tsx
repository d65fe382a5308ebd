import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import type { EventCard } from "@/lib/live/feed";
import { PhaseBadge } from "./phase-badge";

type EventBarProps = { of: Pick<EventCard, "slug" | "name" | "phase">; countdown?: ReactNode };

/** The line on top of every page of an event: which one, which phase, how long. */
export function EventBar({ of: { slug, name, phase }, countdown }: EventBarProps) {
  return (
    <header className="event-bar">
      <Link href={`/e/${slug}`} className="flex min-h-11 min-w-0 items-center font-bold">
        <span className="truncate">{name}</span>
      </Link>
      <p className="flex shrink-0 items-center gap-2">
        {countdown}
        <PhaseBadge phase={phase} />
      </p>
    </header>
  );
}
