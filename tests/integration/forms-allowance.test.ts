import { expect, test, vi } from "vitest";

vi.mock("server-only", () => ({}));
let cookie: string | undefined;
vi.mock("next/headers", () => ({ cookies: async () => ({ get: () => cookie && { value: cookie } }) }));
const { spendForm, spendMail } = await import("@/lib/web/allowance");

async function refusals(spend: () => Promise<void>, times: number) {
  let refused = 0;
  for (let n = 0; n < times; n++) await spend().catch(({ reason }) => reason === "too-fast" && refused++);
  return refused;
}

const as = (session: string | undefined) => {
  cookie = session;
};

test("a script with a session is told to wait after 120 forms; its neighbour is not", async () => {
  as("script");
  expect(await refusals(spendForm, 1_000)).toBeGreaterThan(850);
  as("neighbour");
  expect(await refusals(spendForm, 60)).toBe(0);
});

test("one session has ten mails sent, to whichever addresses; a hall of strangers gets theirs", async () => {
  as("script");
  expect(await refusals(spendMail, 12)).toBe(2);
  as("neighbour");
  expect(await refusals(spendMail, 3)).toBe(0);
  as(undefined);
  expect(await refusals(spendMail, 500)).toBe(0);
  expect(await refusals(spendMail, 1_000)).toBeGreaterThan(800);
});

test("it says for how long", async () => {
  as("late");
  await refusals(spendMail, 10);
  await expect(spendMail()).rejects.toMatchObject({ reason: "too-fast", about: { seconds: expect.any(Number) } });
});
