"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useMemo } from "react";
import { stayAwake } from "@/components/wall/stay-awake";
import { sinceText } from "@/lib/relative/rules";
import { isDecision, type ReplayedEvent, type ReplayedSeries, sinceStart } from "@/lib/replay/rules";
import { ReplayControls } from "./replay-controls";
import { ReplayLine } from "./replay-line";
import { useReplay, useReplayKeys } from "./use-replay";
import "./replay.css";

export type ReplayProps = {
  title: string;
  zone: string;
  /** When the incident began: from there it counts. */
  zero: number;
  /** No clock and no date may be told. */
  isRelative: boolean;
  span: [from: number, to: number];
  events: ReplayedEvent[];
  series: ReplayedSeries[];
  /** Where it stands at first. */
  begun: number;
  /** Where it leads when one leaves; null on a wall, which plays it by itself and has no buttons, only keys. */
  back: string | null;
};

const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** An incident as those saw it who were there, on the room's screen: what is not yet known is not shown. */
export function Replay({ title, zone, zero, isRelative, span, events, series, begun, back }: ReplayProps) {
  const t = useTranslations("replay");
  const format = useFormatter();
  const reel = useMemo(() => ({ events, span }), [events, span]);
  const [state, act] = useReplay(reel, begun, back === null);
  useReplayKeys(act);
  useEffect(stayAwake, []);
  const { now, asked, isStopped } = state;
  const known = events.filter(({ at }) => at <= now);
  const next = events.find(({ at }) => at > now);
  const isAsking = isStopped && next !== undefined && next.id === asked && isDecision(next);
  const time = (at: number) =>
    isRelative ? sinceText(zero, at) : format.dateTime(new Date(at), { ...clock, timeZone: zone });
  const done = (now - span[0]) / (span[1] - span[0]);

  return (
    <main data-theme="projector" className="replay">
      <header className="replay-head">
        <h1>{title}</h1>
        <p className="replay-clock">
          {!isRelative && time(now)} <strong>{sinceStart(now, zero)}</strong>
        </p>
      </header>
      <div className="replay-body" data-alone={series.length === 0 || undefined}>
        <ol className="replay-events" aria-live="polite" aria-label={t("known")}>
          {isAsking && <li className="replay-ask">{t("whatNow")}</li>}
          {known.toReversed().map(({ id, at, text, who }, place) => (
            <li key={id} data-newest={place === 0 || undefined}>
              <time>{time(at)}</time>
              <p>
                {who && <strong>{who}: </strong>}
                {text}
              </p>
            </li>
          ))}
          {known.length === 0 && <li className="replay-quiet">{t("nothingYet")}</li>}
        </ol>
        <div className="replay-series">
          {series.map((one) => (
            <ReplayLine key={one.id} series={one} done={done} />
          ))}
        </div>
      </div>
      <progress className="replay-progress" value={done} max={1} aria-label={t("progress")} />
      {back !== null && <ReplayControls state={state} act={act} moments={{ events, span }} back={back} />}
    </main>
  );
}
