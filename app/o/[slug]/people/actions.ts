"use server";

import { inviteToOrg, revokeOrgInvitation } from "@/lib/invitation/commands";
import { forgiveRemoval, removeFromOrg, setOrgRole } from "@/lib/org/commands/members";
import { handOver } from "@/lib/web/letter";
import { orgAction } from "@/lib/web/org";

export const inviteAction = orgAction(inviteToOrg, handOver);
export const revokeAction = orgAction(revokeOrgInvitation);
export const setRoleAction = orgAction(setOrgRole);
export const removeAction = orgAction(removeFromOrg);
export const forgiveAction = orgAction(forgiveRemoval);
