/* The topics of open space that an entry of the entered space was born in, discussed in or rehearsed in, as far as this
   person may know of them: of an event they are in, or that stands on the front page. A confidential topic is named to the
   members of its event alone, a sealed one to nobody, and what was withdrawn to nobody either. */
create function topics_of_entry(p_space int, p_entry uuid, p_user uuid)
returns table (topic_id uuid, title text, event_name text, event_slug text, relation text)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.id, t.title, e.name, e.slug, x.relation
    from lib_priv.entry_topic x join topic t on t.event_id = x.event_id and t.id = x.topic_id join event e on e.id = t.event_id
   where x.space_id = p_space and x.entry_id = p_entry and p_space = any (lib_priv.current_spaces())
     and t.withdrawn_at is null and t.confidentiality <> 'sealed'
     and ((e.visibility = 'public' and t.confidentiality = 'open') or exists (select from member m
       where m.event_id = e.id and m.user_id = p_user and counts_in_event(e.org_id, e.visibility, p_user)))
   order by e.starts_on desc, x.relation, t.title, t.id limit 200 $$;

/* What a person may name as where something was discussed: living topics of the events that they are in, the latest
   events first. */
create function topics_to_name(p_user uuid) returns table (topic_id uuid, title text, event_name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.id, t.title, e.name
    from member m join event e on e.id = m.event_id join topic t on t.event_id = e.id
   where m.user_id = p_user and counts_in_event(e.org_id, e.visibility, p_user)
     and t.withdrawn_at is null and t.into_id is null and t.confidentiality <> 'sealed'
   order by e.starts_on desc, e.id, lower(t.title), t.id limit 500 $$;

revoke execute on function topics_of_entry, topics_to_name from public;
grant execute on function topics_of_entry, topics_to_name to app;
