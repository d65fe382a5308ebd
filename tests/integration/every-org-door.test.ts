import { expect, test } from "vitest";
import { prisma } from "@/lib/db/client";
import { askOrg, type OrgCommand, type OrgQuery, performInOrg } from "@/lib/db/enter-org";
import { anOrg } from "@/tests/support/an-org";

const modules = import.meta.glob<Record<string, unknown>>(
  ["/lib/*/*.ts", "/lib/*/{commands,queries}/*.ts", "!/lib/{web,live,interop}/**"],
  { eager: true },
);
const exported = Object.entries(modules).flatMap(([path, module]) =>
  Object.entries(module).map(([name, value]) => [`${path.slice(5)} ${name}`, value] as const),
);
const isKind = (value: unknown, kind: string) =>
  typeof value === "object" && value !== null && "kind" in value && value.kind === kind;

type Deed = OrgCommand | OrgQuery;
const everyDeed = exported.filter(
  ([, value]) => isKind(value, "org-command") || isKind(value, "org-query"),
) as (readonly [string, Deed])[];
const run = (deed: Deed, caller: { org: string; userId: string | null }) =>
  deed.kind === "org-command" ? performInOrg(deed, caller, {}) : askOrg(deed, caller, {});

test.runIf(everyDeed.length > 0).each(everyDeed)("%s does not admit that an org exists", async (_name, deed) => {
  const [org, other] = [await anOrg(), await anOrg()];
  const nobody = { org: org.slug, userId: null };
  const missing = { org: "no-such-org", userId: org.owner.userId };
  for (const caller of [await org.asStranger(), { ...other.owner, org: org.slug }, nobody, missing])
    await expect(run(deed, caller)).rejects.toMatchObject({ reason: "not-found", fields: {}, about: {} });
});

test.runIf(everyDeed.length > 0).each(everyDeed)(
  "%s refuses a member where an owner is wanted",
  async (_name, deed) => {
    const org = await anOrg();
    if (deed.atLeast === "owner") await expect(run(deed, await org.as("member"))).rejects.toThrow("forbidden");
  },
);

type Table = { table: string; enabled: boolean; forced: boolean; policies: string[] };

const orgTables = () => prisma().$queryRaw<Table[]>`
  select c.relname as table, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    array(select p.polname::text from pg_policy p where p.polrelid = c.oid order by 1) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
   where c.relkind = 'r' and c.relname <> 'event' and (c.relname = 'org'
      or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped))`;

test("every table of an org has row-level security enabled and forced", async () => {
  const tables = await orgTables();
  expect(tables.length).toBeGreaterThan(5);
  expect(tables.filter((one) => !one.enabled || !one.forced || one.policies.length === 0)).toEqual([]);
  const locked = tables.filter(({ policies }) => policies.includes("within_org"));
  expect(locked.length).toBeGreaterThan(5);
});

test("every reference between tables of an org carries the org with it", async () => {
  const names = (await orgTables()).map(({ table }) => table);
  const references = await prisma().$queryRaw<{ columns: string[]; target: string }[]>`
    select k.confrelid::regclass::text as target,
      array(select a.attname::text from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey)) as columns
      from pg_constraint k where k.contype = 'f' and k.conrelid::regclass::text = any (${names})`;
  const inside = references.filter(({ target }) => names.includes(target.replaceAll('"', "")));
  expect(inside.length).toBeGreaterThan(4);
  expect(inside.filter(({ columns }) => !columns.includes("org_id"))).toEqual([]);
});

test("outside its door every table of an org is empty", async () => {
  await anOrg();
  for (const { table } of await orgTables()) {
    const rows = await prisma().$queryRawUnsafe<unknown[]>(`select 1 from "${table}" limit 1`);
    expect([table, rows]).toEqual([table, []]);
  }
});

test("the app may not make orgs, write their history, or move an event to another org", async () => {
  const attempts = [
    "insert into org (slug, name) values ('x-y', 'x')",
    "delete from org",
    "update org_change set kind = 'x'",
    "delete from org_change",
    "select lock_to_org('org')",
  ];
  for (const sql of attempts) await expect(prisma().$executeRawUnsafe(sql)).rejects.toThrow(/permission denied/);
});
