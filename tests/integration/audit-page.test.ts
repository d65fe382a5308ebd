import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { copyAudit, copyOrgAudit } from "@/lib/audit/commands";
import { viewAudit, viewOrgAudit } from "@/lib/audit/queries";
import { perPage } from "@/lib/audit/rules";
import { askOrg, performInOrg } from "@/lib/db/enter-org";
import { ask, perform } from "@/lib/db/perform";
import { openPhase } from "@/lib/event/commands";
import { setRole } from "@/lib/member/commands";
import { setOrgRole } from "@/lib/org/commands/members";
import { placeHold } from "@/lib/retention/commands";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent } from "@/tests/support/an-event";
import { anOrg } from "@/tests/support/an-org";

const seen = async (who: Parameters<typeof ask>[1], asked = {}) => ask(viewAudit, who, asked);

test("a host reads who acted with power and on whom, and of participants neither name nor word", async () => {
  const event = await anEvent({ visibility: "private" });
  const ann = await event.as("participant", "Annika Quiet");
  const fiona = await event.as("participant", "Fiona Helper");
  await perform(pitchTopic, ann, { title: "What we never say" });
  await perform(setRole, event.host, { id: fiona.memberId, role: "facilitator" });
  await perform(openPhase, fiona, { phase: "voting", minutes: null });
  const { lines } = await seen(event.host);
  const told = lines.slice(0, 3).map(({ action, actor, object }) => ({ action, actor, object }));
  expect(told).toEqual([
    { action: "phase.opened", actor: "Fiona Helper", object: null },
    { action: "member.role-set", actor: "Hedda Host", object: "Fiona Helper" },
    { action: "topic.pitched", actor: null, object: "What we never say" },
  ]);
  expect(JSON.stringify(lines)).not.toContain("Annika");
});

test("page by page, newest first, none twice and none left out; of one chapter only when asked", async () => {
  const event = await anEvent();
  for (let at = 0; at < perPage + 3; at++) await perform(placeHold, event.host, { because: `Claim ${at}` });
  const first = await seen(event.host);
  const second = await seen(event.host, { before: first.older });
  expect([first.lines.length, second.older]).toEqual([perPage, null]);
  const numbers = [...first.lines, ...second.lines].map(({ seq }) => seq);
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, at) => numbers.length - at));
  const kept = await seen(event.host, { about: "kept" });
  expect(new Set(kept.lines.map(({ action }) => action))).toEqual(new Set(["hold.placed"]));
  const day = await seen(event.host, { about: "day" });
  expect(day.lines.length).toBeGreaterThan(0);
  expect(day.lines.filter(({ action }) => action === "hold.placed")).toEqual([]);
});

test("facilitators, strangers and other events read none of it, and no page is a word", async () => {
  const [event, other] = [await anEvent(), await anEvent({ visibility: "private" })];
  await expect(seen(await event.as("facilitator"))).rejects.toThrow("forbidden");
  await expect(seen({ ...event.host, slug: other.slug })).rejects.toThrow("not-found");
  await expect(seen(event.host, { before: "x" })).rejects.toThrow("invalid-input");
  await perform(placeHold, other.host, { because: "Theirs" });
  expect((await seen(event.host)).lines.filter(({ action }) => action === "hold.placed")).toEqual([]);
});

test("a copy says on every line whose it is, and that it was taken is in the audit with its digest", async () => {
  const event = await anEvent();
  await perform(placeHold, event.host, { because: "Claim" });
  const { text, digest, copy } = await perform(copyAudit, event.host, {});
  const lines = text.trim().split("\n");
  const [head, ...entries] = lines.map((line) => JSON.parse(line));
  expect(head).toMatchObject({ twofeet: "audit", of: "DevOpsDays Testhaven", copiedBy: "Hedda Host", copy });
  expect(head.entries).toBe(entries.length);
  for (const line of lines) expect(JSON.parse(line).mark).toMatch(/^Hedda Host · \d{4}-.*Z · [0-9a-f]{8}$/);
  expect(entries[0]).toMatchObject({ action: "hold.placed", actor: "Hedda Host" });
  expect(digest).toBe(createHash("sha256").update(text).digest("hex"));
  const { lines: now } = await seen(event.host);
  expect(now[0]).toMatchObject({ action: "audit.copied", actor: "Hedda Host", objectId: copy, digest });
});

test("owners read what was done in the company, named; not what its days do, and members read nothing", async () => {
  const org = await anOrg();
  const member = await org.as("member", "Mia Member");
  const event = await anEvent({ visibility: "private", of: { org: org.slug, userId: org.owner.userId } });
  await perform(placeHold, event.host, { because: "Claim" });
  await performInOrg(setOrgRole, org.owner, { id: member.memberId, role: "owner" });
  const { lines } = await askOrg(viewOrgAudit, org.owner, {});
  expect(lines.map(({ action }) => action)).toContain("member.role-set");
  expect(lines.map(({ action }) => action)).not.toContain("hold.placed");
  const given = lines.find(({ action }) => action === "member.role-set");
  expect([given?.actor, given?.object].every((name) => typeof name === "string")).toBe(true);
  const { text } = await performInOrg(copyOrgAudit, org.owner, {});
  expect(text).not.toContain("hold.placed");
  const plain = await org.as();
  await expect(askOrg(viewOrgAudit, { org: org.slug, userId: plain.userId }, {})).rejects.toThrow("forbidden");
});
