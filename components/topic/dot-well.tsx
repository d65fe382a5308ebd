"use client";

import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { Icon } from "@/components/ui/icon";
import { DotRow } from "./dot-row";

/** What a person's dots on one topic are, and how to change them; `cast` takes the new number. */
export type Casting = { mine: number; left: number; pending: boolean; most: number; cast: (dots: number) => void };

type DotWellProps = Casting & { topicId: string; title: string; onFull: () => void };

/**
 * The edge of a note where a thumb puts dots down: above one more, below one back. Each button carries the
 * absolute number, and belongs to the form `dots` of the page, so it works before and without JavaScript.
 */
export function DotWell({ topicId, title, mine, left, most, pending, cast, onFull }: DotWellProps) {
  const t = useTranslations("topic");
  const full = mine >= most || left <= 0;
  const put = (dots: number, refused: boolean) => (click: MouseEvent) => {
    click.preventDefault();
    if (refused) onFull();
    else cast(dots);
  };
  const button = { type: "submit", form: "dots", name: "cast" } as const;

  return (
    <div className="dot-well" data-mine-dots={mine}>
      <button
        {...button}
        value={`${topicId}:${Math.min(mine + 1, most)}`}
        aria-label={t("putDot", { title, mine })}
        aria-disabled={full}
        onClick={put(mine + 1, full)}
      >
        <DotRow down={mine} places={most} pending={pending} />
      </button>
      {mine > 0 && (
        <button
          {...button}
          value={`${topicId}:${mine - 1}`}
          aria-label={t("takeDot", { title, mine })}
          onClick={put(mine - 1, false)}
        >
          <Icon name="minus" />
        </button>
      )}
    </div>
  );
}
