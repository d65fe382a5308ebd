-- CreateTable
CREATE TABLE "lib_priv"."entry_series" (
    "space_id" INTEGER NOT NULL,
    "entry_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL DEFAULT '',
    "is_quiet" BOOLEAN NOT NULL DEFAULT false,
    "t0" TIMESTAMPTZ(3) NOT NULL,
    "step_s" DOUBLE PRECISION,
    "offsets" DOUBLE PRECISION[],
    "vals" DOUBLE PRECISION[],
    "source_name" TEXT NOT NULL DEFAULT '',
    "sha256" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "added_by_id" UUID,

    CONSTRAINT "entry_series_pkey" PRIMARY KEY ("space_id","entry_id","id")
);

-- CreateTable
CREATE TABLE "lib_priv"."first_signal" (
    "space_id" INTEGER NOT NULL,
    "entry_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "lo" TIMESTAMPTZ(3) NOT NULL,
    "hi" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "first_signal_pkey" PRIMARY KEY ("space_id","entry_id","user_id")
);

-- CreateTable
CREATE TABLE "lib_priv"."entry_comment" (
    "space_id" INTEGER NOT NULL,
    "entry_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "revision" INTEGER NOT NULL,
    "quote" TEXT NOT NULL DEFAULT '',
    "prefix" TEXT NOT NULL DEFAULT '',
    "suffix" TEXT NOT NULL DEFAULT '',
    "parent_id" UUID,
    "body" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "entry_comment_pkey" PRIMARY KEY ("space_id","entry_id","id")
);

-- CreateTable
CREATE TABLE "lib_priv"."entry_seen" (
    "space_id" INTEGER NOT NULL,
    "entry_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entry_seen_pkey" PRIMARY KEY ("space_id","entry_id","user_id")
);

-- CreateTable
CREATE TABLE "lib_priv"."entry_watch" (
    "space_id" INTEGER NOT NULL,
    "entry_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entry_watch_pkey" PRIMARY KEY ("space_id","entry_id","user_id")
);

-- CreateIndex
CREATE INDEX "entry_series_added_by_id_idx" ON "lib_priv"."entry_series"("added_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "entry_series_space_id_entry_id_sha256_key" ON "lib_priv"."entry_series"("space_id", "entry_id", "sha256");

-- CreateIndex
CREATE INDEX "first_signal_user_id_idx" ON "lib_priv"."first_signal"("user_id");

-- CreateIndex
CREATE INDEX "entry_comment_author_id_idx" ON "lib_priv"."entry_comment"("author_id");

-- CreateIndex
CREATE INDEX "entry_seen_user_id_idx" ON "lib_priv"."entry_seen"("user_id");

-- CreateIndex
CREATE INDEX "entry_watch_user_id_idx" ON "lib_priv"."entry_watch"("user_id");

-- AddForeignKey
ALTER TABLE "lib_priv"."entry_series" ADD CONSTRAINT "entry_series_space_id_entry_id_fkey" FOREIGN KEY ("space_id", "entry_id") REFERENCES "lib_priv"."entry"("space_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."entry_series" ADD CONSTRAINT "entry_series_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."first_signal" ADD CONSTRAINT "first_signal_space_id_entry_id_series_id_fkey" FOREIGN KEY ("space_id", "entry_id", "series_id") REFERENCES "lib_priv"."entry_series"("space_id", "entry_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."first_signal" ADD CONSTRAINT "first_signal_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."entry_comment" ADD CONSTRAINT "entry_comment_space_id_entry_id_fkey" FOREIGN KEY ("space_id", "entry_id") REFERENCES "lib_priv"."entry"("space_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."entry_comment" ADD CONSTRAINT "entry_comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."entry_seen" ADD CONSTRAINT "entry_seen_space_id_entry_id_fkey" FOREIGN KEY ("space_id", "entry_id") REFERENCES "lib_priv"."entry"("space_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."entry_seen" ADD CONSTRAINT "entry_seen_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."entry_watch" ADD CONSTRAINT "entry_watch_space_id_entry_id_fkey" FOREIGN KEY ("space_id", "entry_id") REFERENCES "lib_priv"."entry"("space_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_priv"."entry_watch" ADD CONSTRAINT "entry_watch_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── Numbers over time, and what people say about an entry ──

select lib_priv.lock_to_space(t::regclass) from unnest(array['lib_priv.entry_series', 'lib_priv.first_signal',
  'lib_priv.entry_comment', 'lib_priv.entry_seen', 'lib_priv.entry_watch']) t;

alter table lib_priv.entry_series alter offsets set not null, alter vals set not null, add constraint series_is_whole check (cardinality(vals) between 1 and 200000
  and (case when step_s is null then cardinality(offsets) = cardinality(vals) else cardinality(offsets) = 0 and step_s > 0 end));

-- what was pasted stays as it was pasted; what was said stays as it was said
revoke update on lib_priv.entry_series, lib_priv.entry_comment, lib_priv.entry_watch from app;
grant update (resolved_at) on lib_priv.entry_comment to app;

/* What people are called where the space belongs; in a personal one by their own name. */
create function names_in_space(p_space int, p_users uuid[]) returns table (user_id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select u.id, coalesce(m.name, o.name, case when s.user_id = u.id then u.name end)
    from lib_priv.space s join "user" u on u.id = any (p_users)
    left join member m on m.event_id = s.event_id and m.user_id = u.id
    left join org_member o on o.org_id = s.org_id and o.user_id = u.id
   where s.id = p_space and s.id = any (lib_priv.current_spaces()) $$;

revoke execute on function names_in_space from public;
grant execute on function names_in_space to app;
