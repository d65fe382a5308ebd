-- CreateEnum
CREATE TYPE "lib_priv"."token_scope" AS ENUM ('feed', 'read', 'write');

-- CreateEnum
CREATE TYPE "lib_priv"."import_state" AS ENUM ('waiting', 'working', 'done', 'failed');

-- CreateTable
CREATE TABLE "lib_priv"."space_token" (
    "space_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "scope" "lib_priv"."token_scope" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "space_token_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "lib_priv"."git_import" (
    "space_id" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "folder" TEXT NOT NULL DEFAULT '',
    "state" "lib_priv"."import_state" NOT NULL DEFAULT 'waiting',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "begun_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "commit" TEXT NOT NULL DEFAULT '',
    "report" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "git_import_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "space_token_token_hash_key" ON "lib_priv"."space_token"("token_hash");

-- CreateIndex
CREATE INDEX "space_token_user_id_idx" ON "lib_priv"."space_token"("user_id");

-- CreateIndex
CREATE INDEX "git_import_state_asked_at_idx" ON "lib_priv"."git_import"("state", "asked_at");

-- CreateIndex
CREATE INDEX "git_import_user_id_idx" ON "lib_priv"."git_import"("user_id");

-- AddForeignKey
ALTER TABLE "lib_priv"."space_token" ADD CONSTRAINT "space_token_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "lib_priv"."space"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."space_token" ADD CONSTRAINT "space_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."git_import" ADD CONSTRAINT "git_import_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "lib_priv"."space"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."git_import" ADD CONSTRAINT "git_import_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── What machines may do in a space, and what they bring there ──

select lib_priv.lock_to_space(t::regclass) from unnest(array['lib_priv.space_token', 'lib_priv.git_import']) t;
revoke update on lib_priv.space_token from app;

/* Enters the space of a token in its maker's stead: as what they may do there now, so that nothing outlives a membership.
   Unknown, ended and expired are alike: nothing. */
create function enter_space_by_token(p_hash text)
returns table (id int, slug text, role lib_priv.space_role, user_id uuid, scope lib_priv.token_scope)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  perform set_config('app.spaces', '', true);
  return query select t.space_id, s.slug, st.role, t.user_id, t.scope from lib_priv.space_token t
    join lib_priv.space s on s.id = t.space_id
    join lib_priv.standing(t.user_id) st on st.space_id = t.space_id
   where t.token_hash = p_hash and (t.expires_at is null or t.expires_at > now());
  if found then
    perform set_config('app.spaces', array[t.space_id]::text, true) from lib_priv.space_token t where t.token_hash = p_hash;
    update lib_priv.space_token set used_at = now()
     where token_hash = p_hash and coalesce(used_at, '-infinity') < now() - interval '5 minutes';
  end if;
end $$;

/* The next repository that waits, for one worker alone. What was begun long ago and never ended died with its process: it is
   tried once more, and then not again. Whoever may not write there any more gets nothing there. */
create function claim_git_import() returns table (id uuid, space text, user_id uuid, url text, folder text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  update lib_priv.git_import g set state = 'failed', ended_at = now(), report = '{"why": "gave-up"}'
   where (g.state = 'working' and g.tries >= 2 and g.begun_at < now() - interval '10 minutes')
      or (g.state in ('waiting', 'working') and not exists (select from lib_priv.standing(g.user_id) st
           where st.space_id = g.space_id and st.role >= 'contributor'));
  return query update lib_priv.git_import g set state = 'working', begun_at = now(), tries = g.tries + 1
   from lib_priv.space s where s.id = g.space_id and g.id = (
     select w.id from lib_priv.git_import w
      where w.state = 'waiting' or (w.state = 'working' and w.begun_at < now() - interval '10 minutes')
      order by w.asked_at limit 1 for update skip locked)
   returning g.id, s.slug, g.user_id, g.url, g.folder;
end $$;

revoke execute on function enter_space_by_token, claim_git_import from public;
grant execute on function enter_space_by_token, claim_git_import to app;
