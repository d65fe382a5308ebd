import "./wall.css";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { WallQr } from "@/components/wall/wall-qr";
import { type Outcome, outcomes } from "@/lib/works/rules";

type WallProps = {
  event: string;
  title: string;
  version: string;
  sums: Record<Outcome, number>;
  address: string;
  /** Where those go who leave the screen. */
  back: string;
  fresh: ReactNode;
};

/** The rehearsal for the projector: the way in, and how many said what. */
export function RehearsalWall({ event, title, version, sums, address, back, fresh }: WallProps) {
  const t = useTranslations("rehearsal");
  return (
    <main data-theme="projector" className="rehearsal-wall">
      {fresh}
      <header>
        <p>{event}</p>
        <h1>{title}</h1>
        <p>{t("about", { version })}</p>
      </header>
      <dl>
        {outcomes.map((outcome) => (
          <div key={outcome}>
            <dt>{t(`outcomes.${outcome}`)}</dt>
            <dd>{sums[outcome]}</dd>
          </div>
        ))}
      </dl>
      <aside>
        <WallQr address={address} label={t("qr")} />
        <p>{t("scan")}</p>
        <LinkButton look="plain" href={back}>
          {t("leave")}
        </LinkButton>
      </aside>
    </main>
  );
}
