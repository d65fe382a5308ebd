import { useTranslations } from "next-intl";

/** The shape of a list while it loads; appears only after 300 ms. Props: rows. */
export function ListShape({ rows = 6 }: { rows?: number }) {
  const t = useTranslations("ui");
  return (
    <div role="status" aria-label={t("loading")} className="grid gap-2 py-4">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <div key={row} className="shape h-22" />
      ))}
    </div>
  );
}
