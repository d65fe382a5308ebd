"use server";

import { useTicket } from "@/lib/event/tickets";
import { rename } from "@/lib/member/commands";
import { action } from "@/lib/web/action";

export const renameAction = action(rename);
export const useTicketAction = action(useTicket);
