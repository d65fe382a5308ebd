"use server";

import { addDomain, removeDomain, setDomainAdmits } from "@/lib/org/commands/domains";
import { askKeeper } from "@/lib/web/letter";
import { orgAction } from "@/lib/web/org";

export const addDomainAction = orgAction(addDomain, askKeeper);
export const removeDomainAction = orgAction(removeDomain);
export const setDomainAdmitsAction = orgAction(setDomainAdmits);
