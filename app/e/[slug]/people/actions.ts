"use server";

import { inviteToEvent, revokeInvitation } from "@/lib/invitation/commands";
import { readmitMember, removeMember, setRole } from "@/lib/member/commands";
import { action } from "@/lib/web/action";
import { invitingAction } from "@/lib/web/letter";

export const inviteAction = invitingAction(inviteToEvent);
export const revokeAction = action(revokeInvitation);
export const setRoleAction = action(setRole);
export const removeAction = action(removeMember);
export const readmitAction = action(readmitMember);
