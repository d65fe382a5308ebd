import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { type ReplayedEvent, stepFrom } from "@/lib/replay/rules";
import type { ReplayAct, Replaying } from "./use-replay";

type ReplayControlsProps = {
  state: Replaying;
  act: (act: ReplayAct) => void;
  moments: { events: readonly ReplayedEvent[]; span: readonly [number, number] };
  back: string;
};

/** Steps are links: without JavaScript the replay is turned page by page. */
export function ReplayControls({ state, act, moments: { events, span }, back }: ReplayControlsProps) {
  const t = useTranslations("replay");
  const { now, isStopped, speed, asks } = state;
  const step = (forward: boolean) => {
    const to = stepFrom(now, events, forward) ?? span[forward ? 1 : 0];
    const take = (click: MouseEvent) => {
      click.preventDefault();
      act({ kind: forward ? "forward" : "back" });
    };
    return { href: `?at=${Math.round(to)}`, onClick: take, scroll: false, replace: true };
  };
  return (
    <nav className="replay-controls" aria-label={t("controls")}>
      <LinkButton {...step(false)}>{t("back")}</LinkButton>
      <Button look="primary" onClick={() => act({ kind: "toggle" })}>
        {isStopped ? t("play") : t("pause")}
      </Button>
      <LinkButton {...step(true)}>{t("forward")}</LinkButton>
      <Button onClick={() => act({ kind: "slower" })} aria-label={t("slower")}>
        −
      </Button>
      <span className="tabular-nums">{t("speed", { speed })}</span>
      <Button onClick={() => act({ kind: "faster" })} aria-label={t("faster")}>
        +
      </Button>
      <Button aria-pressed={asks} onClick={() => act({ kind: "ask" })}>
        {t("ask")}
      </Button>
      <LinkButton look="plain" href={back}>
        {t("leave")}
      </LinkButton>
    </nav>
  );
}
