import type { ReactNode } from "react";
import type { ListedEvent } from "@/lib/event/queries";
import { EventLink } from "./event-link";

type EventListProps = { title: string; events: readonly ListedEvent[]; empty?: ReactNode };

/** Events under a heading; a list that is empty and has nothing to say about it is not there. */
export function EventList({ title, events, empty }: EventListProps) {
  if (events.length === 0 && !empty) return null;
  return (
    <section className="grid gap-2">
      <h2 className="font-bold text-lg">{title}</h2>
      {events.length === 0 && empty}
      <ul className="grid gap-2">
        {events.map((listed) => (
          <li key={listed.slug}>
            <EventLink of={listed} />
          </li>
        ))}
      </ul>
    </section>
  );
}
