-- CreateTable
CREATE TABLE "lib_pub"."saw_published" (
    "entry_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "saw_published_pkey" PRIMARY KEY ("entry_id","user_id")
);
CREATE INDEX "saw_published_user_id_idx" ON "lib_pub"."saw_published"("user_id");
ALTER TABLE "lib_pub"."saw_published" ADD CONSTRAINT "saw_published_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "lib_pub"."pub_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "lib_pub"."saw_published" ADD CONSTRAINT "saw_published_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- who said so is nobody's to read
revoke all on lib_pub.saw_published from public, app, lib_reader;

/* Says for one person that they saw the same as a published entry tells, or not after all. Answers why not, or null. */
create function say_saw(p_user uuid, p_entry uuid, p_saw boolean) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from lib_pub.pub_entry e where e.id = p_entry and e.withdrawn_at is null) then return 'not-found'; end if;
  if not exists (select from "user" u where u.id = p_user) then return 'not-signed-in'; end if;
  if p_saw then
    insert into lib_pub.saw_published (entry_id, user_id) values (p_entry, p_user) on conflict do nothing;
  else
    delete from lib_pub.saw_published s where s.entry_id = p_entry and s.user_id = p_user;
  end if;
  return null;
end $$;

/* How many people said so, and whether that person did. */
create function saw_of(p_entry uuid, p_user uuid) returns table (people int, mine boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int, coalesce(bool_or(s.user_id = p_user), false) from lib_pub.saw_published s
    join lib_pub.pub_entry e on e.id = s.entry_id and e.withdrawn_at is null where s.entry_id = p_entry $$;

revoke execute on function say_saw, saw_of from public;
grant execute on function say_saw, saw_of to app;
