import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { CopyLink } from "@/components/ui/copy-link";
import { Notice } from "@/components/ui/notice";
import { WallQr } from "@/components/wall/wall-qr";
import type { FormAction } from "./pitch-queue";
import { Rotate } from "./rotate";

type WayInProps = {
  code: string;
  joinAddress: string;
  wallAddress: string;
  /** Where an incident is put on it. */
  replayAddress: string;
  isPrivate: boolean;
  rotateCode: FormAction;
  rotateWall: FormAction;
};

/** How people get in: the code, its QR code, and the wall that shows both. */
export function WayIn({
  code,
  joinAddress,
  wallAddress,
  isPrivate,
  rotateCode,
  rotateWall,
  replayAddress,
}: WayInProps) {
  const t = useTranslations("desk");
  const words = { copy: t("copy"), copied: t("copied") };
  return (
    <section aria-labelledby="way-in" className="card desk-part">
      <h2 id="way-in">{t("wayIn")}</h2>
      {isPrivate && <Notice title={t("privateCode")} />}
      <div className="flex flex-wrap items-center gap-4">
        <div className="w-32 shrink-0">
          <WallQr address={joinAddress} label={t("qr")} />
        </div>
        <div className="grid gap-1">
          <p className="text-sm text-soft">{t("code")}</p>
          <p className="font-bold font-mono text-xl tracking-widest">{code}</p>
          <Rotate action={rotateCode} words={t("rotateCode")} warning={t("rotateCodeHelp")} done={t("codeRotated")} />
        </div>
      </div>
      {/^https?:\/\/(localhost|127\.)/.test(joinAddress) && <p className="text-sm text-warn">{t("localhost")}</p>}
      <CopyLink label={t("joinLink")} address={joinAddress} {...words} />
      <CopyLink label={t("wallLink")} address={wallAddress} {...words} />
      <LinkButton href={replayAddress}>{t("wallReplay")}</LinkButton>
      <Rotate action={rotateWall} words={t("rotateWall")} warning={t("rotateWallHelp")} done={t("wallRotated")} />
    </section>
  );
}
