import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyAudit } from "@/bin/verify-audit";
import { type Anchor, hashAfter } from "@/lib/audit/chain";
import { audit } from "@/lib/audit/write";
import { prisma } from "@/lib/db/client";
import { enter } from "@/lib/db/enter";
import { enterOrg } from "@/lib/db/enter-org";
import { outside } from "@/lib/db/outside";
import { perform } from "@/lib/db/perform";
import { env } from "@/lib/env";
import { openPhase, rotateCode } from "@/lib/event/commands";
import { rename } from "@/lib/member/commands";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent } from "@/tests/support/an-event";
import { anOrg } from "@/tests/support/an-org";
import { asOwner } from "@/tests/support/as-owner";

type Row = { seq: number; action: string; actor_id: string | null; object_id: string | null; hash: string };

const auditOf = (eventId: string) =>
  asOwner(async (client) => {
    const text = `select seq::int, action, actor_id, object_id, encode(hash, 'hex') as hash from audit
                   where event_id = $1 order by seq`;
    return (await client.query<Row>(text, [eventId])).rows;
  });

/** With the triggers out of the way: what no permission can prevent. */
const tamper = (sql: string, ...values: unknown[]) =>
  asOwner(async (client) => {
    await client.query("begin; alter table audit disable trigger user");
    const { rowCount } = await client.query(sql, values);
    await client.query("alter table audit enable trigger user; commit");
    expect(rowCount).toBeGreaterThan(0);
  });

async function findingOf(chainId: string, anchors: Anchor[] = []) {
  const findings = await verifyAudit(env().DATABASE_URL, anchors);
  return findings.find((one) => one.chainId === chainId);
}

async function aDayWithAStory() {
  const event = await anEvent();
  for (const phase of ["voting", "placing", "running"] as const)
    await perform(openPhase, event.host, { phase, minutes: null });
  return event;
}

test("every change of an event is an entry of its chain, and the chain is whole", async () => {
  const event = await aDayWithAStory();
  const entries = await auditOf(event.id);
  expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  expect(entries[0]?.action).toBe("event.created");
  expect(await findingOf(event.id)).toMatchObject({ entries: 5, fault: null, head: entries[4]?.hash });
});

test("what was rolled back was never audited, and nobody's number is missing", async () => {
  const event = await anEvent();
  const failing = enter(event.host, "host", async ({ record }) => {
    record("code.rotated");
    throw new Error("after all not");
  });
  await expect(failing).rejects.toThrow("after all not");
  await perform(rotateCode, event.host, {});
  expect((await auditOf(event.id)).map(({ action }) => action)).toEqual([
    "event.created",
    "phase.opened",
    "code.rotated",
  ]);
  expect((await findingOf(event.id))?.fault).toBeNull();
});

test("fifty writers at once make one chain without gaps, and none waits for another in a circle", async () => {
  const event = await anEvent();
  const looks = Array.from({ length: 25 }, () =>
    enter(event.host, "host", async ({ tx, event: { id }, record, oneAtATime }) => {
      await tx.$executeRaw`select write_audit(${id}::uuid, null, ${event.host.userId}::uuid, 'sealed.looked', null, null)`;
      await oneAtATime("ballot");
      record("event.edited");
    }),
  );
  const phases = Array.from({ length: 25 }, (_, n) =>
    perform(openPhase, event.host, { phase: n % 2 ? "voting" : "marketplace", minutes: null }),
  );
  await Promise.all([...looks, ...phases]);
  expect(await findingOf(event.id)).toMatchObject({ entries: 2 + 25 * 2 + 25, fault: null });
});

/** Made below the forms: how an org makes one is not what is tested here. */
async function anEventOf(org: Awaited<ReturnType<typeof anOrg>>) {
  const slug = `day-${randomBytes(6).toString("hex")}`;
  const { userId } = org.owner;
  await outside(
    (tx) => tx.$queryRaw`select * from found_event(${userId}::uuid, 'Hedda', ${slug}, 'A day', 'UTC', '2027-03-04',
      '2027-03-04', ${slug}, 'private', ${org.slug})`,
  );
  return { slug, userId };
}

test("looks that change nothing, in two events of an org and in the org itself, are one chain", async () => {
  const org = await anOrg();
  const events = await Promise.all([anEventOf(org), anEventOf(org)]);
  const looks = events.flatMap((event) =>
    Array.from({ length: 15 }, () => enter(event, "host", (scope) => audit(scope, "sealed.looked"))),
  );
  const inOrg = Array.from({ length: 10 }, () =>
    enterOrg(org.owner, "owner", async ({ record }) => record("org.renamed")),
  );
  await Promise.all([...looks, ...inOrg]);
  const before = 1;
  expect(await findingOf(org.id)).toMatchObject({ entries: before + 30 + 10, fault: null });
});

test("what people say is audited without who said it; what the crew does is not", async () => {
  const event = await anEvent();
  const ann = await event.as("participant", "Ann Anyone");
  const before = (await auditOf(event.id)).length;
  await perform(pitchTopic, ann, { title: "Burnout", anonymous: "on" });
  await perform(pitchTopic, event.host, { title: "Layoffs", anonymous: "on" });
  await perform(rotateCode, event.host, {});
  const [first, second, third] = (await auditOf(event.id)).slice(before);
  expect([first?.actor_id, second?.actor_id]).toEqual([null, null]);
  expect(third?.actor_id).toMatch(/^[0-9a-f-]{36}$/);
  expect([event.host.userId, event.id]).not.toContain(third?.actor_id);
});

test("a person who is erased is known by no entry any more, and the chain still adds up", async () => {
  const event = await anEvent();
  const ann = await event.as("participant", "Ann Anyone");
  await perform(rename, ann, { name: "Ann Somebody" });
  const entry = (await auditOf(event.id)).find(({ action }) => action === "member.renamed");
  const standIns = [entry?.actor_id, entry?.object_id].filter(Boolean);
  expect(standIns.length).toBeGreaterThan(0);
  expect(standIns).not.toContain(ann.memberId);
  expect(standIns).not.toContain(ann.userId);
  await prisma().user.delete({ where: { id: ann.userId } });
  const known = await asOwner((client) => client.query("select 1 from audit_actor where id = any ($1)", [standIns]));
  expect(known.rowCount).toBe(0);
  expect((await findingOf(event.id))?.fault).toBeNull();
});

test("nobody changes the audit: not role app, and not its owner by a slip", async () => {
  const event = await anEvent();
  for (const sql of [
    "update audit set action = 'x.y'",
    "delete from audit",
    "truncate audit",
    "insert into audit (chain_id, event_id, action) values (gen_random_uuid(), gen_random_uuid(), 'x.y')",
    "select 1 from audit_actor",
    "alter table audit disable trigger user",
  ])
    await expect(prisma().$executeRawUnsafe(sql)).rejects.toThrow(/permission denied|must be owner/);
  for (const sql of ["update audit set action = 'x.y'", "delete from audit", "truncate audit"])
    await expect(asOwner((client) => client.query(sql))).rejects.toThrow("the audit is never changed");
  expect((await findingOf(event.id))?.fault).toBeNull();
});

test("nobody writes to the audit of an event they have not entered", async () => {
  const [mine, other] = [await anEvent(), await anEvent()];
  const into = (eventId: string | null) =>
    enter(
      mine.host,
      "host",
      ({ tx }) => tx.$executeRaw`select write_audit(${eventId}::uuid, null, null, 'sealed.looked', null, null)`,
    );
  await expect(into(other.id)).rejects.toThrow("audit of what was not entered");
  await expect(into(null)).rejects.toThrow("audit of what was not entered");
  await into(mine.id);
  expect((await auditOf(other.id)).map(({ action }) => action)).not.toContain("sealed.looked");
});

const inChain = "where chain_id = $1 and seq";

test.each([
  ["one letter changed", { seq: 3, kind: "changed" }, [`update audit set action = 'event.editef' ${inChain} = 3`]],
  [
    "one byte of a hash",
    { seq: 2, kind: "changed" },
    [`update audit set hash = set_byte(hash, 7, get_byte(hash, 7) # 1) ${inChain} = 2`],
  ],
  ["another time", { seq: 4, kind: "changed" }, [`update audit set at = at + interval '1 ms' ${inChain} = 4`]],
  ["another actor", { seq: 4, kind: "changed" }, [`update audit set actor_id = gen_random_uuid() ${inChain} = 4`]],
  ["an entry taken out", { seq: 3, kind: "missing" }, [`delete from audit ${inChain} = 3`]],
  [
    "an entry taken out and the rest renumbered",
    { seq: 3, kind: "changed" },
    [
      `delete from audit ${inChain} = 3`,
      `update audit set seq = 3 ${inChain} = 4`,
      `update audit set seq = 4 ${inChain} = 5`,
    ],
  ],
  [
    "two entries swapped",
    { seq: 2, kind: "changed" },
    [
      `update audit set seq = 99 ${inChain} = 2`,
      `update audit set seq = 2 ${inChain} = 3`,
      `update audit set seq = 3 ${inChain} = 99`,
    ],
  ],
] as const)("%s is found", async (_name, fault, steps) => {
  const event = await aDayWithAStory();
  for (const sql of steps) await tamper(sql, event.id);
  expect((await findingOf(event.id))?.fault).toEqual(fault);
});

test("a tail that was cut off, and a chain written anew, are found by the heads that were written down elsewhere", async () => {
  const event = await aDayWithAStory();
  const entries = await auditOf(event.id);
  const anchor = { chainId: event.id, seq: 5, hash: entries[4]?.hash ?? "" };
  expect((await findingOf(event.id, [anchor]))?.fault).toBeNull();
  await tamper("delete from audit where chain_id = $1 and seq = 5", event.id);
  expect((await findingOf(event.id))?.fault).toBeNull();
  expect((await findingOf(event.id, [anchor]))?.fault).toEqual({ seq: 5, kind: "missing" });
  await perform(rotateCode, event.host, {});
  expect((await findingOf(event.id))?.fault).toBeNull();
  expect((await findingOf(event.id, [anchor]))?.fault).toEqual({ seq: 5, kind: "rewritten" });
});

test("npm run verify-audit says it in words and by its exit code", async () => {
  const event = await aDayWithAStory();
  const folder = mkdtempSync(join(tmpdir(), "twofeet-anchors-"));
  const run = () => {
    const options = { env: { ...process.env, TWOFEET_DATA: folder }, encoding: "utf8" as const };
    return spawnSync(process.execPath, ["--import", "tsx", "bin/verify-audit.ts"], options);
  };
  expect(run().stdout).toMatch(new RegExp(`${event.id} {2}5 entries {2}[0-9a-f]{16} {2}whole`));
  writeFileSync(join(folder, "audit-heads.jsonl"), `${JSON.stringify({ chainId: event.id, seq: 9, hash: "00" })}\n`);
  const broken = run();
  expect([broken.status, broken.stdout]).toEqual([1, expect.stringContaining("BROKEN at entry 6: missing")]);
});

test("a known chain has a known hash", () => {
  const [chainId, actorId] = ["8a6e0804-2bd0-4672-b79d-d97027f9071a", "0b7e6f2e-6a5c-4a6e-9f3a-6f1f0c9f7f10"];
  const at = new Date("2027-03-04T09:00:00.120Z");
  const entry = {
    chainId,
    seq: 1,
    at,
    eventId: chainId,
    orgId: null,
    actorId,
    action: "event.created",
    objectId: null,
    digest: null,
  };
  expect(hashAfter("", entry)).toMatchInlineSnapshot(
    `"e2ed7f8c8f22529af9ee12455fb64922594f593bb41fb58f5bcaaf30dae8d2be"`,
  );
});
