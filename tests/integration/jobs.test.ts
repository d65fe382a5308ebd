import { expect, test } from "vitest";
import { anchorsIn, verifyAudit } from "@/bin/verify-audit";
import { enter } from "@/lib/db/enter";
import { perform } from "@/lib/db/perform";
import { env } from "@/lib/env";
import { openJobs } from "@/lib/jobs/open";
import { purgeNow, setRetention } from "@/lib/retention/commands";
import { anEvent } from "@/tests/support/an-event";
import { asOwner } from "@/tests/support/as-owner";
import { soon } from "@/tests/support/soon";

const isThere = (id: string) =>
  asOwner(async (client) => (await client.query("select 1 from event where id = $1", [id])).rowCount === 1);

test("the jobs purge what is due and nothing else, and write down where the chains stand", async () => {
  const [due, later] = [await anEvent(), await anEvent()];
  const { name } = await enter(due.host, "host", async ({ event }) => event);
  await perform(purgeNow, due.host, { name, keeps: "nothing" });
  await perform(setRetention, later.host, { purgeOn: "2127-04-01", keeps: "nothing", watermark: true });
  const jobs = await openJobs(env());
  try {
    await soon(async () => expect(await isThere(due.id)).toBe(false));
    expect(await isThere(later.id)).toBe(true);
    await soon(() => expect(anchorsIn(env().TWOFEET_DATA).map(({ chainId }) => chainId)).toContain(later.id));
  } finally {
    await jobs.close();
  }
  const findings = await verifyAudit(env().DATABASE_URL, anchorsIn(env().TWOFEET_DATA));
  expect(findings.find(({ chainId }) => chainId === later.id)).toMatchObject({ fault: null });
});

test("the queue says nothing about anybody: its jobs have no data", async () => {
  const rows = await asOwner((client) =>
    client.query("select 1 from pgboss.job where data is not null and data::text not in ('null', '{}')"),
  );
  expect(rows.rowCount).toBe(0);
});
