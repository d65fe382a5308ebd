-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "lib_priv";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "lib_pub";

-- CreateEnum
CREATE TYPE "lib_priv"."space_kind" AS ENUM ('personal', 'event', 'org');

-- CreateEnum
CREATE TYPE "lib_priv"."space_role" AS ENUM ('reader', 'contributor', 'editor', 'approver', 'owner');

-- CreateEnum
CREATE TYPE "lib_priv"."entry_sort" AS ENUM ('recipe', 'postmortem');

-- CreateEnum
CREATE TYPE "lib_priv"."entry_status" AS ENUM ('draft', 'review', 'final', 'archived');

-- CreateEnum
CREATE TYPE "lib_priv"."revision_kind" AS ENUM ('edit', 'import', 'restore', 'merge', 'redact');

-- CreateTable
CREATE TABLE "lib_priv"."space" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL DEFAULT replace(gen_random_uuid()::text, '-', ''),
    "kind" "lib_priv"."space_kind" NOT NULL,
    "user_id" UUID,
    "event_id" UUID,
    "org_id" UUID,
    "default_licence" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "space_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lib_priv"."space_member" (
    "space_id" INTEGER NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "lib_priv"."space_role" NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "space_member_pkey" PRIMARY KEY ("space_id","user_id")
);

-- CreateTable
CREATE TABLE "lib_priv"."entry" (
    "space_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "lib_priv"."entry_sort" NOT NULL,
    "status" "lib_priv"."entry_status" NOT NULL DEFAULT 'draft',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "document" JSONB NOT NULL,
    "forked_from" UUID,
    "forked_from_version" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "entry_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "lib_priv"."entry_revision" (
    "space_id" INTEGER NOT NULL,
    "entry_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "kind" "lib_priv"."revision_kind" NOT NULL DEFAULT 'edit',
    "document" JSONB NOT NULL,
    "sha256" TEXT NOT NULL DEFAULT '',
    "message" TEXT NOT NULL DEFAULT '',
    "author_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entry_revision_pkey" PRIMARY KEY ("space_id","entry_id","no")
);

-- CreateTable
CREATE TABLE "lib_priv"."recipe_version" (
    "space_id" INTEGER NOT NULL,
    "entry_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "sha256" TEXT NOT NULL DEFAULT '',
    "changes" TEXT NOT NULL DEFAULT '',
    "released_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "released_by_id" UUID,
    "yanked_at" TIMESTAMPTZ(3),

    CONSTRAINT "recipe_version_pkey" PRIMARY KEY ("space_id","entry_id","version")
);

-- CreateTable
CREATE TABLE "lib_priv"."entry_topic" (
    "space_id" INTEGER NOT NULL,
    "entry_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "relation" TEXT NOT NULL,

    CONSTRAINT "entry_topic_pkey" PRIMARY KEY ("space_id","entry_id","event_id","topic_id","relation")
);

-- CreateTable
CREATE TABLE "lib_pub"."pub_entry" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "lib_priv"."entry_sort" NOT NULL,
    "slug" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "licence" TEXT NOT NULL,
    "credit" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "parent_id" UUID,
    "parent_version" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),
    "superseded_by" UUID,

    CONSTRAINT "pub_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lib_pub"."pub_version" (
    "entry_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "sha256" TEXT NOT NULL DEFAULT '',
    "changes" TEXT NOT NULL DEFAULT '',
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "yanked_at" TIMESTAMPTZ(3),

    CONSTRAINT "pub_version_pkey" PRIMARY KEY ("entry_id","version")
);

-- CreateIndex
CREATE UNIQUE INDEX "space_slug_key" ON "lib_priv"."space"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "space_user_id_key" ON "lib_priv"."space"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "space_event_id_key" ON "lib_priv"."space"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "space_org_id_key" ON "lib_priv"."space"("org_id");

-- CreateIndex
CREATE INDEX "space_member_user_id_idx" ON "lib_priv"."space_member"("user_id");

-- CreateIndex
CREATE INDEX "entry_space_id_updated_at_idx" ON "lib_priv"."entry"("space_id", "updated_at" DESC);

-- CreateIndex
CREATE INDEX "entry_created_by_id_idx" ON "lib_priv"."entry"("created_by_id");

-- CreateIndex
CREATE INDEX "entry_revision_author_id_idx" ON "lib_priv"."entry_revision"("author_id");

-- CreateIndex
CREATE INDEX "recipe_version_released_by_id_idx" ON "lib_priv"."recipe_version"("released_by_id");

-- CreateIndex
CREATE INDEX "entry_topic_event_id_topic_id_idx" ON "lib_priv"."entry_topic"("event_id", "topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "pub_entry_slug_key" ON "lib_pub"."pub_entry"("slug");

-- CreateIndex
CREATE INDEX "pub_entry_parent_id_idx" ON "lib_pub"."pub_entry"("parent_id");

-- CreateIndex
CREATE INDEX "pub_entry_published_at_idx" ON "lib_pub"."pub_entry"("published_at" DESC);

-- AddForeignKey
ALTER TABLE "lib_priv"."space" ADD CONSTRAINT "space_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."space" ADD CONSTRAINT "space_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."space" ADD CONSTRAINT "space_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "org"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."space_member" ADD CONSTRAINT "space_member_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "lib_priv"."space"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."space_member" ADD CONSTRAINT "space_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."entry" ADD CONSTRAINT "entry_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "lib_priv"."space"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."entry" ADD CONSTRAINT "entry_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."entry_revision" ADD CONSTRAINT "entry_revision_space_id_entry_id_fkey" FOREIGN KEY ("space_id", "entry_id") REFERENCES "lib_priv"."entry"("space_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."entry_revision" ADD CONSTRAINT "entry_revision_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."recipe_version" ADD CONSTRAINT "recipe_version_space_id_entry_id_fkey" FOREIGN KEY ("space_id", "entry_id") REFERENCES "lib_priv"."entry"("space_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."recipe_version" ADD CONSTRAINT "recipe_version_released_by_id_fkey" FOREIGN KEY ("released_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."entry_topic" ADD CONSTRAINT "entry_topic_space_id_entry_id_fkey" FOREIGN KEY ("space_id", "entry_id") REFERENCES "lib_priv"."entry"("space_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."entry_topic" ADD CONSTRAINT "entry_topic_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."entry_topic" ADD CONSTRAINT "entry_topic_event_id_topic_id_fkey" FOREIGN KEY ("event_id", "topic_id") REFERENCES "topic"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_pub"."pub_entry" ADD CONSTRAINT "pub_entry_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "lib_pub"."pub_entry"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_pub"."pub_version" ADD CONSTRAINT "pub_version_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "lib_pub"."pub_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── Who gets to the library, and to what of it ──

/* Who reads only what is published: pages for everybody put on this role, which knows nothing of lib_priv. */
do $$ begin
  if not exists (select from pg_roles where rolname = 'lib_reader') then
    create role lib_reader nologin nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
grant lib_reader to app;
grant usage on schema lib_pub to lib_reader, app;
grant usage on schema lib_priv to app;

alter table lib_priv.space add constraint space_of_one check (case kind
  when 'personal' then user_id is not null and event_id is null and org_id is null
  when 'event' then event_id is not null and user_id is null and org_id is null
  when 'org' then org_id is not null and user_id is null and event_id is null end);

/* The spaces this transaction has entered; none outside the door. Malformed raises. */
create function lib_priv.current_spaces() returns int[] language sql stable as
$$ select coalesce(nullif(current_setting('app.spaces', true), '')::int[], '{}') $$;

/* Locks a table to the entered spaces. Every table of lib_priv with a space_id calls this once. */
create function lib_priv.lock_to_space(p_table regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('alter table %s force row level security', p_table);
  execute format('create policy within_space on %s to app
    using (space_id = any ((select lib_priv.current_spaces())::int[]))
    with check (space_id = any ((select lib_priv.current_spaces())::int[]))', p_table);
  execute format('create policy for_the_door on %s to current_user using (true) with check (true)', p_table);
  execute format('grant select, insert, update, delete on %s to app', p_table);
end $$;

select lib_priv.lock_to_space(t::regclass) from unnest(array['lib_priv.space_member', 'lib_priv.entry',
  'lib_priv.entry_revision', 'lib_priv.recipe_version', 'lib_priv.entry_topic']) t;

alter table lib_priv.space enable row level security;
alter table lib_priv.space force row level security;
create policy within_space on lib_priv.space to app using (id = any ((select lib_priv.current_spaces())::int[]))
  with check (id = any ((select lib_priv.current_spaces())::int[]));
create policy for_the_door on lib_priv.space to current_user using (true) with check (true);
grant select, update (default_licence) on lib_priv.space to app;

-- what was said once stays said
revoke update on lib_priv.entry_revision, lib_priv.recipe_version from app;
grant update (yanked_at) on lib_priv.recipe_version to app;

/* The digest of exactly this document, in hex: jsonb has one way to write a value. */
create function lib_priv.digest_of(p_document jsonb) returns text language sql immutable as
$$ select encode(sha256(convert_to(p_document::text, 'UTF8')), 'hex') $$;

create function lib_priv.digest() returns trigger language plpgsql as $$
begin
  new.sha256 := lib_priv.digest_of(new.document);
  return new;
end $$;
create trigger digest before insert or update of document on lib_priv.entry_revision for each row execute function lib_priv.digest();
create trigger digest before insert or update of document on lib_priv.recipe_version for each row execute function lib_priv.digest();
create trigger digest before insert or update of document on lib_pub.pub_version for each row execute function lib_priv.digest();

/* Everything a person may do in spaces, by their standing where the space belongs: their own, an event they are in, a
   company they count in. A right of its own (space_member) counts for as long as that standing lasts, and no longer. */
create function lib_priv.standing(p_user uuid) returns table (space_id int, role lib_priv.space_role)
language sql stable security definer set search_path = public, pg_temp as $$
  with base as (
    select s.id, 'owner'::lib_priv.space_role as role from lib_priv.space s where s.user_id = p_user
    union all
    select s.id, case m.role when 'host' then 'owner' when 'facilitator' then 'editor' else 'contributor' end::lib_priv.space_role
      from member m join event e on e.id = m.event_id join lib_priv.space s on s.event_id = m.event_id
     where m.user_id = p_user and counts_in_event(e.org_id, e.visibility, p_user)
    union all
    select s.id, case m.role when 'owner' then 'owner' else 'contributor' end::lib_priv.space_role
      from org_member m join lib_priv.space s on s.org_id = m.org_id
     where m.user_id = p_user and counts_in_org(m.org_id, p_user))
  select b.id, greatest(b.role, x.role) from base b
    left join lib_priv.space_member x on x.space_id = b.id and x.user_id = p_user
      and (x.expires_at is null or x.expires_at > now()) $$;

/* Enters one space, or finds nothing. */
create function enter_space(p_slug text, p_user uuid)
returns table (id int, role lib_priv.space_role) language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.spaces', '', true);
  select s.id, t.role into enter_space.id, enter_space.role
    from lib_priv.space s join lib_priv.standing(p_user) t on t.space_id = s.id where s.slug = p_slug;
  if found then
    perform set_config('app.spaces', array[enter_space.id]::text, true);
    return next;
  end if;
end $$;

/* Enters all spaces of a person at once, to look for something in them; a stranger has none. */
create function enter_spaces(p_user uuid)
returns table (id int, slug text, kind lib_priv.space_kind, role lib_priv.space_role, name text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_ids int[];
begin
  select coalesce(array_agg(space_id), '{}') into v_ids from lib_priv.standing(p_user);
  perform set_config('app.spaces', v_ids::text, true);
  return query select s.id, s.slug, s.kind, t.role, coalesce(e.name, o.name)
    from lib_priv.standing(p_user) t join lib_priv.space s on s.id = t.space_id
    left join event e on e.id = s.event_id left join org o on o.id = s.org_id
   order by s.kind, coalesce(e.name, o.name), s.id;
end $$;

/* What the entered spaces are called: a personal one by nothing, it is the reader's own. */
create function space_name(p_space int) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(e.name, o.name) from lib_priv.space s
    left join event e on e.id = s.event_id left join org o on o.id = s.org_id
   where s.id = p_space and s.id = any (lib_priv.current_spaces()) $$;

/* A person's own space; made when it is first wanted. */
create function personal_space(p_user uuid) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_slug text;
begin
  insert into lib_priv.space (kind, user_id) select 'personal', u.id from "user" u where u.id = p_user
    on conflict (user_id) do nothing;
  select s.slug into v_slug from lib_priv.space s where s.user_id = p_user;
  return v_slug;
end $$;

/* Every event and every company has a space from its first moment. */
create function lib_priv.give_space() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'event' then insert into lib_priv.space (kind, event_id) values ('event', new.id);
  else insert into lib_priv.space (kind, org_id) values ('org', new.id); end if;
  return null;
end $$;
create trigger event_has_a_space after insert on event for each row execute function lib_priv.give_space();
create trigger org_has_a_space after insert on org for each row execute function lib_priv.give_space();
insert into lib_priv.space (kind, event_id) select 'event', id from event;
insert into lib_priv.space (kind, org_id) select 'org', id from org;

-- what is published: read by everybody, written by the owner's own functions only
grant select on lib_pub.pub_entry, lib_pub.pub_version to lib_reader, app;
grant usage, select on all sequences in schema lib_priv to app;

-- ── Erasure and a person's own data know tables outside `public` too ──

create or replace function person_references(p_target regclass) returns table (tab text, col text, is_own boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.oid::regclass::text, a.attname::text, k.confdeltype = 'c'
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
     and a.attname not in ('event_id', 'org_id', 'space_id')
   where k.contype = 'f' and k.confrelid = p_target order by 1, 2 $$;

/* As in 0018. */
create or replace function data_of(p_user uuid) returns jsonb language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  r record;
  v_rows jsonb;
  v_all jsonb;
begin
  select jsonb_build_object('user', row_to_read(to_jsonb(u))) into v_all from "user" u where u.id = p_user;
  for r in select * from person_references('"user"') where tab not in ('audit_actor', 'purge_receipt_holder') loop
    execute format('select jsonb_agg(row_to_read(to_jsonb(t))) from %s t where t.%I = $1', r.tab, r.col) into v_rows using p_user;
    if v_rows is not null then v_all := v_all || jsonb_build_object(r.tab, v_rows); end if;
  end loop;
  for r in select * from person_references('member') loop
    execute format('select jsonb_agg(row_to_read(to_jsonb(t))) from %I t join member m on m.event_id = t.event_id and m.id = t.%I
      where m.user_id = $1', r.tab, r.col) into v_rows using p_user;
    if v_rows is not null then
      v_all := v_all || jsonb_build_object(r.tab || case when r.tab in ('topic', 'merge') then ' as ' || r.col else '' end, v_rows);
    end if;
  end loop;
  select jsonb_agg(jsonb_build_object('id', e.id, 'name', e.name, 'slug', e.slug) order by e.starts_on) into v_rows
    from event e join member m on m.event_id = e.id where m.user_id = p_user;
  return v_all || jsonb_build_object('event', coalesce(v_rows, '[]'),
    'audit', coalesce((select jsonb_agg(jsonb_build_object('at', a.at, 'action', a.action, 'event_id', a.event_id) order by a.id)
      from audit a join audit_actor w on w.chain_id = a.chain_id and w.id = a.actor_id where w.user_id = p_user), '[]'));
end $$;

/* As in 0018, for a table of any schema. */
create or replace function redact(p_table text, p_words text[], p_events uuid[]) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  v_column record;
  v_word text;
  v_pattern text;
begin
  foreach v_word in array p_words loop
    v_pattern := '(?<![[:alnum:]])' || regexp_replace(v_word, '([^[:alnum:][:space:]])', '\\\1', 'g') || '(?![[:alnum:]])';
    for v_column in
      select a.attname, format_type(a.atttypid, null) as type from pg_attribute a
       where a.attrelid = p_table::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
         and format_type(a.atttypid, null) in ('text', 'character varying', 'json', 'jsonb') loop
      execute format('update %s set %I = regexp_replace(%I::text, $1, $2, $3)::%s where %I::text ~* $1 %s', p_table,
        v_column.attname, v_column.attname, v_column.type, v_column.attname,
        case when p_events is null then '' else 'and event_id = any ($4)' end) using v_pattern, '…', 'gi', p_events;
    end loop;
  end loop;
end $$;

/* Their name in what they wrote in the library, which stays: it is the company's, or the event's. */
create function redact_library(p_user uuid, p_words text[]) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  v_word text;
  v_pattern text;
begin
  foreach v_word in array p_words loop
    v_pattern := '(?<![[:alnum:]])' || regexp_replace(v_word, '([^[:alnum:][:space:]])', '\\\1', 'g') || '(?![[:alnum:]])';
    update lib_priv.entry_revision r set document = regexp_replace(document::text, v_pattern, '…', 'gi')::jsonb,
        message = regexp_replace(message, v_pattern, '…', 'gi')
     where r.author_id = p_user and (document::text ~* v_pattern or message ~* v_pattern);
    update lib_priv.entry e set document = regexp_replace(document::text, v_pattern, '…', 'gi')::jsonb
     where document::text ~* v_pattern and exists (select from lib_priv.entry_revision r
       where r.space_id = e.space_id and r.entry_id = e.id and r.author_id = p_user);
    update lib_priv.recipe_version v set document = regexp_replace(document::text, v_pattern, '…', 'gi')::jsonb
     where released_by_id = p_user and document::text ~* v_pattern;
  end loop;
end $$;

/* As in 0018, and in the library. */
create or replace function erase_person(p_user uuid) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r record;
  u "user";
  v_words text[];
  v_table text;
begin
  select * into u from "user" where id = p_user;
  if bar_to_erasure(p_user) is not null then return bar_to_erasure(p_user); end if;
  -- chains in one order, before the rows that chaining looks at
  perform pg_advisory_xact_lock(hashtextextended('audit ' || chain_id, 0))
    from (select chain_id from audit_actor where user_id = p_user order by chain_id) c;
  select coalesce(array_agg(distinct w), '{}') into v_words from (
    select trim(m.name) as w from member m where m.user_id = p_user and not m.name_is_made_up
    union select trim(m.name) from org_member m where m.user_id = p_user union select trim(u.name)) n where length(w) > 2;
  for r in select m.event_id, m.id from member m where m.user_id = p_user
     union select m.event_id, m.member_id from removal m where m.user_id = p_user order by 1 loop
    perform set_config('app.event_id', r.event_id::text, true);
    perform leave_lead(r.event_id, p_user);
    perform erase_member(r.event_id, r.id, v_words);
    perform commit_changes(array['member.erased'], array[null::uuid], null);
  end loop;
  perform set_config('app.event_id', '', true);
  perform redact_library(p_user, v_words);
  delete from "user" where id = p_user;
  if u.email is null then return null; end if;
  delete from verification_token where lower(identifier) = lower(u.email);
  delete from org_invitation where lower(email) = lower(u.email);
  delete from invitation where lower(email) = lower(u.email);
  for v_table in select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'lib_priv', 'lib_pub') and c.relkind in ('r', 'p')
      and c.relname not in ('audit', 'user', '_prisma_migrations') loop
    perform redact(v_table, array[u.email], null);
  end loop;
  return null;
end $$;

revoke execute on function lib_priv.lock_to_space, lib_priv.standing, lib_priv.give_space, enter_space, enter_spaces, space_name,
  personal_space, redact_library from public;
grant execute on function enter_space, enter_spaces, space_name, personal_space to app;
grant execute on function lib_priv.current_spaces, lib_priv.digest_of to app;
