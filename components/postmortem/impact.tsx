import { useFormatter } from "next-intl";
import { Prose } from "@/components/entry/prose";
import type { PostmortemDocument } from "@/lib/postmortem/input";

/** Who felt it, and how much: numbers with their units, then words. */
export function Impact({ document: { impact, impactNumbers } }: { document: PostmortemDocument }) {
  const format = useFormatter();
  return (
    <>
      {impactNumbers.length > 0 && (
        <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          {impactNumbers.map(({ name, value, unit }) => (
            <div key={name} className="card p-3">
              <dt className="text-sm text-soft">{name}</dt>
              <dd className="font-bold tabular-nums">
                {format.number(value, { maximumFractionDigits: 6 })} {unit}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {impact && <Prose below={2}>{impact}</Prose>}
    </>
  );
}
