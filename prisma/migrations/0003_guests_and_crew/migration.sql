ALTER TABLE "event" ADD COLUMN "crew_epoch" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "merged_dots" ADD COLUMN "united" SMALLINT NOT NULL DEFAULT 0;

/* A guest of this device turns out to be someone who has an account: what the guest was in each event goes to the
   account, except where the account is a member already. Only guests (no e-mail) can be adopted. */
create function adopt_guest(p_guest uuid, p_user uuid) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if p_guest = p_user or not exists (select from "user" where id = p_guest and email is null) then return; end if;
  update member m set user_id = p_user
   where m.user_id = p_guest
     and not exists (select from member o where o.event_id = m.event_id and o.user_id = p_user);
  perform pg_notify('sessions', '');
end $$;
revoke execute on function adopt_guest from public;
grant execute on function adopt_guest to app;
