import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TypedField, TypedHidden, TypedSelect } from "@/components/form/typed";
import { Badge } from "@/components/ui/badge";
import { Submit } from "@/components/ui/submit";
import { Time } from "@/components/ui/time";
import type { SpacePerson } from "@/lib/space/queries";
import type { FormState } from "@/lib/web/form-state";

type Act = (previous: FormState, form: FormData) => Promise<FormState>;
type RightsTableProps = { people: readonly SpacePerson[]; grant: Act; revoke: Act };

/** Who may do what in a space, by membership and beyond it. */
export function RightsTable({ people, grant, revoke }: RightsTableProps) {
  const t = useTranslations("entry");
  return (
    <ul className="grid divide-y divide-line border-line border-y">
      {people.map((person) => (
        <li key={person.userId}>
          <details className="fold">
            <summary>
              <span className="flex grow flex-wrap items-center justify-between gap-2 pr-2">
                <span className="font-semibold">{person.name}</span>
                <Held {...person} />
              </span>
            </summary>
            <div className="grid gap-3 pb-4">
              <GrantForm person={person} grant={grant} />
              {person.extra && (
                <ActionForm action={revoke}>
                  <TypedHidden name="userId" defaultValue={person.userId} />
                  <Submit look="plain">{t("revoke")}</Submit>
                </ActionForm>
              )}
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}

function Held({ base, extra, until }: SpacePerson) {
  const t = useTranslations("entry");
  return (
    <span className="flex flex-wrap items-center gap-2 text-sm">
      <Badge>{t(`role.${base}`)}</Badge>
      {extra && (
        <Badge tone="mine">
          {t(`role.${extra}`)}
          {until && (
            <>
              {" "}
              {t("until")} <Time at={until} zone="UTC" as="date" />
            </>
          )}
        </Badge>
      )}
    </span>
  );
}

function GrantForm({ person, grant }: { person: SpacePerson; grant: Act }) {
  const t = useTranslations("entry");
  const { userId } = person;
  return (
    <ActionForm action={grant} className="flex flex-wrap items-end gap-3">
      <TypedHidden name="userId" defaultValue={userId} />
      <TypedSelect name="role" id={`role-${userId}`} label={t("mayBe")} defaultValue={person.extra ?? "editor"}>
        {(["editor", "approver", "owner"] as const).map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </TypedSelect>
      <TypedField name="until" id={`until-${userId}`} type="date" label={t("untilDay")} optional={t("optional")} />
      <Submit look="quiet">{t("grant")}</Submit>
    </ActionForm>
  );
}
