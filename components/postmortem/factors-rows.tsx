import { useTranslations } from "next-intl";
import { inOrder } from "@/lib/postmortem/rules";
import { FuzzyTime } from "./fuzzy-time";
import { type PartFormProps, useRowWords } from "./part-form";
import { RowsForm } from "./rows-form";

const kinds = ["trigger", "latent", "detection", "response", "mitigator", "risk"] as const;

/** All that contributed, each beside the numbers of the events that show it. */
export function FactorsRows({ action, of, document: { factors, timeline } }: PartFormProps) {
  const t = useTranslations("postmortem");
  const shown = inOrder(timeline);
  const numbers = (ids: readonly string[]) =>
    shown.flatMap(({ id }, position) => (ids.includes(id) ? [position + 1] : [])).join(", ");
  const fields = [
    {
      name: "kind",
      as: "choice",
      label: t("factorOf"),
      wide: 3,
      options: kinds.map((value) => ({ value, label: t(`factorKind.${value}`) })),
    },
    { name: "events", as: "line", label: t("factorEvents"), hint: t("factorEventsHelp"), wide: 3 },
    { name: "text", as: "area", label: t("words"), wide: 6 },
  ] as const;
  return (
    <div className="grid gap-6">
      <RowsForm
        action={action}
        of={of}
        list="factors"
        blank={{ id: "", kind: "latent", text: "", events: "" }}
        drafts={factors.map(({ id, kind, text, events }) => ({ id, kind, text, events: numbers(events) }))}
        fields={fields}
        words={useRowWords()}
      />
      {shown.length > 0 && (
        <details>
          <summary className="min-h-11 cursor-pointer font-semibold">{t("timeline")}</summary>
          <ol className="grid list-decimal gap-1 pl-8 text-sm">
            {shown.map(({ id, at, text }) => (
              <li key={id}>
                <FuzzyTime time={at} /> {text.slice(0, 160)}
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
