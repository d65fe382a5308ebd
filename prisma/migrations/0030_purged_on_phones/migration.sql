/* As `mayBeKept` in lib/offline/rules.ts. What was purged is purged on phones too: they ask, hear that nobody may keep it,
   and forget, also where outcomes stay to be read. */
create or replace function may_be_kept(p_event uuid) returns boolean language plpgsql as $$
begin
  perform set_config('app.event_id', p_event::text, true);
  return (select (e.visibility <> 'private' or e.kept_on_phones) and e.purged_at is null from event e where e.id = p_event);
end $$;
