import { z } from "zod";
import type { Facts } from "@/lib/checklist/rules";
import { query } from "@/lib/db/perform";
import { isTight, outsideReport } from "@/lib/outsider/rules";

/** What the event itself says to the host's checklist. */
export const viewChecklist = query({
  atLeast: "host",
  input: z.undefined(),
  async run({ tx, event }) {
    const look = await tx.outsiderLook.findFirst();
    const report = look && outsideReport.safeParse(look.report);
    const members = await tx.member.count({ where: { userId: { not: null } } });
    const crew = await tx.member.count({ where: { role: { not: "participant" }, userId: { not: null } } });
    const confidential = await tx.topic.count({ where: { confidentiality: { not: "open" }, withdrawnAt: null } });
    const [company] = await tx.$queryRaw<{ wants: boolean | null }[]>`select event_wants_company_sign_in() as wants`;
    const org: Facts["org"] = company?.wants === true ? "signed-in" : event.orgId ? "open" : "none";
    const { visibility, openToOrg, keptOnPhones, tallies, purgeOn, keeps, watermark } = event;
    return {
      ...{ visibility, openToOrg, keptOnPhones, tallies, members, crew, confidential, org, purgeOn, keeps, watermark },
      look: look && report?.success ? { at: look.lookedAt, isTight: isTight(report.data) } : null,
    };
  },
});
