-- CreateTable
CREATE TABLE "wall_replay" (
    "event_id" UUID NOT NULL,
    "space_id" INTEGER,
    "entry_id" UUID,
    "public_slug" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "wall_replay_pkey" PRIMARY KEY ("event_id")
);
CREATE INDEX "wall_replay_space_id_entry_id_idx" ON "wall_replay"("space_id", "entry_id");
ALTER TABLE "wall_replay" ADD CONSTRAINT "wall_replay_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "wall_replay" ADD CONSTRAINT "wall_replay_space_id_entry_id_fkey" FOREIGN KEY ("space_id", "entry_id") REFERENCES "lib_priv"."entry"("space_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
alter table wall_replay add constraint replays_one_thing check ((entry_id is null) <> (public_slug is null) and (entry_id is null) = (space_id is null));

select lock_to_event('wall_replay');
-- it is put up by its function alone
revoke insert, update on wall_replay from app;

/* The post-mortems of an event's own space that everybody in its room may see: none of what was said in confidence there or
   elsewhere, and only such as have something to play. Asked anew on every look. */
create function lib_priv.postmortems_for_room(p_event uuid) returns setof lib_priv.entry
language sql stable set search_path = public, pg_temp as $$
  select r.* from lib_priv.space s join lib_priv.entry r on r.space_id = s.id
   where s.event_id = p_event and r.kind = 'postmortem' and r.deleted_at is null
     and jsonb_path_exists(r.document, '$.timeline[*].at.at ? (@ != null)')
     and not exists (select from lib_priv.entry_topic x join topic t on t.event_id = x.event_id and t.id = x.topic_id
                      where x.space_id = r.space_id and x.entry_id = r.id and t.confidentiality <> 'open') $$;
revoke execute on function lib_priv.postmortems_for_room from public;

/* For who runs the entered event: what of its own space could be played. */
create function postmortems_for_wall(p_member uuid) returns table (id uuid, title text)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.document ->> 'title' from lib_priv.postmortems_for_room(current_event()) r
   where exists (select from member m where m.event_id = current_event() and m.id = p_member and m.role <> 'participant')
   order by r.updated_at desc limit 200 $$;

/* Puts a post-mortem on the wall of the entered event, instead of what was there; false where there is no such one, or the
   member does not run the event. */
create function show_on_wall(p_member uuid, p_entry uuid, p_slug text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_space int;
begin
  if not exists (select from member m where m.event_id = current_event() and m.id = p_member and m.role <> 'participant') then
    return false;
  end if;
  if p_slug is null then
    select r.space_id into v_space from lib_priv.postmortems_for_room(current_event()) r where r.id = p_entry;
    if v_space is null then return false; end if;
  elsif not exists (select from lib_pub.pub_entry e where e.slug = p_slug and e.withdrawn_at is null and e.kind = 'postmortem') then
    return false;
  end if;
  insert into wall_replay (event_id, space_id, entry_id, public_slug)
    values (current_event(), v_space, case when p_slug is null then p_entry end, p_slug)
    on conflict (event_id) do update set space_id = excluded.space_id, entry_id = excluded.entry_id,
      public_slug = excluded.public_slug, started_at = now();
  return true;
end $$;

/* What is on the wall of the entered event now: the document of an entry of its own space, or an address in the library. */
create function replay_on_wall() returns table (started_at timestamptz, public_slug text, document jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.started_at, w.public_slug, r.document from wall_replay w
    left join lib_priv.postmortems_for_room(current_event()) r on r.space_id = w.space_id and r.id = w.entry_id
   where w.event_id = current_event() and (r.id is not null or w.public_slug is not null) $$;

/* The series of that entry; those that people pinned as first are marked. */
create function series_on_wall() returns table (id uuid, name text, unit text, is_quiet boolean, t0 timestamptz,
  step_s double precision, offsets double precision[], vals double precision[], pinned boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.name, s.unit, s.is_quiet, s.t0, s.step_s, s.offsets, s.vals,
         exists (select from lib_priv.first_signal f where f.space_id = s.space_id and f.entry_id = s.entry_id and f.series_id = s.id)
    from wall_replay w join lib_priv.postmortems_for_room(current_event()) r on r.space_id = w.space_id and r.id = w.entry_id
    join lib_priv.entry_series s on s.space_id = r.space_id and s.entry_id = r.id
   where w.event_id = current_event() order by s.name, s.id limit 400 $$;

revoke execute on function postmortems_for_wall, show_on_wall, replay_on_wall, series_on_wall from public;
grant execute on function postmortems_for_wall, show_on_wall, replay_on_wall, series_on_wall to app;
