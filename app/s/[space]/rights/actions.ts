"use server";

import { grantRight, offerLicence, revokeRight } from "@/lib/space/commands";
import { spaceAction } from "@/lib/web/space";

export const grantRightAction = spaceAction(grantRight);
export const revokeRightAction = spaceAction(revokeRight);
export const offerLicenceAction = spaceAction(offerLicence);
