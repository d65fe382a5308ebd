-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('public', 'unlisted', 'private');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('participant', 'facilitator', 'host');

-- CreateEnum
CREATE TYPE "Phase" AS ENUM ('before', 'marketplace', 'voting', 'placing', 'running', 'closing', 'closed');

-- CreateEnum
CREATE TYPE "Tallies" AS ENUM ('hidden', 'shown');

-- CreateEnum
CREATE TYPE "Voters" AS ENUM ('joined', 'confirmed', 'ticket');

-- CreateEnum
CREATE TYPE "EntryKind" AS ENUM ('talk', 'ignite', 'workshop', 'break', 'open_space', 'other');

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT,
    "email" TEXT,
    "email_verified" TIMESTAMPTZ(3),
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "session_token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "device" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_token" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_token_pkey" PRIMARY KEY ("identifier","token")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "zone" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "conduct_url" TEXT,
    "visibility" "Visibility" NOT NULL DEFAULT 'public',
    "phase" "Phase" NOT NULL DEFAULT 'before',
    "phase_opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "phase_ends_at" TIMESTAMPTZ(3),
    "dots_per_member" INTEGER NOT NULL DEFAULT 5,
    "dots_per_topic" INTEGER NOT NULL DEFAULT 3,
    "may_dot_own_topic" BOOLEAN NOT NULL DEFAULT true,
    "tallies" "Tallies" NOT NULL DEFAULT 'hidden',
    "voters" "Voters" NOT NULL DEFAULT 'joined',
    "join_code" TEXT NOT NULL,
    "wall_epoch" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_clock" (
    "event_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "event_clock_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "change" (
    "event_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "seq" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID,
    "actor_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "change_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "member" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "role" "Role" NOT NULL DEFAULT 'participant',
    "name" TEXT NOT NULL,
    "name_is_made_up" BOOLEAN NOT NULL DEFAULT false,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "ticket" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code_hash" TEXT NOT NULL,
    "member_id" UUID,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "ticket_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "room" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "capacity" INTEGER,
    "step_free" BOOLEAN NOT NULL DEFAULT false,
    "projector" BOOLEAN NOT NULL DEFAULT false,
    "quiet" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "room_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "slot" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "title" TEXT,
    "source_key" TEXT,

    CONSTRAINT "slot_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "programme_entry" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "EntryKind" NOT NULL,
    "slug" TEXT,
    "title" TEXT NOT NULL,
    "abstract" TEXT NOT NULL DEFAULT '',
    "comments" TEXT NOT NULL DEFAULT '',
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "day" DATE NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "url" TEXT,
    "source_key" TEXT,

    CONSTRAINT "programme_entry_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "speaker" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bio" TEXT NOT NULL DEFAULT '',
    "pronouns" TEXT,
    "website" TEXT,

    CONSTRAINT "speaker_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "entry_speaker" (
    "event_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "speaker_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "entry_speaker_pkey" PRIMARY KEY ("event_id","entry_id","speaker_id")
);

-- CreateTable
CREATE TABLE "star" (
    "event_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,

    CONSTRAINT "star_pkey" PRIMARY KEY ("event_id","member_id","entry_id")
);

-- CreateTable
CREATE TABLE "topic" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "title" TEXT NOT NULL,
    "pitch" TEXT NOT NULL DEFAULT '',
    "pitcher_id" UUID NOT NULL,
    "convener_id" UUID,
    "anonymous" BOOLEAN NOT NULL DEFAULT false,
    "pitched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),
    "into_id" UUID,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "dots" (
    "event_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "dots" SMALLINT NOT NULL,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "dots_pkey" PRIMARY KEY ("event_id","member_id","topic_id")
);

-- CreateTable
CREATE TABLE "seen" (
    "event_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,

    CONSTRAINT "seen_pkey" PRIMARY KEY ("event_id","member_id","topic_id")
);

-- CreateTable
CREATE TABLE "merge" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "from_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "proposer_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "from_agreed_at" TIMESTAMPTZ(3),
    "into_agreed_at" TIMESTAMPTZ(3),
    "merged_at" TIMESTAMPTZ(3),
    "declined_at" TIMESTAMPTZ(3),
    "split_at" TIMESTAMPTZ(3),
    "from_slot_id" UUID,
    "from_room_id" UUID,

    CONSTRAINT "merge_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "merged_dots" (
    "event_id" UUID NOT NULL,
    "merge_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "dots" SMALLINT NOT NULL,

    CONSTRAINT "merged_dots_pkey" PRIMARY KEY ("event_id","merge_id","topic_id","member_id")
);

-- CreateTable
CREATE TABLE "placement" (
    "event_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "pinned_at" TIMESTAMPTZ(3),
    "left_slot_id" UUID,
    "left_room_id" UUID,

    CONSTRAINT "placement_pkey" PRIMARY KEY ("event_id","topic_id")
);

-- CreateTable
CREATE TABLE "turn" (
    "event_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "seconds" INTEGER NOT NULL DEFAULT 60,

    CONSTRAINT "turn_pkey" PRIMARY KEY ("event_id","topic_id")
);

-- CreateTable
CREATE TABLE "note" (
    "event_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "rev" INTEGER NOT NULL DEFAULT 0,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "note_pkey" PRIMARY KEY ("event_id","topic_id")
);

-- CreateTable
CREATE TABLE "note_revision" (
    "event_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "rev" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "note_revision_pkey" PRIMARY KEY ("event_id","topic_id","rev")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_provider_account_id_key" ON "account"("provider", "provider_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_session_token_key" ON "session"("session_token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "verification_token_token_key" ON "verification_token"("token");

-- CreateIndex
CREATE UNIQUE INDEX "event_slug_key" ON "event"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "event_join_code_key" ON "event"("join_code");

-- CreateIndex
CREATE INDEX "change_event_id_seq_idx" ON "change"("event_id", "seq");

-- CreateIndex
CREATE INDEX "member_user_id_idx" ON "member"("user_id");

-- CreateIndex
CREATE INDEX "member_event_id_joined_at_idx" ON "member"("event_id", "joined_at");

-- CreateIndex
CREATE UNIQUE INDEX "member_event_id_user_id_key" ON "member"("event_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_event_id_code_hash_key" ON "ticket"("event_id", "code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_event_id_member_id_key" ON "ticket"("event_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "room_event_id_name_key" ON "room"("event_id", "name");

-- CreateIndex
CREATE INDEX "slot_event_id_starts_at_idx" ON "slot"("event_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "slot_event_id_source_key_key" ON "slot"("event_id", "source_key");

-- CreateIndex
CREATE INDEX "programme_entry_event_id_starts_at_idx" ON "programme_entry"("event_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "programme_entry_event_id_source_key_key" ON "programme_entry"("event_id", "source_key");

-- CreateIndex
CREATE UNIQUE INDEX "speaker_event_id_slug_key" ON "speaker"("event_id", "slug");

-- CreateIndex
CREATE INDEX "topic_event_id_convener_id_idx" ON "topic"("event_id", "convener_id");

-- CreateIndex
CREATE INDEX "topic_event_id_pitcher_id_idx" ON "topic"("event_id", "pitcher_id");

-- CreateIndex
CREATE INDEX "dots_event_id_seq_idx" ON "dots"("event_id", "seq");

-- CreateIndex
CREATE INDEX "dots_event_id_topic_id_idx" ON "dots"("event_id", "topic_id");

-- CreateIndex
CREATE INDEX "seen_event_id_topic_id_idx" ON "seen"("event_id", "topic_id");

-- CreateIndex
CREATE INDEX "merge_event_id_from_id_idx" ON "merge"("event_id", "from_id");

-- CreateIndex
CREATE INDEX "merge_event_id_into_id_idx" ON "merge"("event_id", "into_id");

-- CreateIndex
CREATE UNIQUE INDEX "placement_event_id_slot_id_room_id_key" ON "placement"("event_id", "slot_id", "room_id");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_clock" ADD CONSTRAINT "event_clock_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_event_id_member_id_fkey" FOREIGN KEY ("event_id", "member_id") REFERENCES "member"("event_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot" ADD CONSTRAINT "slot_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_entry" ADD CONSTRAINT "programme_entry_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker" ADD CONSTRAINT "speaker_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_speaker" ADD CONSTRAINT "entry_speaker_event_id_entry_id_fkey" FOREIGN KEY ("event_id", "entry_id") REFERENCES "programme_entry"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_speaker" ADD CONSTRAINT "entry_speaker_event_id_speaker_id_fkey" FOREIGN KEY ("event_id", "speaker_id") REFERENCES "speaker"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "star" ADD CONSTRAINT "star_event_id_entry_id_fkey" FOREIGN KEY ("event_id", "entry_id") REFERENCES "programme_entry"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "star" ADD CONSTRAINT "star_event_id_member_id_fkey" FOREIGN KEY ("event_id", "member_id") REFERENCES "member"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_event_id_pitcher_id_fkey" FOREIGN KEY ("event_id", "pitcher_id") REFERENCES "member"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_event_id_convener_id_fkey" FOREIGN KEY ("event_id", "convener_id") REFERENCES "member"("event_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_event_id_into_id_fkey" FOREIGN KEY ("event_id", "into_id") REFERENCES "topic"("event_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dots" ADD CONSTRAINT "dots_event_id_topic_id_fkey" FOREIGN KEY ("event_id", "topic_id") REFERENCES "topic"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dots" ADD CONSTRAINT "dots_event_id_member_id_fkey" FOREIGN KEY ("event_id", "member_id") REFERENCES "member"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seen" ADD CONSTRAINT "seen_event_id_topic_id_fkey" FOREIGN KEY ("event_id", "topic_id") REFERENCES "topic"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seen" ADD CONSTRAINT "seen_event_id_member_id_fkey" FOREIGN KEY ("event_id", "member_id") REFERENCES "member"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_event_id_from_id_fkey" FOREIGN KEY ("event_id", "from_id") REFERENCES "topic"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_event_id_into_id_fkey" FOREIGN KEY ("event_id", "into_id") REFERENCES "topic"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_event_id_proposer_id_fkey" FOREIGN KEY ("event_id", "proposer_id") REFERENCES "member"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merged_dots" ADD CONSTRAINT "merged_dots_event_id_merge_id_fkey" FOREIGN KEY ("event_id", "merge_id") REFERENCES "merge"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merged_dots" ADD CONSTRAINT "merged_dots_event_id_topic_id_fkey" FOREIGN KEY ("event_id", "topic_id") REFERENCES "topic"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merged_dots" ADD CONSTRAINT "merged_dots_event_id_member_id_fkey" FOREIGN KEY ("event_id", "member_id") REFERENCES "member"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_event_id_topic_id_fkey" FOREIGN KEY ("event_id", "topic_id") REFERENCES "topic"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_event_id_slot_id_fkey" FOREIGN KEY ("event_id", "slot_id") REFERENCES "slot"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_event_id_room_id_fkey" FOREIGN KEY ("event_id", "room_id") REFERENCES "room"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_event_id_left_slot_id_fkey" FOREIGN KEY ("event_id", "left_slot_id") REFERENCES "slot"("event_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_event_id_left_room_id_fkey" FOREIGN KEY ("event_id", "left_room_id") REFERENCES "room"("event_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn" ADD CONSTRAINT "turn_event_id_topic_id_fkey" FOREIGN KEY ("event_id", "topic_id") REFERENCES "topic"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_event_id_topic_id_fkey" FOREIGN KEY ("event_id", "topic_id") REFERENCES "topic"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_revision" ADD CONSTRAINT "note_revision_event_id_topic_id_fkey" FOREIGN KEY ("event_id", "topic_id") REFERENCES "note"("event_id", "topic_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_revision" ADD CONSTRAINT "note_revision_event_id_member_id_fkey" FOREIGN KEY ("event_id", "member_id") REFERENCES "member"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What the engine cannot say: the door, the locks, the roles ──

create extension if not exists pg_trgm;

do $$ begin
  if not exists (select from pg_roles where rolname = 'app') then
    create role app login nobypassrls;
  end if;
end $$;

alter table event
  add constraint event_slug_shape check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add constraint event_days check (ends_on >= starts_on),
  add constraint event_budget check (dots_per_member between 1 and 100 and dots_per_topic between 1 and dots_per_member);
alter table dots add constraint dots_positive check (dots > 0);
alter table slot add constraint slot_span check (ends_at > starts_at);
alter table topic add constraint topic_not_into_itself check (into_id is distinct from id);

/* The event this transaction has entered; null outside the door. */
create function current_event() returns uuid language sql stable as
$$ select nullif(current_setting('app.event_id', true), '')::uuid $$;

/* Locks a table to the entered event. Every table with an event_id calls this once. */
create function lock_to_event(p_table regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('alter table %s force row level security', p_table);
  execute format('create policy within_event on %s to app
    using (event_id = current_event()) with check (event_id = current_event())', p_table);
  -- the door's own functions run as the owner, who is under forced row-level security too
  execute format('create policy for_the_door on %s to current_user using (true) with check (true)', p_table);
  execute format('grant select, insert, update, delete on %s to app', p_table);
end $$;

grant usage on schema public to app;
select lock_to_event(t::regclass) from unnest(array[
  'event_clock', 'change', 'member', 'ticket', 'room', 'slot', 'programme_entry', 'speaker', 'entry_speaker',
  'star', 'topic', 'dots', 'seen', 'merge', 'merged_dots', 'placement', 'turn', 'note', 'note_revision']) t;

alter table event enable row level security;
alter table event force row level security;
create policy within_event on event to app using (id = current_event()) with check (id = current_event());
create policy for_the_door on event to current_user using (true) with check (true);
grant select, update on event to app;

revoke insert, delete on event_clock from app;
revoke update, delete on change from app;
grant usage, select on all sequences in schema public to app;
grant select, insert, update, delete on "user", account, session, verification_token to app;

/* Admits the caller to one event, or finds nothing: public and unlisted events admit everybody,
   private ones their members. A wall's key is checked by the caller, who gets the event's id from here. */
create function enter_event(p_slug text, p_user uuid, p_wall boolean default false)
returns table (id uuid, member_id uuid, role "Role") language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform set_config('app.event_id', '', true);
  select e.id, m.id, m.role into enter_event.id, enter_event.member_id, enter_event.role
    from event e left join member m on m.event_id = e.id and m.user_id = p_user
   where e.slug = p_slug and (e.visibility <> 'private' or m.id is not null or p_wall);
  if found then
    perform set_config('app.event_id', enter_event.id::text, true);
    return next;
  end if;
end $$;

/* Makes an event with its clock and its first host, and enters it. */
create function found_event(p_user uuid, p_host text, p_slug text, p_name text, p_zone text,
  p_starts date, p_ends date, p_code text, p_visibility "Visibility")
returns table (id uuid, member_id uuid) language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  insert into event (slug, name, zone, starts_on, ends_on, join_code, visibility)
    values (p_slug, p_name, p_zone, p_starts, p_ends, p_code, p_visibility)
    returning event.id into found_event.id;
  insert into event_clock (event_id) values (found_event.id);
  if p_user is not null then
    insert into member (event_id, user_id, role, name) values (found_event.id, p_user, 'host', p_host)
      returning member.id into found_event.member_id;
  end if;
  perform set_config('app.event_id', found_event.id::text, true);
  return next;
end $$;

/* Makes the caller a participant of an event whose join code they hold. Without a user it makes a guest
   and a session for this device. Answers 'not-found', 'wrong-code' or 'joined'. A code alone never opens
   a private event. */
create function join_event(p_slug text, p_code text, p_user uuid, p_name text, p_token_hash text, p_expires timestamptz)
returns table (outcome text, user_id uuid, member_id uuid, name text) language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  e event;
begin
  select * into e from event where slug = p_slug;
  select m.id, m.name into join_event.member_id, join_event.name
    from member m where m.event_id = e.id and m.user_id = p_user;
  if e.id is null or (e.visibility = 'private' and join_event.member_id is null) then
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

/* The address of the event whose join code this is, if a code may open it. */
create function event_of_code(p_code text) returns text language sql stable security definer
set search_path = public, pg_temp as
$$ select slug from event where join_code = upper(p_code) and visibility <> 'private' $$;

/* What anyone may list, and what one person belongs to. */
create function events_for(p_user uuid)
returns table (slug text, name text, place text, zone text, starts_on date, ends_on date, role "Role")
language sql stable security definer set search_path = public, pg_temp as $$
  select e.slug, e.name, e.place, e.zone, e.starts_on, e.ends_on, m.role
    from event e left join member m on m.event_id = e.id and m.user_id = p_user
   where e.visibility = 'public' or m.id is not null
   order by e.starts_on desc, e.name limit 200 $$;

/* Ends a transaction that changed the event: one tick of its clock, one Change row each, and a word to every
   process, which carries nothing. The row lock on the clock makes commit order equal seq order. */
create function commit_changes(p_kinds text[], p_subjects uuid[], p_actor uuid) returns bigint
language plpgsql as $$
declare
  v_seq bigint;
begin
  update event_clock set seq = seq + 1 where event_id = current_event() returning seq into v_seq;
  insert into change (event_id, seq, kind, subject_id, actor_id)
    select current_event(), v_seq, k, s, p_actor from unnest(p_kinds, p_subjects) as c(k, s);
  perform pg_notify('event_' || current_event(), '');
  return v_seq;
end $$;

revoke execute on function lock_to_event, enter_event, found_event, join_event, event_of_code, events_for, commit_changes from public;
grant execute on function enter_event, found_event, join_event, event_of_code, events_for, commit_changes to app;
