import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";

const tones = { draft: "plain", review: "warn", final: "good", archived: "plain" } as const;

/** How far an entry is. */
export function StatusBadge({ status }: { status: keyof typeof tones }) {
  const t = useTranslations("entry");
  return <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>;
}
