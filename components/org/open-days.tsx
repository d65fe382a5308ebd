import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Days } from "@/components/home/days";
import { OneButton } from "@/components/ui/one-button";
import type { ListedEvent } from "@/lib/event/queries";

type OpenDaysProps = { events: readonly ListedEvent[]; join: ComponentProps<typeof OneButton>["action"] };

/** Days of the company to which everybody in it may come. */
export function OpenDays({ events, join }: OpenDaysProps) {
  const t = useTranslations("org");
  if (events.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2 className="font-bold text-lg">{t("open")}</h2>
      <ul className="grid gap-2">
        {events.map(({ slug, name, place, starts_on, ends_on }) => (
          <li key={slug} className="card flex flex-wrap items-center justify-between gap-3 p-4">
            <span>
              <span className="block font-semibold">{name}</span>
              <span className="text-sm text-soft">
                <Days from={starts_on} until={ends_on} />
                {place && ` · ${place}`}
              </span>
            </span>
            <OneButton action={join} send={{ slug }} look="quiet">
              {t("come")}
            </OneButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
