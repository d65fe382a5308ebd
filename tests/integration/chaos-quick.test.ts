import { expect, onTestFinished, test } from "vitest";
import { endStorm, runStorm } from "@/tests/chaos/storm";

test("a hall that votes while its server and its database are killed loses nothing, and every phone knows", async () => {
  onTestFinished(endStorm);
  const { findings, strikes, unequal, ledger } = await runStorm({
    seed: 20_270_304,
    seconds: 8,
    votes: 1_000,
    members: 100,
    phones: 10,
    blows: { app: 2, database: 1, close: 1 },
    script: "tests/chaos/hot-lane.ts",
  });
  expect(findings.examples).toEqual([]);
  expect(strikes.map(({ what }) => what).sort()).toEqual(["app", "app", "close", "database"]);
  expect(ledger.acknowledgedAt.length).toBeGreaterThanOrEqual(1_000);
  expect(ledger.counts.unexpected).toBe(0);
  expect(unequal).toBe(0);
}, 120_000);
