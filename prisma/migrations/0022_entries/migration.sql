-- CreateTable
CREATE TABLE "lib_priv"."attachment" (
    "space_id" INTEGER NOT NULL,
    "entry_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL DEFAULT '',
    "mime" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "alt" TEXT NOT NULL DEFAULT '',
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("space_id","entry_id","sha256")
);

-- CreateIndex
CREATE INDEX "attachment_added_by_id_idx" ON "lib_priv"."attachment"("added_by_id");

-- AddForeignKey
ALTER TABLE "lib_priv"."attachment" ADD CONSTRAINT "attachment_space_id_entry_id_fkey" FOREIGN KEY ("space_id", "entry_id") REFERENCES "lib_priv"."entry"("space_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."attachment" ADD CONSTRAINT "attachment_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;


select lib_priv.lock_to_space('lib_priv.attachment');
-- a picture is what its digest says; its words may change
revoke update on lib_priv.attachment from app;
grant update (alt) on lib_priv.attachment to app;

create function lib_priv.digest_picture() returns trigger language plpgsql as $$
begin
  new.sha256 := encode(sha256(new.bytes), 'hex');
  return new;
end $$;
create trigger digest before insert or update of bytes on lib_priv.attachment for each row execute function lib_priv.digest_picture();

/* Who is in an entered space, as they are called there: what they may do by their membership, and what beyond it. */
create function space_people(p_space int)
returns table (user_id uuid, name text, base lib_priv.space_role, extra lib_priv.space_role, expires_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  with people as (
    select s.user_id, coalesce(u.name, '') as name, 'owner'::lib_priv.space_role as base
      from lib_priv.space s join "user" u on u.id = s.user_id where s.id = p_space
    union all
    select m.user_id, m.name,
           case m.role when 'host' then 'owner' when 'facilitator' then 'editor' else 'contributor' end::lib_priv.space_role
      from lib_priv.space s join event e on e.id = s.event_id join member m on m.event_id = e.id
     where s.id = p_space and m.user_id is not null and counts_in_event(e.org_id, e.visibility, m.user_id)
    union all
    select m.user_id, m.name, case m.role when 'owner' then 'owner' else 'contributor' end::lib_priv.space_role
      from lib_priv.space s join org_member m on m.org_id = s.org_id
     where s.id = p_space and counts_in_org(m.org_id, m.user_id))
  select p.user_id, p.name, p.base, x.role, x.expires_at
    from people p left join lib_priv.space_member x on x.space_id = p_space and x.user_id = p.user_id
     and (x.expires_at is null or x.expires_at > now())
   where p_space = any (lib_priv.current_spaces()) order by lower(p.name), p.user_id $$;

/* What a topic of open space has to tell a member of its event, to begin an entry with; of a sealed one nothing. Under the
   Chatham House rule it comes with the names that have to go out of it, and without anybody's. */
create function topic_to_tell(p_topic uuid, p_user uuid)
returns table (event_id uuid, event_name text, lang text, title text, pitch text, note text, told_by text, hide text[])
language sql stable security definer set search_path = public, pg_temp as $$
  select e.id, e.name, e.language, t.title, t.pitch, coalesce(n.body, ''),
         case when t.confidentiality = 'open' and not t.anonymous then c.name end,
         case when t.confidentiality = 'open' then '{}' else (select coalesce(array_agg(distinct m.name), '{}')
           from member m where m.event_id = e.id) end
    from topic t join event e on e.id = t.event_id
    join member own on own.event_id = e.id and own.user_id = p_user
    left join note n on n.event_id = t.event_id and n.topic_id = t.id
    left join member c on c.event_id = t.event_id and c.id = t.convener_id
   where t.id = p_topic and t.withdrawn_at is null and t.into_id is null and t.confidentiality <> 'sealed'
     and counts_in_event(e.org_id, e.visibility, p_user) $$;

revoke execute on function space_people, topic_to_tell from public;
grant execute on function space_people, topic_to_tell to app;
