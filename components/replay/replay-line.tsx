import { useFormatter } from "next-intl";
import type { ReplayedSeries } from "@/lib/replay/rules";

/** A series up to now. */
export function ReplayLine({ series, done }: { series: ReplayedSeries; done: number }) {
  const format = useFormatter();
  const number = (value: number) => format.number(value, { maximumSignificantDigits: 3, notation: "compact" });
  const { name, unit, low, high, points } = series;
  const until = points.findIndex((point) => point !== null && point[0] > done * 1_000);
  const path = points
    .slice(0, until < 0 ? points.length : until)
    .map((point, place) => (point ? `${place > 0 && points[place - 1] ? "L" : "M"}${point[0]},${point[1]}` : ""))
    .join("");
  return (
    <figure>
      <figcaption>
        <span>{name}</span>
        <span>
          {number(low)}–{number(high)} {unit}
        </span>
      </figcaption>
      <svg viewBox="0 -4 1000 108" preserveAspectRatio="none" aria-hidden>
        <path d={path} />
      </svg>
    </figure>
  );
}
