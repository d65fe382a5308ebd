-- CreateEnum
CREATE TYPE "Confidentiality" AS ENUM ('open', 'chatham_house', 'sealed');

-- AlterTable
ALTER TABLE "topic" ADD COLUMN     "confidentiality" "Confidentiality" NOT NULL DEFAULT 'open',
ADD COLUMN     "loosen_to" "Confidentiality",
ALTER COLUMN "pitcher_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "note_revision" ALTER COLUMN "member_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "topic_writer" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "topic_id" UUID NOT NULL,
    "member_id" UUID,
    "consents" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "topic_writer_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "unnamed_pitches" (
    "event_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "times" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "unnamed_pitches_pkey" PRIMARY KEY ("event_id","member_id")
);

-- CreateTable
CREATE TABLE "sealed_room" (
    "event_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "token_hash" TEXT,
    "by_code" TEXT,
    "code" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "purge_on" DATE NOT NULL,

    CONSTRAINT "sealed_room_pkey" PRIMARY KEY ("event_id","topic_id")
);

-- CreateTable
CREATE TABLE "sealed_key" (
    "event_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "device" TEXT NOT NULL,
    "envelope" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sealed_key_pkey" PRIMARY KEY ("event_id","topic_id","member_id","device")
);

-- CreateTable
CREATE TABLE "sealed_note" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "rev" INTEGER NOT NULL,
    "box" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sealed_note_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "topic_writer_event_id_topic_id_member_id_key" ON "topic_writer"("event_id", "topic_id", "member_id");

-- CreateIndex
CREATE INDEX "sealed_note_event_id_topic_id_idx" ON "sealed_note"("event_id", "topic_id");

-- AddForeignKey
ALTER TABLE "topic_writer" ADD CONSTRAINT "topic_writer_event_id_topic_id_fkey" FOREIGN KEY ("event_id", "topic_id") REFERENCES "topic"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_writer" ADD CONSTRAINT "topic_writer_event_id_member_id_fkey" FOREIGN KEY ("event_id", "member_id") REFERENCES "member"("event_id", "id") ON DELETE SET NULL ("member_id") ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unnamed_pitches" ADD CONSTRAINT "unnamed_pitches_event_id_member_id_fkey" FOREIGN KEY ("event_id", "member_id") REFERENCES "member"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sealed_room" ADD CONSTRAINT "sealed_room_event_id_topic_id_fkey" FOREIGN KEY ("event_id", "topic_id") REFERENCES "topic"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sealed_key" ADD CONSTRAINT "sealed_key_event_id_topic_id_fkey" FOREIGN KEY ("event_id", "topic_id") REFERENCES "sealed_room"("event_id", "topic_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sealed_key" ADD CONSTRAINT "sealed_key_event_id_member_id_fkey" FOREIGN KEY ("event_id", "member_id") REFERENCES "member"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sealed_note" ADD CONSTRAINT "sealed_note_event_id_topic_id_fkey" FOREIGN KEY ("event_id", "topic_id") REFERENCES "sealed_room"("event_id", "topic_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What the engine cannot say ──

select lock_to_event(t::regclass)
  from unnest(array['topic_writer', 'unnamed_pitches', 'sealed_room', 'sealed_key', 'sealed_note']) t;
alter table sealed_note add constraint sealed_note_rev check (rev > 0);

/* Is it nobody's business here who did something to this topic? */
create function is_nameless(p_event uuid, p_topic uuid) returns boolean language sql stable as $$
  select coalesce((select t.confidentiality <> 'open' or t.pitcher_id is null from topic t
                    where t.event_id = p_event and t.id = p_topic), false) $$;

/* What happens to a confidential topic happens to it by nobody: no feed, audit or export can name whom it does not
   have. Only who entered a sealed room is written down: those inside may know. */
create function change_without_actor() returns trigger language plpgsql as $$
begin
  if new.actor_id is not null and new.kind <> 'sealed.entered' and is_nameless(new.event_id, new.subject_id) then
    new.actor_id := null;
  end if;
  return new;
end $$;
create trigger change_without_actor before insert on change for each row execute function change_without_actor();

/* No words of a confidential topic with an author, and none of a sealed one at all. */
create function words_keep_confidence() returns trigger language plpgsql as $$
declare
  v_is "Confidentiality";
begin
  select t.confidentiality into v_is from topic t where t.event_id = new.event_id and t.id = new.topic_id;
  if v_is = 'sealed' then
    raise exception 'the notes of a sealed topic are encrypted' using errcode = 'check_violation';
  end if;
  if tg_table_name = 'note_revision' and v_is <> 'open' and to_jsonb(new) ->> 'member_id' is not null then
    raise exception 'the notes of a confidential topic have no author' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger note_keeps_confidence before insert or update on note
  for each row execute function words_keep_confidence();
create trigger revision_keeps_confidence before insert or update on note_revision
  for each row execute function words_keep_confidence();

/* A topic becomes confidential: who wrote about it goes apart from what, and its history forgets who acted. */
create function forget_names(p_topic uuid) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  insert into topic_writer (event_id, topic_id, member_id)
    select distinct r.event_id, r.topic_id, r.member_id from note_revision r
     where r.event_id = current_event() and r.topic_id = p_topic and r.member_id is not null
     order by r.member_id
    on conflict do nothing;
  update note_revision set member_id = null where event_id = current_event() and topic_id = p_topic;
  update change set actor_id = null
   where event_id = current_event() and subject_id = p_topic and kind <> 'sealed.entered';
end $$;

-- What phones were answered about notes is no longer kept beside whose phone it was.
update receipt set outcome = '{"status": "done", "value": null}' where outcome #> '{value,body}' is not null;

/* Sealed rooms of this event whose day has come, with all notes and keys. Answers how many. */
create function purge_sealed(p_today date) returns int language plpgsql as $$
declare
  v_gone int;
begin
  delete from sealed_room where event_id = current_event() and purge_on <= p_today;
  get diagnostics v_gone = row_count;
  return v_gone;
end $$;

/* One more unnamed pitch of this member, unless they have had `p_most`. Every member's row is written anew, so that
   the row's transaction, which the topic's row shares, is everybody's. */
create function count_unnamed_pitch(p_member uuid, p_most int) returns boolean language plpgsql as $$
begin
  if exists (select from unnamed_pitches where event_id = current_event() and member_id = p_member
              and times >= p_most) then return false; end if;
  insert into unnamed_pitches as u (event_id, member_id, times)
    select m.event_id, m.id, (m.id = p_member)::int from member m where m.event_id = current_event() order by m.id
    on conflict (event_id, member_id) do update set times = u.times + excluded.times;
  return true;
end $$;

revoke execute on function is_nameless, change_without_actor, words_keep_confidence, forget_names,
  purge_sealed, count_unnamed_pitch from public;
grant execute on function is_nameless, forget_names, purge_sealed, count_unnamed_pitch to app;

/* Cards of the living topics, or of those among `p_ids`. An anonymous convener's name is absent until placed, that of
   a confidential topic always. Open topics say nothing of their confidentiality: they are most. */
create or replace function board_topics(p_ids uuid[] default null) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'title', t.title, 'pitch', t.pitch,
    'convener', case when t.confidentiality <> 'open' or (t.anonymous and p.topic_id is null) then null else m.name end,
    'sought', t.convener_id is null,
    'merged', coalesce((select jsonb_agg(f.title order by f.pitched_at) from topic f
                         where f.event_id = t.event_id and f.into_id = t.id), '[]'),
    'pitchedAt', iso(t.pitched_at),
    'place', case when p.topic_id is null then null else jsonb_build_object('slotId', p.slot_id, 'roomId', p.room_id,
      'pinned', p.pinned_at is not null,
      'from', case when p.left_slot_id is null then null
                   else jsonb_build_object('slotId', p.left_slot_id, 'roomId', p.left_room_id) end) end
    ) || case when t.confidentiality = 'open' then '{}'
              else jsonb_build_object('confidentiality', t.confidentiality) end
    order by t.pitched_at, t.id), '[]')
    from topic t
    left join placement p on p.event_id = t.event_id and p.topic_id = t.id
    left join member m on m.event_id = t.event_id and m.id = t.convener_id
   where t.event_id = current_event() and t.withdrawn_at is null and t.into_id is null
     and (p_ids is null or t.id = any (p_ids)) $$;
