import { across, down, pathOf, pointsOf, rangeOf } from "@/lib/chart/rules";
import type { BesideSeries } from "@/lib/interop/beside/pack";
import { usualStep } from "@/lib/series/rules";
import { escaped } from "./html";

/** A series as a picture that needs no script, with its numbers as a file. */
export function chartOf(series: BesideSeries, file: string) {
  const { name, unit, at } = series;
  const span = [at[0] ?? 0, at.at(-1) ?? 0] as const;
  const points = pointsOf(series, span, usualStep(series));
  const range = rangeOf(points);
  const title = escaped(unit ? `${name} (${unit})` : name);
  const ends = span.map((time) => new Date(Math.round(time)).toISOString().slice(0, 16).replace("T", " "));
  return `<figure>
<figcaption><b>${title}</b> <a href="${encodeURI(file)}">CSV</a></figcaption>
<svg viewBox="0 0 ${across} ${down}" preserveAspectRatio="none" role="img" aria-label="${title}">
<path d="${pathOf(points, range)}"/></svg>
<p class="soft">${ends.map((time) => `${time} UTC`).join(" – ")} · ${range.map(shortly).join(" – ")}</p>
</figure>
`;
}

const shortly = (value: number) => String(Number(value.toPrecision(4)));
