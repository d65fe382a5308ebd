import type { CompanyScope } from "@/lib/db/enter-sso";
import type { ScimFilter } from "@/lib/sso/scim/input";

/** A member as the directory sees one. */
export type Person = {
  id: string;
  user_id: string;
  user_name: string;
  external_id: string | null;
  name: string;
  active: boolean;
  joined_at: Date;
};

type Page = { filter?: ScimFilter | undefined; from?: number; count?: number };

/**
 * The members of the company. Somebody who came with an account of their own goes by no address here: only who knows
 * theirs (and it is confirmed) finds them by it.
 */
export function peopleOf({ tx, org }: CompanyScope, { filter, from = 1, count = 200 }: Page = {}) {
  const [by, value] = [filter?.attribute ?? "", filter?.value ?? ""];
  const [name, asked] = [value.toLowerCase(), by === "username" ? value : null];
  return tx.$queryRaw<Person[]>`
    select m.id, m.user_id, s.external_id, m.name, m.joined_at,
      coalesce(s.user_name, case when u.company_id = m.org_id then u.work_email end, ${asked}, m.id::text) as user_name,
      not exists (select from org_bar b where b.org_id = m.org_id and b.user_id = m.user_id) as active
      from org_member m join "user" u on u.id = m.user_id
      left join scim_user s on s.org_id = m.org_id and s.member_id = m.id
     where m.org_id = ${org.id}::uuid and case ${by}
       when 'id' then m.id::text = ${value}
       when 'externalid' then s.external_id = ${value}
       when 'username' then lower(s.user_name) = ${name} or (s.user_name is null and (
         (u.company_id = m.org_id and lower(u.work_email) = ${name})
         or (u.email_verified is not null and lower(u.email) = ${name})))
       else true end
     order by m.joined_at, m.id limit ${count} offset ${Math.max(0, from - 1)}`;
}

export const countPeople = ({ tx }: CompanyScope) => tx.orgMember.count();
