-- AlterTable
ALTER TABLE "event" ADD COLUMN     "kept_on_phones" BOOLEAN NOT NULL DEFAULT false;

/* Whether phones may keep what they showed of this event for reading offline. The same answer as `mayBeKept` in
   lib/offline/rules.ts, for the hot lane. */
create function may_be_kept(p_event uuid) returns boolean language plpgsql as $$
begin
  perform set_config('app.event_id', p_event::text, true);
  return (select e.visibility <> 'private' or e.kept_on_phones from event e where e.id = p_event);
end $$;

revoke execute on function may_be_kept from public;
grant execute on function may_be_kept to app;
