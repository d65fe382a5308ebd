-- The first version could not name its own conflict columns.
/* Makes the caller a participant of an event whose join code they hold. Without a user it makes a guest
   and a session for this device. Answers 'not-found', 'wrong-code' or 'joined'. A code alone never opens
   a private event. */
create or replace function join_event(p_slug text, p_code text, p_user uuid, p_name text, p_token_hash text, p_expires timestamptz)
returns table (outcome text, user_id uuid, member_id uuid, name text) language plpgsql security definer
set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  e event;
begin
  select * into e from event where slug = p_slug;
  select m.id, m.name into join_event.member_id, join_event.name
    from member m where m.event_id = e.id and m.user_id = p_user;
  if e.id is null or (e.visibility = 'private' and join_event.member_id is null) then
    return query select 'not-found', null::uuid, null::uuid, null::text; return;
  end if;
  join_event.user_id := p_user;
  if join_event.member_id is null then
    if e.join_code is distinct from upper(p_code) then
      return query select 'wrong-code', null::uuid, null::uuid, null::text; return;
    end if;
    if p_user is null then
      insert into "user" (name) values (null) returning "user".id into join_event.user_id;
      insert into session (session_token, user_id, expires) values (p_token_hash, join_event.user_id, p_expires);
    end if;
    insert into member as m (event_id, user_id, name, name_is_made_up) values (e.id, join_event.user_id, p_name, true)
      on conflict (event_id, user_id) do update set role = m.role
      returning m.id, m.name into join_event.member_id, join_event.name;
  end if;
  join_event.outcome := 'joined';
  return next;
end $$;
