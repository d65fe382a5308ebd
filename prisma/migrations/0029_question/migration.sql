-- CreateTable
CREATE TABLE "question" (
    "event_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "entry_id" UUID,
    "topic_id" UUID,
    "member_id" UUID,
    "body" TEXT NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),
    "hidden_at" TIMESTAMPTZ(3),

    CONSTRAINT "question_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "question_vote" (
    "event_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,

    CONSTRAINT "question_vote_pkey" PRIMARY KEY ("event_id","question_id","member_id")
);

-- CreateTable
CREATE TABLE "unnamed_questions" (
    "event_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "times" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "unnamed_questions_pkey" PRIMARY KEY ("event_id","member_id")
);

-- CreateIndex
CREATE INDEX "question_event_id_entry_id_idx" ON "question"("event_id", "entry_id");

-- CreateIndex
CREATE INDEX "question_event_id_topic_id_idx" ON "question"("event_id", "topic_id");

-- CreateIndex
CREATE INDEX "question_event_id_member_id_idx" ON "question"("event_id", "member_id");

-- CreateIndex
CREATE INDEX "question_vote_event_id_member_id_idx" ON "question_vote"("event_id", "member_id");

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_event_id_entry_id_fkey" FOREIGN KEY ("event_id", "entry_id") REFERENCES "programme_entry"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_event_id_topic_id_fkey" FOREIGN KEY ("event_id", "topic_id") REFERENCES "topic"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_event_id_member_id_fkey" FOREIGN KEY ("event_id", "member_id") REFERENCES "member"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_vote" ADD CONSTRAINT "question_vote_event_id_question_id_fkey" FOREIGN KEY ("event_id", "question_id") REFERENCES "question"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_vote" ADD CONSTRAINT "question_vote_event_id_member_id_fkey" FOREIGN KEY ("event_id", "member_id") REFERENCES "member"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unnamed_questions" ADD CONSTRAINT "unnamed_questions_event_id_member_id_fkey" FOREIGN KEY ("event_id", "member_id") REFERENCES "member"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What the engine cannot say ──

select lock_to_event(t::regclass) from unnest(array['question', 'question_vote', 'unnamed_questions']) t;
alter table question add constraint question_about_one check (num_nonnulls(entry_id, topic_id) = 1);

/* Of a sealed topic nothing is asked where everybody reads, of a confidential one by nobody. What nobody asked was asked
   in some hour: the moment would say by whom to whoever knows who was there. */
create function question_keeps_confidence() returns trigger language plpgsql as $$
declare
  v_is "Confidentiality";
begin
  select t.confidentiality into v_is from topic t where t.event_id = new.event_id and t.id = new.topic_id;
  if v_is = 'sealed' then
    raise exception 'nothing is asked of a sealed topic' using errcode = 'check_violation';
  end if;
  if v_is <> 'open' and new.member_id is not null then
    raise exception 'questions of a confidential topic have no author' using errcode = 'check_violation';
  end if;
  if new.member_id is null then new.asked_at := date_trunc('hour', new.asked_at); end if;
  return new;
end $$;
create trigger question_keeps_confidence before insert or update on question
  for each row execute function question_keeps_confidence();

/* One more unnamed question of this member, unless they have had `p_most`; every member's row is written anew, as with
   unnamed pitches. */
create function count_unnamed_question(p_member uuid, p_most int) returns boolean language plpgsql as $$
begin
  if exists (select from unnamed_questions where event_id = current_event() and member_id = p_member
              and times >= p_most) then return false; end if;
  insert into unnamed_questions as u (event_id, member_id, times)
    select m.event_id, m.id, (m.id = p_member)::int from member m where m.event_id = current_event() order by m.id
    on conflict (event_id, member_id) do update set times = u.times + excluded.times;
  return true;
end $$;

/* Is it nobody's business here who did something to this topic, or to a question of it? */
create or replace function is_nameless(p_event uuid, p_topic uuid) returns boolean language sql stable as $$
  select exists (select from topic t
    where t.event_id = p_event and (t.confidentiality <> 'open' or (t.pitcher_id is null and t.id = p_topic))
      and t.id = coalesce((select q.topic_id from question q where q.event_id = p_event and q.id = p_topic), p_topic)) $$;

create or replace function forget_names(p_topic uuid) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  insert into topic_writer (event_id, topic_id, member_id)
    select distinct r.event_id, r.topic_id, r.member_id from note_revision r
     where r.event_id = current_event() and r.topic_id = p_topic and r.member_id is not null
     order by r.member_id
    on conflict do nothing;
  update note_revision set member_id = null where event_id = current_event() and topic_id = p_topic;
  update question set member_id = null where event_id = current_event() and topic_id = p_topic;
  update change set actor_id = null
   where event_id = current_event() and kind <> 'sealed.entered' and (subject_id = p_topic
     or subject_id in (select q.id from question q where q.event_id = current_event() and q.topic_id = p_topic));
end $$;

/* As it was, but what is done to a question is an act of power: hidden, shown, answered by a facilitator. That one was
   asked is no change at all. */
create or replace function audit_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_who member;
begin
  select * into v_who from member where event_id = new.event_id and id = new.actor_id;
  perform append_audit(new.event_id, null,
    case when new.kind !~ '^(topic|note|queue|question)\.' or (v_who.role <> 'participant'
      and new.kind !~ '^note\.|^topic\.(pitched|edited|withdrawn|convened)$') then v_who.user_id end,
    new.kind, new.subject_id, null);
  return null;
end $$;

revoke execute on function question_keeps_confidence, count_unnamed_question from public;
grant execute on function count_unnamed_question to app;
