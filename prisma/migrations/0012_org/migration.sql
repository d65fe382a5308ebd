-- CreateEnum
CREATE TYPE "OrgRole" AS ENUM ('member', 'owner');

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "open_to_org" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "org_id" UUID;

-- AlterTable
ALTER TABLE "member" ALTER COLUMN "user_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "org" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "org_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "org_member" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" "OrgRole" NOT NULL DEFAULT 'member',
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "org_member_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "org_change" (
    "org_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID,
    "actor_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "org_change_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "org_domain" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "domain" TEXT NOT NULL,
    "mailbox" TEXT NOT NULL,
    "token_hash" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "proved_at" TIMESTAMPTZ(3),
    "admits" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "org_domain_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "org_invitation" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" TEXT NOT NULL,
    "role" "OrgRole" NOT NULL DEFAULT 'member',
    "email" TEXT,
    "domain" TEXT,
    "uses" INTEGER NOT NULL,
    "used" INTEGER NOT NULL DEFAULT 0,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "made_by_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "org_invitation_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "org_removal" (
    "org_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "removed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "org_removal_pkey" PRIMARY KEY ("org_id","user_id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" TEXT NOT NULL,
    "role" "Role" NOT NULL DEFAULT 'participant',
    "email" TEXT,
    "domain" TEXT,
    "uses" INTEGER NOT NULL,
    "used" INTEGER NOT NULL DEFAULT 0,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "made_by_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "removal" (
    "event_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "removed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "removal_pkey" PRIMARY KEY ("event_id","user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "org_slug_key" ON "org"("slug");

-- CreateIndex
CREATE INDEX "org_member_user_id_idx" ON "org_member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "org_member_org_id_user_id_key" ON "org_member"("org_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "org_domain_token_hash_key" ON "org_domain"("token_hash");

-- CreateIndex
CREATE INDEX "org_domain_domain_idx" ON "org_domain"("domain");

-- CreateIndex
CREATE UNIQUE INDEX "org_domain_org_id_domain_key" ON "org_domain"("org_id", "domain");

-- CreateIndex
CREATE UNIQUE INDEX "org_invitation_token_hash_key" ON "org_invitation"("token_hash");

-- CreateIndex
CREATE INDEX "org_removal_user_id_idx" ON "org_removal"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "removal_user_id_idx" ON "removal"("user_id");

-- CreateIndex
CREATE INDEX "event_org_id_idx" ON "event"("org_id");

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "org_member" ADD CONSTRAINT "org_member_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "org"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "org_member" ADD CONSTRAINT "org_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "org_change" ADD CONSTRAINT "org_change_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "org"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "org_domain" ADD CONSTRAINT "org_domain_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "org"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "org_invitation" ADD CONSTRAINT "org_invitation_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "org"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "org_removal" ADD CONSTRAINT "org_removal_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "org"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "org_removal" ADD CONSTRAINT "org_removal_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "removal" ADD CONSTRAINT "removal_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "removal" ADD CONSTRAINT "removal_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "removal" ADD CONSTRAINT "removal_event_id_member_id_fkey" FOREIGN KEY ("event_id", "member_id") REFERENCES "member"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── The door of an org, as that of an event ──

alter table org add constraint org_slug_shape check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
alter table org_domain add constraint org_domain_shape check (domain = lower(domain) and domain !~ '[^a-z0-9.-]');
alter table org_invitation add constraint org_invitation_uses check (uses > 0 and used between 0 and uses),
  add constraint org_invitation_bound_once check (email is null or domain is null);
alter table invitation add constraint invitation_uses check (uses > 0 and used between 0 and uses),
  add constraint invitation_bound_once check (email is null or domain is null);

/* The org this transaction has entered; null outside its door. */
create function current_org() returns uuid language sql stable as
$$ select nullif(current_setting('app.org_id', true), '')::uuid $$;

/* Locks a table to the entered org. Every table with an org_id, except event, calls this once. */
create function lock_to_org(p_table regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('alter table %s force row level security', p_table);
  execute format('create policy within_org on %s to app
    using (org_id = (select current_org())) with check (org_id = (select current_org()))', p_table);
  execute format('create policy for_the_door on %s to current_user using (true) with check (true)', p_table);
  execute format('grant select, insert, update, delete on %s to app', p_table);
end $$;

select lock_to_org(t::regclass) from unnest(array[
  'org_member', 'org_change', 'org_domain', 'org_invitation', 'org_removal']) t;
select lock_to_event(t::regclass) from unnest(array['invitation', 'removal']) t;

alter table org enable row level security;
alter table org force row level security;
create policy within_org on org to app using (id = (select current_org())) with check (id = (select current_org()));
create policy for_the_door on org to current_user using (true) with check (true);
grant select, update on org to app;
revoke update, delete on org_change from app;
grant usage, select on all sequences in schema public to app;

/* Admits a member to their org, or finds nothing. Nobody else is ever let in. */
create function enter_org(p_slug text, p_user uuid)
returns table (id uuid, member_id uuid, role "OrgRole") language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform set_config('app.org_id', '', true);
  select o.id, m.id, m.role into enter_org.id, enter_org.member_id, enter_org.role
    from org o join org_member m on m.org_id = o.id and m.user_id = p_user where o.slug = p_slug;
  if found then
    perform set_config('app.org_id', enter_org.id::text, true);
    return next;
  end if;
end $$;

/* Makes an org with its first owner, who has a confirmed address, and enters it. */
create function found_org(p_user uuid, p_owner text, p_slug text, p_name text)
returns table (id uuid, member_id uuid) language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if not exists (select from "user" u where u.id = p_user and u.email_verified is not null) then return; end if;
  insert into org (slug, name) values (p_slug, p_name) returning org.id into found_org.id;
  insert into org_member (org_id, user_id, role, name) values (found_org.id, p_user, 'owner', p_owner)
    returning org_member.id into found_org.member_id;
  perform set_config('app.org_id', found_org.id::text, true);
  return next;
end $$;

/* The orgs one person belongs to. */
create function orgs_for(p_user uuid) returns table (slug text, name text, role "OrgRole")
language sql stable security definer set search_path = public, pg_temp as $$
  select o.slug, o.name, m.role from org o join org_member m on m.org_id = o.id
   where m.user_id = p_user order by o.name, o.slug $$;

/* Writes what happened in the entered org; with the transaction, or not at all. */
create function commit_org_changes(p_kinds text[], p_subjects uuid[], p_actor uuid) returns void language sql as $$
  insert into org_change (org_id, kind, subject_id, actor_id)
    select current_org(), k, s, p_actor from unnest(p_kinds, p_subjects) as c(k, s) $$;

/* Makes an event with its clock and its first host, and enters it; one of an org by a member of that org only. */
drop function found_event(uuid, text, text, text, text, date, date, text, "Visibility");
create function found_event(p_user uuid, p_host text, p_slug text, p_name text, p_zone text,
  p_starts date, p_ends date, p_code text, p_visibility "Visibility", p_org text default null)
returns table (id uuid, member_id uuid) language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  v_org uuid;
begin
  if p_org is not null then
    select o.id into v_org from org o join org_member m on m.org_id = o.id and m.user_id = p_user where o.slug = p_org;
    if not found then return; end if;
  end if;
  insert into event (slug, name, zone, starts_on, ends_on, join_code, visibility, org_id)
    values (p_slug, p_name, p_zone, p_starts, p_ends, p_code, p_visibility, v_org)
    returning event.id into found_event.id;
  insert into event_clock (event_id) values (found_event.id);
  if p_user is not null then
    insert into member (event_id, user_id, role, name) values (found_event.id, p_user, 'host', p_host)
      returning member.id into found_event.member_id;
  end if;
  perform set_config('app.event_id', found_event.id::text, true);
  return next;
end $$;

/* Whose event it is was settled when it was made. */
create function event_stays_with_its_org() returns trigger language plpgsql as $$
begin
  raise exception 'an event stays with its org' using errcode = '42501';
end $$;
create trigger event_stays_with_its_org before update of org_id on event for each row
  when (old.org_id is distinct from new.org_id) execute function event_stays_with_its_org();

-- a member who was removed is nobody any more: user_id is null, which `<>` does not see
drop trigger member_became_less on member;
create trigger member_became_less after update of role, user_id on member for each row
  when (old.user_id is distinct from new.user_id or (old.role <> 'participant' and new.role < old.role))
  execute function member_hears_less();

revoke execute on function lock_to_org, enter_org, found_org, orgs_for, commit_org_changes, found_event from public;
grant execute on function enter_org, found_org, orgs_for, commit_org_changes, found_event to app;
