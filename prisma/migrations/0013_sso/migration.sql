-- AlterTable
ALTER TABLE "user" ADD COLUMN     "company_id" UUID,
ADD COLUMN     "work_email" TEXT;

-- CreateTable
CREATE TABLE "org_sso" (
    "org_id" UUID NOT NULL,
    "door" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "client_secret" TEXT NOT NULL,
    "pin_claim" TEXT NOT NULL DEFAULT '',
    "pin_value" TEXT NOT NULL DEFAULT '',
    "owner_claim" TEXT NOT NULL DEFAULT '',
    "owner_value" TEXT NOT NULL DEFAULT '',
    "forced_at" TIMESTAMPTZ(3),
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "org_sso_pkey" PRIMARY KEY ("org_id")
);

-- CreateTable
CREATE TABLE "org_identity" (
    "org_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "org_identity_pkey" PRIMARY KEY ("org_id","issuer","subject")
);

-- CreateTable
CREATE TABLE "sso_arrival" (
    "org_id" UUID NOT NULL,
    "ticket_hash" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "verifier" TEXT NOT NULL,
    "next" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sso_arrival_pkey" PRIMARY KEY ("org_id","ticket_hash")
);

-- CreateTable
CREATE TABLE "org_bar" (
    "org_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "org_bar_pkey" PRIMARY KEY ("org_id","user_id")
);

-- CreateTable
CREATE TABLE "scim_token" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "scim_token_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "scim_user" (
    "org_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "external_id" TEXT,

    CONSTRAINT "scim_user_pkey" PRIMARY KEY ("org_id","member_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "org_sso_door_key" ON "org_sso"("door");

-- CreateIndex
CREATE INDEX "org_identity_user_id_idx" ON "org_identity"("user_id");

-- CreateIndex
CREATE INDEX "org_bar_user_id_idx" ON "org_bar"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "scim_token_token_hash_key" ON "scim_token"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "scim_user_org_id_user_name_key" ON "scim_user"("org_id", "user_name");

-- CreateIndex
CREATE INDEX "user_company_id_idx" ON "user"("company_id");

-- AddForeignKey
ALTER TABLE "user" ADD CONSTRAINT "user_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "org"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "org_sso" ADD CONSTRAINT "org_sso_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "org"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "org_identity" ADD CONSTRAINT "org_identity_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "org"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "org_identity" ADD CONSTRAINT "org_identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sso_arrival" ADD CONSTRAINT "sso_arrival_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "org"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "org_bar" ADD CONSTRAINT "org_bar_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "org"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "org_bar" ADD CONSTRAINT "org_bar_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scim_token" ADD CONSTRAINT "scim_token_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "org"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scim_user" ADD CONSTRAINT "scim_user_org_id_member_id_fkey" FOREIGN KEY ("org_id", "member_id") REFERENCES "org_member"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── Who counts in a company: its directory and its own sign-in have a word in that ──

alter table org_sso add constraint org_sso_door_shape check (door ~ '^[A-Za-z0-9_-]{22}$');
alter table "user" add constraint user_is_the_companys_or_their_own check (company_id is null or email is null);
select lock_to_org(t::regclass) from unnest(array[
  'org_sso', 'org_identity', 'sso_arrival', 'org_bar', 'scim_token', 'scim_user']) t;
grant usage, select on all sequences in schema public to app;

/* Whether this person counts as somebody in the company. Not when its directory switched them off, and, where the
   company insists on its own sign-in, only with an account that nothing but that sign-in opens. */
create function counts_in_org(p_org uuid, p_user uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select p_org is null or (
    not exists (select from org_bar b where b.org_id = p_org and b.user_id = p_user)
    and (not exists (select from org_sso s where s.org_id = p_org and s.forced_at is not null)
         or exists (select from "user" u where u.id = p_user and u.company_id = p_org))) $$;

/* The same for an event of the company. Into its public and unlisted ones strangers may come, so they count there. */
create function counts_in_event(p_org uuid, p_visibility "Visibility", p_user uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select p_org is null or counts_in_org(p_org, p_user) or (p_visibility <> 'private'
    and not exists (select from org_bar b where b.org_id = p_org and b.user_id = p_user)
    and not exists (select from org_member o where o.org_id = p_org and o.user_id = p_user)) $$;

/* As in 0001, for those who count. */
create or replace function enter_event(p_slug text, p_user uuid, p_wall boolean default false)
returns table (id uuid, member_id uuid, role "Role") language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform set_config('app.event_id', '', true);
  select e.id, m.id, m.role into enter_event.id, enter_event.member_id, enter_event.role
    from event e left join member m on m.event_id = e.id and m.user_id = p_user
      and (e.org_id is null or counts_in_event(e.org_id, e.visibility, p_user))
   where e.slug = p_slug and (e.visibility <> 'private' or m.id is not null or p_wall);
  if found then
    perform set_config('app.event_id', enter_event.id::text, true);
    return next;
  end if;
end $$;

/* As in 0005, for those who count. */
create or replace function join_event(p_slug text, p_code text, p_user uuid, p_name text, p_token_hash text, p_expires timestamptz)
returns table (outcome text, user_id uuid, member_id uuid, name text) language plpgsql security definer
set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  e event;
begin
  select * into e from event where slug = p_slug;
  select m.id, m.name into join_event.member_id, join_event.name
    from member m where m.event_id = e.id and m.user_id = p_user;
  if e.id is null or (e.visibility = 'private' and join_event.member_id is null)
     or not counts_in_event(e.org_id, e.visibility, p_user) then
    return query select 'not-found', null::uuid, null::uuid, null::text; return;
  end if;
  join_event.user_id := p_user;
  if join_event.member_id is null then
    if e.join_code is distinct from upper(p_code) then
      return query select 'wrong-code', null::uuid, null::uuid, null::text; return;
    end if;
    if p_user is null then
      insert into "user" (name) values (null) returning "user".id into join_event.user_id;
      insert into session (session_token, user_id, expires) values (p_token_hash, join_event.user_id, p_expires);
    end if;
    insert into member as m (event_id, user_id, name, name_is_made_up) values (e.id, join_event.user_id, p_name, true)
      on conflict (event_id, user_id) do update set role = m.role
      returning m.id, m.name into join_event.member_id, join_event.name;
  end if;
  join_event.outcome := 'joined';
  return next;
end $$;

create or replace function events_for(p_user uuid)
returns table (slug text, name text, place text, zone text, starts_on date, ends_on date, role "Role")
language sql stable security definer set search_path = public, pg_temp as $$
  select e.slug, e.name, e.place, e.zone, e.starts_on, e.ends_on, m.role
    from event e left join member m on m.event_id = e.id and m.user_id = p_user
      and (e.org_id is null or counts_in_event(e.org_id, e.visibility, p_user))
   where e.visibility = 'public' or m.id is not null
   order by e.starts_on desc, e.name limit 200 $$;

/* As in 0004, for those who count. */
create or replace function standings_in(p_event uuid, p_tokens text[])
returns table (token text, alive boolean, role "Role") language plpgsql as $$
declare
  e event;
begin
  perform set_config('app.event_id', p_event::text, true);
  select * into e from event where id = p_event;
  return query
    select i.token, s.id is not null, m.role from unnest(p_tokens) as i(token)
      left join session s on s.session_token = i.token and s.expires > now()
      left join member m on m.event_id = p_event and m.user_id = s.user_id
        and (e.org_id is null or counts_in_event(e.org_id, e.visibility, s.user_id));
end $$;

/* As in 0012, for those who count. */
create or replace function enter_org(p_slug text, p_user uuid)
returns table (id uuid, member_id uuid, role "OrgRole") language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform set_config('app.org_id', '', true);
  select o.id, m.id, m.role into enter_org.id, enter_org.member_id, enter_org.role
    from org o join org_member m on m.org_id = o.id and m.user_id = p_user
   where o.slug = p_slug and counts_in_org(o.id, p_user);
  if found then
    perform set_config('app.org_id', enter_org.id::text, true);
    return next;
  end if;
end $$;

create or replace function orgs_for(p_user uuid) returns table (slug text, name text, role "OrgRole")
language sql stable security definer set search_path = public, pg_temp as $$
  select o.slug, o.name, m.role from org o join org_member m on m.org_id = o.id
   where m.user_id = p_user and counts_in_org(o.id, p_user) order by o.name, o.slug $$;

/* A member does not found a company's event with an account that counts for nothing there. */
create function founder_counts() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if not exists (select from event e where e.id = new.event_id
                   and counts_in_event(e.org_id, e.visibility, new.user_id)) then
    raise exception 'counts for nothing in that company' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger founder_counts before insert on member for each row
  when (new.role = 'host' and new.user_id is not null) execute function founder_counts();

-- ── The doors of whoever is no member yet: a person on the way in, and the company's directory ──

/* Opens the company whose sign-in begins at this address. */
create function enter_sso(p_door text) returns uuid language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  v_org uuid := (select s.org_id from org_sso s where s.door = p_door);
begin
  perform set_config('app.org_id', coalesce(v_org::text, ''), true);
  return v_org;
end $$;

/* Opens the company whose directory shows this token. */
create function enter_scim(p_token_hash text) returns uuid language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  v_org uuid := (select t.org_id from scim_token t where t.token_hash = p_token_hash);
begin
  perform set_config('app.org_id', coalesce(v_org::text, ''), true);
  update scim_token set used_at = now() where token_hash = p_token_hash
    and coalesce(used_at, '-infinity') < now() - interval '5 minutes';
  return v_org;
end $$;

/* The companies whose sign-in this person could use: those they belong to, whether they count there now or not. */
create function sign_ins_for(p_user uuid) returns table (door text, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.door, o.name from org o join org_member m on m.org_id = o.id join org_sso s on s.org_id = o.id
   where m.user_id = p_user
     and not exists (select from org_bar b where b.org_id = o.id and b.user_id = p_user)
     and not exists (select from "user" u where u.id = p_user and u.company_id = o.id)
   order by o.name $$;

/* What a person was in the company with an account of their own goes to the account that the company's sign-in opens:
   only within the entered company, and only when both have proved the same mailbox. */
create function carry_into_company(p_from uuid, p_to uuid, p_email text) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if current_org() is null
     or not exists (select from "user" u where u.id = p_from and u.email = p_email and u.email_verified is not null)
     or not exists (select from "user" u where u.id = p_to and u.company_id = current_org()) then return; end if;
  update org_member m set user_id = p_to where m.org_id = current_org() and m.user_id = p_from
    and not exists (select from org_member o where o.org_id = m.org_id and o.user_id = p_to);
  update member m set user_id = p_to from event e
   where e.id = m.event_id and e.org_id = current_org() and m.user_id = p_from
     and not exists (select from member o where o.event_id = m.event_id and o.user_id = p_to);
  perform pg_notify('sessions', '');
end $$;

/* Somebody counts for less in a company than before: its events are heard elsewhere now, and sockets are looked at. */
create function org_hears_less() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  update event e set listen_epoch = e.listen_epoch + 1 where e.org_id = new.org_id;
  perform pg_notify('sessions', '');
  return null;
end $$;
create trigger org_barred after insert on org_bar for each row execute function org_hears_less();
create trigger sso_forced after update of forced_at on org_sso for each row
  when (old.forced_at is null and new.forced_at is not null) execute function org_hears_less();

-- an account of a company has no address of its own and is no guest all the same
create or replace function adopt_guest(p_guest uuid, p_user uuid) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if p_guest = p_user
     or not exists (select from "user" where id = p_guest and email is null and company_id is null) then return; end if;
  update member m set user_id = p_user
   where m.user_id = p_guest
     and not exists (select from member o where o.event_id = m.event_id and o.user_id = p_user);
  perform pg_notify('sessions', '');
end $$;

create or replace function use_session(p_token text, p_now timestamptz default now()) returns uuid language plpgsql as $$
declare
  s session;
begin
  select * into s from session where session_token = p_token and expires > p_now;
  if s.used_at < p_now - interval '5 minutes' then
    update session x set used_at = p_now,
      expires = case when exists (select from "user" u
                       where u.id = x.user_id and u.email is null and u.company_id is null) then x.expires
                     else least(x.started_at + interval '7 days', p_now + interval '12 hours') end
     where x.id = s.id and x.used_at = s.used_at;
  end if;
  return s.user_id;
end $$;

revoke execute on function counts_in_org, counts_in_event, founder_counts, enter_sso, enter_scim, sign_ins_for,
  carry_into_company, org_hears_less from public;
grant execute on function counts_in_org, counts_in_event, enter_sso, enter_scim, sign_ins_for, carry_into_company to app;
