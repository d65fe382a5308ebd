-- The board as lib/live/feed.ts describes it, read in one statement: pages, hot lane and tick all ask here,
-- so that there is one answer to "what may a payload hold". All of it runs under the caller's row-level security.

create function iso(p_at timestamptz) returns text language sql immutable as
$$ select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

/* May the hall see tallies? While topics are being dotted only when the event says so; afterwards, yes. */
create function tallies_open() returns boolean language sql stable as
$$ select tallies = 'shown' or phase > 'voting' from event where id = current_event() $$;

/* Why this member may not give dots here, or null. */
create function barred_from_voting(p_member uuid) returns text language sql stable as $$
  select case
    when e.voters = 'confirmed' and not exists (
      select from member m join "user" u on u.id = m.user_id
       where m.event_id = e.id and m.id = p_member and u.email_verified is not null) then 'needs-confirmed-email'
    when e.voters = 'ticket' and not exists (
      select from ticket t where t.event_id = e.id and t.member_id = p_member) then 'needs-ticket'
  end from event e where e.id = current_event() $$;

create function board_event() returns jsonb language sql stable as $$
  select jsonb_build_object('id', id, 'slug', slug, 'name', name, 'zone', zone, 'phase', phase,
    'phaseEndsAt', iso(phase_ends_at), 'dotsPerMember', dots_per_member, 'dotsPerTopic', dots_per_topic,
    'mayDotOwnTopic', may_dot_own_topic) from event where id = current_event() $$;

create function board_rooms() returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'capacity', capacity, 'stepFree', step_free,
    'projector', projector, 'quiet', quiet) order by position, name), '[]')
    from room where event_id = current_event() $$;

create function board_slots() returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', id, 'startsAt', iso(starts_at), 'endsAt', iso(ends_at),
    'title', title) order by starts_at, ends_at, id), '[]')
    from slot where event_id = current_event() $$;

/* Cards of the living topics, or of those among `p_ids`. An anonymous convener's name is absent until placed. */
create function board_topics(p_ids uuid[] default null) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'title', t.title, 'pitch', t.pitch,
    'convener', case when t.anonymous and p.topic_id is null then null else m.name end,
    'sought', t.convener_id is null,
    'merged', coalesce((select jsonb_agg(f.title order by f.pitched_at) from topic f
                         where f.event_id = t.event_id and f.into_id = t.id), '[]'),
    'pitchedAt', iso(t.pitched_at),
    'place', case when p.topic_id is null then null else jsonb_build_object('slotId', p.slot_id, 'roomId', p.room_id,
      'pinned', p.pinned_at is not null,
      'from', case when p.left_slot_id is null then null
                   else jsonb_build_object('slotId', p.left_slot_id, 'roomId', p.left_room_id) end) end
    ) order by t.pitched_at, t.id), '[]')
    from topic t
    left join placement p on p.event_id = t.event_id and p.topic_id = t.id
    left join member m on m.event_id = t.event_id and m.id = t.convener_id
   where t.event_id = current_event() and t.withdrawn_at is null and t.into_id is null
     and (p_ids is null or t.id = any (p_ids)) $$;

/* [dots, heads] by topic, for living topics that have any, or for all of `p_ids` (0 where none are left). */
create function board_tallies(p_ids uuid[] default null) returns jsonb language sql stable as $$
  select coalesce(jsonb_object_agg(t.id, jsonb_build_array(coalesce(d.dots, 0), coalesce(d.heads, 0))), '{}')
    from topic t
    left join lateral (select sum(d.dots)::int as dots, count(*)::int as heads from dots d
                        where d.event_id = t.event_id and d.topic_id = t.id) d on true
   where t.event_id = current_event() and t.withdrawn_at is null and t.into_id is null
     and case when p_ids is null then d.heads > 0 else t.id = any (p_ids) end $$;

/* Who is at the microphone and who is next. */
create function board_queue() returns jsonb language sql stable as $$
  select jsonb_build_object(
    'speaking', (select jsonb_build_object('topicId', topic_id, 'since', iso(started_at), 'seconds', seconds)
                   from turn where event_id = current_event() and started_at is not null and ended_at is null
                  order by started_at desc limit 1),
    'waiting', coalesce((select jsonb_agg(topic_id order by queued_at, topic_id)
                   from turn where event_id = current_event() and started_at is null), '[]')) $$;

/* The whole board. `p_crew`: a facilitator or host looks, who sees tallies always. */
create function board_snapshot(p_crew boolean) returns jsonb language sql stable as $$
  select jsonb_build_object('seq', c.seq, 'now', iso(clock_timestamp()), 'event', board_event(), 'rooms', board_rooms(),
    'slots', board_slots(), 'topics', board_topics(),
    'tallies', case when p_crew or tallies_open() then board_tallies() end, 'queue', board_queue())
    from event_clock c where c.event_id = current_event() $$;

/* One person's own side of the event. */
create function ballot_of(p_user uuid) returns jsonb language sql stable as $$
  select coalesce((
    select jsonb_build_object(
      'member', jsonb_build_object('name', m.name, 'nameIsMadeUp', m.name_is_made_up, 'role', m.role),
      'dots', coalesce((select jsonb_object_agg(d.topic_id, d.dots) from dots d
                         where d.event_id = m.event_id and d.member_id = m.id), '{}'),
      'mine', coalesce((select jsonb_agg(t.id) from topic t where t.event_id = m.event_id
                         and m.id in (t.pitcher_id, t.convener_id) and t.withdrawn_at is null and t.into_id is null), '[]'),
      'barred', barred_from_voting(m.id))
      from member m where m.event_id = current_event() and m.user_id = p_user),
    '{"member": null, "dots": {}, "mine": [], "barred": null}') $$;
