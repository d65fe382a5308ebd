import { Footprints } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

/** The top line of pages that belong to no event. */
export function BrandBar({ children }: { children?: ReactNode }) {
  const t = useTranslations("home");
  return (
    <header className="flex min-h-14 items-center justify-between gap-4">
      <Link href="/" className="flex min-h-11 items-center gap-2 font-bold text-lg">
        <Footprints aria-hidden className="size-6 text-accent" />
        {t("brand")}
      </Link>
      {children}
    </header>
  );
}
