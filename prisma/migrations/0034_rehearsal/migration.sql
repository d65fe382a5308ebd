-- nobody ever wrote to these two
DELETE FROM "rehearsal";
DROP INDEX "rehearsal_event_id_topic_id_address_key";
ALTER TABLE "rehearsal" DROP COLUMN "title", DROP COLUMN "address", DROP COLUMN "public_id", DROP COLUMN "closed_at",
  ADD COLUMN "space_id" INTEGER NOT NULL, ADD COLUMN "entry_id" UUID NOT NULL;
ALTER TABLE "rehearsal_report" DROP COLUMN "env";
CREATE UNIQUE INDEX "rehearsal_event_id_topic_id_key" ON "rehearsal"("event_id", "topic_id");
ALTER TABLE "rehearsal" ADD CONSTRAINT "rehearsal_space_id_entry_id_fkey" FOREIGN KEY ("space_id", "entry_id") REFERENCES "lib_priv"."entry"("space_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
create index rehearsal_of_entry on rehearsal (space_id, entry_id);

-- it is started by its function alone
revoke insert, update, delete on rehearsal from app;

/* Starts the rehearsal of a released version of a recipe of the entered space, which is its event's, in an open topic of
   that event. Another recipe or version in the same topic begins anew. Answers the event's address, or null where there is
   no such version or topic. */
create function start_rehearsal(p_space int, p_entry uuid, p_version text, p_topic uuid) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v record;
begin
  select e.id, e.slug into v from lib_priv.space s join event e on e.id = s.event_id
    join topic t on t.event_id = e.id and t.id = p_topic and t.withdrawn_at is null and t.into_id is null and t.confidentiality = 'open'
    join lib_priv.entry r on r.space_id = s.id and r.id = p_entry and r.kind = 'recipe' and r.deleted_at is null
    join lib_priv.recipe_version o on o.space_id = s.id and o.entry_id = r.id and o.version = p_version and o.yanked_at is null
   where s.id = p_space and s.id = any (lib_priv.current_spaces());
  if v.id is null then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended('rehearsal ' || p_topic, 0));
  if not exists (select from rehearsal h where h.event_id = v.id and h.topic_id = p_topic and h.entry_id = p_entry and h.version = p_version) then
    delete from rehearsal h where h.event_id = v.id and h.topic_id = p_topic;
    insert into rehearsal (event_id, topic_id, space_id, entry_id, version) values (v.id, p_topic, p_space, p_entry, p_version);
  end if;
  insert into lib_priv.entry_topic (space_id, entry_id, event_id, topic_id, relation)
    values (p_space, p_entry, v.id, p_topic, 'rehearsed-in') on conflict do nothing;
  return v.slug;
end $$;

/* What is rehearsed in an open topic of the entered event, as it was released. */
create function rehearsed_in(p_topic uuid) returns table (id uuid, version text, document jsonb, topic text)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.id, h.version, o.document, t.title
    from rehearsal h join topic t on t.event_id = h.event_id and t.id = h.topic_id
    join lib_priv.entry r on r.space_id = h.space_id and r.id = h.entry_id and r.deleted_at is null
    join lib_priv.recipe_version o on o.space_id = h.space_id and o.entry_id = h.entry_id and o.version = h.version and o.yanked_at is null
   where h.event_id = current_event() and h.topic_id = p_topic
     and t.withdrawn_at is null and t.into_id is null and t.confidentiality = 'open' $$;

/* How rehearsals of a recipe of an entered space went: what was said at which event, on which day, by nobody. */
create function rehearsals_of(p_space int, p_entry uuid) returns table (version text, event_name text, outcome text, at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.version, e.name, p.outcome, date_trunc('day', p.at)
    from rehearsal h join rehearsal_report p on p.event_id = h.event_id and p.rehearsal_id = h.id join event e on e.id = h.event_id
    join topic t on t.event_id = h.event_id and t.id = h.topic_id and t.confidentiality = 'open'
   where h.space_id = p_space and h.entry_id = p_entry and p_space = any (lib_priv.current_spaces())
   order by 4 desc limit 5000 $$;

revoke execute on function start_rehearsal, rehearsed_in, rehearsals_of from public;
grant execute on function start_rehearsal, rehearsed_in, rehearsals_of to app;

/* The open topics of the event whose space was entered, for who is in it. */
create function topics_to_rehearse_in(p_space int, p_user uuid) returns table (topic_id uuid, title text)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.id, t.title from lib_priv.space s join topic t on t.event_id = s.event_id
    join member m on m.event_id = s.event_id and m.user_id = p_user
   where s.id = p_space and s.id = any (lib_priv.current_spaces())
     and t.withdrawn_at is null and t.into_id is null and t.confidentiality = 'open'
   order by lower(t.title), t.id limit 500 $$;
revoke execute on function topics_to_rehearse_in from public;
grant execute on function topics_to_rehearse_in to app;
