"use server";

import { decideProposal } from "@/lib/proposal/commands";
import { spaceAction } from "@/lib/web/space";

export const decideAction = spaceAction(decideProposal);
