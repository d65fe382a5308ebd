import { useFormatter, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Badge } from "@/components/ui/badge";
import { OneButton } from "@/components/ui/one-button";
import { Words } from "@/components/ui/words";
import type { viewerSessions } from "@/lib/web/sessions";
import { Section } from "./section";

type DevicesProps = {
  sessions: Awaited<ReturnType<typeof viewerSessions>>;
  now: Date;
  end: ComponentProps<typeof OneButton>["action"];
};

/** Where one is signed in, and a button to end each of the others. */
export function Devices({ sessions, now, end }: DevicesProps) {
  const t = useTranslations("session");
  const format = useFormatter();
  const ago = (at: Date) => format.relativeTime(at < now ? at : now, now);
  return (
    <Section title={t("title")}>
      <p className="text-sm text-soft">{t("help")}</p>
      <ul className="divide-y divide-line">
        {sessions.map(({ id, device, startedAt, usedAt, isHere }) => (
          <li key={id} className="flex min-h-14 items-center justify-between gap-3 py-2">
            <div>
              <p className="font-semibold">{device ?? t("unknown")}</p>
              <p className="text-sm text-soft">{t("times", { used: ago(usedAt), started: ago(startedAt) })}</p>
            </div>
            {isHere ? (
              <Badge tone="mine">{t("here")}</Badge>
            ) : (
              <Words namespaces={["refused"]}>
                <OneButton action={end} send={{ id }} look="quiet" aria-label={t("endOf", { device: device ?? "" })}>
                  {t("end")}
                </OneButton>
              </Words>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
