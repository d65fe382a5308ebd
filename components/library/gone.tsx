import { getTranslations } from "next-intl/server";
import { Time } from "@/components/ui/time";

/** An entry that its publishers took back: when, and what they say of it. Props: at, because. */
export async function Gone({ at, because }: { at: Date; because: string }) {
  const t = await getTranslations("published");
  return (
    <div className="grid gap-3">
      <h1 className="font-bold text-xl tracking-tight">{t("gone")}</h1>
      <p className="text-soft">
        {t("goneSince")} <Time at={at} zone="UTC" as="date" />
      </p>
      {because && <p className="card max-w-[70ch] whitespace-pre-line p-4">{because}</p>}
      <p className="max-w-[70ch] text-soft">{t("goneHelp")}</p>
    </div>
  );
}
