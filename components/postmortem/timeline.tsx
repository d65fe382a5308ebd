import { DateTime } from "luxon";
import { useLocale, useTranslations } from "next-intl";
import { Prose } from "@/components/entry/prose";
import { Badge } from "@/components/ui/badge";
import type { PostmortemDocument } from "@/lib/postmortem/input";
import { inOrder, minutesSince, type TimelineEvent, zeroOf } from "@/lib/postmortem/rules";
import { EvidenceList } from "./evidence-list";
import { countsFromStart, dayOf, FuzzyTime, zoneName } from "./fuzzy-time";
import { sinceZero } from "./length";

/** What happened, one after the other, each with its distance from the start. */
export function Timeline({ document }: { document: PostmortemDocument }) {
  const t = useTranslations("postmortem");
  const zero = zeroOf(document);
  const isRelative = document.timeline.some(({ at }) => countsFromStart(at));
  const events = inOrder(document.timeline);
  return (
    <div className="grid gap-2">
      <p className="text-sm text-soft">
        {document.zone ? t("allTimesIn", { zone: zoneName(document.zone) }) : isRelative || t("zoneNotSaid")}
      </p>
      <ol className="grid gap-3">
        {events.map((event, position) => (
          <Moment
            key={event.id}
            event={event}
            since={minutesSince(zero, event.at)}
            newDay={dayOf(event.at) !== null && dayOf(event.at) !== lastDay(events, position)}
          />
        ))}
      </ol>
    </div>
  );
}

function lastDay(events: TimelineEvent[], position: number) {
  return events.slice(0, position).reduceRight<string | null>((day, { at }) => day ?? dayOf(at), null);
}

function Moment({ event, since, newDay }: { event: TimelineEvent; since: number | null; newDay: boolean }) {
  const t = useTranslations("postmortem");
  const { id, at, until, marker, who, text, starred, evidence } = event;
  const exact = at.at !== null && (at.precision === "minute" || at.precision === "second");
  return (
    <li id={`event-${id}`} className="grid scroll-mt-20 gap-2">
      {newDay && exact && <Day at={at.at ?? ""} />}
      <div className="grid gap-x-4 gap-y-1 border-line border-l-4 pl-3 target:border-accent sm:grid-cols-[9rem_minmax(0,1fr)]">
        <p className="text-sm tabular-nums">
          <span className="font-semibold">
            <FuzzyTime time={at} short />
            {until && (
              <>
                {"–"}
                <FuzzyTime time={until} short />
              </>
            )}
          </span>
          {since !== null && <span className="block text-soft text-xs">{sinceZero(since)}</span>}
        </p>
        <div className="grid min-w-0 gap-1">
          {(marker !== "other" || who || starred) && (
            <p className="flex flex-wrap items-center gap-2 text-sm text-soft">
              {marker !== "other" && <Badge tone={tones[marker]}>{t(`marker.${marker}`)}</Badge>}
              {starred && <Badge>{t("starred")}</Badge>}
              {who}
            </p>
          )}
          <Prose below={3}>{text}</Prose>
          <EvidenceList evidence={evidence} />
        </div>
      </div>
    </li>
  );
}

const tones = { detection: "warn", diagnosis: "plain", repair: "good", comms: "plain", key: "accent" } as const;

function Day({ at }: { at: string }) {
  const locale = useLocale();
  const day = DateTime.fromISO(at, { setZone: true }).setLocale(locale);
  return (
    <p className="pt-2 font-semibold text-sm">
      {day.toLocaleString({ weekday: "long", day: "numeric", month: "long", year: "numeric" })}
    </p>
  );
}
