-- What reaches into an org or an event from outside its door: letters (invitations, and the proof of a domain),
-- days that are open to the whole company, and showing somebody out.

/* The confirmed address of a person, in one spelling; null when there is none to go by. What a company's own sign-in
   calls somebody counts within that company only. */
create function confirmed_email(p_user uuid, p_org uuid default null) returns text language sql stable as $$
  select lower(case when u.company_id is null then u.email when u.company_id = p_org then u.work_email end) from "user" u
   where u.id = p_user and u.email_verified is not null $$;

/* Whether a letter is meant for this address: exactly this one, exactly this domain, or everybody. */
create function is_meant_for(p_email text, p_domain text, p_theirs text) returns boolean language sql immutable as $$
  select case when p_email is not null then p_theirs = p_email
              when p_domain is not null then split_part(p_theirs, '@', 2) = p_domain
              else true end $$;

/* What the holder of a letter may know of it. A letter that opens nothing (used up, over, taken back, or its holder
   was shown out) finds nothing, as one that never was; one that is meant for somebody else names nothing.
   Verdicts: 'ok', 'member' (is in already), 'confirm-email-first', 'not-for-you'. */
create function letter_for(p_hash text, p_user uuid)
returns table (kind text, verdict text, name text, slug text, role text) language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  return query
  with letter as (
    select 'event' as kind, e.name, e.slug, i.role::text as role, i.email, i.domain,
           confirmed_email(p_user, e.org_id) as theirs, counts_in_event(e.org_id, e.visibility, p_user) as counts,
           exists (select from member m where m.event_id = e.id and m.user_id = p_user) as is_in
      from invitation i join event e on e.id = i.event_id
     where i.token_hash = p_hash and i.revoked_at is null and i.expires_at > now() and i.used < i.uses
       and not exists (select from removal r where r.event_id = e.id and r.user_id = p_user)
       and not exists (select from org_removal r where r.org_id = e.org_id and r.user_id = p_user)
    union all
    select 'org', o.name, o.slug, i.role::text, i.email, i.domain,
           confirmed_email(p_user, o.id), counts_in_org(o.id, p_user),
           exists (select from org_member m where m.org_id = o.id and m.user_id = p_user)
      from org_invitation i join org o on o.id = i.org_id
     where i.token_hash = p_hash and i.revoked_at is null and i.expires_at > now() and i.used < i.uses
       and not exists (select from org_removal r where r.org_id = o.id and r.user_id = p_user)
  ), judged as (
    select l.*, case when l.theirs is null then 'confirm-email-first' when not l.counts then 'not-for-you'
                     when l.is_in then 'member'
                     when is_meant_for(l.email, l.domain, l.theirs) then 'ok' else 'not-for-you' end as verdict
      from letter l
  )
  select j.kind, j.verdict, case when j.verdict in ('ok', 'member') then j.name end,
         case when j.verdict in ('ok', 'member') then j.slug end, j.role from judged j
  union all
  select 'domain', 'ok', o.name, d.domain, null from org_domain d join org o on o.id = d.org_id
   where d.token_hash = p_hash and d.proved_at is null and d.expires_at > now();
end $$;

/* Uses a letter once. Whoever is in already uses nothing up. Answers like `letter_for`. */
create function redeem_letter(p_hash text, p_user uuid, p_name text)
returns table (kind text, verdict text, slug text) language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  v_event uuid;
  v_org uuid;
  v_member uuid;
begin
  -- the row stays locked until the end: the last use is used once
  select i.event_id into v_event from invitation i where i.token_hash = p_hash for update;
  select i.org_id into v_org from org_invitation i where i.token_hash = p_hash for update;
  select l.kind, l.verdict, l.slug into redeem_letter.kind, redeem_letter.verdict, redeem_letter.slug
    from letter_for(p_hash, p_user) l;
  if not found then return; end if;
  if redeem_letter.verdict <> 'ok' then return next; return; end if;

  if redeem_letter.kind = 'event' then
    insert into member (event_id, user_id, role, name)
      select v_event, p_user, i.role, p_name from invitation i where i.token_hash = p_hash returning id into v_member;
    update invitation i set used = i.used + 1 where i.token_hash = p_hash;
    perform set_config('app.event_id', v_event::text, true);
    perform commit_changes(array['member.joined'], array[v_member], v_member);
    perform pg_notify('sessions', '');
  elsif redeem_letter.kind = 'org' then
    insert into org_member (org_id, user_id, role, name)
      select v_org, p_user, i.role, p_name from org_invitation i where i.token_hash = p_hash returning id into v_member;
    update org_invitation i set used = i.used + 1 where i.token_hash = p_hash;
    perform set_config('app.org_id', v_org::text, true);
    perform commit_org_changes(array['member.joined'], array[v_member], v_member);
  else
    update org_domain d set proved_at = now(), token_hash = null where d.token_hash = p_hash
      returning d.org_id, d.id into v_org, v_member;
    perform set_config('app.org_id', v_org::text, true);
    perform commit_org_changes(array['domain.proved'], array[v_member], null);
  end if;
  return next;
end $$;

/* Shows somebody out of an event: what they wrote stays, with a member who is nobody any more. Runs with its caller's
   rights: the app's end at the event it has entered. */
create function show_out(p_event uuid, p_user uuid, p_actor uuid) returns void language plpgsql as $$
declare
  v_member uuid;
begin
  update member m set user_id = null, role = 'participant' where m.event_id = p_event and m.user_id = p_user
    returning m.id into v_member;
  if not found then return; end if;
  insert into removal (event_id, user_id, member_id) values (p_event, p_user, v_member)
    on conflict (event_id, user_id) do update set member_id = excluded.member_id, removed_at = now();
  update topic t set convener_id = null where t.event_id = p_event and t.convener_id = v_member;
  perform set_config('app.event_id', p_event::text, true);
  perform commit_changes(array['member.removed'], array[v_member], p_actor);
end $$;

/* Shows a member out of the entered org and out of all its events, whoever let them in there. */
create function show_out_of_org(p_member uuid) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  v_gone org_member;
  v_event uuid;
begin
  delete from org_member m where m.org_id = current_org() and m.id = p_member returning * into v_gone;
  if not found then return; end if;
  insert into org_removal (org_id, user_id, name) values (v_gone.org_id, v_gone.user_id, v_gone.name)
    on conflict (org_id, user_id) do update set name = excluded.name, removed_at = now();
  for v_event in select e.id from event e join member m on m.event_id = e.id and m.user_id = v_gone.user_id
                  where e.org_id = v_gone.org_id order by e.id loop
    perform show_out(v_event, v_gone.user_id, null);
  end loop;
  perform set_config('app.event_id', '', true);
  perform pg_notify('sessions', '');
end $$;

/* The days of the entered org that a member is in or may come to; of all others not even owners learn. */
create function events_of_org(p_user uuid)
returns table (slug text, name text, place text, zone text, starts_on date, ends_on date, role "Role")
language sql stable security definer set search_path = public, pg_temp as $$
  select e.slug, e.name, e.place, e.zone, e.starts_on, e.ends_on, m.role
    from event e left join member m on m.event_id = e.id and m.user_id = p_user
   where e.org_id = current_org() and (m.id is not null or (e.open_to_org
     and not exists (select from removal r where r.event_id = e.id and r.user_id = p_user)))
     and exists (select from org_member o where o.org_id = e.org_id and o.user_id = p_user)
   order by e.starts_on desc, e.name limit 200 $$;

/* A member of the entered org comes to a day that is open to all of it. */
create function join_event_of_org(p_slug text, p_user uuid) returns boolean language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  v_event uuid;
  v_member uuid;
begin
  select e.id into v_event from event e join events_of_org(p_user) o on o.slug = e.slug where e.slug = p_slug;
  if not found then return false; end if;
  insert into member (event_id, user_id, name)
    select v_event, p_user, o.name from org_member o where o.org_id = current_org() and o.user_id = p_user
    on conflict (event_id, user_id) do nothing returning id into v_member;
  if found then
    perform set_config('app.event_id', v_event::text, true);
    perform commit_changes(array['member.joined'], array[v_member], v_member);
    perform pg_notify('sessions', '');
  end if;
  return true;
end $$;

/* Orgs that admit everybody with a confirmed mailbox at a domain they have proved. */
create function orgs_open_to(p_user uuid) returns table (slug text, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct o.slug, o.name from org_domain d join org o on o.id = d.org_id
   where d.proved_at is not null and d.admits and d.domain = split_part(confirmed_email(p_user), '@', 2)
     and counts_in_org(o.id, p_user)
     and not exists (select from org_member m where m.org_id = o.id and m.user_id = p_user)
     and not exists (select from org_removal r where r.org_id = o.id and r.user_id = p_user)
   order by o.name, o.slug $$;

create function join_org_by_domain(p_slug text, p_user uuid, p_name text) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
declare
  v_org uuid;
  v_member uuid;
begin
  select o.id into v_org from org o join orgs_open_to(p_user) t on t.slug = o.slug where o.slug = p_slug;
  if not found then return false; end if;
  insert into org_member (org_id, user_id, name) values (v_org, p_user, p_name)
    on conflict (org_id, user_id) do nothing returning id into v_member;
  perform set_config('app.org_id', v_org::text, true);
  perform commit_org_changes(array['member.joined'], array[v_member], v_member);
  return true;
end $$;

/* Makes the caller a participant of an event whose join code they hold. Without a user it makes a guest
   and a session for this device. Answers 'not-found', 'wrong-code' or 'joined'. A code alone never opens
   a private event, nor any event to somebody who was shown out of it. */
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
  if e.id is null or (e.visibility = 'private' and join_event.member_id is null)
     or not counts_in_event(e.org_id, e.visibility, p_user)
     or exists (select from removal r where r.event_id = e.id and r.user_id = p_user) then
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

revoke execute on function confirmed_email, is_meant_for, letter_for, redeem_letter, show_out, show_out_of_org,
  events_of_org, join_event_of_org, orgs_open_to, join_org_by_domain from public;
grant execute on function letter_for, redeem_letter, show_out, show_out_of_org, events_of_org, join_event_of_org, orgs_open_to,
  join_org_by_domain to app;
