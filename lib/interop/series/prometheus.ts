import { z } from "zod";
import type { Collected } from "./read-series";

const sample = z.tuple([z.number(), z.string()]);
const answer = z.object({
  data: z.object({
    result: z.array(
      z.object({
        metric: z.record(z.string(), z.string()),
        values: z.array(sample).optional(),
        value: sample.optional(),
      }),
    ),
  }),
});

/** What Prometheus answers a query with (`/api/v1/query_range`); null for everything else. */
export function fromPrometheus(text: string): Collected | null {
  if (!/^\s*\{/.test(text)) return null;
  const read = answer.safeParse(jsonOf(text));
  if (!read.success) return null;
  const found: Collected = new Map();
  for (const { metric, values, value } of read.data.data.result) {
    const samples = (values ?? (value ? [value] : []))
      .map(([at, said]) => ({ at: Math.round(at * 1_000), value: Number(said), suffix: "" }))
      .filter((one) => Number.isFinite(one.value));
    if (samples.length > 0) found.set(nameOf(metric), { unit: "", samples });
  }
  return found;
}

function nameOf({ __name__: name = "", ...labels }: Record<string, string>) {
  const said = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return said.length > 0 ? `${name}{${said.join(",")}}` : name || "1";
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
