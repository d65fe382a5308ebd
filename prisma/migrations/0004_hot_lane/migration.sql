-- What lib/live asks of the database: one statement each, without Prisma, under row-level security of role app.

/* Opens the door for lib/live. `wall_epoch` is what a wall's key is signed with. */
create function admit(p_slug text, p_user uuid, p_wall boolean)
returns table (event_id uuid, member_id uuid, role "Role", wall_epoch int) language plpgsql as $$
begin
  select d.id, d.member_id, d.role into admit.event_id, admit.member_id, admit.role
    from enter_event(p_slug, p_user, p_wall) d;
  if admit.event_id is null then return; end if;
  select e.wall_epoch into admit.wall_epoch from event e where e.id = admit.event_id;
  return next;
end $$;

/* Casts many members' dots at once, at most one item a member. Absolute values: a repetition changes nothing and
   is always 'ok', and so is taking back. The lock and the clock's row order batches among themselves and against
   phase changes and merges, so no dot is accepted after the seq that closed voting. */
create function cast_dots_batch(p_event uuid, p_users uuid[], p_topics uuid[], p_dots int[])
returns table (ord int, verdict text, dots_left int) language plpgsql as $$
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
    select i.ord::int as ord, m.id as member_id, i.topic_id, i.dots, coalesce(had.dots, 0) as had, spent.dots as spent,
      case
        when m.id is null then 'not-joined'
        when t.id is null then 'not-found'
        when i.dots = coalesce(had.dots, 0) then 'ok'
        when e.phase <> 'voting' then 'voting-closed'
        when i.dots < coalesce(had.dots, 0) then 'ok'
        when e.voters <> 'joined' and barred_from_voting(m.id) is not null then barred_from_voting(m.id)
        when not e.may_dot_own_topic and m.id in (t.pitcher_id, t.convener_id) then 'own-topic'
        when i.dots > e.dots_per_topic then 'too-many-on-topic'
        when spent.dots - coalesce(had.dots, 0) + i.dots > e.dots_per_member then 'out-of-dots'
        else 'ok'
      end as verdict
      from unnest(p_users, p_topics, p_dots) with ordinality as i(user_id, topic_id, dots, ord)
      left join member m on m.event_id = p_event and m.user_id = i.user_id
      left join topic t on t.event_id = p_event and t.id = i.topic_id and t.withdrawn_at is null and t.into_id is null
      left join dots had on had.event_id = p_event and had.member_id = m.id and had.topic_id = i.topic_id
      left join lateral (select coalesce(sum(d.dots), 0)::int as dots from dots d
                          where d.event_id = p_event and d.member_id = m.id) spent on true
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

/* The board for a tick: cards only when a Change was recorded after `p_since`, tallies always. One statement,
   so everything is as of `seq`. */
create function board_since(p_event uuid, p_since bigint) returns jsonb language plpgsql as $$
declare
  v_board jsonb;
begin
  perform set_config('app.event_id', p_event::text, true);
  select jsonb_build_object('seq', c.seq, 'open', tallies_open(), 'tallies', board_tallies(), 'cards',
    case when p_since is null or exists (select from change h where h.event_id = p_event and h.seq > p_since)
      then jsonb_build_object('event', board_event(), 'rooms', board_rooms(), 'slots', board_slots(),
        'topics', board_topics(), 'queue', board_queue()) end)
    into v_board from event_clock c where c.event_id = p_event;
  return v_board;
end $$;

create function ballot_in(p_event uuid, p_user uuid) returns jsonb language plpgsql as $$
begin
  perform set_config('app.event_id', p_event::text, true);
  return ballot_of(p_user);
end $$;

/* The quick mode showed these topics to a member. */
create function mark_seen(p_event uuid, p_user uuid, p_topics uuid[]) returns boolean language plpgsql as $$
declare
  v_member uuid;
begin
  perform set_config('app.event_id', p_event::text, true);
  select id into v_member from member where event_id = p_event and user_id = p_user;
  insert into seen (event_id, topic_id, member_id)
    select p_event, t.id, v_member from topic t
     where t.event_id = p_event and t.id = any (p_topics) and v_member is not null
    on conflict do nothing;
  return v_member is not null;
end $$;

/* What live listeners of an event may still hear. A session that ended answers no role and `alive` false. */
create function standings_in(p_event uuid, p_tokens text[])
returns table (token text, alive boolean, role "Role") language plpgsql as $$
begin
  perform set_config('app.event_id', p_event::text, true);
  return query
    select i.token, s.id is not null, m.role from unnest(p_tokens) as i(token)
      left join session s on s.session_token = i.token and s.expires > now()
      left join member m on m.event_id = p_event and m.user_id = s.user_id;
end $$;

/* Whether strangers may listen, and with which epoch a wall's key is signed. */
create function openness_of(p_event uuid) returns table (is_private boolean, wall_epoch int) language plpgsql as $$
begin
  perform set_config('app.event_id', p_event::text, true);
  return query select e.visibility = 'private', e.wall_epoch from event e where e.id = p_event;
end $$;

revoke execute on function admit, cast_dots_batch, board_since, ballot_in, mark_seen, standings_in, openness_of from public;
grant execute on function admit, cast_dots_batch, board_since, ballot_in, mark_seen, standings_in, openness_of to app;
