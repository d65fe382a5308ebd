import { z } from "zod";
import { comparisons } from "@/lib/alert/rules";

const ruleKey = z.string().regex(/^[0-9a-f-]{36}\/\d{1,3}$/);

/** An alert of a recipe (`<recipe>/<number of its alert>`), or a threshold of one's own, over one series. */
const shape = {
  series: z.uuid().nullable(),
  rule: z.union([ruleKey, z.literal("")]),
  comparison: z.enum(comparisons),
  value: z.number().nullable(),
  minutes: z.number().min(0).max(10_080),
};

export const viewFiringsInput = z.strictObject({ entryId: z.uuid(), ...shape });

const typedNumber = z.string().trim().min(1).transform(Number).pipe(z.number());

/** What an address asks; what is no question is none. */
export const askedRule = z.object({
  series: shape.series.catch(null),
  rule: shape.rule.catch(""),
  comparison: shape.comparison.catch(">"),
  value: typedNumber.nullable().catch(null),
  minutes: typedNumber.pipe(shape.minutes).catch(0),
});
export type AskedRule = z.output<typeof askedRule>;
