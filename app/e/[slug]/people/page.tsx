import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Comings } from "@/components/people/comings";
import { PageHeader } from "@/components/ui/page-header";
import { viewInvitations } from "@/lib/invitation/queries";
import { viewPeople } from "@/lib/member/queries";
import { look } from "@/lib/web/look";
import { inviteAction, readmitAction, removeAction, revokeAction, setRoleAction } from "./actions";

type PeopleProps = { params: Promise<{ slug: string }>; searchParams: Promise<{ sought?: string }> };

const roles = ["participant", "facilitator", "host"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

export default async function PeoplePage({ params, searchParams }: PeopleProps) {
  const [{ slug }, { sought = "" }] = await Promise.all([params, searchParams]);
  const { people, more, count, removed } = await look(viewPeople, slug, { sought });
  const invitations = await look(viewInvitations, slug, undefined);
  const t = await getTranslations("people");
  return (
    <main className="page">
      <PageHeader title={t("title")} back={{ href: `/e/${slug}/settings`, label: t("toSettings") }}>
        {t("help")}
      </PageHeader>
      <Comings
        titles={{
          invite: t("invite"),
          invitations: t("invitations"),
          here: t("here", { count }),
          removed: t("removed"),
        }}
        inviteHelp={t("inviteHelp")}
        invite={inviteAction.bind(null, slug)}
        invitations={invitations}
        revoke={revokeAction.bind(null, slug)}
        people={people}
        sought={sought}
        more={more}
        roles={roles}
        setRole={setRoleAction.bind(null, slug)}
        remove={removeAction.bind(null, slug)}
        removed={{ people: removed, field: "id", readmit: readmitAction.bind(null, slug), help: t("readmitHelp") }}
      />
    </main>
  );
}
