import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { OneButton } from "@/components/ui/one-button";
import { leastSought } from "@/lib/member/rules";
import { Person } from "./person";

type PeopleProps = {
  people: readonly { id: string; name: string; role: string; isMe: boolean }[];
  /** What was looked for, and whether there were more than are shown. */
  sought: string;
  more: boolean;
  roles: readonly string[];
  setRole: ComponentProps<typeof OneButton>["action"];
  remove: ComponentProps<typeof OneButton>["action"];
};

/** Who answers for the day, and whoever is looked for by name: nobody reads a list of who came. */
export function People({ people, sought, more, roles, setRole, remove }: PeopleProps) {
  const t = useTranslations("people");
  const isFound = sought.length >= leastSought;
  return (
    <>
      <search>
        <form method="get" className="grid gap-2">
          <Field
            name="sought"
            type="search"
            label={t("seek")}
            hint={t("seekHelp")}
            defaultValue={sought}
            minLength={leastSought}
            maxLength={60}
            autoComplete="off"
          />
          <Button type="submit" className="justify-self-start">
            {t("seekNow")}
          </Button>
        </form>
      </search>
      {isFound && !people.some(({ role }) => role === roles[0]) && (
        <p role="status" className="text-soft">
          {t("nobody", { sought })}
        </p>
      )}
      <ul className="grid">
        {people.map((person) => (
          <Person key={person.id} person={person} roles={roles} setRole={setRole} remove={remove} />
        ))}
      </ul>
      {more && <p className="text-soft">{t("more")}</p>}
    </>
  );
}
