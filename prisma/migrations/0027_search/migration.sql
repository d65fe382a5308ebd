-- Search of the library: one index of what is published, without row-level security, and one of what is not, with it.
-- (No operator of text search is leakproof: under row-level security it may not use an index before the rows are filtered.)

-- ── From a document to what is found of it ──

/* C++, C#, F# and .NET are names, whatever a parser makes of them. */
create function lib_pub.spelled(p_text text) returns text language sql immutable parallel safe as $$
  select case when p_text ~* '[cf]#|c\+\+|\.net' then
    regexp_replace(regexp_replace(regexp_replace(regexp_replace(p_text,
      '\mc\+\+', ' cplusplus ', 'gi'), '\mc#', ' csharp ', 'gi'), '\mf#', ' fsharp ', 'gi'),
      '(^|[[:space:](,])\.net\M', '\1 dotnet ', 'gi')
    else p_text end $$;

/* An identifier taken apart, at its signs and humps: NodeFilesystemFull, /etc/nginx/site.conf, us-east-1. */
create function lib_pub.apart(p_text text) returns text language sql immutable parallel safe as $$
  select regexp_replace(regexp_replace(regexp_replace(p_text, '([a-z0-9])([A-Z])', '\1 \2', 'g'),
    '([A-Z]+)([A-Z][a-z])', '\1 \2', 'g'), '[\s!-/:-@\[-`{-~]+', ' ', 'g') $$;

/* All identifiers of a text, taken apart. */
create function lib_pub.identifiers(p_text text) returns text language sql immutable parallel safe as $$
  select string_agg(distinct lib_pub.apart(t), ' ')
    from string_to_table(translate(p_text, E'"\'`,;()<>{}|[]\n\t\r', repeat(' ', 16)), ' ') t
   where length(t) between 3 and 300 and t ~ '[a-z][A-Z]|[A-Za-z0-9][-/._=:@]+[A-Za-z0-9]|^/' $$;

/* The dictionary for prose in that language. */
create function lib_pub.speech(p_lang text) returns regconfig language sql immutable parallel safe as $$
  select case split_part(lower(p_lang), '-', 1) when 'en' then 'pg_catalog.english'::regconfig when 'fr' then 'pg_catalog.french'::regconfig
    when 'de' then 'pg_catalog.german'::regconfig when 'nl' then 'pg_catalog.dutch'::regconfig
    when 'es' then 'pg_catalog.spanish'::regconfig else 'pg_catalog.simple'::regconfig end $$;

/* All strings that lie at one of these places of a document, as one text. */
create function lib_pub.texts_at(p_document jsonb, p_places jsonpath[]) returns text language sql immutable parallel safe as $$
  select string_agg(v #>> '{}', E'\n') from unnest(p_places) p, jsonb_path_query(p_document, p) v $$;

/* What a document says at length, as far as it is searched: 32,000 characters. Nothing of where it was imported from. */
create function lib_pub.prose_of(p_document jsonb) returns text language sql immutable parallel safe as $$
  select left(lib_pub.texts_at(p_document, array['$.body', '$.impact', '$.reasonable', '$.timeline[*].text', '$.factors[*].text',
    '$.wentWell[*]', '$.wentBadly[*]', '$.gotLucky[*]', '$.actions[*].text', '$.rollback', '$.parameters[*].name', '$.parameters[*].label',
    '$.files[*].path', '$.files[*].content', '$.dependencies[*].target']::jsonpath[]), 32000) $$;

/* What it calls itself: words by which it is found before all others. */
create function lib_pub.names_of(p_document jsonb) returns text language sql immutable parallel safe as $$
  select left(lib_pub.texts_at(p_document, array['$.summary', '$.tags[*]', '$.tech[*]', '$.services[*]', '$.severityLabel']::jsonpath[]), 32000) $$;

create type lib_pub.searched as (tsv tsvector, words text[]);

/* The vector of a document, and its words as they are spelled: of title, names, headings and identifiers. */
create function lib_pub.searched_of(p_document jsonb) returns lib_pub.searched language plpgsql immutable parallel safe as $$
declare
  v_speech regconfig := lib_pub.speech(p_document ->> 'lang');
  v_stems regdictionary := case v_speech when 'pg_catalog.english'::regconfig then 'pg_catalog.english_stem'::regdictionary
    when 'pg_catalog.french'::regconfig then 'pg_catalog.french_stem' when 'pg_catalog.german'::regconfig then 'pg_catalog.german_stem'
    when 'pg_catalog.dutch'::regconfig then 'pg_catalog.dutch_stem' when 'pg_catalog.spanish'::regconfig then 'pg_catalog.spanish_stem'
    else 'pg_catalog.simple' end;
  v_title text := lib_pub.spelled(p_document ->> 'title');
  v_names text := lib_pub.spelled(lib_pub.names_of(p_document));
  v_prose text := lib_pub.spelled(lib_pub.prose_of(p_document));
  v_heads text;
  v_top tsvector;
  v_code tsvector;
begin
  select string_agg(m[1], E'\n') into v_heads from regexp_matches(v_prose, '^#{1,6}[ \t]+(.+)$', 'gn') m;
  v_top := to_tsvector('pg_catalog.simple', concat_ws(' ', v_title, lib_pub.identifiers(v_title), v_names, lib_pub.identifiers(v_names)));
  v_code := to_tsvector('pg_catalog.simple', concat_ws(' ', v_heads, lib_pub.identifiers(v_prose)));
  return (
    setweight(to_tsvector(v_speech, coalesce(v_title, '')), 'A') || setweight(to_tsvector(v_speech, coalesce(v_names, '')), 'B')
      || setweight(v_top, 'C') || setweight(to_tsvector(v_speech, coalesce(v_heads, '')), 'C')
      || setweight(to_tsvector(v_speech, coalesce(v_prose, '')), 'D') || setweight(v_code, 'D'),
    -- neither numbers nor words that say nothing
    array(select w from unnest(tsvector_to_array(v_top || v_code)) w where length(w) between 3 and 40 and w ~ '[^0-9.:/_-]{2}'
      and ts_lexize(v_stems, w) <> '{}' limit 400)
  )::lib_pub.searched;
end $$;

/* By what a document is narrowed down, each with its group. */
create function lib_pub.facets_of(p_document jsonb, p_at timestamptz) returns text[] language sql immutable parallel safe as $$
  select array_agg(distinct f order by f) from (
    select g || ':' || v from (values ('kind', p_document ->> 'kind'), ('lang', p_document ->> 'lang'), ('licence', nullif(p_document ->> 'licence', '')),
      ('recipe', p_document ->> 'recipeKind'), ('risk', p_document ->> 'risk'), ('severity', p_document ->> 'severity'),
      ('detection', nullif(p_document ->> 'detection', 'unknown')),
      ('year', coalesce(left(p_document #>> '{times,started,at}', 4), to_char(p_at at time zone 'UTC', 'YYYY')))) s(g, v) where v is not null
    union all select 'tag:' || (v #>> '{}') from jsonb_path_query(p_document, '$.tags[*]') v
    union all select 'tech:' || (v #>> '{}') from jsonb_path_query(p_document, '$.tech[*]') v
    union all select 'factor:' || (v #>> '{}') from jsonb_path_query(p_document, '$.factors[*].kind') v) all_of(f) $$;

-- ── From what somebody typed to a query ──

/* One word or quoted phrase, as each language would have it. Empty when no dictionary keeps it. */
create function lib_pub.sought(p_word text) returns tsquery language plpgsql immutable parallel safe as $$
declare
  v_apart text := trim(lib_pub.apart(p_word));
  v_all tsquery := ''::tsquery;
  v_one tsquery;
  v_speech regconfig;
begin
  if p_word like '"%' then
    v_apart := p_word;
  elsif v_apart like '% %' then
    return plainto_tsquery('pg_catalog.simple', v_apart);
  end if;
  foreach v_speech in array array['pg_catalog.simple', 'pg_catalog.english', 'pg_catalog.french', 'pg_catalog.german', 'pg_catalog.dutch', 'pg_catalog.spanish']::regconfig[] loop
    v_one := phraseto_tsquery(v_speech, v_apart);
    if numnode(v_one) > 0 and position(v_one::text in v_all::text) = 0 then v_all := v_all || v_one; end if;
  end loop;
  return v_all;
end $$;

/* Is it a word that says nothing, in English or in the language of who asks? */
create function lib_pub.says_nothing(p_word text, p_lang text) returns boolean language sql immutable parallel safe as $$
  select to_tsvector('pg_catalog.english', p_word) = '' or to_tsvector(lib_pub.speech(p_lang), p_word) = '' $$;

/* What somebody typed, as a query: words, "phrases", -without, OR. Null when nothing is sought by it; never raises. */
create function lib_pub.query_of(p_text text, p_lang text) returns tsquery language plpgsql immutable parallel safe as $$
declare
  v_query tsquery := ''::tsquery;
  v_small tsquery := ''::tsquery;
  v_without tsquery := ''::tsquery;
  v_one tsquery;
  v_or boolean := false;
  v_token text[];
begin
  for v_token in select m from regexp_matches(left(lib_pub.spelled(p_text), 300), '(-?)("[^"]*"|[^\s"]+)', 'g') m limit 16 loop
    v_one := lib_pub.sought(v_token[2]);
    if v_token[2] = 'OR' then v_or := true;
    elsif numnode(v_one) = 0 then continue;
    elsif v_token[1] = '-' then v_without := v_without || v_one;
    elsif lib_pub.says_nothing(v_token[2], p_lang) then v_small := v_small && v_one;
    elsif v_or and numnode(v_query) > 0 then v_query := v_query || v_one; v_or := false;
    else v_query := v_query && v_one; v_or := false;
    end if;
  end loop;
  -- nothing but small words: then they are what is meant
  if numnode(v_query) = 0 then v_query := v_small; end if;
  if numnode(v_query) = 0 then return null; end if;
  return case when numnode(v_without) > 0 then v_query && !! v_without else v_query end;
end $$;

-- ── The index of what is published ──

create table lib_pub.search_doc (
  entry_id uuid primary key references lib_pub.pub_entry (id) on delete cascade,
  /* as lib_pub.facets_of, and ~1 and ~2 on the best hundredth and tenth of all */
  facets text[] not null,
  tsv tsvector not null,
  words text[] not null,
  /* how well it is spoken of and how fresh it is, from 0 to 1000; made anew every night */
  rank smallint not null default 100,
  published_at timestamptz(3) not null
);
-- a search finds what was published just now, and none pays for entries that wait to be sorted in
create index search_doc_text on lib_pub.search_doc using gin (tsv, facets) with (fastupdate = off);
create index search_doc_rank on lib_pub.search_doc (rank desc, published_at desc, entry_id);

/* In how many published documents a word stands. */
create table lib_pub.lexeme_df (word text collate "C" primary key, ndoc int not null);
create index lexeme_df_like on lib_pub.lexeme_df using gin (word gin_trgm_ops) with (fastupdate = off);

create function lib_pub.index_entry() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
    values (new.id, lib_pub.facets_of(new.document, new.published_at) || array['~1', '~2'], v_of.tsv, v_of.words, new.published_at)
    on conflict (entry_id) do update set facets = excluded.facets, tsv = excluded.tsv, words = excluded.words, published_at = excluded.published_at;
  return null;
end $$;
create trigger is_searched after insert or update of document, withdrawn_at, superseded_by, published_at on lib_pub.pub_entry
  for each row execute function lib_pub.index_entry();

/* Keeps the count of words; in their order, so that two who publish at once do not wait for each other in a ring. */
create function lib_pub.count_words() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_old text[] := case when tg_op = 'INSERT' then '{}' else old.words end;
  v_new text[] := case when tg_op = 'DELETE' then '{}' else new.words end;
begin
  insert into lib_pub.lexeme_df as l (word, ndoc)
    select w, n from (select w collate "C" as w, sum(n)::int as n from (
      select distinct w, 1 from unnest(v_new) w union all select distinct w, -1 from unnest(v_old) w) c(w, n) group by 1) s
     where n <> 0 order by w
    on conflict (word) do update set ndoc = l.ndoc + excluded.ndoc;
  -- a word that nobody has published any more is suggested to nobody
  delete from lib_pub.lexeme_df where word = any (v_old) and ndoc <= 0;
  return null;
end $$;
create trigger counts_words after insert or delete or update of words on lib_pub.search_doc
  for each row execute function lib_pub.count_words();

/* All words counted anew. */
create function lib_pub.recount_words() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  lock table lib_pub.lexeme_df in exclusive mode;
  delete from lib_pub.lexeme_df;
  insert into lib_pub.lexeme_df select w collate "C", count(*) from (
    select distinct entry_id, unnest(words) as w from lib_pub.search_doc) s group by 1;
end $$;

/* How well each is spoken of: works and works not, forks, and how fresh it is; and who is of the best. */
create function lib_pub.rank_anew() returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_told text := 'select null::uuid as entry_id, 0 as good, 0 as bad where false';
  v_changed int;
begin
  if to_regclass('lib_pub.works_report') is not null then
    v_told := $q$select entry_id, count(*) filter (where outcome::text <> 'fails') as good, count(*) filter (where outcome::text = 'fails') as bad
      from lib_pub.works_report group by 1$q$;
  end if;
  execute format($q$
    with ranked as (
      select d.entry_id, least(1000, greatest(0, round(100 * ln(1 + coalesce(t.good, 0) + 2 * coalesce(f.n, 0)) - 100 * ln(1 + coalesce(t.bad, 0))
          + case when d.published_at > now() - interval '30 days' then 100 when d.published_at > now() - interval '1 year' then 50 else 0 end)))::smallint as rank,
        d.published_at
        from lib_pub.search_doc d left join (%s) t on t.entry_id = d.entry_id
        left join (select parent_id, count(*) as n from lib_pub.pub_entry where parent_id is not null and withdrawn_at is null group by 1) f on f.parent_id = d.entry_id),
    placed as (select entry_id, rank, row_number() over (order by rank desc, published_at desc, entry_id) as place, count(*) over () as all_of from ranked),
    best as (select entry_id, rank, case when place <= greatest(2000, all_of / 100) then array['~1', '~2']
      when place <= greatest(20000, all_of / 10) then array['~2'] else '{}' end as tier from placed)
    update lib_pub.search_doc d set rank = b.rank, facets = array_remove(array_remove(d.facets, '~1'), '~2') || b.tier
      from best b where b.entry_id = d.entry_id and (d.rank <> b.rank or (d.facets @> array['~1']) <> (b.tier @> array['~1'])
        or (d.facets @> array['~2']) <> (b.tier @> array['~2']))$q$, v_told);
  get diagnostics v_changed = row_count;
  return v_changed;
end $$;

-- ── Searching what is published ──

/* The condition of a search: $1 the query, $2 the facets. */
create function lib_pub.condition(p_query tsquery, p_facets text[]) returns text language sql immutable parallel safe as $$
  select coalesce(nullif(concat_ws(' and ', case when p_query is not null then 'tsv @@ $1' end,
    case when p_facets <> '{}' then 'facets @> $2' end), ''), 'true') $$;

/* Best first, from after a place on: at most 2,000 of the best spoken of are weighed. */
create function lib_pub.search(p_query tsquery, p_facets text[], p_score bigint, p_id uuid, p_limit int)
returns table (id uuid, score bigint) language plpgsql stable rows 20 set enable_seqscan = off set jit = off as $$
declare
  v_tier text;
  v_facets text[];
  v_found int;
begin
  -- a common word: among the best hundredth, or tenth, there are enough
  foreach v_tier in array array['~1', '~2', ''] loop
    v_facets := p_facets || case when v_tier = '' then '{}' else array[v_tier] end;
    exit when v_tier = '';
    execute format('select count(*) from (select from lib_pub.search_doc where %s limit 2000) s', lib_pub.condition(p_query, v_facets))
      into v_found using p_query, v_facets;
    exit when v_found >= 2000;
  end loop;
  return query execute format($q$
    with best as materialized (
      select entry_id, tsv, rank, published_at from lib_pub.search_doc where %s order by rank desc, published_at desc, entry_id limit 2000),
    scored as materialized (
      select entry_id, case when $1 is null then rank * 10000000::bigint + extract(epoch from published_at)::bigint / 1000
        else (1e6 * ts_rank_cd('{0.1, 0.3, 0.6, 1}', tsv, $1, 1) * (1 + rank / 500.0))::bigint end as score from best)
    select entry_id, score from scored where $3 is null or (score, entry_id) < ($3, $4) order by score desc, entry_id desc limit $5$q$,
    lib_pub.condition(p_query, v_facets)) using p_query, v_facets, p_score, p_id, p_limit;
end $$;

/* How many there are in all (facet null) and by facet, among 10,001 at most. */
create function lib_pub.survey(p_query tsquery, p_facets text[]) returns table (facet text, n int)
language plpgsql stable set enable_seqscan = off set jit = off as $$
begin
  return query execute format($q$
    with hits as materialized (select facets from lib_pub.search_doc where %s %s limit 10001),
    counted as (select f, count(*)::int as n from hits, unnest(facets) f where f not like '~%%' group by f)
    select null::text, count(*)::int from hits
    union all (select f, c.n from (select f, c.n, row_number() over (partition by split_part(f, ':', 1) order by c.n desc, f) as place from counted c) c
      where place <= 12 order by c.n desc, f)$q$,
    lib_pub.condition(p_query, p_facets), case when lib_pub.condition(p_query, p_facets) = 'true' then 'order by rank desc, published_at desc, entry_id' end)
    using p_query, p_facets;
end $$;

/* What a result shows of its document: two pieces of its text in which what is sought stands, between U+E000 and U+E001. */
create function lib_pub.shown(p_document jsonb, p_query tsquery)
returns table (title text, summary text, lang text, tags text[], passage text) language sql immutable parallel safe as $$
  select p_document ->> 'title', left(p_document ->> 'summary', 300), coalesce(p_document ->> 'lang', 'en'),
    array(select v #>> '{}' from jsonb_path_query(p_document, '$.tags[*]') v limit 6),
    case when p_query is null then '' else ts_headline(lib_pub.speech(p_document ->> 'lang'),
      translate(left(lib_pub.prose_of(p_document), 12000), U&'\E000\E001', ''), p_query,
      U&'StartSel=\E000, StopSel=\E001, MaxFragments=2, MaxWords=18, MinWords=6, FragmentDelimiter=" … "') end $$;

/* Words that go on like this, the most used first. */
create function lib_pub.go_on(p_start text, p_limit int) returns table (word text) language sql stable set enable_seqscan = off as $$
  select l.word from lib_pub.lexeme_df l
   where l.word collate "C" like replace(replace(replace(lower(p_start), '\', '\\'), '%', '\%'), '_', '\_') || '%' and length(p_start) > 1
   order by l.ndoc desc, l.word limit p_limit $$;

/* The word that somebody may have meant: of the published ones; null for one that is known. */
create function lib_pub.meant(p_word text) returns text language plpgsql stable set enable_seqscan = off as $$
declare
  v_word text := lower(p_word);
begin
  if length(v_word) not between 4 and 60 or exists (select from lib_pub.lexeme_df where word = v_word) then return null; end if;
  return (select word from (select word, ndoc, similarity(word, v_word) as alike from lib_pub.lexeme_df where word % v_word) s
    where alike >= 0.4 order by round(alike::numeric, 1) desc, ndoc desc, alike desc, word limit 1);
end $$;

/* The rarest of these words that so many documents have at least: at most ten, and not too many documents together. */
create function lib_pub.telling(p_words text[], p_least int) returns text[] language sql stable set enable_seqscan = off as $$
  select coalesce(array_agg(word), '{}') from (
    select word, ndoc, sum(ndoc) over (order by ndoc, word) as together, row_number() over (order by ndoc, word) as place
      from lib_pub.lexeme_df where word = any (p_words) and ndoc between p_least and 20000) s
   where place <= 10 and (together <= 5000 or place = 1) $$;

create function lib_pub.any_of(p_words text[]) returns tsquery language plpgsql immutable as $$
declare
  v_query tsquery := ''::tsquery;
  v_word text;
begin
  foreach v_word in array p_words loop v_query := v_query || plainto_tsquery('pg_catalog.simple', v_word); end loop;
  return v_query;
end $$;

/* Published ones that share telling words with these, and which: the more and the rarer, the more alike. */
create function lib_pub.alike(p_words text[], p_not uuid, p_limit int) returns table (id uuid, shared text[])
language plpgsql stable rows 5 set enable_seqscan = off set jit = off as $$
declare
  v_telling text[] := lib_pub.telling(p_words, case when p_not is null then 1 else 2 end);
begin
  if v_telling = '{}' then return; end if;
  return query execute $q$
    with near as materialized (select entry_id, words from lib_pub.search_doc where tsv @@ $1 limit 20000),
    weight as materialized (select word, 1 / ln(2 + ndoc) as weight from lib_pub.lexeme_df where word = any ($2)),
    held as (select entry_id, w.word, w.weight from near cross join unnest(near.words) v join weight w on w.word = v where entry_id is distinct from $3)
    select entry_id, array_agg(word order by weight desc, word) from held group by entry_id having count(*) >= 2
     order by sum(weight) desc, entry_id limit $4$q$ using lib_pub.any_of(v_telling), v_telling, p_not, p_limit;
end $$;

-- ── The index of what is not published ──

create table lib_priv.search_doc (
  space_id int not null,
  entry_id uuid not null,
  facets text[] not null,
  tsv tsvector not null,
  words text[] not null,
  updated_at timestamptz(3) not null,
  primary key (space_id, entry_id),
  foreign key (space_id, entry_id) references lib_priv.entry (space_id, id) on delete cascade
);
create index search_doc_space on lib_priv.search_doc (space_id);
select lib_priv.lock_to_space('lib_priv.search_doc');

create function lib_priv.index_entry() returns trigger language plpgsql as $$
declare
  v_of lib_pub.searched;
begin
  if new.deleted_at is not null then
    delete from lib_priv.search_doc where space_id = new.space_id and entry_id = new.id;
    return null;
  end if;
  v_of := lib_pub.searched_of(new.document);
  insert into lib_priv.search_doc (space_id, entry_id, facets, tsv, words, updated_at)
    values (new.space_id, new.id, lib_pub.facets_of(new.document, new.created_at) || ('status:' || new.status), v_of.tsv, v_of.words, new.updated_at)
    on conflict (space_id, entry_id) do update
      set facets = excluded.facets, tsv = excluded.tsv, words = excluded.words, updated_at = excluded.updated_at;
  return null;
end $$;
create trigger is_searched after insert or update of document, status, deleted_at, updated_at on lib_priv.entry
  for each row execute function lib_priv.index_entry();

/* As lib_pub.search, in the entered spaces: the newest 2,000 that match are weighed. */
create function lib_priv.search(p_query tsquery, p_facets text[], p_score bigint, p_id uuid, p_limit int)
returns table (space_id int, id uuid, score bigint) language plpgsql stable rows 20 set enable_seqscan = off set jit = off as $$
begin
  return query execute format($q$
    with best as materialized (
      select d.space_id, entry_id, tsv, updated_at from lib_priv.search_doc d where %s order by updated_at desc limit 2000),
    scored as materialized (
      select b.space_id, entry_id, case when $1 is null then extract(epoch from updated_at)::bigint
        else (1e6 * ts_rank_cd('{0.1, 0.3, 0.6, 1}', tsv, $1, 1) * 1.2)::bigint end as score from best b)
    select s.space_id, entry_id, score from scored s where $3 is null or (score, entry_id) < ($3, $4) order by score desc, entry_id desc limit $5$q$,
    lib_pub.condition(p_query, p_facets)) using p_query, p_facets, p_score, p_id, p_limit;
end $$;

create function lib_priv.survey(p_query tsquery, p_facets text[]) returns table (facet text, n int)
language plpgsql stable set enable_seqscan = off set jit = off as $$
begin
  return query execute format($q$
    with hits as materialized (select facets from lib_priv.search_doc where %s limit 10001)
    select null::text, count(*)::int from hits
    union all (select f, count(*)::int from hits, unnest(facets) f group by f order by 2 desc, 1 limit 120)$q$,
    lib_pub.condition(p_query, p_facets)) using p_query, p_facets;
end $$;

/* As lib_pub.alike, in the entered spaces; how rare a word is is judged by what is published alone. */
create function lib_priv.alike(p_words text[], p_not uuid, p_limit int) returns table (space_id int, id uuid, shared text[])
language sql stable rows 5 set enable_seqscan = off set jit = off as $$
  with known as materialized (select word, ndoc from lib_pub.lexeme_df where word = any (p_words)),
  held as (
    select d.space_id, d.entry_id, w, 1 / ln(2 + coalesce(k.ndoc, 0)) as weight
      from lib_priv.search_doc d cross join unnest(d.words) w left join known k on k.word = w
     where w = any (p_words) and coalesce(k.ndoc, 0) <= 20000 and d.entry_id is distinct from p_not)
  select h.space_id, h.entry_id, (array_agg(w order by weight desc, w))[1:10] from held h group by 1, 2
   having count(*) >= 2 order by sum(weight) desc, 2 limit p_limit $$;

-- ── Searches that are kept ──

create table lib_priv.saved_search (
  space_id int not null references lib_priv.space (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  name text not null,
  sought text not null,
  facets text[] not null,
  created_by_id uuid references "user" (id) on delete set null,
  created_at timestamptz(3) not null default now(),
  primary key (space_id, id)
);
create index saved_search_created_by on lib_priv.saved_search (created_by_id);
select lib_priv.lock_to_space('lib_priv.saved_search');

-- ── Who may call what ──

revoke execute on function lib_pub.spelled, lib_pub.apart, lib_pub.identifiers, lib_pub.speech, lib_pub.texts_at, lib_pub.prose_of,
  lib_pub.names_of, lib_pub.searched_of, lib_pub.facets_of, lib_pub.sought, lib_pub.says_nothing, lib_pub.query_of, lib_pub.condition,
  lib_pub.search, lib_pub.survey, lib_pub.go_on, lib_pub.meant, lib_pub.telling, lib_pub.any_of, lib_pub.alike, lib_pub.shown, lib_pub.index_entry,
  lib_pub.count_words, lib_pub.recount_words, lib_pub.rank_anew, lib_priv.search, lib_priv.survey, lib_priv.alike from public;
grant execute on function lib_pub.spelled, lib_pub.apart, lib_pub.identifiers, lib_pub.speech, lib_pub.texts_at, lib_pub.prose_of,
  lib_pub.names_of, lib_pub.searched_of, lib_pub.facets_of, lib_pub.sought, lib_pub.says_nothing, lib_pub.query_of, lib_pub.condition,
  lib_pub.search, lib_pub.survey, lib_pub.go_on, lib_pub.meant, lib_pub.telling, lib_pub.any_of, lib_pub.alike, lib_pub.shown to lib_reader, app;
grant execute on function lib_priv.search, lib_priv.survey, lib_priv.alike to app;
grant select on lib_pub.search_doc, lib_pub.lexeme_df to lib_reader, app;

-- what there is already
insert into lib_pub.search_doc (entry_id, facets, tsv, words, published_at)
  select e.id, lib_pub.facets_of(e.document, e.published_at) || array['~1', '~2'], s.tsv, s.words, e.published_at
    from lib_pub.pub_entry e, lib_pub.searched_of(e.document) s where e.withdrawn_at is null and e.superseded_by is null;
insert into lib_priv.search_doc (space_id, entry_id, facets, tsv, words, updated_at)
  select e.space_id, e.id, lib_pub.facets_of(e.document, e.created_at) || ('status:' || e.status), s.tsv, s.words, e.updated_at
    from lib_priv.entry e, lib_pub.searched_of(e.document) s where e.deleted_at is null;
