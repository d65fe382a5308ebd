import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Tabs } from "@/components/ui/tabs";
import type { Fired } from "@/lib/alert/queries";
import type { DrawnSeries, ListedSeries, PinnedSignal, TimelineMarks } from "@/lib/series/queries";
import { Chart } from "./chart";
import { CsvLink } from "./csv-link";
import { OnsetBoard } from "./onset-board";
import { SamplesTable } from "./samples-table";
import { Signals } from "./signals";
import { incidentSpan, wholeSpan } from "./span";
import { TimeAxis } from "./time-axis";
import { TimelineList } from "./timeline-list";

type SeriesViewProps = {
  address: string;
  listed: ListedSeries[];
  drawn: DrawnSeries[];
  signals: PinnedSignal[];
  timeline: TimelineMarks;
  /** All there is, not only the hours of the incident. */
  whole: boolean;
  fired: (Fired & { series: string }) | null;
};

/** The board of onsets, who pinned what, and the charts; nowhere which of them was at fault. */
export function SeriesView({ address, listed, drawn, signals, timeline, whole, fired }: SeriesViewProps) {
  const t = useTranslations("series");
  const all = wholeSpan(drawn);
  const near = incidentSpan(timeline, all);
  const span = whole || !near ? all : near;
  const pinned = new Set(signals.map(({ seriesId }) => seriesId));
  return (
    <div className="grid gap-8">
      {near && <SpanTabs address={address} whole={whole} />}
      <Part title={t("onsets")} help={t("onsetsHelp")}>
        <OnsetBoard
          listed={listed}
          span={span}
          timeline={timeline}
          pinned={pinned}
          chartOf={(id) => `${address}?show=${id}${whole ? "&span=whole" : ""}`}
        />
      </Part>
      <Part title={t("signals")} help={t("signalsHelp")}>
        <Signals signals={signals} listed={listed} timeline={timeline} />
      </Part>
      <Part title={t("charts")} help={t("chartsHelp")}>
        <TimelineList timeline={timeline} span={span} />
        {drawn.map((series) => (
          <div key={series.id}>
            <Chart
              series={series}
              span={span}
              timeline={timeline}
              fires={fired?.series === series.id ? fired.firings : undefined}
            />
            <TimeAxis span={span} timeline={timeline} />
            <SamplesTable series={series} span={span} timeline={timeline} />
            <CsvLink name={series.name} href={`${address}/${series.id}.csv`} />
          </div>
        ))}
        <p className="text-sm text-soft">
          {timeline.since === null ? t("zoneOfAll", { zone: timeline.zone }) : t("sinceOfAll")}
        </p>
        {listed.length > drawn.length && <Others address={address} listed={listed} drawn={drawn} />}
      </Part>
    </div>
  );
}

function SpanTabs({ address, whole }: { address: string; whole: boolean }) {
  const t = useTranslations("series");
  const tabs = [
    { key: "near", label: t("near"), href: address },
    { key: "whole", label: t("whole"), href: `${address}?span=whole` },
  ];
  return <Tabs label={t("spanLabel")} tabs={tabs} current={whole ? "whole" : "near"} />;
}

const mostOthers = 400;

function Others({ address, listed, drawn }: { address: string; listed: ListedSeries[]; drawn: DrawnSeries[] }) {
  const t = useTranslations("series");
  const shown = new Set(drawn.map(({ id }) => id));
  const others = listed.filter(({ id }) => !shown.has(id)).slice(0, mostOthers);
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 text-accent">{t("others", { count: others.length })}</summary>
      <ul className="grid gap-1">
        {others.map(({ id, name }) => (
          <li key={id}>
            <Link
              href={`${address}?show=${id}`}
              className="wrap-anywhere flex min-h-11 items-center text-accent text-sm"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function Part({
  title,
  help,
  id,
  children,
}: {
  title: string;
  help?: string;
  id?: string;
  children: ReactNode;
}) {
  return (
    <section id={id} className="grid scroll-mt-4 gap-3">
      <h2 className="font-bold text-lg">{title}</h2>
      {help && <p className="-mt-2 max-w-[70ch] text-sm text-soft">{help}</p>}
      {children}
    </section>
  );
}
