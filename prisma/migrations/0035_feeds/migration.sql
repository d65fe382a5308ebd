-- What is new of a search, in the order of time: for feeds and lists.

create index search_doc_newest on lib_pub.search_doc (published_at desc, entry_id desc);

/* What is published and matches, the newest first, from after a place on. Of what many match the newest are found by their
   time, of what few match by the words. */
create function lib_pub.newest(p_query tsquery, p_facets text[], p_at timestamptz, p_id uuid, p_limit int)
returns table (id uuid) language plpgsql stable rows 50 set enable_seqscan = off set jit = off as $$
begin
  return query execute format('select entry_id from lib_pub.search_doc where %s and %s order by published_at desc, entry_id desc limit $5',
    lib_pub.condition(p_query, p_facets), case when p_at is null then 'true' else '(published_at, entry_id) < ($3, $4)' end)
    using p_query, p_facets, p_at, p_id, p_limit;
end $$;

/* The same in the entered spaces, of entries in one of these states: what was changed last first. */
create function lib_priv.newest(p_query tsquery, p_facets text[], p_states text[], p_limit int)
returns table (space_id int, id uuid) language plpgsql stable rows 50 set enable_seqscan = off set jit = off as $$
begin
  return query execute format('select d.space_id, entry_id from lib_priv.search_doc d where %s and facets && $3
    order by updated_at desc, entry_id desc limit $4', lib_pub.condition(p_query, p_facets))
    using p_query, p_facets, p_states, p_limit;
end $$;

revoke execute on function lib_pub.newest, lib_priv.newest from public;
grant execute on function lib_pub.newest to lib_reader, app;
grant execute on function lib_priv.newest to app;
