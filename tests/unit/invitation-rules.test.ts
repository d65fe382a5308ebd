import { expect, test } from "vitest";
import { stateOf } from "@/lib/invitation/rules";
import { addressOf, randomPart } from "@/lib/org/rules";

const now = new Date("2027-03-04T12:00:00Z");
const terms = { uses: 2, used: 0, expiresAt: new Date("2027-03-05T12:00:00Z"), revokedAt: null };

test.each([
  ["open", {}],
  ["open", { used: 1 }],
  ["used-up", { used: 2 }],
  ["expired", { expiresAt: now }],
  ["revoked", { revokedAt: now, used: 2 }],
])("an invitation is %s with %o", (state, more) => {
  expect(stateOf({ ...terms, ...more }, now)).toBe(state);
});

test("the address of a company is readable and ends in what nobody guesses", () => {
  expect(addressOf("Crédit & Söhne GmbH", new Uint8Array(8))).toBe("credit-sohne-gmbh-aaaaaaaa");
  expect(addressOf("日本", new Uint8Array(8))).toBe("org-aaaaaaaa");
  expect(addressOf("x".repeat(60), new Uint8Array(8))).toHaveLength(39);
  expect(randomPart(Uint8Array.from({ length: 32 }, (_, byte) => byte))).toHaveLength(32);
});
