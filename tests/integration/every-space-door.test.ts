import { expect, test } from "vitest";
import { prisma } from "@/lib/db/client";
import { performInOrg } from "@/lib/db/enter-org";
import {
  askSpace,
  enterPublic,
  enterSpace,
  enterSpaces,
  performInSpace,
  type SpaceCaller,
  type SpaceCommand,
  type SpaceQuery,
} from "@/lib/db/enter-space";
import { removeFromOrg } from "@/lib/org/commands/members";
import { anOrgSpace, aPersonalSpace, spaceTables } from "@/tests/support/a-space";

const modules = import.meta.glob<Record<string, unknown>>(
  ["/lib/*/*.ts", "/lib/*/{commands,queries}/*.ts", "!/lib/{web,live,interop}/**"],
  { eager: true },
);
const exported = Object.entries(modules).flatMap(([path, module]) =>
  Object.entries(module).map(([name, value]) => [`${path.slice(5)} ${name}`, value] as const),
);
type Deed = SpaceCommand | SpaceQuery;
const isDeed = (value: unknown) =>
  typeof value === "object" && value !== null && "kind" in value && String(value.kind).startsWith("space-");
const everyDeed = exported.filter(([, value]) => isDeed(value)) as (readonly [string, Deed])[];
const run = (deed: Deed, caller: SpaceCaller) =>
  deed.kind === "space-command" ? performInSpace(deed, caller, {}) : askSpace(deed, caller, {});

test.runIf(everyDeed.length > 0).each(everyDeed)("%s does not admit that a space exists", async (_name, deed) => {
  const [space, other] = [await anOrgSpace(), await anOrgSpace()];
  const strangers = [await space.asStranger(), { ...other.owner, space: space.space }, await formerMember(space)];
  const missing = { space: "0123456789abcdef0123456789abcdef", userId: space.owner.userId };
  for (const caller of [...strangers, missing, { space: space.space, userId: null }])
    await expect(run(deed, caller)).rejects.toMatchObject({ reason: "not-found", fields: {}, about: {} });
});

async function formerMember(space: Awaited<ReturnType<typeof anOrgSpace>>) {
  const gone = await space.as("owner");
  await performInOrg(removeFromOrg, space.org.owner, { id: gone.memberId });
  return { space: gone.space, userId: gone.userId };
}

test("every table of lib_priv has row-level security enabled and forced", async () => {
  const tables = await spaceTables();
  expect(tables.length).toBeGreaterThan(5);
  expect(tables.filter((one) => !one.enabled || !one.forced || one.policies.length === 0)).toEqual([]);
});

test("outside its door every table of lib_priv is empty, and so it is for who is in no space", async () => {
  await aPersonalSpace();
  const stranger = await anOrgSpace().then((space) => space.asStranger());
  for (const { table } of await spaceTables()) {
    expect(await prisma().$queryRawUnsafe(`select 1 from ${table} limit 1`), table).toEqual([]);
    await enterSpaces(stranger.userId, async (tx) => {
      expect(await tx.$queryRawUnsafe(`select 1 from ${table} limit 1`), table).toEqual([]);
    });
  }
});

test("whoever looks at what is published cannot even name what is not", async () => {
  for (const { table } of await spaceTables())
    await expect(enterPublic((tx) => tx.$queryRawUnsafe(`select 1 from ${table}`))).rejects.toThrow(
      /permission denied/,
    );
});

test("nothing that the app runs as writes what is published", async () => {
  const open = await prisma().$queryRaw<{ table: string }[]>`
    select c.oid::regclass::text as table from pg_class c
     where c.relnamespace = 'lib_pub'::regnamespace and c.relname in ('pub_entry', 'pub_version')
       and (has_table_privilege('app', c.oid, 'insert') or has_table_privilege('app', c.oid, 'update')
         or has_table_privilege('app', c.oid, 'delete') or has_table_privilege('lib_reader', c.oid, 'insert'))`;
  expect(open).toEqual([]);
});

test("every reference between tables of a space carries the space with it", async () => {
  const names = (await spaceTables()).map(({ table }) => table);
  const references = await prisma().$queryRaw<{ source: string; columns: string[]; target: string }[]>`
    select k.conrelid::regclass::text as source, k.confrelid::regclass::text as target,
      array(select a.attname::text from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey)) as columns
      from pg_constraint k where k.contype = 'f' and k.conrelid::regclass::text = any (${names})`;
  const inside = references.filter(({ target }) => names.includes(target));
  expect(inside.length).toBeGreaterThan(4);
  expect(inside.filter(({ columns }) => !columns.includes("space_id"))).toEqual([]);
});

test("a right in a space ends with its day, and with the membership it hangs on", async () => {
  const space = await anOrgSpace();
  const roleOf = (caller: SpaceCaller) => enterSpace(caller, "reader", async ({ reader }) => reader.role);
  expect(await roleOf(await space.as())).toBe("contributor");
  expect(await roleOf(await space.as("approver", new Date(Date.now() + 60_000)))).toBe("approver");
  expect(await roleOf(await space.as("approver", new Date(Date.now() - 1_000)))).toBe("contributor");
  await expect(roleOf(await formerMember(space))).rejects.toMatchObject({ reason: "not-found" });
});
