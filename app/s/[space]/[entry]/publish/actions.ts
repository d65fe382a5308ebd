"use server";

import {
  approvePublication,
  requestPublication,
  stopPublication,
  supersedePublication,
  withdrawPublication,
} from "@/lib/publication/commands";
import { decide, dropPicture, lookAt } from "@/lib/sanitise/commands";
import { spaceAction } from "@/lib/web/space";

export const decideAction = spaceAction(decide);
export const lookAtAction = spaceAction(lookAt);
export const dropPictureAction = spaceAction(dropPicture);
export const requestAction = spaceAction(requestPublication);
export const approveAction = spaceAction(approvePublication);
export const stopAction = spaceAction(stopPublication);
export const withdrawAction = spaceAction(withdrawPublication);
export const supersedeAction = spaceAction(supersedePublication);
