-- A session ends by itself: 12 hours after it was used last, and 7 days after it began whatever happens. `expires` is
-- the nearer of the two, so that whoever asks whether a session is alive need not know why it would not be.
ALTER TABLE "session" ADD COLUMN "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now();

/* Who holds this session now, or null; being used, it lives on. A guest has nothing but the session: it would not come
   back on the second morning of a conference, so theirs does not end by resting. Written at most every five minutes. */
create function use_session(p_token text, p_now timestamptz default now()) returns uuid language plpgsql as $$
declare
  s session;
begin
  select * into s from session where session_token = p_token and expires > p_now;
  if s.used_at < p_now - interval '5 minutes' then
    update session x set used_at = p_now,
      expires = case when exists (select from "user" u where u.id = x.user_id and u.email is null) then x.expires
                     else least(x.started_at + interval '7 days', p_now + interval '12 hours') end
     where x.id = s.id and x.used_at = s.used_at;
  end if;
  return s.user_id;
end $$;

revoke execute on function use_session from public;
grant execute on function use_session to app;
