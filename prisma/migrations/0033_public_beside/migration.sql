-- AlterTable
ALTER TABLE "lib_priv"."publication" ADD COLUMN     "series_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "lib_priv"."redaction_plan" ADD COLUMN     "series" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "lib_pub"."pub_attachment" (
    "entry_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "alt" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "pub_attachment_pkey" PRIMARY KEY ("entry_id","version","sha256")
);

-- CreateTable
CREATE TABLE "lib_pub"."pub_series" (
    "entry_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL DEFAULT '',
    "is_quiet" BOOLEAN NOT NULL DEFAULT false,
    "t0" TIMESTAMPTZ(3) NOT NULL,
    "step_s" DOUBLE PRECISION,
    "offsets" DOUBLE PRECISION[],
    "vals" DOUBLE PRECISION[],

    CONSTRAINT "pub_series_pkey" PRIMARY KEY ("entry_id","version","no")
);

-- AddForeignKey
ALTER TABLE "lib_pub"."pub_attachment" ADD CONSTRAINT "pub_attachment_entry_id_version_fkey" FOREIGN KEY ("entry_id", "version") REFERENCES "lib_pub"."pub_version"("entry_id", "version") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lib_pub"."pub_series" ADD CONSTRAINT "pub_series_entry_id_version_fkey" FOREIGN KEY ("entry_id", "version") REFERENCES "lib_pub"."pub_version"("entry_id", "version") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── What is published beside a document: its pictures and its series ──

revoke all on lib_pub.pub_attachment, lib_pub.pub_series from public, app, lib_reader;
grant select on lib_pub.pub_attachment, lib_pub.pub_series to lib_reader, app;
grant insert (series_ids) on lib_priv.publication to app;

alter table lib_pub.pub_attachment add constraint picture_is_its_digest check (sha256 = encode(sha256(bytes), 'hex'));

/* Of the numbers alone: what was pasted has a digest with its dates in it, by which they could be tried out. */
create function lib_priv.digest_of_samples(p_step double precision, p_offsets double precision[], p_vals double precision[])
returns text language sql immutable as $$
  select lib_priv.digest_of(jsonb_build_array(p_step, to_jsonb(p_offsets), to_jsonb(p_vals))) $$;
revoke execute on function lib_priv.digest_of_samples from public;
grant execute on function lib_priv.digest_of_samples to app;

/* Copies what the signed copy names: of the entry's own pictures those that its text shows, of its series those whose
   numbers still have the digest that was approved. */
create function lib_priv.release_beside(p lib_priv.publication, p_public uuid) returns void language plpgsql
set search_path = public, pg_temp as $$
begin
  insert into lib_pub.pub_attachment (entry_id, version, sha256, mime, bytes, alt)
    select p_public, p.version, a.sha256, a.mime, a.bytes, coalesce(b ->> 'alt', '')
      from jsonb_array_elements(coalesce(p.beside -> 'pictures', '[]')) b
      join lib_priv.attachment a on a.space_id = p.space_id and a.entry_id = p.entry_id and a.sha256 = b ->> 'sha256'
     where position('attachment:' || a.sha256 in p.document::text) > 0;
  insert into lib_pub.pub_series (entry_id, version, no, name, unit, is_quiet, t0, step_s, offsets, vals)
    select p_public, p.version, b.no, b.one ->> 'name', b.one ->> 'unit', (b.one ->> 'isQuiet')::boolean,
           (b.one ->> 't0')::timestamptz, s.step_s, s.offsets, s.vals
      from jsonb_array_elements(coalesce(p.beside -> 'series', '[]')) with ordinality b(one, no)
      join lib_priv.entry_series s on s.space_id = p.space_id and s.entry_id = p.entry_id and s.id = p.series_ids[b.no]
     where lib_priv.digest_of_samples(s.step_s, s.offsets, s.vals) = b.one ->> 'sha256';
end $$;
revoke execute on function lib_priv.release_beside from public;

/* As before, and with what lies beside the document. */
create or replace function lib_priv.release(p_space int, p_id uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  p lib_priv.publication;
  e lib_priv.entry;
  v_public uuid;
begin
  select * into strict p from lib_priv.publication where space_id = p_space and id = p_id for update;
  select * into strict e from lib_priv.entry where space_id = p_space and id = p.entry_id;
  select o.public_id into v_public from lib_priv.publication o
   where o.space_id = p_space and o.entry_id = p.entry_id and o.public_id is not null and o.withdrawn_at is null limit 1;
  if v_public is null then
    insert into lib_pub.pub_entry (kind, slug, document, licence, credit, version, parent_id, parent_version)
      select e.kind, p.slug, p.document, p.document ->> 'licence', coalesce(p.document ->> 'credit', ''), p.version, f.id,
        case when f.id is not null then e.forked_from_version end
      from (select 1) one left join lib_pub.pub_entry f on f.id = e.forked_from
      returning id into v_public;
  else
    update lib_pub.pub_entry set document = p.document, licence = p.document ->> 'licence',
      credit = coalesce(p.document ->> 'credit', ''), version = p.version where id = v_public;
  end if;
  insert into lib_pub.pub_version (entry_id, version, document, changes) values (v_public, p.version, p.document, p.changes);
  insert into lib_pub.pub_receipt (entry_id, version, beside, sha256, keys, requested_at, approved_at)
    values (v_public, p.version, p.beside, p.sha256, case when p.approved_by_id is distinct from p.requested_by_id then 2 else 1 end,
      p.requested_at, p.approved_at);
  perform lib_priv.release_beside(p, v_public);
  update lib_priv.publication set released_at = now(), public_id = v_public where space_id = p_space and id = p_id;
end $$;

/* As before; what lies beside the document goes with it. */
create or replace function withdraw_publication(p_space int, p_entry uuid, p_user uuid, p_because text) returns text language plpgsql
security definer set search_path = public, pg_temp as $$
declare
  v_role lib_priv.space_role := lib_priv.as_publisher(p_space, p_user);
  v_public uuid;
begin
  select o.public_id into v_public from lib_priv.publication o
   where o.space_id = p_space and o.entry_id = p_entry and o.public_id is not null and o.withdrawn_at is null limit 1;
  if v_public is null then return 'not-found'; end if;
  if v_role is null or v_role < 'approver' then return 'forbidden'; end if;
  delete from lib_pub.pub_attachment where entry_id = v_public;
  delete from lib_pub.pub_series where entry_id = v_public;
  delete from lib_pub.pub_receipt where entry_id = v_public;
  update lib_pub.pub_version set document = jsonb_build_object('kind', document ->> 'kind', 'title', '…'), changes = '',
    yanked_at = coalesce(yanked_at, now()) where entry_id = v_public;
  update lib_pub.pub_entry set document = jsonb_build_object('kind', kind::text, 'title', '…'), credit = '', withdrawn_at = now(),
    withdrawn_because = p_because where id = v_public;
  update lib_priv.publication set withdrawn_at = now() where space_id = p_space and entry_id = p_entry and public_id = v_public;
  return null;
end $$;
