import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { JoinByDomain } from "@/components/org/join-by-domain";
import { OrgForm } from "@/components/org/org-form";
import { NarrowPage } from "@/components/sign-in/narrow-page";
import { Words } from "@/components/ui/words";
import { listOrgs } from "@/lib/org/queries";
import { viewer } from "@/lib/web/viewer";
import { createOrgAction, joinByDomainAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("org"))("newTitle") };
}

export default async function NewOrgPage() {
  const person = await viewer();
  if (!person?.email) redirect("/sign-in?next=/o/new");
  const [t, { open }] = await Promise.all([getTranslations("org"), listOrgs(person.id)]);
  return (
    <NarrowPage title={t("newTitle")}>
      <Words namespaces={["ui", "org", "refused"]}>
        {open.map((org) => (
          <JoinByDomain key={org.slug} org={org} name={person.name ?? ""} action={joinByDomainAction} />
        ))}
        <p className="text-soft">{t("newHelp")}</p>
        <OrgForm action={createOrgAction} ownerName={person.name ?? ""} />
      </Words>
    </NarrowPage>
  );
}
