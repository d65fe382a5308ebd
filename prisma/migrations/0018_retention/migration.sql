-- How long an event is kept, what of it stays, and what a person may take along or have erased.
CREATE TYPE "Keeps" AS ENUM ('nothing', 'outcomes', 'all');

ALTER TABLE "event" ADD COLUMN "purge_on" DATE,
ADD COLUMN "keeps" "Keeps" NOT NULL DEFAULT 'outcomes',
ADD COLUMN "purged_at" TIMESTAMPTZ(3),
ADD COLUMN "held_at" TIMESTAMPTZ(3),
ADD COLUMN "held_because" TEXT,
ADD COLUMN "watermark" BOOLEAN NOT NULL DEFAULT true;

-- What a topic came to, when all else of its event is gone: nobody's name is with it.
CREATE TABLE "outcome" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "room" TEXT,
    "starts_at" TIMESTAMPTZ(3),

    CONSTRAINT "outcome_pkey" PRIMARY KEY ("event_id","id")
);
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
select lock_to_event('outcome');
revoke insert, update, delete on outcome from app;

-- What was purged, signed by the server; names the event by its id only. It outlives the event, for those who were its hosts.
CREATE TABLE "purge_receipt" (
    "id" UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    "purged_event_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "receipt" JSONB NOT NULL
);
CREATE TABLE "purge_receipt_holder" (
    "receipt_id" UUID NOT NULL REFERENCES "purge_receipt"("id") ON DELETE CASCADE,
    "user_id" UUID NOT NULL REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    PRIMARY KEY ("receipt_id", "user_id")
);
CREATE INDEX "purge_receipt_holder_user_id_idx" ON "purge_receipt_holder"("user_id");
do $$
declare v_table text;
begin
  foreach v_table in array array['purge_receipt', 'purge_receipt_holder'] loop
    execute format('alter table %I enable row level security', v_table);
    execute format('alter table %I force row level security', v_table);
    execute format('create policy for_the_door on %I to current_user using (true) with check (true)', v_table);
  end loop;
end $$;

/* Every table that holds rows of an event, found in the catalogue, so that none that is made later is forgotten. The audit
   holds no personal data and stays. */
create function event_tables() returns setof text language sql stable security definer set search_path = public, pg_temp as $$
  select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'event_id' and not a.attisdropped
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'audit'
   order by c.relname = 'topic' desc, c.relname $$;

/* How many rows each table has of an event; tables without any are left out. */
create function count_event_rows(p_event uuid) returns jsonb language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  v_table text;
  v_rows bigint;
  v_all jsonb := '{}';
begin
  for v_table in select event_tables() loop
    execute format('select count(*) from %I where event_id = $1', v_table) into v_rows using p_event;
    if v_rows > 0 then v_all := v_all || jsonb_build_object(v_table, v_rows); end if;
  end loop;
  return v_all;
end $$;

/* Events whose day has come in their own zone, and that nobody holds. */
create function events_to_purge() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select id from event where purge_on <= (now() at time zone zone)::date and held_at is null order by id $$;

/* What stays of an event that keeps its outcomes: titles and notes, where and when; nothing that was sealed, no names, and
   members only as the right to read. */
create function keep_outcomes(p_event uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_table text;
begin
  insert into outcome (event_id, title, body, room, starts_at)
    select t.event_id, t.title, coalesce(n.body, ''), r.name, s.starts_at
      from topic t
      left join note n on n.event_id = t.event_id and n.topic_id = t.id
      left join placement p on p.event_id = t.event_id and p.topic_id = t.id
      left join room r on r.event_id = t.event_id and r.id = p.room_id
      left join slot s on s.event_id = t.event_id and s.id = p.slot_id
     where t.event_id = p_event and t.withdrawn_at is null and t.into_id is null
       and (n.body <> '' or p.topic_id is not null) and t.confidentiality <> 'sealed';
  for v_table in select event_tables() loop
    continue when v_table in ('event_clock', 'member', 'outcome');
    execute format('delete from %I where event_id = $1', v_table) using p_event;
  end loop;
  delete from member where event_id = p_event and user_id is null;
  update member m set name = '–', name_is_made_up = true, joined_at = e.created_at from event e
   where m.event_id = p_event and e.id = p_event;
  update event set phase = 'closed', phase_ends_at = null, crew_epoch = crew_epoch + 1, wall_epoch = wall_epoch + 1,
    join_code = 'X' || upper(left(md5(gen_random_uuid()::text), 11)) where id = p_event;
end $$;

/* Takes away what an event does not keep, if its time has come. Answers what there was and what is left, by table, with
   whoever may have the receipt; null if it is not to be purged. */
create function purge_event(p_event uuid) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare
  e event;
  v_before jsonb;
  v_hosts jsonb;
begin
  perform set_config('app.event_id', p_event::text, true);
  perform pg_advisory_xact_lock(hashtextextended('event ' || slug, 0)) from event where id = p_event;
  select * into e from event where id = p_event and id in (select events_to_purge()) for update;
  if not found then return null; end if;
  v_before := count_event_rows(p_event);
  select coalesce(jsonb_agg(m.user_id), '[]') into v_hosts from member m
   where m.event_id = p_event and m.role = 'host' and m.user_id is not null;
  if e.keeps = 'nothing' then
    delete from event where id = p_event;
  else
    if e.keeps = 'outcomes' then
      perform keep_outcomes(p_event);
    else
      delete from seen where event_id = p_event;
      delete from receipt where event_id = p_event;
      delete from told where event_id = p_event;
    end if;
    update event set purged_at = now(), purge_on = null where id = p_event;
    perform commit_changes(array['event.purged'], array[null::uuid], null);
  end if;
  perform pg_notify('event_' || p_event, '');
  perform pg_notify('sessions', '');
  return jsonb_build_object('eventId', p_event, 'orgId', e.org_id, 'slug', e.slug, 'keeps', e.keeps, 'hosts', v_hosts,
    'before', v_before, 'left', count_event_rows(p_event));
end $$;

/* The notes of sealed rooms whose day has come, unless their event is held. Nobody can read them, and now nobody has them. */
create function purge_sealed_rooms() returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_gone int;
begin
  delete from sealed_room r using event e
   where e.id = r.event_id and e.held_at is null and r.purge_on <= (now() at time zone e.zone)::date;
  get diagnostics v_gone = row_count;
  return v_gone;
end $$;

/* Keeps the receipt of a purge of this very transaction, and audits it. */
create function keep_purge_receipt(p_event uuid, p_org uuid, p_hosts uuid[], p_receipt jsonb, p_digest text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_id uuid;
begin
  if exists (select from event where id = p_event and purged_at is distinct from now()::timestamptz(3))
     or exists (select from purge_receipt where purged_event_id = p_event and receipt ->> 'keeps' = 'nothing') then
    raise exception 'no purge to give a receipt for' using errcode = '42501';
  end if;
  insert into purge_receipt (purged_event_id, receipt) values (p_event, p_receipt) returning id into v_id;
  insert into purge_receipt_holder select v_id, u.id from "user" u where u.id = any (p_hosts);
  perform append_audit(p_event, p_org, null, 'event.purged', p_event, p_digest);
end $$;

create function purge_receipts_of(p_user uuid) returns table (id uuid, made_at timestamptz, receipt jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.made_at, r.receipt from purge_receipt r join purge_receipt_holder h on h.receipt_id = r.id
   where h.user_id = p_user order by r.made_at desc $$;

/* What refers to a person: tables with a foreign key to "user" or to a member, with the column that says whom. */
create function person_references(p_target regclass) returns table (tab text, col text, is_own boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.relname::text, a.attname::text, k.confdeltype = 'c'
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname not in ('event_id', 'org_id')
   where k.contype = 'f' and k.confrelid = p_target order by 1, 2 $$;

/* A row as a person may read it: without what only machines compare. */
create function row_to_read(p_row jsonb) returns jsonb language sql immutable as $$
  select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(p_row)
   where key !~ '(hash|token|fingerprint|secret|wrapped|ciphertext)' $$;

/* All that is kept about a person, by table: their account, what hangs on it, and what they did in events that they are in. */
create function data_of(p_user uuid) returns jsonb language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  r record;
  v_rows jsonb;
  v_all jsonb;
begin
  select jsonb_build_object('user', row_to_read(to_jsonb(u))) into v_all from "user" u where u.id = p_user;
  for r in select * from person_references('"user"') where tab not in ('audit_actor', 'purge_receipt_holder') loop
    execute format('select jsonb_agg(row_to_read(to_jsonb(t))) from %I t where t.%I = $1', r.tab, r.col) into v_rows using p_user;
    if v_rows is not null then v_all := v_all || jsonb_build_object(r.tab, v_rows); end if;
  end loop;
  for r in select * from person_references('member') loop
    execute format('select jsonb_agg(row_to_read(to_jsonb(t))) from %I t join member m on m.event_id = t.event_id and m.id = t.%I
      where m.user_id = $1', r.tab, r.col) into v_rows using p_user;
    if v_rows is not null then
      v_all := v_all || jsonb_build_object(r.tab || case when r.tab in ('topic', 'merge') then ' as ' || r.col else '' end, v_rows);
    end if;
  end loop;
  select jsonb_agg(jsonb_build_object('id', e.id, 'name', e.name, 'slug', e.slug) order by e.starts_on) into v_rows
    from event e join member m on m.event_id = e.id where m.user_id = p_user;
  return v_all || jsonb_build_object('event', coalesce(v_rows, '[]'),
    'audit', coalesce((select jsonb_agg(jsonb_build_object('at', a.at, 'action', a.action, 'event_id', a.event_id) order by a.id)
      from audit a join audit_actor w on w.chain_id = a.chain_id and w.id = a.actor_id where w.user_id = p_user), '[]'));
end $$;

/* Puts a mark in the place of words, in every text or json column of a table, in rows of these events (null: all rows).
   The audit and migrations hold no words of people. */
create function redact(p_table text, p_words text[], p_events uuid[]) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  v_column record;
  v_word text;
  v_pattern text;
begin
  foreach v_word in array p_words loop
    v_pattern := '(?<![[:alnum:]])' || regexp_replace(v_word, '([^[:alnum:][:space:]])', '\\\1', 'g') || '(?![[:alnum:]])';
    for v_column in
      select a.attname, format_type(a.atttypid, null) as type from pg_attribute a
       where a.attrelid = format('%I', p_table)::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
         and format_type(a.atttypid, null) in ('text', 'character varying', 'json', 'jsonb') loop
      execute format('update %I set %I = regexp_replace(%I::text, $1, $2, $3)::%s where %I::text ~* $1 %s', p_table,
        v_column.attname, v_column.attname, v_column.type, v_column.attname,
        case when p_events is null then '' else 'and event_id = any ($4)' end) using v_pattern, '…', 'gi', p_events;
    end loop;
  end loop;
end $$;

/* Takes a person out of one event. A topic of theirs on which others wrote stays, by nobody and without what they said about
   it. Notes are everybody's and stay; whose words they were is forgotten. */
create function erase_member(p_event uuid, p_member uuid, p_words text[]) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  r record;
  v_notes uuid[];
begin
  select array_agg(topic_id) into v_notes from (
    select topic_id from note_revision where event_id = p_event and member_id = p_member
    union select topic_id from topic_writer where event_id = p_event and member_id = p_member) n;
  perform redact_writings(p_event, p_member, v_notes, p_words);
  delete from note_revision where event_id = p_event and member_id = p_member;
  delete from topic t where t.event_id = p_event and t.pitcher_id = p_member
     and not exists (select from note_revision n where n.event_id = p_event and n.topic_id = t.id)
     and not exists (select from topic o where o.event_id = p_event and o.into_id = t.id);
  update topic set pitch = '', pitcher_id = null where event_id = p_event and pitcher_id = p_member;
  delete from ticket where event_id = p_event and member_id = p_member;
  for r in select * from person_references('member') where not is_own loop
    execute format('update %I set %I = null where event_id = $1 and %I = $2', r.tab, r.col, r.col) using p_event, p_member;
  end loop;
  for r in select * from person_references('member') where is_own loop
    execute format('delete from %I where event_id = $1 and %I = $2', r.tab, r.col) using p_event, p_member;
  end loop;
  update change set actor_id = null where event_id = p_event and actor_id = p_member;
  update change set subject_id = null where event_id = p_event and subject_id = p_member;
  delete from member where event_id = p_event and id = p_member;
end $$;

/* Their name in what they wrote themselves; never in what only others wrote, or whoever calls themselves "the" could
   take that word from everybody. */
create function redact_writings(p_event uuid, p_member uuid, p_notes uuid[], p_words text[]) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
declare
  v_word text;
  v_pattern text;
begin
  foreach v_word in array p_words loop
    v_pattern := '(?<![[:alnum:]])' || regexp_replace(v_word, '([^[:alnum:][:space:]])', '\\\1', 'g') || '(?![[:alnum:]])';
    update topic set title = regexp_replace(title, v_pattern, '…', 'gi')
     where event_id = p_event and pitcher_id = p_member and title ~* v_pattern;
    update note set body = regexp_replace(body, v_pattern, '…', 'gi')
     where event_id = p_event and topic_id = any (p_notes) and body ~* v_pattern;
    update note_revision set body = regexp_replace(body, v_pattern, '…', 'gi')
     where event_id = p_event and topic_id = any (p_notes) and body ~* v_pattern;
  end loop;
end $$;

/* Why a person cannot be erased now, or null. */
create function bar_to_erasure(p_user uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when exists (select from member m join event e on e.id = m.event_id where m.user_id = p_user and e.held_at is not null)
      then 'under-hold'
    when exists (select from org_member m where m.user_id = p_user and m.role = 'owner'
        and exists (select from org_member o where o.org_id = m.org_id and o.user_id <> p_user)
        and not exists (select from org_member o where o.org_id = m.org_id and o.role = 'owner' and o.user_id <> p_user))
      then 'only-owner'
  end $$;

/* An event whose only host goes is led by whoever facilitated longest; without anybody it is purged in a month, and with
   nobody in it at all at once. */
create function leave_lead(p_event uuid, p_user uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from member where event_id = p_event and role = 'host' and user_id <> p_user)
     or not exists (select from member where event_id = p_event and role = 'host' and user_id = p_user) then return; end if;
  update member set role = 'host' where event_id = p_event and id = (select id from member
    where event_id = p_event and role = 'facilitator' and user_id <> p_user order by joined_at limit 1);
  if found then return; end if;
  update event set purge_on = greatest(ends_on + 1, current_date + 30) where id = p_event and purge_on is null;
end $$;

/* Erases a person: account, sessions, and what they did, everywhere. Answers null, or why not: 'under-hold', 'only-owner'. */
create function erase_person(p_user uuid) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r record;
  u "user";
  v_words text[];
  v_table text;
begin
  select * into u from "user" where id = p_user;
  if bar_to_erasure(p_user) is not null then return bar_to_erasure(p_user); end if;
  -- chains in one order, before the rows that chaining looks at
  perform pg_advisory_xact_lock(hashtextextended('audit ' || chain_id, 0))
    from (select chain_id from audit_actor where user_id = p_user order by chain_id) c;
  select coalesce(array_agg(distinct w), '{}') into v_words from (
    select trim(m.name) as w from member m where m.user_id = p_user and not m.name_is_made_up
    union select trim(m.name) from org_member m where m.user_id = p_user union select trim(u.name)) n where length(w) > 2;
  for r in select m.event_id, m.id from member m where m.user_id = p_user
     union select m.event_id, m.member_id from removal m where m.user_id = p_user order by 1 loop
    perform set_config('app.event_id', r.event_id::text, true);
    perform leave_lead(r.event_id, p_user);
    perform erase_member(r.event_id, r.id, v_words);
    perform commit_changes(array['member.erased'], array[null::uuid], null);
  end loop;
  perform set_config('app.event_id', '', true);
  delete from "user" where id = p_user;
  if u.email is null then return null; end if;
  delete from verification_token where lower(identifier) = lower(u.email);
  delete from org_invitation where lower(email) = lower(u.email);
  delete from invitation where lower(email) = lower(u.email);
  for v_table in select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname not in ('audit', 'user', '_prisma_migrations') loop
    perform redact(v_table, array[u.email], null);
  end loop;
  return null;
end $$;

revoke execute on function event_tables, count_event_rows, events_to_purge, keep_outcomes, purge_event, purge_sealed_rooms, keep_purge_receipt,
  purge_receipts_of, person_references, row_to_read, data_of, redact, redact_writings, erase_member, bar_to_erasure, leave_lead,
  erase_person from public;
grant execute on function events_to_purge, purge_event, purge_sealed_rooms, keep_purge_receipt, purge_receipts_of, data_of, bar_to_erasure, erase_person to app;
