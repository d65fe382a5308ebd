import { expect, test } from "vitest";
import { verifyReceipts } from "@/bin/verify-receipt";
import { publicKeyOf, signReceipt } from "@/lib/retention/receipt";

const secret = "a secret of a test that is long enough";
const purged = (more = {}) => ({
  version: 1 as const,
  eventId: "6f1c2a8e-9d3b-4c57-8a01-2b3c4d5e6f70",
  keeps: "nothing" as const,
  purgedAt: "2027-04-01T03:00:00.000Z",
  before: { topic: 12, member: 30 },
  left: {},
  mails: 2,
  ...more,
});
const verdictOf = (receipt: unknown, key: string | null = null) => verifyReceipts(JSON.stringify(receipt), key)[0];

test("a receipt that nobody touched is whole, alone or among others, in whatever order its fields stand", () => {
  const receipt = signReceipt(secret, purged());
  const turned = Object.fromEntries(Object.entries(receipt).reverse());
  for (const one of [receipt, [receipt], turned])
    expect(verdictOf(one)).toMatchObject({
      isGood: true,
      says: "whole; kept nothing: 42 rows before, 0 left, 2 waiting mails taken away",
    });
});

test("any number that was changed, any field that was added, a signature of something else: not whole", () => {
  const receipt = signReceipt(secret, purged());
  const other = signReceipt(secret, purged({ mails: 0 }));
  for (const change of [{ mails: 3 }, { before: { topic: 11, member: 30 } }, { extra: 1 }, other.signature])
    expect(verdictOf({ ...receipt, ...(typeof change === "string" ? { signature: change } : change) })?.says).toMatch(
      /^NOT WHOLE/,
    );
  expect(verdictOf({ ...receipt, publicKey: "x".repeat(59) })?.isGood).toBe(false);
});

test("whose key it was counts when the key is known", () => {
  const receipt = signReceipt(secret, purged());
  expect(verdictOf(receipt, publicKeyOf(secret))?.isGood).toBe(true);
  expect(verdictOf(receipt, publicKeyOf(`${secret}, but another`))?.says).toMatch(/^signed by another key/);
});

test("a receipt that says nothing was kept, with rows left, is no good", () => {
  expect(verdictOf(signReceipt(secret, purged({ left: { note: 1 } })))?.isGood).toBe(false);
});

test("what is no receipt is said so", () => {
  for (const text of ["", "[]", "{}", JSON.stringify({ ...purged(), signature: "", publicKey: "" })])
    expect(() => verifyReceipts(text, null)).toThrow();
});
