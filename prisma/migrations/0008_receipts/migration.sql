CREATE TABLE "receipt" (
    "event_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "outcome" JSONB,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("event_id","member_id","key")
);
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_event_id_member_id_fkey" FOREIGN KEY ("event_id", "member_id") REFERENCES "member"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
select lock_to_event('receipt');

/* What a phone knows its member by, to tell whose unsent work it holds. Says nothing to others: member ids are random
   and one cannot be had from its mark. */
create function mark_of(p_member uuid) returns text language sql immutable as $$
  select left(encode(sha256(convert_to('mark ' || p_member, 'UTF8')), 'hex'), 16) $$;
revoke execute on function mark_of from public;
grant execute on function mark_of to app;

/* One person's own side of the event. */
create or replace function ballot_of(p_user uuid) returns jsonb language sql stable as $$
  select coalesce((
    select jsonb_build_object(
      'member', jsonb_build_object('name', m.name, 'nameIsMadeUp', m.name_is_made_up, 'role', m.role, 'mark', mark_of(m.id)),
      'dots', coalesce((select jsonb_object_agg(d.topic_id, d.dots) from dots d
                         where d.event_id = m.event_id and d.member_id = m.id), '{}'),
      'mine', coalesce((select jsonb_agg(t.id) from topic t where t.event_id = m.event_id
                         and m.id in (t.pitcher_id, t.convener_id) and t.withdrawn_at is null and t.into_id is null), '[]'),
      'barred', barred_from_voting(m.id))
      from member m where m.event_id = current_event() and m.user_id = p_user),
    '{"member": null, "dots": {}, "mine": [], "barred": null}') $$;
