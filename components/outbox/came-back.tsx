"use client";

import { useTranslations } from "next-intl";
import { useBoard } from "@/components/live/use-live";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { useEntries } from "./kept-on-phone";

/** On every page: that something came back, and where it is. */
export function CameBack() {
  const t = useTranslations("outbox");
  const { slug } = useBoard().event;
  const count = useEntries().filter(({ no }) => no).length;
  if (count === 0) return null;
  return (
    <p role="status" className="offline-banner">
      <Icon name="bad" className="size-4" />
      <Link href={`/e/${slug}/me#kept`} className="inline-flex min-h-11 items-center underline">
        {t("someCameBack", { count })}
      </Link>
    </p>
  );
}
