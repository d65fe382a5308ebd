import { useFormatter, useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { OneButton } from "@/components/ui/one-button";

type RemovedProps = {
  people: readonly { id: string; name: string; removedAt: Date }[];
  /** The name under which a person goes to `readmit`. */
  field: string;
  readmit: ComponentProps<typeof OneButton>["action"];
  help: ReactNode;
};

/** Who was shown out, and the way to take that back. */
export function Removed({ people, field, readmit, help }: RemovedProps) {
  const t = useTranslations("people");
  const format = useFormatter();
  return (
    <>
      <p className="text-soft">{help}</p>
      <ul className="grid gap-2">
        {people.map(({ id, name, removedAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 border-line border-t pt-2">
            <span className="min-w-0">
              <span className="block break-words">{name}</span>
              <span className="text-sm text-soft">
                {format.dateTime(removedAt, { dateStyle: "medium", timeZone: "UTC" })}
              </span>
            </span>
            <OneButton action={readmit} send={{ [field]: id }} look="quiet">
              {t("readmit")}
            </OneButton>
          </li>
        ))}
      </ul>
    </>
  );
}
