import { z } from "zod";
import { ticked } from "@/lib/event/input";
import { nameInput } from "@/lib/member/input";
import { keepers } from "@/lib/org/rules";

export const createOrgInput = z.strictObject({ name: nameInput, ownerName: nameInput });
export const orgRoleInput = z.strictObject({ id: z.uuid(), role: z.enum(["member", "owner"]) });
export const orgPersonInput = z.strictObject({ id: z.uuid() });
export const orgUserInput = z.strictObject({ userId: z.uuid() });

export const addDomainInput = z.strictObject({
  domain: z.string().trim().min(1).max(254),
  mailbox: z.enum(keepers).default("postmaster"),
});
export const domainInput = z.strictObject({ id: z.uuid() });
export const domainAdmitsInput = z.strictObject({ id: z.uuid(), admits: ticked });
export const joinDayInput = z.strictObject({ slug: z.string().max(60) });
export const joinByDomainInput = z.strictObject({ org: z.string().max(60), name: nameInput });
