"use client";

import { useTranslations } from "next-intl";
import { useBallot, useBoard } from "@/components/live/use-live";
import { ActionBar } from "@/components/ui/action-bar";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { DotsLeft } from "./dots-left";

/** The one thing to do in the phase that runs; while voting with the dots that are left. */
export function PhaseAction({ mayPitch }: { mayPitch: boolean }) {
  const t = useTranslations("topic");
  const { event } = useBoard();
  const { left } = useBallot();
  const at = `/e/${event.slug}`;

  if (event.phase === "voting")
    return (
      <ActionBar>
        <DotsLeft left={Math.max(left, 0)} total={event.dotsPerMember} />
        <LinkButton href={`${at}/topics/quick`} look="primary" large className="grow whitespace-nowrap px-3 lg:grow-0">
          {t("do.dots")}
        </LinkButton>
        {mayPitch && (
          <LinkButton href={`${at}/topics/pitch`} icon large className="w-13" aria-label={t("do.pitch")}>
            <Icon name="plus" className="size-6" />
          </LinkButton>
        )}
      </ActionBar>
    );
  if (mayPitch && (event.phase === "marketplace" || event.phase === "before"))
    return (
      <ActionBar>
        <LinkButton href={`${at}/topics/pitch`} look="primary" large className="grow lg:grow-0">
          <Icon name="plus" className="size-6" />
          {t("do.pitch")}
        </LinkButton>
      </ActionBar>
    );
  if (event.phase === "running" || event.phase === "placing")
    return (
      <ActionBar>
        <LinkButton href={`${at}/board`} look="primary" large className="grow lg:grow-0">
          {t("do.board")}
        </LinkButton>
      </ActionBar>
    );
  return null;
}
