import { ChevronRight, type LucideIcon, Settings, SlidersHorizontal, Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { type Role, standsAtLeast } from "@/lib/member/rules";

type WaysProps = { slug: string; role: Role | null };

/** Where one goes from here: one's stars, and what the crew needs. */
export function Ways({ slug, role }: WaysProps) {
  const t = useTranslations("me");
  const ways: [path: string, icon: LucideIcon, words: string, open: boolean][] = [
    ["desk", SlidersHorizontal, t("desk"), standsAtLeast("facilitator", role)],
    ["settings", Settings, t("settings"), role === "host"],
    ["stars", Star, t("stars"), true],
  ];
  return (
    <ul className="card divide-y divide-line">
      {ways
        .filter(([, , , open]) => open)
        .map(([path, Icon, words]) => (
          <li key={path}>
            <Link href={`/e/${slug}/${path}`} className="flex min-h-12 items-center gap-3 px-4 font-semibold">
              <Icon aria-hidden className="size-5 text-soft" />
              <span className="grow">{words}</span>
              <ChevronRight aria-hidden className="size-5 text-soft" />
            </Link>
          </li>
        ))}
    </ul>
  );
}
