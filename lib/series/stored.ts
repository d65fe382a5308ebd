import { createHash } from "node:crypto";
import type { EntrySeries } from "@/generated/prisma/client";
import type { Samples } from "@/lib/series/rules";

type Stored = Pick<EntrySeries, "name" | "unit" | "t0" | "stepS" | "offsets" | "vals" | "sha256">;

export type Named = Samples & { name: string; unit: string };

/** A series as a row has it: samples without a gap need no times of their own. */
export function stored({ name, unit, at, vals }: Named): Stored {
  const [begun = 0, second] = at;
  const step = second === undefined ? 0 : second - begun;
  const isRegular = step > 0 && at.every((time, index) => time === begun + index * step);
  return {
    name,
    unit,
    t0: new Date(begun),
    stepS: isRegular ? step / 1_000 : null,
    offsets: isRegular ? [] : at.map((time) => (time - begun) / 1_000),
    vals: [...vals],
    sha256: createHash("sha256")
      .update(JSON.stringify([name, unit, at, vals]))
      .digest("hex"),
  };
}
