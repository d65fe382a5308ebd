-- AlterTable
ALTER TABLE "lib_pub"."pub_entry" ADD COLUMN     "withdrawn_because" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "lib_priv"."redaction_plan" (
    "space_id" INTEGER NOT NULL,
    "entry_id" UUID NOT NULL,
    "decisions" JSONB NOT NULL DEFAULT '[]',
    "relative" BOOLEAN NOT NULL DEFAULT false,
    "accepted" JSONB NOT NULL DEFAULT '[]',
    "updated_by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "redaction_plan_pkey" PRIMARY KEY ("space_id","entry_id")
);

-- CreateTable
CREATE TABLE "lib_priv"."publication" (
    "space_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "entry_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "changes" TEXT NOT NULL DEFAULT '',
    "document" JSONB NOT NULL,
    "beside" JSONB NOT NULL DEFAULT '{}',
    "sha256" TEXT NOT NULL DEFAULT '',
    "requested_by_id" UUID,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "release_at" TIMESTAMPTZ(3),
    "released_at" TIMESTAMPTZ(3),
    "public_id" UUID,
    "stopped_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "publication_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "lib_pub"."pub_receipt" (
    "entry_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "beside" JSONB NOT NULL DEFAULT '{}',
    "sha256" TEXT NOT NULL,
    "keys" SMALLINT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pub_receipt_pkey" PRIMARY KEY ("entry_id","version")
);

-- CreateIndex
CREATE INDEX "redaction_plan_updated_by_id_idx" ON "lib_priv"."redaction_plan"("updated_by_id");

-- CreateIndex
CREATE INDEX "publication_space_id_entry_id_idx" ON "lib_priv"."publication"("space_id", "entry_id");

-- CreateIndex
CREATE INDEX "publication_requested_by_id_idx" ON "lib_priv"."publication"("requested_by_id");

-- CreateIndex
CREATE INDEX "publication_approved_by_id_idx" ON "lib_priv"."publication"("approved_by_id");

-- AddForeignKey
ALTER TABLE "lib_priv"."redaction_plan" ADD CONSTRAINT "redaction_plan_space_id_entry_id_fkey" FOREIGN KEY ("space_id", "entry_id") REFERENCES "lib_priv"."entry"("space_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."redaction_plan" ADD CONSTRAINT "redaction_plan_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."publication" ADD CONSTRAINT "publication_space_id_entry_id_fkey" FOREIGN KEY ("space_id", "entry_id") REFERENCES "lib_priv"."entry"("space_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."publication" ADD CONSTRAINT "publication_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."publication" ADD CONSTRAINT "publication_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_pub"."pub_receipt" ADD CONSTRAINT "pub_receipt_entry_id_version_fkey" FOREIGN KEY ("entry_id", "version") REFERENCES "lib_pub"."pub_version"("entry_id", "version") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── From confidential to public: two keys, and only here does anything get into lib_pub ──

select lib_priv.lock_to_space(t::regclass) from unnest(array['lib_priv.redaction_plan', 'lib_priv.publication']) t;

/* The app writes down what is asked for, and may stop it. Approving and releasing are the functions below. */
revoke insert, update, delete on lib_priv.publication from app;
grant insert (space_id, id, entry_id, revision, slug, version, changes, document, beside, sha256, requested_by_id, requested_at,
  release_at), update (stopped_at) on lib_priv.publication to app;
grant select on lib_pub.pub_receipt to lib_reader, app;

alter table lib_priv.publication
  add constraint address_of_words check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  add constraint version_of_signs check (version ~ '^[A-Za-z0-9][A-Za-z0-9.+_-]{0,59}$'),
  add constraint approved_before_release check (released_at is null or approved_at is not null);

/* Everything that will be public, as one value: what is signed, and what a receipt can be checked against. */
create function lib_pub.content_of(p_slug text, p_version text, p_changes text, p_document jsonb, p_beside jsonb)
returns jsonb language sql immutable as $$
  select jsonb_build_object('slug', p_slug, 'version', p_version, 'changes', p_changes, 'document', p_document, 'beside', p_beside) $$;

create function lib_priv.seal_publication() returns trigger language plpgsql as $$
begin
  new.sha256 := lib_priv.digest_of(lib_pub.content_of(new.slug, new.version, new.changes, new.document, new.beside));
  new.requested_at := now();
  return new;
end $$;
create trigger sealed before insert on lib_priv.publication for each row execute function lib_priv.seal_publication();

/* Every step is in the audit of the company or event whose space it is; a personal space has no audit, it has one reader. */
create function lib_priv.audit_publication() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  s lib_priv.space;
  v_step text := case
    when tg_op = 'INSERT' then 'requested'
    when new.withdrawn_at is distinct from old.withdrawn_at then 'withdrawn'
    when new.stopped_at is distinct from old.stopped_at then 'stopped'
    when new.released_at is distinct from old.released_at then 'released'
    when new.approved_at is distinct from old.approved_at then 'approved' end;
  v_who uuid := nullif(current_setting('app.publisher', true), '')::uuid;
begin
  select * into s from lib_priv.space where id = new.space_id;
  if v_step is null or s.kind = 'personal' then return null; end if;
  perform append_audit(s.event_id, s.org_id, case when tg_op = 'INSERT' then new.requested_by_id else v_who end,
    'publication.' || v_step, new.entry_id, new.sha256);
  return null;
end $$;
create trigger audited after insert or update on lib_priv.publication for each row execute function lib_priv.audit_publication();

/* Who is about to act, for the audit; what they may do here. */
create function lib_priv.as_publisher(p_space int, p_user uuid) returns lib_priv.space_role language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if not p_space = any (lib_priv.current_spaces()) then
    raise exception 'publishing from a space that was not entered' using errcode = '42501';
  end if;
  perform set_config('app.publisher', p_user::text, true);
  return (select t.role from lib_priv.standing(p_user) t where t.space_id = p_space);
end $$;

/* Copies an approved publication to lib_pub: a new entry, or the next version of the one it became before. */
create function lib_priv.release(p_space int, p_id uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  p lib_priv.publication;
  e lib_priv.entry;
  v_public uuid;
begin
  select * into strict p from lib_priv.publication where space_id = p_space and id = p_id for update;
  select * into strict e from lib_priv.entry where space_id = p_space and id = p.entry_id;
  select o.public_id into v_public from lib_priv.publication o
   where o.space_id = p_space and o.entry_id = p.entry_id and o.public_id is not null and o.withdrawn_at is null limit 1;
  if v_public is null then
    insert into lib_pub.pub_entry (kind, slug, document, licence, credit, version, parent_id, parent_version)
      select e.kind, p.slug, p.document, p.document ->> 'licence', coalesce(p.document ->> 'credit', ''), p.version, f.id,
        case when f.id is not null then e.forked_from_version end
      from (select 1) one left join lib_pub.pub_entry f on f.id = e.forked_from
      returning id into v_public;
  else
    update lib_pub.pub_entry set document = p.document, licence = p.document ->> 'licence',
      credit = coalesce(p.document ->> 'credit', ''), version = p.version where id = v_public;
  end if;
  insert into lib_pub.pub_version (entry_id, version, document, changes) values (v_public, p.version, p.document, p.changes);
  insert into lib_pub.pub_receipt (entry_id, version, beside, sha256, keys, requested_at, approved_at)
    values (v_public, p.version, p.beside, p.sha256, case when p.approved_by_id is distinct from p.requested_by_id then 2 else 1 end,
      p.requested_at, p.approved_at);
  update lib_priv.publication set released_at = now(), public_id = v_public where space_id = p_space and id = p_id;
end $$;

/* The second key: approves exactly what has this digest, and releases it unless it is to wait. Answers why not, or null. */
create function approve_publication(p_space int, p_id uuid, p_user uuid, p_digest text) returns text language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  p lib_priv.publication;
  v_role lib_priv.space_role := lib_priv.as_publisher(p_space, p_user);
begin
  select o.* into p from lib_priv.publication o join lib_priv.entry e on e.space_id = o.space_id and e.id = o.entry_id
   where o.space_id = p_space and o.id = p_id and e.deleted_at is null for update of o;
  if not found or p.approved_at is not null or p.stopped_at is not null then return 'not-found'; end if;
  if v_role is null or v_role < 'approver' then return 'forbidden'; end if;
  if p.requested_by_id = p_user and (select s.kind <> 'personal' from lib_priv.space s where s.id = p_space) then
    return 'second-person-needed';
  end if;
  if p.sha256 <> p_digest then return 'publication-changed'; end if;
  update lib_priv.publication set approved_by_id = p_user, approved_at = now() where space_id = p_space and id = p_id;
  if p.release_at is null or p.release_at <= now() then perform lib_priv.release(p_space, p_id); end if;
  return null;
end $$;

/* Releases what was approved and whose day has come; for the job. What cannot be released waits, and the next is tried. */
create function release_due() returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r record;
  v_count int := 0;
begin
  perform set_config('app.publisher', '', true);
  for r in select o.space_id, o.id from lib_priv.publication o join lib_priv.entry e on e.space_id = o.space_id and e.id = o.entry_id
     where o.approved_at is not null and o.released_at is null and o.stopped_at is null and o.release_at <= now()
       and e.deleted_at is null order by o.release_at for update of o skip locked loop
    begin
      perform lib_priv.release(r.space_id, r.id);
      v_count := v_count + 1;
    exception when unique_violation then null;
    end;
  end loop;
  return v_count;
end $$;
create index publication_due on lib_priv.publication (release_at) where approved_at is not null and released_at is null and stopped_at is null;

/* Takes back what was published from an entry: every version is emptied, the address says that it is gone, and why. One
   key is enough: whoever sees a leak must not look for a second person first. Answers why not, or null. */
create function withdraw_publication(p_space int, p_entry uuid, p_user uuid, p_because text) returns text language plpgsql
security definer set search_path = public, pg_temp as $$
declare
  v_role lib_priv.space_role := lib_priv.as_publisher(p_space, p_user);
  v_public uuid;
begin
  select o.public_id into v_public from lib_priv.publication o
   where o.space_id = p_space and o.entry_id = p_entry and o.public_id is not null and o.withdrawn_at is null limit 1;
  if v_public is null then return 'not-found'; end if;
  if v_role is null or v_role < 'approver' then return 'forbidden'; end if;
  delete from lib_pub.pub_receipt where entry_id = v_public;
  update lib_pub.pub_version set document = jsonb_build_object('kind', document ->> 'kind', 'title', '…'), changes = '',
    yanked_at = coalesce(yanked_at, now()) where entry_id = v_public;
  update lib_pub.pub_entry set document = jsonb_build_object('kind', kind::text, 'title', '…'), credit = '', withdrawn_at = now(),
    withdrawn_because = p_because where id = v_public;
  update lib_priv.publication set withdrawn_at = now() where space_id = p_space and entry_id = p_entry and public_id = v_public;
  return null;
end $$;

/* Says that another published entry takes its place; null: none. Answers why not, or null. */
create function supersede_publication(p_space int, p_entry uuid, p_user uuid, p_by text) returns text language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  v_role lib_priv.space_role := lib_priv.as_publisher(p_space, p_user);
  v_public uuid;
  v_by uuid := (select n.id from lib_pub.pub_entry n where n.slug = p_by and n.withdrawn_at is null);
begin
  select o.public_id into v_public from lib_priv.publication o
   where o.space_id = p_space and o.entry_id = p_entry and o.public_id is not null limit 1;
  if v_public is null then return 'not-found'; end if;
  if v_role is null or v_role < 'approver' then return 'forbidden'; end if;
  if p_by is not null and (v_by is null or v_by = v_public) then return 'no-such-entry'; end if;
  update lib_pub.pub_entry set superseded_by = v_by where id = v_public;
  return null;
end $$;

revoke execute on function lib_priv.seal_publication, lib_priv.audit_publication, lib_priv.as_publisher, lib_priv.release,
  approve_publication, release_due, withdraw_publication, supersede_publication, lib_pub.content_of from public;
grant execute on function approve_publication, release_due, withdraw_publication, supersede_publication to app;
grant execute on function lib_pub.content_of to app, lib_reader;
