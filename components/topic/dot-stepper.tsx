"use client";

import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { Dot } from "./dot";
import type { Casting } from "./dot-well";

type DotStepperProps = Casting & { topicId: string; title: string; onFull: () => void };

/**
 * A place for each dot that a topic may carry, each 56 px: a tap fills up to there, a tap on the last one
 * takes it back. Absolute numbers, and a part of the page's form `dots`, as in `DotWell`.
 */
export function DotStepper({ topicId, title, mine, left, most, pending, cast, onFull }: DotStepperProps) {
  const t = useTranslations("topic");
  const put = (dots: number) => (click: MouseEvent) => {
    click.preventDefault();
    if (dots - mine > left) onFull();
    else cast(dots);
  };
  return (
    <fieldset className="flex flex-wrap justify-center gap-2">
      <legend className="sr-only">{t("yourDots", { title, mine })}</legend>
      {Array.from({ length: most }, (_, place) => place + 1).map((number) => {
        const wanted = number === mine ? number - 1 : number;
        return (
          <button
            key={number}
            type="submit"
            form="dots"
            name="cast"
            value={`${topicId}:${wanted}`}
            aria-label={t("setDots", { dots: wanted })}
            aria-disabled={wanted - mine > left}
            onClick={put(wanted)}
            className="dot-place"
          >
            <Dot key={String(number <= mine)} down={number <= mine} pending={pending} fresh />
          </button>
        );
      })}
    </fieldset>
  );
}
