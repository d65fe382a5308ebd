/* What the entered space itself can say of a text: which names of its people, of its company or event, stand in it. Nothing
   that does not stand there, so that nobody learns from it who is in. */
create function names_in(p_space int, p_text text) returns table (name text, is_person boolean) language sql stable security definer
set search_path = public, pg_temp as $$
  with s as (select * from lib_priv.space where id = p_space and id = any (lib_priv.current_spaces())),
  names as (
    select m.name, true as is_person from s join member m on m.event_id = s.event_id where not m.name_is_made_up
    union select m.name, true from s join org_member m on m.org_id = s.org_id
    union select u.name, true from s join org_member m on m.org_id = s.org_id join "user" u on u.id = m.user_id
    union select u.name, true from s join "user" u on u.id = s.user_id
    union select o.name, false from s join org o on o.id = s.org_id
    union select o.slug, false from s join org o on o.id = s.org_id
    union select e.name, false from s join event e on e.id = s.event_id
    union select o.name, false from s join event e on e.id = s.event_id join org o on o.id = e.org_id)
  select trim(n.name), n.is_person from names n
   where length(trim(n.name)) > 2 and position(lower(trim(n.name)) in lower(p_text)) > 0 $$;
revoke execute on function names_in from public;
grant execute on function names_in to app;
