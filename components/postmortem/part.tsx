import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

type PartProps = {
  title: string;
  id: string;
  /** Where it is edited; nobody is offered what they may not do. */
  edit?: string | undefined;
  children: ReactNode;
};

/** One part of a post-mortem, under its heading. */
export function Part({ title, id, edit, children }: PartProps) {
  const t = useTranslations("postmortem");
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={id} className="font-bold text-lg">
          {title}
        </h2>
        {edit && (
          <Link href={edit} className="inline-flex min-h-11 items-center text-accent text-sm underline print:hidden">
            {t("edit", { part: title })}
          </Link>
        )}
      </div>
      {children}
    </section>
  );
}
