-- CreateTable
CREATE TABLE "lib_priv"."proposal" (
    "space_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "entry_id" UUID NOT NULL,
    "base" JSONB NOT NULL,
    "base_version" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "credit" TEXT NOT NULL DEFAULT '',
    "message" TEXT NOT NULL DEFAULT '',
    "proposed_by_id" UUID,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "revision" INTEGER,
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "lib_priv"."works_here" (
    "space_id" INTEGER NOT NULL,
    "entry_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "env_key" TEXT NOT NULL,
    "env" JSONB NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "works_here_pkey" PRIMARY KEY ("space_id","entry_id","version","user_id","env_key")
);

-- CreateTable
CREATE TABLE "lib_pub"."works_report" (
    "entry_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "env_key" TEXT NOT NULL,
    "env" JSONB NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "works_report_pkey" PRIMARY KEY ("entry_id","version","user_id","env_key")
);

-- CreateTable
CREATE TABLE "lib_pub"."production_use" (
    "entry_id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "declared_by_id" UUID,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "shown_at" TIMESTAMPTZ(3),

    CONSTRAINT "production_use_pkey" PRIMARY KEY ("entry_id","org_id")
);

-- CreateTable
CREATE TABLE "rehearsal" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "topic_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "public_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "rehearsal_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "rehearsal_report" (
    "event_id" UUID NOT NULL,
    "rehearsal_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "env" TEXT NOT NULL DEFAULT '',
    "outcome" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rehearsal_report_pkey" PRIMARY KEY ("event_id","rehearsal_id","user_id")
);

-- CreateIndex
CREATE INDEX "proposal_space_id_entry_id_idx" ON "lib_priv"."proposal"("space_id", "entry_id");

-- CreateIndex
CREATE INDEX "proposal_proposed_by_id_idx" ON "lib_priv"."proposal"("proposed_by_id");

-- CreateIndex
CREATE INDEX "proposal_decided_by_id_idx" ON "lib_priv"."proposal"("decided_by_id");

-- CreateIndex
CREATE INDEX "works_here_user_id_idx" ON "lib_priv"."works_here"("user_id");

-- CreateIndex
CREATE INDEX "works_report_user_id_idx" ON "lib_pub"."works_report"("user_id");

-- CreateIndex
CREATE INDEX "production_use_org_id_idx" ON "lib_pub"."production_use"("org_id");

-- CreateIndex
CREATE INDEX "production_use_declared_by_id_idx" ON "lib_pub"."production_use"("declared_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "rehearsal_event_id_topic_id_address_key" ON "rehearsal"("event_id", "topic_id", "address");

-- CreateIndex
CREATE INDEX "rehearsal_report_user_id_idx" ON "rehearsal_report"("user_id");

-- AddForeignKey
ALTER TABLE "lib_priv"."proposal" ADD CONSTRAINT "proposal_space_id_entry_id_fkey" FOREIGN KEY ("space_id", "entry_id") REFERENCES "lib_priv"."entry"("space_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."proposal" ADD CONSTRAINT "proposal_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."proposal" ADD CONSTRAINT "proposal_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."works_here" ADD CONSTRAINT "works_here_space_id_entry_id_fkey" FOREIGN KEY ("space_id", "entry_id") REFERENCES "lib_priv"."entry"("space_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."works_here" ADD CONSTRAINT "works_here_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_pub"."works_report" ADD CONSTRAINT "works_report_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "lib_pub"."pub_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_pub"."works_report" ADD CONSTRAINT "works_report_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_pub"."production_use" ADD CONSTRAINT "production_use_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "lib_pub"."pub_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_pub"."production_use" ADD CONSTRAINT "production_use_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "org"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_pub"."production_use" ADD CONSTRAINT "production_use_declared_by_id_fkey" FOREIGN KEY ("declared_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rehearsal" ADD CONSTRAINT "rehearsal_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rehearsal" ADD CONSTRAINT "rehearsal_event_id_topic_id_fkey" FOREIGN KEY ("event_id", "topic_id") REFERENCES "topic"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rehearsal_report" ADD CONSTRAINT "rehearsal_report_event_id_rehearsal_id_fkey" FOREIGN KEY ("event_id", "rehearsal_id") REFERENCES "rehearsal"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rehearsal_report" ADD CONSTRAINT "rehearsal_report_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;


select lib_priv.lock_to_space(t::regclass) from unnest(array['lib_priv.proposal', 'lib_priv.works_here']) t;
select lock_to_event(t::regclass) from unnest(array['rehearsal', 'rehearsal_report']) t;

alter table lib_priv.works_here add constraint outcome_known check (outcome in ('works', 'works-with-changes', 'fails'));
alter table lib_pub.works_report add constraint outcome_known check (outcome in ('works', 'works-with-changes', 'fails'));
alter table rehearsal_report add constraint outcome_known check (outcome in ('works', 'works-with-changes', 'fails'));

/* A number once released says the same for ever; a number of signs that an address can hold. */
alter table lib_priv.recipe_version add constraint version_of_signs check (version ~ '^[A-Za-z0-9][A-Za-z0-9.+_-]{0,59}$');
create function lib_priv.stays_as_released() returns trigger language plpgsql as $$
begin
  if current_user <> 'app' then return new; end if;
  raise exception 'a released version never changes' using errcode = '42501';
end $$;
create trigger stays before update of document, changes, version, sha256 on lib_priv.recipe_version
  for each row execute function lib_priv.stays_as_released();
revoke delete on lib_priv.recipe_version from app;

-- ── Improvements: from a fork to those who look after what it was forked from ──

/* What was offered stays as it was offered; those of the space decide about it. */
revoke insert, update, delete on lib_priv.proposal from app;
grant update (decided_by_id, decided_at, revision, answer) on lib_priv.proposal to app;

/* Whoever is erased is named by nothing they offered. */
create function lib_priv.forget_proposer() returns trigger language plpgsql as $$
begin
  new.credit := '';
  new.message := '';
  return new;
end $$;
create trigger forget_proposer before update of proposed_by_id on lib_priv.proposal for each row
  when (old.proposed_by_id is not null and new.proposed_by_id is null) execute function lib_priv.forget_proposer();

/* Where a fork came from: what it began as, and the entry that stands behind it, in whichever space that is. */
create function lib_priv.parent_of(p_space int, p_entry uuid)
returns table (base jsonb, base_version text, space_id int, entry_id uuid) language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  e lib_priv.entry;
begin
  select * into e from lib_priv.entry x where x.space_id = p_space and x.id = p_entry and x.deleted_at is null;
  if e.forked_from is null then return; end if;
  return query
    select r.document, e.forked_from_version, r.space_id, r.entry_id
      from lib_priv.entry o join lib_priv.entry_revision r on r.space_id = o.space_id and r.entry_id = o.id
     where o.space_id = p_space and o.id = e.forked_from and o.deleted_at is null and r.no::text = e.forked_from_version;
  if found then return; end if;
  return query
    select v.document, v.version, o.space_id, o.id
      from lib_pub.pub_entry u join lib_pub.pub_version v on v.entry_id = u.id and v.version = e.forked_from_version
      join lib_priv.publication p on p.public_id = u.id and p.withdrawn_at is null
      join lib_priv.entry o on o.space_id = p.space_id and o.id = p.entry_id and o.deleted_at is null
     where u.id = e.forked_from and u.withdrawn_at is null limit 1;
end $$;

/* Offers what a fork has become to those who look after what it was forked from: exactly the document of this digest, and
   nothing else of the space. Answers why not, or null. */
create function offer_improvement(p_space int, p_entry uuid, p_user uuid, p_digest text, p_credit text, p_message text)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  e lib_priv.entry;
  v record;
  v_kind lib_priv.space_kind;
  v_role lib_priv.space_role;
begin
  select s.kind, t.role into v_kind, v_role from lib_priv.standing(p_user) t join lib_priv.space s on s.id = t.space_id
   where t.space_id = p_space and p_space = any (lib_priv.current_spaces());
  select * into e from lib_priv.entry x where x.space_id = p_space and x.id = p_entry and x.deleted_at is null;
  if v_role is null or e.id is null then return 'not-found'; end if;
  select * into v from lib_priv.parent_of(p_space, p_entry);
  if v.entry_id is null then return 'no-parent'; end if;
  -- what leaves a shared space is for somebody to answer for
  if v_role < (case when v.space_id = p_space then 'contributor' else 'approver' end)::lib_priv.space_role then return 'forbidden'; end if;
  if lib_priv.digest_of(e.document) <> p_digest then return 'changed-meanwhile'; end if;
  if e.document = v.base then return 'nothing-new'; end if;
  perform pg_advisory_xact_lock(hashtextextended('proposals of ' || p_user, 0));
  if (select count(*) from lib_priv.proposal p where p.proposed_by_id = p_user and p.decided_at is null) >= 20 then
    return 'too-many-proposals';
  end if;
  if exists (select from lib_priv.proposal p where p.space_id = v.space_id and p.entry_id = v.entry_id
      and p.proposed_by_id = p_user and p.decided_at is null and p.document = e.document) then return 'offered-already'; end if;
  insert into lib_priv.proposal (space_id, entry_id, base, base_version, document, credit, message, proposed_by_id)
    values (v.space_id, v.entry_id, v.base, v.base_version, e.document, p_credit, p_message, p_user);
  return null;
end $$;

/* What became of what a person offered from this fork: nothing about where it went. */
create function offers_from(p_space int, p_entry uuid, p_user uuid)
returns table (id uuid, proposed_at timestamptz, decided_at timestamptz, merged boolean, answer text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.proposed_at, p.decided_at, p.revision is not null, p.answer
    from lib_priv.parent_of(p_space, p_entry) o join lib_priv.proposal p on p.space_id = o.space_id and p.entry_id = o.entry_id
   where p.proposed_by_id = p_user and p_space = any (lib_priv.current_spaces()) order by p.proposed_at desc limit 50 $$;

/* What a fork began from, for whoever may read the fork: it was public, or of the same space. */
create function begun_from(p_space int, p_entry uuid) returns table (base jsonb, base_version text, is_public boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.base, o.base_version, o.space_id <> p_space or exists (select from lib_priv.entry e join lib_pub.pub_entry u on u.id = e.forked_from
      where e.space_id = p_space and e.id = p_entry)
    from lib_priv.parent_of(p_space, p_entry) o where p_space = any (lib_priv.current_spaces()) $$;

-- ── Does it work: said by anybody with an account, read by everybody, and by whom it was said is read by nobody ──

grant select (entry_id, version, env_key, env, outcome, note, at) on lib_pub.works_report to lib_reader, app;

create function lib_pub.is_released(p_entry uuid, p_version text) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select exists (select from lib_pub.pub_entry u join lib_pub.pub_version v on v.entry_id = u.id
    where u.id = p_entry and u.kind = 'recipe' and u.withdrawn_at is null and v.version = p_version and v.yanked_at is null) $$;

/* Says for one person how a published version went in one environment; said again, it replaces what they said before.
   Without an outcome it is taken back. Answers why not, or null. */
create function report_works(p_user uuid, p_entry uuid, p_version text, p_env_key text, p_env jsonb, p_outcome text, p_note text)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not lib_pub.is_released(p_entry, p_version) then return 'not-found'; end if;
  if not exists (select from "user" u where u.id = p_user) then return 'not-signed-in'; end if;
  if p_outcome is null then
    delete from lib_pub.works_report w where w.entry_id = p_entry and w.version = p_version and w.user_id = p_user and w.env_key = p_env_key;
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('reports of ' || p_user, 0));
  if (select count(*) from lib_pub.works_report w where w.user_id = p_user and w.at > now() - interval '1 day') >= 100 then
    return 'too-many-reports';
  end if;
  insert into lib_pub.works_report as w (entry_id, version, user_id, env_key, env, outcome, note)
    values (p_entry, p_version, p_user, p_env_key, p_env, p_outcome, p_note)
    on conflict (entry_id, version, user_id, env_key) do update
      set env = excluded.env, outcome = excluded.outcome, note = excluded.note, at = now();
  return null;
end $$;

/* A person's own reports of one published recipe. */
create function own_reports(p_user uuid, p_entry uuid)
returns table (version text, env_key text, outcome text, at timestamptz) language sql stable security definer
set search_path = public, pg_temp as $$
  select w.version, w.env_key, w.outcome, w.at from lib_pub.works_report w
   where w.user_id = p_user and w.entry_id = p_entry order by w.at desc $$;

-- ── Used in production by: checked against membership, shown when the company says so ──

create function used_by(p_entry uuid) returns table (name text, version text, since timestamptz) language sql stable security definer
set search_path = public, pg_temp as $$
  select o.name, p.version, p.since from lib_pub.production_use p join org o on o.id = p.org_id
    join lib_pub.pub_entry u on u.id = p.entry_id and u.withdrawn_at is null
   where p.entry_id = p_entry and p.shown_at is not null order by p.since, o.name limit 500 $$;

/* The companies of a person, and what they say about one published recipe. */
create function own_companies_use(p_user uuid, p_entry uuid)
returns table (org_id uuid, name text, is_owner boolean, version text, is_shown boolean) language sql stable security definer
set search_path = public, pg_temp as $$
  select o.id, o.name, m.role = 'owner', p.version, p.shown_at is not null
    from org_member m join org o on o.id = m.org_id
    left join lib_pub.production_use p on p.org_id = o.id and p.entry_id = p_entry
   where m.user_id = p_user and counts_in_org(m.org_id, p_user) order by o.name, o.id $$;

/* A member says that their company runs it, or no longer; an owner says whether that is shown. Answers why not, or null. */
create function declare_use(p_user uuid, p_entry uuid, p_org uuid, p_version text, p_says text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_role text;
begin
  select m.role::text into v_role from org_member m
   where m.org_id = p_org and m.user_id = p_user and counts_in_org(m.org_id, p_user);
  if v_role is null then return 'not-found'; end if;
  if p_says = 'ended' then
    delete from lib_pub.production_use p where p.entry_id = p_entry and p.org_id = p_org;
    return null;
  end if;
  if p_says = 'used' then
    if not lib_pub.is_released(p_entry, p_version) then return 'not-found'; end if;
    insert into lib_pub.production_use as p (entry_id, org_id, version, declared_by_id) values (p_entry, p_org, p_version, p_user)
      on conflict (entry_id, org_id) do update set version = excluded.version;
    return null;
  end if;
  if v_role <> 'owner' then return 'forbidden'; end if;
  update lib_pub.production_use p set shown_at = case when p_says = 'shown' then now() end where p.entry_id = p_entry and p.org_id = p_org;
  return null;
end $$;

revoke execute on function lib_priv.parent_of, lib_priv.stays_as_released, lib_priv.forget_proposer, lib_pub.is_released,
  offer_improvement, offers_from, begun_from, report_works, own_reports, used_by, own_companies_use, declare_use from public;
grant execute on function offer_improvement, offers_from, begun_from, report_works, own_reports, used_by, own_companies_use,
  declare_use to app;
grant execute on function used_by to lib_reader;
