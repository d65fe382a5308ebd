-- What hosted sockets were told last: of several processes one publishes a frame, since a service counts each.
CREATE TABLE "told" (
    "event_id" UUID NOT NULL,
    "audience" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "told_pkey" PRIMARY KEY ("event_id","audience")
);
ALTER TABLE "told" ADD CONSTRAINT "told_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
select lock_to_event('told');

/* True for one caller per seq, and never for a seq below one that was claimed. */
create function claim_frame(p_event uuid, p_audience text, p_seq bigint) returns boolean language plpgsql as $$
begin
  perform set_config('app.event_id', p_event::text, true);
  insert into told as t (event_id, audience, seq) values (p_event, p_audience, p_seq)
    on conflict (event_id, audience) do update set seq = excluded.seq where t.seq < excluded.seq;
  return found;
end $$;
revoke execute on function claim_frame from public;
grant execute on function claim_frame to app;
