import type { ComponentProps, ReactNode } from "react";
import { InvitationList } from "@/components/letter/invitation-list";
import { InviteForm } from "@/components/letter/invite-form";
import { Section } from "@/components/me/section";
import { Words } from "@/components/ui/words";
import { People } from "./people";
import { Removed } from "./removed";

type ComingsProps = ComponentProps<typeof People> & {
  titles: Record<"invite" | "invitations" | "here" | "removed", ReactNode>;
  inviteHelp: ReactNode;
  invite: ComponentProps<typeof InviteForm>["action"];
  invitations: ComponentProps<typeof InvitationList>["invitations"];
  revoke: ComponentProps<typeof InvitationList>["revoke"];
  removed: ComponentProps<typeof Removed>;
};

/** Who may come, who is here and who was shown out: of an event, or of a company. */
export function Comings({ titles, inviteHelp, invite, invitations, revoke, removed, ...here }: ComingsProps) {
  return (
    <Words namespaces={["ui", "letter", "people", "refused"]}>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <Section title={titles.invite}>
            <p className="text-soft">{inviteHelp}</p>
            <InviteForm action={invite} roles={here.roles} />
          </Section>
          <Section title={titles.invitations}>
            <InvitationList invitations={invitations} revoke={revoke} />
          </Section>
        </div>
        <div className="grid gap-4">
          <Section title={titles.here}>
            <People {...here} />
          </Section>
          {removed.people.length > 0 && (
            <Section title={titles.removed}>
              <Removed {...removed} />
            </Section>
          )}
        </div>
      </div>
    </Words>
  );
}
