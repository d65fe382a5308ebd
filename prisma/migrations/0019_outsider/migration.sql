-- The people who look at an event from outside, for its host, and are gone a moment later.
CREATE TABLE "outsider" (
    "event_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outsider_pkey" PRIMARY KEY ("event_id","user_id")
);
ALTER TABLE "outsider" ADD CONSTRAINT "outsider_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "outsider" ADD CONSTRAINT "outsider_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What they could reach, last.
CREATE TABLE "outsider_look" (
    "event_id" UUID NOT NULL,
    "looked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "report" JSONB NOT NULL,

    CONSTRAINT "outsider_look_pkey" PRIMARY KEY ("event_id")
);
ALTER TABLE "outsider_look" ADD CONSTRAINT "outsider_look_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

select lock_to_event(t::regclass) from unnest(array['outsider', 'outsider_look']) t;
revoke insert, update, delete on outsider from app;

-- a company that is nobody's: whoever looks as a member of another one is a member of this
insert into org (slug, name) values ('another-company-for-outsiders', 'Another company');

/* Three people for the event that this transaction has entered: a member of another company, one who will be shown out,
   and an ordinary participant; a session each, of ten minutes. Those of an earlier look that were left behind go. */
create function call_outsiders(p_hashes text[]) returns table (user_id uuid) language plpgsql security definer
set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  v_event uuid := current_event();
  -- where a company insists on its own sign-in, an ordinary participant is one who came by it
  v_company uuid := (select e.org_id from event e join org_sso s on s.org_id = e.org_id and s.forced_at is not null
                      where e.id = current_event());
  v_user uuid;
begin
  if v_event is null or cardinality(p_hashes) <> 3 then
    raise exception 'no event was entered' using errcode = '42501';
  end if;
  perform dismiss_outsiders();
  for n in 1..3 loop
    insert into "user" (company_id) values (case when n > 1 then v_company end) returning id into v_user;
    insert into outsider (event_id, user_id) values (v_event, v_user);
    insert into session (session_token, user_id, expires) values (p_hashes[n], v_user, now() + interval '10 minutes');
    if n = 1 then
      insert into org_member (org_id, user_id, name) select o.id, v_user, '' from org o
        where o.slug = 'another-company-for-outsiders';
    else
      insert into member (event_id, user_id, name, name_is_made_up) values (v_event, v_user, 'Outsider', true);
    end if;
    user_id := v_user;
    return next;
  end loop;
end $$;

/* Shows one of them out, as anybody would be. */
create function show_outsider_out(p_user uuid) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  delete from member m using outsider o
   where o.event_id = current_event() and o.user_id = p_user and m.event_id = o.event_id and m.user_id = o.user_id;
  perform pg_notify('sessions', '');
end $$;

/* They go, with all that they were. */
create function dismiss_outsiders() returns void language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  delete from member m using outsider o
   where o.event_id = current_event() and m.event_id = o.event_id and m.user_id = o.user_id;
  delete from "user" u using outsider o where o.event_id = current_event() and u.id = o.user_id;
end $$;

/* Whether the entered event's company lets in only who came by its own sign-in; null where there is no company. */
create function event_wants_company_sign_in() returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select exists (select from org_sso s where s.org_id = e.org_id and s.forced_at is not null)
    from event e where e.id = current_event() and e.org_id is not null $$;

revoke execute on function event_wants_company_sign_in, call_outsiders, show_outsider_out, dismiss_outsiders from public;
grant execute on function event_wants_company_sign_in, call_outsiders, show_outsider_out, dismiss_outsiders to app;
