"use client";

import { startTransition, useOptimistic, useState } from "react";
import type { Place, TopicCard } from "@/lib/live/feed";
import { type FormState, idle } from "@/lib/web/form-state";

type Cell = { slotId: string; roomId: string };
type BoardAction = (previous: FormState, form: FormData) => Promise<FormState>;
export type BoardActions = { place: BoardAction; clear: BoardAction; pin: BoardAction };

/** What the last move came to: refused with its reason, or done and how to undo it. */
export type Outcome = { topicId: string; state: FormState; undo: (() => void) | null };

/** Moves topics at once on this screen and then in the database; a refusal puts them back, `onRefused` hears of it. */
export function useMoves(topics: readonly TopicCard[], actions: BoardActions, onRefused: (topicId: string) => void) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [moved, guess] = useOptimistic(topics, withPlace);

  const run = (topicId: string, place: Place | null, send: () => Promise<FormState>, undo: () => void) =>
    startTransition(async () => {
      guess({ topicId, place });
      const state = await send();
      if (state.status === "refused") onRefused(topicId);
      setOutcome({ topicId, state, undo: state.status === "done" ? undo : null });
    });

  const before = (topicId: string) => topics.find(({ id }) => id === topicId)?.place ?? null;
  const back = (topicId: string, place: Place | null) => () => (place ? put(topicId, place) : clear(topicId));

  function put(topicId: string, cell: Cell) {
    const was = before(topicId);
    const place = { slotId: cell.slotId, roomId: cell.roomId, pinned: false, from: was };
    const form = formOf({ topicId, slotId: cell.slotId, roomId: cell.roomId });
    run(topicId, place, () => actions.place(idle, form), back(topicId, was));
  }
  function clear(topicId: string) {
    const was = before(topicId);
    run(topicId, null, () => actions.clear(idle, formOf({ topicId })), back(topicId, was));
  }
  function pin(topicId: string, pinned: boolean) {
    const was = before(topicId);
    const form = formOf({ topicId, ...(pinned && { pinned: "on" }) });
    if (was)
      run(
        topicId,
        { ...was, pinned },
        () => actions.pin(idle, form),
        () => pin(topicId, !pinned),
      );
  }
  return { moved, outcome, forget: () => setOutcome(null), put, clear, pin };
}

function withPlace(topics: readonly TopicCard[], { topicId, place }: { topicId: string; place: Place | null }) {
  return topics.map((topic) => (topic.id === topicId ? { ...topic, place } : topic));
}

function formOf(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
