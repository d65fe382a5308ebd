"use server";

import { enterRoom, knock, openRoom, saveSealed, shutDoor } from "@/lib/seal/commands";
import { action } from "@/lib/web/action";

export const openRoomAction = action(openRoom);
export const knockAction = action(knock);
export const enterRoomAction = action(enterRoom);
export const saveSealedAction = action(saveSealed);
export const shutDoorAction = action(shutDoor);
