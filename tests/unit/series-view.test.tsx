import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SeriesView } from "@/components/series/series-view";
import { onsetsOf } from "@/lib/onset/rules";
import { usualOf } from "@/lib/usual/rules";
import postmortem from "@/messages/en/postmortem.json";
import series from "@/messages/en/series.json";

const at = Array.from({ length: 30 }, (_, place) => Date.parse("2026-03-04T08:30:00Z") + place * 300_000);
const vals = at.map((_, place) => (place < 20 ? 100 + (place % 4) : 300));
const id = "0b7e3c1e-5d0a-4d1c-9b55-0c6f4a3f2b10";
const latency = {
  id,
  name: "latency <b>p99</b>",
  unit: "ms",
  sourceName: "shop.csv",
  isQuiet: false,
  samples: 30,
  stepS: 300,
  onsets: onsetsOf({ at, vals }),
  at,
  vals,
  usual: usualOf({ at, vals }),
};
const timeline = {
  zone: "Europe/Brussels",
  since: null,
  times: [{ what: "started", at: Date.parse("2026-03-04T10:00:00Z") }],
  events: [{ id: "a", at: Date.parse("2026-03-04T10:20:00Z"), marker: "other" as const, text: "Pager", who: "" }],
};

const shown = (whole: boolean) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ series, postmortem }}>
      <SeriesView
        address="/s/x/y/series"
        listed={[latency]}
        drawn={[latency]}
        signals={[
          { seriesId: id, name: "Ann", isMine: false, lo: new Date(at[19] ?? 0), hi: new Date(at[20] ?? 0), note: "" },
        ]}
        timeline={timeline}
        whole={whole}
        fired={null}
      />
    </NextIntlClientProvider>,
  );

test("an onset is drawn as wide as its samples are apart, and said in the zone of the post-mortem and from its start", () => {
  const html = shown(true);
  // 19 and 20 of 29 steps
  expect(html).toMatch(/class="chart-onset" style="left:65\.517\d*%;width:3\.448\d*%"/);
  expect(html).toContain("between 11:05 and 11:10 (T+5 min to T+10 min)");
  expect(html).toContain("latency &lt;b&gt;p99&lt;/b&gt;");
  expect(html).toContain("Pinned by Ann");
});

test("nobody is told a cause", () => {
  expect(shown(true).replace("What moved first is not therefore the cause.", "")).not.toMatch(
    /cause|culprit|fault|blame/i,
  );
});

test("a series is drawn with its numbers as a table", () => {
  expect(shown(true).match(/<tr>/g)?.length).toBe(30);
  expect(shown(true)).toMatch(/<path class="chart-line" d="M0,[\d.]+L/);
});
