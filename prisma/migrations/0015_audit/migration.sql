-- The audit: what was done with power, one chain of hashes for each org, and for each event that belongs to none. Only the
-- functions below write it; nothing changes it afterwards. No reference leads out of it: it outlives what it tells of.
CREATE TABLE "audit" (
    "id" BIGSERIAL PRIMARY KEY,
    -- the org, or the event that belongs to none
    "chain_id" UUID NOT NULL,
    -- these three are given when the transaction commits
    "seq" BIGINT,
    "at" TIMESTAMPTZ(3),
    "hash" BYTEA,
    "event_id" UUID,
    "org_id" UUID,
    -- of audit_actor (until it is chained, of "user"); null: nobody, or not to be known
    "actor_id" UUID,
    "action" TEXT NOT NULL CHECK ("action" ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'),
    "object_id" UUID,
    -- sha256, hex, of something that is kept elsewhere
    "digest" TEXT CHECK ("digest" ~ '^[0-9a-f]{64}$'),
    UNIQUE ("chain_id", "seq"),
    CHECK ("chain_id" = coalesce("org_id", "event_id"))
);
CREATE INDEX "audit_event_id_id_idx" ON "audit"("event_id", "id");

-- Who stands behind an actor of a chain. Erasing a person deletes this row, and the chain still adds up.
CREATE TABLE "audit_actor" (
    "chain_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    PRIMARY KEY ("chain_id", "id"),
    UNIQUE ("chain_id", "user_id")
);
CREATE INDEX "audit_actor_user_id_idx" ON "audit_actor"("user_id");

select lock_to_event('audit');
revoke insert, update, delete on audit from app;
-- of an org's events its owners learn nothing here: they may not even know them
create policy within_org on audit for select to app
  using (org_id = (select current_org()) and event_id is null);
alter table audit_actor enable row level security;
alter table audit_actor force row level security;
create policy for_the_door on audit_actor to current_user using (true) with check (true);

/* Tests, an owner's slip, a stolen password of role app: whoever it is, what is chained stays as it is. */
create function audit_is_never_changed() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is never changed' using errcode = '42501';
end $$;
create trigger audit_stays before update on audit for each row when (old.hash is not null)
  execute function audit_is_never_changed();
create trigger audit_is_kept before delete on audit for each row execute function audit_is_never_changed();
create trigger audit_is_not_emptied before truncate on audit execute function audit_is_never_changed();

/* What an entry's hash is made of, after the hash before it. The same as `lineOf` in lib/audit/chain.ts. */
create function audit_line(a audit) returns text language sql immutable as $$
  select concat_ws(E'\n', 'v1', a.chain_id, a.seq, iso(a.at), coalesce(a.event_id::text, ''), coalesce(a.org_id::text, ''),
    coalesce(a.actor_id::text, ''), a.action, coalesce(a.object_id::text, ''), coalesce(a.digest, '')) $$;

/* The name of a person in one chain: random, and theirs there for good. Null for whoever is no person, or was erased. */
create function audit_actor_of(p_chain uuid, p_user uuid) returns uuid language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  v_id uuid := (select a.id from audit_actor a where a.chain_id = p_chain and a.user_id = p_user);
begin
  if v_id is null then
    insert into audit_actor as a (chain_id, user_id) select p_chain, u.id from "user" u where u.id = p_user
      returning a.id into v_id;
  end if;
  return v_id;
end $$;

/* Chains an entry as the last thing its transaction does: whatever else that waits for, it has by then, so that nobody who
   holds the chain waits for anything. */
create function chain_audit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_last audit;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit ' || new.chain_id, 0));
  select * into v_last from audit where chain_id = new.chain_id and seq is not null order by seq desc limit 1;
  new.seq := coalesce(v_last.seq, 0) + 1;
  new.at := clock_timestamp();
  -- only now, or two who write of the same person would wait for each other
  new.actor_id := audit_actor_of(new.chain_id, new.actor_id);
  new.object_id := coalesce(audit_actor_of(new.chain_id, new.object_id), new.object_id);
  update audit set seq = new.seq, at = new.at, actor_id = new.actor_id, object_id = new.object_id,
    hash = sha256(coalesce(v_last.hash, ''::bytea) || convert_to(audit_line(new), 'UTF8'))
   where id = new.id;
  return null;
end $$;
create constraint trigger audit_chained after insert on audit deferrable initially deferred
  for each row execute function chain_audit();

create function append_audit(p_event uuid, p_org uuid, p_user uuid, p_action text, p_object uuid, p_digest text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_org uuid := coalesce(p_org, (select e.org_id from event e where e.id = p_event));
  v_chain uuid := coalesce(v_org, p_event);
  -- whoever it was done to is named by their actor as well, or erasing them would leave a trace
  v_person uuid := coalesce((select m.user_id from member m where m.event_id = p_event and m.id = p_object),
    (select m.user_id from org_member m where m.org_id = v_org and m.id = p_object));
begin
  insert into audit (chain_id, event_id, org_id, actor_id, action, object_id, digest)
    values (v_chain, p_event, v_org, p_user, p_action, coalesce(v_person, p_object), p_digest);
end $$;

/* Writes to the audit of the event or the org that this transaction has entered: who did what to which (a topic, a
   member, a user). With the rest of the transaction or not at all. */
create function write_audit(p_event uuid, p_org uuid, p_user uuid, p_action text, p_object uuid default null, p_digest text default null)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (case when p_event is not null then p_event is distinct from current_event()
           else p_org is null or p_org is distinct from current_org() end) then
    raise exception 'audit of what was not entered' using errcode = '42501';
  end if;
  perform append_audit(p_event, case when p_event is null then p_org end, p_user, p_action, p_object, p_digest);
end $$;

/* Every change is audited. What people say (topics, notes, questions, the queue) is audited without who said it: the audit
   is about power, and an anonymous pitch must not be named by it. */
create function audit_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_who member;
begin
  select * into v_who from member where event_id = new.event_id and id = new.actor_id;
  perform append_audit(new.event_id, null,
    case when new.kind !~ '^(topic|note|queue|question)\.' or (v_who.role <> 'participant'
      and new.kind !~ '^(note|question)\.|^topic\.(pitched|edited|withdrawn|convened)$') then v_who.user_id end,
    new.kind, new.subject_id, null);
  return null;
end $$;
create trigger change_audited after insert on change for each row execute function audit_change();

create function audit_org_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform append_audit(null, new.org_id, (select m.user_id from org_member m where m.org_id = new.org_id and m.id = new.actor_id),
    new.kind, new.subject_id, null);
  return null;
end $$;
create trigger org_change_audited after insert on org_change for each row execute function audit_org_change();

/* The audit of the entered event or org, newest first. It names who acted with power or looked at what is sealed, and is
   still known; other participants are a random id there, for nobody keeps a list of who came. */
create function read_audit(p_before bigint, p_limit int)
returns table (seq bigint, at timestamptz, action text, actor_id uuid, actor text, object_id uuid, event_id uuid, digest text, hash text)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.seq, a.at, a.action, a.actor_id,
    case when a.event_id is null then coalesce(u.name, u.email)
         when m.role <> 'participant' or a.action ~ '^(sealed|data)\.' then m.name end,
    a.object_id, a.event_id, a.digest, encode(a.hash, 'hex')
    from audit a
    left join audit_actor w on w.chain_id = a.chain_id and w.id = a.actor_id
    left join "user" u on u.id = w.user_id
    left join member m on m.event_id = a.event_id and m.user_id = w.user_id
   where case when current_event() is not null then a.event_id = current_event()
              else a.org_id = current_org() and a.event_id is null end
     and a.seq is not null and (p_before is null or a.seq < p_before)
   order by a.seq desc limit least(p_limit, 1000) $$;

revoke execute on function audit_is_never_changed, audit_line, chain_audit, audit_actor_of, append_audit, write_audit,
  audit_change, audit_org_change, read_audit from public;
grant execute on function write_audit, read_audit to app;
