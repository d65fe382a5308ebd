-- Common words in a large library: what tens of thousands have is weighed and counted in a part of them.

/* Of which samples an entry is, by its random id: one of ten, of fifty, of five hundred. */
create function lib_pub.samples_of(p_id uuid) returns text[] language sql immutable parallel safe as $$
  select array_remove(array[case when n % 10 = 0 then '~10' end, case when n % 50 = 0 then '~50' end, case when n % 500 = 0 then '~500' end], null)
    from (select ('x' || right(p_id::text, 7))::bit(28)::int as n) s $$;

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
    values (new.id, lib_pub.facets_of(new.document, new.published_at) || array['~1', '~2'] || lib_pub.samples_of(new.id),
      v_of.tsv, v_of.words, new.published_at)
    on conflict (entry_id) do update set facets = excluded.facets, tsv = excluded.tsv, words = excluded.words, published_at = excluded.published_at;
  return null;
end $$;

/* Best first, from after a place on: at most 2,000 of the best spoken of are weighed. */
create or replace function lib_pub.search(p_query tsquery, p_facets text[], p_score bigint, p_id uuid, p_limit int)
returns table (id uuid, score bigint) language plpgsql stable rows 20 set enable_seqscan = off set jit = off set work_mem = '32MB' as $$
declare
  v_tier text;
  v_facets text[] := p_facets;
  v_found int;
begin
  -- a common word: among the best hundredth, or tenth, there are enough
  if p_query is not null or p_facets <> '{}' then
    foreach v_tier in array array['~1', '~2', ''] loop
      v_facets := p_facets || case when v_tier = '' then '{}' else array[v_tier] end;
      exit when v_tier = '';
      execute format('select count(*) from (select from lib_pub.search_doc where %s limit 500) s', lib_pub.condition(p_query, v_facets))
        into v_found using p_query, v_facets;
      exit when v_found >= 500;
    end loop;
  end if;
  return query execute format($q$
    with best as materialized (
      select entry_id, tsv, rank, published_at from lib_pub.search_doc where %s order by rank desc, published_at desc, entry_id limit 2000),
    scored as materialized (
      select entry_id, case when $1 is null then rank * 10000000::bigint + extract(epoch from published_at)::bigint / 1000
        else (1e6 * ts_rank_cd('{0.1, 0.3, 0.6, 1}', tsv, $1, 1) * (1 + rank / 500.0))::bigint end as score from best)
    select entry_id, score from scored where $3 is null or (score, entry_id) < ($3, $4) order by score desc, entry_id desc limit $5$q$,
    lib_pub.condition(p_query, v_facets)) using p_query, v_facets, p_score, p_id, p_limit;
end $$;

/* How many there are in all (facet null; 10,001 are many) and by facet; of many, about, by a sample of 300 at least. */
drop function lib_pub.survey(tsquery, text[]);
create function lib_pub.survey(p_query tsquery, p_facets text[]) returns table (facet text, n int, about boolean)
language plpgsql stable set enable_seqscan = off set jit = off set work_mem = '32MB' as $$
declare
  v_part int;
  v_facets text[];
  v_found int;
  v_total int;
begin
  foreach v_part in array array[500, 50, 10, 1] loop
    v_facets := p_facets || case when v_part = 1 then '{}' else array['~' || v_part] end;
    execute format('select count(*) from (select from lib_pub.search_doc where %s limit 3000) s', lib_pub.condition(p_query, v_facets))
      into v_found using p_query, v_facets;
    exit when v_found >= 300;
  end loop;
  v_total := v_found * v_part;
  -- three hundred of a fiftieth are fifteen thousand, give or take nine hundred
  if v_part > 10 then v_total := 10001;
  elsif v_part = 10 then
    execute format('select count(*) from (select from lib_pub.search_doc where %s limit 10001) s', lib_pub.condition(p_query, p_facets))
      into v_total using p_query, p_facets;
  end if;
  return query select null::text, v_total, v_part > 10;
  return query execute format($q$
    with hits as materialized (select facets from lib_pub.search_doc where %s limit 3000),
    counted as (select f, count(*)::int * $3 as n from hits, unnest(facets) f where f not like '~%%' group by f)
    select f, c.n, $3 > 1 from (select f, c.n, row_number() over (partition by split_part(f, ':', 1) order by c.n desc, f) as place from counted c) c
     where place <= 12 order by c.n desc, f$q$, lib_pub.condition(p_query, v_facets)) using p_query, v_facets, v_part;
end $$;

/* The rarest of these words that so many documents have at least: at most ten, and not too many documents together. */
create or replace function lib_pub.telling(p_words text[], p_least int) returns text[] language sql stable set enable_seqscan = off as $$
  select coalesce(array_agg(word), '{}') from (
    select word, ndoc, sum(ndoc) over (order by ndoc, word) as together, row_number() over (order by ndoc, word) as place
      from lib_pub.lexeme_df where word = any (p_words) and ndoc between p_least and 20000) s
   where place <= 10 and (together <= 500 or place <= 2) $$;

/* Published ones that share telling words with these, and which: the more and the rarer, the more alike. */
create or replace function lib_pub.alike(p_words text[], p_not uuid, p_limit int) returns table (id uuid, shared text[])
language plpgsql stable rows 5 set enable_seqscan = off set jit = off set work_mem = '32MB' as $$
declare
  v_telling text[] := lib_pub.telling(p_words, case when p_not is null then 1 else 2 end);
begin
  if v_telling = '{}' then return; end if;
  return query execute $q$
    with near as materialized (select entry_id, words from lib_pub.search_doc where tsv @@ $1 limit 3000),
    weight as materialized (select word, 1 / ln(2 + ndoc) as weight from lib_pub.lexeme_df where word = any ($2)),
    held as (select entry_id, w.word, w.weight from near cross join unnest(near.words) v join weight w on w.word = v where entry_id is distinct from $3)
    select entry_id, array_agg(word order by weight desc, word) from held group by entry_id having count(*) >= 2
     order by sum(weight) desc, entry_id limit $4$q$ using lib_pub.any_of(v_telling), v_telling, p_not, p_limit;
end $$;

revoke execute on function lib_pub.samples_of, lib_pub.survey from public;
grant execute on function lib_pub.samples_of, lib_pub.survey to lib_reader, app;

update lib_pub.search_doc set facets = facets || lib_pub.samples_of(entry_id) where lib_pub.samples_of(entry_id) <> '{}';
