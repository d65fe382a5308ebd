/* Whether rows of this table belong to a space of the library. */
create function lib_priv.is_of_a_space(p_table regclass) returns boolean language sql stable as $$
  select exists (select from pg_attribute a where a.attrelid = p_table and a.attname = 'space_id' and not a.attisdropped)
    and p_table::text like 'lib_priv.%' $$;

/* As in 0021. What somebody wrote in a company's or an event's space is theirs to take along while they may read it there: who
   was removed does not carry the company's entries out with their own data. */
create or replace function data_of(p_user uuid) returns jsonb language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  r record;
  v_rows jsonb;
  v_all jsonb;
begin
  select jsonb_build_object('user', row_to_read(to_jsonb(u))) into v_all from "user" u where u.id = p_user;
  for r in select * from person_references('"user"') where tab not in ('audit_actor', 'purge_receipt_holder') loop
    execute format('select jsonb_agg(row_to_read(to_jsonb(t))) from %s t where t.%I = $1 %s', r.tab, r.col,
      case when lib_priv.is_of_a_space(r.tab::regclass)
        then 'and t.space_id in (select s.space_id from lib_priv.standing($1) s)' else '' end) into v_rows using p_user;
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

revoke execute on function lib_priv.is_of_a_space from public;
