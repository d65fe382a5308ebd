import { expect, test } from "vitest";
import { prisma } from "@/lib/db/client";
import { ask, type Command, perform, type Query } from "@/lib/db/perform";
import { standings } from "@/lib/member/rules";
import { anEvent } from "@/tests/support/an-event";

const modules = import.meta.glob<Record<string, unknown>>(
  ["/lib/*/*.ts", "/lib/*/{commands,queries}/*.ts", "!/lib/{web,live,interop}/**"],
  {
    eager: true,
  },
);
const exported = Object.entries(modules).flatMap(([path, module]) =>
  Object.entries(module).map(([name, value]) => [`${path.slice(5)} ${name}`, value] as const),
);
const isKind = (value: unknown, kind: string) =>
  typeof value === "object" && value !== null && "kind" in value && value.kind === kind;

const everyCommand = exported.filter(([, value]) => isKind(value, "command")) as (readonly [string, Command])[];
const everyQuery = exported.filter(([, value]) => isKind(value, "query")) as (readonly [string, Query])[];

test("the catalogue is not empty", () => {
  expect(everyCommand.length).toBeGreaterThan(20);
  expect(everyQuery.length).toBeGreaterThan(8);
});

test.each(everyCommand)("%s refuses a stranger of a private event as if it did not exist", async (_name, command) => {
  const event = await anEvent({ visibility: "private" });
  await expect(perform(command, await event.asStranger(), {})).rejects.toThrow("not-found");
  await expect(perform(command, { slug: "no-such-day", userId: event.host.userId }, {})).rejects.toThrow("not-found");
});

test.each(everyCommand)("%s refuses whoever stands too low for it", async (_name, command) => {
  const event = await anEvent();
  const below = standings[standings.indexOf(command.atLeast) - 1] ?? "visitor";
  expect(command.atLeast).not.toBe("visitor");
  const caller = below === "visitor" ? await event.asStranger() : await event.as(below as "participant");
  await expect(perform(command, caller, {})).rejects.toThrow("forbidden");
});

test.each(everyQuery)("%s does not admit that a private event exists", async (_name, query) => {
  const event = await anEvent({ visibility: "private" });
  for (const caller of [await event.asStranger(), event.asVisitor(), { slug: "no-such-day", userId: null }])
    await expect(ask(query, caller, undefined)).rejects.toMatchObject({ reason: "not-found", fields: {}, about: {} });
});

type Table = { table: string; enabled: boolean; forced: boolean; policies: string[] };

const eventTables = () => prisma().$queryRaw<Table[]>`
  select c.relname as table, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    array(select p.polname::text from pg_policy p where p.polrelid = c.oid order by 1) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
   where c.relkind = 'r' and (c.relname = 'event'
      or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'event_id' and not a.attisdropped))`;

test("every table of an event has row-level security enabled and forced", async () => {
  const tables = await eventTables();
  expect(tables.length).toBeGreaterThan(15);
  expect(tables.filter((one) => !one.enabled || !one.forced || !one.policies.includes("within_event"))).toEqual([]);
});

test("every reference between tables of an event carries the event with it", async () => {
  const names = (await eventTables()).map(({ table }) => table);
  const references = await prisma().$queryRaw<{ name: string; columns: string[]; target: string }[]>`
    select k.conname as name, k.confrelid::regclass::text as target,
      array(select a.attname::text from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey)) as columns
      from pg_constraint k where k.contype = 'f' and k.conrelid::regclass::text = any (${names})`;
  expect(references.length).toBeGreaterThan(20);
  const inside = references.filter(({ target }) => names.includes(target.replaceAll('"', "")));
  expect(inside.filter(({ columns }) => !columns.includes("event_id"))).toEqual([]);
});

test("outside the door every table of an event is empty", async () => {
  await anEvent();
  for (const { table } of await eventTables()) {
    const rows = await prisma().$queryRawUnsafe<unknown[]>(`select 1 from "${table}" limit 1`);
    expect([table, rows]).toEqual([table, []]);
  }
});

test("the app may not write history, clocks or events by itself", async () => {
  const event = await anEvent();
  const attempts = [
    "update change set kind = 'x'",
    "delete from change",
    "delete from event_clock",
    `insert into event (slug, name, zone, starts_on, ends_on, join_code) values ('x-y-z', 'x', 'UTC', now(), now(), 'ZZZ')`,
    "delete from event",
    `select lock_to_event('event')`,
  ];
  for (const sql of attempts) await expect(prisma().$executeRawUnsafe(sql)).rejects.toThrow(/permission denied/);
  expect(event.slug).toBeTruthy();
});
