"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { Field } from "@/components/ui/field";
import type { OneButton } from "@/components/ui/one-button";
import { Person } from "./person";

type PeopleProps = {
  people: readonly { id: string; name: string; role: string; isMe: boolean }[];
  roles: readonly string[];
  setRole: ComponentProps<typeof OneButton>["action"];
  remove: ComponentProps<typeof OneButton>["action"];
};

/** From here on one looks for a name instead of reading them all. */
const many = 12;

/** Who is here, and what whoever answers for the day may do about it. */
export function People({ people, roles, setRole, remove }: PeopleProps) {
  const t = useTranslations("people");
  const [sought, seek] = useState("");
  const shown = people.filter(({ name }) => name.toLowerCase().includes(sought.trim().toLowerCase()));
  return (
    <>
      {people.length > many && (
        <Field
          name="sought"
          type="search"
          label={t("seek")}
          value={sought}
          onChange={({ target }) => seek(target.value)}
          autoComplete="off"
        />
      )}
      <ul className="grid">
        {shown.map((person) => (
          <Person key={person.id} person={person} roles={roles} setRole={setRole} remove={remove} />
        ))}
      </ul>
    </>
  );
}
