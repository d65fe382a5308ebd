import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { OneButton } from "@/components/ui/one-button";

type SwitchedOffProps = {
  people: readonly { userId: string; name: string | null }[];
  letBack: ComponentProps<typeof OneButton>["action"];
};

/** Whom the directory has switched off, and the way back. */
export function SwitchedOff({ people, letBack }: SwitchedOffProps) {
  const t = useTranslations("sso");
  return (
    <ul className="divide-y divide-line">
      {people.map(({ userId, name }) => (
        <li key={userId} className="flex min-h-14 items-center justify-between gap-3 py-2">
          <p className="font-semibold">{name ?? t("off.nobody")}</p>
          <OneButton action={letBack} send={{ userId }} look="quiet" aria-label={t("off.backOf", { name: name ?? "" })}>
            {t("off.back")}
          </OneButton>
        </li>
      ))}
    </ul>
  );
}
