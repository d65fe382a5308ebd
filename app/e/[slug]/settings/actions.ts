"use server";

import { editEvent } from "@/lib/event/commands";
import { rotateCrew } from "@/lib/event/crew";
import { importTickets } from "@/lib/event/tickets";
import { action } from "@/lib/web/action";

/** Comes back to a fresh form: rooms and slots that were new have become known. */
export const editEventAction = action(editEvent, (slug, { overBudget }) => `/e/${slug}/settings?saved=${overBudget}`);
export const rotateCrewAction = action(rotateCrew);
export const importTicketsAction = action(importTickets);
