import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyAudit } from "@/bin/verify-audit";
import { castDots } from "@/lib/ballot/commands";
import { placeTopic } from "@/lib/board/commands";
import { enter } from "@/lib/db/enter";
import { ask, perform } from "@/lib/db/perform";
import { env } from "@/lib/env";
import { openPhase } from "@/lib/event/commands";
import { forgetMail } from "@/lib/jobs/pending-mail";
import { saveNote } from "@/lib/note/commands";
import { liftHold, placeHold, purgeNow, setRetention } from "@/lib/retention/commands";
import { purgeReceiptsOf } from "@/lib/retention/own-data";
import { eventsToPurge, purge } from "@/lib/retention/purge";
import { viewOutcomes } from "@/lib/retention/queries";
import { isReceiptWhole, publicKeyOf } from "@/lib/retention/receipt";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent } from "@/tests/support/an-event";
import { asOwner, columnsThatSay } from "@/tests/support/as-owner";

const means = { secret: env().TWOFEET_SECRET, forgetMail: (words: string[]) => forgetMail(env().TWOFEET_DATA, words) };

async function aDayThatWas() {
  const event = await anEvent({ name: `The inner day ${crypto.randomUUID()}`, visibility: "private" });
  const ann = await event.as("participant", "Ann Anyone");
  const placed = await perform(pitchTopic, ann, { title: "Queues", pitch: "Only mine" });
  await perform(pitchTopic, ann, { title: "Never met" });
  await perform(openPhase, event.host, { phase: "voting", minutes: null });
  await perform(castDots, event.host, { topicId: placed, dots: 3 });
  await perform(openPhase, event.host, { phase: "placing", minutes: null });
  await perform(placeTopic, event.host, { topicId: placed, ...event.withSpot() });
  await perform(openPhase, event.host, { phase: "running", minutes: null });
  await perform(saveNote, ann, { topicId: placed, body: "What we learned", baseRev: 0 });
  const { name } = await enter(event.host, "host", async (scope) => scope.event);
  return { ...event, name, ann };
}

const orderPurge = async (day: Awaited<ReturnType<typeof aDayThatWas>>, keeps: "nothing" | "outcomes" | "all") =>
  perform(purgeNow, day.host, { name: day.name, keeps });

test("an event that keeps nothing is gone from every column of every table but the audit and its receipt", async () => {
  const day = await aDayThatWas();
  await orderPurge(day, "nothing");
  const receipt = await purge(day.id, means);
  expect(receipt).toMatchObject({ eventId: day.id, keeps: "nothing", left: {} });
  expect(receipt?.before).toMatchObject({ topic: 2, member: 2, dots: 1, note: 1, note_revision: 1, placement: 1 });
  const places = [
    "audit.chain_id",
    "audit.event_id",
    "audit.object_id",
    "audit_actor.chain_id",
    "purge_receipt.purged_event_id",
    "purge_receipt.receipt",
  ];
  expect(await columnsThatSay([day.id])).toEqual(places);
  expect(await columnsThatSay([day.slug, day.name])).toEqual([]);
  await expect(ask(viewOutcomes, day.ann, undefined)).rejects.toThrow("not-found");
  const chain = (await verifyAudit(env().DATABASE_URL, [])).find(({ chainId }) => chainId === day.id);
  expect(chain?.fault).toBeNull();
});

test("an event that keeps its outcomes keeps what was found, when and where, and nobody's name or dots", async () => {
  const day = await aDayThatWas();
  await orderPurge(day, "outcomes");
  const receipt = await purge(day.id, means);
  expect(Object.keys(receipt?.left ?? {}).sort()).toEqual(["change", "event_clock", "member", "outcome"]);
  const view = await ask(viewOutcomes, day.ann, undefined);
  expect(view.outcomes).toMatchObject([{ title: "Queues", body: "What we learned", room: "Aula" }]);
  expect(await columnsThatSay(["Ann Anyone", "Only mine", "Never met"])).not.toContain("topic.title");
  const names = await enter(day.host, "host", ({ tx }) => tx.member.findMany({ select: { name: true } }));
  expect(names).toEqual([{ name: "–" }, { name: "–" }]);
});

test("an event that keeps all loses only what machines needed", async () => {
  const day = await aDayThatWas();
  await orderPurge(day, "all");
  expect((await purge(day.id, means))?.left).toMatchObject({ topic: 2, note: 1, member: 2 });
});

test("the receipt is signed: a changed number, or another key, is noticed", async () => {
  const day = await aDayThatWas();
  await orderPurge(day, "nothing");
  await purge(day.id, means);
  const [held] = await purgeReceiptsOf(day.host.userId);
  const receipt = held?.receipt;
  if (!receipt) throw new Error("The host has no receipt.");
  expect([receipt.publicKey === publicKeyOf(means.secret), isReceiptWhole(receipt)]).toEqual([true, true]);
  expect(isReceiptWhole({ ...receipt, mails: receipt.mails + 1 })).toBe(false);
  expect(isReceiptWhole({ ...receipt, before: { ...receipt.before, topic: 1 } })).toBe(false);
  expect(isReceiptWhole({ ...receipt, publicKey: publicKeyOf("another secret of thirty-two letters and more") })).toBe(
    false,
  );
  expect(await purgeReceiptsOf(day.ann.userId)).toEqual([]);
  const digests = await asOwner((client) =>
    client.query("select digest from audit where event_id = $1 and action = 'event.purged' and digest is not null", [
      day.id,
    ]),
  );
  expect(digests.rowCount).toBe(1);
});

test("what is held is not purged, and purged it is when the hold is lifted", async () => {
  const day = await aDayThatWas();
  await orderPurge(day, "nothing");
  await perform(placeHold, day.host, { because: "A court asks" });
  await expect(orderPurge(day, "nothing")).rejects.toMatchObject({ reason: "under-hold" });
  expect(await purge(day.id, means)).toBeNull();
  expect(await eventsToPurge()).not.toContain(day.id);
  await perform(liftHold, day.host, {});
  expect(await eventsToPurge()).toContain(day.id);
  expect(await purge(day.id, means)).not.toBeNull();
});

test("nothing is purged before its day, by another name, or while the event lasts", async () => {
  const day = await aDayThatWas();
  await perform(setRetention, day.host, { purgeOn: "2027-04-01", keeps: "nothing", watermark: true });
  expect(await purge(day.id, means)).toBeNull();
  await expect(
    perform(setRetention, day.host, { purgeOn: "2027-03-05", keeps: "nothing", watermark: true }),
  ).rejects.toMatchObject({ reason: "purge-too-early" });
  await expect(perform(purgeNow, day.host, { name: "another day", keeps: "nothing" })).rejects.toMatchObject({
    reason: "not-its-name",
  });
  expect(await eventsToPurge()).not.toContain(day.id);
});

test("two processes purge at once: one does, and gives the one receipt", async () => {
  const day = await aDayThatWas();
  await orderPurge(day, "nothing");
  const receipts = await Promise.all([purge(day.id, means), purge(day.id, means)]);
  expect(receipts.filter(Boolean)).toHaveLength(1);
  expect(await purgeReceiptsOf(day.host.userId)).toHaveLength(1);
});

test("mails that wait in the outbox and name the event go with it; others stay", async () => {
  const day = await aDayThatWas();
  const outbox = join(env().TWOFEET_DATA, "outbox");
  mkdirSync(outbox, { recursive: true });
  const [folded, other] = [`${day.slug}-a.eml`, `${day.slug}-b.eml`].map((name) =>
    name.replace(day.slug, crypto.randomUUID()),
  );
  const half = day.slug.length - 4;
  writeFileSync(
    join(outbox, folded ?? ""),
    `To: a@b.example\r\n\r\nhttp://x/sign-in?next=3D%2Fe%2F${day.slug.slice(0, half)}=\r\n${day.slug.slice(half)}\r\n`,
  );
  writeFileSync(join(outbox, other ?? ""), "To: a@b.example\r\n\r\nhttp://x/e/another-day\r\n");
  await orderPurge(day, "nothing");
  expect((await purge(day.id, means))?.mails).toBe(1);
  expect([readdirSync(outbox).includes(folded ?? ""), readdirSync(outbox).includes(other ?? "")]).toEqual([
    false,
    true,
  ]);
});
