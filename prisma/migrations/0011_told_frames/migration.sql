-- What hosted sockets were told last, and by whom: of several processes one publishes, since a service counts each frame.
CREATE TABLE "told" (
    "event_id" UUID NOT NULL,
    "audience" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "teller" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "told_pkey" PRIMARY KEY ("event_id","audience")
);
ALTER TABLE "told" ADD CONSTRAINT "told_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
select lock_to_event('told');

/* 'mine': tell it. 'told': somebody told this or something later. 'wait': the teller of the last three seconds has the
   word. Frames of one process continue one another, so it keeps the word while it speaks. */
create function claim_frame(p_event uuid, p_audience text, p_seq bigint, p_teller text) returns text language plpgsql as $$
begin
  perform set_config('app.event_id', p_event::text, true);
  insert into told as t (event_id, audience, seq, teller) values (p_event, p_audience, p_seq, p_teller)
    on conflict (event_id, audience) do update set seq = excluded.seq, teller = excluded.teller, told_at = clock_timestamp()
    where t.seq < excluded.seq and (t.teller = excluded.teller or t.told_at < clock_timestamp() - interval '3 seconds');
  if found then return 'mine'; end if;
  return case when exists (select from told t where t.event_id = p_event and t.audience = p_audience and t.seq >= p_seq)
    then 'told' else 'wait' end;
end $$;
revoke execute on function claim_frame from public;
grant execute on function claim_frame to app;
