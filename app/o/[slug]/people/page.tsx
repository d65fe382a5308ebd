import { getTranslations } from "next-intl/server";
import { InvitationList } from "@/components/letter/invitation-list";
import { InviteForm } from "@/components/letter/invite-form";
import { Section } from "@/components/me/section";
import { OrgPage } from "@/components/org/org-page";
import { People } from "@/components/people/people";
import { Removed } from "@/components/people/removed";
import { Words } from "@/components/ui/words";
import { viewOrgInvitations } from "@/lib/invitation/queries";
import { viewOrgPeople } from "@/lib/org/queries";
import { lookInOrg } from "@/lib/web/org";
import { forgiveAction, inviteAction, removeAction, revokeAction, setRoleAction } from "./actions";

type PeopleProps = { params: Promise<{ slug: string }> };

const roles = ["member", "owner"] as const;

export default async function OrgPeoplePage({ params }: PeopleProps) {
  const { slug } = await params;
  const { name, people, removed } = await lookInOrg(viewOrgPeople, slug, undefined);
  const invitations = await lookInOrg(viewOrgInvitations, slug, undefined);
  const [t, org] = await Promise.all([getTranslations("people"), getTranslations("org")]);
  return (
    <OrgPage slug={slug} name={name} standing="owner" here="people">
      <Words namespaces={["ui", "letter", "people", "refused"]}>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <div className="grid gap-4">
            <Section title={t("invite")}>
              <p className="text-soft">{org("inviteHelp")}</p>
              <InviteForm action={inviteAction.bind(null, slug)} roles={roles} />
            </Section>
            <Section title={t("invitations")}>
              <InvitationList invitations={invitations} revoke={revokeAction.bind(null, slug)} />
            </Section>
          </div>
          <div className="grid gap-4">
            <Section title={org("members", { count: people.length })}>
              <People
                people={people}
                roles={roles}
                setRole={setRoleAction.bind(null, slug)}
                remove={removeAction.bind(null, slug)}
              />
            </Section>
            {removed.length > 0 && (
              <Section title={t("removed")}>
                <Removed
                  people={removed.map(({ userId, ...person }) => ({ id: userId, ...person }))}
                  field="userId"
                  readmit={forgiveAction.bind(null, slug)}
                  help={org("forgiveHelp")}
                />
              </Section>
            )}
          </div>
        </div>
      </Words>
    </OrgPage>
  );
}
