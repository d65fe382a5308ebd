import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationList } from "@/components/letter/invitation-list";
import { InviteForm } from "@/components/letter/invite-form";
import { Section } from "@/components/me/section";
import { People } from "@/components/people/people";
import { Removed } from "@/components/people/removed";
import { PageHeader } from "@/components/ui/page-header";
import { Words } from "@/components/ui/words";
import { viewInvitations } from "@/lib/invitation/queries";
import { viewPeople } from "@/lib/member/queries";
import { look } from "@/lib/web/look";
import { inviteAction, readmitAction, removeAction, revokeAction, setRoleAction } from "./actions";

type PeopleProps = { params: Promise<{ slug: string }> };

const roles = ["participant", "facilitator", "host"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

export default async function PeoplePage({ params }: PeopleProps) {
  const { slug } = await params;
  const { people, removed } = await look(viewPeople, slug, undefined);
  const invitations = await look(viewInvitations, slug, undefined);
  const t = await getTranslations("people");
  return (
    <main className="page">
      <PageHeader title={t("title")} back={{ href: `/e/${slug}/settings`, label: t("toSettings") }}>
        {t("help")}
      </PageHeader>
      <Words namespaces={["ui", "letter", "people", "refused"]}>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <div className="grid gap-4">
            <Section title={t("invite")}>
              <p className="text-soft">{t("inviteHelp")}</p>
              <InviteForm action={inviteAction.bind(null, slug)} roles={roles} />
            </Section>
            <Section title={t("invitations")}>
              <InvitationList invitations={invitations} revoke={revokeAction.bind(null, slug)} />
            </Section>
          </div>
          <div className="grid gap-4">
            <Section title={t("here", { count: people.length })}>
              <People
                people={people}
                roles={roles}
                setRole={setRoleAction.bind(null, slug)}
                remove={removeAction.bind(null, slug)}
              />
            </Section>
            {removed.length > 0 && (
              <Section title={t("removed")}>
                <Removed people={removed} field="id" readmit={readmitAction.bind(null, slug)} help={t("readmitHelp")} />
              </Section>
            )}
          </div>
        </div>
      </Words>
    </main>
  );
}
