-- What measuring the hot lane taught.

-- Nothing reads dots by seq (a tick aggregates all tallies) and little reads them by topic. Without these indexes a
-- changed number of dots stays on its page and touches no index, and no plan can take the wrong one.
drop index dots_event_id_seq_idx;
drop index dots_event_id_topic_id_idx;
alter table dots set (fillfactor = 70);

-- Asked once per statement instead of once per row.
create or replace function lock_to_event(p_table regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('alter table %s force row level security', p_table);
  execute format('create policy within_event on %s to app
    using (event_id = (select current_event())) with check (event_id = (select current_event()))', p_table);
  -- the door's own functions run as the owner, who is under forced row-level security too
  execute format('create policy for_the_door on %s to current_user using (true) with check (true)', p_table);
  execute format('grant select, insert, update, delete on %s to app', p_table);
end $$;

do $$
declare
  v_table text;
begin
  for v_table in select tablename from pg_policies where policyname = 'within_event' and tablename <> 'event' loop
    execute format('alter policy within_event on %I using (event_id = (select current_event()))
      with check (event_id = (select current_event()))', v_table);
  end loop;
end $$;
alter policy within_event on event using (id = (select current_event())) with check (id = (select current_event()));

/* Casts many members' dots at once, at most one item a member. Absolute values: a repetition changes nothing and
   is always 'ok', and so is taking back. The lock and the clock's row order batches among themselves and against
   phase changes and merges, so no dot is accepted after the seq that closed voting. */
create or replace function cast_dots_batch(p_event uuid, p_users uuid[], p_topics uuid[], p_dots int[])
returns table (ord int, verdict text, dots_left int) language plpgsql
-- a fresh table has no statistics, and a plan made without them read every member for every batch
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set enable_bitmapscan = off
set plan_cache_mode = force_generic_plan as $$
declare
  e event;
  v_seq bigint;
begin
  perform set_config('app.event_id', p_event::text, true);
  perform pg_advisory_xact_lock(hashtextextended(p_event::text || 'ballot', 0));
  select c.seq + 1 into v_seq from event_clock c where c.event_id = p_event for update;
  select * into e from event where id = p_event;
  return query
  with judged as materialized (
    select i.ord::int as ord, m.id as member_id, i.topic_id, i.dots, b.had, b.spent,
      case
        when m.id is null then 'not-joined'
        when t.id is null then 'not-found'
        when i.dots = b.had then 'ok'
        when e.phase <> 'voting' then 'voting-closed'
        when i.dots < b.had then 'ok'
        when e.voters <> 'joined' and barred_from_voting(m.id) is not null then barred_from_voting(m.id)
        when not e.may_dot_own_topic and m.id in (t.pitcher_id, t.convener_id) then 'own-topic'
        when i.dots > e.dots_per_topic then 'too-many-on-topic'
        when b.spent - b.had + i.dots > e.dots_per_member then 'out-of-dots'
        else 'ok'
      end as verdict
      from unnest(p_users, p_topics, p_dots) with ordinality as i(user_id, topic_id, dots, ord)
      -- `offset 0`: looked up one by one through the key, never by reading the whole event
      left join lateral (select m.id from member m
                          where m.event_id = p_event and m.user_id = i.user_id offset 0) m on true
      left join lateral (select t.id, t.pitcher_id, t.convener_id from topic t
                          where t.event_id = p_event and t.id = i.topic_id
                            and t.withdrawn_at is null and t.into_id is null offset 0) t on true
      left join lateral (select coalesce(sum(d.dots), 0)::int as spent,
                                coalesce(sum(d.dots) filter (where d.topic_id = i.topic_id), 0)::int as had
                           from dots d where d.event_id = p_event and d.member_id = m.id) b on true
  ), given as (
    insert into dots as d (event_id, topic_id, member_id, dots, seq)
      select p_event, j.topic_id, j.member_id, j.dots, v_seq from judged j
       where j.verdict = 'ok' and j.dots > 0 and j.dots <> j.had
      on conflict (event_id, member_id, topic_id) do update set dots = excluded.dots, seq = excluded.seq
  ), taken_back as (
    delete from dots d using judged j
     where d.event_id = p_event and d.member_id = j.member_id and d.topic_id = j.topic_id
       and j.verdict = 'ok' and j.dots = 0 and j.had > 0
  ), ticked as (
    update event_clock c set seq = v_seq where c.event_id = p_event
       and exists (select from judged j where j.verdict = 'ok' and j.dots <> j.had)
    returning pg_notify('event_' || p_event, '')
  )
  select j.ord, j.verdict, case when j.member_id is not null then e.dots_per_member - j.spent + case when j.verdict = 'ok' then j.had - j.dots else 0 end end
    from judged j, (select count(*) from ticked) announced;
end $$;

/* [dots, heads] by topic, for living topics that have any, or for all of `p_ids` (0 where none are left). */
create or replace function board_tallies(p_ids uuid[] default null) returns jsonb language sql stable as $$
  select coalesce(jsonb_object_agg(t.id, jsonb_build_array(coalesce(d.dots, 0), coalesce(d.heads, 0))), '{}')
    from topic t
    left join (select topic_id, sum(dots)::int as dots, count(*)::int as heads from dots
                where event_id = (select current_event()) and (p_ids is null or topic_id = any (p_ids))
                group by topic_id) d on d.topic_id = t.id
   where t.event_id = (select current_event()) and t.withdrawn_at is null and t.into_id is null
     and case when p_ids is null then d.heads > 0 else t.id = any (p_ids) end $$;
