-- Who may listen is checked when a phone subscribes. Of sockets that a hosted service holds we cannot take that back:
-- so channels that not everybody may hear carry this number in their names, and it rises whenever somebody may no longer.
ALTER TABLE "event" ADD COLUMN "listen_epoch" INTEGER NOT NULL DEFAULT 1;

/* Somebody left, became somebody else, or leads no more: what not everybody hears of the event goes elsewhere now. */
create function member_hears_less() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  update event e set listen_epoch = e.listen_epoch + 1
   where e.id = old.event_id and (e.visibility = 'private' or old.role <> 'participant');
  perform pg_notify('sessions', '');
  return null;
end $$;
create trigger member_left after delete on member for each row execute function member_hears_less();
create trigger member_became_less after update of role, user_id on member for each row
  when (old.user_id <> new.user_id or (old.role <> 'participant' and new.role = 'participant'))
  execute function member_hears_less();

create function session_hears_nothing() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  update event e set listen_epoch = e.listen_epoch + 1 from member m
   where m.user_id = old.user_id and m.event_id = e.id and (e.visibility = 'private' or m.role <> 'participant');
  perform pg_notify('sessions', '');
  return null;
end $$;
create trigger session_ended after delete on session for each row execute function session_hears_nothing();

/* An event that closed its doors, and a wall whose link was renewed. */
create function event_hears_less() returns trigger language plpgsql as $$
begin
  new.listen_epoch := new.listen_epoch + 1;
  perform pg_notify('sessions', '');
  return new;
end $$;
create trigger event_closed before update of visibility, wall_epoch on event for each row
  when (old.wall_epoch <> new.wall_epoch or (old.visibility <> 'private' and new.visibility = 'private'))
  execute function event_hears_less();

/* Whether strangers may listen, and how often listeners had to move. */
create function listening_in(p_event uuid) returns table (is_private boolean, listen_epoch int) language plpgsql as $$
begin
  perform set_config('app.event_id', p_event::text, true);
  return query select e.visibility = 'private', e.listen_epoch from event e where e.id = p_event;
end $$;

revoke execute on function member_hears_less, session_hears_nothing, event_hears_less, listening_in from public;
grant execute on function listening_in to app;
