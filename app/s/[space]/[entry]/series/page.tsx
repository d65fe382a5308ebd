import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BelowEntry } from "@/components/entry/below-entry";
import { FiredNotice } from "@/components/series/fired-notice";
import { FiringForm } from "@/components/series/firing-form";
import { ImportForm } from "@/components/series/import-form";
import { Part, SeriesView } from "@/components/series/series-view";
import { PinForm } from "@/components/series/signals";
import { Sources } from "@/components/series/sources";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Words } from "@/components/ui/words";
import { askedRule } from "@/lib/alert/input";
import { viewFirings } from "@/lib/alert/queries";
import { askedSeries } from "@/lib/series/input";
import { viewSeries } from "@/lib/series/queries";
import { lookInSpace } from "@/lib/web/space";
import { dropSeriesAction, importSeriesAction, pinSignalAction } from "./actions";

type SeriesProps = {
  params: Promise<{ space: string; entry: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("series");
  return { title: t("title"), robots: { index: false } };
}

/** Numbers over time beside the timeline of an entry; where they became unusual, which alert would have said so. */
export default async function SeriesPage({ params, searchParams }: SeriesProps) {
  const { space, entry } = await params;
  const asked = await searchParams;
  const [rule, { show, named, span }] = [askedRule.parse(asked), askedSeries.parse(asked)];
  const drawn = show.length === 0 && rule.series ? [rule.series] : show;
  const seen = await lookInSpace(viewSeries, space, { entryId: entry, show: drawn, named });
  const { alerts, fired } = await lookInSpace(viewFirings, space, { entryId: entry, ...rule });
  const t = await getTranslations("series");
  const { title, timeline, listed, signals, sources, mayWrite } = seen;
  const address = `/s/${space}/${entry}/series`;
  return (
    <BelowEntry
      space={space}
      entry={entry}
      over={title}
      title={t("title")}
      action={timeline.events.length > 0 && <LinkButton href={`/s/${space}/${entry}/replay`}>{t("replay")}</LinkButton>}
    >
      <Words namespaces={["ui", "series", "refused"]}>
        <div className="grid max-w-4xl gap-8">
          {listed.length === 0 && <EmptyState title={t("empty")}>{t("emptyHelp")}</EmptyState>}
          {listed.length > 0 && (
            <>
              <SeriesView
                {...seen}
                address={address}
                whole={span === "whole"}
                fired={fired && { ...fired, series: rule.series ?? "" }}
              />
              {mayWrite && (
                <PinForm
                  action={pinSignalAction.bind(null, space)}
                  entry={entry}
                  listed={listed}
                  signals={signals}
                  timeline={timeline}
                />
              )}
              <Part id="alert" title={t("alert")} help={t("alertHelp")}>
                {fired && <FiredNotice fired={fired} timeline={timeline} />}
                <FiringForm address={address} listed={listed} alerts={alerts} asked={rule} />
              </Part>
            </>
          )}
          {mayWrite && (
            <Part title={t("add")}>
              <ImportForm action={importSeriesAction.bind(null, space)} entry={entry} zone={timeline.zone} />
            </Part>
          )}
          {mayWrite && sources.length > 0 && (
            <Part title={t("sources")}>
              <Sources sources={sources} entry={entry} drop={dropSeriesAction.bind(null, space)} />
            </Part>
          )}
        </div>
      </Words>
    </BelowEntry>
  );
}
