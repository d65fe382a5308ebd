/* As in 0017. Whoever acts in an event holds its lock together with others (decision 0015): a removal holds it alone, so
   that nobody acts on a membership that has ended. */
create or replace function show_out_of_org(p_member uuid) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  v_gone org_member;
  v_slug text;
  v_event uuid;
begin
  delete from org_member m where m.org_id = current_org() and m.id = p_member returning * into v_gone;
  if not found then return; end if;
  insert into org_removal (org_id, user_id, name) values (v_gone.org_id, v_gone.user_id, v_gone.name)
    on conflict (org_id, user_id) do update set name = excluded.name, removed_at = now();
  for v_event, v_slug in select e.id, e.slug from event e where e.org_id = v_gone.org_id order by e.id loop
    continue when not exists (select from member m where m.event_id = v_event and m.user_id = v_gone.user_id);
    perform pg_advisory_xact_lock(hashtextextended('event ' || v_slug, 0));
    perform show_out(v_event, v_gone.user_id, null);
  end loop;
  perform set_config('app.event_id', '', true);
  perform pg_notify('sessions', '');
end $$;
