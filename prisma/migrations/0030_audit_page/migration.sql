-- The audit, read by people: only some of its nouns, and what it was done to where that may be known.
drop function read_audit(bigint, int);

/* The audit of the entered event or org, newest first; of these nouns only (null: all). It names who acted with power or
   looked at what is sealed, and is still known; other participants are a random id there, for nobody keeps a list of who
   came. So is whom it was done to: named in an org, in an event if they are of its crew, and topics by their title. */
create function read_audit(p_before bigint, p_limit int, p_nouns text[] default null)
returns table (seq bigint, at timestamptz, action text, actor_id uuid, actor text, object_id uuid, object text,
  event_id uuid, digest text, hash text)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.seq, a.at, a.action, a.actor_id,
    case when a.event_id is null then coalesce(u.name, u.email)
         when m.role <> 'participant' or a.action ~ '^(sealed|data)\.' then m.name end,
    a.object_id,
    case when a.event_id is null then coalesce(ou.name, ou.email)
         else coalesce(t.title, case when om.role <> 'participant' then om.name end) end,
    a.event_id, a.digest, encode(a.hash, 'hex')
    from audit a
    left join audit_actor w on w.chain_id = a.chain_id and w.id = a.actor_id
    left join "user" u on u.id = w.user_id
    left join member m on m.event_id = a.event_id and m.user_id = w.user_id
    left join audit_actor ow on ow.chain_id = a.chain_id and ow.id = a.object_id
    left join "user" ou on ou.id = ow.user_id
    left join member om on om.event_id = a.event_id and om.user_id = ow.user_id
    left join topic t on t.event_id = a.event_id and t.id = a.object_id
   where case when current_event() is not null then a.event_id = current_event()
              else a.org_id = current_org() and a.event_id is null end
     and a.seq is not null and (p_before is null or a.seq < p_before)
     and (p_nouns is null or split_part(a.action, '.', 1) = any (p_nouns))
   order by a.seq desc limit least(p_limit, 1000) $$;

revoke execute on function read_audit from public;
grant execute on function read_audit to app;
