-- ── A purge knows the event's space in the library ──

/* Tables with rows of a space. */
create function lib_priv.space_tables() returns setof regclass language sql stable as $$
  select c.oid::regclass from pg_class c where c.relnamespace = 'lib_priv'::regnamespace and c.relkind in ('r', 'p')
    and lib_priv.is_of_a_space(c.oid::regclass) order by c.relname $$;

/* How many rows each table has of a space; tables without any are left out. */
create function lib_priv.count_rows(p_space int) returns jsonb language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  v_table regclass;
  v_rows bigint;
  v_all jsonb := '{}';
begin
  for v_table in select lib_priv.space_tables() loop
    execute format('select count(*) from %s where space_id = $1', v_table) into v_rows using p_space;
    if v_rows > 0 then v_all := v_all || jsonb_build_object(v_table, v_rows); end if;
  end loop;
  return v_all;
end $$;

/* Entries are outcomes and stay, as they stand: without drafts, without how they came about, and by nobody. */
create function lib_priv.keep_outcomes(p_space int) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  r record;
begin
  delete from lib_priv.entry where space_id = p_space and (status = 'draft' or deleted_at is not null);
  delete from lib_priv.entry_revision v using lib_priv.entry e
   where v.space_id = p_space and e.space_id = p_space and e.id = v.entry_id and v.no <> e.revision;
  for r in select * from person_references('"user"') where lib_priv.is_of_a_space(tab::regclass) loop
    if r.is_own then execute format('delete from %s where space_id = $1', r.tab) using p_space;
    else execute format('update %s set %I = null where space_id = $1', r.tab, r.col) using p_space; end if;
  end loop;
end $$;

/* As in 0018, and in the library. */
create or replace function purge_event(p_event uuid) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare
  e event;
  v_before jsonb;
  v_hosts jsonb;
  v_space int;
begin
  perform set_config('app.event_id', p_event::text, true);
  perform pg_advisory_xact_lock(hashtextextended('event ' || slug, 0)) from event where id = p_event;
  select * into e from event where id = p_event and id in (select events_to_purge()) for update;
  if not found then return null; end if;
  select s.id into v_space from lib_priv.space s where s.event_id = p_event;
  v_before := count_event_rows(p_event) || lib_priv.count_rows(v_space);
  select coalesce(jsonb_agg(m.user_id), '[]') into v_hosts from member m
   where m.event_id = p_event and m.role = 'host' and m.user_id is not null;
  if e.keeps = 'nothing' then
    delete from event where id = p_event;
  else
    if e.keeps = 'outcomes' then
      perform keep_outcomes(p_event);
      perform lib_priv.keep_outcomes(v_space);
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
    'before', v_before, 'left', count_event_rows(p_event) || lib_priv.count_rows(v_space));
end $$;

revoke execute on function lib_priv.space_tables, lib_priv.count_rows, lib_priv.keep_outcomes from public;
