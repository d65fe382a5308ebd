import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import type { ListedEvent } from "@/lib/event/queries";
import { Days } from "./days";

/** One event of a list: which, when, where, and what one is there. */
export function EventLink({ of }: { of: ListedEvent }) {
  const t = useTranslations("home");
  return (
    <Link href={`/e/${of.slug}`} className="card flex min-h-18 items-center gap-3 py-3 pr-2 pl-4 hover:border-edge">
      <span className="grow">
        <span className="flex flex-wrap items-center gap-x-2 font-semibold">
          {of.name}
          {of.role && of.role !== "participant" && <Badge>{t(`role.${of.role}`)}</Badge>}
        </span>
        <span className="block text-sm text-soft">
          <Days from={of.starts_on} until={of.ends_on} />
          {of.place && ` · ${of.place}`}
        </span>
      </span>
      <ChevronRight aria-hidden className="size-5 shrink-0 text-soft" />
    </Link>
  );
}
