import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function settings(given: Record<string, string>) {
  const own = {
    DATABASE_URL: "postgresql://owner:x@localhost/x",
    TWOFEET_SECRET: "one secret of a test that nobody guesses",
  };
  const none = { PUSHER_APP_ID: undefined, PUSHER_KEY: undefined, PUSHER_SECRET: undefined };
  for (const [name, value] of Object.entries({ ...none, ...own, ...given })) vi.stubEnv(name, value);
  return (await import("@/lib/env")).env();
}

const credentials = { PUSHER_APP_ID: "7", PUSHER_KEY: "key", PUSHER_SECRET: "a secret of the service" };

test("a hosted service is used with all of its credentials, or the server does not start", async () => {
  for (const missing of Object.keys(credentials)) {
    const given = Object.fromEntries(Object.entries(credentials).filter(([name]) => name !== missing));
    await expect(settings({ REALTIME: "pusher", ...given })).rejects.toThrow("REALTIME=pusher needs");
    vi.unstubAllEnvs();
  }
  expect(await settings({ REALTIME: "pusher", ...credentials })).toMatchObject(credentials);
});

test("our own sockets have a key and a secret that differ from installation to installation", async () => {
  const one = await settings({});
  vi.resetModules();
  const other = await settings({ TWOFEET_SECRET: "the other secret of a test, not guessed either" });
  expect(one.PUSHER_SECRET).toMatch(/^[0-9a-f]{64}$/);
  expect([other.PUSHER_KEY, other.PUSHER_SECRET]).not.toEqual([one.PUSHER_KEY, one.PUSHER_SECRET]);
  expect(one.PUSHER_SECRET).not.toContain(one.PUSHER_KEY);
});
