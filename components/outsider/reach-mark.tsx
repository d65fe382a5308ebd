import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { Reach } from "@/lib/outsider/rules";

const signs = { nothing: "minus", reached: "good", betrayed: "bad" } as const;
const tones = { nothing: "text-soft", reached: "text-accent", betrayed: "text-bad" };

/** How far one address lets somebody in, as a sign that also says it; in a legend with the words beside. */
export function ReachMark({ reach, isLegend = false }: { reach: Reach; isLegend?: boolean }) {
  const t = useTranslations("outsider.reach");
  return (
    <>
      <Icon name={signs[reach]} className={tones[reach]} {...(!isLegend && { label: t(reach) })} />
      {isLegend && t(reach)}
    </>
  );
}
