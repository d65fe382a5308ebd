import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { measureOnsets, metricsFolder } from "@/tests/bench/measure-onsets";

// they are of others, and not ours to keep
test.skipIf(!existsSync(metricsFolder))(
  "what people labelled in real series lies within the drawn onset intervals",
  () => {
    const measured = measureOnsets(metricsFolder);
    expect(measured.length).toBeGreaterThan(8);
    const beside = measured.filter(({ what }) => !what.endsWith("alone"));
    expect(beside.filter(({ within, labelled }) => within < labelled)).toEqual([]);
    // drawing an onset everywhere would be within every label too
    expect(measured.reduce((sum, { elsewhere }) => sum + elsewhere, 0)).toBeLessThanOrEqual(4);
  },
);
