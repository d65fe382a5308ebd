-- Two facets that no document says of itself: where it was said to work, and at which event it was spoken of.

-- ── Where it works: what is published carries it in its facets; said in the last year, and not that it fails ──

/* At most forty, those that most people named first. */
create function lib_pub.env_facets(p_entry uuid) returns text[] language sql stable security definer
set search_path = public, pg_temp as $$
  select coalesce(array_agg(f order by f), '{}') from (
    select 'env:' || left(part, 120) as f from lib_pub.works_report w, string_to_table(w.env_key, ', ') part
     where w.entry_id = p_entry and w.outcome <> 'fails' and w.at > now() - interval '1 year' and part <> '' and w.env_key = lower(w.env_key)
     group by 1 order by count(distinct w.user_id) desc, 1 limit 40) s $$;

/* Writes them beside the others, if they are other ones. */
create function lib_pub.place_env(p_entries uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
  update lib_pub.search_doc d set facets = array(select f from unnest(d.facets) f where f not like 'env:%') || n.env
    from (select e as id, lib_pub.env_facets(e) as env from unnest(p_entries) e) n
   where d.entry_id = n.id and array(select f from unnest(d.facets) f where f like 'env:%' order by f) <> n.env $$;

create function lib_pub.index_env() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform lib_pub.place_env(array[case when tg_op = 'DELETE' then old.entry_id else new.entry_id end]);
  return null;
end $$;
create trigger is_searched after insert or update of outcome, at or delete on lib_pub.works_report
  for each row execute function lib_pub.index_env();

/* Every night: what was said more than a year ago is said no more. */
create function lib_pub.forget_old_env() returns void language sql security definer set search_path = public, pg_temp as $$
  select lib_pub.place_env(coalesce(array_agg(distinct w.entry_id), '{}')) from lib_pub.works_report w
   where w.at between now() - interval '2 years' and now() - interval '1 year' $$;

create or replace function lib_pub.index_entry() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_of lib_pub.searched;
begin
  -- what was withdrawn or has a successor is not found
  if new.withdrawn_at is not null or new.superseded_by is not null then
    delete from lib_pub.search_doc where entry_id = new.id;
    return null;
  end if;
  v_of := lib_pub.searched_of(new.document);
  insert into lib_pub.search_doc as d (entry_id, facets, tsv, words, published_at)
    values (new.id, lib_pub.facets_of(new.document, new.published_at) || array['~1', '~2'] || lib_pub.samples_of(new.id) || lib_pub.env_facets(new.id),
      v_of.tsv, v_of.words, new.published_at)
    on conflict (entry_id) do update set facets = excluded.facets, tsv = excluded.tsv, words = excluded.words, published_at = excluded.published_at;
  return null;
end $$;

-- ── In spaces both are looked up when asked for, so that nobody is told of an event that has become private since ──

/* Events at which entries of the entered spaces were born, discussed or rehearsed: of an event's own space that event; of
   others what everybody may know, an open topic of a public event. Never of what is published: there it would say where
   somebody works. */
create function lib_priv.event_facets() returns table (space_id int, entry_id uuid, facet text)
language sql stable security definer rows 100 set search_path = public, pg_temp as $$
  select distinct x.space_id, x.entry_id, 'event:' || left(e.name, 120)
    from lib_priv.entry_topic x join lib_priv.space s on s.id = x.space_id
    join topic t on t.event_id = x.event_id and t.id = x.topic_id join event e on e.id = t.event_id
   where x.space_id = any (lib_priv.current_spaces()) and x.relation <> 'cites' and t.withdrawn_at is null and t.confidentiality <> 'sealed'
     and (s.event_id is not distinct from e.id or (e.visibility = 'public' and t.confidentiality = 'open')) $$;

create function lib_priv.told_facets() returns table (space_id int, entry_id uuid, facet text) language sql stable rows 100 as $$
  select w.space_id, w.entry_id, 'env:' || left(part, 120) from lib_priv.works_here w, string_to_table(w.env_key, ', ') part
   where w.space_id = any (lib_priv.current_spaces()) and w.outcome <> 'fails' and w.at > now() - interval '1 year' and part <> ''
     and w.env_key = lower(w.env_key)
  union select x.space_id, x.entry_id, x.facet from lib_priv.event_facets() x $$;

/* As lib_pub.condition, for rows d of lib_priv.search_doc. */
create function lib_priv.condition(p_query tsquery, p_facets text[]) returns text language sql immutable as $$
  select concat_ws(' and ', lib_pub.condition(p_query, '{}'), case when own <> '{}' then format('facets @> %L::text[]', own) end,
      case when told <> '{}' then format('(d.space_id, d.entry_id) in (select t.space_id, t.entry_id from lib_priv.told_facets() t
        where t.facet = any (%L::text[]) group by 1, 2 having count(distinct t.facet) = %s)', told, cardinality(told)) end)
    from (select array(select distinct f from unnest(p_facets) f where f like 'env:%' or f like 'event:%') as told,
      array(select f from unnest(p_facets) f where f not like 'env:%' and f not like 'event:%') as own) s $$;

create or replace function lib_priv.search(p_query tsquery, p_facets text[], p_score bigint, p_id uuid, p_limit int)
returns table (space_id int, id uuid, score bigint) language plpgsql stable rows 20 set enable_seqscan = off set jit = off as $$
begin
  return query execute format($q$
    with best as materialized (
      select d.space_id, entry_id, tsv, updated_at from lib_priv.search_doc d where %s order by updated_at desc limit 2000),
    scored as materialized (
      select b.space_id, entry_id, case when $1 is null then extract(epoch from updated_at)::bigint
        else (1e6 * ts_rank_cd('{0.1, 0.3, 0.6, 1}', tsv, $1, 1) * 1.2)::bigint end as score from best b)
    select s.space_id, entry_id, score from scored s where $2 is null or (score, entry_id) < ($2, $3) order by score desc, entry_id desc limit $4$q$,
    lib_priv.condition(p_query, p_facets)) using p_query, p_score, p_id, p_limit;
end $$;

create or replace function lib_priv.survey(p_query tsquery, p_facets text[]) returns table (facet text, n int)
language plpgsql stable set enable_seqscan = off set jit = off as $$
begin
  return query execute format($q$
    with hits as materialized (select d.space_id, d.entry_id, d.facets from lib_priv.search_doc d where %s limit 10001),
    said as (select f from hits, unnest(facets) f
      union all select t.facet from hits h join lib_priv.told_facets() t on t.space_id = h.space_id and t.entry_id = h.entry_id)
    select null::text, count(*)::int from hits
    union all (select f, count(*)::int from said group by f order by 2 desc, 1 limit 120)$q$,
    lib_priv.condition(p_query, p_facets)) using p_query;
end $$;

create or replace function lib_priv.newest(p_query tsquery, p_facets text[], p_states text[], p_limit int)
returns table (space_id int, id uuid) language plpgsql stable rows 50 set enable_seqscan = off set jit = off as $$
begin
  return query execute format('select d.space_id, entry_id from lib_priv.search_doc d where %s and facets && $2
    order by updated_at desc, entry_id desc limit $3', lib_priv.condition(p_query, p_facets)) using p_query, p_states, p_limit;
end $$;

-- ── Who is in a space: one way to ask, of all or of these ──

drop function names_in_space(int, uuid[]);
drop function space_people(int);
/* Who is in an entered space, as they are called there: what they may do by their membership, and what beyond it. Of these
   people, or of all. */
create function space_people(p_space int, p_users uuid[] default null)
returns table (user_id uuid, name text, base lib_priv.space_role, extra lib_priv.space_role, expires_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  with people as (
    select s.user_id, coalesce(u.name, '') as name, 'owner'::lib_priv.space_role as base
      from lib_priv.space s join "user" u on u.id = s.user_id where s.id = p_space and (p_users is null or s.user_id = any (p_users))
    union all
    select m.user_id, m.name,
           case m.role when 'host' then 'owner' when 'facilitator' then 'editor' else 'contributor' end::lib_priv.space_role
      from lib_priv.space s join event e on e.id = s.event_id join member m on m.event_id = e.id
     where s.id = p_space and m.user_id is not null and (p_users is null or m.user_id = any (p_users))
       and counts_in_event(e.org_id, e.visibility, m.user_id)
    union all
    select m.user_id, m.name, case m.role when 'owner' then 'owner' else 'contributor' end::lib_priv.space_role
      from lib_priv.space s join org_member m on m.org_id = s.org_id
     where s.id = p_space and (p_users is null or m.user_id = any (p_users)) and counts_in_org(m.org_id, m.user_id))
  select p.user_id, p.name, p.base, x.role, x.expires_at
    from people p left join lib_priv.space_member x on x.space_id = p_space and x.user_id = p.user_id
     and (x.expires_at is null or x.expires_at > now())
   where p_space = any (lib_priv.current_spaces()) order by lower(p.name), p.user_id $$;

revoke execute on function lib_pub.env_facets, lib_pub.place_env, lib_pub.index_env, lib_pub.forget_old_env, lib_priv.event_facets,
  lib_priv.told_facets, lib_priv.condition, space_people from public;
grant execute on function lib_priv.event_facets, lib_priv.told_facets, lib_priv.condition, space_people to app;

-- what there is already
select lib_pub.place_env(coalesce(array_agg(distinct entry_id), '{}')) from lib_pub.works_report;
