import { getTranslations } from "next-intl/server";
import { OrgPage } from "@/components/org/org-page";
import { Comings } from "@/components/people/comings";
import { viewOrgInvitations } from "@/lib/invitation/queries";
import { viewOrgPeople } from "@/lib/org/queries";
import { lookInOrg } from "@/lib/web/org";
import { forgiveAction, inviteAction, removeAction, revokeAction, setRoleAction } from "./actions";

type PeopleProps = { params: Promise<{ slug: string }>; searchParams: Promise<{ sought?: string }> };

const roles = ["member", "owner"] as const;

export default async function OrgPeoplePage({ params, searchParams }: PeopleProps) {
  const [{ slug }, { sought = "" }] = await Promise.all([params, searchParams]);
  const { name, people, more, count, removed } = await lookInOrg(viewOrgPeople, slug, { sought });
  const invitations = await lookInOrg(viewOrgInvitations, slug, undefined);
  const [t, org] = await Promise.all([getTranslations("people"), getTranslations("org")]);
  return (
    <OrgPage slug={slug} name={name} standing="owner" here="people">
      <Comings
        titles={{
          invite: t("invite"),
          invitations: t("invitations"),
          here: org("members", { count }),
          removed: t("removed"),
        }}
        inviteHelp={org("inviteHelp")}
        invite={inviteAction.bind(null, slug)}
        invitations={invitations}
        revoke={revokeAction.bind(null, slug)}
        people={people}
        sought={sought}
        more={more}
        roles={roles}
        setRole={setRoleAction.bind(null, slug)}
        remove={removeAction.bind(null, slug)}
        removed={{
          people: removed.map(({ userId, ...person }) => ({ id: userId, ...person })),
          field: "userId",
          readmit: forgiveAction.bind(null, slug),
          help: org("forgiveHelp"),
        }}
      />
    </OrgPage>
  );
}
