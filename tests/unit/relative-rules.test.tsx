import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PublishedSeries } from "@/components/library/published-series";
import { csvOf } from "@/lib/interop/beside/pack";
import { onsetsOf } from "@/lib/onset/rules";
import { countedFrom, exactlySince, firstDay, sinceText } from "@/lib/relative/rules";
import { usualOf } from "@/lib/usual/rules";
import postmortem from "@/messages/en/postmortem.json";
import series from "@/messages/en/series.json";

const minute = 60_000;
const at = Array.from({ length: 30 }, (_, place) => firstDay + (place - 5) * 5 * minute);
const vals = at.map((_, place) => (place < 20 ? 100 + (place % 4) : 300));
const shown = (since: number | null, days = 1) => {
  const times = at.map((time) => firstDay + (time - firstDay) * days);
  const one = { id: "0", name: "errors", unit: "", sourceName: "", isQuiet: false, samples: 30, stepS: 300 };
  const samples = { at: times, vals };
  const drawn = { ...one, ...samples, onsets: onsetsOf(samples), usual: usualOf(samples) };
  const events = [{ id: "a", at: firstDay + 20 * minute, marker: "other" as const, text: "Pager", who: "" }];
  const timeline = { zone: "UTC", since, times: [{ what: "started", at: firstDay }], events };
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ series, postmortem }}>
      <PublishedSeries slug="x" version={{ version: "1+a" } as never} series={[drawn]} timeline={timeline} />
    </NextIntlClientProvider>,
  );
};

test("where times count from the beginning, neither a clock nor a date is on the axes, in onsets or anywhere", () => {
  for (const days of [1, 40]) {
    const html = shown(firstDay, days).replaceAll(/T[+-](\d+d )?\d\d:\d\d/g, "T");
    expect(html).not.toMatch(/\d\d:\d\d|2000|1999|Jan|UTC/);
  }
  expect(shown(firstDay)).toContain("between T+01:10 and T+01:15");
  expect(shown(firstDay)).toContain('href="/library/x/v/1%2Ba/series/0.csv"');
  // what it would be otherwise
  expect(shown(null)).toMatch(/between 01:10 and 01:15/);
});

test("an instant from the beginning, to the minute and exactly", () => {
  expect([12, -90, 75 * 60].map((minutes) => sinceText(0, minutes * minute))).toEqual([
    "T+00:12",
    "T-01:30",
    "T+3d 03:00",
  ]);
  expect([750_500, -90_000, 180_000_000].map((ms) => exactlySince(0, ms))).toEqual([
    "T+00:12:30.500",
    "T-00:01:30",
    "T+50:00:00",
  ]);
});

test("times count from the beginning only on the calendar of such copies, and where no zone is said", () => {
  expect(countedFrom(null, firstDay)).toBe(firstDay);
  expect(countedFrom(null, null, [firstDay + minute, firstDay])).toBe(firstDay);
  expect(countedFrom("Europe/Brussels", firstDay)).toBeNull();
  expect(countedFrom(null, firstDay + minute)).toBeNull();
  expect(countedFrom(null, null)).toBeNull();
});

test("a file of such times has none but these, and no name in it is a formula", () => {
  const name = '=HYPERLINK("http://x","y")';
  expect(csvOf({ name, at: [firstDay, firstDay + minute], vals: [1, -2.5] }, firstDay)).toBe(
    `time,"'=HYPERLINK(""http://x"",""y"")"\r\nT+00:00:00,1\r\nT+00:01:00,-2.5\r\n`,
  );
  for (const sign of ["+", "-", "@", "\t=", "\r="])
    expect(csvOf({ name: `${sign}1`, at: [], vals: [] })).toContain(`time,"'${sign}`);
});
