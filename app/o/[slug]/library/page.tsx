import { redirect } from "next/navigation";
import { spaceOf, viewOrgId } from "@/lib/space/queries";
import { orNotFound } from "@/lib/web/look";
import { lookInOrg } from "@/lib/web/org";
import { viewerId } from "@/lib/web/viewer";

/** Leads to the company's space. */
export default async function OrgLibraryDoor({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const orgId = await lookInOrg(viewOrgId, slug, undefined);
  redirect(`/s/${await orNotFound(spaceOf(await viewerId(), { orgId }))}`);
}
