import { expect, test } from "vitest";
import { enter } from "@/lib/db/enter";
import { ask, perform } from "@/lib/db/perform";
import { viewDesk, viewMe } from "@/lib/event/queries";
import { importTickets, useTicket } from "@/lib/event/tickets";
import { rename } from "@/lib/member/commands";
import { anEvent } from "@/tests/support/an-event";

test("a list is imported once, whatever separates its codes", async () => {
  const event = await anEvent({ voters: "ticket" });
  expect(await perform(importTickets, event.host, { codes: "AA-1\nbb-2, CC-3;AA-1" })).toEqual({ added: 3, known: 0 });
  expect(await perform(importTickets, event.host, { codes: "aa-1\nDD-4" })).toEqual({ added: 1, known: 1 });
  expect((await ask(viewDesk, event.host, undefined)).tickets).toEqual({ all: 4, used: 0 });
});

test("codes are kept as hashes only", async () => {
  const event = await anEvent();
  await perform(importTickets, event.host, { codes: "SECRET-42" });
  const rows = await enter(event.host, "host", ({ tx }) => tx.ticket.findMany());
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toMatch(/secret-42/i);
});

test("a list without a code is refused", async () => {
  const event = await anEvent();
  await expect(perform(importTickets, event.host, { codes: " \n" })).rejects.toMatchObject({ reason: "no-codes" });
});

test("a ticket opens voting for one person, once", async () => {
  const event = await anEvent({ voters: "ticket" });
  await perform(importTickets, event.host, { codes: "AA-1 BB-2" });
  const [ann, bob] = [await event.as("participant"), await event.as("participant")];
  expect((await ask(viewMe, ann, undefined)).barred).toBe("needs-ticket");
  await perform(useTicket, ann, { code: " aa-1 " });
  await perform(useTicket, ann, { code: "AA-1" });
  expect((await ask(viewMe, ann, undefined)).barred).toBeNull();
  const of = (code: string) => ({ reason: code, fields: { code: [code] } });
  await expect(perform(useTicket, bob, { code: "AA-1" })).rejects.toMatchObject(of("ticket-used"));
  await expect(perform(useTicket, bob, { code: "XX-9" })).rejects.toMatchObject(of("unknown-ticket"));
  await expect(perform(useTicket, ann, { code: "BB-2" })).rejects.toMatchObject({ reason: "has-ticket" });
  expect((await ask(viewDesk, event.host, undefined)).tickets).toEqual({ all: 2, used: 1 });
});

test("ten people with one ticket at once: one gets it", async () => {
  const event = await anEvent({ voters: "ticket" });
  await perform(importTickets, event.host, { codes: "AA-1" });
  const people = await Promise.all(Array.from({ length: 10 }, () => event.as("participant")));
  const tries = await Promise.allSettled(people.map((who) => perform(useTicket, who, { code: "AA-1" })));
  expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  const refusals = tries.flatMap((one) => (one.status === "rejected" ? [one.reason.reason] : []));
  expect(refusals).toEqual(new Array(9).fill("ticket-used"));
});

test("a name is one's own from the first change on", async () => {
  const event = await anEvent();
  const ann = await event.as("participant", "Brisk Otter");
  await enter(event.host, "host", ({ tx }) =>
    tx.member.updateMany({ where: { id: ann.memberId }, data: { nameIsMadeUp: true } }),
  );
  expect((await ask(viewMe, ann, undefined)).me).toMatchObject({ name: "Brisk Otter", nameIsMadeUp: true });
  await perform(rename, ann, { name: "  Ann  " });
  expect((await ask(viewMe, ann, undefined)).me).toMatchObject({ name: "Ann", nameIsMadeUp: false });
});

test.each([
  ["no name", " ", "too-small"],
  ["a very long name", "x".repeat(61), "too-big"],
  ["a name of two lines", "Ann\nBob", "invalid-format"],
])("%s is refused", async (_what, name, complaint) => {
  const event = await anEvent();
  const refusal = { reason: "invalid-input", fields: { name: [complaint] } };
  await expect(perform(rename, await event.as("participant"), { name })).rejects.toMatchObject(refusal);
});
