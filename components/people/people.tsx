import type { ComponentProps } from "react";
import type { OneButton } from "@/components/ui/one-button";
import { Person } from "./person";
import { Seek } from "./seek";

type PeopleProps = Omit<ComponentProps<typeof Seek>, "found" | "children"> & {
  people: readonly { id: string; name: string; role: string; isMe: boolean }[];
  roles: readonly string[];
  setRole: ComponentProps<typeof OneButton>["action"];
  remove: ComponentProps<typeof OneButton>["action"];
};

/** Who answers for the day, and whoever is looked for by name. */
export function People({ people, sought, more, roles, setRole, remove }: PeopleProps) {
  return (
    <Seek sought={sought} more={more} found={people.some(({ role }) => role === roles[0])}>
      <ul className="grid">
        {people.map((person) => (
          <Person key={person.id} person={person} roles={roles} setRole={setRole} remove={remove} />
        ))}
      </ul>
    </Seek>
  );
}
