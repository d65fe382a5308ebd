"use server";

import { createOrg } from "@/lib/org/commands/create-org";
import { joinByDomain } from "@/lib/org/commands/join";
import { actionOutside } from "@/lib/web/action";

export const createOrgAction = actionOutside(createOrg, (slug) => `/o/${slug}`);
export const joinByDomainAction = actionOutside(joinByDomain, (slug) => `/o/${slug}`);
