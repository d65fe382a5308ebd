"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { CopyLink } from "@/components/ui/copy-link";
import { Submit } from "@/components/ui/submit";

type FeedOfKeptProps = {
  id: string;
  name: string;
  origin: string;
  make: ComponentProps<typeof ActionForm>["action"];
};

/** The feed of a search that is kept in a space: an address of one's own, shown once, that opens nothing but feeds. */
export function FeedOfKept({ id, name, origin, make }: FeedOfKeptProps) {
  const t = useTranslations("search");
  const words = { copy: t("copy"), copied: t("copied") };
  return (
    <ActionForm
      action={make}
      className="order-last grid basis-full gap-3"
      // outside of what folds: without JavaScript it is folded again by now
      done={(made) =>
        (["atom", "json"] as const).map((format) => (
          <CopyLink
            key={format}
            label={`${t("feedOf", { name })} (${format === "atom" ? "Atom" : "JSON"})`}
            address={`${origin}/feed/${(made as { token: string }).token}/${format}?search=${id}`}
            {...words}
          />
        ))
      }
    >
      <details>
        <summary aria-label={t("feedOf", { name })} className="min-h-11 cursor-pointer py-2.5 text-accent">
          {t("feed")}
        </summary>
        <div className="grid gap-3 pb-3">
          <p className="text-sm text-soft">{t("feedHelp")}</p>
          <input type="hidden" name="label" value={name.slice(0, 60)} />
          <input type="hidden" name="scope" value="feed" />
          <Submit look="quiet" className="justify-self-start">
            {t("makeFeed")}
          </Submit>
        </div>
      </details>
    </ActionForm>
  );
}
