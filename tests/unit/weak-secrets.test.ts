import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const good = {
  TWOFEET_SECRET: "k7Vh2mQe9xTz4LrB8nWc1pYd6sJf3gAu",
  DATABASE_URL: "postgresql://owner:x9Kq2vLm7@db.example.org/twofeet",
  DATABASE_APP_URL: undefined,
  PUSHER_SECRET: undefined,
};

async function starts(given: Partial<Record<keyof typeof good, string>>) {
  for (const [name, value] of Object.entries({ ...good, ...given })) vi.stubEnv(name, value);
  return (await import("@/lib/env")).env();
}

test("the server starts with secrets that nobody guesses", async () => {
  expect(await starts({})).toMatchObject({ TWOFEET_SECRET: good.TWOFEET_SECRET });
  vi.resetModules();
  expect(await starts({ DATABASE_URL: "postgresql://owner:owner@127.0.0.1:5432/x" })).toBeTruthy();
});

test.each([
  ["a short one", { TWOFEET_SECRET: good.TWOFEET_SECRET.slice(1) }],
  ["one letter again and again", { TWOFEET_SECRET: "x".repeat(64) }],
  ["two words again and again", { TWOFEET_SECRET: "ab12".repeat(12) }],
  ["the word of every example", { TWOFEET_SECRET: `ChangeMe-${good.TWOFEET_SECRET}` }],
  ["another word of examples", { TWOFEET_SECRET: "your_secret_of_at_least_32_characters" }],
  ["a database's own name as its password", { DATABASE_URL: "postgresql://owner:postgres@db.internal/x" }],
  ["no password at all", { DATABASE_APP_URL: "postgresql://app@db.internal/x" }],
  ["a short one for sockets", { PUSHER_SECRET: "secret" }],
])("it does not start with %s", async (_what, given) => {
  await expect(starts(given)).rejects.toThrow(/guess|everybody knows|too_small/i);
});
